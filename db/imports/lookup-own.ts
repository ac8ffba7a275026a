// Invitations with their decisions, introductions and the owner's own words, for planning; asked only by our own file.
import type { OwnOf } from '#core/imports/own-records.ts';
import { translated } from '#core/imports/own-translated.ts';
import { ownKey } from '#core/imports/plan-own.ts';
import type { BookLookup, EventAt, KnownOwn, PersonAt } from '#core/imports/planned.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { EventId } from '#core/events/model.ts';
import { lazily } from '#core/shared/lazily.ts';
import type { ReadBook } from '#db/book.ts';
import { keptApartPairs } from '#db/duplicates/kept-apart.ts';
import { wholeIntroductions } from '#db/introductions/whole.ts';
import { wholeInvitations } from '#db/invitations/whole.ts';
import { ownLetters } from '#db/letters/queries.ts';
import { keptPolicies, ownerId } from '#db/settings/queries.ts';
import { listViews } from '#db/views/queries.ts';

export function ownLookup(book: ReadBook): Required<Pick<BookLookup, 'ownUnder'>> {
  const byKey = lazily(() => {
    const all = new Map<string, KnownOwn[]>();
    for (const known of everything(book)) {
      const key = ownKey(known.said);
      const list = all.get(key) ?? [];
      all.set(key, list);
      list.push(known);
    }
    return all;
  });
  return { ownUnder: (key) => byKey().get(key) ?? [] };
}

/** Of whoever is gone a file says nothing either. */
function* everything(book: ReadBook): Generator<KnownOwn> {
  const owner = ownerId(book);
  const isLiving = book.statement('select 1 from contact where id = ? and deleted_at is null').pluck();
  const isEvent = book.statement('select 1 from event where id = ?').pluck();
  const to = {
    person: (id: ContactId): PersonAt | undefined =>
      id !== owner && isLiving.get(id) === 1 ? { contactId: id } : undefined,
    event: (id: EventId): EventAt | undefined => (isEvent.get(id) === 1 ? { eventId: id } : undefined),
  };
  for (const { id, said } of wholeInvitations(book)) yield { id, said: translated(said, to) };
  for (const { id, said } of wholeIntroductions(book))
    yield { id, said: { ...said, a: { contactId: said.a }, b: { contactId: said.b } } };
  for (const { id, a, b, decidedAt } of keptApartPairs(book))
    yield { id, said: { what: 'apart', a: { contactId: a }, b: { contactId: b }, decidedAt } };
  yield* inOwnWords(book);
}

function* inOwnWords(book: ReadBook): Generator<{ readonly id: number; readonly said: OwnOf<never, never> }> {
  for (const { id, ...view } of listViews(book)) yield { id, said: { what: 'view', ...view } };
  for (const { id, ...letter } of ownLetters(book)) yield { id, said: { what: 'template', ...letter } };
  const policies = keptPolicies(book);
  // There is one, whatever its row is called.
  if (policies !== undefined) yield { id: 1, said: { what: 'policy', ...policies } };
}
