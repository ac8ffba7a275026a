// Rows of new people, made ready beside the book while the plan is kept, so that applying has SQLite copy them.
//
// They are nothing but a quicker way to the same rows: where the file is not there, was made for another plan, or the owner
// wants somebody otherwise, the plan's own records are applied one by one (new-people.ts).
import { propertyKey } from '#core/contacts/identity.ts';
import { parseN, serialiseN } from '#core/contacts/structured-name.ts';
import type { DraftProperty } from '#core/imports/model.ts';
import type { PlannedItem } from '#core/imports/planned.ts';
import { parametersText } from '#db/contacts/parameters.ts';
import { listRow } from '#db/contacts/queries.ts';
import { troubleOf } from '#db/trouble.ts';
import { isMore, type PictureOf } from './kept.ts';
import { Spool } from './spool.ts';
import { NUMBERS, rowText, type RowText, TableFile } from './table-file.ts';

/** What somebody is called stands with them; all else is a row each. A person's key is their place among those who are ready, from 1; a value's is the person's and which of theirs it is. */
export const READY_COLUMNS = {
  person: ['at', 'line', 'fn', 'n', 'org', 'title', 'sort_key', 'name_key', 'org_key', 'connected_on'],
  said: ['line', 'name', 'value', 'type', 'parameters', 'key'],
} as const;

/** Bits of a value's key that count the values of one person. */
export const VALUE_BITS = 8;
const MOST_VALUES = 2 ** VALUE_BITS;
const MOST_PEOPLE = NUMBERS / MOST_VALUES - 1;

/** Fewer people than this are in the book sooner than a file could be made. */
export const FEWEST_READY = 1000;

type Contact = NonNullable<PlannedItem['contact']>;
type ReadyFile = TableFile<keyof typeof READY_COLUMNS>;

/**
 * Lays out everybody of whom a plan says nothing but that they are new. Answers the file, to be removed when the plan is
 * settled; undefined where too few people are new, or the disk has no room for it. `picture`: see `inPieces`.
 */
export function readyRows(
  planned: readonly PlannedItem[],
  folder: string,
  picture: PictureOf,
  fewest = FEWEST_READY,
): Spool | undefined {
  if (planned.filter(isNew).length < fewest) return undefined;
  const spool = new Spool(folder, { isNamed: true });
  try {
    const file: ReadyFile = new TableFile(spool.path, READY_COLUMNS, (at, bytes) => spool.write(at, bytes));
    let people = 0;
    for (const [at, item] of planned.entries()) {
      const rows = people < MOST_PEOPLE && isNew(item) ? rowsOf(item, at, picture) : undefined;
      if (rows !== undefined) addTo(file, (people += 1), rows);
    }
    file.end();
    return spool;
  } catch (error) {
    spool.remove();
    // Whether the book finds room is for the book to say.
    if (troubleOf(error) === 'disk_full') return undefined;
    throw error;
  }
}

const isNew = (item: PlannedItem): boolean =>
  item.subject === 'contact' && item.contact !== undefined && !isMore(item);

/** Somebody's rows, but for their keys. */
interface Rows {
  readonly place: readonly [at: number, line: number];
  readonly person: RowText;
  readonly values: readonly RowText[];
}

function addTo({ tables }: ReadyFile, id: number, { place, person, values }: Rows): void {
  tables.person.add(id, place, person);
  const line = [place[1]];
  let key = id * MOST_VALUES;
  for (const value of values) tables.said.add(key++, line, value);
}

/** Undefined for somebody who does not fit. */
function rowsOf({ line, contact }: PlannedItem, at: number, picture: PictureOf): Rows | undefined {
  // Whose name is empty is called by something else.
  if (contact === undefined || contact.fn === '' || contact.properties.length > MOST_VALUES) return undefined;
  if (at >= NUMBERS || line >= NUMBERS) return undefined;
  const said = withPictures(contact.properties, picture);
  const person = personText(contact, said);
  const values = valueTexts(said);
  return person && values && { place: [at, line], person, values };
}

/** What the list shows of somebody, as `projection` has it, without asking every value for each. */
function personText({ fn, n, connectedOn }: Contact, said: Said): RowText | undefined {
  const serialised = serialiseN(n);
  // Without anything escaped it reads back as it was.
  const read = serialised.includes('\\') ? parseN(serialised) : n;
  const row = listRow({ fn, n: read, org: first(said, 'ORG'), title: first(said, 'TITLE') });
  const { org, title, sortKey, nameKey, orgKey } = row;
  return rowText([fn, serialised, org, title, sortKey, nameKey, orgKey, connectedOn ?? null]);
}

function valueTexts(said: Said): RowText[] | undefined {
  const values: RowText[] = [];
  for (const { name, value, type, parameters } of said) {
    if (value === '') continue;
    const row = rowText([name, value, type, parametersText(parameters), propertyKey(name, value)]);
    if (row === undefined) return undefined;
    values.push(row);
  }
  return values;
}

const first = (said: Said, wanted: 'ORG' | 'TITLE'): string => {
  for (const { name, value } of said) if (name === wanted && value !== '') return value;
  return '';
};

type Said = readonly DraftProperty[];

/** With the pictures themselves, as they are stored. */
const withPictures = (said: Said, picture: PictureOf): Said =>
  said.some(({ name }) => name === 'PHOTO')
    ? said.map((one) => (one.name === 'PHOTO' ? { ...one, value: picture(one.value) } : one))
    : said;
