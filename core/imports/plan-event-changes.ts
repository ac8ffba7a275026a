// A newer state of an event the book has: what it renames, moves or calls off, unless the owner has said otherwise.
import { fold } from '#core/shared/fold.ts';
import { isNewerVersion } from './event-version.ts';
import type { FieldChange, Issue } from './model.ts';
import type { BookLookup, KnownEvent, KnownMeeting, PlannedEvent } from './planned.ts';

/** What an event says for itself, by iCalendar's names. */
export const EVENT_FIELDS = {
  SUMMARY: 'summary',
  LOCATION: 'location',
  DTSTART: 'dtstart',
  DTEND: 'dtend',
  URL: 'url',
  DESCRIPTION: 'description',
} as const;
export type EventField = keyof typeof EVENT_FIELDS;

/** iCalendar's own word, which stands before the description of an event that was called off (RFC 5545 §3.8.1.11). */
const CALLED_OFF = 'CANCELLED';

type Draft = PlannedEvent['draft'];

/** The description of an event that was called off says so. */
export const calledOff = (description: string): string =>
  description === CALLED_OFF || description.startsWith(`${CALLED_OFF}\n`)
    ? description
    : [CALLED_OFF, description].filter(Boolean).join('\n\n');

/** A draft with its calling off in words the book keeps. */
export const worded = (draft: Draft): Draft =>
  draft.version?.isCancelled === true ? { ...draft, description: calledOff(draft.description) } : draft;

export interface EventChanges {
  readonly changes: readonly FieldChange[];
  /** Meetings imports have told of that did not take place then. */
  readonly unmet: readonly KnownMeeting[];
  readonly issues: readonly Issue[];
}

const NONE: EventChanges = { changes: [], unmet: [], issues: [] };

/**
 * What a newer state of an event changes of the one in the book: its words and its days, and meetings on days that it no
 * longer has. Nothing where the book knows a newer state, or has never heard of this one's UID; never a field the owner
 * has changed, for which there is BOOK_STANDS on `line`.
 */
export function eventChanges(
  draft: Draft,
  known: KnownEvent | undefined,
  line: number,
  book: Pick<BookLookup, 'eventVersion'>,
): EventChanges {
  const { version } = draft;
  if (version === undefined || known === undefined) return NONE;
  const all = differencesOf(draft, known);
  const unmet = unmetOf(draft, known);
  // Asked last: it is the one question that has to read plans.
  if (all.length + unmet.length === 0 || !isNewerVersion(version, book.eventVersion?.(draft.uid)))
    return NONE;
  const changes = all.filter(({ name }) => !known.owners.has(EVENT_FIELDS[name]));
  const isMoved = changes.some(({ name }) => name === 'DTSTART') || version.isCancelled === true;
  return {
    changes,
    unmet: isMoved ? unmet : [],
    issues: changes.length < all.length ? [{ line, code: 'BOOK_STANDS', params: {} }] : [],
  };
}

/** An older state than the book's, of before it was moved or called off: whom it names was not met then. */
export function isOutdated(
  { version, uid, dtstart = '' }: Draft,
  known: KnownEvent | undefined,
  book: Pick<BookLookup, 'eventVersion'>,
): boolean {
  const newest = version === undefined || known === undefined ? undefined : book.eventVersion?.(uid);
  if (version === undefined || newest === undefined || !isNewerVersion(newest, version)) return false;
  return newest.isCancelled === true || (newest.isSeries !== true && known?.dtstart !== dtstart);
}

type Difference = FieldChange & { readonly name: EventField };

/** A cancellation need not repeat what it cancels (RFC 5546 §3.2.5). */
function differencesOf(draft: Draft, known: KnownEvent): Difference[] {
  const isOff = draft.version?.isCancelled === true;
  const said = { ...draft, description: isOff ? calledOff(known.description) : draft.description };
  const names = isOff ? (['DESCRIPTION'] as const) : FIELDS;
  return names.flatMap((name): Difference[] => {
    const before = known[EVENT_FIELDS[name]] ?? '';
    const after = said[EVENT_FIELDS[name]] ?? '';
    // A state without a name or without a day has lost it on its way, and is no news.
    const isLost = after === '' && (name === 'SUMMARY' || name === 'DTSTART');
    return before === after || isLost ? [] : [{ name, before, after, type: '' }];
  });
}

const FIELDS = Object.keys(EVENT_FIELDS) as EventField[]; // its own keys

/**
 * Meetings that were not: on the former day of an event that was moved; of one that was called off all, of a series those
 * since then.
 */
function unmetOf({ version, dtstart }: Draft, { dtstart: before, meetings }: KnownEvent): KnownMeeting[] {
  if (version?.isCancelled === true) {
    const from = version.isSeries === true ? dayOf(version.stamp) : '';
    return meetings.filter(({ on }) => on >= from);
  }
  if (version?.isSeries === true || dtstart === undefined || dtstart === before) return [];
  return meetings.filter(({ on }) => on === before);
}

/** `20260301T100000Z` as a day. */
const dayOf = (stamp: string): string => stamp.replace(/^(\d{4})(\d\d)(\d\d).*$/s, '$1-$2-$3');

/** Folded words by which an event is found, as the book keeps them. */
export const summaryKey = ({ summary, location }: Pick<Draft, 'summary' | 'location'>): string =>
  fold(`${summary} ${location}`);
