import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EvidenceKind, TIE_LEVELS } from '#core/network/model.ts';
import type { TieEvidence, TieLevel } from '#core/network/model.ts';
import { tieOf } from '#core/network/tie.ts';

const now = '2026-06-15T12:00:00Z';
const some = (kind: EvidenceKind, more: Partial<TieEvidence> = {}): TieEvidence => ({
  kind,
  text: '',
  ...more,
});

describe('how well two people know each other', () => {
  const met = some('met_at_event', { on: '2025-03-14', text: 'DevConf', crowd: 3 });
  const noted = { ...met, hasNote: true };
  const wrote = some('mail_two_way', { on: '2025-04-01' });
  const texted = some('li_message_two_way', { on: '2025-04-02' });
  const listed = some('li_connected', { on: '2020-01-01' });

  it.each<[string, TieEvidence[], string, string]>([
    ['nothing at all', [], 'unknown', 'recorded'],
    ['a connection only', [listed], 'name_only', 'recorded'],
    ['an endorsement only', [some('li_endorsed')], 'name_only', 'recorded'],
    ['one meeting', [met], 'met_once', 'recorded'],
    ['an event with exactly twenty people', [{ ...met, crowd: 20 }], 'met_once', 'recorded'],
    ['a crowd of twenty-one', [{ ...met, crowd: 21 }], 'name_only', 'recorded'],
    ['a crowd, but with a note about the person', [{ ...noted, crowd: 300 }], 'met_once', 'recorded'],
    ['an exchange', [wrote], 'acquaintance', 'recorded'],
    ['a meeting without a note and an exchange', [met, wrote], 'acquaintance', 'recorded'],
    ['a meeting with a note and an exchange', [noted, wrote], 'know', 'recorded'],
    ['an introduction by somebody known', [some('introduced_by', { level: 'know' })], 'know', 'recorded'],
    [
      'an introduction by an acquaintance',
      [some('introduced_by', { level: 'acquaintance' })],
      'name_only',
      'recorded',
    ],
    ['an introduction by nobody knows whom', [some('introduced_by')], 'name_only', 'recorded'],
    ['colleagues who never wrote', [some('same_employer')], 'acquaintance', 'likely'],
    [
      'colleagues at times nobody knows',
      [some('same_employer', { isTimeUnknown: true })],
      'name_only',
      'likely',
    ],
    [
      'colleagues at times nobody knows who wrote',
      [some('same_employer', { isTimeUnknown: true }), wrote],
      'acquaintance',
      'recorded',
    ],
    ['colleagues who wrote', [some('same_employer'), wrote], 'know', 'recorded'],
    [
      'three letters over one channel',
      [wrote, { ...wrote, on: '2025-05-01' }, { ...wrote, on: '2025-06-01' }],
      'acquaintance',
      'recorded',
    ],
    [
      'three contacts over two channels',
      [wrote, texted, { ...wrote, on: '2025-05-01' }],
      'know_well',
      'recorded',
    ],
    [
      'three contacts long ago',
      [wrote, texted, wrote].map((one) => ({ ...one, on: '2024-06-14' })),
      'acquaintance',
      'recorded',
    ],
    [
      'three contacts, the last just within two years',
      [
        { ...wrote, on: '2019' },
        { ...texted, on: '2020-01' },
        { ...wrote, on: '2024-06-15' },
      ],
      'know_well',
      'recorded',
    ],
    [
      'three meetings',
      [met, { ...met, on: '2025-05-01' }, { ...met, on: '2026-01-01' }],
      'know_well',
      'recorded',
    ],
    [
      'one day in the calendar and twice in the log',
      [met, some('meeting', { on: '2025-03-14', text: 'Lunch' }), met],
      'met_once',
      'recorded',
    ],
    ['a chat in which both wrote', [some('chat_two_way')], 'acquaintance', 'recorded'],
    ['a meeting with a note and a chat', [noted, some('chat_two_way')], 'know', 'recorded'],
    [
      'three contacts over letters and a chat',
      [wrote, some('chat_two_way', { on: '2025-04-02' }), { ...wrote, on: '2025-05-01' }],
      'know_well',
      'recorded',
    ],
    ['a spouse on a card', [some('related', { text: 'spouse' })], 'know_well', 'recorded'],
    ['a child on a card', [some('related', { text: 'child' })], 'know_well', 'recorded'],
    ['a friend on a card', [some('related', { text: 'Friend' })], 'know_well', 'recorded'],
    ['a colleague on a card', [some('related', { text: 'co-worker' })], 'know', 'recorded'],
    ['a manager on a card', [some('related', { text: 'manager' })], 'know', 'recorded'],
    ['a neighbour on a card', [some('related', { text: 'neighbor' })], 'know', 'recorded'],
    ['several relations on a card', [some('related', { text: 'muse, sibling' })], 'know_well', 'recorded'],
    ['another relation on a card', [some('related', { text: 'agent' })], 'acquaintance', 'recorded'],
    ['a relation without a word', [some('related')], 'acquaintance', 'recorded'],
    ['a recommendation', [some('li_recommended')], 'trusted', 'recorded'],
    ['one vouching', [some('vouched', { on: '2026-01-01' })], 'know', 'stated'],
    ['a vouching that says well', [some('vouched', { level: 'know_well' })], 'know_well', 'stated'],
    ['an answer that they met', [some('vouched', { level: 'met_once' })], 'met_once', 'stated'],
    [
      'two vouchings',
      [some('vouched', { on: '2026-01-01' }), some('vouched', { on: '2025-01-01' })],
      'trusted',
      'stated',
    ],
    ['letters with both in Cc', [some('mail_cc_together')], 'acquaintance', 'likely'],
    ['a group chat', [some('group_chat'), listed], 'acquaintance', 'likely'],
    [
      '"not really", though connected',
      [some('disowned', { on: '2026-03-02' }), listed],
      'name_only',
      'stated',
    ],
    ['"not really" over three meetings', [some('disowned'), noted, wrote, texted], 'name_only', 'stated'],
  ])('%s: %s %s', (_, evidence, level, certainty) => {
    expect(tieOf(evidence, now)).toMatchObject({ level, certainty, setBy: 'rule', unconfirmed: false });
  });

  it('takes the owner at their word, newest first, whatever else is on record', () => {
    const older = some('user_statement', { level: 'trusted', on: '2025-01-01' });
    const newer = some('user_statement', { level: 'name_only', on: '2026-01-01' });
    const tie = tieOf([newer, older, noted, wrote, some('disowned', { on: '2026-05-01' })], now);
    expect(tie).toMatchObject({
      level: 'name_only',
      certainty: 'stated',
      setBy: 'owner',
      unconfirmed: false,
    });
    expect(tie.basis[0]).toEqual(newer);
    expect(tieOf([older, some('disowned', { on: '2026-05-01' })], now).level).toBe('trusted');
  });

  it.each([
    ['2024-06-14', true],
    ['2024-06-15', false],
    ['2024-06', false],
    ['2024', false],
    ['2023', true],
    ['--06-14', true],
  ])('a statement of %s is past confirming: %s', (on, unconfirmed) => {
    const tie = tieOf([some('user_statement', { level: 'know', on })], now);
    expect(tie).toMatchObject({ level: 'know', unconfirmed });
  });

  it('takes an event that two others attended for likely only', () => {
    expect(tieOf([noted, wrote], now, 'others')).toMatchObject({
      level: 'acquaintance',
      certainty: 'recorded',
    });
    expect(tieOf([noted], now, 'others')).toMatchObject({ level: 'met_once', certainty: 'likely' });
    expect(tieOf([{ ...noted, crowd: 80 }], now, 'others')).toMatchObject({
      level: 'name_only',
      certainty: 'likely',
    });
    expect(tieOf([some('introduced_by')], now, 'others')).toMatchObject({
      level: 'acquaintance',
      certainty: 'recorded',
    });
    expect(tieOf([some('li_mutual')], now, 'others')).toMatchObject({
      level: 'name_only',
      certainty: 'recorded',
    });
  });

  it('lets the later word count between two others', () => {
    const stated = (on: string): TieEvidence => some('user_statement', { level: 'know', on });
    const disowned = some('disowned', { on: '2026-03-02' });
    expect(tieOf([stated('2026-01-01'), disowned], now, 'others')).toMatchObject({
      level: 'name_only',
      setBy: 'rule',
    });
    expect(tieOf([stated('2026-04-01'), disowned], now, 'others')).toMatchObject({
      level: 'know',
      setBy: 'owner',
    });
  });

  it('shows first what the level rests on, and when they last had to do with each other', () => {
    const tie = tieOf([listed, wrote, noted], now);
    expect(tie.basis.map(({ kind }) => kind)).toEqual(['met_at_event', 'mail_two_way', 'li_connected']);
    expect(tie.lastOn).toBe('2025-04-01');
    expect(tieOf([some('met_at_event', { on: '--05-17' })], now)).not.toHaveProperty('lastOn');
  });

  it('takes no click, list, answer or word for contact: of those it says that no interaction is on record', () => {
    const never = [
      'li_connected',
      'li_endorsed',
      'li_mutual',
      'same_employer',
      'related',
      'vouched',
    ] as const;
    const evidence = [...never, 'user_statement' as const, 'disowned' as const].map((kind) =>
      some(kind, { on: '2026-05-01', level: 'know' }),
    );
    for (const one of evidence) expect(tieOf([one], now), one.kind).not.toHaveProperty('lastOn');
    for (const whose of ['owner', 'others'] as const) {
      expect(tieOf([...evidence, some('mail_two_way', { on: '2019-02-03' })], now, whose).lastOn).toBe(
        '2019-02-03',
      );
    }
  });
});

const height = (level: TieLevel): number => TIE_LEVELS.indexOf(level);
const date = fc.constantFrom('2019-05-01', '2025-03-14', '2025-03', '2026', '2026-06-01', '--04-02');
const evidenceOf = (kinds: readonly EvidenceKind[]) =>
  fc.record(
    {
      kind: fc.constantFrom(...kinds),
      text: fc.constantFrom('', 'DevConf', 'Lunch', 'spouse', 'manager'),
      on: date,
      level: fc.constantFrom(...TIE_LEVELS),
      crowd: fc.integer({ min: 0, max: 40 }),
      hasNote: fc.boolean(),
      isTimeUnknown: fc.boolean(),
    },
    { requiredKeys: ['kind', 'text'] },
  );
const POSITIVE = EvidenceKind.options.filter((kind) => kind !== 'user_statement' && kind !== 'disowned');
const INFERRED = ['same_employer', 'mail_cc_together', 'group_chat', 'met_at_event'] as const;
const between = fc.constantFrom('owner', 'others');

describe('ties in general', () => {
  it('never fall when something positive is added', () => {
    fc.assert(
      fc.property(
        fc.array(evidenceOf(EvidenceKind.options)),
        evidenceOf(POSITIVE),
        between,
        (evidence, more, whose) => {
          const before = tieOf(evidence, now, whose);
          const after = tieOf([...evidence, more], now, whose);
          expect(height(after.level)).toBeGreaterThanOrEqual(height(before.level));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('are capped once by "not really", and a second time changes nothing', () => {
    fc.assert(
      fc.property(fc.array(evidenceOf(POSITIVE)), between, (evidence, whose) => {
        const disowned = some('disowned', { on: '2026-01-01' });
        const once = tieOf([...evidence, disowned], now, whose);
        expect(once.level).toBe('name_only');
        expect(tieOf([...evidence, disowned, disowned], now, whose)).toMatchObject({
          level: once.level,
          certainty: once.certainty,
        });
      }),
    );
  });

  it('are never called knowing when they are only inferred', () => {
    fc.assert(
      fc.property(fc.array(evidenceOf(INFERRED), { minLength: 1 }), (evidence) => {
        const tie = tieOf(evidence, now, 'others');
        expect(tie.certainty).toBe('likely');
        expect(height(tie.level)).toBeLessThanOrEqual(height('acquaintance'));
      }),
    );
  });

  it('do not depend on the order of what is known, and keep all of it', () => {
    fc.assert(
      fc.property(fc.array(evidenceOf(POSITIVE)), between, (evidence, whose) => {
        const tie = tieOf(evidence, now, whose);
        expect(tieOf(evidence.toReversed(), now, whose)).toMatchObject({
          level: tie.level,
          certainty: tie.certainty,
        });
        expect(tie.basis).toHaveLength(evidence.length);
      }),
    );
  });
});
