// How the owner treats one person, as properties of their card: only the owner's own word counts, never a stranger's file.
import { propertyKey } from '#core/contacts/identity.ts';
import type { ContactId } from '#core/contacts/model.ts';
import {
  Address,
  CONFIDENTIAL,
  IntroductionPolicy,
  NOT_ASKED,
  PreferredChannel,
} from '#core/manners/model.ts';
import type { Manners, MannersPatch, PreferenceProperty } from '#core/manners/model.ts';
import { PartialDate } from '#core/shared/dates.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { rowPrecedence, spokenRows } from '#db/contacts/properties.ts';
import type { PropertyRow } from '#db/contacts/properties.ts';
import { property } from '#db/contacts/tables.ts';
import type { WriteBook } from '#db/history/journal.ts';

/**
 * True for a row `p` of `property` that is the owner's word: written by them, or by their own export read back. Whoever
 * sends a card does not say how they are to be treated.
 */
// SECURITY: a card with CLASS or X-CADENCE in it changes nothing; only our own document brings the owner's word back.
export const OWNERS_WORD = `(p.batch_id is null or p.batch_id in (select b.id from import_batch b, json_each(b.entries) e
  where json_extract(e.value, '$.kind') = 'acquaint' and json_extract(e.value, '$.verdict') = 'recognised'))`;

/** What the owner says of a person under a name that is one of PREFERENCE_PROPERTIES; the word that stands last. */
function wordsOn(book: ReadBook, id: ContactId, name: PreferenceProperty): PropertyRow[] {
  const own = new Set(
    book
      .statement(
        `select p.id from property p where p.contact_id = ? and p.name = ? and p.superseded_by is null and ${OWNERS_WORD}`,
      )
      .pluck()
      .all(id, name),
  );
  if (own.size === 0) return [];
  return spokenRows(book, id)
    .filter((row) => own.has(row.id) && !row.hidden)
    .toSorted(rowPrecedence);
}

/** The value that stands; empty where nothing has been said. */
export const preferenceOf = (book: ReadBook, id: ContactId, name: PreferenceProperty): string =>
  wordsOn(book, id, name).at(-1)?.value ?? '';

/** Says it anew; empty text takes it back, whoever of the owner's cards it was on. */
export function setPreference(
  book: WriteBook,
  id: ContactId,
  { name, value }: { readonly name: PreferenceProperty; readonly value: string },
  now: DateTime,
): void {
  const rows = wordsOn(book, id, name);
  if ((rows.at(-1)?.value ?? '') === value) return;
  const own = rows.filter(({ batchId }) => batchId === null);
  const key = propertyKey(name, value);
  const last = own.at(-1);
  if (value !== '') {
    if (last === undefined) book.insert(property, { contactId: id, name, value, key, recordedAt: now });
    else book.update(property, last.id, { value, key, recordedAt: now });
    return;
  }
  for (const row of rows) {
    if (row.batchId === null) book.remove(property, row.id);
    else book.update(property, row.id, { hidden: true });
  }
}

/** Whether any word says so: of two cards that have become one, the confidential one is enough. */
const isConfidential = (book: ReadBook, id: ContactId): boolean =>
  wordsOn(book, id, 'CLASS').some(({ key }) => key === 'confidential');

/** Says that a card is confidential, or takes that back. Answers whether that is new. */
export function setConfidential(book: WriteBook, id: ContactId, hides: boolean, now: DateTime): boolean {
  if (hides === isConfidential(book, id)) return false;
  setPreference(book, id, { name: 'CLASS', value: hides ? CONFIDENTIAL : '' }, now);
  return true;
}

export function mannersOf(book: ReadBook, id: ContactId): Manners {
  const thankedOn = PartialDate.safeParse(preferenceOf(book, id, 'X-THANKED-ON')).data;
  const channel = PreferredChannel.safeParse(preferenceOf(book, id, 'X-PREFERRED-CHANNEL')).data;
  const address = Address.safeParse(preferenceOf(book, id, 'X-ADDRESS')).data;
  return {
    isConfidential: isConfidential(book, id),
    introductionPolicy: policyOf(book, id),
    ...(channel !== undefined && { channel }),
    ...(address !== undefined && { address }),
    offers: preferenceOf(book, id, 'X-OFFERS'),
    seeks: preferenceOf(book, id, 'X-SEEKS'),
    isNotAsked: preferenceOf(book, id, 'X-REFERENCE-POLICY') === NOT_ASKED,
    ...(thankedOn !== undefined && { thankedOn }),
  };
}

/** How somebody is introduced: they are asked first unless the owner says otherwise. */
export const policyOf = (book: ReadBook, id: ContactId): IntroductionPolicy =>
  IntroductionPolicy.safeParse(preferenceOf(book, id, 'X-INTRODUCTION-POLICY')).data ?? 'ask-first';

export function setManners(book: WriteBook, id: ContactId, patch: MannersPatch, now: DateTime): void {
  const { isConfidential: hides, introductionPolicy: policy, channel, address, offers, seeks } = patch;
  const { isNotAsked, thankedOn } = patch;
  const say = (name: PreferenceProperty, value: string | undefined) => {
    if (value !== undefined) setPreference(book, id, { name, value }, now);
  };
  if (hides !== undefined) setConfidential(book, id, hides, now);
  // Asking first is what everybody may expect: nothing has to be written down for it.
  say('X-INTRODUCTION-POLICY', policy === 'ask-first' ? '' : policy);
  say('X-PREFERRED-CHANNEL', channel === null ? '' : channel);
  say('X-ADDRESS', address === null ? '' : address);
  say('X-OFFERS', offers);
  say('X-SEEKS', seeks);
  say('X-REFERENCE-POLICY', isNotAsked === undefined ? undefined : isNotAsked ? NOT_ASKED : '');
  say('X-THANKED-ON', thankedOn === null ? '' : thankedOn);
}

/** Everybody whom the owner calls confidential: for exports and for the mark in lists. */
export const confidentialPeople = (book: ReadBook): ReadonlySet<unknown> =>
  new Set(
    book
      .statement(
        `select p.contact_id from property p where p.key <> '' and p.key = 'confidential' and p.name = 'CLASS' and p.hidden = 0
         and p.superseded_by is null and ${OWNERS_WORD}`,
      )
      .pluck()
      .all(),
  );

/**
 * What the owner says of many people under names of PREFERENCE_PROPERTIES, at once and without saying which of several
 * words stands: for words that hold if they were ever said.
 */
export const wordsAbout = (
  book: ReadBook,
  ids: readonly ContactId[],
  names: readonly PreferenceProperty[],
): { readonly contactId: number; readonly name: PreferenceProperty; readonly value: string }[] =>
  book
    .statement(
      `select p.contact_id as "contactId", p.name, p.value from json_each(@ids) j join property p on p.contact_id = j.value
       where p.name in (select value from json_each(@names)) and p.hidden = 0 and p.superseded_by is null and ${OWNERS_WORD}`,
    )
    // The columns named, of rows that have one of the names.
    .all({ ids: JSON.stringify(ids), names: JSON.stringify(names) }) as ReturnType<typeof wordsAbout>;
