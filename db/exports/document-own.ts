// What our own JSON holds besides people and the diary: introductions, who is kept apart, and – with everybody – letters,
// invitations with their decisions, rules, saved views and the owner's own templates.
import type { ContactId } from '#core/contacts/model.ts';
import type { EventId } from '#core/events/model.ts';
import { isMessageId } from '#core/formats/mail/message-ids.ts';
import { translated } from '#core/imports/own-translated.ts';
import type {
  AcquaintApart,
  AcquaintIntroduction,
  AcquaintInvitation,
  AcquaintLetter,
  AcquaintOwn,
  AcquaintPolicy,
} from '#core/imports/sources/acquaint-own-schema.ts';
import type { InvitationOf } from '#core/imports/own-records.ts';
import type { ReadBook } from '#db/book.ts';
import { keptApartPairs } from '#db/duplicates/kept-apart.ts';
import { wholeIntroductions } from '#db/introductions/whole.ts';
import { wholeInvitations } from '#db/invitations/whole.ts';
import { personOf } from '#db/invitations/read.ts';
import { ownLetters } from '#db/letters/queries.ts';
import { confidentialPeople } from '#db/manners/preferences.ts';
import { keptPolicies, ownerId } from '#db/settings/queries.ts';
import { listViews } from '#db/views/queries.ts';
import { linkedInKey } from '#core/contacts/identity.ts';
import { eventKey, personKey } from './document-keys.ts';
import { secretNames } from './secret-names.ts';

/** Who and what goes along. */
interface Along {
  readonly people: ReadonlySet<number>;
  readonly events: ReadonlySet<string>;
  /** Everybody does, but for confidential people. */
  readonly isWhole: boolean;
}

/** A file of some people says of the owner's other affairs nothing. */
// SECURITY: whatever names a confidential person stays in the book when they do, as a whole.
export function ownOf(book: ReadBook, { people, events, isWhole }: Along): AcquaintOwn {
  const owner = ownerId(book);
  const others = new Set([...people].filter((id) => id !== owner));
  const isOpen = openTo(book, others);
  const two = {
    introductions: introductionsOf(book, others).filter(isOpen),
    keptApart: keptApartOf(book, others),
  };
  if (!isWhole) return two;
  return {
    ...two,
    letters: lettersOf(book, others).filter(isOpen),
    invitations: invitationsOf(book, { people: others, events }).filter(isOpen),
    policies: policiesOf(book),
    savedViews: listViews(book)
      .map(({ id: _id, ...view }) => view)
      .filter(isOpen),
    letterTemplates: ownLetters(book)
      .map(({ id: _id, ...letter }) => letter)
      .filter(isOpen),
  };
}

/** Tells of a record whether no text of it, however deep, names somebody confidential who stays behind. */
function openTo(book: ReadBook, along: ReadonlySet<number>): (record: unknown) => boolean {
  const isSecret = secretNames(book, along);
  // Verdicts are made of the same words over and over.
  const known = new Map<string, boolean>();
  const isOpen = (value: unknown): boolean => {
    if (typeof value === 'string') {
      const is = known.get(value) ?? !isSecret(value);
      known.set(value, is);
      return is;
    }
    return typeof value !== 'object' || value === null || Object.values(value).every(isOpen);
  };
  return isOpen;
}

const introductionsOf = (book: ReadBook, people: ReadonlySet<number>): AcquaintIntroduction[] =>
  wholeIntroductions(book).flatMap(({ said: { what: _what, a, b, ...said } }) =>
    people.has(a) && people.has(b) ? [{ a: personKey(a), b: personKey(b), ...said }] : [],
  );

const keptApartOf = (book: ReadBook, people: ReadonlySet<number>): AcquaintApart[] =>
  keptApartPairs(book).flatMap(({ a, b, decidedAt }) =>
    people.has(a) && people.has(b) ? [{ a: personKey(a), b: personKey(b), decidedAt }] : [],
  );

interface LetterRow extends Omit<AcquaintLetter, 'person' | 'references'> {
  readonly contactId: number;
  readonly references: string;
}

/** The letters an answer would name. */
function lettersOf(book: ReadBook, people: ReadonlySet<number>): AcquaintLetter[] {
  const rows = book
    .statement(
      `select contact_id as "contactId", "on", message_id as "messageId", "references", subject from received_letter
       where superseded_by is null order by "on", id`,
    )
    .all() as LetterRow[]; // the columns named
  // Of several the newest is answered; a name that was forgotten may have been cut out of an identifier.
  const newest = new Map<number, AcquaintLetter>();
  for (const { contactId, references, ...letter } of rows)
    if (people.has(contactId) && isMessageId(letter.messageId))
      newest.set(contactId, {
        person: personKey(contactId),
        ...letter,
        references: references.split(' ').filter(isMessageId),
      });
  return [...newest.values()];
}

function invitationsOf(
  book: ReadBook,
  { people, events }: Pick<Along, 'people' | 'events'>,
): AcquaintInvitation[] {
  const secret = new Set([...confidentialPeople(book)].map(Number).filter((id) => !people.has(id)));
  const to = {
    person: (id: ContactId) => (people.has(id) ? personKey(id) : undefined),
    event: (id: EventId) => (events.has(eventKey(id)) ? eventKey(id) : undefined),
  };
  return wholeInvitations(book).flatMap(({ said }) => {
    if (isFrom(book, said, secret)) return [];
    const mutuals = said.mutuals.filter(({ person }) => person === undefined || !secret.has(person));
    const { what: _what, known: _known, ...rest } = translated({ ...said, mutuals }, to);
    return [{ ...rest, mutuals: [...rest.mutuals], decisions: [...rest.decisions] }];
  });
}

/** Whether it is one of theirs, whatever they are called in it. */
function isFrom(
  book: ReadBook,
  { url, email }: Pick<InvitationOf<unknown, unknown>, 'url' | 'email'>,
  whom: ReadonlySet<number>,
): boolean {
  if (whom.size === 0) return false;
  const id = personOf(book, { urlKey: linkedInKey(url) ?? '', email });
  return id !== undefined && whom.has(id);
}

function policiesOf(book: ReadBook): AcquaintPolicy[] {
  const kept = keptPolicies(book);
  if (kept === undefined) return [];
  return [...kept.before.map((one) => ({ ...one, inForce: false })), { ...kept.policy, inForce: true }];
}
