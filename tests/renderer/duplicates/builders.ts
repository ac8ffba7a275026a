// Made-up cards that may be one person, for the tests of the review.
import type { DuplicateGroupSummary, DuplicatePerson } from '#api/duplicates.ts';
import type { MergeField, MergeOption } from '#core/contacts/duplicates/merge-fields.ts';
import type { DuplicatePair, DuplicateReason } from '#core/contacts/duplicates/model.ts';
import type { Property, PropertyName } from '#core/contacts/model.ts';
import type { Comparison } from '#renderer/features/duplicates/comparison.ts';

// Ids of the fake book are what the tests say.
type Id = DuplicatePerson['id'];
export const idOf = (id: number): Id => id as Id;

export const aReason = (change: Partial<DuplicateReason> = {}): DuplicateReason => ({
  field: 'email',
  agreement: 'same',
  values: ['ada@example.org', 'ada@example.org'],
  weight: 12,
  strength: 'strong',
  isRare: false,
  ...change,
});

export const aPerson = (id: number, fn: string, change: Partial<DuplicatePerson> = {}): DuplicatePerson => ({
  id: idOf(id),
  fn,
  org: 'Example Mill',
  title: '',
  metAt: '',
  isOwner: false,
  createdAt: '2025-03-04T10:00:00Z',
  links: { encounters: 0, ties: 0, invitations: 0, introductions: 0, imports: 0 },
  ...change,
});

export const aProperty = (id: number, name: PropertyName, value: string): Property => ({
  id: id as Property['id'], // as above
  name,
  value,
  type: '',
  provenance: { source: 'owner', recordedAt: '2025-03-04T10:00:00Z' },
});

/** Who says a value, as [person, property id] each; `stands` unless the owner chooses otherwise. */
export const anOption = (
  name: PropertyName,
  value: string,
  said: readonly (readonly [number, number])[],
  stands = true,
): MergeOption => ({
  value,
  type: '',
  stands,
  said: said.map(([person, property]) => ({
    contactId: idOf(person),
    property: aProperty(property, name, value),
  })),
});

export const aField = (name: PropertyName, isSingle: boolean, ...options: MergeOption[]): MergeField => ({
  name,
  isSingle,
  differs: options.length > 1,
  options,
});

export const aPair = (a: number, b: number, change: Partial<DuplicatePair> = {}): DuplicatePair => ({
  a: idOf(a),
  b: idOf(b),
  kind: 'same',
  tier: 'surely',
  weight: 14.25,
  reasons: [aReason()],
  ...change,
});

/** Two or more cards of `people`, compared; names are given by their `N`, property id = 10 × person. */
export function compared(
  people: readonly DuplicatePerson[],
  fields: readonly MergeField[] = [],
  change: Partial<Comparison> = {},
): Comparison {
  const [first, second] = people;
  const names = people.map(({ id, fn }, at) =>
    anOption('N', `${fn.split(' ')[1]};${fn.split(' ')[0]};;;`, [[id, id * 10]], at === 0),
  );
  return {
    people: [...people],
    pairs: [aPair(first!.id, second!.id)],
    fields: [aField('N', true, ...names), ...fields],
    survivorId: first!.id,
    ...change,
  };
}

export const aGroup = (
  people: readonly DuplicatePerson[],
  change: Partial<DuplicateGroupSummary> = {},
): DuplicateGroupSummary => ({
  key: people.map(({ id }) => id).join('-'),
  kind: 'same',
  tier: 'surely',
  people: people.map(({ id, fn, org, title, metAt, isOwner }) => ({ id, fn, org, title, metAt, isOwner })),
  reasons: [aReason()],
  ...change,
});
