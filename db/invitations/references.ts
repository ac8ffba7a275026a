// Asking mutual connections about an inviter, and what they said.
import { eq } from 'drizzle-orm';
import type { InferSelectModel } from 'drizzle-orm';
import { ContactId } from '#core/contacts/model.ts';
import { referenceStep, wantsReason } from '#core/invitations/ask-whom.ts';
import { allowedDecisions } from '#core/invitations/decide.ts';
import { Answer, InvitationId } from '#core/invitations/model.ts';
import type { Invitation, Mutual, Vetting } from '#core/invitations/model.ts';
import type { TieLevel } from '#core/network/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { contactRow } from '#db/contacts/queries.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { forgetReference, recordReference } from '#db/network/queries.ts';
import { conflict, notFound } from '#db/problems.ts';
import { policyOf } from '#db/settings/queries.ts';
import { invitationRow, keepDecision, setState } from './queries.ts';
import { invitationById, personOf } from './read.ts';
import { mutual } from './tables.ts';
import { vetting } from './vetting.ts';

type MutualRow = InferSelectModel<typeof mutual>;

function mutualRow(book: ReadBook, id: number): MutualRow {
  const row = book.select().from(mutual).where(eq(mutual.id, id)).get();
  if (row === undefined) throw notFound('mutual');
  return row;
}

/** The same with everything that bears on asking them. */
function mutualOf(book: ReadBook, row: MutualRow, now: DateTime): Mutual {
  const { mutuals } = invitationById(book, InvitationId.parse(row.invitationId), now);
  const found = mutuals.find(({ id }) => id === row.id);
  if (found === undefined) throw notFound('mutual');
  return found;
}

/**
 * Says who a name is in the book; what they have answered goes with it. Throws NOT_FOUND when the mutual contact, or
 * whoever they are said to be, is not in the book.
 */
export function matchMutual(
  book: WriteBook,
  { mutualId, contactId }: { readonly mutualId: number; readonly contactId?: ContactId | undefined },
  now: DateTime,
): void {
  const row = mutualRow(book, mutualId);
  if (contactId !== undefined) contactRow(book, contactId);
  unsay(book, row);
  book.update(mutual, mutualId, { contactId: contactId ?? null });
  say(book, { ...row, contactId: contactId ?? null }, now);
}

const newlyAsked = (today: string) =>
  ({ askedOn: today, nudgedOn: null, answer: null, answeredOn: null }) as const;

/**
 * Notes that a mutual connection was asked today. Where something speaks against asking them the owner says why, which
 * is kept among the decisions: throws CONFLICT `needs_reason` without. Asking again begins anew.
 */
export function recordAsked(
  book: WriteBook,
  { mutualId, reason }: { readonly mutualId: number; readonly reason: string },
  now: DateTime,
): void {
  const row = mutualRow(book, mutualId);
  const one = mutualOf(book, row, now);
  const invitationId = InvitationId.parse(row.invitationId);
  const invitation = invitationById(book, invitationId, now);
  if (reason === '' && wantsReason(one, now.slice(0, 10))) throw conflict('needs_reason');
  if (reason !== '') {
    const kept = {
      decision: 'ask_mutuals',
      reason: `${one.fn}: ${reason}`,
      vetting: vetting(book, invitation, now),
    } as const;
    keepDecision(book, invitationId, kept, now);
  }
  book.update(mutual, mutualId, newlyAsked(now.slice(0, 10)));
  if (allowedDecisions(invitation.state).includes('ask_mutuals'))
    setState(book, invitationId, 'waiting_references');
}

/** Notes that everybody proposed was asked today; who wants a reason first is left out. */
export function markProposed(
  book: WriteBook,
  { mutuals }: Pick<Invitation, 'mutuals'>,
  { proposed, now }: { readonly proposed: Vetting['askWhom']; readonly now: DateTime },
): void {
  const today = now.slice(0, 10);
  const ids = new Set(proposed.map(({ contactId }) => contactId));
  for (const one of mutuals) {
    if (one.contactId === undefined || !ids.delete(one.contactId) || wantsReason(one, today)) continue;
    book.update(mutual, one.id, newlyAsked(today));
  }
}

/** Notes the one reminder. Throws CONFLICT `not_now` before day five, after day ten, or where they were reminded. */
export function recordNudged(book: WriteBook, mutualId: number, now: DateTime): void {
  const one = mutualOf(book, mutualRow(book, mutualId), now);
  if (referenceStep(one, now.slice(0, 10), policyOf(book).silenceDays) !== 'nudge') throw conflict('not_now');
  book.update(mutual, mutualId, { nudgedOn: now.slice(0, 10) });
}

interface Said {
  readonly mutualId: number;
  readonly answer: Answer;
  readonly quote: string;
  readonly quoteShareable: boolean;
}

/** Keeps an answer, and what it says about how well those two know each other (etiquette M2). */
export function recordAnswer(book: WriteBook, said: Said, now: DateTime): void {
  const { mutualId, answer, quote } = said;
  const row = mutualRow(book, mutualId);
  const today = now.slice(0, 10);
  const isSame = row.answer === answer && row.answeredOn !== null;
  const after = {
    answer,
    quote,
    // A warning is nobody else's business, whatever was ticked before.
    quoteShareable: said.quoteShareable && answer !== 'warns',
    answeredOn: isSame ? row.answeredOn : today,
    askedOn: row.askedOn ?? today,
  };
  if (!isSame) unsay(book, row);
  book.update(mutual, mutualId, after);
  say(book, { ...row, ...after }, now);
}

const STATED_LEVEL: Readonly<Record<Answer, TieLevel | undefined>> = {
  knows_well: 'know_well',
  knows: 'know',
  met: 'met_once',
  not_really: 'name_only',
  warns: 'know',
  no_reply: undefined,
};

/** What an answer comes to as evidence about two people of the book; undefined where it says nothing about a pair. */
function statement(book: ReadBook, row: MutualRow, known?: ContactId) {
  const answer = Answer.safeParse(row.answer).data;
  const level = answer && STATED_LEVEL[answer];
  const about = known ?? personOf(book, invitationRow(book, InvitationId.parse(row.invitationId)));
  if (row.contactId === null || about === undefined || level === undefined) return undefined;
  const from = ContactId.parse(row.contactId);
  if (from === about) return undefined;
  return { from, about, level, kind: answer === 'not_really' ? 'disowned' : 'vouched' } as const;
}

function say(book: WriteBook, row: MutualRow, now: DateTime, known?: ContactId): void {
  const said = statement(book, row, known);
  if (said !== undefined) recordReference(book, { ...said, on: row.answeredOn ?? now.slice(0, 10) }, now);
}

function unsay(book: WriteBook, row: MutualRow): void {
  const said = statement(book, row);
  if (said !== undefined) forgetReference(book, said);
}

/** Says again what was answered about an inviter who has only now come into the book, as this person. */
export function sayAnswers(book: WriteBook, id: InvitationId, about: ContactId, now: DateTime): void {
  for (const row of book.select().from(mutual).where(eq(mutual.invitationId, id)).all())
    say(book, row, now, about);
}
