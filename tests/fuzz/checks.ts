// What must hold for whatever is read: no exception, no more than a second, nobody lost who stood before the damage, and
// a plan that is done once is done.
import type { ReadEntry } from '#core/imports/read-entry.ts';
import { lookAt, readEntry } from '#core/imports/read-entry.ts';
import { planImport } from '#core/imports/plan.ts';
import type { ParsedEntry, Reading } from '#core/imports/model.ts';
import type { ReadingContext } from '#core/imports/source-format.ts';
import { applyAll, modelBook, named } from '#tests/core/imports/plan-model-book.ts';
import { type FuzzFile, textOf } from './files.ts';

/** A case that takes longer on the processor has hung, as far as somebody waiting for it can tell. */
export const MOST_MS = 1000;

const CONTEXT: ReadingContext = {
  now: '2026-01-01T00:00',
  ownerEmails: new Set(['olive@example.org']),
  ownerNames: new Set(['olive owner']),
  defaultRegion: 'GB',
  reading: {},
};

const encoder = new TextEncoder();

/** The bytes of the whole file, or of its head and first `count` records without the tail. */
export const bytesOf = (file: FuzzFile): Uint8Array => encoder.encode(textOf(file));
export const startOf = ({ head, records }: FuzzFile, count: number): number =>
  encoder.encode(head + records.slice(0, count).join('')).length;

export const read = (name: string, bytes: Uint8Array, reading: Reading = {}): ReadEntry =>
  readEntry(name, bytes, { ...CONTEXT, reading });

/** Who and what was read, by name, as often as it was. */
export function namesIn({ parsed }: ReadEntry): string[] {
  if (parsed === undefined) return [];
  const people = [...parsed.contacts, ...parsed.invitations].map(({ fn }) => fn);
  return [...people, ...(parsed.events ?? []).map(({ summary }) => summary)];
}

/** Those of `wanted` that are not among `got`. */
export function missingOf(wanted: readonly string[], got: readonly string[]): string[] {
  const left = [...got];
  return wanted.filter((name) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Names that say the same in every encoding: one wrong byte can tip the guess of it in a small file. */
export const plain = (names: readonly string[]): string[] =>
  names.filter((name) => /^\p{ASCII}*$/u.test(name));

/** Who is read off the sound file of the first `count` records. */
export const soundNames = (file: FuzzFile, count: number): string[] =>
  namesIn(read(file.name, encoder.encode(textOf(file, count))));

const processorMs = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** Does something, and throws when it took this thread's processor too long. */
export function timed<Answer>(what: string, work: () => Answer): Answer {
  const start = processorMs();
  const answer = work();
  const ms = processorMs() - start;
  if (ms > MOST_MS) throw new Error(`slow: ${what} took ${ms.toFixed(0)} ms`);
  return answer;
}

/** What a page shows of a file before it is read. */
export const lookedAt = (name: string, bytes: Uint8Array): void =>
  void timed('looking', () => lookAt(name, bytes, {}));

const HAS_SIGN = /[\p{L}\p{N}\p{P}\p{S}]/u;
const HAS_CONTROL = new RegExp(String.raw`[\0-\x08\x0e-\x1f]`);

/** Throws when somebody was read whom nobody could see, or whose values no database keeps as they are. */
export function seen({ contacts, invitations }: ParsedEntry): void {
  for (const { fn } of [...contacts, ...invitations])
    if (!HAS_SIGN.test(fn) || HAS_CONTROL.test(fn)) throw new Error(`unseen: ${JSON.stringify(fn)}`);
  for (const { properties } of contacts)
    for (const { name, value } of properties)
      if (value.includes('\0') || !value.isWellFormed())
        throw new Error(`unkept: ${name} ${JSON.stringify(value.slice(0, 100))}`);
}

/** Plans what was read for an empty book, does it, and plans it again: then nothing is left to be done. */
export function planTwice(parsed: ParsedEntry): void {
  const book = modelBook();
  const plan = () => timed('planning', () => planImport(named([parsed]), book.lookup));
  applyAll(book, plan(), [parsed]);
  const left = plan().filter(({ action }) => action === 'create' || action === 'update');
  const [first] = left;
  if (first)
    throw new Error(`again: ${first.subject} ${first.action} ${JSON.stringify(first.changes).slice(0, 200)}`);
}
