// The moment and the book the lines of these tests are read in.
import type { CaptureContext, Captured } from '#core/capture/model.ts';
import { EventId } from '#core/events/model.ts';

export const KNOWN_EVENTS = [
  { id: EventId.parse(1), summary: 'GopherCon 2026' },
  { id: EventId.parse(2), summary: 'Paper & Ink Days' },
  { id: EventId.parse(3), summary: 'GopherCon 2025' },
];

/** Wednesday, 25 November 2026. */
export const contextIn = (language: string): CaptureContext => ({
  now: '2026-11-25',
  knownEvents: KNOWN_EVENTS,
  language,
});

export const summaryOf = ({ chips }: Captured): string =>
  chips.map(({ kind, value }) => `${kind}=${value}`).join(' | ');
