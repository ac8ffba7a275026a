// One line about somebody just met, and the pieces it was read as.
import type { EventId } from '#core/events/model.ts';

/** What a piece of the line says. */
export const CHIP_KINDS = [
  'name',
  'title',
  'org',
  'email',
  'tel',
  'url',
  'event',
  'place',
  'date',
  'introducer',
  'tag',
  'note',
] as const;
export type ChipKind = (typeof CHIP_KINDS)[number];

/** One piece of the line. Chips never overlap and come in the order of the line. */
export interface Chip {
  readonly kind: ChipKind;
  /** Exactly what stands in the line from `start` to `end`, marker and quotes included: `@Acme`, `via Tom`. */
  readonly text: string;
  /** What it means: `Acme`, `Tom`; of a date a PartialDate, of a known event its name as the book has it. */
  readonly value: string;
  /** UTF-16 offsets in the line. */
  readonly start: number;
  readonly end: number;
  /** The event of the book that is meant. */
  readonly eventId?: EventId;
}

export interface KnownEvent {
  readonly id: EventId;
  readonly summary: string;
}

export interface CaptureContext {
  /** The owner's day, `2026-11-25`; what follows the day is not looked at. */
  readonly now: string;
  /** Events of the book, the likeliest first. */
  readonly knownEvents: readonly KnownEvent[];
  /** BCP 47: whose words are read before English ones, and in which order a day and a month are written. */
  readonly language: string;
}

export interface Captured {
  /** The line the chips are of: the one given, or what a pasted card says as a line. */
  readonly line: string;
  readonly chips: readonly Chip[];
  /** A name an address suggests while the line names nobody: `Ana Ruiz` of `/in/ana-ruiz-1a2b3c`; else empty. */
  readonly guess: string;
  /** Cards of a paste that did not become the line: only one person stands in a line. */
  readonly further: number;
}

/** Kinds a line has one of; the first is taken. */
export const SINGLE_KINDS: ReadonlySet<ChipKind> = new Set([
  'name',
  'title',
  'org',
  'event',
  'place',
  'date',
  'introducer',
]);

/** The longest value the book takes of each kind, in UTF-16 units. */
const LONGEST: Readonly<Record<ChipKind, number>> = {
  name: 200,
  title: 300,
  org: 300,
  email: 320,
  tel: 60,
  url: 2000,
  event: 300,
  place: 300,
  date: 10,
  introducer: 200,
  tag: 200,
  note: 20_000,
};

/** The value as the book takes it: one line for all but a note, cut where it is too long, never inside a letter. */
export function fitting(kind: ChipKind, value: string): string {
  const plain = value.toWellFormed();
  const text = (kind === 'note' ? plain : plain.replace(/\s+/gu, ' ')).trim();
  const most = LONGEST[kind];
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return (/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut).trim();
}
