// Undoes the tricks that hide a word from a filter: look-alike letters, digits for letters, spaced letters.
import { fold } from '#core/shared/fold.ts';
import { bareCapitals, ENCLOSED, looksLike } from './confusables.ts';
import type { Word } from './words.ts';

const HAS_LETTER = /\p{L}/u;
const WORD = new RegExp(
  `[\\p{L}\\p{N}\\p{M}${ENCLOSED}@$€£|!\\u200b-\\u200d\\u2060\\u00ad]+(?:['’\`´][\\p{L}\\p{N}\\p{M}]+)*`,
  'gu',
);
/** What may stand between spelled letters: `W.h.a.t.s`, `w - h - a`. */
const BETWEEN = /^[^\p{L}\p{N}\n]{1,3}$/u;
/** Letters in a row that count as one spelled word. */
const SPELLED = 4;
/** Names written in two words to get by. */
const PARTED = new Set(['whatsapp', 'telegram', 'bitcoin', 'crypto', 'instagram']);

/** How a word looks: `Wh4tsApp`, `Whаtsapp` (Cyrillic а) and `whatsapp` share one skeleton; numbers stay numbers. */
export function skeleton(word: string): string {
  const folded = fold(bareCapitals(word)).replace(/['`]/g, '');
  if (!HAS_LETTER.test(folded)) return folded.replace(/[@$€£|!]/g, '');
  const letters = [...folded.replace(/!+$/, '')].map(looksLike).join('');
  return letters.replaceAll('vv', 'w');
}

const ASCII_ONLY = /^\p{ASCII}*$/u;
/** Another script, invisible signs, phonetic letters, letters in boxes. */
const STRANGE = new RegExp(
  `[^\\p{Script=Latin}\\p{Script=Common}\\p{Script=Inherited}]|[\\u200b-\\u200f\\u2060\\u00ad\\ufeff\\u0250-\\u02af\\u1d00-\\u1dbf\\ua730-\\ua731${ENCLOSED}€£]`,
  'u',
);
/** Digits and signs next to letters; letters standing alone; names in two words; a doubled v for a w. */
const DISGUISE =
  /[\p{L}][\d@$|!](?=\p{L}|\d)|\d\p{L}|[@$|]\p{L}|(?<!\p{L})\p{L}[^\p{L}\p{N}\n]{1,3}\p{L}[^\p{L}\p{N}\n]{1,3}\p{L}(?!\p{L})|\p{L}[*_~]+\p{L}|what.?s[\s_-]app|tele[\s_-]gram|bit[\s_-]coin|vv/iu;

/** Whether anything in the text could hide a word: most letters can be read as they are. */
export const isDisguised = (text: string): boolean =>
  DISGUISE.test(text) || (!ASCII_ONLY.test(text) && STRANGE.test(text));

/** The words of `text` as skeletons; four or more letters standing alone (`T e l e g r a m`) are one word. */
export function skeletonWords(text: string): Word[] {
  const found: Word[] = [];
  let run: Word[] = [];
  let last = 0;
  const close = () => {
    const [first] = run;
    const final = run.at(-1);
    if (first && final && run.length >= SPELLED) {
      found.push({ ...first, text: run.map((one) => one.text).join(''), end: final.end });
    } else found.push(...run);
    run = [];
  };
  for (const match of text.matchAll(WORD)) {
    const spelled = skeleton(match[0]);
    if (spelled === '') continue;
    const between = text.slice(last, match.index);
    const single = [...spelled].length === 1;
    const spaced = single && run.length > 0 && BETWEEN.test(between);
    const opens = last === 0 || /[.!?…][)"'”»]*\s|\n\s*\n|[•]/.test(between) || text.charAt(last - 1) === '!';
    const end = match.index + match[0].length;
    const word = { text: spelled, start: match.index, end, opens };
    if (!spaced) close();
    if (single) run.push(word);
    else found.push(word);
    last = end;
  }
  close();
  return rejoined(found);
}

const PARTED_SKELETONS = new Set([...PARTED, 'wattsapp', 'watsapp', 'whatsap'].map(skeleton));

const WHATSAPP = skeleton('whatsapp');

/** `whats app` and `tele gram` as the one word they are. */
function rejoined(stream: readonly Word[]): Word[] {
  const result: Word[] = [];
  for (const word of stream) {
    const previous = result.at(-1);
    const both = previous && `${previous.text}${word.text}`;
    if (previous && both && !word.opens && PARTED_SKELETONS.has(both))
      result[result.length - 1] = {
        ...previous,
        text: both.startsWith('w') ? WHATSAPP : both,
        end: word.end,
      };
    else result.push(word);
  }
  return result;
}
