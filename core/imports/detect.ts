// What one entry of what was dropped is: by its content, never by its name alone.
import { recognise } from './formats.ts';
import { candidateHeaders } from './header.ts';
import { isCoachChat, type KnownFile, knownFile, soundsSensitive } from './known-files.ts';
import type { EntryReport, Reading } from './model.ts';
import { isOldMailbox } from './other-files.ts';
import type { Entry, Recognised } from './source-format.ts';

export interface Detection {
  /** Reads the entry; only for one that is recognised. */
  readonly recognised?: Recognised;
  readonly verdict: EntryReport['verdict'];
  /** What gave it away, in the file's own words; else the name under which these columns are known, or ''. */
  readonly because: string;
}

/**
 * Recognises every format there is; names the other files of a LinkedIn archive, and says which of them are sensitive
 * and therefore never read. The entry's name only matters where the content does not tell (chats with an AI coach look
 * like messages) and for entries nobody knows. What the owner says it is (`reading.kind`) is asked first. Never throws.
 */
export function detectEntry(entry: Entry, reading: Reading = {}): Detection {
  const chosen = reading.kind === undefined ? undefined : recognise(entry, reading);
  if (chosen) return found(chosen);
  if (isOldMailbox(entry.bytes)) return { verdict: 'unknown', because: '' };
  const known = knownTable(entry);
  if (isSensitive(entry, known)) return { verdict: 'sensitive', because: known?.name ?? '' };
  const recognised = recognise(entry, { ...reading, kind: undefined });
  // A table with a known purpose of its own is no list of people, even where it has a column of names.
  if (recognised && !(known && recognised.kind === 'csv')) return found(recognised);
  return known
    ? { verdict: 'not_people', because: known.name }
    : { verdict: byName(entry.name), because: '' };
}

const isSensitive = ({ name }: Entry, known: KnownFile | undefined): boolean =>
  known?.verdict === 'sensitive' || isCoachChat(name);

const found = (recognised: Recognised): Detection => ({
  recognised,
  verdict: 'recognised',
  because: recognised.because,
});

const byName = (name: string): 'sensitive' | 'unknown' => (soundsSensitive(name) ? 'sensitive' : 'unknown');

/** Which of the archive's tables about something else it is, by its columns. */
function knownTable({ head, name }: Entry): KnownFile | undefined {
  for (const { labels } of candidateHeaders(head)) {
    const known = knownFile(labels, name);
    if (known) return known;
  }
  // Files of a single column have no delimiter to find: `Profile Summary`, `Search Query`.
  return knownFile(head.slice(0, 200).split(/\r\n|\r|\n/, 1), name);
}
