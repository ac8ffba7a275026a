// The word lists of all languages, ready to be looked up word by word.
import { fold } from '#core/shared/fold.ts';
import { CHIP_KINDS, type ChipKind } from './model.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { it } from './words/it.ts';
import { nl } from './words/nl.ts';
import { pt } from './words/pt.ts';
import type { DayWords, WordList } from './words/word-list.ts';

export const CAPTURE_LANGUAGES: readonly WordList[] = [en, de, fr, es, it, pt, nl];

export type Marker = 'met' | 'event' | 'at' | 'org' | 'place' | 'where' | 'introducer' | 'unmarked';
const MARKERS: readonly Marker[] = ['met', 'event', 'at', 'org', 'place', 'where', 'introducer', 'unmarked'];

type DayPhrase = Exclude<keyof DayWords, 'weekdays' | 'numbers'>;
const DAY_PHRASES: readonly DayPhrase[] = [
  'today',
  'yesterday',
  'dayBeforeYesterday',
  'last',
  'thisOne',
  'next',
  'agoBefore',
  'agoAfter',
  'day',
  'week',
  'month',
  'year',
  'on',
  'within',
  'of',
];

/** Phrases by their first word, the longest first; each with what it stands for. */
export type Phrases<Meaning> = ReadonlyMap<string, readonly { words: readonly string[]; means: Meaning }[]>;

export interface Lexicon {
  readonly markers: Phrases<Marker>;
  readonly labels: Phrases<ChipKind>;
  readonly articles: ReadonlySet<string>;
  readonly fillers: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly roleStarts: ReadonlySet<string>;
  readonly eventWords: ReadonlySet<string>;
  readonly days: Readonly<Record<DayPhrase, Phrases<true>>>;
  /** 0 is Monday. */
  readonly weekdays: Phrases<number>;
  readonly numbers: Phrases<number>;
  readonly isMonthFirst: boolean;
}

/**
 * A word as it is looked up: folded, without the full stop or colon at its end. One letter keeps its accent, because
 * French `à` and `a` are two words.
 */
export function wordKey(text: string): string {
  const bare = text.replace(/[.:!?…]+$/u, '');
  if (Array.from(bare).length === 1) return bare.toLowerCase().normalize('NFC');
  return fold(bare);
}

const phrasesOf = (text: string): string[][] =>
  text
    .split('|')
    .map((phrase) => phrase.split(' ').map(wordKey).filter(Boolean))
    .filter((words) => words.length > 0);

/** Gathers phrases; what an earlier language has said stands. */
class Gathering<Meaning> {
  readonly byFirst = new Map<string, { words: readonly string[]; means: Meaning }[]>();
  readonly #known = new Set<string>();

  add(text: string, means: Meaning, isWanted: (words: readonly string[]) => boolean): void {
    for (const words of phrasesOf(text)) {
      const key = words.join(' ');
      if (this.#known.has(key) || !isWanted(words)) continue;
      this.#known.add(key);
      const [first = ''] = words;
      const list = this.byFirst.get(first) ?? [];
      list.push({ words, means });
      list.sort((a, b) => b.words.length - a.words.length);
      this.byFirst.set(first, list);
    }
  }
}

/** Short words of a third language say too many other things: `hier`, `set`, `mer`. */
const isTelling = (words: readonly string[]) => words.some((word) => word.length >= 5);
const always = () => true;

/** Words of other languages that this one uses for something else. */
function ownWords(list: WordList): ReadonlySet<string> {
  const { days } = list;
  const texts = [
    ...MARKERS.map((marker) => list[marker]),
    list.articles,
    list.fillers,
    ...DAY_PHRASES.map((name) => days[name]),
    ...days.weekdays,
    ...days.numbers,
  ];
  return new Set(texts.flatMap((text) => phrasesOf(text).map((words) => words.join(' '))));
}

function gathered<Meaning>(
  lists: readonly WordList[],
  textsOf: (list: WordList) => readonly (readonly [string, Meaning])[],
): Phrases<Meaning> {
  const gathering = new Gathering<Meaning>();
  const [own] = lists;
  const taken = own === undefined ? new Set<string>() : ownWords(own);
  for (const [at, list] of lists.entries()) {
    const isOwn = at === 0;
    const isEnglish = list === en;
    for (const [text, means] of textsOf(list)) {
      gathering.add(
        text,
        means,
        isOwn ? always : (words) => !taken.has(words.join(' ')) && (isEnglish || isTelling(words)),
      );
    }
  }
  return gathering.byFirst;
}

/** A label ends with a colon, so it may be a word for something else; the kinds' own names come first. */
function labelsOf(lists: readonly WordList[]): Phrases<ChipKind> {
  const gathering = new Gathering<ChipKind>();
  for (const kind of CHIP_KINDS) gathering.add(kind, kind, always);
  for (const list of lists) for (const kind of CHIP_KINDS) gathering.add(list.labels[kind], kind, always);
  return gathering.byFirst;
}

const words = (lists: readonly WordList[], of: (list: WordList) => string): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => phrasesOf(of(list)).map((phrase) => phrase.join(' '))));

const isMonthFirst = (language: string) =>
  /^en-(?:US|PH|FM|GU|PR|VI|AS|MH|MP|PW|UM)\b|^en$|^es-PR\b/iu.test(language);

const made = new Map<string, Lexicon>();

/** The words of a language, then English ones, then the unmistakable ones of the others. */
export function lexiconOf(language: string): Lexicon {
  const own = CAPTURE_LANGUAGES.find((list) => list === listOf(language)) ?? en;
  const monthFirst = isMonthFirst(language);
  const key = `${CAPTURE_LANGUAGES.indexOf(own)}${monthFirst ? '!' : ''}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const lists = [...new Set([own, en, ...CAPTURE_LANGUAGES])];
  const near = [...new Set([own, en])];
  const days = (name: DayPhrase) => gathered(lists, (list) => [[list.days[name], true] as const]);
  const lexicon: Lexicon = {
    markers: gathered(lists, (list) => MARKERS.map((marker) => [list[marker], marker] as const)),
    labels: labelsOf(lists),
    articles: words([own], ({ articles }) => articles),
    fillers: words([own], ({ fillers }) => fillers),
    roles: words(lists, ({ roles }) => roles),
    roleStarts: words(near, ({ roleStarts }) => roleStarts),
    eventWords: words(lists, ({ eventWords }) => eventWords),
    // Every DayPhrase is a key.
    days: Object.fromEntries(DAY_PHRASES.map((name) => [name, days(name)])) as Record<
      DayPhrase,
      Phrases<true>
    >,
    weekdays: gathered(lists, (list) => list.days.weekdays.map((text, at) => [text, at] as const)),
    numbers: gathered(near, (list) => list.days.numbers.map((text, at) => [text, at + 1] as const)),
    isMonthFirst: monthFirst,
  };
  made.set(key, lexicon);
  return lexicon;
}

function listOf(language: string): WordList | undefined {
  const tag = language.slice(0, 2).toLowerCase();
  const tags = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'];
  return CAPTURE_LANGUAGES[tags.indexOf(tag)];
}

/** The longest phrase that begins at a word: how many words it has and what it means. */
export function phraseAt<Meaning>(
  phrases: Phrases<Meaning>,
  keyAt: (offset: number) => string | undefined,
): { readonly length: number; readonly means: Meaning } | undefined {
  const first = keyAt(0);
  if (first === undefined) return undefined;
  const found = phrases.get(first)?.find(({ words: all }) => all.every((word, at) => keyAt(at) === word));
  return found && { length: found.words.length, means: found.means };
}
