// An SQLite file written from its first page to its last, as https://sqlite.org/fileformat2.html has it: SQLite then copies
// the rows into the book by itself. Binding a value costs more than storing it, and bytes written here cost neither.
import Database from 'better-sqlite3';

/** As SQLite has them at most, so that no row of ours reaches over several. */
const PAGE = 65_536;
/** Texts of together so many characters fit into a row, whatever the letters. */
const LONGEST_ROW = 15_000;
/** Keys and numbers are at least 0 and below this. */
export const NUMBERS = 2 ** 31;

/** Serial types: of a number of four bytes, and of a text of so many bytes or null. */
const FOUR_BYTES = 4;
const typeOf = (bytes: number | undefined): number => (bytes === undefined ? 0 : 13 + 2 * bytes);

const LEAF = 13;
const INTERIOR = 5;
/** Where the file's header says how many pages there are. */
const PAGE_COUNT = 28;
/** Of a leaf; an interior page has its last child behind that. */
const PAGE_HEADER = 8;
/** A child to an interior page, with its place in it: so many are sure to fit. */
const CHILDREN = 4000;

/** Writes bytes at a place. */
type Put = (at: number, bytes: Uint8Array) => void;

/** A page that is full, with the highest key under it. */
interface Done {
  readonly page: number;
  readonly last: number;
}

/** Puts pages one behind the other. */
class Pages {
  readonly #put: Put;
  #count: number;

  /** How many children an interior page has at most. */
  readonly children: number;

  constructor(put: Put, count: number, children: number) {
    this.#put = put;
    this.#count = count;
    this.children = children;
  }

  /** Answers the page's number, counted from 1. */
  add(page: Uint8Array): number {
    this.#count += 1;
    this.putAt(this.#count, page);
    return this.#count;
  }

  putAt(number: number, page: Uint8Array): void {
    this.#put((number - 1) * PAGE, page);
  }

  /** Says on the first page how many there are. */
  end(): void {
    const count = new Uint8Array(4);
    putLong(count, 0, this.#count);
    this.#put(PAGE_COUNT, count);
  }
}

/** A row's texts. */
export interface RowText {
  readonly texts: readonly (string | null)[];
  readonly text: string;
}

/** What goes into a row; undefined for texts that are too long, or none: half of a surrogate pair is not. */
export function rowText(texts: readonly (string | null)[]): RowText | undefined {
  const text = texts.join('');
  return text.length <= LONGEST_ROW && text.isWellFormed() ? { texts, text } : undefined;
}

/** One table's rows, in the order of their keys, from the end of each page to its beginning. */
export class TableRows {
  readonly #pages: Pages;
  readonly #types: number[] = [];
  readonly #done: Done[] = [];
  readonly #encoder = new TextEncoder();
  #page = new Uint8Array(PAGE);
  #rows = 0;
  #end = PAGE;
  #last = 0;

  constructor(pages: Pages) {
    this.#pages = pages;
  }

  /**
   * Adds a row, whose key is higher than that of the one before: whole numbers first, then texts and nulls. `text` is all
   * of the texts together.
   */
  add(key: number, numbers: readonly number[], row: RowText): void {
    const { texts, text } = row;
    const types = this.#types;
    // Nearly every text has a byte a letter, which shows when it is written.
    for (let at = 0; at < texts.length; at++) types[at] = typeOf(texts[at]?.length);
    if (this.#write(key, numbers, row, text.length)) return;
    for (const [at, one] of texts.entries())
      types[at] = typeOf(one === null ? undefined : Buffer.byteLength(one));
    this.#write(key, numbers, row, Buffer.byteLength(text));
  }

  /** Adds it with the types that have been worked out; false where its texts have more bytes than `width`. */
  #write(key: number, numbers: readonly number[], { texts, text }: RowText, width: number): boolean {
    const types = this.#types;
    let header = 1 + numbers.length;
    for (let at = 0; at < texts.length; at++) header += varintLength(types[at]!); // one a text
    const payload = header + 4 * numbers.length + width;
    const length = varintLength(payload) + varintLength(key) + payload;
    if (this.#end - length < PAGE_HEADER + 2 * (this.#rows + 1)) this.#close();
    const page = this.#page;
    const start = this.#end - length;
    let to = putVarint(page, putVarint(page, start, payload), key);
    page[to++] = header;
    for (let at = 0; at < numbers.length; at++) page[to++] = FOUR_BYTES;
    for (let at = 0; at < texts.length; at++) to = putVarint(page, to, types[at]!); // as above
    for (let at = 0; at < numbers.length; at++) to = putLong(page, to, numbers[at]!); // below length
    if (!this.#putText(text, to, width)) return false;
    putShort(page, PAGE_HEADER + 2 * this.#rows, start);
    this.#rows += 1;
    this.#end = start;
    this.#last = key;
    return true;
  }

  /** For texts as short as these a loop is quicker than asking the encoder, who is asked where it does not do. */
  #putText(text: string, from: number, width: number): boolean {
    const page = this.#page;
    if (text.length === width) {
      for (let at = 0; at < width; at++) {
        const code = text.charCodeAt(at);
        if (code > 0x7f) return false;
        page[from + at] = code;
      }
    } else this.#encoder.encodeInto(text, page.subarray(from, from + width));
    return true;
  }

  /** The page with its header, ready to be put. */
  #whole(): Uint8Array {
    const page = this.#page;
    page[0] = LEAF;
    putShort(page, 3, this.#rows);
    putShort(page, 5, this.#end);
    return page;
  }

  #close(): void {
    this.#done.push({ page: this.#pages.add(this.#whole()), last: this.#last });
    this.#rows = 0;
    this.#end = PAGE;
  }

  /** Puts the page on which the table begins where SQLite looks for it. */
  end(root: number): void {
    if (this.#done.length === 0) return this.#pages.putAt(root, this.#whole());
    this.#close();
    let done: readonly Done[] = this.#done;
    while (done.length > this.#pages.children) done = this.#parentsOf(done);
    this.#pages.putAt(root, parentOf(done));
  }

  #parentsOf(children: readonly Done[]): Done[] {
    const parents: Done[] = [];
    const most = this.#pages.children;
    for (let at = 0; at < children.length; at += most) {
      const some = children.slice(at, at + most);
      parents.push({ page: this.#pages.add(parentOf(some)), last: some.at(-1)!.last }); // one at least
    }
    return parents;
  }
}

function parentOf(children: readonly Done[]): Uint8Array {
  const page = new Uint8Array(PAGE);
  let end = PAGE;
  for (const [at, child] of children.slice(0, -1).entries()) {
    end -= 4 + varintLength(child.last);
    putVarint(page, putLong(page, end, child.page), child.last);
    putShort(page, PAGE_HEADER + 4 + 2 * at, end);
  }
  page[0] = INTERIOR;
  putShort(page, 3, children.length - 1);
  putShort(page, 5, end);
  putLong(page, PAGE_HEADER, children.at(-1)!.page); // one at least
  return page;
}

/** A table's columns by its name. */
export type Columns<Name extends string> = Readonly<Record<Name, readonly string[]>>;

/** Tables of one file: add rows to them, then `end` it once. */
export class TableFile<Name extends string> {
  readonly #pages: Pages;
  readonly #roots: readonly (readonly [Name, number])[];
  readonly tables: Readonly<Record<Name, TableRows>>;

  /** Has SQLite make the tables in an empty file; `put` writes to that file. Tests have pages with fewer `children`. */
  constructor(file: string, columns: Columns<Name>, put: Put, children = CHILDREN) {
    this.#roots = madeIn(file, columns);
    const pages = new Pages(put, 1 + this.#roots.length, children);
    this.#pages = pages;
    this.tables = Object.fromEntries(this.#roots.map(([name]) => [name, new TableRows(pages)])) as Record<
      Name,
      TableRows
    >; // one a name
  }

  end(): void {
    for (const [name, root] of this.#roots) this.tables[name].end(root);
    this.#pages.end();
  }
}

/** Answers the page on which each table begins. */
function madeIn<Name extends string>(file: string, columns: Columns<Name>): (readonly [Name, number])[] {
  const sqlite = new Database(file);
  try {
    sqlite.pragma(`page_size = ${PAGE}`);
    for (const [name, some] of Object.entries<readonly string[]>(columns))
      sqlite.exec(`create table ${name} (${some.join(', ')})`);
    return sqlite.prepare('select name, rootpage from sqlite_schema').raw().all() as [Name, number][]; // those just made
  } finally {
    sqlite.close();
  }
}

function varintLength(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x40_00) return 2;
  if (value < 0x20_00_00) return 3;
  return value < 0x10_00_00_00 ? 4 : 5;
}

/** Big-endian, seven bits a byte; answers the place behind. */
function putVarint(page: Uint8Array, at: number, value: number): number {
  let to = at;
  for (let shift = 7 * (varintLength(value) - 1); shift > 0; shift -= 7)
    page[to++] = 0x80 | ((value >>> shift) & 0x7f);
  page[to++] = value & 0x7f;
  return to;
}

function putShort(page: Uint8Array, at: number, value: number): void {
  page[at] = (value >>> 8) & 0xff;
  page[at + 1] = value & 0xff;
}

function putLong(page: Uint8Array, at: number, value: number): number {
  page[at] = value >>> 24;
  page[at + 1] = (value >>> 16) & 0xff;
  page[at + 2] = (value >>> 8) & 0xff;
  page[at + 3] = value & 0xff;
  return at + 4;
}
