// Whatever was asked and answered about somebody, no letter tells: neither what was said, nor by whom, nor that anybody was asked.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ContactForm, ContactId } from '#core/contacts/model.ts';
import { DraftKind } from '#core/introductions/model.ts';
import type {
  Draft,
  DraftRequest,
  IntroductionDirection,
  IntroductionLetter,
  IntroductionStep,
  PersonalKind,
} from '#core/introductions/model.ts';
import { Answer, InvitationForm } from '#core/invitations/model.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import { openWritable } from '#db/book.ts';
import type { OpenBook } from '#db/book.ts';
import { createContact } from '#db/contacts/queries.ts';
import { logEncounter } from '#db/events/encounters.ts';
import { Recorder } from '#db/history/journal.ts';
import { advanceIntroduction, createIntroduction } from '#db/introductions/changes.ts';
import { letter as written } from '#db/introductions/letters.ts';
import { createInvitation } from '#db/invitations/queries.ts';
import { invitationById } from '#db/invitations/read.ts';
import { recordAnswer, recordAsked, recordNudged } from '#db/invitations/references.ts';
import { stateTie } from '#db/network/queries.ts';
import { setOwnerId } from '#db/settings/queries.ts';
import { tempFolder } from './temp-folder.ts';

type AboutInvitation = Extract<DraftRequest, { about: 'invitation' }>;

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));
const NOW = '2026-06-01T10:00:00Z';
const LATER = '2026-06-07T10:00:00Z';

let book: OpenBook;

beforeEach(() => {
  book = openWritable(path.join(tempFolder(), 'letters.acquaint'), MIGRATIONS);
});
afterEach(() => book.close());

const POSITIVE: readonly Answer[] = ['knows', 'knows_well'];

const plan = fc.record({
  mutuals: fc.array(
    fc.record({
      ownerLevel: fc.constantFrom(...TIE_LEVELS),
      isAsked: fc.boolean(),
      isNudged: fc.boolean(),
      answer: fc.option(fc.constantFrom(...Answer.options), { nil: undefined }),
      isShareable: fc.boolean(),
      hasQuote: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  inviterLevel: fc.constantFrom(...TIE_LEVELS),
  isInBook: fc.boolean(),
  message: fc.constantFrom('', 'Great talking at DevConf about queues.', 'We met at the fair.'),
});

interface Author {
  readonly contactId: ContactId;
  /** Words that occur nowhere else in the book. */
  readonly name: string;
  readonly quote: string;
  /** What they said may be passed on, to the inviter alone. */
  readonly mayBeNamed: boolean;
  readonly wasAsked: boolean;
}

interface Letter {
  readonly request: DraftRequest;
  readonly letter: Draft;
}

let books = 0;

/** Fills the book by a plan and writes every letter it can write. */
function lettersOf(one: typeof plan extends fc.Arbitrary<infer Plan> ? Plan : never): {
  authors: Author[];
  letters: Letter[];
} {
  const writer = new Recorder(book);
  const batch = `x${(books += 1)}x`;
  const person = (given: string, form: Partial<ContactForm> = {}): ContactId =>
    ContactId.parse(createContact(writer, ContactForm.parse({ given, family: `Kin${batch}`, ...form }), NOW));
  const me = person(`Owner${batch}`, { emails: [`me-${batch}@example.org`] });
  setOwnerId(writer, me);
  const page = `https://www.linkedin.com/in/inviter-${batch}`;
  const inviter = one.isInBook ? person(`Inviter${batch}`, { urls: [page] }) : undefined;
  if (inviter !== undefined)
    stateTie(writer, { contactId: inviter, other: undefined, level: one.inviterLevel, note: '' }, NOW);
  const names = one.mutuals.map((_, at) => `Author${at}${batch}`);
  const people = one.mutuals.map(({ ownerLevel }, at) => {
    const id = person(names[at]!, { family: names[at]!, org: `House${at}${batch}` });
    stateTie(writer, { contactId: id, other: undefined, level: ownerLevel, note: '' }, NOW);
    return id;
  });
  const invitationId = createInvitation(
    writer,
    InvitationForm.parse({
      fn: `Inviter${batch} Kin${batch}`,
      url: page,
      headline: 'Editor',
      message: one.message,
      mutualNames: names.map((name) => `${name} ${name}`),
    }),
    NOW,
  );
  const authors = one.mutuals.map((said, at): Author => {
    const quote = said.hasQuote ? `quote${at}${batch} of mine` : '';
    const { id: mutualId } = invitationById(book, invitationId, NOW).mutuals[at]!;
    const { answer, isShareable: quoteShareable } = said;
    if (said.isAsked) recordAsked(writer, { mutualId, reason: 'because0' }, NOW);
    if (said.isAsked && said.isNudged) recordNudged(writer, mutualId, LATER);
    if (answer !== undefined) recordAnswer(writer, { mutualId, answer, quote, quoteShareable }, LATER);
    return {
      contactId: people[at]!,
      name: names[at]!,
      quote,
      mayBeNamed: answer !== undefined && POSITIVE.includes(answer) && quoteShareable,
      wasAsked: said.isAsked || answer !== undefined,
    };
  });
  const met = logEncounter(
    writer,
    {
      who: { kind: 'known', contactId: inviter ?? people[0]! },
      location: 'Lisbon',
      note: '',
      channel: 'in_person',
    },
    NOW,
  );
  const stranger = person(`Other${batch}`);
  const introductionId = createIntroduction(
    writer,
    {
      direction: 'outgoing',
      a: stranger,
      b: people[0]!,
      purpose: 'maps',
      benefitA: 'paper',
      benefitB: 'ink',
    },
    NOW,
  );
  const invited = (kind: AboutInvitation['kind']) => (): DraftRequest[] => [
    { about: 'invitation', kind, invitationId },
  ];
  const asked = (kind: AboutInvitation['kind']) => (): DraftRequest[] =>
    people.map((to) => ({ about: 'invitation', kind, invitationId, to }));
  const personal = (kind: PersonalKind) => (): DraftRequest[] =>
    people.map((to) => ({ about: 'person', kind, to, other: stranger, why: '', purpose: '' }));
  const introduced =
    (kind: IntroductionLetter, ...steps: readonly IntroductionStep[]) =>
    (): DraftRequest[] => {
      for (const step of steps) advanceIntroduction(writer, introductionId, { step, note: '' }, NOW);
      return [{ about: 'introduction', kind, introductionId }];
    };
  const other =
    (direction: IntroductionDirection, kind: IntroductionLetter, steps: readonly IntroductionStep[]) =>
    () => {
      const a = person(`Asker${batch}`, { emails: [`asker-${batch}@example.org`] });
      const form = { direction, a, b: people[0]!, purpose: '', benefitA: '', benefitB: '' };
      const id = createIntroduction(writer, form, NOW);
      for (const step of steps) advanceIntroduction(writer, id, { step, note: 'because0' }, NOW);
      return [{ about: 'introduction', kind, introductionId: id }] satisfies DraftRequest[];
    };
  const ways: Readonly<Record<DraftKind, () => DraftRequest[]>> = {
    ask_inviter: invited('ask_inviter'),
    decline_polite: invited('decline_polite'),
    acceptance: invited('acceptance'),
    reference_request: asked('reference_request'),
    nudge: asked('nudge'),
    ask_introducer: asked('ask_introducer'),
    verify_identity: asked('verify_identity'),
    introduction_request: () =>
      people.map((via) => ({
        about: 'path',
        kind: 'introduction_request',
        to: stranger,
        via,
        purpose: '',
      })),
    brief_note: () => [
      { about: 'person', kind: 'brief_note', to: inviter ?? stranger, why: '', purpose: '' },
      { about: 'stranger', kind: 'brief_note', fn: `New${batch}`, org: '', why: '', purpose: '' },
    ],
    reintroduce: personal('reintroduce'),
    reconnect: personal('reconnect'),
    thank_you: personal('thank_you'),
    outcome_report: personal('outcome_report'),
    follow_up: () => [{ about: 'meeting', kind: 'follow_up', encounterId: met.id }],
    consent_a: introduced('consent_a'),
    consent_b: introduced('consent_b', 'ask_a', 'a_says_yes'),
    introduction: introduced('introduction', 'ask_b', 'b_says_yes'),
    moving_to_bcc: other('requested', 'moving_to_bcc', ['ask_a', 'introduce']),
    decline_introduction: other('incoming', 'decline_introduction', ['ask_b', 'b_says_no']),
  };
  return {
    authors,
    // In order: the next stage of the introduction comes after the letters of the one before.
    letters: DraftKind.options.flatMap((kind) =>
      ways[kind]().map((request) => ({ request, letter: written(book, request, LATER) })),
    ),
  };
}

/** The people a letter is to or about because its owner wants it so. */
function partiesOf({ request }: Letter, authors: readonly Author[]): readonly ContactId[] {
  if (request.about === 'invitation') return request.to === undefined ? [] : [request.to];
  if (request.about === 'path') return [request.to, request.via];
  if (request.about === 'person') return [request.to];
  if (request.about === 'stranger') return [];
  // The introduction and the meeting above are with the first of them.
  return authors.slice(0, 1).map(({ contactId }) => contactId);
}

const GIVEAWAYS = /warn|advis|against|vouch|reference|not really know|asked about you|because0/i;

it('in every letter of every kind, whatever was said', () => {
  const kinds = new Set<string>();
  let named = 0;
  fc.assert(
    fc.property(plan, (one) => {
      const { authors, letters } = lettersOf(one);
      for (const each of letters) {
        const { letter, request } = each;
        const text = `${letter.subject}\n${letter.body}\n${JSON.stringify(letter.to)}`;
        const isAcceptance = request.kind === 'acceptance';
        kinds.add(request.kind);
        const parties = partiesOf(each, authors);
        for (const { contactId, name, quote, mayBeNamed, wasAsked } of authors) {
          const isAllowed = isAcceptance && mayBeNamed;
          if (quote !== '' && !isAllowed) expect(text).not.toContain(quote.split(' ')[0]);
          if (parties.includes(contactId)) continue;
          if (wasAsked && !isAllowed) expect(text).not.toContain(name);
          if (text.includes(name)) named += 1;
        }
        const asksThem = request.kind === 'reference_request' || request.kind === 'nudge';
        if (!asksThem) expect(text).not.toMatch(GIVEAWAYS);
      }
    }),
    { numRuns: 60 },
  );
  expect([...kinds].toSorted()).toEqual([...DraftKind.options].toSorted());
  // Else nothing was looked for: some may be named, in an acceptance or as who could introduce them.
  expect(named).toBeGreaterThan(0);
}, 120_000);
