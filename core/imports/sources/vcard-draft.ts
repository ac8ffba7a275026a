// One card to one contact, or to what it is instead: a group of people, a room, nobody.
import { telKey } from '#core/contacts/identity.ts';
import type { VCard } from '#core/formats/vcard/model.ts';
import type { ContactDraft, DraftProperty, Issue, PersonRef } from '../model.ts';
import { clipped, personRef } from './contact-builder.ts';
import { issue } from './table.ts';
import {
  add,
  type Building,
  finishJoined,
  plainText,
  type Related,
  startBuilding,
} from './vcard-building.ts';
import { readLines } from './vcard-extensions.ts';
import { addLabel } from './vcard-addresses.ts';
import { nameOf } from './vcard-names.ts';
import { shapeOf } from './vcard-shape.ts';

/** A draft that a group may still add a category to. */
export type OpenDraft = ContactDraft & { readonly properties: DraftProperty[] };

/** People a card lists (KIND:group, Apple's X-ADDRESSBOOKSERVER-KIND:group). */
export interface CardGroup {
  readonly line: number;
  readonly name: string;
  /** URIs: `urn:uuid:`, `mailto:`, `tel:`. */
  readonly members: readonly string[];
}

export type CardResult =
  | { readonly kind: 'contact'; readonly draft: OpenDraft; readonly related: readonly Related[] }
  | { readonly kind: 'group'; readonly group: CardGroup }
  | { readonly kind: 'nobody'; readonly issues: readonly Issue[] };

/** RFC 6350 §6.1.4 and RFC 6473, RFC 6869: what is neither a person nor an organisation. */
const THINGS = new Set(['location', 'device', 'application', 'thing']);

/** What a card is about. Never throws; what is wrong with a usable card is in its draft. */
export function readCard(card: VCard): CardResult {
  const building = startBuilding(card);
  readLines(building);
  if (building.joined.length > 0) finishJoined(building);
  const kind = kindOf(building);
  if (THINGS.has(kind)) return { kind: 'nobody', issues: [issue(card.line, 'NOT_A_PERSON')] };
  if (building.labels.length > 0) placeLabels(building);
  const name = nameOf(building);
  if (kind === 'group') return { kind: 'group', group: groupOf(building, name?.fn ?? '') };
  if (name === undefined) return { kind: 'nobody', issues: [issue(card.line, 'NO_NAME'), ...card.issues] };
  const { properties, issues, related } = building;
  return { kind: 'contact', draft: { line: card.line, ...name, properties, issues }, related };
}

/** KIND, also where a product has a word of its own for it. */
function kindOf(building: Building): string {
  const said = building.properties.find(({ name }) => name === 'KIND')?.value ?? '';
  if (building.isList) return 'group';
  if (building.isCompany && said !== 'org') add(building, 'KIND', 'org', { type: '', parameters: undefined });
  return said;
}

function groupOf({ card, properties, isList }: Building, name: string): CardGroup {
  const isMember = (property: string) => property === 'MEMBER' || property === 'X-ADDRESSBOOKSERVER-MEMBER';
  const members = card.properties.filter((property) => isMember(property.name));
  const mailboxes = isList ? properties.filter((property) => property.name === 'EMAIL') : [];
  return {
    line: card.line,
    name: clipped(name, 200),
    members: [
      ...members.map(({ value }) => plainText(value).trim()),
      ...mailboxes.map(({ value }) => `mailto:${value}`),
    ],
  };
}

/**
 * LABEL lines of vCard 2.1 and 3.0 belong to the address of the same types; one without an address is one itself.
 */
function placeLabels(building: Building): void {
  const { properties, labels, groups } = building;
  const unlabelled = addressesByType(properties);
  for (const property of labels) {
    const text = plainText(property.value).trim();
    const shape = shapeOf(property, groups);
    const address = text === '' ? undefined : unlabelled.get(typeKey(shape.type))?.pop();
    if (address === undefined) addLabel(building, text, shape);
    else
      properties[address.at] = {
        ...address.property,
        parameters: { ...address.property.parameters, LABEL: [clipped(text, 2000)] },
      };
  }
}

interface Address {
  readonly at: number;
  readonly property: DraftProperty;
}

/** Addresses without a label, the last of each kind first. */
function addressesByType(properties: readonly DraftProperty[]): Map<string, Address[]> {
  const addresses = new Map<string, Address[]>();
  for (let at = properties.length - 1; at >= 0; at--) {
    const property = properties[at]!;
    if (property.name !== 'ADR' || property.parameters?.['LABEL']) continue;
    const key = typeKey(property.type);
    const there = addresses.get(key);
    if (there) there.push({ at, property });
    else addresses.set(key, [{ at, property }]);
  }
  return addresses;
}

/** Products repeat an address's types on its label, in any order, with or without the ones that say nothing. */
const SAYS_NOTHING = new Set(['postal', 'parcel', 'dom', 'intl', '']);

const typeKey = (type: string): string =>
  type
    .split(',')
    .filter((word) => !SAYS_NOTHING.has(word))
    .sort()
    .join(',');

/** The person of a draft as other records may name them. */
export function refOf({ fn, properties }: ContactDraft): PersonRef {
  const first = (name: string, type?: string) =>
    properties.find((property) => property.name === name && (type === undefined || property.type === type))
      ?.value ?? '';
  return personRef(fn, {
    email: first('EMAIL'),
    url: first('URL', 'linkedin'),
    tel: telKey(first('TEL')) === undefined ? '' : first('TEL'),
    uid: first('UID'),
    org: first('ORG'),
  });
}
