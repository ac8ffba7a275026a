import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContactId } from '#core/contacts/model.ts';
import { MOST_MATCHES, suggestedPairs } from '#core/introductions/suggestions.ts';
import type { Wants } from '#core/introductions/suggestions.ts';
import { doubtsOf } from '#core/introductions/win-win.ts';
import type { FitCase, FitSide } from '#core/introductions/win-win.ts';
import { keywords, stem } from '#core/introductions/words/keywords.ts';

const side = (part: Partial<FitSide> = {}): FitSide => ({
  fn: 'Ana Example',
  title: '',
  org: '',
  formerOrgs: [],
  offers: '',
  seeks: '',
  ...part,
});
const sound: FitCase = {
  purpose: 'A night-train map, drawn from memory.',
  benefitA: 'Tomás knows every timetable since the eighties.',
  benefitB: 'Wanjirũ draws what a timetable only says.',
  a: side({ fn: 'Wanjirũ Example' }),
  b: side({ fn: 'Tomás Example' }),
  knowEachOther: false,
};
const codes = (part: Partial<FitCase>) => doubtsOf({ ...sound, ...part }).map(({ code }) => code);

describe('whether it is worth it to both', () => {
  it('has nothing to say where it is', () => expect(doubtsOf(sound)).toEqual([]));

  it.each([
    [{ purpose: ' ' }, ['no_purpose']],
    [{ benefitA: '' }, ['no_benefit']],
    [{ benefitB: 'Nice to know' }, ['vague']],
    [{ benefitB: sound.benefitA }, ['same_benefit']],
    [{ benefitB: 'Every timetable since the eighties, Tomás knows!' }, ['same_benefit']],
    [{ a: side({ org: 'Example Press' }), b: side({ org: 'example press' }) }, ['colleagues']],
    [{ a: side({ org: 'Example Press' }), b: side({ formerOrgs: ['Example Press'] }) }, ['former_employer']],
    [{ knowEachOther: true }, ['know_each_other']],
    [{ a: side({ title: 'CEO' }), b: side({ title: 'Student of law' }) }, ['asymmetry']],
    [{ a: side({ title: 'Assistant to the CEO' }), b: side({ title: 'Intern' }) }, []],
    [{ a: side({ title: 'CEO' }), b: side({ title: 'Founder' }) }, []],
  ] as const)('%j: %j', (part, expected) => expect(codes(part)).toEqual(expected));

  it('takes one word of their own for more than a phrase', () => {
    const b = side({ seeks: 'A translator from Finnish' });
    expect(codes({ benefitB: 'A translation', b })).toEqual([]);
    expect(codes({ benefitB: 'A chance', b })).toEqual(['vague']);
  });

  it.each([
    ['Please answer as soon as possible, it is about maps.', 'as soon as possible'],
    ['It is URGENT: maps!', 'URGENT'],
    ['Don’t miss this one.', 'Don’t miss'],
    ['Das wäre dringend, bitte melde dich.', 'dringend'],
    ['Merci de répondre au plus vite.', 'au plus vite'],
    ['Necesito que respondas cuanto antes.', 'cuanto antes'],
    ['Rispondi il prima possibile.', 'il prima possibile'],
    ['Responde o mais rápido possível.', 'o mais rápido possível'],
    ['Antwoord zo snel mogelijk.', 'zo snel mogelijk'],
  ])('quotes from %s what presses', (purpose, quote) => {
    expect(doubtsOf({ ...sound, purpose })).toEqual([{ code: 'pressure', where: 'purpose', quote }]);
  });

  it('quotes only what is written there, whatever that is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (purpose, benefitA) => {
        for (const doubt of doubtsOf({ ...sound, purpose, benefitA }))
          if (doubt.code === 'pressure')
            expect(doubt.where === 'purpose' ? purpose : benefitA).toContain(doubt.quote);
      }),
    );
  });
});

const id = (key: number) => key as ContactId; // made up here
const wants = (key: number, offers: string, seeks: string): Wants => ({ id: id(key), offers, seeks });
const anybody = () => true;

describe('whom to introduce to whom', () => {
  it('finds who offers what somebody seeks, however it is inflected', () => {
    const people = [
      wants(1, 'Printing in small runs', ''),
      wants(2, '', 'Somebody who prints well'),
      wants(3, 'Advice on contracts', ''),
      wants(4, '', 'Übersetzerinnen für Finnisch'),
      wants(5, 'Übersetzt aus dem Finnischen', ''),
    ];
    const found = suggestedPairs(people, anybody);
    expect(found.map(({ seeker, giver }) => [seeker, giver])).toEqual([
      [4, 5],
      [2, 1],
    ]);
    expect(found[1]?.words).toEqual(['print']);
  });

  it('says once that it goes both ways, and puts that first', () => {
    const people = [
      wants(1, 'maps', 'paper'),
      wants(2, 'paper', 'maps'),
      wants(3, 'ink', ''),
      wants(4, '', 'ink'),
    ];
    const [first, ...rest] = suggestedPairs(people, anybody);
    expect(first).toMatchObject({ seeker: 1, giver: 2, isMutual: true });
    expect(rest).toHaveLength(1);
  });

  it('finds nobody by words that say nothing', () =>
    expect(
      suggestedPairs([wants(1, 'Help with new things', ''), wants(2, '', 'Some help')], anybody),
    ).toEqual([]));

  it('is a few pairs of different people at most, none of whom may not meet, and the same for any order', () => {
    const text = fc
      .array(fc.constantFrom('maps', 'paper', 'ink', 'trains', 'radio', 'bees', 'the', 'new'), {
        maxLength: 3,
      })
      .map((all) => all.join(' '));
    const people = fc
      .array(fc.record({ offers: text, seeks: text }), { maxLength: 30 })
      .map((all) => all.map((one, at) => ({ id: id(at + 1), ...one })));
    fc.assert(
      fc.property(people, fc.nat(4), (all, apart) => {
        const mayMeet = (one: number, other: number) => (one + other) % 5 !== apart;
        const found = suggestedPairs(all, mayMeet);
        expect(found.length).toBeLessThanOrEqual(MOST_MATCHES);
        const named = found.flatMap(({ seeker, giver }) => [seeker, giver]);
        expect(new Set(named).size).toBe(named.length);
        for (const { seeker, giver, words } of found) {
          expect(mayMeet(seeker, giver)).toBe(true);
          const [a, b] = [all[seeker - 1]!, all[giver - 1]!];
          for (const word of words)
            expect(keywords(a.seeks).includes(word) && keywords(b.offers).includes(word)).toBe(true);
        }
        const pairs = (list: readonly { seeker: number; giver: number }[]) =>
          list.map(({ seeker, giver }) => `${seeker} ${giver}`).toSorted();
        expect(pairs(suggestedPairs(all.toReversed(), mayMeet))).toEqual(pairs(found));
      }),
    );
  });
});

describe('a stem', () => {
  it.each([
    ['printers', 'print'],
    ['printing', 'print'],
    ['translator', 'translat'],
    ['translations', 'translat'],
    ['cto', 'cto'],
    ['maps', 'map'],
  ])('of %s is %s', (word, expected) => expect(stem(word)).toBe(expected));
  it('tells the near apart', () => expect(stem('community')).not.toBe(stem('communication')));
});
