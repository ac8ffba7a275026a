// A pasted card – vCard, MECARD, BIZCARD – as a line that says the same.
import { parseN, formattedName } from '#core/contacts/structured-name.ts';
import type { ContactDraft } from '#core/imports/model.ts';
import { parseVCards } from '#core/imports/sources/vcard.ts';
import { plainLine, type Said } from './written-line.ts';

export interface CardLine {
  readonly line: string;
  /** Cards besides the first. */
  readonly further: number;
}

/** What the first card says, in its order. */
export interface CardSaid {
  readonly said: readonly Said[];
  readonly further: number;
}

const VCARD = /^[\s\ufeff]*BEGIN[ \t]*:[ \t]*VCARD/i;
const MECARD = /^[\s\ufeff]*MECARD:/i;
const BIZCARD = /^[\s\ufeff]*BIZCARD:/i;
/** Only the head of a paste is looked at; a card with a photograph is longer. */
const HEAD = 200;

/** The first person of a pasted card as a line, or undefined when the text is no card or its card says nothing. */
export function cardLine(text: string): CardLine | undefined {
  const card = cardSaid(text);
  return card && { line: plainLine(card.said), further: card.further };
}

/** The first person of a card (vCard 2.1 to 4.0, MECARD, BIZCARD), or undefined as above. */
export function cardSaid(text: string): CardSaid | undefined {
  const head = text.slice(0, HEAD);
  if (VCARD.test(head)) return vcardSaid(text);
  if (MECARD.test(head)) return filled(mecard(text.replace(MECARD, '')), 0);
  if (BIZCARD.test(head)) return filled(bizcard(text.replace(BIZCARD, '')), 0);
  return undefined;
}

const filled = (said: readonly Said[], further: number): CardSaid | undefined => {
  const full = said.filter(({ value }) => value.trim() !== '');
  return full.length === 0 ? undefined : { said: full, further };
};

function vcardSaid(text: string): CardSaid | undefined {
  const { contacts } = parseVCards({ text, isBytes: false, encoding: 'utf-8', undecodable: 0 });
  const [first] = contacts;
  return first && filled(saidBy(first), contacts.length - 1);
}

const KINDS: Readonly<Record<string, Said['kind']>> = {
  TITLE: 'title',
  ROLE: 'title',
  ORG: 'org',
  EMAIL: 'email',
  TEL: 'tel',
  URL: 'url',
  SOCIALPROFILE: 'url',
  CATEGORIES: 'tag',
  NOTE: 'note',
};

function saidBy({ fn, properties }: ContactDraft): Said[] {
  const said: Said[] = [{ kind: 'name', value: fn }];
  for (const { name, value } of properties) {
    const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
    const isTaken = (kind === 'title' || kind === 'org') && said.some((one) => one.kind === kind);
    if (kind !== undefined && !isTaken) said.push({ kind, value });
  }
  return said;
}

/** Fields of a text such as `N:Ruiz,Ana;TEL:123;;`: parted by `;`, a backslash before a sign that means itself. */
export function fieldsOf(text: string): (readonly [string, string])[] {
  const fields: (readonly [string, string])[] = [];
  for (const [field] of text.matchAll(/(?:\\[^]|[^;\\])+/g)) {
    const colon = field.indexOf(':');
    if (colon > 0) fields.push([field.slice(0, colon).trim().toUpperCase(), field.slice(colon + 1)]);
  }
  return fields;
}

/** A backslash before a sign means that sign. */
export const unescaped = (value: string): string => value.replace(/\\([^])/g, '$1').trim();

/** NTT DoCoMo's MECARD; `N` is family and given name parted by a comma. */
function mecard(text: string): Said[] {
  return fieldsOf(text).flatMap(([name, value]): Said[] => {
    switch (name) {
      case 'N':
        return [{ kind: 'name', value: turned(value) }];
      case 'ORG':
      case 'EMAIL':
      case 'TEL':
      case 'URL':
      case 'TITLE':
      case 'NOTE':
        return [{ kind: KINDS[name]!, value: unescaped(value) }];
      default:
        return [];
    }
  });
}

/** `Ruiz,Ana` → `Ana Ruiz`; a comma behind a backslash parts nothing. */
function turned(value: string): string {
  const [family = '', given = ''] = (value.match(/(?:\\[^]|[^,\\])+/g) ?? []).map(unescaped);
  return formattedName({ ...parseN(''), family, given });
}

/** The telephones' BIZCARD: given name, family name, title, company, address, numbers, e-mail. */
function bizcard(text: string): Said[] {
  const fields = new Map(fieldsOf(text).map(([name, value]) => [name, unescaped(value)]));
  const said = (kind: Said['kind'], value: string | undefined): Said[] =>
    value === undefined ? [] : [{ kind, value }];
  const name = [fields.get('N'), fields.get('X')]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
  return [
    ...said('name', name),
    ...said('title', fields.get('T')),
    ...said('org', fields.get('C')),
    ...said('tel', fields.get('B')),
    ...said('tel', fields.get('M')),
    ...said('tel', fields.get('F')),
    ...said('email', fields.get('E')),
  ];
}
