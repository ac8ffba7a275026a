// The files that are named on the command line, sent the way a window sends them.
import fs from 'node:fs';
import path from 'node:path';
import type { Client } from '#api/contract.ts';
import { CHUNK_BYTES } from '#api/imports.ts';
import { type DroppedFile, fileOf } from '#db/imports/dropped.ts';

/** A file on the disk; `name` is its label, with the folder that was named. */
export interface NamedFile {
  readonly name: string;
  readonly path: string;
  readonly size: number;
}

/** The files and all that is in the folders, in the order of their names. Links are not followed. Throws the system's errors. */
export function filesAt(paths: readonly string[]): NamedFile[] {
  return paths.flatMap((one) => {
    const parent = path.dirname(one);
    return fs.statSync(one).isDirectory() ? filesBelow(one, parent) : [namedFile(one, parent)];
  });
}

const namedFile = (file: string, parent: string): NamedFile => ({
  name: path.relative(parent, file).split(path.sep).join('/'),
  path: file,
  size: fs.statSync(file).size,
});

/** Folder by folder: `readdir` with `recursive` would follow links to folders. */
function filesBelow(folder: string, parent: string): NamedFile[] {
  const entries = fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(place, parent);
    return entry.isFile() ? [namedFile(place, parent)] : [];
  });
}

/** Calls `work` with the file open, to be read at any place. */
function withOpen<Answer>(file: string, work: (read: DroppedFile['read']) => Answer): Answer {
  const opened = fs.openSync(file, 'r');
  const read: DroppedFile['read'] = (at, length) => {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, fs.readSync(opened, bytes, 0, length, at));
  };
  const close = () => fs.closeSync(opened);
  try {
    const answer = work(read);
    if (answer instanceof Promise) void answer.then(close, close);
    else close();
    return answer;
  } catch (error) {
    close();
    throw error;
  }
}

/** Files as the archive reader takes them. */
export const droppedFiles = (files: readonly NamedFile[]): DroppedFile[] =>
  files.map((file) =>
    fileOf(file.name, file.size, (at, length) => withOpen(file.path, (read) => read(at, length))),
  );

/** Sends all files, 1 MiB at a time; answers the upload. */
export async function upload(client: Client, files: readonly NamedFile[]) {
  const { uploadId } = await client.imports.begin({ files: files.map(({ name, size }) => ({ name, size })) });
  for (const [file, { path: place, size }] of files.entries()) {
    await withOpen(place, async (read) => {
      for (let at = 0; at < size; at += CHUNK_BYTES) {
        const bytes = read(at, Math.min(CHUNK_BYTES, size - at));
        await client.imports.chunk({ uploadId, file, base64: Buffer.from(bytes).toString('base64') });
      }
    });
  }
  return uploadId;
}
