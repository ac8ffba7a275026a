// A contact while its card is read line by line.
import { linkedInKey } from '#core/contacts/identity.ts';
import type { Parameters } from '#core/contacts/model.ts';
import { unescaped } from '#core/formats/vcard/escapes.ts';
import type { VCard, VCardProperty } from '#core/formats/vcard/model.ts';
import { trimmed } from '#core/shared/trimmed.ts';
import type { DraftProperty, Issue } from '../model.ts';
import { fittingValue } from './contact-builder.ts';
import { issue } from './table.ts';
import { type Groups, groupsOf, type Shape, shapeOf } from './vcard-shape.ts';

/** Somebody a card names, as it names them. */
export interface Related {
  readonly line: number;
  /** A name or a URI. */
  readonly value: string;
  /** What they are to the person of the card. */
  readonly text: string;
}

/** What several lines say, and how the first of them is shaped. */
interface Joined {
  readonly name: string;
  readonly values: string[];
  readonly shape: Shape;
  readonly joint: string;
}

export interface Building {
  readonly card: VCard;
  readonly groups: Groups | undefined;
  readonly properties: DraftProperty[];
  readonly issues: Issue[];
  readonly related: Related[];
  /** LABEL lines, placed when all addresses are known. */
  readonly labels: VCardProperty[];
  /** Values of properties the book shows one of, to be joined into one. */
  readonly joined: Joined[];
  /** X-ABShowAs:COMPANY. */
  isCompany: boolean;
  /** Evolution's list of people, whose mailboxes are all the card has. */
  isList: boolean;
}

export const startBuilding = (card: VCard): Building => ({
  card,
  groups: groupsOf(card),
  properties: [],
  issues: [...card.issues],
  related: [],
  labels: [],
  joined: [],
  isCompany: false,
  isList: false,
});

/** Values up to here fit every property; most are shorter. */
const FITS = 60;
/** SECURITY: a card of a million lines is not compared with itself. */
const COMPARED = 64;

/** Controls that are no text: damage, and padding of old telephones. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]+/;

/** Adds a value unless it is blank or there already; too long a one is cut, with an issue. */
export function add(building: Building, name: string, value: string, shape: Shape): void {
  const text = trimmed(CONTROL.test(value) ? value.split(CONTROL).join('') : value);
  if (text === '') return;
  const fitting = text.length <= FITS ? text : fittingOf(building, name, text);
  if (isThere(building.properties, name, fitting, shape.type)) return;
  building.properties.push(draftProperty(name, fitting, shape));
}

/** The book shows one value of these: several lines become one in the end, so that none is hidden. */
export function addJoined(
  { joined }: Building,
  name: string,
  value: string,
  how: { readonly shape: Shape; readonly joint: string },
): void {
  const text = trimmed(value);
  if (text === '') return;
  const there = joined.find((other) => other.name === name);
  if (there === undefined) joined.push({ name, values: [text], ...how });
  else there.values.push(text);
}

/** All lines are read: what is to be joined is. */
export function finishJoined(building: Building): void {
  for (const { name, values, shape: shaped, joint } of building.joined)
    add(building, name, values.length === 1 ? values[0]! : [...new Set(values)].join(joint), shaped);
}

export const draftProperty = (name: string, value: string, { type, parameters }: Shape): DraftProperty =>
  parameters === undefined ? { name, value, type } : { name, value, type, parameters };

function fittingOf(building: Building, name: string, text: string): string {
  const { value, cut } = fittingValue(name, text);
  if (cut) report(building, 'VALUE_TOO_LONG', { name });
  return value;
}

/** Does the draft say so already? Its first lines are looked at. */
export function isThere(
  properties: readonly DraftProperty[],
  name: string,
  value: string,
  type: string,
): boolean {
  const most = Math.min(properties.length, COMPARED);
  for (let at = 0; at < most; at++) {
    const other = properties[at]!;
    if (other.name === name && other.value === value && other.type === type) return true;
  }
  return false;
}

export function report(
  building: Building,
  code: Issue['code'],
  params?: Issue['params'],
  line?: number,
): void {
  building.issues.push(issue(line ?? building.card.line, code, params));
}

/** A value with a note of what the source wrote, where ours says less. */
export const verbatim = (value: string): Parameters => ({ 'X-VERBATIM': [value.slice(0, 2000)] });

/** Reads one line of a card into the contact. */
export type Handler = (property: VCardProperty, building: Building) => void;

/** Escapes undone, line breaks as the book writes them. */
export function plainText(value: string): string {
  const text = unescaped(value);
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Types and parameters of a line of the card. */
export const shape = (property: VCardProperty, { groups }: Building): Shape => shapeOf(property, groups);

/** vCard 2.1 knows no lists: its commas are letters. */
export const isOld = ({ card }: Building): boolean => card.version === '2.1';

/** An address of a profile on LinkedIn says so in its type, as the LinkedIn import does. */
export function addUrl(building: Building, url: string, shaped: Shape): void {
  const isProfile = url.length <= 2000 && /linkedin\./i.test(url) && linkedInKey(url) !== undefined;
  add(building, 'URL', url, isProfile ? { ...shaped, type: 'linkedin' } : shaped);
}
