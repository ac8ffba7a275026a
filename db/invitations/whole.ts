// Invitations with everything that was asked and decided about them, for a file that holds the whole book.
import { ContactId } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import { DecisionSaid, InvitationSaid, MutualSaid } from '#core/imports/own-records.ts';
import type { DecisionOf, InvitationOf, MutualOf, VettingOf } from '#core/imports/own-records.ts';
import { InvitationId, Vetting } from '#core/invitations/model.ts';
import type { ReadBook } from '#db/book.ts';
import { standingId } from '#db/contacts/queries.ts';

export interface WholeInvitation {
  readonly id: InvitationId;
  readonly said: InvitationOf<ContactId, EventId>;
}

type Stored = Readonly<Record<string, unknown>> & { readonly id: number };

/** As their schemas have it: what is missing is absent, what is JSON is read. */
const present = ({ id: _id, invitationId: _of, ...row }: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/** All of them, the oldest first, but for what another version has written and this one cannot read. */
export function wholeInvitations(book: ReadBook): WholeInvitation[] {
  const mutuals = byInvitation(mutualRows(book), (row) => mutualOf(book, row));
  const decisions = byInvitation(decisionRows(book), (row) => decisionOf(book, row));
  const rows = book
    .statement(
      `select id, direction, fn, url, email, headline, org, location, message, sent_at as "sentAt",
         mutual_count as "mutualCount", about_profile as "aboutProfile", state, source, created_at as "createdAt"
       from invitation order by id`,
    )
    .all() as (Stored & { readonly aboutProfile: string })[]; // the columns named
  return rows.flatMap(({ aboutProfile, ...row }) => {
    const said = InvitationSaid.safeParse({ ...present(row), aboutProfile: JSON.parse(aboutProfile) });
    if (!said.success) return [];
    const [id, of] = [InvitationId.parse(row.id), { what: 'vetting' as const }];
    const about = { mutuals: mutuals.get(row.id) ?? [], decisions: decisions.get(row.id) ?? [] };
    return [{ id, said: { ...of, ...said.data, ...about } }];
  });
}

type Part = Stored & { readonly invitationId: number };

function byInvitation<Row extends Part, Value>(
  rows: readonly Row[],
  read: (row: Row) => Value | undefined,
): Map<number, Value[]> {
  const all = new Map<number, Value[]>();
  for (const row of rows) {
    const value = read(row);
    if (value === undefined) continue;
    const list = all.get(row.invitationId) ?? [];
    all.set(row.invitationId, list);
    list.push(value);
  }
  return all;
}

type MutualRow = Part & { readonly contactId: number | null; readonly quoteShareable: number };

const mutualRows = (book: ReadBook): MutualRow[] =>
  book
    .statement(
      `select id, invitation_id as "invitationId", name, contact_id as "contactId", answer, asked_on as "askedOn",
         nudged_on as "nudgedOn", answered_on as "answeredOn", quote_shareable as "quoteShareable", quote
       from mutual order by id`,
    )
    .all() as MutualRow[]; // the columns named

function mutualOf(
  book: ReadBook,
  { contactId, quoteShareable, ...row }: MutualRow,
): MutualOf<ContactId> | undefined {
  const { success, data } = MutualSaid.safeParse({ ...present(row), quoteShareable: quoteShareable === 1 });
  if (!success) return undefined;
  return contactId === null ? data : { ...data, person: standingId(book, ContactId.parse(contactId)) };
}

type DecisionRow = Part & { readonly vetting: string };

const decisionRows = (book: ReadBook): DecisionRow[] =>
  book
    .statement(
      `select id, invitation_id as "invitationId", decision, reason, decided_at as "decidedAt", vetting, hindsight,
         hindsight_on as "hindsightOn" from decision order by id`,
    )
    .all() as DecisionRow[]; // the columns named

function decisionOf(
  book: ReadBook,
  { vetting, ...row }: DecisionRow,
): DecisionOf<ContactId, EventId> | undefined {
  const said = DecisionSaid.safeParse(present(row));
  const shown = Vetting.safeParse(JSON.parse(vetting));
  if (!said.success || !shown.success) return undefined;
  return { ...said.data, vetting: vettingOf(book, shown.data) };
}

/** Which import of this book said something means nothing anywhere else. */
function vettingOf(book: ReadBook, { reasons, askWhom, ...vetting }: Vetting): VettingOf<ContactId, EventId> {
  return {
    ...vetting,
    reasons: reasons.map(({ source, batchId: _batch, ...reason }) => {
      if (source === undefined || source.kind === 'invitation')
        return { ...reason, ...(source && { source }) };
      return source.kind === 'event'
        ? { ...reason, source: { kind: 'event', event: source.eventId } }
        : { ...reason, source: { kind: 'contact', person: standingId(book, source.contactId) } };
    }),
    askWhom: askWhom.map(({ contactId, fn }) => ({ person: standingId(book, contactId), fn })),
  };
}

/** A verdict as the book keeps it. */
export function vettingFrom({ reasons, askWhom, ...vetting }: VettingOf<ContactId, EventId>): Vetting {
  return {
    ...vetting,
    reasons: reasons.map(({ source, ...reason }) => {
      if (source === undefined || source.kind === 'invitation')
        return { ...reason, ...(source && { source }) };
      return source.kind === 'event'
        ? { ...reason, source: { kind: 'event', eventId: source.event } }
        : { ...reason, source: { kind: 'contact', contactId: source.person } };
    }),
    askWhom: askWhom.map(({ person, fn }) => ({ contactId: person, fn })),
  };
}
