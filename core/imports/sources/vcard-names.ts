// What a card calls its person: FN and N, and what stands in for them.
import type { StructuredName } from '#core/contacts/model.ts';
import { splitName } from '#core/contacts/names.ts';
import { formattedName, parseN } from '#core/contacts/structured-name.ts';
import { escapedOnce, parted } from '#core/formats/vcard/escapes.ts';
import type { VCardProperty } from '#core/formats/vcard/model.ts';
import { trimmed } from '#core/shared/trimmed.ts';
import { clipped, NO_NAME } from './contact-builder.ts';
import { add, type Building, isOld, plainText, report } from './vcard-building.ts';
import { isName, standIn } from './vcard-stand-ins.ts';
import { verbatimShape } from './vcard-shape.ts';

const LONGEST = 200;

/** Anything between words but one space. */
const UNUSUAL = / {2}|[^\S ]|\p{Cc}/u;

/** A name on one line, without spaces around it. */
function line(text: string): string {
  if (text === '') return text;
  const own = trimmed(text);
  return UNUSUAL.test(own) ? own.replace(/[\s\p{Cc}]+/gu, ' ').trim() : own;
}

const isPreferred = ({ parameters }: VCardProperty): boolean =>
  parameters['PREF']?.[0] === '1' || parameters['TYPE']?.some((type) => /^pref$/i.test(type)) === true;

/** The one of these lines to go by: preferred, else the first. Others (other scripts) are kept as they came. */
function chosen(name: 'N' | 'FN', building: Building): string {
  let one: VCardProperty | undefined;
  let spoken = 0;
  for (const property of building.card.properties) {
    if (property.name !== name || !SPOKEN.test(property.value)) continue;
    spoken++;
    if (one === undefined || (isPreferred(property) && !isPreferred(one))) one = property;
  }
  if (one !== undefined && spoken > 1) keepOthers(one, building);
  return one === undefined ? '' : isOld(building) ? one.value : escapedOnce(one.value, name === 'FN');
}

function keepOthers({ name, value }: VCardProperty, building: Building): void {
  for (const other of building.card.properties)
    if (other.name === name && other.value !== value && SPOKEN.test(other.value))
      add(building, `X-ALT-${name}`, other.value, verbatimShape(other, building.groups));
}

/** More than separators. */
const SPOKEN = /[^;,\s]/;

/** `N` of any version. In 2.1 a comma is a letter, from 3.0 on it parts two names. */
function structured(written: string, building: Building): StructuredName | undefined {
  const n = parseN(isOld(building) ? written.replace(/\\?,/g, '\\,') : written);
  const family = line(n.family);
  const given = line(n.given);
  const additional = line(n.additional);
  const prefix = line(n.prefix);
  const suffix = line(n.suffix);
  const isSaid = family !== '' || given !== '' || additional !== '' || prefix !== '' || suffix !== '';
  if (building.card.version === '4.0' && isSaid)
    return withLater({ family, given, additional, prefix, suffix }, written);
  return isSaid ? { family, given, additional, prefix, suffix } : undefined;
}

/**
 * RFC 9554 §2.2 has two components more, a second surname and a generation (`Jr.`), whose values are among the family
 * names and the suffixes, too. Where they are not, they go there.
 */
function withLater(n: StructuredName, written: string): StructuredName {
  const [second = '', generation = ''] = parted(written, ';')
    .slice(5)
    .map((part) => line(plainText(part)));
  const has = (whole: string, part: string) => part === '' || whole.split(/[\s,]+/).includes(part);
  return {
    ...n,
    ...(!has(n.family, second) && !n.family.includes(second) && { family: `${n.family} ${second}`.trim() }),
    ...(!has(n.suffix, generation) && { suffix: [n.suffix, generation].filter(Boolean).join(', ') }),
  };
}

const first = ({ properties }: Building, name: string): string =>
  properties.find((property) => property.name === name)?.value ?? '';

/**
 * The name of the person (or the organisation) of a card; undefined when there is nothing to call them by. FN and N
 * make up for each other; without both it is whatever the card says (`standIn`), except of a list of people.
 */
export function nameOf(building: Building): Name | undefined {
  const fn = line(plainText(chosen('FN', building)));
  const n = structured(chosen('N', building), building);
  const kind = first(building, 'KIND');
  const name = building.isCompany || kind === 'org' ? ofCompany(building, fn) : ofPerson(building, fn, n);
  const known =
    name ?? (kind === 'group' || building.isList ? undefined : called(standIn(building.properties)));
  return known && fitting({ fn: known.fn, n: n ?? known.n }, building);
}

interface Name {
  readonly fn: string;
  readonly n: StructuredName;
}

function ofPerson({ properties }: Building, fn: string, n: StructuredName | undefined): Name | undefined {
  if (fn !== '') return { fn, n: n ?? (isName(fn, properties) ? splitName(fn) : NO_NAME) };
  return n && { fn: formattedName(n), n };
}

/** A company is called what it is called, whoever stands in its N; its name has no parts. */
function ofCompany(building: Building, fn: string): Name | undefined {
  return called(first(building, 'ORG') || fn);
}

function called(text: string): Name | undefined {
  const fn = line(text);
  return fn === '' ? undefined : { fn, n: NO_NAME };
}

function fitting({ fn, n }: Name, building: Building): Name {
  const { family, given, additional, prefix, suffix } = n;
  const isLong = (text: string) => text.length > LONGEST;
  if (fn.length + family.length + given.length + additional.length + prefix.length + suffix.length <= LONGEST)
    return { fn, n };
  if (!isLong(fn) && !Object.values(n).some(isLong)) return { fn, n };
  report(building, 'VALUE_TOO_LONG', { name: isLong(fn) ? 'FN' : 'N' });
  const part = (text: string) => clipped(text, LONGEST);
  return {
    fn: part(fn),
    n: {
      family: part(family),
      given: part(given),
      additional: part(additional),
      prefix: part(prefix),
      suffix: part(suffix),
    },
  };
}
