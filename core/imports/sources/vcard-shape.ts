// What stands around a vCard value: its types, the parameters worth keeping, the label another line gives it.
import type { Parameters } from '#core/contacts/model.ts';
import {
  NO_PARAMETERS,
  type VCard,
  type VCardParameters,
  type VCardProperty,
} from '#core/formats/vcard/model.ts';
import { decodedAs } from '#core/formats/vcard/charsets.ts';
import { quotedPrintableBytes } from '#core/formats/vcard/quoted-printable.ts';
import { unescaped } from '#core/formats/vcard/escapes.ts';

/** Types and parameters as a DraftProperty has them. */
export interface Shape {
  readonly type: string;
  readonly parameters: Parameters | undefined;
}

/** What the lines of one group say about its other lines (`item1.X-ABLabel`, `item1.X-ABADR`). */
export interface GroupFacts {
  label: string;
  country: string;
  hasAddress: boolean;
  /** Lines that are more than a label. */
  members: number;
}

/** Group, lower case, to what its lines say; undefined for a card without groups. */
export type Groups = ReadonlyMap<string, GroupFacts>;

/** The labels of a card's groups, read before everything else because they may stand behind it. */
export function groupsOf({ properties }: VCard): Groups | undefined {
  let groups: Map<string, GroupFacts> | undefined;
  for (const { group, name, value } of properties) {
    if (group === '') continue;
    const key = group.toLowerCase();
    groups ??= new Map();
    const facts = groups.get(key) ?? { label: '', country: '', hasAddress: false, members: 0 };
    if (name === 'X-ABLABEL') facts.label ||= unescaped(value).trim();
    else if (name === 'X-ABADR') facts.country ||= unescaped(value).trim();
    else facts.members++;
    if (name === 'ADR') facts.hasAddress = true;
    groups.set(key, facts);
  }
  return groups;
}

/** Names Apple gives its own labels, `_$!<HomeFAX>!$_`, in vCard's words. */
const SENTINELS: Readonly<Record<string, string>> = {
  mobile: 'cell',
  homefax: 'home,fax',
  workfax: 'work,fax',
  otherfax: 'other,fax',
  homepage: 'homepage',
};

const SENTINEL = /^_\$!<(.*)>!\$_$/s;

/** Apple's own label out of its brackets: `Spouse` of `_$!<Spouse>!$_`; undefined for what a person typed. */
export const sentinel = (label: string): string | undefined => SENTINEL.exec(label)?.[1];

/** A label without the brackets. */
export const plainLabel = (label: string): string => sentinel(label) ?? label;

const LONGEST_TYPE = 100;
const MOST_TYPES = 20;

/** `internet` is every address, `pref` is a parameter, `voice` alone is every number. */
function typesOf(all: readonly string[]): string[] {
  const types: string[] = [];
  for (const written of all) {
    const word = written
      .toLowerCase()
      .replace(/[,\s]+/g, ' ')
      .trim()
      .replace(/^(['"])(.*)\1$/, '$2');
    const type = word === 'mobile' ? 'cell' : word;
    const isNoise = type === '' || type === 'internet' || type === 'pref' || type.length > LONGEST_TYPE;
    if (!isNoise && types.length < MOST_TYPES && !types.includes(type)) types.push(type);
  }
  return types.length === 1 && types[0] === 'voice' ? [] : types;
}

const ANDROID_LABEL = /x-custom\(charset=([\w-]{1,20}),encoding=quoted-printable,([^)]{1,600})\)/i;

/** Types without Android's label of a person's own, `X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=C3=96l)`. */
function withoutAndroidLabel(types: readonly string[]): {
  readonly types: readonly string[];
  readonly label: string;
} {
  if (!types.some((type) => /^x-custom\(/i.test(type))) return { types, label: '' };
  const joined = types.join(',');
  const [whole = '', charset = '', text = ''] = ANDROID_LABEL.exec(joined) ?? [];
  const label = decodedAs(charset, quotedPrintableBytes(text)) ?? '';
  return { types: joined.replace(whole, '').split(','), label: label.trim().slice(0, 200) };
}

/** How well liked, 1 most: 3.0's `TYPE=pref` and 2.1's bare `PREF` are 1. */
function preference(parameters: VCardParameters): string | undefined {
  const [pref] = parameters['PREF'] ?? [];
  if (pref !== undefined) return /^\d{1,3}$/.test(pref.trim()) ? pref.trim() : '1';
  return parameters['TYPE']?.some((type) => type.toLowerCase() === 'pref') === true ? '1' : undefined;
}

/** Said otherwise in a draft, or used up by reading. */
const USED = new Set(['TYPE', 'PREF', 'ENCODING', 'CHARSET', 'VALUE']);

interface Known {
  readonly types: readonly string[];
  readonly shape: Shape;
}

/** Thousands of lines share one object of parameters. */
const seen = new WeakMap<VCardParameters, Known>();
const NOTHING: Shape = { type: '', parameters: undefined };
const UNADORNED: Known = { types: [], shape: NOTHING };

function knownShape(parameters: VCardParameters): Known {
  if (parameters === NO_PARAMETERS) return UNADORNED;
  const known = seen.get(parameters);
  if (known) return known;
  const { types: written, label } = withoutAndroidLabel(parameters['TYPE'] ?? []);
  const types = typesOf(written);
  const kept: Parameters = {};
  for (const [name, values] of Object.entries(parameters)) if (!USED.has(name)) kept[name] = [...values];
  const pref = preference(parameters);
  if (pref !== undefined) kept['PREF'] = [pref];
  if (label !== '') kept['X-ABLABEL'] = [label];
  const hasAny = Object.keys(kept).length > 0;
  const fresh = { types, shape: { type: types.join(','), parameters: hasAny ? kept : undefined } };
  seen.set(parameters, fresh);
  return fresh;
}

/**
 * Types and parameters of a property. Apple's own label becomes a type (`_$!<Mobile>!$_` is `cell`), a typed one the
 * parameter X-ABLABEL; the group stays where other lines of it are kept too.
 */
export function shapeOf(property: VCardProperty, groups: Groups | undefined): Shape {
  const { shape, types } = knownShape(property.parameters);
  if (property.group === '') return shape;
  const facts = groups?.get(property.group.toLowerCase());
  if (facts === undefined) return shape;
  const own = sentinel(facts.label)?.toLowerCase();
  const more = own === undefined ? [] : (SENTINELS[own] ?? own).split(',');
  return {
    type: [...new Set([...types, ...more])].filter((type) => type !== '').join(','),
    parameters: merged(shape.parameters, {
      ...(own === undefined && facts.label !== '' && { 'X-ABLABEL': [facts.label.slice(0, 200)] }),
      ...(facts.country !== '' && property.name === 'ADR' && { 'X-ABADR': [facts.country.slice(0, 200)] }),
      ...(facts.members > 1 && { GROUP: [property.group] }),
    }),
  };
}

/** Parameters with more of them; undefined when there are none at all. */
export function merged(parameters: Parameters | undefined, more: Parameters): Parameters | undefined {
  if (Object.keys(more).length === 0) return parameters;
  return { ...parameters, ...more };
}

/** A shape with more parameters. */
export const shapedWith = (shape: Shape, more: Parameters): Shape => ({
  type: shape.type,
  parameters: merged(shape.parameters, more),
});

/**
 * Parameters of a property that is kept as it came: all that are needed to write it out again. The charset and
 * quoted-printable are not, its value is decoded.
 */
export function verbatimShape(property: VCardProperty, groups: Groups | undefined): Shape {
  const { group, parameters } = property;
  if (group === '' && Object.keys(parameters).length === 0) return NOTHING;
  const { type } = knownShape(parameters).shape;
  const kept: Parameters = {};
  for (const [name, values] of Object.entries(parameters))
    if (!isUsedUp(name, values)) kept[name] = [...values];
  const pref = preference(parameters);
  if (pref !== undefined) kept['PREF'] ??= [pref];
  Object.assign(kept, groupParameters(group, groups));
  return { type, parameters: Object.keys(kept).length > 0 ? kept : undefined };
}

const isUsedUp = (name: string, values: readonly string[]): boolean =>
  name === 'TYPE' || name === 'CHARSET' || (name === 'ENCODING' && /^q/i.test(values[0] ?? ''));

function groupParameters(group: string, groups: Groups | undefined): Parameters {
  if (group === '') return {};
  const label = groups?.get(group.toLowerCase())?.label ?? '';
  return { ...(label !== '' && { 'X-ABLABEL': [label.slice(0, 200)] }), GROUP: [group] };
}
