// Whom a letter greets: the wrong name in the first line is the mistake nobody forgives.
import { LANGUAGE_WORDS } from '#core/introductions/language-words.ts';
import { fold } from '#core/shared/fold.ts';
import type { Party } from './model.ts';
import { wordsOf } from './words-of.ts';
import type { Range } from './words-of.ts';

/** Besides the words of our own greetings: what people write instead, and titles. */
const GREETINGS =
  'hi hello hey dear good morning afternoon evening greetings to whom it may concern and mr mrs ms mx miss sir madam dr prof professor team all everyone both ' +
  'hallo liebe lieber guten tag morgen abend moin servus grüezi sehr geehrte geehrter frau herr und grüß gott ihr beiden zusammen ' +
  'bonjour bonsoir salut cher chère chers chères madame monsieur mesdames messieurs et docteur maître à tous toutes ' +
  'hola buenos días buenas tardes noches estimado estimada estimados estimadas querido querida queridos señor señora don doña y e todos ' +
  'ciao buongiorno buonasera salve caro cara cari gentile egregio egregia signor signora dott dottor dottoressa e tutti ' +
  'olá oi bom dia boa tarde noite caro cara caros prezado prezada prezados querido senhor senhora todos e ' +
  'hoi dag goedendag goedemorgen goedemiddag goedenavond beste lieve geachte heer mevrouw en allen';

const KNOWN: ReadonlySet<string> = new Set(
  [
    GREETINGS,
    ...Object.values(LANGUAGE_WORDS).flatMap(({ greeting, greetingNobody }) => [
      ...Object.values(greeting),
      ...Object.values(greetingNobody),
    ]),
  ].flatMap((text) => wordsOf(text).map(({ word }) => word)),
);

const LONGEST_GREETING = 120;

/** A line that greets: short, with a comma, colon or exclamation mark behind it, or a known greeting before a name. */
function isGreeting(line: string): boolean {
  const [first] = wordsOf(line);
  return (
    first !== undefined &&
    line.length <= LONGEST_GREETING &&
    KNOWN.has(first.word) &&
    (/[,:!，：]\s*$/.test(line) || wordsOf(line).length <= 4)
  );
}

/** Names in a greeting that are not those of the people greeted, as one range in the text. */
function strangersIn(line: string, offset: number, greeted: readonly Party[]): Range | undefined {
  const names = new Set(
    greeted.flatMap(({ fn, given }) => wordsOf(`${fn} ${given}`).map(({ word }) => word)),
  );
  if (names.size === 0) return undefined;
  const strange = wordsOf(line).filter(
    ({ word, text }) => !KNOWN.has(fold(word)) && !names.has(word) && /^(?:\p{Lu}|\p{Lo})/u.test(text),
  );
  const [first, last] = [strange[0], strange.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { start: offset + first.start, end: offset + last.end };
}

export interface WrongName extends Range {
  /** How the people greeted are really called. */
  readonly instead: string;
}

/**
 * The wrong names in the greetings of a letter: its own, and that of a text to pass on below `* * *`, which greets
 * somebody else.
 */
export function wrongNames(
  body: string,
  readers: readonly Party[],
  passedOnTo: readonly Party[],
): WrongName[] {
  const parts: { readonly text: string; readonly offset: number; readonly greeted: readonly Party[] }[] = [];
  const divider = /^\* \* \*$/m.exec(body);
  parts.push({ text: body.slice(0, divider?.index), offset: 0, greeted: readers });
  if (divider !== null) {
    const offset = divider.index + divider[0].length;
    parts.push({ text: body.slice(offset), offset, greeted: passedOnTo });
  }
  return parts.flatMap(({ text, offset, greeted }) => {
    const start = text.search(/\S/);
    if (start < 0) return [];
    const line = text.slice(start).split('\n', 1)[0] ?? '';
    const wrong = isGreeting(line) ? strangersIn(line, offset + start, greeted) : undefined;
    const instead = greeted.map(({ given, fn }) => given || fn).join(', ');
    return wrong === undefined ? [] : [{ ...wrong, instead }];
  });
}
