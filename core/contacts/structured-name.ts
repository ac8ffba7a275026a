// vCard's structured name: stored as one line of text, shown as a name, sorted by family.
import { fold } from '#core/shared/fold.ts';
import type { StructuredName } from './model.ts';
import { splitName } from './names.ts';

const COMPONENTS = ['family', 'given', 'additional', 'prefix', 'suffix'] as const;

const ESCAPED = /[\\,;\r\n]/;
const escaped = (text: string) =>
  ESCAPED.test(text) ? text.replace(/[\\,;]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n') : text;

/**
 * The `N` value as RFC 6350 §6.2.2 writes it: family;given;additional;prefix;suffix with `\` before
 * backslash, comma and semicolon and `\n` for a line break (§3.4). All five components, even when empty.
 */
export function serialiseN(n: StructuredName): string {
  const { family, given, additional, prefix, suffix } = n;
  return `${escaped(family)};${escaped(given)};${escaped(additional)};${escaped(prefix)};${escaped(suffix)}`;
}

/**
 * Reads an `N` value; missing components are empty, further ones are left out. An unescaped comma parts two
 * values of one component (RFC 6350 §6.2.2): they are joined by a space, suffixes by a comma. Never throws.
 */
export function parseN(text: string): StructuredName {
  if (!/[\\,]/.test(text)) return named(text.split(';'));
  const values = [''];
  for (const [piece] of text.matchAll(PIECE)) {
    if (piece === ';') values.push('');
    else values[values.length - 1] += unescaped(piece, values.length === COMPONENTS.length);
  }
  return named(values);
}

const PIECE = /\\[^]|[;,\\]|[^\\;,]+/g;

function unescaped(piece: string, inSuffix: boolean): string {
  if (piece === ',') return inSuffix ? ', ' : ' ';
  if (piece.length !== 2 || !piece.startsWith('\\')) return piece;
  const letter = piece.charAt(1);
  return letter === 'n' || letter === 'N' ? '\n' : letter;
}

function named([
  family = '',
  given = '',
  additional = '',
  prefix = '',
  suffix = '',
]: string[]): StructuredName {
  return { family, given, additional, prefix, suffix };
}

const CJK_ONLY = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc\u3005]+$/u;
const GENERATION = /^(?:jr|sr|jnr|snr|[ivx]+)\.?$/i;

/** True when both parts are written in Chinese, Japanese or Korean letters: family first, no space. */
const isFamilyFirst = (n: Pick<StructuredName, 'family' | 'given'>) =>
  CJK_ONLY.test(n.family) && CJK_ONLY.test(n.given);

/** The name as one would write it: `Dr. Ada M. Lovelace, PhD`, `John Doe Jr.`, `李明`; empty when nothing is known. */
export function formattedName(n: StructuredName): string {
  const middle = isFamilyFirst(n) ? [n.family + n.given] : [n.given, n.additional, n.family];
  const name = [n.prefix, ...middle]
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ');
  const suffix = n.suffix.trim();
  if (!suffix) return name;
  if (!name) return suffix;
  return GENERATION.test(suffix) ? `${name} ${suffix}` : `${name}, ${suffix}`;
}

const TWO_WORDS = /^[a-z]+ [a-z]+$/i;
const LEADING_SIGNS = /^[^\p{L}\p{N}]+/u;

/**
 * What a list is ordered by: folded `family given`. A mononym sorts by itself; a Chinese, Japanese or Korean name
 * by its letters as written, family first; without an `N`, the name shown is taken apart. Leading emoji and
 * quotes do not count, unless there is nothing else. Compare code units: it is folded already.
 */
export function sortKey(fn: string, n: StructuredName): string {
  // Most names are two plain words: what follows gives the same, more slowly.
  const usual = n.additional === '' ? `${n.family} ${n.given}` : '';
  if (TWO_WORDS.test(usual)) return usual.toLowerCase();
  const known = n.family || n.given ? n : splitName(fn);
  const { family, given, additional } = known;
  const parts = isFamilyFirst(known) ? [family + given] : [family, given, additional];
  const name = fold(
    parts
      .map((part) => part.trim())
      .filter(Boolean)
      .join(' '),
  );
  return name.replace(LEADING_SIGNS, '') || fold(fn.trim()).replace(LEADING_SIGNS, '') || fold(fn.trim());
}
