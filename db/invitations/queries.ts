// Invitations as received and decided. Only this feature writes `invitation`, `mutual` and `decision`.
import { desc, eq } from 'drizzle-orm';
import type { InferSelectModel } from 'drizzle-orm';
import { linkedInKey } from '#core/contacts/identity.ts';
import { ContactId } from '#core/contacts/model.ts';
import { nameKey } from '#core/contacts/names.ts';
import { Hindsight } from '#core/invitations/hindsight.ts';
import { messageKey } from '#core/invitations/templates.ts';
import { InvitationId } from '#core/invitations/model.ts';
import type { Decision, InvitationForm, InvitationState, Vetting } from '#core/invitations/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { notFound } from '#db/problems.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { decision, invitation, mutual } from './tables.ts';

type InvitationRow = InferSelectModel<typeof invitation>;

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
