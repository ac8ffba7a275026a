// What a drop holds: files, or folders with files in them, read through the browser's entry API.
import type { DroppedFile } from '#renderer/store/drops.ts';

/** More files than this are not an export but a whole disk dropped by accident; the rest is left out. */
const MOST = 2000;

const entriesOf = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => {
    reader.readEntries(resolve, reject);
  });

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });

async function collect(entry: FileSystemEntry, into: DroppedFile[]): Promise<void> {
  if (into.length >= MOST) return;
  if (entry.isFile) {
    // `isFile` is how the API tells the two apart.
    into.push({ name: entry.fullPath.replace(/^\//, ''), file: await fileOf(entry as FileSystemFileEntry) });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // `readEntries` answers in portions (100 in Chromium) until it answers nothing.
  for (let entries = await entriesOf(reader); entries.length > 0; entries = await entriesOf(reader)) {
    for (const child of entries) await collect(child, into);
  }
}

/**
 * Everything in a drop, and a name for it: the folder's or the first file's. Call it inside the drop event:
 * the items are empty afterwards.
 */
export async function readDrop(
  transfer: DataTransfer,
): Promise<{ readonly name: string; readonly files: readonly DroppedFile[] }> {
  const items = Array.from(transfer.items).filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const plain = Array.from(transfer.files);
  const files: DroppedFile[] = [];
  if (entries.length === 0) files.push(...plain.map((file) => ({ name: file.name, file })));
  for (const entry of entries) await collect(entry, files);
  return { name: entries[0]?.name ?? plain[0]?.name ?? '', files };
}
