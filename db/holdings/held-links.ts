// What the book holds about a person and others: meetings, ties, invitations, introductions.
import type { Held } from '#api/holdings.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { ReadBook } from '#db/book.ts';
import { sourceFinder } from './sources.ts';
import type { Sourced } from './sources.ts';

/** Rows of a query over the person `@id`, its columns named as the answer's are. */
const rowsOf = <Row>(book: ReadBook, id: ContactId, sql: string): Row[] =>
  book.statement(sql).all({ id }) as Row[]; // each caller's type says its columns

type Unsourced<Key extends 'encounters' | 'attended' | 'ties' | 'letters' | 'invitations'> = Omit<
  Held[Key][number],
  'provenance'
>;

const SOURCE = (table: string) => `${table}.batch_id as "batchId", ${table}.line, ${table}.created_at as at`;

function sourced<Row>(book: ReadBook, rows: readonly (Row & Sourced)[]) {
  const sourceOf = sourceFinder(book);
  return rows.map(({ batchId, line, at, ...row }) => ({
    ...(row as Row), // what is left of Row & Sourced
    provenance: sourceOf({ batchId, line, at }),
  }));
}

export const heldEncounters = (book: ReadBook, id: ContactId): Held['encounters'] =>
  sourced(
    book,
    rowsOf<Unsourced<'encounters'> & Sourced>(
      book,
      id,
      `select coalesce(e.summary, '') as event, coalesce(m.met_on, '') as "metOn", m.location, m.channel, m.note,
         coalesce(i.fn, '') as "introducedBy", ${SOURCE('m')}
       from encounter m left join event e on e.id = m.event_id left join contact i on i.id = m.introduced_by_id
       where m.contact_id = @id order by m.met_on desc, m.id desc`,
    ),
  );

export const heldIntroduced = (book: ReadBook, id: ContactId): Held['introduced'] =>
  rowsOf(
    book,
    id,
    `select c.fn, coalesce(m.met_on, '') as "metOn" from encounter m join contact c on c.id = m.contact_id
     where m.introduced_by_id = @id order by m.id`,
  );

export const heldAttended = (book: ReadBook, id: ContactId): Held['attended'] =>
  sourced(
    book,
    rowsOf<Unsourced<'attended'> & Sourced>(
      book,
      id,
      `select e.summary as event, a.partstat, a.role, ${SOURCE('a')} from attendee a join event e on e.id = a.event_id
       where a.contact_id = @id order by a.id`,
    ),
  );

type TieRow = Omit<Unsourced<'ties'>, 'level' | 'isFormer'> & {
  readonly level: Held['ties'][number]['level'] | null;
  readonly isFormer: 0 | 1;
};

export const heldTies = (book: ReadBook, id: ContactId): Held['ties'] =>
  sourced(
    book,
    rowsOf<TieRow & Sourced>(
      book,
      id,
      `select v.kind, coalesce(v."on", '') as "on", v.level, v.text, v.count, coalesce(o.fn, '') as other,
         v.superseded_by is not null as "isFormer", ${SOURCE('v')}
       from evidence v left join contact o on o.id = iif(v.contact_id = @id, v.other_id, v.contact_id)
       where v.contact_id = @id or v.other_id = @id order by v.id`,
    ),
  ).map(({ level, isFormer, ...row }) => ({
    ...row,
    ...(level === null || level === undefined ? {} : { level }),
    isFormer: isFormer === 1,
  }));

type LetterRow = Omit<Unsourced<'letters'>, 'references' | 'isFormer'> & {
  readonly references: string;
  readonly isFormer: 0 | 1;
};

export const heldLetters = (book: ReadBook, id: ContactId): Held['letters'] =>
  sourced(
    book,
    rowsOf<LetterRow & Sourced>(
      book,
      id,
      `select r."on", r.subject, r.message_id as "messageId", r."references", r.superseded_by is not null as "isFormer",
         ${SOURCE('r')}
       from received_letter r where r.contact_id = @id order by r."on" desc, r.id desc`,
    ),
  ).map(({ references, isFormer, ...row }) => ({
    ...row,
    references: references.split(' ').filter((one) => one !== ''),
    isFormer: isFormer === 1,
  }));

type InvitationRow = Omit<Unsourced<'invitations'>, 'decisions'> & { readonly id: number };

/** The invitations of these keys, with what was decided about them. */
export function heldInvitations(book: ReadBook, ids: readonly number[]): Held['invitations'] {
  const rows = book
    .statement(
      `select i.id, i.direction, coalesce(i.sent_at, '') as "sentAt", i.headline, i.message, i.state, ${SOURCE('i')}
       from invitation i where i.id in (select value from json_each(?)) order by i.sent_at desc, i.id desc`,
    )
    .all(JSON.stringify(ids)) as (InvitationRow & Sourced)[]; // the columns named
  const decisions = book.statement(
    'select decision, reason, decided_at as "decidedAt" from decision where invitation_id = ? order by id',
  );
  return sourced(book, rows).map(({ id, ...row }) => ({
    ...row,
    decisions: decisions.all(id) as Held['invitations'][number]['decisions'], // the columns named
  }));
}

export const heldMutuals = (book: ReadBook, id: ContactId): Held['mutuals'] =>
  rowsOf<Omit<Held['mutuals'][number], 'answer'> & { answer: Held['mutuals'][number]['answer'] | null }>(
    book,
    id,
    `select i.fn as inviter, u.answer, coalesce(u.asked_on, '') as "askedOn", coalesce(u.answered_on, '') as "answeredOn"
     from mutual u join invitation i on i.id = u.invitation_id where u.contact_id = @id order by u.id`,
  ).map(({ answer, ...row }) => ({ ...row, ...(answer === null ? {} : { answer }) }));

type IntroductionRow = Omit<Held['introductions'][number], 'steps'> & { readonly id: number };

export function heldIntroductions(book: ReadBook, id: ContactId): Held['introductions'] {
  const rows = rowsOf<IntroductionRow>(
    book,
    id,
    `select n.id, n.direction, one.fn as a, other.fn as b, n.purpose, iif(n.a_id = @id, n.benefit_a, n.benefit_b) as benefit, n.state,
       n.created_at as "createdAt"
     from introduction n join contact one on one.id = n.a_id join contact other on other.id = n.b_id
     where n.a_id = @id or n.b_id = @id order by n.id`,
  );
  const steps = book.statement(
    'select step, at, note from introduction_step where introduction_id = ? order by id',
  );
  return rows.map(({ id: key, ...row }) => ({
    ...row,
    steps: steps.all(key) as Held['introductions'][number]['steps'], // the columns named
  }));
}

export const heldPairs = (book: ReadBook, id: ContactId): Held['pairs'] =>
  rowsOf(
    book,
    id,
    `select 'kept_apart' as kind, c.fn as other, '' as reason, k.decided_at as at
       from kept_apart k join contact c on c.id = iif(k.a_id = @id, k.b_id, k.a_id)
       where k.a_id = @id or k.b_id = @id
     union all
     select 'do_not_introduce', c.fn, d.reason, d.created_at
       from do_not_introduce d join contact c on c.id = iif(d.a_id = @id, d.b_id, d.a_id)
       where d.a_id = @id or d.b_id = @id`,
  );

export const heldReminders = (book: ReadBook, id: ContactId): Held['reminders'] =>
  rowsOf(
    book,
    id,
    `select r.text, coalesce(e.summary, '') as event, r.due_on as "dueOn", coalesce(r.settled_at, '') as "settledAt"
     from reminder r left join event e on e.id = r.event_id where r.contact_id = @id order by r.due_on, r.id`,
  );

export const heldMerged = (book: ReadBook, id: ContactId): Held['merged'] =>
  rowsOf(
    book,
    id,
    `select c.fn, m.merged_at as "mergedAt" from merge m join contact c on c.id = m.absorbed_id
     where m.survivor_id = @id order by m.id`,
  );

export const heldImports = (book: ReadBook, id: ContactId): Held['imports'] =>
  rowsOf<Omit<Held['imports'][number], 'isReverted'> & { isReverted: 0 | 1 }>(
    book,
    id,
    `select b.file_name as "fileName", coalesce(b.applied_at, '') as "appliedAt", count(*) as "values",
       b.state = 'reverted' as "isReverted"
     from property p join import_batch b on b.id = p.batch_id where p.contact_id = @id group by b.id order by b.id`,
  ).map((row) => ({ ...row, isReverted: row.isReverted === 1 }));
