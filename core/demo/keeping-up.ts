// What the demo network's owner has promised, whose birthday is near, and how they treat people.
import type { DemoManners, DemoNetwork } from './model.ts';

export interface PromiseRow {
  readonly who: string;
  readonly text: string;
  /** Due so many days ago, negative for a day to come. */
  readonly days: number;
}

export const PROMISES: readonly PromiseRow[] = [
  { who: 'minjun', text: 'Send the specimen sheets of the new Hangul face', days: 5 },
  { who: 'linh', text: 'Read the first three chapters', days: 0 },
  { who: 'camille', text: 'Put twenty copies of the river book aside', days: -6 },
  { who: 'wanjiru', text: 'Ask the printer about folded maps', days: -12 },
];

export interface BirthdayRow {
  readonly who: string;
  /** So many days ago, negative for a day to come. */
  readonly days: number;
  /** How old they get; absent: the year is not known. */
  readonly turns?: number;
}

export const BIRTHDAYS: readonly BirthdayRow[] = [
  { who: 'omar', days: -2, turns: 61 },
  { who: 'priya', days: 1 },
  { who: 'annegret', days: -5, turns: 47 },
];

export const MANNERS: readonly DemoManners[] = [
  { contact: 'omar', patch: { introductionPolicy: 'just-send', channel: 'phone' }, cadence: 'P1M' },
  { contact: 'pelle', patch: {}, cadence: 'P2W' },
  {
    contact: 'annegret',
    patch: { offers: 'Stands for small presses, and twenty years of fairs', channel: 'in-person' },
    cadence: 'P6M',
  },
  {
    contact: 'ana',
    patch: {
      seeks: 'Somebody who records rooms',
      offers: 'Drawings of quiet buildings',
      introductionPolicy: 'ask-first',
    },
    cadence: 'P3M',
  },
  { contact: 'jiri', patch: { offers: 'Recordings of rooms, empty halls and stairs' } },
  { contact: 'haruka', patch: { seeks: 'A long book about weather' } },
  { contact: 'maximilian', patch: { isConfidential: true, introductionPolicy: 'never' } },
];

export const APART: DemoNetwork['apart'] = [
  { a: 'mateus', b: 'hugo', reason: 'They closed a bookshop together, and not as friends.' },
];

/** Tags, each with who has it. */
export const TAGS: readonly (readonly [tag: string, who: readonly string[]])[] = [
  ['author', ['linh', 'haruka', 'nino', 'anjali', 'chiamaka']],
  ['print', ['taro', 'minjun', 'annegret', 'camille', 'zofia']],
  ['film & radio', ['seoyeon', 'hinemoa', 'rhys', 'bo']],
  ['advisory circle', ['omar', 'ana', 'annegret']],
  ['friend', ['ana', 'pelle', 'siobhan']],
];
