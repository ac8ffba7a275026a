// Who was met at an event: each person once, and who introduced whom.
import type { ContactId } from '#core/contacts/model.ts';
import type { Encounter } from './model.ts';

/** Somebody met there, with every meeting of theirs. */
export interface MetPerson {
  readonly contactId: ContactId;
  readonly fn: string;
  /** At least one, in the order given. */
  readonly encounters: readonly Encounter[];
}

/** Everybody once, in the order in which they first come. */
export function peopleMet(encounters: readonly Encounter[]): MetPerson[] {
  const people = new Map<ContactId, { contactId: ContactId; fn: string; encounters: Encounter[] }>();
  for (const encounter of encounters) {
    const { contactId, fn } = encounter;
    const person = people.get(contactId) ?? { contactId, fn, encounters: [] };
    people.set(contactId, person);
    person.encounters.push(encounter);
  }
  return [...people.values()];
}

/** Somebody who introduced others, or was introduced. */
export interface Introducing {
  readonly id: ContactId;
  readonly fn: string;
  readonly introduced: readonly Introducing[];
}

/**
 * Who introduced whom, as trees: at their roots those whom nobody there introduced. Two who introduced each other are a root
 * and its branch, and nobody comes twice.
 */
export function introductionTrees(encounters: readonly Encounter[]): Introducing[] {
  const names = new Map<ContactId, string>();
  const by = new Map<ContactId, ContactId>();
  const below = new Map<ContactId, ContactId[]>();
  for (const { contactId, fn, introducedBy } of encounters) {
    if (introducedBy === undefined || introducedBy.id === contactId || by.has(contactId)) continue;
    names.set(contactId, fn).set(introducedBy.id, introducedBy.fn);
    by.set(contactId, introducedBy.id);
    below.set(introducedBy.id, [...(below.get(introducedBy.id) ?? []), contactId]);
  }
  const seen = new Set<ContactId>();
  const tree = (id: ContactId): Introducing => {
    seen.add(id);
    const introduced: Introducing[] = [];
    for (const next of below.get(id) ?? []) if (!seen.has(next)) introduced.push(tree(next));
    return { id, fn: names.get(id) ?? '', introduced };
  };
  const roots = [...below.keys()].filter((id) => !by.has(id)).map(tree);
  // What is left goes round in circles: it begins wherever it is found first.
  for (const id of below.keys()) if (!seen.has(id)) roots.push(tree(id));
  return roots;
}
