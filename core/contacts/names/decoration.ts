// What stands around a name without being part of it: nicknames and names at birth in brackets, pronouns, emoji, slogans.
import { isSuffixList } from '#core/contacts/credentials.ts';

/** A written name and what was taken off it. */
export interface Undecorated {
  /** The name with its titles, commas and degrees. */
  readonly text: string;
  /** `Ned` of `Edmund (Ned) Farrow` and of `Edmund "Ned" Farrow`. */
  readonly nicknames: readonly string[];
  /** `she/her`, as written; empty when there are none. */
  readonly pronouns: string;
  /** Degrees in brackets or after a dash: `(MBA)`, ` - CRNA`. */
  readonly suffixes: readonly string[];
  /** `Schulz` of `Maria Weber, geb. Schulz`. */
  readonly birthNames: readonly string[];
  /** The name starts with its nickname: `"Rick" Edmonds`. */
  readonly isNicknamed: boolean;
}

const PRONOUN =
  /(?<![\p{L}\p{N}])(?:she|he|they|her|him|ze|xe|elle|ella|elles|il|iel|lei|lui|sie|er|ela|ele|hon|han|hen)(?:\s{0,2}\/\s{0,2}[\p{L}]{1,8}){1,3}(?![\p{L}\p{N}])/giu;
const BRACKETED =
  /\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|（[^（）]*）|"[^"]*"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|(?<![\p{L}\p{N}.])['‘](?!t\s|s[-\s]|n\s)\p{L}[^'‘’]{0,30}['’](?=[\s,]|$)/gu;
const OPEN_BRACKET = /[([{（].*$/s;
const HEADLINE = /(?:\s[-–—|•·~/\\:►»]+\s|[|•►★☆✪]|\s\/\/).*$/s;
const PICTURES =
  /[\p{So}\p{Sc}\p{Extended_Pictographic}\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}*#^_=<>+~]|\u200d|[\ufe0e\ufe0f]|\u20e3/gu;
const PLAIN = /^[a-z' .,-]*$/i;
const PLAIN_ANYWHERE = /^[\p{L}\p{M}' ’.,-]*$/u;
const MAY_BE_DECORATED = / [- ']|- |^'| (?:n[ée]e?|geb\.?|geborene?r?|domu|rozená) /i;
const BIRTH =
  /^(?:(?:n[ée]e?|geb\.?|geborene?r?|born|z\s+domu|roz\.|rozená|född|født|f\.|z\s+d\.|formerly|maiden\s+name)\s+)(?=\p{L})/iu;
const BIRTH_AT_END = /,?\s+(?:née|nee|né|geb\.?|geborene?r?|z\s+domu|rozená)\s+(\p{Lu}[^,]*)/u;
const ALSO_KNOWN = /^(?:aka|a\.k\.a\.|known as|goes by|genannt|gen\.|dite?|detto|detta)\s+/i;
const NO_NICKNAME =
  /[\p{N}@:/]|^(?:she|he|they)\b|^(?:unknown|deceased|retired|ret'?d?|n\/?a|none|new|old|hiring|work|home|private|mobile|ex|external|fh|tu|wu|univ|uni|ht|kf)\.?$/iu;

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
const UNDECORATED = {
  nicknames: [],
  pronouns: '',
  suffixes: [],
  birthNames: [],
  isNicknamed: false,
} as const;

/** `(English cricketer)`, `(poet)`: said about somebody, not called so. */
const isDescription = (words: readonly string[]) => {
  const last = words.at(-1)!;
  return last === last.toLowerCase() && last !== last.toUpperCase();
};

/** Sorts what stood in brackets or quotes. */
function readBracket(quoted: string, found: Found): void {
  const inner = quoted.replace(/^["'“„«]+|["'”“»]+$/g, '');
  const words = inner.split(/\s+/).filter(Boolean);
  if (words.length === 0 || words.length > 4) return;
  if (isSuffixList(inner, true) || /^ret'?d?\.?$/i.test(inner)) found.suffixes.push(inner);
  else if (BIRTH.test(inner)) found.birthNames.push(inner.replace(BIRTH, ''));
  else if (!NO_NICKNAME.test(inner) && /\p{L}/u.test(inner)) {
    const name = inner.replace(ALSO_KNOWN, '');
    if (found.isSmall || !isDescription(words)) found.nicknames.push(name);
  }
}

interface Found {
  readonly nicknames: string[];
  readonly suffixes: string[];
  readonly birthNames: string[];
  readonly isSmall: boolean;
}

/** Parts a written name from its decoration; of a name that is nothing else, the text stays. */
export function undecorated(written: string): Undecorated {
  if ((PLAIN.test(written) || PLAIN_ANYWHERE.test(written)) && !MAY_BE_DECORATED.test(written))
    return { text: written.trim(), ...UNDECORATED };
  const found: Found = {
    nicknames: [],
    suffixes: [],
    birthNames: [],
    isSmall: written === written.toLowerCase(),
  };
  let pronouns = '';
  const keepPronouns = (said: string) => {
    pronouns ||= said.replace(/\s/g, '');
    return ' ';
  };
  const open = written.replace(PRONOUN, keepPronouns).replace(BRACKETED, (bracket) => {
    readBracket(squeezed(bracket.slice(1, -1)), found);
    return ' ';
  });
  // A bracket that nobody closed cuts off the rest, unless that is the whole name.
  const cut = open.replace(OPEN_BRACKET, ' ');
  const uncut = /\p{L}/u.test(cut) ? cut : open.replace(/[([{（]/g, ' ');
  const bare = squeezed(
    uncut.replace(PICTURES, (sign, at: number) =>
      // A leading star decorates the name; one in the middle starts a slogan, which HEADLINE cuts.
      at > 0 && /[•►★☆✪]/.test(sign) ? sign : ' ',
    ),
  ).replace(/ (?=,)/g, '');
  const headline = HEADLINE.exec(bare)?.[0] ?? '';
  const said = headline.replace(/^[\s\-–—|•·~/\\:►»★☆✪]+/, '');
  if (headline && isSuffixList(said, true)) found.suffixes.push(said);
  const name = (headline ? squeezed(bare.slice(0, -headline.length)) : bare) || bare;
  const text = name.replace(BIRTH_AT_END, (_, birthName: string) => {
    found.birthNames.push(birthName.trim());
    return '';
  });
  const { nicknames, suffixes, birthNames } = found;
  const isNicknamed = nicknames.length > 0 && /^\s*["“„«(]/.test(written);
  return { text, nicknames, pronouns, suffixes, birthNames, isNicknamed };
}
