// Several cards side by side: which values are one, and what would stand if the people were one.
import { propertyKey } from '#core/contacts/identity.ts';
import type { ContactId, Property, PropertyName } from '#core/contacts/model.ts';
import { fold } from '#core/shared/fold.ts';
import type { MergeField, MergeOption } from './merge-fields.ts';

/** One card: whose it is and what is said on it today. */
export interface MergePerson {
  readonly contactId: ContactId;
  readonly properties: readonly Property[];
}

type Said = MergeOption['said'][number];

/** One value and everybody who says so; `value` and `type` as the first of them writes them. */
interface Option {
  readonly key: string;
  readonly said: readonly Said[];
}

/** In the order a card shows them; whatever else is said comes after them, by name. */
const CARD: readonly PropertyName[] = [
  'FN',
  'N',
  'NICKNAME',
  'ORG',
  'TITLE',
  'EMAIL',
  'TEL',
  'URL',
  'ADR',
  'BDAY',
  'NOTE',
];

/** Of these a merged card has one value, which the owner chooses where there are several. */
export const CHOSEN: readonly PropertyName[] = [
  'FN',
  'N',
  'ORG',
  'TITLE',
  'BDAY',
  'X-INTRODUCTION-POLICY',
  'X-PREFERRED-CHANNEL',
  'X-ADDRESS',
  'X-CADENCE',
  'X-REFERENCE-POLICY',
  'X-THANKED-ON',
];
const SINGLE: ReadonlySet<PropertyName> = new Set(CHOSEN);

/** Two values of one property with this key are one value: same mailbox, profile or number, else the same letters. */
export const valueKey = (name: string, value: string): string =>
  propertyKey(name, value) || fold(value.trim());

/**
 * The properties of people who may be one, in the order of a card; those nobody has are left out. `people`: the one
 * whose card stays first. Of a single-valued property the owner's word stands, else what was imported last; of a name
 * the owner's word, else the fuller one, and `N` from a card that says the `FN` that stands. Of all others every value
 * stands.
 */
export function mergeFields(people: readonly MergePerson[]): MergeField[] {
  const names = namesOn(people);
  const options = new Map(names.map((name) => [name, optionsOf(name, people)]));
  const called = best(options.get('FN') ?? [], fuller);
  const chosen = new Map<PropertyName, Said | undefined>([
    ['FN', called],
    ['N', structured(options.get('N') ?? [], sayersOf(options.get('FN') ?? [], called))],
  ]);
  return names.flatMap((name) => {
    const ofName = options.get(name) ?? [];
    if (ofName.length === 0) return [];
    const isSingle = SINGLE.has(name);
    const stands = isSingle ? (chosen.get(name) ?? best(ofName, newer)) : undefined;
    return [{ name, isSingle, differs: differs(ofName, people), options: ofName.map(toOption(stands)) }];
  });
}

/** Every property somebody says something of. */
function namesOn(people: readonly MergePerson[]): PropertyName[] {
  const said = new Set(people.flatMap(({ properties }) => properties.map(({ name }) => name)));
  const others = [...said].filter((name) => !CARD.includes(name)).toSorted();
  return [...CARD.filter((name) => said.has(name)), ...others];
}

function optionsOf(name: PropertyName, people: readonly MergePerson[]): Option[] {
  const byKey = new Map<string, Said[]>();
  for (const { contactId, properties } of people) {
    for (const property of properties) {
      if (property.name !== name || property.value === '') continue;
      const key = valueKey(name, property.value);
      const said = byKey.get(key);
      if (said === undefined) byKey.set(key, [{ contactId, property }]);
      else said.push({ contactId, property });
    }
  }
  return [...byKey].map(([key, said]) => ({ key, said }));
}

/** `stands` is the one word that does; undefined where all do. */
const toOption =
  (stands: Said | undefined) =>
  ({ said }: Option): MergeOption => {
    const stood = stands !== undefined && said.includes(stands);
    const { value, type } = (stood ? stands : said[0]!).property; // an option is said by somebody
    return { value, type, said: [...said], stands: stands === undefined || stood };
  };

/** True when two of those who say anything do not say the same. */
function differs(options: readonly Option[], people: readonly MergePerson[]): boolean {
  const words = people.map(({ contactId }) =>
    options
      .filter(({ said }) => said.some((one) => one.contactId === contactId))
      .map(({ key }) => key)
      .join('\n'),
  );
  return new Set(words.filter((word) => word !== '')).size > 1;
}

type Compare = (a: Property, b: Property) => number;

function best(options: readonly Option[], compare: Compare): Said | undefined {
  const all = options.flatMap(({ said }) => said);
  // The first among equals: of the card that stays.
  return all.reduce<Said | undefined>(
    (top, one) => (top !== undefined && compare(top.property, one.property) >= 0 ? top : one),
    undefined,
  );
}

const sayersOf = (options: readonly Option[], word: Said | undefined): ReadonlySet<ContactId> =>
  new Set(
    options
      .find(({ said }) => word !== undefined && said.includes(word))
      ?.said.map(({ contactId }) => contactId),
  );

/** The parts of the name that stands: of those who are called so, when they have any. */
function structured(options: readonly Option[], sayers: ReadonlySet<ContactId>): Said | undefined {
  const theirs = options.flatMap(({ key, said }) => {
    const ours = said.filter(({ contactId }) => sayers.has(contactId));
    return ours.length === 0 ? [] : [{ key, said: ours }];
  });
  return best(theirs, fuller) ?? best(options, fuller);
}

/** Where a word comes from, for `precedence`. */
export interface Source {
  readonly id: number;
  readonly isOwner: boolean;
  readonly recordedAt: string;
}

/**
 * Which of two words on one single-valued property stands: above zero the first. The owner's stands above any
 * import's, the owner's later one above an earlier one, a later import's above an earlier one's.
 */
export function precedence(a: Source, b: Source): number {
  if (a.isOwner !== b.isOwner) return a.isOwner ? 1 : -1;
  if (a.isOwner && a.recordedAt !== b.recordedAt) return a.recordedAt > b.recordedAt ? 1 : -1;
  return a.id - b.id;
}

const sourceOf = ({ id, provenance }: Property): Source => ({
  id,
  isOwner: provenance.source === 'owner',
  recordedAt: provenance.recordedAt,
});

const newer: Compare = (a, b) => precedence(sourceOf(a), sourceOf(b));

const fuller: Compare = (a, b) => {
  const [one, other] = [sourceOf(a), sourceOf(b)];
  if (one.isOwner !== other.isOwner) return precedence(one, other);
  const difference = fullness(a.value)
    .map((measure, at) => measure - fullness(b.value)[at]!) // both have the same three measures
    .find((measure) => measure !== 0);
  return difference ?? precedence(one, other);
};

/** Words, then not being shouted, then letters. */
function fullness(name: string): readonly number[] {
  const words = name.match(/[\p{L}\p{M}'’.-]+/gu) ?? [];
  const isShouted = name === name.toUpperCase() && name !== name.toLowerCase();
  return [words.length, isShouted ? 0 : 1, words.join('').length];
}
