// Invitations with their decisions, introductions and the owner's own words, out of a plan. Their rows go through the
// journal, which keeps them with the import: taking it back takes out those that nobody has worked on since.
import { linkedInKey } from '#core/contacts/identity.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { nameKey } from '#core/contacts/names.ts';
import { EventId } from '#core/events/model.ts';
import type {
  ApartOf,
  InvitationOf,
  IntroductionOf,
  OwnOf,
  OwnPolicy,
  OwnTemplate,
  OwnView,
} from '#core/imports/own-records.ts';
import { translated } from '#core/imports/own-translated.ts';
import { invitationKey } from '#core/imports/planned.ts';
import type { EventAt, PersonAt } from '#core/imports/planned.ts';
import type { InvitationId } from '#core/invitations/model.ts';
import { messageKey } from '#core/invitations/templates.ts';
import { isSameLetter } from '#core/introductions/own-letters.ts';
import { fold } from '#core/shared/fold.ts';
import { introduction, introductionStep, keptApart, letterTemplate, savedView } from '#db/schema.ts';
import { decision, invitation, mutual } from '#db/schema.ts';
import { vettingFrom } from '#db/invitations/whole.ts';
import { ownLetters } from '#db/letters/queries.ts';
import { bringPolicies, keptPolicies } from '#db/settings/queries.ts';
import { listViews } from '#db/views/queries.ts';
import type { Applying } from './applying.ts';

/** Stores it, unless somebody it is between has been left out or the book has come to say so otherwise. */
export function applyOwn(applying: Applying, said: OwnOf<PersonAt, EventAt>, line: number): void {
  switch (said.what) {
    case 'view':
      return applyView(applying, said);
    case 'template':
      return applyTemplate(applying, said);
    case 'policy':
      return applyPolicy(applying, said);
    case 'introduction':
      return applyIntroduction(applying, said);
    case 'vetting':
      return applyInvitation(applying, said, line);
    case 'apart':
      return applyApart(applying, said);
  }
}

function applyView({ book, now }: Applying, { name, text }: OwnView): void {
  if (listViews(book).some((view) => fold(view.name) === fold(name))) return;
  book.insert(savedView, { summary: name, query: text, createdAt: now });
}

/** Unread: one with a mistake in it gives way to the letter that comes with the program, and its editor says where. */
function applyTemplate({ book, now }: Applying, { what: _what, name, ...letter }: OwnTemplate): void {
  if (ownLetters(book, letter.kind).some((one) => isSameLetter(one, { ...letter, name }))) return;
  book.insert(letterTemplate, { ...letter, summary: name, createdAt: now });
}

function applyPolicy({ book }: Applying, { policy, before }: OwnPolicy): void {
  if (keptPolicies(book) === undefined) bringPolicies(book, policy, before);
}

/** The two of a pair as they are known today; undefined where they are not two any more. */
function twoOf(
  applying: Applying,
  pair: { readonly a: PersonAt; readonly b: PersonAt },
): { readonly a: ContactId; readonly b: ContactId } | undefined {
  const [a, b] = [applying.personAt(pair.a), applying.personAt(pair.b)];
  return a === undefined || b === undefined || a === b ? undefined : { a, b };
}

function applyIntroduction(applying: Applying, said: IntroductionOf<PersonAt>): void {
  const { what: _what, steps, ...rest } = said;
  const two = twoOf(applying, said);
  if (two === undefined) return;
  const { book } = applying;
  const there = book
    .statement(
      `select id from introduction where created_at = @createdAt and direction = @direction and purpose = @purpose
         and ((a_id = @a and b_id = @b) or (a_id = @b and b_id = @a))`,
    )
    .pluck()
    .all({ ...two, createdAt: said.createdAt, direction: said.direction, purpose: said.purpose });
  // The same file has brought it in another batch meanwhile.
  if (there.some((id) => !applying.introductions.has(Number(id)))) return;
  const id = book.insert(introduction, { ...rest, ...two });
  applying.introductions.add(id);
  for (const step of steps) book.insert(introductionStep, { introductionId: id, ...step });
}

function applyApart(applying: Applying, said: ApartOf<PersonAt>): void {
  const two = twoOf(applying, said);
  if (two === undefined) return;
  const { book } = applying;
  const [a, b] = two.a < two.b ? [two.a, two.b] : [two.b, two.a];
  if (book.statement('select 1 from kept_apart where a_id = ? and b_id = ?').get(a, b) !== undefined) return;
  book.insert(keptApart, { a, b, decidedAt: said.decidedAt });
}

type Said = InvitationOf<ContactId, EventId>;

function applyInvitation(applying: Applying, planned: InvitationOf<PersonAt, EventAt>, line: number): void {
  // Somebody who has been left out is not named by what others' invitations say, either.
  const mutuals = planned.mutuals.filter(
    ({ person }) => person === undefined || applying.personAt(person) !== undefined,
  );
  const said = translated(
    { ...planned, mutuals },
    {
      person: (person) => applying.personAt(person),
      event: (event) => {
        const id = applying.eventAt(event);
        return id === undefined ? undefined : EventId.parse(id);
      },
    },
  );
  const id =
    planned.known === undefined ? added(applying, said, line) : completed(applying, planned.known, said);
  if (id !== undefined) addWhatBecameOfIt(applying, id, said);
}

/** Its key; undefined where the same file has brought it in another batch meanwhile. */
function added({ book, batchId }: Applying, said: Said, line: number): number | undefined {
  const { what: _what, mutuals: _mutuals, decisions: _decisions, known: _known, ...rest } = said;
  const keys = { nameKey: nameKey(said.fn), urlKey: linkedInKey(said.url) ?? '' };
  const there = book
    .statement(
      `select 1 from invitation where direction = @direction and name_key = @nameKey and url_key = @urlKey
         and sent_at is @sentAt and batch_id is not @batchId and batch_id is not null`,
    )
    .get({ ...keys, direction: said.direction, sentAt: said.sentAt ?? null, batchId });
  if (there !== undefined) return undefined;
  return book.insert(invitation, {
    ...rest,
    ...keys,
    messageKey: said.direction === 'incoming' ? (messageKey(said.message, said.fn) ?? '') : '',
    // As an archive would name it, so that the next one finds it.
    key: said.source === 'archive' ? invitationKey(said) : '',
    batchId,
    line,
  });
}

/** What the book left empty; nothing where the owner has begun to work on it since. */
function completed({ book }: Applying, id: InvitationId, said: Said): number | undefined {
  const row = book.rowOf('invitation', id);
  const isBare =
    row !== undefined &&
    book
      .statement(
        'select 1 from mutual where invitation_id = @id union all select 1 from decision where invitation_id = @id',
      )
      .get({ id }) === undefined;
  if (!isBare) return undefined;
  const filled = (column: 'email' | 'headline' | 'org' | 'location') =>
    row[column] === '' ? { [column]: said[column] } : {};
  book.update(invitation, id, {
    ...filled('email'),
    ...filled('headline'),
    ...filled('org'),
    ...filled('location'),
    ...(row['mutual_count'] === null && { mutualCount: said.mutualCount ?? null }),
    ...(row['about_profile'] === '{}' && { aboutProfile: said.aboutProfile }),
    ...(row['state'] === 'pending' && { state: said.state }),
  });
  return id;
}

function addWhatBecameOfIt({ book }: Applying, invitationId: number, { mutuals, decisions }: Said): void {
  for (const { person, ...one } of mutuals)
    book.insert(mutual, { invitationId, ...one, contactId: person ?? null });
  for (const { vetting, ...one } of decisions)
    book.insert(decision, { invitationId, ...one, vetting: vettingFrom(vetting) });
}
