// The facets people can be found by, and what their values mean.
import { TIE_LEVELS } from '#core/network/model.ts';
import { fold, tokens } from '#core/shared/fold.ts';

/** Facets whose values are words that somebody wrote. */
export const TEXT_FACETS = ['company', 'former', 'title', 'event', 'place', 'tag', 'from'] as const;
export type TextFacet = (typeof TEXT_FACETS)[number];

/** Facets a person has any number of values of; those of `met` are dates, empty where no day is known. */
export const VALUE_FACETS = [...TEXT_FACETS, 'met'] as const;
export type ValueFacet = (typeof VALUE_FACETS)[number];

/**
 * All facets. `company` is the present one or a former one, `former` a former one only; `from` is an import's kind of
 * source or its file; `level` is the owner's tie; `since` and `before` are about the first day on record.
 */
export const FACETS = [...VALUE_FACETS, 'level', 'since', 'before', 'has', 'missing', 'is'] as const;
export type FacetName = (typeof FACETS)[number];

/** What `has` and `missing` ask for. */
export const FLAGS = ['email', 'tel', 'url', 'address', 'birthday', 'photo', 'note', 'tag'] as const;
export type Flag = (typeof FLAGS)[number];

/** One value as it was typed; `exact`: the whole value, or that very level, and not only its beginning. */
export interface FacetValue {
  readonly text: string;
  readonly exact: boolean;
}

const ALSO_CALLED: ReadonlyMap<string, FacetName> = new Map<string, FacetName>([
  ['org', 'company'],
  ['employer', 'company'],
  ['role', 'title'],
  ['position', 'title'],
  ['location', 'place'],
  ['tags', 'tag'],
  ['category', 'tag'],
  ['tie', 'level'],
  ['source', 'from'],
]);

const FLAG_ALSO_CALLED: ReadonlyMap<string, Flag> = new Map<string, Flag>([
  ['mail', 'email'],
  ['e-mail', 'email'],
  ['phone', 'tel'],
  ['telephone', 'tel'],
  ['web', 'url'],
  ['adr', 'address'],
  ['bday', 'birthday'],
  ['picture', 'photo'],
  ['notes', 'note'],
  ['tags', 'tag'],
]);

/** The name as one of those, if it is. */
const among = <Name extends string>(names: readonly Name[], name: string): Name | undefined =>
  names.find((one) => one === name);

/** The facet of that name, in any case; undefined for a word that is none. */
export function facetNamed(word: string): FacetName | undefined {
  const name = fold(word);
  return among(FACETS, name) ?? ALSO_CALLED.get(name);
}

export const isTextFacet = (name: FacetName): name is TextFacet =>
  (TEXT_FACETS as readonly string[]).includes(name);
export const isValueFacet = (name: FacetName): name is ValueFacet =>
  (VALUE_FACETS as readonly string[]).includes(name);

/** The flag meant by a word, or by the beginning of one; undefined for anything else. */
export function flagMeant(text: string): Flag | undefined {
  const word = fold(text).trim();
  if (word === '') return undefined;
  return among(FLAGS, word) ?? FLAG_ALSO_CALLED.get(word) ?? FLAGS.find((flag) => flag.startsWith(word));
}

/** The place on the ladder that a level's name, or the beginning of one, means; undefined for anything else. */
export function levelMeant(text: string): number | undefined {
  const word = fold(text)
    .trim()
    .replaceAll(/[\s-]+/g, '_');
  if (word === '') return undefined;
  const whole = TIE_LEVELS.findIndex((level) => level === word);
  const at = whole >= 0 ? whole : TIE_LEVELS.findIndex((level) => level.startsWith(word));
  return at < 0 ? undefined : at;
}

const TYPED_DATE = /^(\d{1,4})(?:-(\d{0,2})(?:-(\d{0,2}))?)?$/;

const dateParts = (text: string): RegExpExecArray | null =>
  TYPED_DATE.exec(fold(text).trim().replaceAll(/[./]/g, '-'));

/**
 * The first day that a date, or the beginning of one, may mean: "2024" is 20 240 101, and so is "2024-1". Undefined
 * for anything else.
 */
export function dayMeant(text: string): number | undefined {
  const match = dateParts(text);
  if (match === null) return undefined;
  const [year, month, day] = [
    match[1]!.padEnd(4, '0'),
    Number(match[2] ?? 1) || 1,
    Number(match[3] ?? 1) || 1,
  ];
  return month > 12 || day > 31 ? undefined : Number(year) * 10_000 + month * 100 + day;
}

/** How the dates begin that a date, or the beginning of one, means: "2024/5" is 2024-05. Undefined for anything else. */
export function datesMeant(text: string): string | undefined {
  const match = dateParts(text);
  if (match === null) return undefined;
  const [, year = '', month, day] = match;
  if (month === undefined) return year;
  // "1" may go on to be October; "5" may not, and neither may a month that a day follows.
  const whole = day !== undefined || /^[2-9]$/.test(month) ? month.padStart(2, '0') : month;
  if (day === undefined) return `${year}-${whole}`;
  return `${year}-${whole}-${/^[4-9]$/.test(day) ? `0${day}` : day}`;
}

/** A date of the book as the number of its first day, 20 240 501; 0 for one without a year or that is none. */
export function dayNumber(date: string): number {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date);
  if (match === null) return 0;
  const [, year, month = '01', day = '01'] = match;
  return Number(year) * 10_000 + Number(month) * 100 + Number(day);
}

/** What makes two spellings one value: their folded words; signs alone are compared as they are. */
export const valueKey = (text: string): string => tokens(text).join(' ') || fold(text).trim();

const means: Readonly<Partial<Record<FacetName, (text: string) => unknown>>> = {
  met: datesMeant,
  since: dayMeant,
  before: dayMeant,
  level: levelMeant,
  has: flagMeant,
  missing: flagMeant,
  is: (text) => (isOwnerWord(text) ? true : undefined),
};

/** Whether `is:` means the owner by it: the beginning of `owner` or of `me`. */
export function isOwnerWord(text: string): boolean {
  const word = fold(text).trim();
  return word !== '' && ('owner'.startsWith(word) || 'me'.startsWith(word));
}

/** Whether a facet can do something with a value; one that it cannot is passed over. */
export const isUsable = (name: FacetName, text: string): boolean =>
  means[name] === undefined ? valueKey(text) !== '' : means[name](text) !== undefined;
