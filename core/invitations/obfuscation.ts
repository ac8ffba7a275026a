// Undoes the tricks that hide a word from a filter: look-alike letters, digits for letters, spaced letters.
import { fold } from '#core/shared/fold.ts';
import type { Word } from './words.ts';

// Pairs of (look-alike, Latin), after folding. From Unicode's confusables, the letters seen in spam.
const LOOK_ALIKES = new Map(
  'аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdԛqԝwһhӏiɡgαaβbεeιiκkνvοoρpτtυuχxωwηnаa0o1i3e4a5s7t8b$s@a!i|ili'
    .match(/../gu)
    ?.map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
);
const HAS_LETTER = /\p{L}/u;
const WORD = /[\p{L}\p{N}\p{M}@$|!\u200b-\u200d\u2060\u00ad]+(?:['’`´][\p{L}\p{N}\p{M}]+)*/gu;

/** How a word looks: `Wh4tsApp`, `Whаtsapp` (Cyrillic а) and `whatsapp` share one skeleton; numbers stay numbers. */
export function skeleton(word: string): string {
  const folded = fold(word).replace(/['`]/g, '');
  if (!HAS_LETTER.test(folded)) return folded.replace(/[@$|!]/g, '');
  const bare = folded.replace(/!+$/, '');
  return [...bare].map((letter) => LOOK_ALIKES.get(letter) ?? letter).join('');
}

/** The words of `text` as skeletons; four or more letters standing alone (`T e l e g r a m`) are one word. */
export function skeletonWords(text: string): Word[] {
  const found: Word[] = [];
  let run: Word[] = [];
  let last = 0;
  const close = () => {
    const [first] = run;
    const final = run.at(-1);
    if (first && final && run.length >= 4) {
      found.push({ ...first, text: run.map((one) => one.text).join(''), end: final.end });
    } else found.push(...run);
    run = [];
  };
  for (const match of text.matchAll(WORD)) {
    const spelled = skeleton(match[0]);
    if (spelled === '') continue;
    const between = text.slice(last, match.index);
    const opens = last === 0 || /[.!?…][)"'”»]*\s|\n\s*\n|[•]/.test(between) || text.charAt(last - 1) === '!';
    const end = match.index + match[0].length;
    const word = { text: spelled, start: match.index, end, opens };
    const previous = text.slice(last - 1, last);
    if (between.length !== 1 || [...spelled].length !== 1 || previous === '') close();
    if ([...spelled].length === 1) run.push(word);
    else {
      close();
      found.push(word);
    }
    last = end;
  }
  close();
  return found;
}
