// What was asked of people and done for them, out of invitations and introductions: the rows behind the ledger of goodwill.
import { ContactId } from '#core/contacts/model.ts';
import { goodwillOf } from '#core/introductions/goodwill.ts';
import type { Favour, Goodwill } from '#core/introductions/goodwill.ts';
import type { ReadBook } from '#db/book.ts';
import { wordsAbout } from '#db/manners/preferences.ts';

/**
 * Asks and favours of many people at once, by index; a person without any has an empty list. Introductions count from
 * the log of their steps, so that a step nobody here knows of does no harm.
 */
export function asksOf(
  book: ReadBook,
  people: readonly ContactId[],
): ReadonlyMap<ContactId, readonly Favour[]> {
  const found = new Map<ContactId, Favour[]>(people.map((id) => [id, []]));
  if (people.length === 0) return found;
  const ids = JSON.stringify([...found.keys()]);
  for (const { person, favour } of [...references(book, ids), ...introductions(book, ids)]) {
    if (favour !== undefined) found.get(person)?.push(favour);
  }
  return found;
}

/** The ledgers of many people as of a day (`YYYY-MM-DD`), with the thanks the owner has noted on their cards. */
export function ledgersOf(
  book: ReadBook,
  people: readonly ContactId[],
  today: string,
): ReadonlyMap<ContactId, Goodwill> {
  const favours = asksOf(book, people);
  const thanked = thanksTo(book, people);
  return new Map(
    [...favours].map(([id, all]) => [id, goodwillOf(all, { today, thankedOn: thanked.get(id) })]),
  );
}

/** The last day on which each was thanked, as the owner has noted it; of two cards that became one the later. */
function thanksTo(book: ReadBook, people: readonly ContactId[]): ReadonlyMap<number, string> {
  const days = new Map<number, string>();
  for (const { contactId, value } of wordsAbout(book, people, ['X-THANKED-ON'])) {
    if (value > (days.get(contactId) ?? '')) days.set(contactId, value);
  }
  return days;
}

interface Found {
  readonly person: ContactId;
  readonly favour: Favour | undefined;
}

interface ReferenceRow {
  readonly person: number;
  readonly askedOn: string;
  readonly answer: string | null;
  readonly answeredOn: string | null;
}

/** Everybody who was asked how well they know an inviter; of a person named twice on one card once. */
function references(book: ReadBook, ids: string): Found[] {
  const rows = book
    .statement(
      `select m.contact_id as person, max(m.asked_on) as "askedOn", m.answer, m.answered_on as "answeredOn"
       from json_each(?) j join mutual m on m.contact_id = j.value
       where m.asked_on is not null group by m.contact_id, m.invitation_id`,
    )
    .all(ids) as ReferenceRow[]; // the columns named
  return rows.map(({ person, askedOn, answer, answeredOn }) => ({
    person: ContactId.parse(person),
    favour: {
      way: 'taken',
      kind: 'reference',
      on: askedOn,
      state: answer === null ? 'open' : answer === 'no_reply' ? 'not_done' : 'done',
      ...(answeredOn !== null && answer !== 'no_reply' && { doneOn: answeredOn }),
    },
  }));
}

interface IntroductionRow {
  readonly person: number;
  readonly side: 'a' | 'b';
  readonly direction: string;
  readonly state: string;
  /** The last day of each step, by its name. */
  readonly steps: string;
}

function introductions(book: ReadBook, ids: string): Found[] {
  const rows = book
    .statement(
      `select f.person, f.side, i.direction, i.state,
         (select json_group_object(s.step, s.day) from (select step, max(substr(at, 1, 10)) as day
          from introduction_step where introduction_id = i.id group by step) s) as steps
       from (
         select a.id, a.a_id as person, 'a' as side from json_each(@ids) j join introduction a on a.a_id = j.value
         union all
         select b.id, b.b_id, 'b' from json_each(@ids) j join introduction b on b.b_id = j.value) f
       join introduction i on i.id = f.id order by i.id`,
    )
    .all({ ids }) as IntroductionRow[]; // the columns named
  return rows.map((row) => ({ person: ContactId.parse(row.person), favour: favourOf(row) }));
}

/**
 * What one introduction was to one of its two people. Introducing two people is done for both of them; one that was
 * asked of the owner is done for who asked; one the owner asks for is asked of the introducer, who is A.
 */
function favourOf({ side, direction, state, steps }: IntroductionRow): Favour | undefined {
  const days = new Map(Object.entries(JSON.parse(steps) as Record<string, string>)); // of the columns above
  const introducedOn = days.get('introduce');
  if (direction === 'requested') return side === 'a' ? requestOf(days, state) : undefined;
  if (introducedOn === undefined || (direction === 'incoming' && side === 'b')) return undefined;
  return { way: 'given', kind: 'introduction', on: introducedOn, state: 'done' };
}

/** Steps after which nobody waits for the introducer's answer any more; a yes still leaves the introduction to be made. */
const ENDS = ['a_says_no', 'close', 'lapse'] as const;
const ENDED: readonly string[] = ['closed', 'closed_no', 'lapsed'];

function requestOf(days: ReadonlyMap<string, string>, state: string): Favour | undefined {
  const askedOn = days.get('ask_a');
  if (askedOn === undefined) return undefined;
  const doneOn = days.get('introduce');
  const isOver = ENDED.includes(state) || ENDS.some((step) => days.has(step));
  return {
    way: 'taken',
    kind: 'introduction',
    on: askedOn,
    state: doneOn === undefined ? (isOver ? 'not_done' : 'open') : 'done',
    doneOn,
    thankedOn: days.get('thank'),
    outcomeToldOn: days.get('tell_outcome'),
  };
}
