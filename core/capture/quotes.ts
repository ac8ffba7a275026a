// Finds what stands in quotes, in one pass: `@"Acme, Inc."`, `note:"met twice"`, „…“, «…».

export interface Quoted {
  /** Where the word begins that the quote hangs on: the `@` of `@"Acme"`. */
  readonly start: number;
  readonly prefix: string;
  /** What is inside; a doubled straight quote is one. */
  readonly value: string;
  readonly end: number;
}

/** Opening sign → those that may close it. English opens with what German closes with. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '「': '」',
};
const PARTS_WORDS = /[\s,;()]/u;

/** Every quoted piece in order. A sign that nothing closes is a letter like any other. Linear. */
export function quotesIn(text: string): Quoted[] {
  const closeOf = closeFinder(text);
  const found: Quoted[] = [];
  let wordStart = 0;
  let at = 0;
  while (at < text.length) {
    const sign = text.charAt(at);
    if (PARTS_WORDS.test(sign)) {
      at += 1;
      wordStart = at;
      continue;
    }
    const closers = CLOSERS[sign];
    const close = closers === undefined || !mayHang(text, wordStart, at) ? undefined : closeOf(closers, at);
    if (close === undefined) {
      at += 1;
      continue;
    }
    const inner = text.slice(at + 1, close);
    found.push({
      start: wordStart,
      prefix: text.slice(wordStart, at),
      value: sign === '"' ? inner.replaceAll('""', '"') : inner,
      end: close + 1,
    });
    at = close + 1;
    wordStart = at;
  }
  return found;
}

const LONGEST_LABEL = 40;

/** A quote stands by itself, or behind a sign or a label; inside a word it is an inch or an apostrophe. */
function mayHang(text: string, start: number, at: number): boolean {
  if (start === at) return true;
  const last = text.charAt(at - 1);
  return last === ':' ? at - start <= LONGEST_LABEL : at - start === 1 && (last === '@' || last === '#');
}

/** Answers where a quote is closed. Remembers what lies ahead, because it is asked from left to right. */
function closeFinder(text: string) {
  const ahead = new Map<string, number>();
  const straight = oddRuns(text);
  const next = (sign: string, open: number) => {
    const known = ahead.get(sign);
    if (known !== undefined && (known > open || known < 0)) return known;
    const found = text.indexOf(sign, open + 1);
    ahead.set(sign, found);
    return found;
  };
  return (closers: string, open: number): number | undefined => {
    if (closers === '"') return straight(open);
    const all = [...closers].map((sign) => next(sign, open)).filter((close) => close > open);
    return all.length === 0 ? undefined : Math.min(...all);
  };
}

/** Straight quotes stand in runs: within a quote every pair is one sign of text, so an odd run ends it. */
function oddRuns(text: string) {
  const runs = [...text.matchAll(/"+/g)].map(({ index, 0: run }) => ({
    start: index,
    end: index + run.length,
  }));
  // The closing sign of the first odd run from each run on.
  const odd: (number | undefined)[] = Array.from({ length: runs.length + 1 });
  for (let run = runs.length - 1; run >= 0; run--) {
    const { start, end } = runs[run]!;
    odd[run] = (end - start) % 2 === 1 ? end - 1 : odd[run + 1];
  }
  let at = 0;
  return (open: number): number | undefined => {
    while ((runs[at]?.end ?? text.length) <= open) at += 1;
    const own = runs[at];
    if (own === undefined) return undefined;
    return (own.end - open - 1) % 2 === 1 ? own.end - 1 : odd[at + 1];
  };
}
