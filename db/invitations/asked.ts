// Questions about inviters, as lists: those that wait for a reminder or have met with silence, and all with one person.
import { ContactId } from '#core/contacts/model.ts';
import { NUDGE_DAYS } from '#core/invitations/ask-whom.ts';
import { UNTOUCHED } from '#core/introductions/goodwill.ts';
import { InvitationId } from '#core/invitations/model.ts';
import type { Answer, Reliability } from '#core/invitations/model.ts';
import { daysBetween } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { ledgersOf } from '#db/introductions/goodwill.ts';
import { policyOf } from '#db/settings/queries.ts';
import { notAskedAmong, reliabilityOf } from './asking.ts';

/** More than these nobody reads on one page. */
const MOST_SHOWN = 50;

interface OpenRow {
  readonly mutualId: number;
  readonly invitationId: number;
  readonly inviter: string;
  readonly contactId: number | null;
  readonly fn: string;
  readonly askedOn: string;
  readonly nudgedOn: string | null;
}

/**
 * Questions nobody has answered, of invitations that wait for them: from day five on, until they are reminded, and from
 * the day on (ten, by the usual policy) when silence counts as an answer. The longest silent first.
 */
export function openReferences(book: ReadBook, today: string) {
  const { silenceDays } = policyOf(book);
  const rows = book
    .statement(
      `select m.id as "mutualId", i.id as "invitationId", i.fn as inviter, c.id as "contactId", coalesce(c.fn, m.name) as fn,
         m.asked_on as "askedOn", m.nudged_on as "nudgedOn"
       from invitation i join mutual m on m.invitation_id = i.id
       left join contact c on c.id = m.contact_id and c.deleted_at is null
       where i.direction = 'incoming' and i.state = 'waiting_references' and m.asked_on is not null and m.answer is null
       order by m.asked_on, m.id`,
    )
    .all() as OpenRow[]; // the columns named
  return rows
    .flatMap(({ nudgedOn, contactId, mutualId, invitationId, ...row }) => {
      const days = daysBetween(row.askedOn, today) ?? 0;
      const step = days >= silenceDays ? 'silent' : 'nudge';
      if (days < NUDGE_DAYS || (step === 'nudge' && nudgedOn !== null)) return [];
      return [
        {
          ...row,
          mutualId,
          invitationId: InvitationId.parse(invitationId),
          days,
          step,
          ...(contactId !== null && { contactId: ContactId.parse(contactId) }),
        } as const,
      ];
    })
    .slice(0, MOST_SHOWN);
}

const NO_ANSWERS: Reliability = { answers: 0, disowned: 0 };

/** Give and take with a person, what they said about others, and what others said about them. */
export function referencesWith(book: ReadBook, id: ContactId, today: string) {
  return {
    goodwill: ledgersOf(book, [id], today).get(id) ?? UNTOUCHED,
    reliability: reliabilityOf(book, [id]).get(id) ?? NO_ANSWERS,
    isNotAsked: notAskedAmong(book, [id]).has(id),
    said: saidBy(book, id),
    about: saidAbout(book, id),
  };
}

function saidBy(book: ReadBook, id: ContactId) {
  const rows = book
    .statement(
      `select i.id as "invitationId", i.fn, m.answer, m.quote, m.asked_on as "askedOn", m.answered_on as "answeredOn"
       from mutual m join invitation i on i.id = m.invitation_id
       where m.contact_id = ? and m.asked_on is not null
       order by coalesce(m.answered_on, m.asked_on) desc, m.id desc limit ${MOST_SHOWN}`,
    )
    .all(id) as {
    readonly invitationId: number;
    readonly fn: string;
    readonly answer: Answer | null;
    readonly quote: string;
    readonly askedOn: string;
    readonly answeredOn: string | null;
  }[]; // the columns named; an answer is written by references.ts
  return rows.map(({ invitationId, answer, answeredOn, ...row }) => ({
    ...row,
    invitationId: InvitationId.parse(invitationId),
    ...(answer !== null && { answer }),
    ...(answeredOn !== null && { answeredOn }),
  }));
}

/** By the page they invite from, as their invitations are found: a name alone may be somebody else's. */
function saidAbout(book: ReadBook, id: ContactId) {
  const rows = book
    .statement(
      `select i.id as "invitationId", c.id as "contactId", coalesce(c.fn, m.name) as fn, m.answer, m.answered_on as "answeredOn"
       from property u join invitation i on i.url_key = u.key and i.url_key <> ''
       join mutual m on m.invitation_id = i.id
       left join contact c on c.id = m.contact_id and c.deleted_at is null
       where u.contact_id = ? and u.name = 'URL' and u.key <> '' and m.answer is not null and m.answer <> 'no_reply'
       group by m.id order by m.answered_on desc, m.id desc limit ${MOST_SHOWN}`,
    )
    .all(id) as {
    readonly invitationId: number;
    readonly contactId: number | null;
    readonly fn: string;
    readonly answer: Answer;
    readonly answeredOn: string | null;
  }[]; // as above
  return rows.map(({ invitationId, contactId, answeredOn, ...row }) => ({
    ...row,
    invitationId: InvitationId.parse(invitationId),
    ...(contactId !== null && { contactId: ContactId.parse(contactId) }),
    ...(answeredOn !== null && { answeredOn }),
  }));
}
