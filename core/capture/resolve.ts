// Decides what a marked piece is, from what stands around it: `at Acme` behind a title, `at PyCon` behind `met`.
import { looksNamed, type Part } from './extents.ts';
import type { Item, Marked } from './items.ts';
import type { Lexicon } from './lexicon.ts';
import { CHIP_KINDS, type ChipKind } from './model.ts';
import { isCompany, isEventLike } from './pieces.ts';

export const isChipKind = (text: string): text is ChipKind =>
  (CHIP_KINDS as readonly string[]).includes(text); // widened to be asked

/** What a marked piece turned out to be; `free`: words like any other. */
export type Resolved = ChipKind | 'free' | 'nothing';

const textOf = (part: Part) => (part.type === 'word' ? part.text : part.value);

interface Line {
  readonly items: readonly Item[];
  readonly lexicon: Lexicon;
}

/** Words of a free piece that mean something. */
const saysSomething = (item: Item | undefined, { fillers }: Lexicon): boolean =>
  item?.type === 'free' && item.parts.some((part) => part.type === 'quote' || !fillers.has(part.key));

/** Whether the words directly before are a title: `CTO at`, or the second piece behind a comma. */
function isBehindTitle({ items, lexicon }: Line, at: number): boolean {
  const before = items[at - 1];
  if (before?.type !== 'free') return false;
  const hasRole = before.parts.some(
    (part) => part.type === 'word' && (lexicon.roles.has(part.key) || lexicon.roleStarts.has(part.key)),
  );
  const behindComma = items[at - 2]?.type === 'separator' && items[at - 3]?.type === 'free';
  return hasRole || (behindComma && saysSomething(before, lexicon));
}

/** Like an event, or at least like a name made for one: `GopherCon`, but also `YouTube`. */
const mayBeEvent = (parts: readonly Part[], lexicon: Lexicon) =>
  isEventLike(parts, lexicon) ||
  (!isCompany(parts) && parts.some((part) => /\p{Ll}\p{Lu}/u.test(textOf(part))));

/** `@Acme`, `from Acme`: surely a company. */
const isCompanyMark = (item: Item) =>
  item.type === 'marked' && item.parts.length > 0 && (item.marker === '@' || item.marker === 'org');

/** Goes through the items from left to right and remembers what the line has already. */
class Resolving {
  readonly line: Line;
  readonly has = new Set<ChipKind>();
  isMeeting = false;
  /** The first item that may name somebody. */
  readonly #firstNamed: number;
  /** The last `met` that names nothing: `bei der Tagung getroffen`. */
  readonly #lastBareMet: number;

  constructor(items: readonly Item[], lexicon: Lexicon) {
    this.line = { items, lexicon };
    for (const item of items) if (item.type === 'chip') this.has.add(item.chip.kind);
    for (const item of items) if (isCompanyMark(item)) this.has.add('org');
    const first = items.findIndex((item) => saysSomething(item, lexicon));
    this.#firstNamed = first < 0 ? items.length : first;
    this.#lastBareMet = items.findLastIndex(
      (item) => item.type === 'marked' && item.marker === 'met' && item.parts.length === 0,
    );
  }

  #met(item: Marked, at: number): Resolved {
    this.isMeeting = true;
    if (item.parts.length === 0) return 'nothing';
    if (mayBeEvent(item.parts, this.line.lexicon)) return this.has.has('event') ? 'free' : 'event';
    return this.#firstNamed < at && !this.has.has('event') ? 'event' : 'free';
  }

  #at(item: Marked, at: number): Resolved {
    const needsOrg = !this.has.has('org');
    const needsEvent = !this.has.has('event');
    if (needsOrg && isBehindTitle(this.line, at)) return 'org';
    if (
      needsEvent &&
      (this.isMeeting || this.#lastBareMet > at || isEventLike(item.parts, this.line.lexicon))
    )
      return 'event';
    // Companies have names; `at a dinner` has none.
    if (needsEvent && !looksNamed(textOf(item.parts[0]!))) return 'event';
    if (needsOrg) return 'org';
    return needsEvent ? 'event' : 'free';
  }

  #where(item: Marked, at: number): Resolved {
    const isNamed = looksNamed(textOf(item.parts[0]!));
    if (!this.has.has('org') && isBehindTitle(this.line, at) && isNamed) return 'org';
    if (!this.has.has('event') && mayBeEvent(item.parts, this.line.lexicon)) return 'event';
    return this.#place(item, at);
  }

  /** A place is written like a name; typed small it is one only where nothing else can be meant. */
  #place(item: Marked, at: number): Resolved {
    if (this.has.has('place')) return 'free';
    const [first] = item.parts;
    const isNamed = first !== undefined && looksNamed(textOf(first));
    const isShort = item.parts.length <= 3;
    const mayBeSmall = isShort && (this.isMeeting || this.has.has('event')) && !isBehindTitle(this.line, at);
    return isNamed || mayBeSmall ? 'place' : 'free';
  }

  resolve(item: Marked, at: number): Resolved {
    const kind = this.#kindOf(item, at);
    if (kind !== 'free' && kind !== 'nothing') this.has.add(kind);
    return kind;
  }

  #kindOf(item: Marked, at: number): Resolved {
    const { marker } = item;
    const [first] = item.parts;
    if (marker === 'met') return this.#met(item, at);
    if (first === undefined) return item.isLabel ? 'nothing' : 'free';
    if (item.isLabel) return isChipKind(marker) ? marker : 'free';
    // `na próxima sexta-feira` is neither a place nor an event.
    if (first.type === 'word' && this.line.lexicon.days.next.has(first.key)) return 'free';
    return this.#byMarker(item, at);
  }

  #byMarker(item: Marked, at: number): Resolved {
    const { marker } = item;
    if (marker === 'at') return this.#at(item, at);
    if (marker === 'where') return this.#where(item, at);
    if (marker === 'place') return this.#place(item, at);
    if (marker === 'event' || marker === 'introducer') return this.has.has(marker) ? 'free' : marker;
    return 'org';
  }
}

/** What each marked item is, by its place in the list. */
export function resolved(items: readonly Item[], lexicon: Lexicon): ReadonlyMap<number, Resolved> {
  const resolving = new Resolving(items, lexicon);
  const found = new Map<number, Resolved>();
  for (const [at, item] of items.entries()) {
    if (item.type === 'marked') found.set(at, resolving.resolve(item, at));
  }
  return found;
}
