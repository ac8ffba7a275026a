// Taking somebody out of the plans that the book keeps: their records become empty ones, so that all others keep their place.
import { emailKey, linkedInKey } from '#core/contacts/identity.ts';
import { nameKey } from '#core/contacts/names.ts';
import { peopleIn, translated } from '#core/imports/own-translated.ts';
import type { EventAt, PersonAt } from '#core/imports/planned.ts';
import type { ReadBook } from '#db/book.ts';
import { itemsIn } from './kept.ts';
import type { KeptItem } from './kept.ts';

/** Who is taken out. */
export interface Erased {
  readonly people: ReadonlySet<number>;
  readonly fns: ReadonlySet<string>;
  /** Their names (`nameKey`) that nobody else has. */
  readonly ownNames: ReadonlySet<string>;
  /** `URL:` and `EMAIL:` with their keys. */
  readonly keys: ReadonlySet<string>;
  /** `batch:line` of the records that are known to be about them. */
  readonly lines: ReadonlySet<string>;
  /** What becomes of a text of a record about somebody else; absent: it stays. */
  readonly cleaned?: ((text: string) => string) | undefined;
}

/** What is left of a record: its place, and why nothing else is. */
export const emptied = ({ at, entry, line }: KeptItem): KeptItem => ({
  at,
  entry,
  line,
  fn: '',
  usual: 'skip',
  issues: [{ line, code: 'ERASED', params: {} }],
});

/** True for a record of which nothing is left. */
export const isEmptied = ({ issues = [] }: Pick<KeptItem, 'issues'>): boolean =>
  issues.some(({ code }) => code === 'ERASED');

interface PieceRow {
  readonly id: number;
  readonly batchId: number;
  readonly items: string;
}

/** More words than this are looked for in every record rather than in whole pieces. */
const FEW_WORDS = 60;

/** Empties every record about them, of whatever batch, and cleans those about others. */
export function eraseFromPlans(book: ReadBook, erased: Erased): void {
  const read = book.statement('select id, batch_id as "batchId", items from import_plan where id = ?');
  const write = book.statement('update import_plan set items = ? where id = ?');
  const unchoose = book.statement('delete from import_choice where batch_id = ? and ordinal = ?');
  const mayHold = glance(erased);
  const places = new Map<number, Set<number>>();
  for (const id of book.statement('select id from import_plan').pluck().all()) {
    const { batchId, items: text } = read.get(id) as PieceRow; // the columns named, of a key just read
    if (!mayHold(text)) continue;
    const items = itemsIn(text).map((item) => {
      if (isEmptied(item)) return item;
      if (!isAbout(erased, batchId, item))
        return cleanedItem(
          withoutNamed(item, (one) => 'contactId' in one && erased.people.has(one.contactId)),
          erased,
        );
      unchoose.run(batchId, item.at);
      const gone = places.get(batchId) ?? new Set();
      places.set(batchId, gone.add(item.at));
      return emptied(item);
    });
    const left = JSON.stringify(items);
    if (left !== text) write.run(left, id);
  }
  for (const [batchId, gone] of places) emptyItems(book, batchId, gone);
}

/** Whether a piece may hold something of theirs, without reading its records. */
function glance({ fns, keys, people }: Erased): (text: string) => boolean {
  const addresses = [...keys].map((key) => key.slice(key.indexOf(':') + 1));
  const words = [...fns, ...addresses].map((word) => JSON.stringify(word).slice(1, -1).toLowerCase());
  const ids = [...people].flatMap((id) => [`"id":${id},`, `"contactId":${id}}`, `"contactId":${id},`]);
  if (words.length + ids.length > FEW_WORDS) return () => true;
  return (text) => {
    const lower = text.toLowerCase();
    return words.some((word) => lower.includes(word)) || ids.some((id) => text.includes(id));
  };
}

function isAbout(erased: Erased, batchId: number, item: KeptItem): boolean {
  if (item.id !== undefined && erased.people.has(item.id)) return true;
  if (written(item).some((person) => 'contactId' in person && erased.people.has(person.contactId)))
    return true;
  if (isKnownBy(erased, item)) return true;
  if (item.fn === '' || !erased.fns.has(item.fn)) return false;
  // A namesake's record is theirs only where a value of theirs came from that very line.
  return erased.ownNames.has(nameKey(item.fn)) || erased.lines.has(`${batchId}:${item.line}`);
}

/** Who wrote a letter, or of whom the owner has written something down: what is said of two is about both. */
function written({ letter, diary }: KeptItem): readonly PersonAt[] {
  if (letter !== undefined) return [letter.person];
  if (diary === undefined) return [];
  if ('person' in diary) return [diary.person];
  return 'a' in diary ? [diary.a, diary.b] : [];
}

/** An invitation of somebody else's without what leads to them: who is named on it, and in verdicts about it. */
function withoutNamed(item: KeptItem, isGone: (person: PersonAt) => boolean): KeptItem {
  const { diary } = item;
  if (diary?.what !== 'vetting' || !peopleIn(diary).some(isGone)) return item;
  const mutuals = diary.mutuals.filter(({ person }) => person === undefined || !isGone(person));
  const to = {
    person: (person: PersonAt) => (isGone(person) ? undefined : person),
    event: (event: EventAt) => event,
  };
  return { ...item, diary: translated({ ...diary, mutuals }, to) };
}

/** Adds to somebody whom a record at one of the places makes, or is about them. */
const hangsOn = (item: KeptItem, places: ReadonlySet<number>): boolean =>
  (item.into !== undefined && places.has(item.into)) ||
  written(item).some((person) => 'item' in person && places.has(person.item));

function isKnownBy({ keys }: Erased, { says = [], changes = [], invitation, diary }: KeptItem): boolean {
  const has = (name: string, value: string): boolean => {
    const key = name === 'URL' ? linkedInKey(value) : name === 'EMAIL' ? emailKey(value) : undefined;
    return key !== undefined && keys.has(`${name}:${key}`);
  };
  return (
    says.some(([name, value]) => has(name, value)) ||
    changes.some(([name, before, after]) => has(name, before) || has(name, after)) ||
    (invitation !== undefined && has('URL', invitation.url)) ||
    (diary?.what === 'vetting' && (has('URL', diary.url) || has('EMAIL', diary.email)))
  );
}

function cleanedItem(item: KeptItem, { cleaned }: Erased): KeptItem {
  if (cleaned === undefined) return item;
  const text = JSON.stringify(item, (_, value: unknown) =>
    typeof value === 'string' ? cleaned(value) : value,
  );
  return JSON.parse(text) as KeptItem; // the same with other words in it
}

/** Empties the records at these places of one batch, and those that only add to them or are about the same people. */
export function emptyItems(book: ReadBook, batchId: number, places: ReadonlySet<number>): void {
  const rows = book
    .statement('select id, batch_id as "batchId", items from import_plan where batch_id = ?')
    .all(batchId) as PieceRow[]; // the columns named
  const pieces = rows.map(({ id, items }) => ({ id, items: itemsIn(items) }));
  const gone = new Set(places);
  // Backwards and forwards: a record may add to one that stands behind it.
  for (let before = 0; before < gone.size;) {
    before = gone.size;
    for (const { items } of pieces) for (const item of items) if (hangsOn(item, gone)) gone.add(item.at);
  }
  const write = book.statement('update import_plan set items = ? where id = ?');
  for (const { id, items } of pieces) {
    const left = items.map((item) =>
      gone.has(item.at) ? emptied(item) : withoutNamed(item, (one) => 'item' in one && gone.has(one.item)),
    );
    if (left.some((item, at) => item !== items[at])) write.run(JSON.stringify(left), id);
  }
}
