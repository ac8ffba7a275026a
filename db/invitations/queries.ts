// Invitations as received and decided. Only this feature writes `invitation`, `mutual` and `decision`.
import { desc, eq } from 'drizzle-orm';
import type { InferSelectModel } from 'drizzle-orm';
import { linkedInKey } from '#core/contacts/identity.ts';
import { ContactId } from '#core/contacts/model.ts';
import { nameKey } from '#core/contacts/names.ts';
import { Hindsight } from '#core/invitations/hindsight.ts';
import { messageKey } from '#core/invitations/templates.ts';
import { InvitationId } from '#core/invitations/model.ts';
import type { Answer, Decision, InvitationForm, InvitationState, Vetting } from '#core/invitations/model.ts';
import type { TieLevel } from '#core/network/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { contactRow } from '#db/contacts/queries.ts';
import { notFound } from '#db/problems.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { recordReference } from '#db/network/queries.ts';
import { personOf } from './read.ts';
import { decision, invitation, mutual } from './tables.ts';

type InvitationRow = InferSelectModel<typeof invitation>;
type MutualRow = InferSelectModel<typeof mutual>;

export function invitationRow(book: ReadBook, id: InvitationId): InvitationRow {
  const row = book.select().from(invitation).where(eq(invitation.id, id)).get();
  if (row === undefined) throw notFound('invitation');
  return row;
}

/** Invitations to or from a person, the newest first, by strong key. */
export function invitationsWith(book: ReadBook, id: ContactId) {
  return book
    .statement(
      `select i.id, i.direction, i.sent_at as "sentAt", i.message from invitation i
       where i.url_key <> '' and i.url_key in (select key from property where contact_id = ? and name = 'URL' and key <> '')
       order by i.sent_at desc, i.id desc`,
    )
    .all(id)
    .map((row) => {
      const { sentAt, ...rest } = row as {
        id: number;
        direction: 'incoming' | 'outgoing';
        sentAt: string | null;
        message: string;
      };
      return { ...rest, ...(sentAt === null ? {} : { sentAt }) };
    });
}

const formValues = (form: InvitationForm) => ({
  fn: form.fn,
  nameKey: nameKey(form.fn),
  url: form.url,
  urlKey: linkedInKey(form.url) ?? '',
  email: form.email,
  headline: form.headline,
  org: form.org,
  location: form.location,
  message: form.message,
  messageKey: messageKey(form.message, form.fn) ?? '',
  sentAt: form.sentAt ?? null,
  mutualCount: form.mutualCount ?? null,
  aboutProfile: form.aboutProfile,
});

/** Adds an invitation the owner typed or pasted; mutual names are matched where exactly one person fits. */
export function createInvitation(book: WriteBook, form: InvitationForm, now: DateTime): InvitationId {
  const id = InvitationId.parse(
    book.insert(invitation, {
      ...formValues(form),
      direction: 'incoming',
      state: 'pending',
      source: 'typed',
      createdAt: now,
    }),
  );
  saveMutuals(book, id, form.mutualNames);
  return id;
}

export function updateInvitation(book: WriteBook, id: InvitationId, form: InvitationForm): void {
  invitationRow(book, id);
  book.update(invitation, id, formValues(form));
  saveMutuals(book, id, form.mutualNames);
}

/** Keeps what is known about the names that stay, adds new ones, removes the rest. */
function saveMutuals(book: WriteBook, id: InvitationId, names: readonly string[]): void {
  const wanted = new Set(names);
  for (const row of book.select().from(mutual).where(eq(mutual.invitationId, id)).all()) {
    if (!wanted.delete(row.name)) book.remove(mutual, row.id);
  }
  for (const name of wanted)
    book.insert(mutual, { invitationId: id, name, contactId: onlyPersonNamed(book, name) });
}

/** Two people of one name are two people: then nobody is assumed. */
function onlyPersonNamed(book: ReadBook, name: string): ContactId | null {
  const ids = book
    .statement('select id from contact where name_key = ? and deleted_at is null limit 2')
    .pluck()
    .all(nameKey(name));
  return ids.length === 1 ? ContactId.parse(ids[0]) : null;
}

export function deleteInvitation(book: WriteBook, id: InvitationId): void {
  invitationRow(book, id);
  for (const row of book.select().from(mutual).where(eq(mutual.invitationId, id)).all())
    book.remove(mutual, row.id);
  for (const row of book.select().from(decision).where(eq(decision.invitationId, id)).all())
    book.remove(decision, row.id);
  book.remove(invitation, id);
}

/** Keys of the mutual connections an invitation names, by the name as written. */
export const mutualsByName = (book: ReadBook, id: InvitationId): Map<string, number> =>
  new Map(
    book
      .select()
      .from(mutual)
      .where(eq(mutual.invitationId, id))
      .all()
      .map((row) => [row.name, row.id]),
  );

function mutualRow(book: ReadBook, id: number): MutualRow {
  const row = book.select().from(mutual).where(eq(mutual.id, id)).get();
  if (row === undefined) throw notFound('mutual');
  return row;
}

/** Throws NOT_FOUND when the mutual contact, or whoever they are said to be, is not in the book. */
export function matchMutual(book: WriteBook, mutualId: number, contactId: ContactId | undefined): void {
  mutualRow(book, mutualId);
  if (contactId !== undefined) contactRow(book, contactId);
  book.update(mutual, mutualId, { contactId: contactId ?? null });
}

export function recordAsked(book: WriteBook, mutualId: number, now: DateTime): void {
  const row = mutualRow(book, mutualId);
  book.update(mutual, mutualId, { askedOn: now.slice(0, 10), answer: null, answeredOn: null });
  setState(book, InvitationId.parse(row.invitationId), 'waiting_references');
}

const STATED_LEVEL: Readonly<Record<Answer, TieLevel | undefined>> = {
  knows_well: 'know_well',
  knows: 'know',
  met: 'met_once',
  not_really: 'name_only',
  warns: 'know',
  no_reply: undefined,
};

/** Keeps an answer, and what it says about how well those two know each other (etiquette M2). */
export function recordAnswer(
  book: WriteBook,
  { mutualId, answer, quoteShareable }: { mutualId: number; answer: Answer; quoteShareable: boolean },
  now: DateTime,
): void {
  const row = mutualRow(book, mutualId);
  const today = now.slice(0, 10);
  book.update(mutual, mutualId, { answer, quoteShareable, answeredOn: today, askedOn: row.askedOn ?? today });
  const about = personOf(book, invitationRow(book, InvitationId.parse(row.invitationId)));
  if (row.contactId === null || about === undefined) return;
  noteReference(book, { from: ContactId.parse(row.contactId), about, answer }, now);
}

/** What an answer says about how well two people of the book know each other, as evidence about the two. */
export function noteReference(
  book: WriteBook,
  { from, about, answer }: { readonly from: ContactId; readonly about: ContactId; readonly answer: Answer },
  now: DateTime,
): void {
  const level = STATED_LEVEL[answer];
  if (level === undefined) return;
  const kind = answer === 'not_really' ? 'disowned' : 'vouched';
  recordReference(book, { from, about, level, kind }, now);
}

export function setState(book: WriteBook, id: InvitationId, state: InvitationState): void {
  book.update(invitation, id, { state });
}

export function keepDecision(
  book: WriteBook,
  id: InvitationId,
  kept: { decision: Decision; reason: string; vetting: Vetting },
  now: DateTime,
): void {
  book.insert(decision, { invitationId: id, ...kept, decidedAt: now });
}

/** Decisions taken, the newest first, each with the verdict that was on the screen. */
export const decisionsOn = (book: ReadBook, id: InvitationId) =>
  book
    .select()
    .from(decision)
    .where(eq(decision.invitationId, id))
    .orderBy(desc(decision.id))
    .all()
    .map((row) => ({
      decisionId: row.id,
      ...(row.hindsight === null ? {} : { hindsight: Hindsight.parse(row.hindsight) }),
      // Written above from values of these very types.
      decision: row.decision as Decision,
      reason: row.reason,
      decidedAt: row.decidedAt,
      vetting: row.vetting as Vetting,
    }));
