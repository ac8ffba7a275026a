// What a value on the form can be for: the usual uses of each property, another one as a source wrote it, or a word of one's own.
import type { FormValue } from '#core/contacts/model.ts';
import { relationNamed } from '#core/imports/sources/vcard-relations.ts';

/** Types offered for each property, the most usual first; a property that is not named here has no use. */
const USES: Readonly<Partial<Record<string, readonly string[]>>> = {
  EMAIL: ['home', 'work', 'school', 'other'],
  TEL: ['cell', 'home', 'work', 'main', 'fax', 'work,fax', 'home,fax', 'pager', 'other'],
  URL: ['homepage', 'work', 'blog', 'profile'],
  ADR: ['home', 'work', 'billing', 'delivery', 'other'],
  IMPP: ['home', 'work'],
  SOCIALPROFILE: ['home', 'work'],
  RELATED: [
    'spouse',
    'child',
    'parent',
    'sibling',
    'kin',
    'friend',
    'acquaintance',
    'co-worker',
    'colleague',
    'neighbor',
    'emergency',
    'agent',
  ],
};

export const usesOf = (name: string): readonly string[] => USES[name] ?? [];

/** A word of one's own. */
export const OWN = 'own:';
/** Types and labels as a source put them together. */
export const AS_IT_WAS = 'was:';

type Use = Pick<FormValue, 'type' | 'label'>;

/** What the form's choice shows for a value: one of the uses, a word of one's own, or what is there already. */
export function choiceOf(name: string, { type, label }: Use): string {
  if (label !== '') return type === '' ? OWN : AS_IT_WAS;
  return type === '' || usesOf(name).includes(type) ? type : AS_IT_WAS;
}

/** The type and label that a choice stands for; a relation in words gets the type vCard has for it (RFC 6350 §6.6.6). */
export function chosenPurpose(name: string, chosen: string, own: string, before: Use): Use {
  if (chosen === AS_IT_WAS) return { type: before.type, label: before.label };
  if (chosen !== OWN) return { type: chosen, label: '' };
  const label = own.trim();
  if (label === before.label && before.type === '') return { type: '', label };
  return name === 'RELATED' ? relationNamed(label) : { type: '', label };
}
