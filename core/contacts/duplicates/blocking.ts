// Which pairs are worth comparing: only records that share a blocking key, so that the work grows with the book, not with
// its square (Christen 2012, "Data Matching", ch. 4).
import type { Lexicon, Prepared } from './prepared.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Kinds of blocking keys. Each catches pairs that the others miss when one value is wrong or not known; a kind's limit
 * is how many records may share a key before it says too little.
 */
const KINDS = {
  profile: 64,
  email: 64,
  tel: 64,
  identifier: 64,
  names: 300,
  formsOfName: 150,
  initialAndFamily: 100,
  nameAndSlip: 40,
  formAndSlip: 40,
  starts: 20,
  singleName: 40,
  nameAndPlace: 80,
  nameAndYear: 80,
  nameAndDay: 60,
  birthday: 60,
  birthdayAndInitial: 80,
  yearAndPlace: 60,
  houseAndPlace: 50,
  houseAndStreet: 50,
  nameAndStreet: 60,
  streetAndPlace: 50,
  startAndPlace: 50,
  mailbox: 30,
  mailboxStart: 30,
  mailboxEnd: 30,
  givenAndOrg: 60,
  familyAndOrg: 60,
} as const;
type Kind = keyof typeof KINDS;

const LIMITS = [0, ...Object.values(KINDS)];

/** Kinds by number, from 1. */
const NUMBER_OF = Object.fromEntries(Object.keys(KINDS).map((kind, at) => [kind, at + 1])) as Record<
  Kind,
  number
>; // the keys of KINDS

/** Mixes a kind and two numbers into 27 bits; the kind goes on top, so that its limit can be read back. */
function hashed(kind: number, a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e37_79b9, 0x85eb_ca6b) ^ Math.imul(b ^ 0x27d4_eb2f, 0xc2b2_ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a_2d39);
  return kind * 134_217_728 + ((hash ^ (hash >>> 15)) & 0x7ff_ffff);
}

/** The most records that may share this key and still be compared each with each. */
export const blockLimit = (key: number): number => LIMITS[Math.floor(key / 134_217_728)] ?? 0;

/** One number for the unordered pair, so that given and family names may stand in either field. */
const either = (kind: Kind, a: number, b: number) => hashed(NUMBER_OF[kind], Math.min(a, b), Math.max(a, b));
const ordered = (kind: Kind, a: number, b: number) => hashed(NUMBER_OF[kind], a, b);

const MOST_WORDS = 4;
/** Formal names that a short form may stand for; with slips in the other name as well, fewer. */
const MOST_FORMS = 16;
const MOST_FORMS_WITH_SLIPS = 4;

/**
 * The blocking keys of a record, each below 2^32, written into `keys`; equal keys of two records make them a candidate
 * pair.
 */
export function blockingKeys(record: Prepared, lexicon: Lexicon, keys: number[] = []): number[] {
  keys.length = 0;
  valueKeys(record, lexicon, keys);
  nameKeys(record, lexicon, keys);
  dateKeys(record, lexicon, keys);
  addressKeys(record, lexicon, keys);
  return keys;
}

function valueKeys(record: Prepared, { words, values }: Lexicon, keys: number[]): void {
  for (const id of record.profiles) keys.push(ordered('profile', id, 0));
  for (const id of record.identifiers) keys.push(ordered('identifier', id, 0));
  for (const id of record.emails) {
    keys.push(ordered('email', id, 0));
    const local = values.part(id);
    if (local.length >= 4) keys.push(ordered('mailbox', words.idOf(local), 0));
    if (local.length < 6) continue;
    // Most begin with the given name, so that the beginning tells only when it is long.
    keys.push(ordered('mailboxEnd', words.idOf(local.slice(-5)), 0));
    if (local.length >= 8) keys.push(ordered('mailboxStart', words.idOf(local.slice(0, 7)), 0));
  }
  for (const id of record.tels) {
    const tail = values.part(id);
    if (tail.length >= 5) keys.push(ordered('tel', values.idOf(`#${tail}`), 0));
  }
}

function nameKeys(record: Prepared, { words }: Lexicon, keys: number[]): void {
  const given = firstOf(record.given.words, record.others);
  const family = record.family.words.slice(0, MOST_WORDS);
  const all = firstOf(given, family).filter((id) => words.text(id).length > 1);
  for (let i = 0; i < all.length; i++) {
    for (let j = i + 1; j < all.length; j++)
      keys.push(either('names', words.soundId(all[i]!), words.soundId(all[j]!)));
  }
  if (all.length === 1) keys.push(ordered('singleName', words.soundId(all[0]!), 0));
  const [first] = given;
  const last = family.at(-1);
  if (first === undefined || last === undefined) return;
  const initial = words.initial(first);
  for (const id of family) keys.push(ordered('initialAndFamily', initial, words.soundId(id)));
  // `Bel er` and `Beler`.
  if (family.length > 1) keys.push(ordered('initialAndFamily', initial, words.soundId(record.family.whole)));
  keys.push(either('starts', words.startId(first), words.startId(last)));
  // Either name may stand in the other's field, as a short form too.
  slipKeys(first, record.family.whole, words, keys);
  slipKeys(last, first, words, keys);
  for (const word of given.slice(1)) formKeys(word, last, words, keys);
  if (record.org.whole !== 0) {
    keys.push(
      ordered('givenAndOrg', words.soundId(first), record.org.whole),
      ordered('familyAndOrg', words.soundId(last), record.org.whole),
    );
  }
}

/** The first few words of two lists, each once. */
function firstOf(some: readonly number[], more: readonly number[]): readonly number[] {
  if (more.length === 0 && some.length <= 1) return some;
  const words: number[] = [];
  for (const list of [some, more])
    for (const id of list) if (words.length < MOST_WORDS && !words.includes(id)) words.push(id);
  return words;
}

/** One name as it sounds, or a form of it, with what the other may have become by one slip. */
function slipKeys(name: number, other: number, words: Vocabulary, keys: number[]): void {
  formKeys(name, other, words, keys);
  const forms = words.groups(name);
  for (const slip of words.slips(other)) {
    if (forms.length === 0) keys.push(ordered('nameAndSlip', words.soundId(name), slip));
    // Who has one given name shares its forms too.
    for (let at = 0; at < forms.length && at < MOST_FORMS_WITH_SLIPS; at++)
      keys.push(ordered('formAndSlip', forms[at]!, slip));
  }
}

function formKeys(name: number, other: number, words: Vocabulary, keys: number[]): void {
  const forms = words.groups(name);
  for (let at = 0; at < forms.length && at < MOST_FORMS; at++)
    keys.push(ordered('formsOfName', forms[at]!, words.soundId(other)));
}

function dateKeys(record: Prepared, { words }: Lexicon, keys: number[]): void {
  const { bday } = record;
  if (bday === 0) return;
  const dayOfYear = bday % 10_000;
  const year = Math.floor(bday / 10_000);
  const hasDay = dayOfYear % 100 !== 0;
  if (hasDay && year !== 0) keys.push(ordered('birthday', bday, 0));
  for (const id of namesOf(record)) {
    const sound = words.soundId(id);
    if (year !== 0) keys.push(ordered('nameAndYear', sound, year));
    if (hasDay) keys.push(ordered('nameAndDay', sound, dayOfYear));
    if (hasDay && year !== 0) keys.push(ordered('birthdayAndInitial', bday, words.initial(id)));
  }
  if (year === 0) return;
  for (const place of placesOf(record, words)) keys.push(ordered('yearAndPlace', year, place));
}

function addressKeys(record: Prepared, { words }: Lexicon, keys: number[]): void {
  if (record.addresses.length === 0) return;
  const names = namesOf(record).map((id) => words.soundId(id));
  const places = placesOf(record, words);
  const starts = namesOf(record).map((id) => words.startId(id));
  for (const place of places) {
    for (const name of names) keys.push(ordered('nameAndPlace', name, place));
    for (const start of starts) keys.push(ordered('startAndPlace', start, place));
  }
  for (const { street, extended, house } of record.addresses) {
    if (house !== 0) for (const place of places) keys.push(ordered('houseAndPlace', house, place));
    // Either line may hold the street.
    for (const id of [...street.slice(0, 2), ...extended.slice(0, 2)]) {
      const line = words.soundId(id);
      if (house !== 0) keys.push(ordered('houseAndStreet', house, line));
      for (const name of names) keys.push(ordered('nameAndStreet', name, line));
      for (const place of places) keys.push(ordered('streetAndPlace', line, place));
    }
  }
}

/** The first given name and the last word of the family name: either may have been typed into the other's field. */
function namesOf({ given, family }: Prepared): number[] {
  const [first] = given.words;
  const last = family.words.at(-1);
  return [...(first === undefined ? [] : [first]), ...(last === undefined || last === first ? [] : [last])];
}

/** Town and code by themselves: one of them is often wrong, or a digit from the next one. */
function placesOf({ addresses }: Prepared, words: Vocabulary): number[] {
  const places: number[] = [];
  for (const { locality, code } of addresses) {
    if (locality !== 0) places.push(words.soundId(locality));
    if (code !== 0) places.push(code + CODES);
  }
  return places;
}

/** Sets codes apart from the sounds of towns. */
const CODES = 50_000_000;
