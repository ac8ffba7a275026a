// One entry of what was dropped, read whole, or as a stream where it is a mailbox too large to be held.
import { detectEntry } from '#core/imports/detect.ts';
import { entryOf } from '#core/imports/entry.ts';
import type { ParsedEntry } from '#core/imports/model.ts';
import { readEntry, reportOf } from '#core/imports/read-entry.ts';
import type { ReadEntry } from '#core/imports/read-entry.ts';
import type { ReadingContext } from '#core/imports/source-format.ts';
import { mailboxReader } from '#core/imports/sources/mailbox.ts';
import { DamagedEntry, type DroppedEntry } from './dropped.ts';

/** As many MiB between two pauses. */
const PIECES_A_PAUSE = 16;

/**
 * Reads an entry; `pause` is waited for now and then while it is streamed, and ends the reading by throwing. Of a mailbox
 * whose data end in the middle the letters before count. What is too large and no mailbox is reported, not read.
 */
export async function readDropped(
  entry: DroppedEntry,
  context: ReadingContext,
  pause: () => Promise<void>,
): Promise<ReadEntry> {
  const { name, head, bytes } = entry;
  if (bytes !== undefined) return readEntry(name, bytes, context);
  const { recognised, because } = detectEntry(entryOf(name, head, context.reading.encoding), context.reading);
  if (recognised?.kind !== 'mailbox')
    return { report: { entryName: name, records: 0, verdict: 'too_large', because } };
  const parsed = await readMailbox(entry, context, pause);
  return { report: reportOf(name, recognised, parsed, undefined), parsed };
}

async function readMailbox(
  entry: DroppedEntry,
  context: ReadingContext,
  pause: () => Promise<void>,
): Promise<ParsedEntry> {
  const reader = mailboxReader(context, { name: entry.name });
  let pieces = 0;
  try {
    for await (const piece of entry.chunks()) {
      reader.push(piece);
      if (++pieces % PIECES_A_PAUSE === 0) await pause();
    }
  } catch (error) {
    if (!(error instanceof DamagedEntry)) throw error;
    const parsed = reader.end();
    if (parsed.issues.some(({ code }) => code === 'CUT_OFF')) return parsed;
    return { ...parsed, issues: [...parsed.issues, { line: 0, code: 'CUT_OFF', params: {} }] };
  }
  return reader.end();
}
