// When people were at which organisation beside where they are now, as both threads that know the network keep it.
import { Parameters } from '#core/contacts/model.ts';
import { POSITION_PROPERTY, readPosition } from '#core/contacts/positions.ts';
import { stayOf, stayShown } from '#core/network/stays.ts';
import type { Stay } from '#core/network/stays.ts';
import { PartialDate } from '#core/shared/dates.ts';
import { fold } from '#core/shared/fold.ts';
import type { ReadBook } from '#db/book.ts';

/** One time of one person. */
export interface StayRow {
  readonly id: number;
  /** The organisation as it is written there. */
  readonly org: string;
  readonly orgKey: string;
  readonly stay: Stay;
  /** The owner or a list of jobs with its dates has said so; otherwise two files were compared. */
  readonly isTold: boolean;
}

/** Everybody's times by organisation. Changed in place, person by person. */
export class Stays {
  readonly #byOrg = new Map<string, Map<number, StayRow[]>>();
  readonly #orgsOf = new Map<number, Set<string>>();

  static of(rows: Iterable<StayRow>): Stays {
    const stays = new Stays();
    for (const row of rows) stays.#add(row);
    return stays;
  }

  /** These people's times are now these, and no others. */
  replace(people: Iterable<number>, rows: Iterable<StayRow>): void {
    for (const id of people) {
      for (const key of this.orgsOf(id)) {
        const there = this.#byOrg.get(key);
        there?.delete(id);
        if (there?.size === 0) this.#byOrg.delete(key);
      }
      this.#orgsOf.delete(id);
    }
    for (const row of rows) this.#add(row);
  }

  /** Who was at an organisation, by its folded name. */
  at(orgKey: string): ReadonlyMap<number, readonly StayRow[]> {
    return this.#byOrg.get(orgKey) ?? NOBODY;
  }

  /** The folded names of the organisations somebody was at. */
  orgsOf = (id: number): ReadonlySet<string> => this.#orgsOf.get(id) ?? NOWHERE;

  /** The folded names of all. */
  orgs = (): Iterable<string> => this.#byOrg.keys();

  #add(row: StayRow): void {
    const key = row.orgKey;
    let there = this.#byOrg.get(key);
    if (there === undefined) this.#byOrg.set(key, (there = new Map()));
    const known = there.get(row.id);
    if (known === undefined) there.set(row.id, [row]);
    else if (known.length < MOST_TIMES) known.push(row);
    const orgs = this.#orgsOf.get(row.id);
    if (orgs === undefined) this.#orgsOf.set(row.id, new Set([key]));
    else orgs.add(key);
  }
}

/** Nobody comes back oftener; every time of one person is held against every time of another. */
const MOST_TIMES = 40;

const NOBODY: ReadonlyMap<number, readonly StayRow[]> = new Map();
const NOWHERE: ReadonlySet<string> = new Set();

/**
 * Jobs the owner told, organisations that came with dates (jobs and schools of other apps and of the owner's archive),
 * and those that a later file replaced. An organisation without dates is where they are now, which `contact` has.
 */
const ROWS = (from: string) =>
  `select p.contact_id as id, p.name, p.value, p.parameters, substr(p.recorded_at, 1, 10) as shown,
     substr(b.applied_at, 1, 10) as gone
   from ${from} cross join contact c on c.id = p.contact_id and c.deleted_at is null
   left join import_batch b on b.id = p.superseded_by
   where p.name in ('ORG', '${POSITION_PROPERTY}') and p.hidden = 0 and p.value <> ''
   and ((p.name = 'ORG' and b.applied_at is not null) or (p.superseded_by is null
     and (p.name <> 'ORG' or p.parameters like '%"X-FROM"%' or p.parameters like '%"X-TO"%')))`;

interface Row {
  readonly id: number;
  readonly name: string;
  readonly value: string;
  readonly parameters: string;
  readonly shown: string;
  readonly gone: string | null;
}

/** Everybody's times, from the book: one look at every property, a fraction of a second for a million. */
export const allStays = (book: ReadBook): StayRow[] =>
  read(book.statement(ROWS('property p not indexed')).iterate() as Iterable<Row>); // its columns

/** The times of these people. */
export const staysOf = (book: ReadBook, ids: readonly number[]): StayRow[] =>
  read(
    book
      .statement(ROWS('json_each(?) j cross join property p on p.contact_id = j.value'))
      .all(JSON.stringify(ids)) as Row[], // its columns
  );

function read(rows: Iterable<Row>): StayRow[] {
  const found: StayRow[] = [];
  for (const row of rows) {
    const { id, value, gone } = row;
    const job = row.name === POSITION_PROPERTY ? readPosition(value) : { org: value, ...datesIn(row) };
    const stay = job && (gone === null ? stayOf(job) : stayShown(row.shown, gone));
    if (job === undefined || job.org === '' || stay === undefined) continue;
    found.push({ id, org: job.org, orgKey: fold(job.org), stay, isTold: gone === null });
  }
  return found;
}

function datesIn({ parameters }: Row) {
  if (parameters === '') return {};
  const all = Parameters.safeParse(JSON.parse(parameters)).data ?? {};
  const date = (name: string) => PartialDate.safeParse(all[name]?.[0]).data;
  return { from: date('X-FROM'), to: date('X-TO') };
}

const WIDTH = 7;

/** Times on the way to another thread: numbers that are handed over rather than copied. */
export interface PackedStays {
  readonly orgs: readonly string[];
  readonly numbers: Float64Array;
}

export function packedStays(rows: readonly StayRow[]): PackedStays {
  const orgs = new Map<string, number>();
  const numbers = new Float64Array(WIDTH * rows.length);
  for (const [at, { id, org, stay, isTold }] of rows.entries()) {
    const place = orgs.get(org) ?? orgs.size;
    orgs.set(org, place);
    const { earliest, from, to, latest } = stay;
    numbers.set([id, place, earliest, from, to, latest, Number(isTold)], WIDTH * at);
  }
  return { orgs: [...orgs.keys()], numbers };
}

export function* unpackedStays({ orgs, numbers }: PackedStays): Generator<StayRow> {
  const keys = orgs.map(fold);
  for (let at = 0; at < numbers.length; at += WIDTH) {
    const number = (column: number): number => numbers[at + column]!;
    const place = number(1);
    yield {
      id: number(0),
      org: orgs[place]!,
      orgKey: keys[place]!,
      stay: { earliest: number(2), from: number(3), to: number(4), latest: number(5) },
      isTold: number(6) === 1,
    };
  }
}
