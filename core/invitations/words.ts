// Words of a message with their places in it, and phrases of words to look for: what every cue is made of.
import { fold } from '#core/shared/fold.ts';

/** One word as compared, and where it stands in the text (UTF-16 offsets). */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** First of a sentence: no phrase reaches across. */
  readonly opens: boolean;
  /** The word without its elided article or pronoun: `l’opportunità`, `d’emploi`, `j’aide`. */
  readonly tail?: string;
  /** The two words an English contraction stands for, where phrases spell them out: `I’m` is `i am`. */
  readonly whole?: readonly [string, string];
}

/** Only with their apostrophe: without it `were`, `ill` and the German `im` are words of their own. */
const CONTRACTED: ReadonlyMap<string, readonly [string, string]> = new Map(
  [
    "i'm i am",
    "i've i have",
    "i'll i will",
    "i'd i would",
    "we're we are",
    "we've we have",
    "we'll we will",
    "we'd we would",
    "you're you are",
    "you've you have",
    "you'll you will",
    "you'd you would",
    "they're they are",
    "it's it is",
    "that's that is",
  ].map((entry) => {
    const [short = '', first = '', second = ''] = entry.split(' ');
    return [short, [first, second]] as const;
  }),
);

const WORD = /[\p{L}\p{N}\p{M}\u200b-\u200d\u2060\u00ad]+(?:['’`´][\p{L}\p{N}\p{M}]+)*/gu;
/** French and Italian; English and Dutch have nothing of the kind before the apostrophe. */
const ELIDED = /^(?:[ldjcmtsnv]|qu|lorsqu|jusqu|un|all|dell|nell|sull|dall|quell|dov|com|c)['`](?=\p{L}{2})/u;
const SENTENCE_END = /[.!?…][)"'”»]*\s|\n\s*\n|[•|]/;

/** The words of a text, folded, with their places; apostrophes drop out (`I’d` is `id`). Linear. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  let from = 0;
  for (const match of text.matchAll(WORD)) {
    const spelled = fold(match[0]);
    const folded = spelled.replace(/['`]/g, '');
    if (folded === '') continue;
    const tail =
      spelled.length === folded.length ? undefined : spelled.replace(ELIDED, '').replace(/['`]/g, '');
    const opens = from === 0 || SENTENCE_END.test(text.slice(from, match.index));
    from = match.index + match[0].length;
    const whole = CONTRACTED.get(spelled.replaceAll('`', "'"));
    const word = { text: folded, start: match.index, end: from, opens, ...(whole && { whole }) };
    found.push(tail === undefined || tail === folded ? word : { ...word, tail });
  }
  return found;
}

type Step = (word: string) => boolean;
interface Phrase<Kind> {
  readonly kind: Kind;
  readonly steps: readonly {
    readonly accepts: Step;
    readonly words: readonly string[];
    readonly gap: number;
    readonly optional: boolean;
  }[];
}

/** Phrases ready to be looked for, by the words they may begin with. */
export interface PhraseBook<Kind> {
  readonly byFirst: ReadonlyMap<string, readonly Phrase<Kind>[]>;
  /** Those that begin with a prefix (`crypto*`): keyed by its first three letters. */
  readonly byStem: ReadonlyMap<string, readonly Phrase<Kind>[]>;
  readonly starts: Map<string, readonly Phrase<Kind>[]>;
}

function step(source: string, spell: Spelling): { accepts: Step; firsts: string[]; stems: string[] } {
  const firsts: string[] = [];
  const stems: string[] = [];
  const ends: string[] = [];
  for (const word of source.split('|')) {
    if (word.endsWith('*')) stems.push(spell(word.slice(0, -1)));
    else if (word.startsWith('*')) ends.push(spell(word.slice(1)));
    else firsts.push(spell(word));
  }
  const exact = new Set(firsts);
  const number = exact.delete('#');
  const accepts: Step = (word) =>
    exact.has(word) ||
    stems.some((stem) => word.startsWith(stem)) ||
    ends.some((end) => word.endsWith(end)) ||
    (number && /^\d+$/.test(word));
  return { accepts, firsts, stems };
}
type Spelling = (word: string) => string;

function compile<Kind>(source: string, kind: Kind, spell: Spelling) {
  const steps: { accepts: Step; words: readonly string[]; gap: number; optional: boolean }[] = [];
  let first: ReturnType<typeof step> | undefined;
  let gap = 0;
  for (const part of source.split(' ')) {
    const dots = /^\.\.(\d+)$/.exec(part);
    if (dots) {
      gap = Number(dots[1]);
      continue;
    }
    const optional = part.endsWith('?');
    const parsed = step(optional ? part.slice(0, -1) : part, spell);
    first ??= parsed;
    steps.push({ accepts: parsed.accepts, words: parsed.firsts, gap, optional });
    gap = 0;
  }
  return { phrase: { kind, steps } satisfies Phrase<Kind>, first };
}

/**
 * Makes a phrase book. A phrase is words with blanks between: `quick|short call|chat` lists alternatives,
 * `crypto*` is a prefix of at least three letters, `*kurs` an ending (not of the first word), `please?` may be missing (not the first word), `#` is a
 * number (not the first word), `..3` lets up to three words stand between.
 */
export function phraseBook<Kind extends string>(
  phrases: Readonly<Partial<Record<Kind, readonly string[]>>>[],
  spell: (word: string) => string = (word) => word,
): PhraseBook<Kind> {
  const byFirst = new Map<string, Phrase<Kind>[]>();
  const byStem = new Map<string, Phrase<Kind>[]>();
  const put = (map: Map<string, Phrase<Kind>[]>, key: string, phrase: Phrase<Kind>) => {
    const list = map.get(key);
    if (list) list.push(phrase);
    else map.set(key, [phrase]);
  };
  for (const language of phrases) {
    // Object.keys forgets the key type it was given; the record has no other keys.
    for (const kind of Object.keys(language) as Kind[]) {
      for (const source of language[kind] ?? []) {
        const { phrase, first } = compile(source, kind, spell);
        for (const word of first?.firsts ?? []) put(byFirst, word, phrase);
        for (const stem of first?.stems ?? []) put(byStem, stem.slice(0, 3), phrase);
      }
    }
  }
  return { byFirst, byStem, starts: new Map() };
}

/** Every whole word a phrase of the book may have; prefixes are not words. */
export function vocabularyOf<Kind>(book: PhraseBook<Kind>): Set<string> {
  const found = new Set<string>();
  for (const phrases of [...book.byFirst.values(), ...book.byStem.values()]) {
    for (const { steps } of phrases)
      for (const { words: all } of steps) for (const word of all) found.add(word);
  }
  return found;
}

/** One phrase found: its kind and the words it spans (`from` inclusive, `to` exclusive). */
export interface Found<Kind> {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}

/** All phrases of the book in the text, in order; of the same kind, overlapping ones count once, the longest. */
export function phrasesFound<Kind extends string>(
  book: PhraseBook<Kind>,
  text: readonly Word[],
): Found<Kind>[] {
  const lastEnd = new Map<Kind, number>();
  const found: Found<Kind>[] = [];
  for (const [from, word] of text.entries()) {
    const phrases = starting(book, word);
    if (phrases.length === 0) continue;
    let longest: Map<Kind, number> | undefined;
    for (const phrase of phrases) {
      const to = endOf(phrase, 0, text, from);
      if (to === undefined) continue;
      longest ??= new Map<Kind, number>();
      if (to > (longest.get(phrase.kind) ?? 0)) longest.set(phrase.kind, to);
    }
    for (const [kind, to] of longest ?? []) {
      if (from < (lastEnd.get(kind) ?? 0)) continue;
      lastEnd.set(kind, to);
      found.push({ kind, from, to });
    }
  }
  return found;
}

const NONE: readonly never[] = [];
/** Answers of `starting` are kept: the same words come in every note. */
const MOST_KEPT = 20_000;

function startingWith<Kind>(book: PhraseBook<Kind>, word: string): readonly Phrase<Kind>[] {
  const known = book.starts.get(word);
  if (known !== undefined) return known;
  const whole = book.byFirst.get(word) ?? NONE;
  // Stems of one group share three letters only.
  const stems = (book.byStem.get(word.slice(0, 3)) ?? NONE).filter(({ steps }) => steps[0]?.accepts(word));
  const found = stems.length === 0 ? whole : [...whole, ...stems];
  if (book.starts.size >= MOST_KEPT) book.starts.clear();
  book.starts.set(word, found);
  return found;
}

function starting<Kind>(book: PhraseBook<Kind>, { text, tail, whole }: Word): readonly Phrase<Kind>[] {
  const found = startingWith(book, text);
  const others = [tail, whole?.[0]].flatMap((word) => (word === undefined ? [] : startingWith(book, word)));
  return others.length === 0 ? found : [...found, ...others];
}

const isAccepted = (accepts: Step, { text, tail }: Word) =>
  accepts(text) || (tail !== undefined && accepts(tail));

/** The step behind both words of a contraction, where this one and the next accept them. */
function behindContraction<Kind>(
  { steps }: Phrase<Kind>,
  index: number,
  { whole }: Word,
): number | undefined {
  const [now, next] = [steps[index], steps[index + 1]];
  if (!whole || !now?.accepts(whole[0])) return undefined;
  return next?.accepts(whole[1]) === true ? index + 2 : undefined;
}

/** Where the phrase ends when its steps from `index` on begin at word `at`; bounded by the phrase, not the text. */
function endOf<Kind>(
  phrase: Phrase<Kind>,
  index: number,
  text: readonly Word[],
  at: number,
): number | undefined {
  const now = phrase.steps[index];
  if (now === undefined) return at;
  let best: number | undefined;
  for (let place = at; place <= at + now.gap; place++) {
    const word = text[place];
    if (word === undefined || (index > 0 && word.opens)) break;
    const next = isAccepted(now.accepts, word) ? index + 1 : behindContraction(phrase, index, word);
    const end = next === undefined ? undefined : endOf(phrase, next, text, place + 1);
    if (end !== undefined) best = Math.max(best ?? 0, end);
  }
  if (best === undefined && now.optional) return endOf(phrase, index + 1, text, at);
  return best;
}
