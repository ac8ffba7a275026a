// What a record says about somebody that imports have not said yet.
import { linkedInKey } from '#core/contacts/identity.ts';
import { BOOKKEEPING_PROPERTIES } from '#core/contacts/model.ts';
import type { PropertyName } from '#core/contacts/model.ts';
import { serialiseN } from '#core/contacts/structured-name.ts';
import type { ContactDraft, DraftProperty, FieldChange, SourceKind } from './model.ts';
import {
  isInPassing,
  isSerialised,
  isSingle,
  isTelling,
  lessPrecise,
  looseForm,
  normalForm,
} from './plan-values.ts';
import type { ImportedValue } from './planned.ts';

/** What one record says, and how it is taken. */
export interface Account {
  readonly draft: Pick<ContactDraft, 'fn' | 'n' | 'properties'>;
  readonly kind: SourceKind;
  /** A new value of what one has once takes the place of the old one, instead of standing beside it. */
  readonly replaces: boolean;
  /** Where several records of a batch are about one person: a later file has another word, and this one was said before. */
  readonly isOvertaken?: (name: PropertyName, form: string) => boolean;
  /** Another record of the same file, or another kind of file, says it as well: it stays. */
  readonly isStanding?: (name: PropertyName, form: string) => boolean;
}

export interface Changes {
  readonly changes: readonly FieldChange[];
  /** Another kind of file says something else of a name, a company or a title. */
  readonly contradicts: boolean;
}

const NOTHING_NEW: Changes = { changes: [], contradicts: false };

/** What is known of one property. */
interface Group {
  readonly normals: Set<string>;
  readonly values: ImportedValue[];
}

/** What imports have said about somebody so far, by property. */
export interface Known {
  readonly groups: Map<PropertyName, Group>;
}

/** Gathers values for comparing. */
export function knownOf(...lists: readonly (readonly ImportedValue[])[]): Known {
  const known: Known = { groups: new Map() };
  for (const list of lists) for (const value of list) remember(known, value);
  return known;
}

function groupIn({ groups }: Known, name: PropertyName): Group {
  let group = groups.get(name);
  if (group === undefined) groups.set(name, (group = { normals: new Set(), values: [] }));
  return group;
}

/** Adds a value that is said from now on. */
export function remember(known: Known, said: ImportedValue): void {
  const { name, value } = said;
  const group = groupIn(known, name);
  group.values.push(said);
  group.normals.add(normalForm(name, value));
  // The book may give a short key in place of a photograph.
  if (name === 'PHOTO') group.normals.add(value);
  for (const less of lessPrecise(name, value)) group.normals.add(less);
}

/** Takes what has been planned into account for the next record about the same person. */
export function rememberChanges(known: Known, changes: readonly FieldChange[], kind: SourceKind): void {
  const kinds = new Set([kind]);
  for (const { name, before, after } of changes) {
    const group = before === '' ? undefined : known.groups.get(name);
    if (group) {
      known.groups.delete(name);
      for (const said of group.values) if (said.value !== before) remember(known, said);
    }
    remember(known, { name, value: after, kinds });
  }
}

/** Above so many values, looking through all of them for each of them takes too long. */
const FEW = 40;

/**
 * True when imports said every word of a draft before, letter for letter. It is how nearly every record of a file that
 * comes again is told, so it makes nothing.
 */
export function saysNothingNew(
  { fn, n, properties }: ContactDraft,
  known: readonly ImportedValue[],
): boolean {
  if (known.length > FEW || properties.length > FEW) return false;
  let named = 0;
  for (const { name, value } of known) {
    if (name === 'FN' && value === fn) named |= 1;
    else if (name === 'N' && isSerialised(value, n)) named |= 2;
  }
  return named === 3 && properties.every((property) => isSaid(property, known));
}

function isSaid({ name, value }: DraftProperty, known: readonly ImportedValue[]): boolean {
  for (const said of known) if (said.value === value && said.name === name) return true;
  return false;
}

/** Where a name and where a value end in `textSaid`: control characters that no value of worth has. */
export const NAME_END = '\u001f';
export const VALUE_END = '\u001e';

/**
 * All that a draft says in one text; undefined where a value has one of those characters, because then two different
 * drafts might have one text.
 */
export function textSaid({ fn, n, properties }: ContactDraft): string | undefined {
  const parts = serialiseN(n);
  if (hasEnd(fn) || hasEnd(parts)) return undefined;
  let text = `FN${NAME_END}${fn}${VALUE_END}N${NAME_END}${parts}`;
  for (const { name, value } of properties) {
    if (hasEnd(value)) return undefined;
    if (value !== '') text += `${VALUE_END}${name}${NAME_END}${value}`;
  }
  return text;
}

const hasEnd = (value: string): boolean => value.includes(NAME_END) || value.includes(VALUE_END);

/** FN and N, then everything else that a draft says. */
const allOf = ({ fn, n, properties }: Account['draft']): readonly DraftProperty[] => [
  { name: 'FN', value: fn, type: '' },
  { name: 'N', value: serialiseN(n), type: '' },
  ...properties,
];

/** The normal forms of what a draft says, by property. */
function formsOf(said: readonly DraftProperty[]): ReadonlyMap<PropertyName, ReadonlySet<string>> {
  const forms = new Map<PropertyName, Set<string>>();
  for (const { name, value } of said) {
    const form = normalForm(name, value);
    const there = forms.get(name);
    if (there) there.add(form);
    else forms.set(name, new Set([form]));
  }
  return forms;
}

/** One comparison on its way. */
interface Comparing extends Account {
  readonly known: Known;
  readonly forms: ReadonlyMap<PropertyName, ReadonlySet<string>>;
  /** Values of this kind that nobody says any more, to be replaced; by property, each once. */
  readonly replaceable: Map<PropertyName, ImportedValue[]>;
  readonly changes: FieldChange[];
  /** The draft calls the person something that no import has. */
  isOtherName: boolean;
  contradicts: boolean;
}

/**
 * What a draft says that imports have not said yet. A missing value is no news: an empty cell takes nothing back.
 * Properties of which one has many are added. Of the others a value takes the place of one that the same kind of file
 * said and says no more; beside what other kinds say it is added, and of names, companies and titles that is a
 * contradiction, unless they only differ in case, accents, titles and order. The more precise of two dates is news.
 */
export function changesOf(account: Account, known: Known): Changes {
  const said = allOf(account.draft);
  const comparing: Comparing = {
    ...account,
    known,
    forms: formsOf(said),
    replaceable: new Map(),
    changes: [],
    isOtherName: false,
    contradicts: false,
  };
  for (const property of said) compare(comparing, property);
  const { changes, contradicts } = comparing;
  if (changes.length === 0) return NOTHING_NEW;
  return { changes: changes.length === 1 ? changes : changes.toSorted(byRank), contradicts };
}

const RANK: readonly PropertyName[] = ['FN', 'N', 'URL', 'TITLE', 'ORG'];
const rankOf = ({ name }: FieldChange) => (RANK.includes(name) ? RANK.indexOf(name) : RANK.length);
const byRank = (a: FieldChange, b: FieldChange) => rankOf(a) - rankOf(b);

function compare(comparing: Comparing, property: DraftProperty): void {
  const { name, value, type, parameters } = property;
  if (isSilent(comparing, property)) return;
  const form = normalForm(name, value);
  const group = groupIn(comparing.known, name);
  if (group.normals.has(form) || isOldNews(comparing, group, property)) return;
  if (name === 'FN') comparing.isOtherName = true;
  const before = replaced(comparing, group, property)?.value ?? '';
  if (before === '' && isTelling(name) && isElsewhereOnly(comparing, group, name))
    comparing.contradicts = true;
  comparing.changes.push({ name, before, after: value, type, ...(parameters && { parameters }) });
  // The same mailbox twice in one record is one.
  group.normals.add(form);
}

/** Nothing is said: an empty value, a name in passing, or something about the file. */
function isSilent({ kind }: Account, { name, value }: DraftProperty): boolean {
  if (value === '' || BOOKKEEPING_PROPERTIES.has(name)) return true;
  if (name === 'N') return value === ';;;;' || isInPassing(kind);
  return name === 'FN' && isInPassing(kind);
}

/** A later file has another word and this one was said before, or other kinds of files say what comes to the same. */
function isOldNews(comparing: Comparing, group: Group, property: DraftProperty): boolean {
  const { name, value } = property;
  if (isOneAtATime(property) && comparing.isOvertaken?.(name, normalForm(name, value)) === true) return true;
  return isTelling(name) && isTheSameElsewhere(comparing, group, property);
}

const isOfKind = ({ kind }: Account, { kinds }: ImportedValue) => kinds.has(kind);

/** Nothing of this kind says it, and what others say comes to the same. */
function isTheSameElsewhere(
  comparing: Comparing,
  { values }: Group,
  { name, value }: DraftProperty,
): boolean {
  if (values.some((said) => isOfKind(comparing, said))) return false;
  // Two sources part one name differently; only when the whole name is another the parts are news.
  if (name === 'N') return !comparing.isOtherName && values.length > 0;
  const loose = looseForm(name, value);
  return loose !== '' && values.some((said) => looseForm(name, said.value) === loose);
}

/**
 * Only other kinds of files have said something of this property, and none of it is what this record says. What they say
 * in passing contradicts nobody.
 */
function isElsewhereOnly(comparing: Comparing, { values }: Group, name: PropertyName): boolean {
  const forms = comparing.forms.get(name);
  const agrees = (said: ImportedValue) =>
    isOfKind(comparing, said) || forms?.has(normalForm(name, said.value));
  return values.some(({ kinds }) => [...kinds].some((kind) => !isInPassing(kind))) && !values.some(agrees);
}

/** The value whose place a new one takes: of the same kind, and said by no record any more. */
function replaced(comparing: Comparing, group: Group, property: DraftProperty): ImportedValue | undefined {
  const { name } = property;
  if (!comparing.replaces || !isOneAtATime(property)) return undefined;
  let free = comparing.replaceable.get(name);
  if (free === undefined) {
    const own = comparing.forms.get(name);
    free = group.values.filter((said) => {
      const form = normalForm(name, said.value);
      return (
        isOfKind(comparing, said) &&
        own?.has(form) !== true &&
        comparing.isStanding?.(name, form) !== true &&
        (name !== 'URL' || linkedInKey(said.value) !== undefined)
      );
    });
    comparing.replaceable.set(name, free);
  }
  return free.pop();
}

/** A person has one profile at a time, and any number of other addresses. */
const isOneAtATime = ({ name, value }: DraftProperty): boolean =>
  name === 'URL' ? linkedInKey(value) !== undefined : isSingle(name);
