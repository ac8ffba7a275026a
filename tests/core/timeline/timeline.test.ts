// The order of a story with dates of any precision.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrder } from '#core/timeline/timeline.ts';
import type { TimelineEntry } from '#core/timeline/timeline.ts';

const said = (on: string | undefined, text: string): TimelineEntry => ({
  kind: 'evidence',
  evidence: 'mail_two_way',
  count: 1,
  text,
  ...(on !== undefined && { on }),
});

it('is newest first, a vague date after the days it may mean, none at the end', () => {
  const dates = ['2024', '2025-05-12', undefined, '2025-05', '2025', '2025-05-13', '--05-12', '2026-01-01'];
  expect(inOrder(dates.map((on) => said(on, ''))).map(({ on }) => on)).toEqual([
    '2026-01-01',
    '2025-05-13',
    '2025-05-12',
    '2025-05',
    '2025',
    '2024',
    undefined,
    '--05-12',
  ]);
});

it('tells of one day what happened before how it came into the book', () => {
  const all: TimelineEntry[] = [{ kind: 'added', on: '2025-05-12' }, said('2025-05-12', '')];
  expect(inOrder(all).map(({ kind }) => kind)).toEqual(['evidence', 'added']);
});

it('loses nothing, and is in order already the second time', () => {
  const date = fc.constantFrom(undefined, '2024', '2025', '2025-05', '2025-05-12', '--05', '--05-12');
  fc.assert(
    fc.property(fc.array(date, { maxLength: 12 }), (dates) => {
      const all = dates.map((on, at) => said(on, String(at)));
      const ordered = inOrder(all);
      expect(new Set(ordered)).toEqual(new Set(all));
      expect(inOrder(ordered)).toEqual(ordered);
    }),
  );
});
