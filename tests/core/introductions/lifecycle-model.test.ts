// The state machine against a model that knows nothing of states: ten thousand and more random lives of introductions.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Correspondent, DraftFacts } from '#core/introductions/facts.ts';
import { letterFacts } from '#core/introductions/letter-facts.ts';
import { advance, stepsFrom } from '#core/introductions/lifecycle.ts';
import { IntroductionDirection, IntroductionLetter, IntroductionStep } from '#core/introductions/model.ts';
import type { IntroductionState, LoggedStep } from '#core/introductions/model.ts';
import { letterFor, mayWrite } from '#core/introductions/next-letter.ts';
import { progressOf } from '#core/introductions/progress.ts';
import { waitingOf } from '#core/introductions/waiting.ts';
import { isoDay } from '#core/shared/civil.ts';
import { letterOf } from './letter.ts';

const RUNS = 12_000;
const START = 20_500;

const person = (name: string): Correspondent => ({
  fn: `${name} Example`,
  given: name,
  org: '',
  title: '',
  headline: '',
  email: `secret-${name.toLowerCase()}@example.test`,
});
const PEOPLE = { a: person('Ana'), b: person('Ben') };

/** All that the letter to who asked knows: nothing of why, and of whom they asked for no more than the name. */
const NO: DraftFacts = {
  owner: person('Mara'),
  to: PEOPLE.a,
  other: { ...PEOPLE.b, email: '' },
};

/** What a careful person would remember, without any states. */
interface Memory {
  yes: Set<string>;
  no: boolean;
  over: boolean;
  introduced: boolean;
  /** A has asked for it, or said yes to it themselves. */
  waits: boolean;
  /** Day of the last question, and reminders since. */
  askedOn: number | undefined;
  nudges: number;
  thanks: number;
  /** Who waits has been told. */
  told: number;
}

interface Life {
  readonly direction: IntroductionDirection;
  readonly log: LoggedStep[];
  state: IntroductionState;
  day: number;
  readonly memory: Memory;
}

const progress = ({ direction, state, log }: Life) => progressOf({ direction, state, log });

function remember(memory: Memory, step: IntroductionStep, day: number): void {
  if (['ask_a', 'ask_b'].includes(step)) Object.assign(memory, { askedOn: day, nudges: 0 });
  if (['a_asks', 'a_says_yes', 'skip_a'].includes(step)) memory.yes.add('a');
  if (['b_says_yes', 'skip_b'].includes(step)) memory.yes.add('b');
  if (['a_asks', 'a_says_yes'].includes(step)) memory.waits = true;
  if (['a_says_no', 'b_says_no', 'decline'].includes(step)) memory.no = true;
  if (['close', 'lapse'].includes(step)) memory.over = true;
  if (step === 'introduce') memory.introduced = true;
  if (step.startsWith('nudge')) memory.nudges += 1;
  if (step === 'thank') memory.thanks += 1;
  if (step === 'tell_no') memory.told += 1;
}

/** The laws, after every step. */
function check(life: Life): void {
  const { direction, state, memory, log } = life;
  const today = isoDay(life.day);
  const now = progress(life);
  const steps = stepsFrom(now, today);
  // The order of the options is not that of the offer.
  const allowed = IntroductionStep.options.filter((step) => advance(now, step, today) !== undefined);
  expect(allowed.toSorted()).toEqual(steps.toSorted());
  const both = memory.yes.has('a') && memory.yes.has('b');
  if (direction === 'requested') expect(memory.introduced && memory.askedOn === undefined).toBe(false);
  else if (memory.introduced) expect(both).toBe(true);
  if (log.some(({ step }) => step === 'ask_b')) expect(memory.yes.has('a')).toBe(true);
  // After a no only who waits for it is still told, once.
  const isAwaited = direction === 'incoming' || (direction === 'outgoing' && memory.waits);
  const isUntold = isAwaited && memory.told === 0;
  if (memory.no) expect([state, steps]).toEqual(['closed_no', isUntold ? ['tell_no'] : []]);
  expect(memory.told).toBeLessThanOrEqual(1);
  expect(memory.nudges).toBeLessThanOrEqual(1);
  expect(memory.thanks).toBeLessThanOrEqual(2);
  const isOver = ['closed', 'closed_no', 'lapsed', 'thanked'].includes(state);
  const { kind } = waitingOf(now, today);
  if (kind === 'tell_no') expect([isOver, isUntold]).toEqual([true, true]);
  else expect(kind === 'over').toBe(isOver);
  letters(life, both);
}

/** No address of the other before both have agreed, no word of the log ever, and silence after a no. */
function letters(life: Life, both: boolean): void {
  const now = progress(life);
  const next = letterFor(now, isoDay(life.day));
  if (next !== undefined) expect(mayWrite(now, next)).toBe(true);
  for (const kind of IntroductionLetter.options) {
    if (!mayWrite(now, kind)) continue;
    expect(life.memory.no && kind !== 'decline_introduction').toBe(false);
    const facts = letterFacts(kind, {
      progress: now,
      owner: person('Mara'),
      people: PEOPLE,
      told: { purpose: '', benefitA: 'For Ana alone.', benefitB: 'For Ben alone.' },
    });
    const { readers, leaks } = written(kind, facts);
    expect(leaks).toBe(false);
    // Whatever came before it, a no is written from the same few facts.
    const no = life.direction === 'outgoing' ? { ...NO, isSuggested: true } : NO;
    if (kind === 'decline_introduction') expect(facts).toEqual(no);
    if (readers > 1) expect(both && life.direction !== 'requested').toBe(true);
  }
}

/** Few facts differ in many lives, so each letter is written once. */
const known = new Map<string, { readonly readers: number; readonly leaks: boolean }>();

function written(kind: IntroductionLetter, facts: DraftFacts) {
  const key = `${kind} ${JSON.stringify(facts)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const { to, subject, body } = letterOf(kind, facts);
  const text = `${subject}\n${body}`;
  const [other, alone] = to[0]?.email === PEOPLE.a.email ? [PEOPLE.b, 'Ben'] : [PEOPLE.a, 'Ana'];
  // Whoever introduced them reads along in Bcc, which shows no address to anybody.
  const mayKnow = to.length > 1 || kind === 'moving_to_bcc';
  const leaksDetails = /secret-|PRIVATE/.test(text) || (!mayKnow && key.includes(other.email));
  const result = { readers: to.length, leaks: leaksDetails || text.includes(`For ${alone} alone.`) };
  known.set(key, result);
  return result;
}

function take(life: Life, step: IntroductionStep): void {
  const next = advance(progress(life), step, isoDay(life.day));
  if (next === undefined) return;
  remember(life.memory, step, life.day);
  life.state = next;
  life.log.push({ step, at: `${isoDay(life.day)}T09:00:00Z`, note: `PRIVATE ${step}` });
}

interface Move {
  readonly pick: number;
  /** Any step at all instead of one that is offered. */
  readonly wild: IntroductionStep | undefined;
  readonly wait: number;
}

const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    pick: fc.nat(20),
    wild: fc.option(fc.constantFrom(...IntroductionStep.options), { nil: undefined, freq: 3 }),
    wait: fc.nat(25),
  }),
  { minLength: 1, maxLength: 16 },
);

describe('the life of an introduction', () => {
  it(`keeps every promise in ${RUNS} random lives`, { timeout: 120_000 }, () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.constantFrom(...IntroductionDirection.options), moves, (direction, all) => {
        const memory: Memory = {
          yes: new Set(),
          no: false,
          waits: false,
          over: false,
          introduced: false,
          askedOn: undefined,
          nudges: 0,
          thanks: 0,
          told: 0,
        };
        const life: Life = { direction, log: [], state: 'idea', day: START, memory };
        if (direction === 'incoming') {
          remember(memory, 'a_asks', life.day);
          life.log.push({ step: 'a_asks', at: `${isoDay(life.day)}T09:00:00Z`, note: '' });
        }
        for (const { pick, wild, wait } of all) {
          life.day += wait;
          // Endings are offered in every state; without favour for the others most lives would end at once.
          const offered = stepsFrom(progress(life), isoDay(life.day)).filter(
            (step) => pick > 18 || step !== 'close',
          );
          const step = wild ?? offered[pick % Math.max(1, offered.length)];
          if (step !== undefined) take(life, step);
          check(life);
          seen.add(`${direction} ${life.state}`);
        }
      }),
      { numRuns: RUNS },
    );
    // A test that never gets anywhere proves nothing: every state is reached in some life.
    expect(seen.size).toBe(16 + 13 + 12);
  });
});
