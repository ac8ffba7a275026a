// Fixed plans of a book with one of everything in it.
import type { WholePlan } from './whole-book.ts';
import { NOW } from './planned-batch.ts';

/** Nothing at all. */
export const none: WholePlan = {
  views: [],
  letters: [],
  policies: [],
  introductions: [],
  invitations: [],
  apart: [],
  received: [],
};

const NOTHING = {
  direction: 'incoming',
  email: '',
  headline: '',
  org: '',
  mutualCount: undefined,
  aboutProfile: {},
  createdAt: NOW,
  mutuals: [],
  decisions: [],
} as const;

/** One of each. */
export const FULL: WholePlan = {
  views: [{ summary: 'Maps', query: 'tag:maps' }],
  letters: [
    { kind: 'acceptance', language: 'en', tone: 'warm', summary: '', subject: 'Hello', body: 'Short.' },
    { kind: 'thank_you', language: 'de', tone: 'short', summary: 'Mine', subject: '', body: 'Danke.' },
  ],
  policies: [{ silenceDays: 20, oneWhoKnowsWell: false }],
  introductions: [
    {
      pair: { a: 0, b: 1 },
      direction: 'outgoing',
      purpose: 'a book of maps',
      benefitA: '',
      benefitB: '',
      state: 'asked_a',
      createdAt: NOW,
      steps: [{ step: 'ask_a', at: NOW, note: '', until: undefined }],
    },
  ],
  invitations: [
    {
      ...NOTHING,
      fn: 'Ida Stranger',
      slug: 'ida-stranger',
      message: 'Shall we talk about maps?',
      sentAt: '2025-08-01T10:00:00Z',
      state: 'waiting_references',
      source: 'archive',
      mutuals: [
        {
          name: 'Ben Ode',
          who: 1,
          answer: 'knows',
          askedOn: '2025-08-02',
          nudgedOn: undefined,
          answeredOn: '2025-08-03',
          quoteShareable: false,
          quote: 'A careful reader.',
        },
      ],
      decisions: [
        {
          decision: 'ask_mutuals',
          reason: 'let us see',
          decidedAt: NOW,
          hindsight: 'right',
          verdict: 'ASK_MUTUALS',
          policyVersion: 2,
          asked: [1],
          reasons: [
            {
              code: 'mutual_known',
              stance: 'for',
              rule: 'R08',
              params: { fn: 'Ben Ode', level: 'know' },
              on: undefined,
              leadsTo: 'person',
              who: 1,
            },
          ],
        },
      ],
    },
  ],
  apart: [{ a: 2, b: 3 }],
  received: [{ who: 0, on: '2025-05-01', subject: 'Maps' }],
};
