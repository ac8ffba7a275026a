// What is typed into the search box, letter by letter, and who has to be found: said by a scan that shares no code with the index.
import Database from 'better-sqlite3';
import { seeded } from './generate.ts';

export const GROUPS = ['prefix', 'words', 'accents'] as const;
export type Group = (typeof GROUPS)[number];

export interface Keystroke {
  readonly group: Group;
  /** What stands in the box after this key. */
  readonly text: string;
}

/** A person of the book as the scan sees them. */
export interface ScannedPerson {
  readonly id: number;
  /** Folded words, each with a space before it. */
  readonly text: string;
}

const A_GROUP = 120;

// Letters of the made-up names that Unicode does not take apart.
const WITHOUT_PARTS: ReadonlyMap<string, string> = new Map([['ł', 'l']]);

/** Folded words of a text, in this file's own way. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const letters = plain.replaceAll(/ł/g, (letter) => WITHOUT_PARTS.get(letter) ?? letter);
  return letters.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

export interface StoredPerson {
  readonly id: number;
  readonly fn: string;
  readonly org: string;
  readonly emails: string;
}

/** Everybody in a book, past the door. */
export function storedPeople(file: string): StoredPerson[] {
  const sqlite = new Database(file, { readonly: true });
  try {
    return sqlite
      .prepare(
        `select c.id, c.fn, c.org, coalesce((select group_concat(p.value, ' ') from property p
           where p.contact_id = c.id and p.name = 'EMAIL'), '') as emails from contact c order by c.id`,
      )
      .all() as StoredPerson[]; // the columns named
  } finally {
    sqlite.close();
  }
}

export const scannedPeople = (stored: readonly StoredPerson[]): ScannedPerson[] =>
  stored.map(({ id, fn, org, emails }) => ({
    id,
    text: wordsOf(`${fn} ${org} ${emails}`)
      .map((word) => ` ${word}`)
      .join(''),
  }));

/** One linear scan: everybody in whom each word begins a word. */
export function scan(people: readonly ScannedPerson[], text: string): number[] {
  const wanted = wordsOf(text).map((word) => ` ${word}`);
  const found: number[] = [];
  for (const { id, text: own } of people) {
    if (wanted.every((word) => own.includes(word))) found.push(id);
  }
  return found;
}

/** The keys pressed while looking for some of the people: names, two words of a name, companies, accents left out. */
export function keystrokes(stored: readonly StoredPerson[], seed: number): Keystroke[] {
  const random = seeded(seed + 3);
  const typed = new Map<Group, Keystroke[]>(GROUPS.map((group) => [group, []]));
  const full = () => GROUPS.every((group) => typed.get(group)!.length >= A_GROUP);
  const type = (group: Group, text: string, from: number) => {
    const list = typed.get(group)!;
    for (let length = from; length <= text.length && list.length < A_GROUP; length += 1)
      list.push({ group, text: text.slice(0, length) });
  };
  for (let tries = 0; !full() && tries < 50_000; tries += 1) {
    const { fn, org } = stored[Math.floor(random() * stored.length)]!;
    const [given = '', family = ''] = fn.split(/[ ,]+/);
    const hasAccent = /[^\x20-\x7e]/.test(given);
    if (hasAccent) type('accents', wordsOf(given).join(' '), 1);
    else if (random() < 0.3) type('prefix', org, 1);
    else type('prefix', given, 1);
    type('words', `${given} ${family.slice(0, 3)}`, given.length + 2);
  }
  return GROUPS.flatMap((group) => typed.get(group)!);
}

/** A set of people as one number, whatever their order. */
export function fingerprint(ids: Iterable<number>): number {
  let sum = 0;
  let count = 0;
  for (const id of ids) {
    sum = (sum + Math.imul(id, 0x9e_37_79_b1)) >>> 0;
    count += 1;
  }
  return sum * 1000 + (count % 1000);
}
