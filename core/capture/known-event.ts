// Finds an event of the book in the line, by its name.
import type { CaptureContext, KnownEvent } from './model.ts';
import { type Token, wordsOf } from './tokens.ts';

interface Named {
  readonly event: KnownEvent;
  /** Keys of its words and signs; without the year at the end, which people leave out. */
  readonly keys: readonly string[];
  readonly year: string;
}

type Index = ReadonlyMap<string, readonly Named[]>;

/** Shorter names are words like any other. */
const SHORTEST = 4;

const keyOf = (token: Token): string => (token.type === 'word' ? token.key : token.type);

const indexes = new WeakMap<readonly KnownEvent[], Index>();

/** Names by their first word, the longest first; kept for the list it was made of. */
function indexOf(events: readonly KnownEvent[]): Index {
  const known = indexes.get(events);
  if (known !== undefined) return known;
  const index = new Map<string, Named[]>();
  for (const event of events) {
    const all = wordsOf(event.summary, 0, event.summary.length).map(keyOf);
    const year = /^(?:19|20)\d\d$/.test(all.at(-1) ?? '') && all.length > 1 ? all.at(-1)! : '';
    const keys = year === '' ? all : all.slice(0, -1);
    const [first] = keys;
    if (first === undefined || keys.join('').length < SHORTEST) continue;
    const list = index.get(first) ?? [];
    list.push({ event, keys, year });
    index.set(first, list);
  }
  for (const list of index.values()) list.sort((a, b) => b.keys.length - a.keys.length);
  indexes.set(events, index);
  return index;
}

export interface FoundEvent {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly event: KnownEvent;
}

/** The event whose name stands at a token; of two editions the one whose year is written, else the likelier. */
export function eventAt(
  tokens: readonly Token[],
  at: number,
  events: readonly KnownEvent[],
): FoundEvent | undefined {
  const token = tokens[at];
  if (token?.type !== 'word') return undefined;
  const named = (indexOf(events).get(token.key) ?? []).filter(({ keys }) =>
    keys.every((key, step) => isKey(tokens[at + step], key)),
  );
  const [longest] = named;
  if (longest === undefined) return undefined;
  const { length } = longest.keys;
  const editions = named.filter(({ keys }) => keys.length === length);
  const year = yearAt(tokens[at + length]);
  const edition = year === '' ? longest : editions.find((one) => one.year === year);
  return edition && { from: at, to: at + length + (year === '' ? 0 : 1), event: edition.event };
}

const yearAt = (token: Token | undefined) =>
  token?.type === 'word' && /^(?:19|20)\d\d$/.test(token.key) ? token.key : '';

const isKey = (token: Token | undefined, key: string) => token !== undefined && keyOf(token) === key;

/** An event named by its whole name, as `event:"…"` and a picked one are. */
export function eventNamed(summary: string, { knownEvents }: CaptureContext): KnownEvent | undefined {
  const tokens = wordsOf(summary, 0, summary.length);
  const found = eventAt(tokens, 0, knownEvents);
  return found !== undefined && found.to === tokens.length ? found.event : undefined;
}
