import { describe, expect, it } from 'vitest';
import { advance, needsReason, stepsFrom } from '#core/introductions/lifecycle.ts';
import { IntroductionState, IntroductionStep } from '#core/introductions/model.ts';
import type { IntroductionDirection, LoggedStep } from '#core/introductions/model.ts';
import { mayBeShown, progressOf } from '#core/introductions/progress.ts';
import type { Progress } from '#core/introductions/progress.ts';
import { refusalOf, wasProposedLately } from '#core/introductions/refusal.ts';
import { needsOwner, waitingOf } from '#core/introductions/waiting.ts';
import { letterFor, mayWrite } from '#core/introductions/next-letter.ts';

type Told = readonly [IntroductionStep, string, string?];

/** Walks a log from the idea on; every step must be allowed on its day. */
function walked(direction: IntroductionDirection, ...told: readonly Told[]): Progress {
  const log: LoggedStep[] = [];
  let progress = progressOf({ direction, state: 'idea', log });
  for (const [step, day, until] of told) {
    const state = step === 'a_asks' ? 'idea' : advance(progress, step, day);
    if (state === undefined) throw new Error(`${step} is not allowed in ${progress.state}`);
    log.push({ step, at: `${day}T10:00:00Z`, note: '', ...(until === undefined ? {} : { until }) });
    progress = progressOf({ direction, state, log });
  }
  return progress;
}

describe('what may happen next', () => {
  const at = (direction: IntroductionDirection, state: IntroductionState) =>
    stepsFrom(progressOf({ direction, state, log: [] }), '2026-03-10');
  it.each([
    ['outgoing', 'idea', ['ask_a', 'check_fit', 'skip_a', 'close']],
    ['outgoing', 'asked_a', ['a_says_yes', 'a_says_later', 'a_says_no', 'skip_a', 'close']],
    ['outgoing', 'a_later', ['ask_a', 'a_says_yes', 'a_says_no', 'close']],
    ['outgoing', 'a_yes', ['ask_b', 'skip_b', 'close']],
    ['outgoing', 'asked_b', ['b_says_yes', 'b_says_later', 'b_says_no', 'skip_b', 'close']],
    ['outgoing', 'b_yes', ['introduce', 'close']],
    ['outgoing', 'introduced', ['first_reply', 'meet', 'outcome', 'thank', 'close']],
    ['outgoing', 'outcome', ['thank', 'close']],
    ['incoming', 'idea', ['ask_b', 'check_fit', 'skip_b', 'decline', 'close']],
    ['requested', 'idea', ['ask_a', 'close']],
    ['requested', 'asked_a', ['a_says_yes', 'introduce', 'a_says_later', 'a_says_no', 'close']],
    ['requested', 'a_yes', ['introduce', 'b_says_no', 'close']],
    ['requested', 'introduced', ['move_to_bcc', 'first_reply', 'meet', 'tell_outcome', 'thank', 'close']],
    ['incoming', 'closed_no', ['tell_no']],
    ['incoming', 'lapsed', ['tell_no']],
  ] as const)('%s from %s', (direction, state, steps) => expect(at(direction, state)).toEqual(steps));

  it('is nothing once it is over', () => {
    for (const state of ['closed_no', 'closed', 'thanked', 'lapsed'] as const)
      expect(at('outgoing', state)).toEqual([]);
  });

  it('leaves no state without a way out, and every state a book may hold is known', () => {
    for (const state of IntroductionState.options) expect(() => at('outgoing', state)).not.toThrow();
  });
});

describe('silence', () => {
  const asked = walked('outgoing', ['ask_a', '2026-03-01']);
  it('is reminded of once, after ten days, and then let go', () => {
    expect(stepsFrom(asked, '2026-03-10')).not.toContain('nudge_a');
    expect(stepsFrom(asked, '2026-03-11')).toContain('nudge_a');
    expect(stepsFrom(asked, '2026-05-11')).not.toContain('lapse');
    const nudged = walked('outgoing', ['ask_a', '2026-03-01'], ['nudge_a', '2026-03-11']);
    expect(stepsFrom(nudged, '2026-12-11')).not.toContain('nudge_a');
    expect(stepsFrom(nudged, '2026-03-20')).not.toContain('lapse');
    expect(stepsFrom(nudged, '2026-03-21')).toContain('lapse');
  });

  it('says on Today whose turn it is', () => {
    expect(waitingOf(asked, '2026-03-05')).toEqual({ kind: 'waiting', side: 'a', on: '2026-03-01' });
    expect(waitingOf(asked, '2026-03-11')).toEqual({ kind: 'nudge', side: 'a', on: '2026-03-01' });
    const nudged = walked('outgoing', ['ask_a', '2026-03-01'], ['nudge_a', '2026-03-11']);
    expect(waitingOf(nudged, '2026-03-15').kind).toBe('waiting');
    expect(waitingOf(nudged, '2026-03-21').kind).toBe('lapse');
    expect([needsOwner(waitingOf(asked, '2026-03-05')), needsOwner(waitingOf(asked, '2026-03-11'))]).toEqual([
      false,
      true,
    ]);
  });

  it('hears a late answer of whoever had been asked, and of nobody else', () => {
    const lapsed = walked(
      'outgoing',
      ['ask_a', '2026-03-01'],
      ['nudge_a', '2026-03-11'],
      ['lapse', '2026-03-21'],
    );
    expect(stepsFrom(lapsed, '2026-04-01')).toEqual(['a_says_yes', 'a_says_no']);
    expect(waitingOf(lapsed, '2026-04-01')).toEqual({ kind: 'over' });
  });

  it('comes back on the day that was named after "not now"', () => {
    const later = walked('outgoing', ['ask_a', '2026-03-01'], ['a_says_later', '2026-03-02', '2026-06-01']);
    expect(waitingOf(later, '2026-05-31')).toEqual({ kind: 'later', side: 'a', on: '2026-06-01' });
    expect(waitingOf(later, '2026-06-01')).toEqual({ kind: 'again', side: 'a', on: '2026-06-01' });
    const again = walked(
      'outgoing',
      ['ask_a', '2026-03-01'],
      ['a_says_later', '2026-03-02', '2026-06-01'],
      ['ask_a', '2026-06-01'],
    );
    expect(waitingOf(again, '2026-06-02').kind).toBe('waiting');
  });
});

describe('an introduction the owner has asked for', () => {
  const introduced = walked('requested', ['ask_a', '2026-03-01'], ['introduce', '2026-03-03']);
  const written = walked(
    'requested',
    ['ask_a', '2026-03-01'],
    ['introduce', '2026-03-03'],
    ['move_to_bcc', '2026-03-04'],
  );
  it('is answered first, with the introducer in Bcc, once', () => {
    expect(waitingOf(introduced, '2026-03-03').kind).toBe('reply');
    expect(needsOwner(waitingOf(introduced, '2026-03-03'))).toBe(true);
    expect(letterFor(introduced, '2026-03-03')).toBe('moving_to_bcc');
    expect(stepsFrom(written, '2026-03-05')).not.toContain('move_to_bcc');
    // Whoever has been in touch with each other for long is not told to write first.
    expect(waitingOf(introduced, '2026-04-02').kind).toBe('thank');
  });
  it('owes thanks then, and how it went', () => {
    expect(waitingOf(written, '2026-03-04').kind).toBe('thank');
    expect(letterFor(written, '2026-03-04')).toBe('thank_you');
    const met = walked(
      'requested',
      ['ask_a', '2026-03-01'],
      ['introduce', '2026-03-03'],
      ['thank', '2026-03-03'],
      ['meet', '2026-03-20'],
    );
    expect(waitingOf(met, '2026-03-21').kind).toBe('tell_outcome');
    expect(letterFor(met, '2026-03-21')).toBe('outcome_report');
  });

  it('is not nagged about after months', () =>
    expect(waitingOf(introduced, '2026-09-01').kind).toBe('under_way'));
});

describe('somebody who waits in vain', () => {
  const asked = ['a_asks', '2026-03-01'] as const;
  it.each([
    ['B would rather not', walked('incoming', asked, ['ask_b', '2026-03-02'], ['b_says_no', '2026-03-05'])],
    ['the owner would rather not', walked('incoming', asked, ['decline', '2026-03-05'])],
    [
      'B never answered',
      walked('incoming', asked, ['ask_b', '2026-02-10'], ['nudge_b', '2026-02-20'], ['lapse', '2026-03-05']),
    ],
  ])('is told so, whether %s', (_why, progress) => {
    expect(waitingOf(progress, '2026-03-06')).toEqual({ kind: 'tell_no', on: '2026-03-05' });
    expect(needsOwner(waitingOf(progress, '2026-03-06'))).toBe(true);
    expect(letterFor(progress, '2026-03-06')).toBe('decline_introduction');
    expect(mayWrite(progress, 'decline_introduction')).toBe(true);
    expect(mayWrite(progress, 'consent_b')).toBe(false);
    // A month later nobody is reminded of it any more.
    expect(waitingOf(progress, '2026-04-04')).toEqual({ kind: 'over' });
  });

  it('is told once, and nothing comes after', () => {
    const told = walked('incoming', asked, ['decline', '2026-03-05'], ['tell_no', '2026-03-06']);
    expect([stepsFrom(told, '2026-03-07'), letterFor(told, '2026-03-07')]).toEqual([[], undefined]);
    expect(waitingOf(told, '2026-03-07')).toEqual({ kind: 'over' });
  });

  it('is whoever said yes to an idea of the owner', () => {
    const yes = [
      ['ask_a', '2026-03-01'],
      ['a_says_yes', '2026-03-02'],
      ['ask_b', '2026-03-03'],
    ] as const;
    const no = walked('outgoing', ...yes, ['b_says_no', '2026-03-05']);
    expect(waitingOf(no, '2026-03-06')).toEqual({ kind: 'tell_no', on: '2026-03-05' });
    expect(letterFor(no, '2026-03-06')).toBe('decline_introduction');
    expect(stepsFrom(no, '2026-03-06')).toEqual(['tell_no']);
    const told = walked('outgoing', ...yes, ['b_says_no', '2026-03-05'], ['tell_no', '2026-03-06']);
    expect(stepsFrom(told, '2026-03-07')).toEqual([]);
    const silent = walked('outgoing', ...yes, ['nudge_b', '2026-03-13'], ['lapse', '2026-03-23']);
    expect(stepsFrom(silent, '2026-03-24')).toEqual(['b_says_yes', 'b_says_no', 'tell_no']);
  });

  it.each([
    ['said no to the idea', walked('outgoing', ['ask_a', '2026-03-01'], ['a_says_no', '2026-03-02'])],
    [
      'was never asked about it',
      walked('outgoing', ['skip_a', '2026-03-01'], ['ask_b', '2026-03-01'], ['b_says_no', '2026-03-02']),
    ],
    [
      'was to introduce the owner',
      walked('requested', ['ask_a', '2026-03-01'], ['a_says_yes', '2026-03-02'], ['b_says_no', '2026-03-02']),
    ],
  ])('is nobody who %s', (_who, no) => {
    expect([letterFor(no, '2026-03-03'), mayWrite(no, 'decline_introduction')]).toEqual([undefined, false]);
    expect(waitingOf(no, '2026-03-03')).toEqual({ kind: 'over' });
    expect(mayWrite(no, 'moving_to_bcc')).toBe(false);
  });
});

describe('somebody who is not asked', () => {
  const usual = { a: 'ask-first', b: 'just-send' } as const;
  it('needs a reason, unless they like to be introduced', () => {
    expect(needsReason('skip_a', usual)).toBe(true);
    expect(needsReason('skip_b', usual)).toBe(false);
    expect(needsReason('ask_a', usual)).toBe(false);
  });
  it('counts as agreed, and the letter shows both', () => {
    const skipped = walked('outgoing', ['skip_a', '2026-03-01'], ['skip_b', '2026-03-01']);
    expect([mayBeShown(skipped), mayWrite(skipped, 'introduction')]).toEqual([true, true]);
    expect(skipped.agreed.a?.by).toBe('override');
  });
});

describe('the same two again', () => {
  const asked = [{ step: 'ask_a', at: '2025-03-10T10:00:00Z' }] as const;
  it.each([
    ['2026-03-09', true],
    ['2026-03-10', false],
    ['2025-03-10', true],
  ])('on %s: %s', (today, isToo) => expect(wasProposedLately(asked, today)).toBe(isToo));
  it('counts from 29 February as from the day before', () =>
    expect(wasProposedLately([{ step: 'ask_a', at: '2023-03-01T10:00:00Z' }], '2024-02-29')).toBe(true));
  it('is no matter while it was only an idea', () =>
    expect(wasProposedLately([{ step: 'check_fit', at: '2026-03-01T10:00:00Z' }], '2026-03-09')).toBe(false));
  it('is refused where the owner has said so of the pair or of one of them', () => {
    expect(refusalOf({ isKeptApart: true, policies: ['never'] })).toBe('do_not_introduce');
    expect(refusalOf({ isKeptApart: false, policies: ['ask-first', 'never'] })).toBe('never_introduced');
    expect(refusalOf({ isKeptApart: false, policies: ['just-send'] })).toBeUndefined();
  });
});
