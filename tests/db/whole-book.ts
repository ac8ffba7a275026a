// Random books with everything in them that is not about people alone, and what the screens show of it, by name.
import fc from 'fast-check';
import { Policy } from '#core/invitations/policy.ts';
import { Answer, Decision, InvitationId, InvitationState, Verdict } from '#core/invitations/model.ts';
import type { Vetting } from '#core/invitations/model.ts';
import { Hindsight } from '#core/invitations/hindsight.ts';
import { ContactId } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import { DraftKind, IntroductionDirection, IntroductionState } from '#core/introductions/model.ts';
import { IntroductionStep, LetterLanguage, Tone } from '#core/introductions/model.ts';
import { linkedInKey } from '#core/contacts/identity.ts';
import { nameKey } from '#core/contacts/names.ts';
import { fold } from '#core/shared/fold.ts';
import type { OpenBook } from '#db/book.ts';
import { newestLetterOf } from '#db/correspondence/queries.ts';
import { Recorder } from '#db/history/journal.ts';
import { listIntroductions } from '#db/introductions/queries.ts';
import { decisionsOn } from '#db/invitations/queries.ts';
import { invitationsById } from '#db/invitations/read.ts';
import { ownLetters } from '#db/letters/queries.ts';
import { decision, event, introduction, introductionStep, invitation, keptApart } from '#db/schema.ts';
import { letterTemplate, mutual, receivedLetter, savedView } from '#db/schema.ts';
import { policiesOf, setPolicy } from '#db/settings/queries.ts';
import { listViews } from '#db/views/queries.ts';
import { NOW } from './planned-batch.ts';

export const NAMES = ['Ana Ruiz', 'Ben Ode', 'Cleo Marsh', 'Dov Stern'] as const;

export const cards = NAMES.map(
  (fn) =>
    `BEGIN:VCARD\nVERSION:4.0\nFN:${fn}\nEMAIL:${fn.replace(' ', '.').toLowerCase()}@example.org\nEND:VCARD\n`,
).join('');

const person = fc.nat(NAMES.length - 1);
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const day = fc.constantFrom<string>('2025-05-01', '2025-06-02', '2025-07-03');
const moment = fc.constantFrom<string>(
  '2025-08-01T10:00:00Z',
  '2025-08-02T10:00:00.123Z',
  '2025-08-03T10:00:00Z',
);
const words = fc.constantFrom<string>(
  '',
  'old maps',
  'Ein Gruß\nin zwei Zeilen',
  '“quoted” & <angled>',
  'x'.repeat(900),
);
const pair = fc
  .tuple(person, person)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ a, b }));

const introduced = fc.record({
  pair,
  direction: fc.constantFrom(...IntroductionDirection.options),
  purpose: words,
  benefitA: words,
  benefitB: words,
  state: fc.constantFrom(...IntroductionState.options),
  createdAt: moment,
  steps: fc.array(
    fc.record({
      step: fc.constantFrom(...IntroductionStep.options),
      at: moment,
      note: words,
      until: optional(day),
    }),
    { maxLength: 4 },
  ),
});

const reason = fc.record({
  code: fc.constantFrom<string>('tie_level', 'no_note', 'encounter'),
  stance: fc.constantFrom<string>('for', 'against', 'open'),
  rule: optional(fc.constantFrom<string>('R04', 'R08')),
  params: fc.constantFrom<Vetting['reasons'][number]['params']>(
    {},
    { fn: 'Somebody', level: 'know' },
    { count: 3 },
  ),
  on: optional(day),
  leadsTo: fc.constantFrom<string | undefined>('person', 'event', 'invitation', undefined),
  who: person,
});

const decided = fc.record({
  decision: fc.constantFrom(...Decision.options),
  reason: words,
  decidedAt: moment,
  hindsight: optional(fc.constantFrom(...Hindsight.options)),
  verdict: fc.constantFrom(...Verdict.options),
  reasons: fc.array(reason, { maxLength: 3 }),
  asked: fc.uniqueArray(person, { maxLength: 3 }),
  policyVersion: fc.integer({ min: 1, max: 4 }),
});

const invited = fc.record({
  direction: fc.constantFrom<string>('incoming', 'outgoing'),
  fn: fc.constantFrom<string>('Ida Stranger', 'Jo Stranger', 'Ana Ruiz'),
  slug: fc.constantFrom<string>('', 'ida-stranger', 'jo-stranger'),
  email: fc.constantFrom<string>('', 'ida@example.org'),
  headline: words,
  org: fc.constantFrom<string>('', 'Acme'),
  message: words,
  sentAt: optional(moment),
  mutualCount: optional(fc.nat(20)),
  aboutProfile: fc.constantFrom<object>({}, { joined: '2019-04', verified: true }),
  state: fc.constantFrom(...InvitationState.options),
  source: fc.constantFrom<string>('archive', 'typed'),
  createdAt: moment,
  mutuals: fc.array(
    fc.record({
      name: fc.constantFrom<string>('Ana Ruiz', 'Nobody Known'),
      who: optional(person),
      answer: optional(fc.constantFrom(...Answer.options)),
      askedOn: optional(day),
      nudgedOn: optional(day),
      answeredOn: optional(day),
      quoteShareable: fc.boolean(),
      quote: words,
    }),
    { maxLength: 3 },
  ),
  decisions: fc.array(decided, { maxLength: 3 }),
});

/** What a random book is made of. */
export const wholePlan = fc.record({
  views: fc.uniqueArray(
    fc.record({
      summary: fc.constantFrom<string>('Berlin', 'berlin ', 'Maps'),
      query: fc.constantFrom<string>('city:berlin', 'tag:maps'),
    }),
    {
      maxLength: 3,
      selector: ({ summary }) => fold(summary.trim()),
    },
  ),
  letters: fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom(...DraftKind.options),
      language: fc.constantFrom(...LetterLanguage.options),
      tone: fc.constantFrom(...Tone.options),
      summary: fc.constantFrom<string>('', 'Mine'),
      subject: fc.constantFrom<string>('', 'A word'),
      body: fc.constantFrom<string>('{{ greeting }}\n\nA word.\n\n{{ closing }}', 'Short.'),
    }),
    {
      maxLength: 3,
      selector: ({ kind, language, tone, summary }) => `${kind} ${language} ${tone} ${summary}`,
    },
  ),
  policies: fc.array(
    fc.record({ silenceDays: fc.integer({ min: 3, max: 60 }), oneWhoKnowsWell: fc.boolean() }),
    { maxLength: 3 },
  ),
  introductions: fc.array(introduced, { maxLength: 4 }),
  invitations: fc.array(invited, { maxLength: 5 }),
  apart: fc.uniqueArray(pair, {
    maxLength: 3,
    selector: ({ a, b }) => `${Math.min(a, b)} ${Math.max(a, b)}`,
  }),
  received: fc.array(fc.record({ who: person, on: day, subject: words.map((text) => text.slice(0, 20)) }), {
    maxLength: 4,
  }),
});
export type WholePlan = typeof wholePlan extends fc.Arbitrary<infer Plan> ? Plan : never;

export const idOf = (book: OpenBook, fn: string): ContactId =>
  ContactId.parse(book.sqlite.prepare('select id from contact where fn = ?').pluck().get(fn));

/** Fills a book that has the people of `cards`. */
export function fillWhole(book: OpenBook, plan: WholePlan): void {
  const recorder = new Recorder(book);
  const ids = NAMES.map((fn) => idOf(book, fn));
  const fair = EventId.parse(
    recorder.insert(event, { summary: 'Map Fair', summaryKey: 'map fair', createdAt: NOW }),
  );
  for (const view of plan.views)
    recorder.insert(savedView, { ...view, summary: view.summary.trim(), createdAt: NOW });
  for (const letter of plan.letters) recorder.insert(letterTemplate, { ...letter, createdAt: NOW });
  for (const choice of plan.policies) setPolicy(recorder, Policy.parse(choice));
  for (const { pair: two, steps, ...row } of plan.introductions) {
    const introductionId = recorder.insert(introduction, { ...row, a: ids[two.a]!, b: ids[two.b]! });
    for (const { until = null, ...step } of steps)
      recorder.insert(introductionStep, { introductionId, ...step, until });
  }
  for (const one of plan.invitations) fillInvitation(recorder, one, ids, fair);
  for (const { a, b } of plan.apart) {
    const [one, other] = [ids[a]!, ids[b]!].toSorted((x, y) => x - y);
    recorder.insert(keptApart, { a: one!, b: other!, decidedAt: NOW });
  }
  for (const [at, { who, ...letter }] of plan.received.entries())
    recorder.insert(receivedLetter, {
      ...letter,
      contactId: ids[who]!,
      messageId: `<${at}@example.org>`,
      references: '<a@example.org> <b@example.org>',
      createdAt: NOW,
    });
}

type Invited = WholePlan['invitations'][number];

function fillInvitation(book: Recorder, one: Invited, ids: readonly ContactId[], fair: EventId): void {
  const { slug, mutuals, decisions, ...row } = one;
  const url = slug === '' ? '' : `https://www.linkedin.com/in/${slug}`;
  const invitationId = book.insert(invitation, {
    ...row,
    url,
    urlKey: linkedInKey(url) ?? '',
    nameKey: nameKey(row.fn),
  });
  for (const { who, ...said } of mutuals)
    book.insert(mutual, { invitationId, ...said, contactId: who === undefined ? null : ids[who]! });
  for (const said of decisions) {
    const { decision: what, reason: why, decidedAt, hindsight } = said;
    const vetting = vettingOf(said, ids, fair);
    const seen = hindsight && { hindsight, hindsightOn: '2025-12-01' };
    book.insert(decision, { invitationId, decision: what, reason: why, decidedAt, vetting, ...seen });
  }
}

function vettingOf(
  { verdict, reasons, asked, policyVersion }: Invited['decisions'][number],
  ids: readonly ContactId[],
  fair: EventId,
): Vetting {
  return {
    verdict,
    certainty: 'likely',
    rule: 'R08',
    matching: [{ rule: 'R08', verdict }],
    reasons: reasons.map(({ leadsTo, who, rule, on, params, ...said }) => ({
      ...said,
      params,
      stance: said.stance as 'for', // one of three, above
      ...(rule !== undefined && { rule: rule as 'R04' }), // one of two, above
      ...(on !== undefined && { on }),
      ...(leadsTo === 'person' && { source: { kind: 'contact' as const, contactId: ids[who]! } }),
      ...(leadsTo === 'event' && { source: { kind: 'event' as const, eventId: fair } }),
      ...(leadsTo === 'invitation' && { source: { kind: 'invitation' as const } }),
    })),
    missing: ['message'],
    wouldChange: [{ code: 'met', params: {}, verdict: 'ACCEPT_MET' }],
    exposure: { connections: 3, shared: 1, listVisible: true },
    askWhom: asked.map((who) => ({ contactId: ids[who]!, fn: NAMES[who]! })),
    policyVersion,
  };
}

/** The same keys in whatever order somebody wrote them. */
const inOrder = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** What the screens show of all that, with names for keys, in an order that no book decides. */
export function shownOf(book: OpenBook): Record<string, string[]> {
  const rows = (sql: string) => book.sqlite.prepare(sql).pluck().all();
  const names = new Map(
    (book.sqlite.prepare('select id, fn from contact').raw().all() as [number, string][]).map((row) => row),
  );
  const events = new Map(
    (book.sqlite.prepare('select id, summary from event').raw().all() as [number, string][]).map(
      (row) => row,
    ),
  );
  const named = (value: unknown) =>
    JSON.stringify(value, (key, one: unknown) => {
      if (key === 'contactId' || key === 'a' || key === 'b') return names.get(Number(one));
      if (key === 'eventId') return events.get(Number(one));
      // Which row or which import it is says nothing to anybody.
      if (key === 'id' || key === 'decisionId' || key === 'batchId') return undefined;
      return inOrder(one);
    });
  const sorted = (values: readonly unknown[]) => values.map(named).toSorted();
  const ids = rows('select id from invitation').map((id) => InvitationId.parse(id));
  const invitations = invitationsById(book, ids, NOW);
  return {
    views: sorted(listViews(book)),
    letters: sorted(ownLetters(book)),
    policies: policiesOf(book).map(named),
    introductions: sorted(listIntroductions(book, '2026-03-01')),
    invitations: sorted(invitations.map((one) => ({ one, decisions: decisionsOn(book, one.id) }))),
    apart: rows(`select json_array(a.fn, b.fn) from kept_apart k join contact a on a.id = k.a_id
      join contact b on b.id = k.b_id`)
      .map((text) => JSON.stringify((JSON.parse(String(text)) as string[]).toSorted()))
      .toSorted(),
    received: [...names]
      .map(([id, fn]) => named({ fn, ...newestLetterOf(book, ContactId.parse(id)) }))
      .toSorted(),
  };
}

/** Every row of the tables that hold it. */
export const WHOLE_TABLES = [
  'saved_view',
  'letter_template',
  'setting',
  'introduction',
  'introduction_step',
  'invitation',
  'mutual',
  'decision',
  'kept_apart',
  'received_letter',
] as const;
