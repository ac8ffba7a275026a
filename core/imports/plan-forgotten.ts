// Records about people whom the owner does not want in the book: forgotten for good, or in the trash.
import { keysToAskFor } from '#core/contacts/forgotten.ts';
import { linkedInKey } from '#core/contacts/identity.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { nameKey } from '#core/contacts/names.ts';
import type { IssueCode } from './model.ts';
import type { DecidedPeople } from './plan-contacts.ts';
import { nameOf } from './plan-keys.ts';
import type { Keyed } from './plan-keys.ts';
import type { BookLookup, PlannedItem } from './planned.ts';

/** By the place of their record in the plan. */
type Unwanted = ReadonlyMap<number, Extract<IssueCode, 'FORGOTTEN' | 'IN_TRASH'>>;
const NOBODY: Unwanted = new Map();

/**
 * The records that would make somebody who was forgotten or is in the trash, decided anew: they are asked about. Of
 * whoever is in the trash the plan knows who it is, so that they can be brought back with what is new about them.
 */
export function unwantedIn({ index }: DecidedPeople, book: BookLookup): Unwanted {
  if (book.isForgotten === undefined && book.trashedByKey === undefined) return NOBODY;
  const unwanted = new Map<number, 'FORGOTTEN' | 'IN_TRASH'>();
  for (const record of index.records) {
    // Whoever is known by a key is in the book, and wanted there; others may only bear the name of somebody who is.
    const isNew = record.action === 'create' || (record.action === 'review' && !record.isSure);
    if (!isNew || record.twin !== undefined || record.isOwner) continue;
    const trashed = inTrash(record, book);
    if (trashed !== undefined) {
      unwanted.set(record.place, 'IN_TRASH');
      record.contactId = trashed;
      record.into = undefined;
    } else if (isForgotten(record, book)) unwanted.set(record.place, 'FORGOTTEN');
    else continue;
    record.action = 'review';
  }
  return unwanted;
}

function isForgotten({ draft }: Keyed, { isForgotten: isAny }: BookLookup): boolean {
  return isAny?.(keysToAskFor({ fns: [draft.fn], values: draft.properties })) === true;
}

/** The one in the trash whom a profile or a mailbox names, or a number or a card together with the name. */
function inTrash(record: Keyed, book: BookLookup): ContactId | undefined {
  const byKey = book.trashedByKey;
  if (byKey === undefined) return undefined;
  const { url, emails, tels, uid } = record;
  const [strong] = [
    ...(url === undefined ? [] : byKey('url', url)),
    ...emails.flatMap((key) => byKey('email', key)),
  ];
  if (strong !== undefined) return strong;
  const weak = [...tels.flatMap((key) => byKey('tel', key)), ...(uid === undefined ? [] : byKey('uid', uid))];
  return weak.find((id) => book.namesOf(id).some((fn) => nameKey(fn) === nameOf(record)));
}

/** Says why a record is left out. The items of people come in the order of their records. */
export function marked(items: PlannedItem[], unwanted: Unwanted): PlannedItem[] {
  for (const [place, code] of unwanted) {
    const item = items[place]!; // one item a record, in its place
    items[place] = leftOut(item, code);
  }
  return items;
}

const leftOut = (item: PlannedItem, code: 'FORGOTTEN' | 'IN_TRASH'): PlannedItem => ({
  ...item,
  usual: 'skip',
  issues: [{ line: item.line, code, params: {} }, ...item.issues],
});

/** An invitation between the owner and somebody forgotten says who they are as well. */
export function withoutForgotten(item: PlannedItem, { isForgotten: isAny }: BookLookup): PlannedItem {
  const { fn, invitation, diary, action } = item;
  if (isAny === undefined || action !== 'create') return item;
  if (diary?.what === 'vetting')
    return isAny(keysToAskFor({ fns: [fn], values: tellingValues(diary) }))
      ? leftOut(item, 'FORGOTTEN')
      : item;
  if (invitation === undefined) return item;
  const key = linkedInKey(invitation.url);
  return key !== undefined && isAny([`url:${key}`]) ? leftOut(item, 'FORGOTTEN') : item;
}

/** What an invitation tells of who sent it, as a card would. */
export const tellingValues = ({ url, email = '' }: { readonly url: string; readonly email?: string }) => [
  { name: 'URL', value: url },
  { name: 'EMAIL', value: email },
];
