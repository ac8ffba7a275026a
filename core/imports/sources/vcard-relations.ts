// Who somebody is to whom, in the words of vCard (RFC 6350 §6.6.6) and of the products.
import { clipped } from './contact-builder.ts';
import { sentinel } from './vcard-shape.ts';

export interface Relation {
  /** vCard's own word, empty where it has none. */
  readonly type: string;
  /** What the product calls it, where that says more than the type. */
  readonly label: string;
}

/** RELATED types of RFC 6350. */
const OWN = new Set(
  'contact acquaintance friend met co-worker colleague co-resident neighbor child parent sibling spouse kin muse crush date sweetheart me agent emergency'.split(
    ' ',
  ),
);

const WORDS: Readonly<Record<string, string>> = {
  husband: 'spouse',
  wife: 'spouse',
  mother: 'parent',
  father: 'parent',
  brother: 'sibling',
  sister: 'sibling',
  son: 'child',
  daughter: 'child',
  relative: 'kin',
  neighbour: 'neighbor',
  coworker: 'co-worker',
  roommate: 'co-resident',
};

/** The relation a label names: `Mother` is a parent and still a mother; `Manager` is no word of vCard. */
export function relationNamed(label: string): Relation {
  const text = clipped(label.trim(), 100);
  const word = text.toLowerCase();
  if (OWN.has(word)) return { type: word, label: '' };
  const type = Object.hasOwn(WORDS, word) ? WORDS[word]! : '';
  return { type, label: text };
}

/** A label as one writes it: Apple's own `_$!<DomesticPartner>!$_` in words, a typed one as it was typed. */
export function writtenLabel(label: string): string {
  const own = sentinel(label);
  return own === undefined ? label : own.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

const FAMILY =
  /^X-(?:[A-Z0-9-]*-)?(SPOUSE|HUSBAND|WIFE|PARTNER|DOMESTIC-?PARTNER|MANAGER|ASSISTANT|CHILD|CHILDREN|SON|DAUGHTER|MOTHER|FATHER|PARENT|BROTHER|SISTER|SIBLING|FRIEND|RELATIVE|REFERRED-?BY|SUPERVISOR|BOSS)(?:'?S)?(?:-?NAMES?)?$/;

/**
 * The relation a property of its own is about: `X-SPOUSE`, `X-EVOLUTION-MANAGER`, `X-MS-ASSISTANT`,
 * `X-KADDRESSBOOK-X-SpousesName`, `X-WAB-SPOUSE_NAME`. The name upper case; undefined for any other property.
 */
export function relationOfProperty(name: string): Relation | undefined {
  const word = FAMILY.exec(name.slice(0, 80).replaceAll('_', '-'))?.[1];
  if (word === undefined) return undefined;
  return relationNamed(word === 'CHILDREN' ? 'child' : word.toLowerCase());
}

/** Android's numbers (ContactsContract.CommonDataKinds.Relation); 0 comes with a label. */
export const ANDROID_RELATIONS = [
  '',
  'assistant',
  'brother',
  'child',
  'domestic partner',
  'father',
  'friend',
  'manager',
  'mother',
  'parent',
  'partner',
  'referred by',
  'relative',
  'sister',
  'spouse',
] as const;
