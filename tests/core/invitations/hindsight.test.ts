import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueBefore, Hindsight, hitsOf, type Judged, recordsByRule } from '#core/invitations/hindsight.ts';
import { Decision, RULE_IDS, Verdict } from '#core/invitations/model.ts';

const judged: fc.Arbitrary<Judged> = fc.record({
  rule: fc.constantFrom(...RULE_IDS),
  verdict: fc.constantFrom(...Verdict.options),
  decision: fc.constantFrom(...Decision.options),
  hindsight: fc.constantFrom(...Hindsight.options),
});
const one = (more: Partial<Judged>): Judged => ({
  rule: 'R15',
  verdict: 'IGNORE',
  decision: 'ignore',
  hindsight: 'right',
  ...more,
});
const total = ({ right, wrong, unsure }: { right: number; wrong: number; unsure: number }) =>
  right + wrong + unsure;

describe('was it right', () => {
  it('is asked ninety days later, to the moment', () => {
    expect(dueBefore('2026-06-01T12:00:00.000Z')).toBe('2026-03-03T12:00:00.000Z');
  });

  it('is counted apart where the owner did otherwise than the rule advised', () => {
    expect(
      recordsByRule([
        one({}),
        one({ decision: 'decline', hindsight: 'wrong' }),
        one({ decision: 'accept', hindsight: 'right' }),
        one({ rule: 'R04', verdict: 'ACCEPT_KNOWN', decision: 'accept', hindsight: 'unsure' }),
      ]),
    ).toEqual([
      {
        rule: 'R04',
        followed: { right: 0, wrong: 0, unsure: 1 },
        against: { right: 0, wrong: 0, unsure: 0 },
      },
      // A kind no in place of silence is still the no that was advised.
      {
        rule: 'R15',
        followed: { right: 1, wrong: 1, unsure: 0 },
        against: { right: 1, wrong: 0, unsure: 0 },
      },
    ]);
  });

  it('counts every answer once, in the order of the rules, whatever order they come in', () => {
    fc.assert(
      fc.property(fc.array(judged), (list) => {
        const records = recordsByRule(list);
        expect(records).toEqual(recordsByRule(list.toReversed()));
        expect(records.map(({ rule }) => rule)).toEqual(
          RULE_IDS.filter((rule) => list.some((each) => each.rule === rule)),
        );
        for (const { rule, followed, against } of records) {
          expect(total(followed) + total(against)).toBe(list.filter((each) => each.rule === rule).length);
        }
      }),
    );
  });

  it('is a count below twenty, and a percentage from there', () => {
    expect(hitsOf({ right: 7, wrong: 2, unsure: 30 })).toEqual({ right: 7, of: 9 });
    expect(hitsOf({ right: 15, wrong: 4, unsure: 1 })).toEqual({ right: 15, of: 19 });
    expect(hitsOf({ right: 15, wrong: 5, unsure: 0 })).toEqual({ right: 15, of: 20, percent: 75 });
  });
});
