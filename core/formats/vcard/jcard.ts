// jCard (RFC 7095): vCards as JSON, read into the same shape as any other.
import { readJson } from '#core/formats/json-lenient.ts';
import type { Issue } from '#core/imports/model.ts';
import { escaped } from './escapes.ts';
import type { VCard, VCardFile, VCardParameters, VCardProperty } from './model.ts';
import { MOST_CARDS } from './open-cards.ts';

const MARK = /"vcard"\s*,\s*\[/gi;

/** The place a text starts looking like jCard, undefined when it does not. */
export function jCardMark(text: string): string | undefined {
  return /^\s*[[{]/.test(text) ? /"vcard"\s*,\s*\[/i.exec(text)?.[0] : undefined;
}

/**
 * All cards of a jCard document: one, an array of them, one a line, or any of these inside an object
 * (`{"vcards": […]}`). Values become what vCard 4.0 writes (RFC 7095 §3.3 turned round), components and lists included.
 * Broken JSON is read around what is broken in it; where that leaves no card it is one BAD_LINE. `line` is that of the
 * card's beginning, as far as it can be told. Never throws.
 */
export function readJCards(text: string, maxCards = MOST_CARDS): VCardFile {
  const { value, issues } = jsonOf(text.replace(/^\ufeff/, ''));
  const found: (readonly unknown[])[] = [];
  collect(value, found, 0);
  if (found.length === 0 && issues.length > 0)
    return { cards: [], issues: [{ line: 1, code: 'BAD_LINE', params: {} }], encoding: 'utf-8' };
  const lines = linesOfCards(text);
  const kept = found.slice(0, maxCards);
  const cards = kept.map((card, at) => cardOf(card, lines.length === found.length ? (lines[at] ?? 1) : 1));
  const tooMany = found.length > maxCards;
  return {
    cards,
    issues: tooMany ? [...issues, { line: 0, code: 'TOO_MANY_RECORDS', params: { most: maxCards } }] : issues,
    encoding: 'utf-8',
  };
}

function jsonOf(text: string): { readonly value: unknown; readonly issues: readonly Issue[] } {
  try {
    return { value: JSON.parse(text), issues: [] };
  } catch {
    // Cut off, or several documents: as one list of them, what is whole is read.
    const { value, troubles } = readJson(`[${text}\n]`);
    // One is enough to say that something is missing.
    return { value, issues: troubles.slice(0, 1).map(({ line, code }) => ({ line, code, params: {} })) };
  }
}

/** RDAP (RFC 9083) nests its entities. */
const DEEPEST = 24;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

function collect(value: unknown, found: (readonly unknown[])[], depth: number): void {
  if (isList(value)) {
    const [name, properties] = value;
    if (typeof name === 'string' && name.toLowerCase() === 'vcard' && isList(properties))
      found.push(properties);
    else if (depth < DEEPEST) for (const item of value) collect(item, found, depth + 1);
  } else if (typeof value === 'object' && value !== null && depth < DEEPEST)
    for (const item of Object.values(value)) collect(item, found, depth + 1);
}

function linesOfCards(text: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let from = 0;
  for (const { index } of text.matchAll(MARK)) {
    for (let at = text.indexOf('\n', from); at >= 0 && at < index; at = text.indexOf('\n', from)) {
      line++;
      from = at + 1;
    }
    lines.push(line);
  }
  return lines;
}

function cardOf(entries: readonly unknown[], line: number): VCard {
  const properties: VCardProperty[] = [];
  let version = '';
  let broken = 0;
  for (const entry of entries) {
    const property = isList(entry) ? propertyOf(entry, line) : undefined;
    if (property === undefined) broken++;
    else if (property.name === 'VERSION') version = property.value.slice(0, 20);
    else properties.push(property);
  }
  return { line, version, properties, issues: broken > 0 ? [{ line, code: 'BAD_LINE', params: {} }] : [] };
}

const NAME = /^[A-Za-z0-9][\w-]{0,99}$/;

function propertyOf(entry: readonly unknown[], line: number): VCardProperty | undefined {
  const [name, parameters, type, ...values] = entry;
  if (typeof name !== 'string' || !NAME.test(name) || typeof type !== 'string') return undefined;
  const { GROUP: group = [], ...rest } = parametersOf(parameters);
  // An address has no escapes, and a value of unknown type (§5) is the one the vCard had.
  const isAsIs = /^(?:uri|unknown)$/i.test(type);
  const value = values.map((item) => (isList(item) ? structured(item) : written(item, isAsIs))).join(',');
  return { line, group: group[0] ?? '', name: name.toUpperCase(), parameters: withType(rest, type), value };
}

/** The type of a value is the VALUE parameter of vCard, which leaves the usual one out. */
const withType = (parameters: VCardParameters, type: string): VCardParameters =>
  /^(?:text|unknown)$/i.test(type) ? parameters : { ...parameters, VALUE: [type.toLowerCase()] };

function parametersOf(value: unknown): VCardParameters {
  if (typeof value !== 'object' || value === null || isList(value)) return {};
  const named = Object.entries(value).filter(([name]) => NAME.test(name));
  return Object.fromEntries(
    named.map(([name, item]) => [name.toUpperCase(), isList(item) ? item.map(plain) : [plain(item)]]),
  );
}

const structured = (components: readonly unknown[]): string =>
  components
    .map((component) =>
      isList(component) ? component.map((item) => written(item)).join(',') : written(component),
    )
    .join(';');

const written = (value: unknown, isAsIs = false): string => (isAsIs ? plain(value) : escaped(plain(value)));

/** Numbers and truth values as vCard writes them. */
function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(value) : '';
}
