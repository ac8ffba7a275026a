// How a plan is laid out: every record once, in order, of one kind to a row, and no row too long.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlannedItem } from '#core/imports/planned.ts';
import { inPieces, itemsIn } from '#db/imports/kept.ts';
import type { KeptItem } from '#db/imports/kept.ts';
import { batchPlan } from './random-batch.ts';
import { item, person } from './planned-batch.ts';

const laidOut = (planned: readonly PlannedItem[]) =>
  [...inPieces(planned, ['a.vcf'])].map((piece) => ({ ...piece, kept: itemsIn(piece.items) }));

describe('a plan in pieces', () => {
  it('holds every record once, in its place, among its like', () => {
    fc.assert(
      fc.property(fc.array(batchPlan, { maxLength: 4 }), (plans) => {
        const planned = plans.flatMap((plan) => plan.planned);
        const pieces = laidOut(planned);
        const places = pieces.flatMap(({ kept }) => kept.map(({ at }) => at));
        expect(places.toSorted((a, b) => a - b)).toEqual(planned.map((_, at) => at));
        for (const { subject, action, records, first, last, kept } of pieces) {
          expect(kept).toHaveLength(records);
          expect([kept[0]?.at, kept.at(-1)?.at]).toEqual([first, last]);
          for (const { at, fn } of kept) expect(planned[at]).toMatchObject({ subject, action, fn });
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is written as JSON writes it, whichever way is quicker', () => {
    // A choice that is said has a record laid out the usual way.
    const slowly = (planned: readonly PlannedItem[]) =>
      planned.map((one) => ({ ...one, usual: one.usual ?? ('take' as const) }));
    const taken = (kept: KeptItem): KeptItem => ({ ...kept, usual: 'take' });
    // Halves of surrogate pairs, quotes and control characters among them.
    const text = fc
      .array(fc.oneof(fc.integer({ min: 0, max: 0xff_ff }), fc.constantFrom(0x22, 0x5c, 0xd8_00, 0x1f)))
      .map((units) => String.fromCharCode(...units));
    const values = fc.record({
      name: fc.constantFrom('EMAIL', 'ORG', 'NOTE', 'PHOTO'),
      value: text,
      type: fc.constantFrom('', 'work', '"'),
    });
    fc.assert(
      fc.property(text, fc.array(values, { maxLength: 4 }), (fn, properties) => {
        const planned = [person(fn, properties)];
        const [quick, slow] = [laidOut(planned), laidOut(slowly(planned))];
        expect(quick[0]?.kept.map(taken)).toEqual(slow[0]?.kept);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the pictures that keys stand for', () => {
    const photo = { name: 'PHOTO', value: 'key', type: '' };
    const [piece] = inPieces([person('Ana Ruiz', [photo])], ['a.vcf'], (key) => `picture of ${key}`);
    expect(itemsIn(piece?.items ?? '')[0]?.says?.at(-1)).toEqual(['PHOTO', 'picture of key']);
  });

  it('has rows of some hundreds, fewer where photographs make them long', () => {
    const many = laidOut(Array.from({ length: 1201 }, () => person('Ana Ruiz')));
    expect(many.map(({ records }) => records)).toEqual([500, 500, 201]);
    const photo = { name: 'PHOTO', value: `data:image/png;base64,${'A'.repeat(900_000)}`, type: '' };
    const long = laidOut(Array.from({ length: 9 }, () => person('Ana Ruiz', [photo])));
    expect(long.map(({ records }) => records)).toEqual([3, 3, 3]);
  });

  it('names an entry that the batch does not report, and keeps odd letters', () => {
    const [piece] = laidOut([
      item('contact', 'unusable', { entryName: 'b.vcf', fn: 'odd \ud800 \u2028 name' }),
    ]);
    expect(piece?.kept).toEqual([{ at: 0, entry: 'b.vcf', line: 1, fn: 'odd \ud800 \u2028 name' }]);
    expect(piece?.items).not.toMatch(/[\ud800-\udfff]/);
  });
});
