// Looking a column's label up: whole labels first, then the words it is put together from.
import { fold } from '#core/shared/fold.ts';
import { et, lt, lv } from './labels/baltic.ts';
import { ca, is } from './labels/ca-is.ts';
import { cs, fi } from './labels/fi-cs.ts';
import { da, no } from './labels/da-no.ts';
import { de } from './labels/de.ts';
import { el } from './labels/el.ts';
import { en } from './labels/en.ts';
import { es } from './labels/es.ts';
import { fr } from './labels/fr.ts';
import { ar, he } from './labels/he-ar.ts';
import { id, vi } from './labels/id-vi.ts';
import { it } from './labels/it.ts';
import { ja } from './labels/ja.ts';
import type { Language, Lexicon, Word } from './labels/model.ts';
import { nl } from './labels/nl.ts';
import { pl } from './labels/pl.ts';
import { pt } from './labels/pt.ts';
import { ro } from './labels/ro.ts';
import { ru } from './labels/ru.ts';
import { sv } from './labels/sv.ts';
import { sl, sr } from './labels/sl-sr.ts';
import { fa, th } from './labels/th-fa.ts';
import { bg, hr, sk } from './labels/sk-hr-bg.ts';
import { hu, tr } from './labels/tr-hu.ts';
import { ko, uk } from './labels/uk-ko.ts';
import { zh } from './labels/zh.ts';
import type { Target } from './targets.ts';
import { targetOfWords } from './label-words.ts';

/** A label without case, accents, spaces and punctuation; letters and digits of every script stay. */
export const keyOf = (label: string): string => fold(label).replace(/[^\p{L}\p{N}]+/gu, '');

const split = (list: string) => list.split('|').map(keyOf);

function lexiconOf(language: Language): Lexicon {
  const labels = new Map<string, Target>();
  for (const [target, list] of Object.entries(language.labels))
    for (const key of split(list)) if (!labels.has(key)) labels.set(key, target);
  const words = new Map<string, Word[]>();
  for (const [word, list] of Object.entries(language.words)) {
    // Object.entries of a Record<Word, string> gives its own keys.
    for (const key of split(list)) words.set(key, [...(words.get(key) ?? []), word as Word]);
  }
  words.delete('');
  const longestWord = Math.max(...Array.from(words.keys(), (key) => key.length));
  return { language, outlookMail: split(language.outlookMail), labels, words, longestWord };
}

const LANGUAGES = [
  en,
  de,
  fr,
  es,
  it,
  pt,
  pl,
  nl,
  ru,
  ja,
  zh,
  sv,
  da,
  no,
  fi,
  cs,
  tr,
  hu,
  uk,
  ko,
  el,
  ro,
  id,
  vi,
  he,
  ar,
  sk,
  hr,
  bg,
  lt,
  lv,
  et,
  sl,
  sr,
  ca,
  is,
  th,
  fa,
];

let made: readonly Lexicon[] | undefined;

/** All languages, English first; made when the first table is looked at, not when the program starts. */
export function lexicons(): readonly Lexicon[] {
  made ??= LANGUAGES.map(lexiconOf);
  return made;
}

/** What a label means in one language; undefined when it says nothing there. */
export function meaningIn(lexicon: Lexicon, key: string): Target | undefined {
  const whole = lexicon.labels.get(key);
  if (whole !== undefined) return whole.replace('-#', '');
  const bare = key.replace(/\d+/g, '');
  const number = /\d+/.exec(key)?.[0] ?? '';
  if (bare === '') return undefined;
  const numbered = bare === key ? undefined : lexicon.labels.get(bare);
  if (numbered !== undefined) return numbered.replace('#', number);
  return targetOfWords(lexicon, bare, Number(number));
}
