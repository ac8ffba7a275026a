// Whom an erasure is about: their cards, what they are called, and by what texts and files may name them.
import { linkedInKey } from '#core/contacts/identity.ts';
import { nameKey } from '#core/contacts/names.ts';
import type { TellingValue } from '#core/contacts/forgotten.ts';
import type { ReadBook } from '#db/book.ts';
import { rowFromJson } from '#db/history/journal.ts';

export interface Traces {
  /** Keys of their cards: the one that stands and all that have become part of it. */
  readonly people: ReadonlySet<number>;
  /** Everything they are called, as it is written. */
  readonly fns: readonly string[];
  /** Those of their names (`nameKey`) that nobody else has. */
  readonly ownNames: ReadonlySet<string>;
  /** What is said about them: by whomever, of all times. */
  readonly values: readonly TellingValue[];
  /** Their LinkedIn and e-mail keys. */
  readonly keys: ReadonlySet<string>;
  /** `batch:line` of every record that said something about them. */
  readonly lines: ReadonlySet<string>;
  /** Their full names and addresses within a text; undefined where there is nothing that could only mean them. */
  readonly words: RegExp | undefined;
}

/** Their cards, those that stand first. */
export function cardsOf(book: ReadBook, ids: readonly number[]): Set<number> {
  const cards = new Set(ids);
  const absorbed = book
    .statement(
      'select id from contact where merged_into_id = @id union select absorbed_id from merge where survivor_id = @id',
    )
    .pluck();
  // A set goes on to what is added while it is gone through.
  for (const id of cards) for (const part of absorbed.all({ id })) cards.add(Number(part));
  return cards;
}

interface ValueRow extends TellingValue {
  readonly key: string;
  readonly batchId: number | null;
  readonly line: number | null;
}

/** Everything that tells who they are, read before anything of it is erased. */
export function tracesOf(book: ReadBook, ids: readonly number[]): Traces {
  const people = cardsOf(book, ids);
  const listed = book.statement('select fn from contact where id = ?').pluck();
  const said = book.statement(
    'select name, value, key, batch_id as "batchId", line from property where contact_id = ?',
  );
  const current = [...people].flatMap((id) => said.all(id) as ValueRow[]); // the columns named
  const rows = [...current, ...formerValues(book, people)];
  const names = [
    ...[...people].map((id) => (listed.get(id) ?? '') as string), // the one column named
    ...rows.filter(({ name }) => name === 'FN').map(({ value }) => value),
  ];
  const fns = [...new Set(names)].filter((fn) => fn.trim() !== '');
  const ownNames = new Set(fns.map(nameKey).filter((key) => isTheirsAlone(book, key, people)));
  const values = rows.map(({ name, value }) => ({ name, value }));
  return {
    people,
    fns,
    ownNames,
    values,
    keys: new Set(
      rows.filter(({ name, key }) => key !== '' && KEYED.has(name)).map(({ name, key }) => `${name}:${key}`),
    ),
    lines: new Set(rows.flatMap(({ batchId, line }) => (batchId === null ? [] : `${batchId}:${line}`))),
    words: wordsFor(fns, ownNames, values),
  };
}

const KEYED: ReadonlySet<string> = new Set(['URL', 'EMAIL']);

/** What only the history still says of them: values the owner took back. What others have by now is not theirs. */
function formerValues(book: ReadBook, people: ReadonlySet<number>): ValueRow[] {
  const texts = book
    .statement(
      `select before from journal_change where table_name = 'property' and before is not null
       union all select after from journal_change where table_name = 'property' and after is not null`,
    )
    .pluck()
    .all() as string[]; // the one column named
  const former = new Map<string, ValueRow>();
  for (const text of texts) {
    const row = rowFromJson(text);
    if (!people.has(Number(row['contact_id'])) || !TELLING.has(String(row['name']))) continue;
    const value = {
      name: String(row['name']),
      value: String(row['value']),
      key: String(row['key']),
      batchId: null,
      line: null,
    };
    former.set(`${value.name} ${value.value}`, value);
  }
  return [...former.values()].filter((value) => !isOthers(book, value, people));
}

const TELLING: ReadonlySet<string> = new Set(['FN', 'URL', 'EMAIL', 'TEL', 'UID']);

function isOthers(book: ReadBook, { name, value, key }: ValueRow, people: ReadonlySet<number>): boolean {
  if (name === 'FN') return !isTheirsAlone(book, nameKey(value), people);
  const holders = book
    .statement(`select contact_id from property where key = ? and name = ? and key <> ''`)
    .pluck()
    .all(key, name);
  return holders.some((id) => !people.has(Number(id)));
}

/** Nobody else in the book, the trash included, is called so. */
function isTheirsAlone(book: ReadBook, key: string, people: ReadonlySet<number>): boolean {
  if (key === '') return false;
  const bearers = book.statement('select id from contact where name_key = ?').pluck().all(key);
  return bearers.every((id) => people.has(Number(id)));
}

/** Shorter ones are in many words. */
const SHORTEST = 6;
const MOST_WORDS = 200;

/** One name alone may be anybody's, and one that a namesake has may mean them. */
function wordsFor(
  fns: readonly string[],
  ownNames: ReadonlySet<string>,
  values: readonly TellingValue[],
): RegExp | undefined {
  const full = fns.filter((fn) => /\S\s+\S/.test(fn.trim()) && ownNames.has(nameKey(fn)));
  const addresses = values.filter(
    ({ name, value }) => name === 'EMAIL' || (name === 'URL' && linkedInKey(value) !== undefined),
  );
  const words = [...new Set([...full, ...addresses.map(({ value }) => value)].map((word) => word.trim()))]
    .filter((word) => word.length >= SHORTEST)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MOST_WORDS);
  if (words.length === 0) return undefined;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

const escaped = (word: string): string =>
  word.replace(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`);

/** Stands where a name has been taken out of a text. */
const OMITTED = '…';

/** True when the text names them. */
export const isNamed = ({ words }: Traces, text: string): boolean =>
  words !== undefined && text.search(words) >= 0;

/** The text without their names and addresses. */
export const withoutNames = ({ words }: Traces, text: string): string =>
  words === undefined ? text : text.replace(words, OMITTED);
