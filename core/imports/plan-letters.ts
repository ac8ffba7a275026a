// The letters an import brings to be answered, planned: one of each person of the book or the batch, the newest.
import type { ItemAction, LetterDraft } from './model.ts';
import { personKey } from './plan-people.ts';
import type { PeopleFinder } from './plan-people.ts';
import type { BookLookup, PersonAt, PlannedEntry, PlannedItem } from './planned.ts';

interface Found {
  readonly entryName: string;
  readonly draft: LetterDraft;
  readonly person: PersonAt;
}

/** The items of all letters. Of whoever is neither in the book nor in the batch nothing is kept, nor is it counted. */
export function letterItems(
  entries: readonly PlannedEntry[],
  people: PeopleFinder,
  book: BookLookup,
): PlannedItem[] {
  const newest = new Map<string, Found>();
  for (const [entry, { entryName, parsed }] of entries.entries()) {
    for (const draft of parsed.letters ?? []) {
      const person = people.find(draft.person, entry, false);
      if (person === undefined || person === 'owner') continue;
      const key = personKey(person);
      const before = newest.get(key);
      if (before === undefined || before.draft.on <= draft.on) newest.set(key, { entryName, draft, person });
    }
  }
  return Array.from(newest.values(), (found) => itemOf(found, book));
}

function itemOf({ entryName, draft, person }: Found, book: BookLookup): PlannedItem {
  const { line, person: named, ...letter } = draft;
  return {
    entryName,
    line,
    subject: 'letter',
    action: actionOf(draft, person, book),
    fn: named.fn,
    detail: draft.subject,
    ...('contactId' in person && { contactId: person.contactId }),
    changes: [],
    issues: [],
    letter: { ...letter, person },
  };
}

/** A letter that is not newer than the one the book has changes nothing. */
function actionOf({ messageId, on }: LetterDraft, person: PersonAt, book: BookLookup): ItemAction {
  const known = 'contactId' in person ? book.letterOf?.(person.contactId) : undefined;
  if (known === undefined) return 'create';
  return known.messageId === messageId || known.on > on ? 'same' : 'update';
}
