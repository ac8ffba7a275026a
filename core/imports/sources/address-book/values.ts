// Cells to values: addresses of mail, numbers, groups, people; nothing empty, nothing longer than the book takes.
import { linkedInKey, looksLikeEmail } from '#core/contacts/identity.ts';
import type { Parameters } from '#core/contacts/model.ts';
import { fold } from '#core/shared/fold.ts';
import type { DraftProperty, Issue } from '../../model.ts';
import { clipped } from '../contact-builder.ts';
import { remembered } from '../mail-memo.ts';
import { issue } from '../table.ts';

/** What a row becomes while it is read. */
export interface Draft {
  readonly line: number;
  readonly properties: DraftProperty[];
  readonly issues: Issue[];
  /** What is there already, once there is a lot of it. */
  seen?: Set<string>;
}

/** UTF-16 code units the book takes of a property. */
const LONGEST: ReadonlyMap<string, number> = new Map([
  ['ORG', 300],
  ['TITLE', 300],
  ['EMAIL', 320],
  ['TEL', 60],
  ['URL', 2000],
]);
const LONGEST_TEXT = 20_000;
const LONGEST_NAME = 200;

/** A name or a part of one as the book takes it. */
export function nameOf(draft: Draft, text: string): string {
  if (text.length <= LONGEST_NAME) return text;
  draft.issues.push(issue(draft.line, 'VALUE_TOO_LONG', { name: 'FN' }));
  return clipped(text, LONGEST_NAME);
}

/** Adds a value that is not empty. */
export function add(
  { line, properties, issues }: Draft,
  name: string,
  text: string,
  typed: Typed & { last?: DraftProperty | undefined },
): void {
  const { type, parameters, last } = typed;
  if (last !== undefined && last.value === text && last.name === name) {
    properties.push(last);
    return;
  }
  const longest = LONGEST.get(name) ?? LONGEST_TEXT;
  let value = text;
  if (text.length > longest) {
    value = clipped(text, longest);
    issues.push(issue(line, 'VALUE_TOO_LONG', { name }));
  }
  if (value === '') return;
  const property = parameters ? { name, value, type, parameters } : { name, value, type };
  properties.push(property);
  if ('last' in typed) typed.last = property;
}

const FEW = 40;

/** An address somebody has already is not theirs twice; what is new is remembered as there. */
function isNew(draft: Draft, name: string, value: string): boolean {
  const { properties } = draft;
  if (properties.length < FEW) {
    let known: string | undefined;
    for (const property of properties) {
      if (property.name !== name) continue;
      known ??= value.toLowerCase();
      if (property.value.toLowerCase() === known) return false;
    }
    return true;
  }
  const folded = value.toLowerCase();
  // SECURITY: a cell of a million addresses is asked in a straight line, too.
  draft.seen ??= new Set(properties.map((property) => `${property.name}\n${property.value.toLowerCase()}`));
  const key = `${name}\n${folded}`;
  const isKnown = draft.seen.has(key);
  draft.seen.add(key);
  return !isKnown;
}

/** Adds a mailbox or a number; one that is there already is one, of both kinds. */
function addOnce(draft: Draft, name: string, value: string, typed: Typed): void {
  if (isNew(draft, name, value)) add(draft, name, value, typed);
  else if (typed.type !== '' && draft.properties.length < FEW) alsoOfKind(draft, name, value, typed.type);
}

function alsoOfKind({ properties }: Draft, name: string, value: string, type: string): void {
  const folded = value.toLowerCase();
  const at = properties.findIndex((one) => one.name === name && one.value.toLowerCase() === folded);
  const there = properties[at];
  if (there === undefined) return;
  const types = new Set([...there.type.split(','), ...type.split(',')].filter((one) => one !== ''));
  if (types.size > there.type.split(',').filter(Boolean).length)
    properties[at] = { ...there, type: [...types].join(',') };
}

export interface Typed {
  readonly type: string;
  readonly parameters?: Parameters | undefined;
}

/** `Ana Ruiz <ana@example.org>` as its two parts; the name without its quotes. */
export function mailbox(text: string): { readonly name: string; readonly email: string } | undefined {
  const open = text.lastIndexOf('<');
  const close = text.lastIndexOf('>');
  if (open < 0 || close < open) return undefined;
  const email = text
    .slice(open + 1, close)
    .trim()
    .replace(/^mailto:/i, '');
  if (!looksLikeEmail(email)) return undefined;
  const name = text.slice(0, open).trim();
  return { name: name.replace(/^["'](.*)["']$/s, '$1').trim(), email };
}

/** Exchange's own addresses (X.500), which nobody outside can write to. */
const EXCHANGE = /^\/o=|^ex:/i;

function emailPiece(draft: Draft, piece: string, typed: Typed): void {
  const bare = piece.replace(/^(?:mailto|smtp):/i, '');
  const email = looksLikeEmail(bare) ? bare : mailbox(piece)?.email;
  if (email !== undefined) {
    addOnce(draft, 'EMAIL', email, typed);
    return;
  }
  const isExchange = EXCHANGE.test(piece);
  if (!isExchange) draft.issues.push(issue(draft.line, 'BAD_EMAIL', { value: piece.slice(0, 200) }));
  add(draft, isExchange ? 'X-MS-EX-ADDRESS' : 'X-EMAIL', piece, typed);
}

/** One cell of mail addresses: one, several, or `Name <address>`; what is none is kept as X-EMAIL with BAD_EMAIL. */
export function addEmails(draft: Draft, text: string, typed: Typed): void {
  if (looksLikeEmail(text)) {
    addOnce(draft, 'EMAIL', text, typed);
    return;
  }
  // Sugar writes two flags behind every address: `ana@example.org,0,1`.
  const words = text.split(/[;,|\s]+/).filter((word) => word !== '' && word !== '0' && word !== '1');
  const pieces =
    words.length > 0 && words.every((word) => looksLikeEmail(word)) ? words : listedMailboxes(text);
  const isList = pieces.some((piece) => looksLikeEmail(piece) || mailbox(piece) !== undefined);
  for (const piece of isList ? pieces : [text]) emailPiece(draft, piece, typed);
}

/** `Ana Ruiz <ana@example.org>, Ben …`: a comma parts two people only behind an address. */
function listedMailboxes(text: string): string[] {
  const pieces = text.includes('<') ? text.split(/[;\n|]|(?<=>)\s*,|:::/) : text.split(/[;,\n|]|:::/);
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** A number long enough to stand alone; an extension or a pause behind a comma is part of one. */
const ALONE = /^\s*\+?[\d(][\d\s()./-]{6,40}$/;

const PARTED = /[;,\n/:|]/;

/** Parted by line breaks, semicolons or Google's ` ::: `; by commas and slashes only between whole numbers. */
function telPieces(text: string): readonly string[] {
  if (!PARTED.test(text)) return [text];
  if (/[;\n|]|:::/.test(text)) return text.split(/[;\n|]|:::/);
  if (!/,| \/ /.test(text)) return [text];
  const pieces = text.split(/,| \/ /);
  return pieces.every((piece) => ALONE.test(piece)) ? pieces : [text];
}

/** One cell of telephone numbers. */
export function addTels(draft: Draft, text: string, typed: Typed): void {
  for (const piece of telPieces(text)) {
    // An apostrophe tells a spreadsheet that a number is a text.
    const tel = piece
      .trim()
      .replace(/^tel:/i, '')
      .replace(/^'(?=[+\d(])/, '')
      // A number a program took for a sum.
      .replace(/^(\+?\d{7,15})\.0$/, '$1');
    if (tel !== '') addOnce(draft, 'TEL', tel, typed);
  }
}

/** A web address; a LinkedIn profile gets the type by which people are found again. */
export function addUrl(draft: Draft, text: string, { type, parameters }: Typed): void {
  const isProfile = linkedInKey(text) !== undefined;
  // A bare word under "LinkedIn" is the end of the profile's address.
  if (type === 'linkedin' && !isProfile && /^[\p{L}\p{N}_%-]{3,100}$/u.test(text))
    return add(draft, 'URL', `https://www.linkedin.com/in/${text}`, { type });
  add(draft, 'URL', text, { type: isProfile ? 'linkedin' : type === 'linkedin' ? '' : type, parameters });
}

/** A list in one cell: parted by semicolons, lines or bars, or by commas where there are none. */
export function listed(text: string): readonly string[] {
  if (!/[;,\n|]/.test(text)) return [text];
  const sign = [';', '\n', '|'].find((one) => text.includes(one)) ?? ',';
  const pieces = text.split(sign).map((piece) => {
    const bare = piece.trim();
    return bare.startsWith('"') ? bare.replace(/^"(.*)"$/s, '$1') : bare;
  });
  return [...new Set(pieces)].filter((piece) => piece !== '');
}

/** The same few groups stand in most rows. */
export const tagsIn = remembered((text: string) =>
  listed(text.includes(':::') ? text.replace(/ ?::: ?/g, ';') : text),
);

const SEXES: readonly (readonly [string, string])[] = [
  [
    'M',
    'm|male|man|männlich|mann|homme|masculin|hombre|masculino|maschio|uomo|maschile|homem|mężczyzna|man|mannelijk|мужской|муж|男|男性|mies|muž|erkek|férfi|чоловіча|남|남자|남성|mand|kille|hane|herr|vyras|vīrietis|mees|moški|muški|мушки|home|karl|ชาย|مرد|мъж|bărbat|masculin|άνδρας|άντρας|זכר|ذكر|nam|laki-laki|pria',
  ],
  [
    'F',
    'f|female|woman|weiblich|frau|femme|féminin|mujer|femenino|femmina|donna|femminile|mulher|feminino|kobieta|vrouw|vrouwelijk|женский|жен|女|女性|nainen|žena|kadın|nő|жіноча|여|여자|여성|kvinde|kvinna|kvinne|w|moteris|sieviete|naine|ženska|ženski|женски|dona|kona|หญิง|زن|femeie|γυναίκα|נקבה|أنثى|nữ|perempuan|wanita',
  ],
  [
    'O',
    'o|other|divers|d|autre|otro|altro|outro|anders|другой|その他|其他|diverse|nonbinary|non binary|non-binary',
  ],
  [
    'U',
    'u|unspecified|unknown|keine angabe|unbekannt|non précisé|inconnu|no especificado|non specificato|não especificado|nieokreślona|niet opgegeven|не указан|未指定|ej angivet|ikke angivet|ikke angitt',
  ],
];
const SEX_OF: ReadonlyMap<string, string> = new Map(
  SEXES.flatMap(([sex, words]) => words.split('|').map((word) => [fold(word), sex] as const)),
);

/** vCard's `GENDER` (RFC 6350 §6.2.7): a letter where the word is known, else the word behind a semicolon. */
export const genderOf = (text: string): string => SEX_OF.get(fold(text)) ?? `;${text}`;
