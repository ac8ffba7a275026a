// New people on their way into the book: rows of three tables, added many at once.
import type { Database } from 'better-sqlite3';
import { parametersText } from '#db/contacts/parameters.ts';
import { propertyKey } from '#core/contacts/identity.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { projection } from '#db/contacts/queries.ts';
import { BulkRows } from './bulk.ts';
import type { Shared } from './bulk.ts';
import type { KeptValue } from './kept.ts';

/** As many as fill a few statements. */
const PEOPLE_AT_ONCE = 250;
/** Records of one shape to a statement. */
const RECORDS = 10;
/** A table's rows come in a few dozen shapes; cards that nobody else's are like are written value by value. */
const MOST_SHAPES = 60;

/** A statement takes 32 766 cells. */
const MOST_VALUES = 30;

const PROPERTY = 'property (contact_id, name, value, type, parameters, key, recorded_at, batch_id, line)';
const ANY_VALUE = '(?, ?, ?, ?, ?, ?, @now, @batch, ?)';

/** A value as it is stored. */
interface Stored {
  readonly name: string;
  readonly value: string;
  readonly type: string;
  readonly parameters: string;
  readonly key: string;
}

function stored(says: readonly KeptValue[]): Stored[] {
  const values: Stored[] = [];
  for (const said of says) if (said[1] !== '') values.push(toStored(said));
  return values;
}

const toStored = ([name, value, type = '', parameters]: KeptValue): Stored => ({
  name,
  value,
  type,
  parameters: parametersText(parameters),
  key: propertyKey(name, value),
});

export class NewPeople {
  readonly #sqlite: Database;
  readonly #shared: Shared;
  readonly #people: BulkRows;
  readonly #connected: BulkRows;
  readonly #values: BulkRows;
  readonly #shapes = new Map<string, Shape>();
  #waiting = 0;

  constructor(sqlite: Database, shared: Shared) {
    this.#sqlite = sqlite;
    this.#shared = shared;
    this.#people = new BulkRows(sqlite, shared, {
      into: 'contact (id, fn, org, title, sort_key, name_key, org_key, created_at, batch_id)',
      row: '(?, ?, ?, ?, ?, ?, ?, @now, @batch)',
    });
    this.#connected = new BulkRows(sqlite, shared, {
      into: 'evidence (kind, contact_id, "on", created_at, batch_id, line)',
      row: `('li_connected', ?, ?, @now, @batch, ?)`,
    });
    this.#values = new BulkRows(sqlite, shared, { into: PROPERTY, row: ANY_VALUE });
  }

  /** Adds somebody with all that is said about them on one line. */
  add(id: ContactId, says: readonly KeptValue[], line: number): void {
    const row = projection(says.map(([name, value]) => ({ name, value })));
    this.#people.cells.push(id, row.fn, row.org, row.title, row.sortKey, row.nameKey, row.orgKey);
    this.#addValues(id, stored(says), line);
    if (++this.#waiting === PEOPLE_AT_ONCE) this.flush();
  }

  /** The owner and somebody added before became connections on that day. */
  connect(id: ContactId, on: string, line: number): void {
    this.#connected.cells.push(id, on, line);
  }

  #addValues(id: ContactId, values: readonly Stored[], line: number): void {
    const shape = this.#shapeOf(values);
    if (shape === undefined) {
      for (const { name, value, type, parameters, key } of values)
        this.#values.cells.push(id, name, value, type, parameters, key, line);
      return;
    }
    const { cells } = shape.rows;
    for (const [at, { name, value, type, parameters, key }] of values.entries()) {
      const bound = shape.bound[at]!; // as many as there are values
      cells.push(id);
      if (bound.name) cells.push(name);
      cells.push(value);
      if (bound.type) cells.push(type);
      if (bound.parameters) cells.push(parameters);
      if (bound.key) cells.push(key);
      cells.push(line);
    }
  }

  /**
   * Rows of records whose names and types are those of many others, so that only the rest is bound. Of one person the
   * values stay in order; whose come first is nobody's business. Undefined for what is written value by value.
   */
  #shapeOf(values: readonly Stored[]): Shape | undefined {
    if (values.length > MOST_VALUES) return undefined;
    let key = '';
    for (const { name, type, parameters, key: matched } of values)
      // With the lengths said no word can pass for two.
      key += `${name.length}:${name}${type.length}:${type}${parameters === '' ? '' : 'p'}${matched === '' ? '' : 'k'};`;
    const known = this.#shapes.get(key);
    if (known !== undefined || values.length === 0 || this.#shapes.size >= MOST_SHAPES) return known;
    const bound = values.map(boundOf);
    const row = values.map((value, at) => rowOf(value, bound[at]!)).join(', ');
    const rows = new BulkRows(this.#sqlite, this.#shared, { into: PROPERTY, row, rows: RECORDS });
    const shape = { rows, bound };
    this.#shapes.set(key, shape);
    return shape;
  }

  /** Whoever is on their way is in the book afterwards: people before what is said about them. */
  flush(): void {
    this.#waiting = 0;
    this.#people.flush();
    for (const { rows } of this.#shapes.values()) rows.flush();
    this.#values.flush();
    this.#connected.flush();
  }
}

/** Which cells of a value are bound; the others stand in the statement. */
type Bound = Readonly<Record<'name' | 'type' | 'parameters' | 'key', boolean>>;

interface Shape {
  readonly rows: BulkRows;
  /** Of each value of a record, in order. */
  readonly bound: readonly Bound[];
}

/** SECURITY: words come out of a file. Only such as cannot end a quoted one stand in a statement; all others are bound. */
const PLAIN = /^[\w,-]{0,40}$/;

const boundOf = ({ name, type, parameters, key }: Stored): Bound => ({
  name: !PLAIN.test(name),
  type: !PLAIN.test(type),
  parameters: parameters !== '',
  key: key !== '',
});

function rowOf({ name, type }: Stored, bound: Bound): string {
  const written = (word: string, isBound: boolean) => (isBound ? '?' : `'${word}'`);
  const cells = [
    '?',
    written(name, bound.name),
    '?',
    written(type, bound.type),
    written('', bound.parameters),
    written('', bound.key),
    '@now, @batch, ?',
  ];
  return `(${cells.join(', ')})`;
}
