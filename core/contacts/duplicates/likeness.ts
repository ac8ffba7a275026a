// Whether two texts can be alike at all, before anybody looks closer.
import { jaroWinkler } from '#core/contacts/names/jaro-winkler.ts';

/** Winkler's bonus counts at most so many first letters. */
const LONGEST_PREFIX = 4;

/** One bit for each letter and digit that occurs; digits share six. */
export function lettersOf(text: string): number {
  let mask = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    mask |= 1 << (code >= 97 ? code - 97 : 26 + (code % 6));
  }
  return mask;
}

/**
 * More than Jaro–Winkler can be for two texts with these letters (`lettersOf` each): counting bits and looking at the first
 * letters is many times as fast as looking closer, and nearly always enough.
 */
export function likenessAtMost(a: string, lettersA: number, b: string, lettersB: number): number {
  const common = Math.min(a.length - bits(lettersA & ~lettersB), b.length - bits(lettersB & ~lettersA));
  const jaro = (common / a.length + common / b.length + 1) / 3;
  let prefix = 0;
  while (prefix < LONGEST_PREFIX && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function bits(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x5555_5555);
  rest = (rest & 0x3333_3333) + ((rest >>> 2) & 0x3333_3333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** Jaro–Winkler of two texts is at least `floor`. */
export const isAlike = (a: string, b: string, floor: number): boolean =>
  likenessAtMost(a, lettersOf(a), b, lettersOf(b)) >= floor && jaroWinkler(a, b) >= floor;
