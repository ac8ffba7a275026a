// Whatever the owner does, in whatever order: undo leads back to every state before, redo to every one after.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ContactForm } from '#core/contacts/model.ts';
import { EventForm } from '#core/events/model.ts';
import { InvitationForm } from '#core/invitations/model.ts';
import { Policy } from '#core/invitations/policy.ts';
import { contactHandlers } from '#db/contacts/handlers.ts';
import { duplicateHandlers } from '#db/duplicates/handlers.ts';
import { eventHandlers } from '#db/events/handlers.ts';
import { introductionHandlers } from '#db/introductions/handlers.ts';
import { loadChecker } from '#db/letters/checker.ts';
import { letterHandlers } from '#db/letters/handlers.ts';
import { auditHandlers } from '#db/invitations/audit-handlers.ts';
import { invitationHandlers } from '#db/invitations/handlers.ts';
import { ruleHandlers } from '#db/invitations/rule-handlers.ts';
import { mannersHandlers } from '#db/manners/handlers.ts';
import { networkHandlers } from '#db/network/handlers.ts';
import { notFound } from '#db/problems.ts';
import { reminderHandlers } from '#db/reminders/handlers.ts';
import { bookHandlers } from '#db/settings/handlers.ts';
import { trashHandlers } from '#db/trash/handlers.ts';
import { viewHandlers } from '#db/views/handlers.ts';
import { WriterThread } from '#db/writer-thread.ts';
import type { OpenBook } from '#db/book.ts';
import { bookContract } from '#api/contract.ts';
import { emptyBook } from './planned-batch.ts';
import { stateHash } from './state-hash.ts';

/** Every undoable command, with the handler that does it, asked for rows by their place. */
const COMMANDS: Readonly<
  Record<string, readonly [handler: unknown, input: (pick: Pick, n: number) => object]>
> = {
  'contacts.create': [contactHandlers.create, (_, n) => person(n)],
  'contacts.update': [contactHandlers.update, (pick, n) => ({ id: pick('contact'), form: person(n + 1) })],
  'contacts.delete': [contactHandlers.delete, (pick) => ({ id: pick('contact') })],
  'contacts.savePositions': [
    contactHandlers.savePositions,
    (pick, n) => ({ id: pick('contact'), positions: [{ org: `Org ${n}`, title: '', to: '2021' }] }),
  ],
  'contacts.setOwner': [contactHandlers.setOwner, (pick) => ({ id: pick('contact') })],
  'contacts.merge': [
    contactHandlers.merge,
    (pick) => ({
      groups: [{ survivorId: pick('contact'), absorbedIds: [pick('contact', 1)], hide: [], apart: [] }],
    }),
  ],
  'contacts.unmerge': [
    contactHandlers.unmerge,
    (pick) => ({ mergeId: pick('merge'), stays: [], keepApart: true }),
  ],
  'trash.restore': [trashHandlers.restore, (_, n) => (n % 2 === 0 ? {} : { ids: [1 + (n % 5)] })],
  'duplicates.keepApart': [
    duplicateHandlers.keepApart,
    (pick) => ({ ids: [pick('contact'), pick('contact', 1)] }),
  ],
  'events.create': [eventHandlers.create, (_, n) => event(n)],
  'events.update': [eventHandlers.update, (pick, n) => ({ id: pick('event'), form: event(n + 1) })],
  'events.delete': [eventHandlers.delete, (pick) => ({ id: pick('event') })],
  'events.logEncounter': [
    eventHandlers.logEncounter,
    (pick, n) => ({
      who: n % 3 === 0 ? { kind: 'new', contact: person(n) } : { kind: 'known', contactId: pick('contact') },
      eventId: pick('event'),
      location: '',
      channel: 'in_person',
      note: `note ${n}`,
      ...(n % 2 === 0 && { introducedBy: pick('contact', 1) }),
    }),
  ],
  'events.deleteEncounter': [eventHandlers.deleteEncounter, (pick) => ({ id: pick('encounter') })],
  'events.updateEncounter': [
    eventHandlers.updateEncounter,
    (pick, n) => ({
      id: pick('encounter'),
      form: { eventId: pick('event'), location: '', channel: 'online', note: `other note ${n}` },
    }),
  ],
  'events.merge': [
    eventHandlers.merge,
    (pick) => ({ survivorId: pick('event'), absorbedIds: [pick('event', 1)] }),
  ],
  'events.setSeries': [
    eventHandlers.setSeries,
    (pick, n) => ({ ids: [pick('event')], name: `Series ${n % 3}` }),
  ],
  'events.renameSeries': [
    eventHandlers.renameSeries,
    (_, n) => ({ from: `Series ${n % 3}`, to: `Series ${(n + 1) % 3}` }),
  ],
  'events.setAttendee': [
    eventHandlers.setAttendee,
    (pick, n) => ({
      eventId: pick('event'),
      who: { kind: 'known', contactId: pick('contact') },
      partstat: n % 2 === 0 ? 'ACCEPTED' : 'DECLINED',
      role: '',
    }),
  ],
  'events.removeAttendee': [
    eventHandlers.removeAttendee,
    (pick) => ({ eventId: pick('event'), contactId: pick('contact') }),
  ],
  'manners.set': [
    mannersHandlers.set,
    (pick, n) => ({
      contactId: pick('contact'),
      patch: { isConfidential: n % 2 === 0, offers: `offer ${n}` },
    }),
  ],
  'manners.keepFrom': [
    mannersHandlers.keepFrom,
    (pick, n) => ({ a: pick('contact'), b: pick('contact', 1), reason: `reason ${n}` }),
  ],
  'manners.allow': [mannersHandlers.allow, (pick) => ({ id: pick('do_not_introduce') })],
  'reminders.promise': [
    reminderHandlers.promise,
    (pick, n) => ({ contactId: pick('contact'), text: `promise ${n}`, dueOn: '2026-03-10' }),
  ],
  'reminders.update': [
    reminderHandlers.update,
    (pick, n) => ({ id: pick('reminder'), text: `other promise ${n}`, dueOn: '2026-03-11' }),
  ],
  'reminders.settle': [
    reminderHandlers.settle,
    (pick, n) => ({ reminder: due(pick, n), outcome: n % 2 === 0 ? 'done' : 'let_go' }),
  ],
  'reminders.snooze': [
    reminderHandlers.snooze,
    (pick, n) => ({ reminder: due(pick, n), until: '2026-04-01' }),
  ],
  'reminders.setCadence': [
    reminderHandlers.setCadence,
    (pick, n) => ({ contactId: pick('contact'), ...(n % 3 !== 0 && { cadence: `P${1 + (n % 9)}M` }) }),
  ],
  'reminders.setTagCadence': [
    reminderHandlers.setTagCadence,
    (_, n) => ({ tag: `Tag ${n % 3}`, ...(n % 4 !== 0 && { days: 1 + n }) }),
  ],
  'network.stateTie': [
    networkHandlers.stateTie,
    (pick, n) => ({ contactId: pick('contact'), level: n % 2 === 0 ? 'know' : 'met_once', note: '' }),
  ],
  'network.addRelation': [
    networkHandlers.addRelation,
    (pick, n) => ({
      contactId: pick('contact'),
      ...(n % 3 > 0 && { other: pick('contact', 1) }),
      relation: n % 2 === 0 ? 'mentor' : 'friend',
    }),
  ],
  'network.removeRelation': [networkHandlers.removeRelation, (pick) => ({ id: pick('evidence') })],
  'invitations.create': [invitationHandlers.create, (_, n) => inviter(n)],
  'invitations.createMany': [
    invitationHandlers.createMany,
    (_, n) => ({ forms: [inviter(n), inviter(n + 2)] }),
  ],
  'invitations.decideMany': [
    invitationHandlers.decideMany,
    (pick, n) => ({
      decisions: [
        { id: pick('invitation'), decision: n % 2 === 0 ? 'later' : 'accept' },
        { id: pick('invitation', 1), decision: 'ask_inviter' },
      ],
      reason: '',
    }),
  ],
  'invitations.update': [
    invitationHandlers.update,
    (pick, n) => ({ id: pick('invitation'), form: inviter(n + 1) }),
  ],
  'invitations.delete': [invitationHandlers.delete, (pick) => ({ id: pick('invitation') })],
  'invitations.matchMutual': [
    invitationHandlers.matchMutual,
    (pick) => ({ mutualId: pick('mutual'), contactId: pick('contact') }),
  ],
  'invitations.recordAsked': [
    invitationHandlers.recordAsked,
    (pick, n) => ({ mutualId: pick('mutual'), reason: n % 2 === 0 ? '' : 'We spoke anyway.' }),
  ],
  'invitations.recordNudged': [
    // Six days after everything else: there is a day on which it may be done.
    (call: Parameters<typeof invitationHandlers.recordNudged>[0]) =>
      invitationHandlers.recordNudged({ ...call, now: '2026-03-07T00:00:00Z' }),
    (pick) => ({ mutualId: pick('mutual') }),
  ],
  'invitations.recordAnswer': [
    invitationHandlers.recordAnswer,
    (pick, n) => ({
      mutualId: pick('mutual'),
      answer: n % 2 === 0 ? 'knows_well' : 'not_really',
      quote: `quote ${n}`,
      quoteShareable: false,
    }),
  ],
  'invitations.decide': [
    invitationHandlers.decide,
    (pick, n) => ({ id: pick('invitation'), decision: n % 2 === 0 ? 'accept' : 'reopen', reason: '' }),
  ],
  'invitations.setPolicy': [
    invitationHandlers.setPolicy,
    (_, n) => Policy.parse({ connectionsVisible: n % 2 === 0 }),
  ],
  'rules.answer': [
    ruleHandlers.answer,
    (pick, n) => ({ decisionId: pick('decision'), ...(n % 3 !== 0 && { hindsight: 'right' }) }),
  ],
  'audit.part': [auditHandlers.part, (pick, n) => ({ contactId: pick('contact'), isParting: n % 2 === 1 })],
  'introductions.create': [
    introductionHandlers.create,
    (pick, n) => ({ a: pick('contact'), b: pick('contact', 1), ...words(n) }),
  ],
  'introductions.update': [
    introductionHandlers.update,
    (pick, n) => ({
      id: pick('introduction'),
      form: { a: pick('contact'), b: pick('contact', 1), ...words(n + 1) },
    }),
  ],
  'introductions.advance': [
    introductionHandlers.advance,
    (pick) => ({ id: pick('introduction'), step: 'ask_a' }),
  ],
  'introductions.delete': [introductionHandlers.delete, (pick) => ({ id: pick('introduction') })],
  'views.save': [viewHandlers.save, (_, n) => ({ name: `View ${n}`, text: 'company:acme' })],
  'views.rename': [viewHandlers.rename, (pick, n) => ({ id: pick('saved_view'), name: `View ${n + 1}` })],
  'views.delete': [viewHandlers.delete, (pick) => ({ id: pick('saved_view') })],
  'letters.save': [
    letterHandlers.save,
    (pick, n) => ({
      ...(n % 2 === 1 && { id: pick('letter_template') }),
      form: { ...LETTER, name: n % 3 === 0 ? '' : `Letter ${n}`, body: `{{ greeting }} ${n}` },
    }),
  ],
  'letters.delete': [letterHandlers.delete, (pick) => ({ id: pick('letter_template') })],
};

const LETTER = { kind: 'reconnect', language: 'en', tone: 'warm', subject: '' };

/** A row's key by the place it has among those that are there. Throws NOT_FOUND where there is none. */
type Pick = (table: string, next?: number) => number;

const person = (n: number) =>
  ContactForm.parse({
    given: `Given${n % 7}`,
    family: `Family${n % 5}`,
    org: n % 2 === 0 ? 'Acme' : '',
    note: `note ${n}`,
    emails: n % 3 === 0 ? [`p${n % 4}@example.org`] : [],
  });
const event = (n: number) => EventForm.parse({ summary: `Event ${n}`, location: n % 2 === 0 ? 'Bonn' : '' });
const inviter = (n: number) =>
  InvitationForm.parse({ fn: `Inviter ${n}`, mutualNames: [`Given${n % 7} Family${n % 5}`, 'Nobody'] });
/** What is due to somebody without a row of its own yet. */
const due = (pick: Pick, n: number) => ({
  kind: 'birthday',
  contactId: pick('contact'),
  dueOn: `2026-03-${10 + (n % 9)}`,
});
const words = (n: number) => ({ purpose: `purpose ${n}`, benefitA: 'paper', benefitB: 'ink' });

/**
 * Commands of the contract that are about looking, have their own way back, or have none; and those about many people,
 * which hold the writer's turn themselves (tests/db/bulk.test.ts).
 */
const NOT_HERE = /^(?:book\.|imports\.|lock\.|bulk\.|tags\.|trash\.(?:erase|forget)$)/;

/** Most others need something that is there. */
const MAKING = ['contacts.merge', 'contacts.unmerge', 'events.logEncounter', 'introductions.create'];
const FIRST = [0, 1, 2, 3].flatMap((n) => [
  { code: 'contacts.create', at: n, n },
  { code: 'invitations.create', at: n, n },
  { code: 'views.save', at: n, n },
  { code: 'events.create', at: n, n },
]);

const step = fc.record({
  code: fc.constantFrom(...MAKING, ...Object.keys(COMMANDS)),
  at: fc.nat({ max: 50 }),
  n: fc.nat({ max: 50 }),
});

function bookOfDeeds() {
  const book = emptyBook();
  const writer = new WriterThread(book, false, []);
  const run = async (code: string, handler: unknown, input: object, undoable: boolean): Promise<unknown> =>
    writer.command({ code, undoable }, '2026-03-01T00:00:00Z', (recorder) =>
      // Every handler of a command takes such a call.
      (handler as (call: object) => unknown)({ book: recorder, writer, input, now: '2026-03-01T00:00:00Z' }),
    );
  const pickAt =
    (at: number): Pick =>
    (table, next = 0) => {
      const ids = book.sqlite.prepare(`select id from "${table}" order by id`).pluck().all();
      if (ids.length === 0) throw notFound(table);
      return Number(ids[(at + next) % ids.length]);
    };
  return { book, run, pickAt };
}

/** The newest deed. */
const newest = (book: OpenBook) => book.sqlite.prepare('select max(id) from journal_entry').pluck().get();

interface Step {
  readonly code: string;
  readonly at: number;
  readonly n: number;
}

/** Does it all, takes it back and does it again, comparing every state; answers which commands were done. */
async function thereAndBack(steps: readonly Step[]): Promise<ReadonlySet<string>> {
  const { book, run, pickAt } = bookOfDeeds();
  const done = new Set<string>();
  try {
    const states = [stateHash(book)];
    for (const { code, at, n } of steps) {
      const [handler, input] = COMMANDS[code]!;
      const before = newest(book);
      try {
        await run(code, handler, input(pickAt(at), n), true);
      } catch (error) {
        // What cannot be done now is refused, and changes nothing.
        expect(error).toMatchObject({ code: expect.stringMatching(/^(?:CONFLICT|NOT_FOUND)$/) });
        expect(stateHash(book)).toBe(states.at(-1));
        continue;
      }
      // A deed that changed nothing is not kept.
      if (newest(book) === before) expect(stateHash(book)).toBe(states.at(-1));
      else {
        done.add(code);
        states.push(stateHash(book));
      }
    }
    for (const state of states.toReversed().slice(1)) {
      await run('book.undo', bookHandlers.undo, {}, false);
      expect(stateHash(book)).toBe(state);
    }
    for (const state of states.slice(1)) {
      await run('book.redo', bookHandlers.redo, {}, false);
      expect(stateHash(book)).toBe(state);
    }
  } finally {
    book.close();
  }
  return done;
}

/** One order in which each of the others can be done. */
const EACH: readonly (readonly [code: string, at: number, n: number])[] = [
  ['contacts.update', 0, 1],
  ['contacts.savePositions', 0, 1],
  ['contacts.merge', 1, 0],
  ['contacts.unmerge', 0, 0],
  ['duplicates.keepApart', 0, 0],
  ['contacts.delete', 0, 0],
  ['trash.restore', 0, 0],
  ['contacts.setOwner', 0, 0],
  ['events.update', 0, 1],
  ['events.logEncounter', 1, 1],
  ['network.addRelation', 1, 1],
  ['network.removeRelation', 0, 0],
  ['network.stateTie', 1, 0],
  ['events.updateEncounter', 0, 1],
  ['events.setSeries', 0, 1],
  ['events.renameSeries', 0, 1],
  ['events.setAttendee', 0, 1],
  ['events.removeAttendee', 0, 0],
  ['events.merge', 0, 0],
  ['manners.set', 1, 0],
  ['manners.keepFrom', 1, 0],
  ['manners.allow', 0, 0],
  ['reminders.promise', 1, 0],
  ['reminders.update', 0, 0],
  ['reminders.settle', 1, 0],
  ['reminders.snooze', 1, 1],
  ['reminders.setCadence', 1, 1],
  ['reminders.setTagCadence', 0, 1],
  ['events.deleteEncounter', 0, 0],
  ['events.delete', 0, 0],
  ['invitations.createMany', 0, 0],
  ['invitations.decideMany', 0, 0],
  ['invitations.update', 0, 0],
  ['invitations.matchMutual', 3, 0],
  ['invitations.recordAsked', 0, 0],
  ['invitations.recordNudged', 0, 0],
  ['invitations.recordAnswer', 0, 0],
  ['invitations.decide', 0, 0],
  ['rules.answer', 0, 1],
  ['audit.part', 1, 1],
  ['invitations.delete', 1, 0],
  ['invitations.setPolicy', 0, 1],
  ['introductions.create', 1, 0],
  ['introductions.update', 1, 0],
  ['introductions.advance', 0, 0],
  ['introductions.delete', 0, 0],
  ['views.rename', 0, 0],
  ['views.delete', 0, 0],
  ['letters.save', 0, 0],
  ['letters.delete', 0, 0],
];

describe('any sequence of deeds', () => {
  beforeAll(loadChecker);

  it('is undone to every state before and redone to every state after', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        await thereAndBack([...FIRST, ...steps]);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('whatever the command is', async () => {
    const done = await thereAndBack([...FIRST, ...EACH.map(([code, at, n]) => ({ code, at, n }))]);
    expect([...done].toSorted()).toEqual(Object.keys(COMMANDS).toSorted());
  });

  it('has every command there is', () => {
    const commands = Object.entries(bookContract).flatMap(([feature, procedures]) =>
      Object.entries(procedures)
        .filter(([, procedure]) => procedure['~orpc'].meta.lane === 'write')
        .map(([verb]) => `${feature}.${verb}`),
    );
    expect(commands.filter((code) => !NOT_HERE.test(code)).toSorted()).toEqual(
      Object.keys(COMMANDS).toSorted(),
    );
  });
});
