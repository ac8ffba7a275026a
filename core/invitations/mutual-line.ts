// The line "Ana, Bo and 8 other mutual connections" as a page shows it, and what is pasted around it.
import {
  BOTH_KNOW,
  BOUND,
  CREDENTIAL,
  HAS,
  JOINER,
  LAST_JOINER,
  MUTUAL,
  NOT_A_NAME,
  ONE_OTHER,
  OTHERS,
  VERB,
} from './mutual-words.ts';

export interface MutualLine {
  readonly names: readonly string[];
  /** All mutual connections, named or not. */
  readonly total: number;
}

const LONGEST_LINE = 2000;
const MOST_NAMES = 50;

/**
 * Reads a mutual-connections line in English, German, French, Spanish, Italian, Portuguese or Dutch: the people
 * it names and how many there are in all. Undefined for any other text. "A and B are mutual connections" has a
 * total of two; "12 mutual connections" names nobody.
 */
export function parseMutualLine(text: string): MutualLine | undefined {
  if (text.length > LONGEST_LINE) return undefined;
  const line = plainNumbers(text.normalize('NFC').replace(/\s+/gu, ' ').trim());
  const known = BOTH_KNOW.exec(line);
  if (known) return counted(line.slice(known[0].length).replace(/\.$/, ''));
  const match = MUTUAL.exec(line);
  if (!match) return undefined;
  const after = line
    .slice(match.index + match[0].length)
    .replace(/^\s*(?:[:：–-]\s*)?/u, '')
    .replace(/\.$/, '');
  return around(line.slice(0, match.index).trim(), after);
}

/** The names in a pasted line of mutual connections, or in a list with commas or a line each; at most fifty. */
export function mutualNamesIn(text: string): string[] {
  const line = parseMutualLine(text);
  if (line !== undefined) return line.names.slice(0, MOST_NAMES);
  // The line's own reader knows joining words and credentials ("Ana Silva, PhD"), so a list is read as such a line.
  const asLine = `${text.trim().replaceAll(/\s*\n\s*/g, ', ')} mutual connections`;
  return parseMutualLine(asLine)?.names.slice(0, MOST_NAMES) ?? [];
}

/** The line by what stands before and behind its words. */
function around(before: string, after: string): MutualLine | undefined {
  // "Mutual connections (12)", "Mutual connections: Ana, Bo and 3 others", "2 mutual connections: Ana and Bo".
  const bracketed = /^\((\d{1,7})\)/.exec(after)?.[1];
  if (before === '' && bracketed !== undefined) return counted(bracketed);
  if (after !== '' && /^\d*\+?$/.test(before)) return listed(after, Number.parseInt(before, 10) || 0);
  const found = counted(before);
  // "You and Ana have 5 mutual connections" names the inviter, not a mutual.
  if (!found || !(/^you and /iu.test(before) || HAS.test(` ${before}`))) return found;
  const total = found.total - found.names.length;
  return total > 0 ? { names: [], total } : undefined;
}

/** Names behind the words, of which the line has already said how many there are. */
function listed(after: string, count: number): MutualLine | undefined {
  const found = counted(after);
  if (!found || found.names.length === 0) return count > 0 ? { names: [], total: count } : found;
  return { names: found.names, total: Math.max(count, found.total) };
}

function counted(part: string): MutualLine | undefined {
  const rest = withoutVerb(part);
  const others = othersIn(rest);
  const named = withoutVerb(rest.slice(0, others.at));
  const names = namesIn(others.count > 0 ? named : lastJoined(named));
  const total = names.length + others.count;
  return total === 0 ? undefined : { names, total };
}

/** `1 412`, `1.412`, `1,412` and `1K` as digits alone; "more than 500" as 500. */
const plainNumbers = (line: string) =>
  line
    .replaceAll(
      /(?<![\d.,])(\d{1,3})((?:[ .,’']\d{3})+)(?!\d)/gu,
      (_all, first: string, rest: string) => `${first}${rest.replaceAll(/\D/g, '')}`,
    )
    .replaceAll(
      /(?<![\d.,])(\d{1,3})(?:[.,](\d))?\s?[kK]\b/gu,
      (_all, whole: string, tenth: string | undefined) =>
        String(Number(whole) * 1000 + Number(tenth ?? 0) * 100),
    )
    .replace(BOUND, ' ')
    .trim();

function withoutVerb(text: string): string {
  let rest = text;
  for (let round = 0; round < 3; round++) rest = rest.replace(VERB, '');
  return rest.trim();
}

const lastJoined = (text: string) => text.replace(LAST_JOINER, '$1, $2');

function othersIn(text: string): { at: number; count: number } {
  const match = OTHERS.exec(text);
  if (match) return { at: match.index, count: Number((match[1] ?? '').replace(/\D/g, '')) };
  const one = ONE_OTHER.exec(text);
  return one ? { at: one.index, count: 1 } : { at: text.length, count: 0 };
}

function namesIn(text: string): string[] {
  const names: string[] = [];
  for (const part of text.split(JOINER)) {
    const name = part.replace(/^(?:[-–•·]\s*)+/u, '').trim();
    const last = names.length - 1;
    if (CREDENTIAL.test(name) && last >= 0) names[last] = `${names[last] ?? ''}, ${name}`;
    else if (/\p{L}/u.test(name) && !NOT_A_NAME.test(name) && name.length <= 100) names.push(name);
  }
  return [...new Set(names)];
}
