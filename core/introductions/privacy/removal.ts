// A letter with one thing taken out of it: by the sentence, so that what is left still reads.
import { tidied } from '#core/introductions/template-language.ts';
import type { Range } from './words-of.ts';

const ABBREVIATION =
  /(?:^|[\s(])(?:Dr|Prof|Mr|Mrs|Ms|Mme|Mlle|Sr|Sra|Dra|St|Hr|Fr|Sig|Dott|bzw|z|B|e|g|i|No|Nr|Tel|Str)\.$/;

/** The sentence a range stands in, with the space behind it. Lines end sentences. */
export function sentenceAround(text: string, { start, end }: Range): Range {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end);
  let from = lineStart;
  let to = lineEnd;
  for (const match of text
    .slice(lineStart, lineEnd)
    .matchAll(/[.!?…。！？]["”’»)]*(?:\s+|(?<=[。！？])|$)/gu)) {
    const after = lineStart + match.index + match[0].length;
    if (ABBREVIATION.test(text.slice(from, lineStart + match.index + 1))) continue;
    if (after <= start) from = after;
    else if (lineStart + match.index >= end - 1) {
      to = after;
      break;
    }
  }
  return { start: from, end: to };
}

/** Without the sentence; of a greeting, a signature or a subject only the words themselves go. */
export function withoutSentence(text: string, range: Range, part: 'subject' | 'body'): string {
  const sentence = sentenceAround(text, range);
  const isWhole =
    part === 'body' && /[.!?…。！？]["”’»)]*\s*$/u.test(text.slice(sentence.start, sentence.end));
  return without(text, isWhole ? sentence : range);
}

/** Without exactly these words, and without the hole they leave. */
export const without = (text: string, { start, end }: Range, instead = ''): string =>
  tidied(text.slice(0, start) + instead + text.slice(end));
