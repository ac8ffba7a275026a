// A record made ready for comparing: every value folded, in Latin letters, and turned into numbers once.
import { FAMILY_PARTICLES } from '#core/contacts/names/particles.ts';
import { fold, tokens } from '#core/shared/fold.ts';
import type { LinkageAddress, LinkageRecord } from './model.ts';
import { orgWords } from './organisation.ts';
import { valuesOnce } from './values.ts';
import type { Values } from './values.ts';
import { inLatin, vocabulary } from './vocabulary.ts';
import type { Interner, Vocabulary } from './vocabulary.ts';

/** A postal address by numbers; 0 where a part is not known. */
export interface PreparedAddress {
  readonly street: readonly number[];
  /** Flat, building, company: forms have people put the street there and this in its place. */
  readonly extended: readonly number[];
  /** House and flat numbers, in the order written, as one value. */
  readonly house: number;
  readonly locality: number;
  readonly localityWords: readonly number[];
  readonly region: number;
  readonly code: number;
}

/** Words, and all of them as one: `Jean Pierre` is `jeanpierre`; 0 and no words where nothing is known. */
export interface Phrase {
  readonly words: readonly number[];
  readonly whole: number;
}

/** Numbers of the vocabulary (words) and of the values (everything matched whole); 0 is "not known". */
export interface Prepared {
  readonly id: number;
  /** Given and additional names, the first one first. */
  readonly given: Phrase;
  /** Without particles, unless there is nothing else; `whole` with them. */
  readonly family: Phrase;
  /** Words of nicknames and former names. */
  readonly others: readonly number[];
  /** `jr`, `ii` and the like. */
  readonly generation: number;
  readonly emails: readonly number[];
  /** For each of `emails`: its local part is made of the person's own names, so that it tells no more than they do. */
  readonly isNamedMailbox: readonly boolean[];
  readonly tels: readonly number[];
  readonly profiles: readonly number[];
  readonly identifiers: readonly number[];
  /** Year × 10 000 + month × 100 + day, each 0 where it is not known. */
  readonly bday: number;
  readonly addresses: readonly PreparedAddress[];
  readonly org: Phrase;
  readonly title: Phrase;
  readonly connectedOn: number;
}

/** What prepared records of one book share. */
export interface Lexicon {
  readonly words: Vocabulary;
  readonly values: Values;
}

export const lexicon = (): Lexicon => ({ words: vocabulary(), values: valuesOnce() });

const GENERATION = /^(?:jr|sr|jnr|snr|junior|senior|i{1,3}|iv|vi{0,3}|ix|[2-9](?:nd|rd|th))$/;

const NONE: readonly number[] = [];

const wordsOf = (text: string): string[] => (text === '' ? [] : tokens(text).map(withoutArticle));

/** `الأحمد` is written as one word where Latin letters have two: `al-Ahmad`. */
const withoutArticle = (word: string) => word.replace(/^ال(?=\p{L}{2})/u, '');

const ids = (words: Interner, texts: readonly string[]): readonly number[] =>
  texts.length === 0 ? NONE : texts.map((text) => words.idOf(text)).filter((id) => id !== 0);

/** The record by numbers of `lexicon`, which learns the words that are new to it. */
export function prepare(record: LinkageRecord, { words, values }: Lexicon): Prepared {
  const n = nameOf(record);
  const given = wordsOf(n.additional === '' ? n.given : `${n.given} ${n.additional}`);
  const family = wordsOf(n.family);
  const others = record.otherNames.flatMap(wordsOf);
  const telling = family.filter((word) => !FAMILY_PARTICLES.has(word));
  const valueIds = (kind: string, texts: readonly string[]) =>
    texts.length === 0 ? NONE : texts.map((text) => values.idOf(kind + text));
  const org = orgWords(record.org);
  const title = wordsOf(record.title);
  return {
    id: record.id,
    given: { words: ids(words, given), whole: words.idOf(given.join('')) },
    family: {
      words: ids(words, telling.length > 0 ? telling : family),
      whole: words.idOf(family.join('')),
    },
    others: ids(words, others),
    generation:
      n.suffix === '' ? 0 : words.idOf(tokens(n.suffix).find((word) => GENERATION.test(word)) ?? ''),
    emails: valueIds('e', record.emails),
    isNamedMailbox: record.emails.map((email) =>
      isNamedAfter(email, [...given, ...family, ...others].map(inLatin)),
    ),
    tels: valueIds('t', record.tels),
    profiles: valueIds('p', record.profiles),
    identifiers: valueIds('i', record.identifiers.map(bareIdentifier).filter(Boolean)),
    bday: packedDate(record.bday),
    addresses: record.adr.map((adr) => preparedAddress(adr, { words, values })),
    org: { words: ids(words, org), whole: words.idOf(org.join('')) },
    title: { words: ids(words, title), whole: words.idOf(title.join('')) },
    connectedOn: record.connectedOn === '' ? 0 : values.idOf(`c${record.connectedOn}`),
  };
}

/**
 * The name, or what an e-mail address says of one when there is none: mail programs keep `ana.ruiz@example.org` without a
 * name.
 */
export function nameOf({ n, emails }: LinkageRecord): LinkageRecord['n'] {
  if (n.given !== '' || n.family !== '') return n;
  for (const email of emails) {
    const [given = '', ...rest] = localPart(email)
      .split(/[._-]+/)
      .map((part) => part.replace(/\d+$/, ''));
    const family = rest.at(-1) ?? '';
    if (given.length > 0 && family.length > 1 && /^\p{L}+$/u.test(given + family))
      return { ...n, given, family };
  }
  return n;
}

const localPart = (email: string) => email.slice(0, Math.max(0, email.lastIndexOf('@')));

/** Whether nothing is left of a local part without the person's names, their first letters and separators. */
function isNamedAfter(email: string, names: readonly string[]): boolean {
  let rest = localPart(email).replace(/[._+-]+/g, '');
  for (const name of names) {
    if (name.length > 1 && rest.includes(name)) rest = rest.replace(name, '');
    else if (name !== '' && rest.startsWith(name.charAt(0))) rest = rest.slice(1);
  }
  return rest.length <= 1;
}

const bareIdentifier = (text: string) => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');

const DATE = /^(\d{4}|--)-?(\d{2})?-?(\d{2})?$/;

/** A partial date as one number; 0 for none or one that cannot be read. */
export function packedDate(text: string): number {
  const match = DATE.exec(text);
  if (match === null) return 0;
  const [, year = '', month = '0', day = '0'] = match;
  return (year === '--' ? 0 : Number(year)) * 10_000 + Number(month) * 100 + Number(day);
}

const isHouse = (word: string) => /\d/.test(word);

function preparedAddress(adr: LinkageAddress, { words, values }: Lexicon): PreparedAddress {
  const street = wordsOf(adr.street);
  const houses = street.filter(isHouse);
  const locality = wordsOf(adr.locality);
  return {
    street: ids(
      words,
      street.filter((word) => !isHouse(word)),
    ),
    extended: ids(words, wordsOf(adr.extended)),
    house: houses.length === 0 ? 0 : values.idOf(`h${houses.join(' ')}`),
    locality: locality.length === 0 ? 0 : words.idOf(locality.join('')),
    localityWords: ids(words, locality),
    region: adr.region === '' ? 0 : values.idOf(`r${wordsOf(adr.region).join('')}`),
    code: adr.code === '' ? 0 : values.idOf(`z${wordsOf(adr.code).join('')}`),
  };
}
