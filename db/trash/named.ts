// Where the book's texts about others name somebody.
import type { Naming as NamingShown } from '#api/trash.ts';
import { POSITION_PROPERTY } from '#core/contacts/positions.ts';
import { fold } from '#core/shared/fold.ts';
import type { ReadBook } from '#db/book.ts';
import type { Row, WriteBook } from '#db/history/journal.ts';
import { mutual, property, savedView, tagCadence } from '#db/schema.ts';
import type { Rows } from './rows.ts';
import { isNamed, withoutNames } from './traces.ts';
import type { Traces } from './traces.ts';

interface TextsOf {
  readonly place: NamingShown['place'];
  readonly table: string;
  readonly columns: readonly string[];
  /** Further condition. */
  readonly where?: string;
  /** Whose text it is: an expression over the row `r`. */
  readonly of: string;
}

const PERSON = '(select c.fn from contact c where c.id = r.contact_id)';
const INVITER = '(select i.fn from invitation i where i.id = r.invitation_id)';
const FIRST = '(select c.fn from contact c where c.id = r.a_id)';

/** Without a name it is known by its subject, else by its kind. */
const LETTER = `coalesce(nullif(r.summary, ''), nullif(r.subject, ''), r.kind)`;

/** Names of people, organisations and addresses are not texts: they may be called the same. */
const TEXTS: readonly TextsOf[] = [
  { place: 'related', table: 'property', columns: ['value'], where: `r.name = 'RELATED'`, of: PERSON },
  {
    place: 'value',
    table: 'property',
    columns: ['value'],
    where: `(r.name = 'NOTE' or (r.name like 'X-%' and r.name <> '${POSITION_PROPERTY}'))`,
    of: PERSON,
  },
  { place: 'encounter', table: 'encounter', columns: ['note', 'location'], of: PERSON },
  {
    place: 'event',
    table: 'event',
    columns: ['summary', 'location', 'description', 'organizer', 'series'],
    of: 'r.summary',
  },
  { place: 'tie', table: 'evidence', columns: ['text'], of: PERSON },
  {
    place: 'received',
    table: 'received_letter',
    columns: ['subject', 'message_id', 'references'],
    of: PERSON,
  },
  { place: 'invitation', table: 'invitation', columns: ['message', 'headline'], of: 'r.fn' },
  { place: 'mutual', table: 'mutual', columns: ['name', 'quote'], of: INVITER },
  { place: 'decision', table: 'decision', columns: ['reason', 'vetting'], of: INVITER },
  {
    place: 'introduction',
    table: 'introduction',
    columns: ['purpose', 'benefit_a', 'benefit_b'],
    of: FIRST,
  },
  {
    place: 'introduction',
    table: 'introduction_step',
    columns: ['note'],
    of: '(select c.fn from introduction n join contact c on c.id = n.a_id where n.id = r.introduction_id)',
  },
  { place: 'pair', table: 'do_not_introduce', columns: ['reason'], of: FIRST },
  { place: 'reminder', table: 'reminder', columns: ['text'], of: PERSON },
  { place: 'view', table: 'saved_view', columns: ['summary', 'query'], of: 'r.summary' },
  { place: 'letter', table: 'letter_template', columns: ['summary', 'subject', 'body'], of: LETTER },
  { place: 'tag', table: 'tag_cadence', columns: ['tag_key'], of: 'r.tag_key' },
  { place: 'import', table: 'import_batch', columns: ['file_name', 'entries'], of: 'r.file_name' },
];

/** One row that names them. */
interface Naming {
  readonly place: NamingShown['place'];
  readonly table: string;
  readonly id: number;
  /** Whose or of what the text is. */
  readonly of: string;
  /** The columns that do, with their texts. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Letters on both sides of a name in an excerpt. */
const AROUND = 40;

/** A few words around the name. */
function excerptOf(traces: Traces, { texts }: Naming): string {
  const text = Object.values(texts)[0] ?? '';
  const at = traces.words === undefined ? 0 : Math.max(0, text.search(traces.words));
  const from = Math.max(0, at - AROUND);
  const part = text.slice(from, at + 2 * AROUND).toWellFormed();
  return `${from > 0 ? '…' : ''}${part}${at + 2 * AROUND < text.length ? '…' : ''}`.replace(/\s+/g, ' ');
}

/** Every row of others' that names them; rows that are about them themselves are left out. Reads every text of the book. */
function* namings(
  book: ReadBook,
  traces: Traces,
  isTheirs: (table: string, id: number) => boolean,
): Generator<Naming> {
  if (traces.words === undefined) return;
  for (const { place, table, columns, where, of } of TEXTS) {
    const rows = book
      .statement(
        `select r.id, ${of} as "of", ${columns.map((column) => `r."${column}"`).join(', ')} from "${table}" r
         where (${columns.map((column) => `r."${column}" <> ''`).join(' or ')}) ${where === undefined ? '' : `and ${where}`}`,
      )
      .all() as (Row & { readonly id: number; readonly of: string | null })[]; // the columns named
    for (const row of rows) {
      const texts = Object.fromEntries(
        columns.flatMap((column) => {
          const text = row[column];
          return typeof text === 'string' && isNamed(traces, text) ? [[column, text] as const] : [];
        }),
      );
      if (Object.keys(texts).length === 0 || isTheirs(table, row.id)) continue;
      yield { place, table, id: row.id, of: row.of ?? '', texts };
    }
  }
}

const MOST_SHOWN = 50;

/** The first of the texts about others that name them, and how many there are. `rows` are about them themselves. */
export function namingsShown(
  book: ReadBook,
  traces: Traces,
  rows: Rows,
): { total: number; rows: NamingShown[] } {
  const all = [...namings(book, traces, (table, id) => rows.get(table)?.has(id) === true)];
  const shown = all.slice(0, MOST_SHOWN);
  return {
    total: all.length,
    rows: shown.map((naming) => ({
      place: naming.place,
      of: naming.of,
      excerpt: excerptOf(traces, naming),
    })),
  };
}

/** Takes their names out of others' texts. What is nothing but their name goes as a whole. */
export function cleanTexts(book: WriteBook, traces: Traces): void {
  for (const naming of namings(book, traces, () => false)) cleanOne(book, naming, traces);
  if (traces.words === undefined) return;
  cleanProfiles(book, traces);
  cleanMerges(book, traces);
}

/** What a merge has remembered of a text is compared with the text when it is taken apart. */
function cleanMerges(book: WriteBook, traces: Traces): void {
  const rows = book
    .statement('select id, before, after from merge_change where before is not null or after is not null')
    .all() as { readonly id: number; readonly before: string | null; readonly after: string | null }[]; // the columns named
  for (const { id, before, after } of rows)
    if (isNamed(traces, `${before} ${after}`))
      book.patch('merge_change', id, {
        before: before && withoutNames(traces, before),
        after: after && withoutNames(traces, after),
      });
}

function cleanOne(book: WriteBook, { place, table, id, texts }: Naming, traces: Traces): void {
  if (place === 'related') return book.remove(property, id);
  if (place === 'mutual' && 'name' in texts) return book.remove(mutual, id);
  if (place === 'view') return book.remove(savedView, id);
  if (place === 'tag') return book.remove(tagCadence, id);
  const columns = Object.fromEntries(
    Object.entries(texts).map(([column, text]) => [column, withoutNames(traces, text)]),
  );
  book.patch(table, id, columns);
  if (place === 'event') foldAgain(book, id);
}

/** An event is found by its folded name. */
function foldAgain(book: WriteBook, id: number): void {
  const row = book.rowOf('event', id);
  if (row !== undefined)
    book.patch('event', id, { summary_key: fold(`${row['summary']} ${row['location']}`) });
}

/** The first line of a table without a header may be somebody. */
function cleanProfiles(book: WriteBook, traces: Traces): void {
  const rows = book.statement('select header, mapping from column_profile').all() as {
    readonly header: string;
    readonly mapping: string;
  }[]; // the columns named
  for (const { header, mapping } of rows)
    if (isNamed(traces, header) || isNamed(traces, mapping))
      book.statement('delete from column_profile where header = ?').run(header);
}
