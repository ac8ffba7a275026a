// The parts of the form, in its order, and which of them a person's values need.
import { FORM_PROPERTIES } from '#core/contacts/model.ts';
import { isOwnField } from './form-fields.ts';
import type { FormFields } from './form-fields.ts';

const PHONETIC = ['X-PHONETIC-FIRST-NAME', 'X-PHONETIC-MIDDLE-NAME', 'X-PHONETIC-LAST-NAME'] as const;
const FORMER = ['X-MAIDENNAME', 'X-MAIDENNAME'] as const;
export type PhoneticName = (typeof PHONETIC)[number];

type Named = (typeof FORM_PROPERTIES)[number];
/** Properties that are a part of the form by themselves, of any number of values. */
export type ListedName = Exclude<Named, PhoneticName | (typeof FORMER)[number] | 'CATEGORIES'>;
export type ListSection = ListedName | 'phonetic' | 'former' | 'own';
export type FormSection = ListSection | 'names' | 'photo' | 'units' | 'bday' | 'tags';

/** Which lists stand where: with the name, with the ways to reach somebody, with what else is to know. */
export const WITH_NAME = ['phonetic', 'former'] as const satisfies readonly ListSection[];
export const WAYS = [
  'EMAIL',
  'TEL',
  'URL',
  'IMPP',
  'SOCIALPROFILE',
  'ADR',
] as const satisfies readonly ListSection[];
export const FACTS = [
  'ANNIVERSARY',
  'DEATHDATE',
  'RELATED',
  'ROLE',
  'PRONOUNS',
  'GENDER',
  'LANG',
  'TZ',
  'own',
] as const satisfies readonly ListSection[];

/** Offered at once, and behind one more press. */
export const OFTEN = [
  'URL',
  'ADR',
  'bday',
  'tags',
  'photo',
  'names',
] as const satisfies readonly FormSection[];
export const SELDOM = [
  'units',
  'IMPP',
  'SOCIALPROFILE',
  'RELATED',
  'ANNIVERSARY',
  'DEATHDATE',
  'ROLE',
  'PRONOUNS',
  'GENDER',
  'LANG',
  'TZ',
  'phonetic',
  'former',
  'own',
] as const satisfies readonly FormSection[];

/** The properties an empty part begins with; '' is a field of the owner's own. */
export function startOf(section: ListSection): readonly string[] {
  if (section === 'phonetic') return PHONETIC;
  if (section === 'former') return ['X-MAIDENNAME'];
  return section === 'own' ? [''] : [section];
}

/** Whether a property's values stand in a part of the form. */
export function isIn(section: ListSection, name: string): boolean {
  if (section === 'own') return isOwnField(name);
  if (section === 'former') return (FORMER as readonly string[]).includes(name); // widened to be asked
  return startOf(section).includes(name);
}

const NAMES = ['prefix', 'additional', 'suffix', 'nickname'] as const;

/** The parts that have something in them. */
export function sectionsIn(fields: FormFields, hasPhoto: boolean): Set<FormSection> {
  const lists = [...WITH_NAME, ...WAYS, ...FACTS].filter((section) =>
    fields.values.some(({ name }) => isIn(section, name)),
  );
  const others: readonly (readonly [FormSection, boolean])[] = [
    ['names', NAMES.some((part) => fields[part] !== '')],
    ['photo', hasPhoto],
    ['units', fields.units.length > 0],
    ['bday', fields.bday !== ''],
    ['tags', fields.tags.length > 0],
  ];
  return new Set<FormSection>([
    ...lists,
    ...others.flatMap(([section, isThere]) => (isThere ? [section] : [])),
  ]);
}
