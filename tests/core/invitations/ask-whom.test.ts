import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNTOUCHED } from '#core/introductions/goodwill.ts';
import type { Goodwill } from '#core/introductions/goodwill.ts';
import {
  askScore,
  askWhom,
  cautionsOf,
  referenceStep,
  stopsOf,
  wantsReason,
} from '#core/invitations/ask-whom.ts';
import type { AskFacts, AskStop } from '#core/invitations/ask-whom.ts';
import type { Asking, Mutual } from '#core/invitations/model.ts';
import { vet } from '#core/invitations/vet.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import { aCase, aMutual, FULL, TODAY } from './cases.ts';

const daysAgo = (days: number): string =>
  new Date(Date.parse(`${TODAY}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

const asking = (more: Partial<Asking> = {}): Asking => ({
  goodwill: UNTOUCHED,
  reliability: { answers: 0, disowned: 0 },
  isNotAsked: false,
  hasDisowned: false,
  knows: { level: 'unknown', certainty: 'recorded' },
  ...more,
});
const goodwill = (more: Partial<Goodwill>): Goodwill => ({ ...UNTOUCHED, ...more });
const stops = (more: Partial<Mutual>) => stopsOf(aMutual(1, 'know', more), TODAY);

describe('what stops an ask', () => {
  it.each<[string, Partial<Mutual>, readonly AskStop[]]>([
    ['nothing for somebody never asked', {}, []],
    ['nothing for somebody untouched', { asking: asking() }, []],
    [
      'asked about somebody else 12 days ago',
      { asking: asking({ goodwill: goodwill({ lastAskedOn: daysAgo(12) }) }) },
      [{ why: 'asked_recently', days: 12 }],
    ],
    [
      'asked 29 days ago',
      { asking: asking({ goodwill: goodwill({ lastAskedOn: daysAgo(29) }) }) },
      [{ why: 'asked_recently', days: 29 }],
    ],
    ['asked 30 days ago', { asking: asking({ goodwill: goodwill({ lastAskedOn: daysAgo(30) }) }) }, []],
    ['two questions open', { asking: asking({ goodwill: goodwill({ open: 2 }) }) }, []],
    [
      'three questions open',
      { asking: asking({ goodwill: goodwill({ open: 3 }) }) },
      [{ why: 'too_many_open', count: 3 }],
    ],
    ['the owner has noted it', { asking: asking({ isNotAsked: true }) }, [{ why: 'do_not_ask' }]],
    ['said so here', { answer: 'not_really' }, [{ why: 'disowned' }]],
    ['said so of them before', { asking: asking({ hasDisowned: true }) }, [{ why: 'disowned' }]],
    ['a colleague', { asking: asking({ worksAt: 'Acme' }) }, [{ why: 'works_for', org: 'Acme' }]],
  ])('%s', (_name, more, expected) => {
    expect(stops(more)).toEqual(expected);
  });

  it('is no fourth ask and no thanks owed: those only want a reason', () => {
    const spent = aMutual(1, 'know', {
      asking: asking({ goodwill: goodwill({ taken: 3, left: 0, thanksOwed: 1 }) }),
    });
    expect(stopsOf(spent, TODAY)).toEqual([]);
    expect(cautionsOf(spent)).toEqual([
      { why: 'budget_spent', taken: 3 },
      { why: 'thanks_owed', count: 1 },
    ]);
    expect(wantsReason(spent, TODAY)).toBe(true);
    expect(wantsReason(aMutual(1, 'know'), TODAY)).toBe(false);
  });
});

const facts: fc.Arbitrary<AskFacts> = fc.record({
  ownerLevel: fc.constantFrom(...TIE_LEVELS),
  knows: fc.record({
    level: fc.constantFrom(...TIE_LEVELS),
    certainty: fc.constantFrom('likely' as const, 'recorded' as const, 'stated' as const),
  }),
  reliability: fc
    .record({ answers: fc.nat(12), disowned: fc.nat(12) })
    .map(({ answers, disowned }) => ({ answers, disowned: Math.min(answers, disowned) })),
  goodwill: fc
    .record({ given: fc.nat(6), taken: fc.nat(6), recent: fc.nat(6) })
    .map((one) =>
      goodwill({ ...one, recent: Math.min(one.recent, one.taken), left: Math.max(0, 3 - one.taken) }),
    ),
});
const RUNS = { numRuns: 500 };

describe('the score of an ask', () => {
  it('rises, or stays, with each thing that speaks for asking, and falls with each that speaks against', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...TIE_LEVELS), (one, level) => {
        const score = askScore(one);
        const higher = (floor: string) =>
          TIE_LEVELS.indexOf(level) >= TIE_LEVELS.indexOf(floor as typeof level);
        if (higher(one.ownerLevel))
          expect(askScore({ ...one, ownerLevel: level })).toBeGreaterThanOrEqual(score);
        if (higher(one.knows.level))
          expect(askScore({ ...one, knows: { ...one.knows, level } })).toBeGreaterThanOrEqual(score);
        expect(askScore({ ...one, knows: { ...one.knows, certainty: 'stated' } })).toBeGreaterThanOrEqual(
          score,
        );
        const more = (change: Partial<Goodwill>) =>
          askScore({ ...one, goodwill: { ...one.goodwill, ...change } });
        expect(more({ given: one.goodwill.given + 1 })).toBeGreaterThanOrEqual(score);
        expect(more({ left: Math.max(0, one.goodwill.left - 1) })).toBeLessThanOrEqual(score);
        expect(more({ recent: one.goodwill.recent + 1 })).toBeLessThanOrEqual(score);
        const { answers, disowned } = one.reliability;
        const said = { ...one, reliability: { answers: answers + 1, disowned: disowned + 1 } };
        expect(askScore(said)).toBeLessThanOrEqual(score);
        expect(askScore(one)).toBe(score);
      }),
      RUNS,
    );
  });

  it('is nothing for a stranger of the owner’s and never more than one', () => {
    fc.assert(
      fc.property(facts, (one) => {
        expect(askScore(one)).toBeLessThanOrEqual(1);
        expect(askScore({ ...one, ownerLevel: 'unknown' })).toBe(0);
      }),
      RUNS,
    );
  });
});

describe('whom to ask', () => {
  const of = (...mutuals: readonly Mutual[]) => askWhom(mutuals, TODAY).map(({ fn }) => fn);

  it.each<[string, readonly Mutual[], readonly string[]]>([
    ['the closer first', [aMutual(1, 'know'), aMutual(2, 'trusted')], ['Mutual 2', 'Mutual 1']],
    [
      'of two as close who surely knows the inviter',
      [
        aMutual(1, 'know'),
        aMutual(2, 'know', { asking: asking({ knows: { level: 'know_well', certainty: 'stated' } }) }),
      ],
      ['Mutual 2', 'Mutual 1'],
    ],
    [
      'of two as close who was asked less',
      [
        aMutual(1, 'know', { asking: asking({ goodwill: goodwill({ taken: 2, left: 1, recent: 2 }) }) }),
        aMutual(2, 'know', { asking: asking() }),
      ],
      ['Mutual 2', 'Mutual 1'],
    ],
    [
      'of two as close who more often knew whom they were shown to know',
      [
        aMutual(1, 'know', { asking: asking({ reliability: { answers: 9, disowned: 4 } }) }),
        aMutual(2, 'know'),
      ],
      ['Mutual 2', 'Mutual 1'],
    ],
    ['nobody whom something stops', [aMutual(1, 'trusted', { asking: asking({ isNotAsked: true }) })], []],
    [
      'at most three, with those who may still answer',
      [1, 2, 3, 4, 5].map((id) => aMutual(id, 'know', id > 3 ? { askedOn: daysAgo(2) } : {})),
      ['Mutual 1'],
    ],
  ])('%s', (_name, mutuals, expected) => {
    expect(of(...mutuals)).toEqual(expected);
  });

  it('says so where only consideration speaks against asking', () => {
    const spared = aMutual(1, 'know', { asking: asking({ isNotAsked: true }) });
    const { verdict, reasons } = vet(aCase({ invitation: { ...FULL, mutuals: [spared] } }));
    expect(verdict).toBe('ASK_INVITER');
    expect(reasons.map(({ code }) => code)).toContain('mutuals_spared');
  });
});

describe('where a question stands', () => {
  it.each<[string, Partial<Mutual>, ReturnType<typeof referenceStep>]>([
    ['never asked', {}, 'untried'],
    ['asked four days ago', { askedOn: daysAgo(4) }, 'waiting'],
    ['asked five days ago', { askedOn: daysAgo(5) }, 'nudge'],
    ['reminded once', { askedOn: daysAgo(8), nudgedOn: daysAgo(2) }, 'nudged'],
    ['asked nine days ago', { askedOn: daysAgo(9) }, 'nudge'],
    ['asked ten days ago', { askedOn: daysAgo(10) }, 'silent'],
    ['reminded, and ten days gone', { askedOn: daysAgo(10), nudgedOn: daysAgo(4) }, 'silent'],
    ['answered', { askedOn: daysAgo(20), answer: 'met' }, 'answered'],
    ['noted as no reply', { askedOn: daysAgo(3), answer: 'no_reply' }, 'silent'],
    ['asked some time in a year', { askedOn: '--03' }, 'waiting'],
  ])('%s', (_name, more, expected) => {
    expect(referenceStep(aMutual(1, 'know', more), TODAY)).toBe(expected);
  });
});
