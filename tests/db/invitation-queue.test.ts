// The queue of invitations in a real book: decided, put off, asked about, taken into the book, and all of it undone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Client } from '#api/contract.ts';
import { allowedDecisions, stateAfter } from '#core/invitations/decide.ts';
import { Decision } from '#core/invitations/model.ts';
import type { InvitationId, InvitationState } from '#core/invitations/model.ts';
import { testBook } from './harness.ts';

const page = (slug: string) => `https://www.linkedin.com/in/${slug}`;
const ALL = { offset: 0, limit: 100 };

const receive = (client: Client, fn: string, more: object = {}) =>
  client.invitations.create({ fn, url: page(fn.toLowerCase().replaceAll(' ', '-')), ...more });

const namesIn = async (client: Client, show: 'pending' | 'asked' | 'decided') =>
  (await client.invitations.list({ show, page: ALL })).rows.map(({ fn }) => fn);

/** Somebody the owner knows. */
async function acquaintance(client: Client, given: string, family: string) {
  const { id } = await client.contacts.create({ given, family });
  await client.network.stateTie({ contactId: id, level: 'know' });
  return id;
}

describe('accepting', () => {
  it('takes the person into the book with how it came about, as one deed', async () => {
    const { client } = await testBook();
    const bruno = await acquaintance(client, 'Bruno', 'Example');
    const { id } = await receive(client, 'Ada Example', {
      headline: 'Builds looms',
      org: 'Example Mill',
      mutualNames: ['Bruno Example'],
    });
    const [mutual] = (await client.invitations.get({ id })).invitation.mutuals;
    await client.invitations.recordAsked({ mutualId: mutual!.id });
    await client.invitations.recordAnswer({ mutualId: mutual!.id, answer: 'knows_well' });
    const before = (await client.contacts.list({ page: ALL })).total;

    await client.invitations.decide({ id, decision: 'accept' });
    const { contactId } = (await client.invitations.get({ id })).invitation;
    const ada = await client.contacts.get({ id: contactId! });
    expect(ada).toMatchObject({ fn: 'Ada Example', org: 'Example Mill', title: 'Builds looms' });
    expect(ada.howWeKnow.map(({ code, params }) => [code, params])).toEqual([
      ['vouched', { fn: 'Bruno Example', others: 0 }],
      ['connected', {}],
      ['invited_me', {}],
    ]);
    expect(ada.howWeKnow[0]?.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const known = await client.network.mutuals({ contactId: contactId! });
    expect(known.map((one) => [one.contactId, one.tie.level])).toEqual([[bruno, 'know_well']]);

    await client.book.undo({});
    expect((await client.contacts.list({ page: ALL })).total).toBe(before);
    const undone = await client.invitations.get({ id });
    expect(undone.invitation.state).toBe('waiting_references');
    expect(undone.decisions).toEqual([]);
    await client.book.redo();
    expect((await client.contacts.list({ page: ALL })).total).toBe(before + 1);
  });

  it('adds nobody twice, not even of several accepted together, and knows a namesake by their page from then on', async () => {
    const { client } = await testBook();
    const pelle = await acquaintance(client, 'Pelle', 'Example');
    const one = await receive(client, 'Ada Example');
    const two = await receive(client, 'Ada Example', { sentAt: '2026-01-02T10:00' });
    const known = await receive(client, 'Pelle Example');
    const decisions = [one, two, known].map(({ id }) => ({ id, decision: 'accept' }) as const);
    expect(await client.invitations.decideMany({ decisions })).toEqual({ decided: 3 });
    expect((await client.contacts.list({ page: ALL })).total).toBe(2);
    expect((await client.contacts.get({ id: pelle })).form.urls).toEqual([page('pelle-example')]);
    expect((await client.invitations.get(known)).invitation.contactId).toBe(pelle);
    await client.book.undo({});
    expect((await client.contacts.get({ id: pelle })).form.urls).toEqual([]);
    expect(await namesIn(client, 'decided')).toEqual([]);
  });

  it('does not take a stranger for the connection whose name they bear', async () => {
    const { client } = await testBook();
    const first = await receive(client, 'Ada Example');
    await client.invitations.decide({ ...first, decision: 'accept' });
    const clone = await client.invitations.create({ fn: 'Ada Example', url: page('ada-example-2') });
    expect((await client.invitations.get(clone)).vetting.verdict).toBe('VERIFY_IDENTITY');
    await client.invitations.decide({ ...clone, decision: 'accept' });
    expect((await client.contacts.list({ page: ALL })).total).toBe(2);
  });
});

describe('the queue', () => {
  it('has what was put off at its end, in the order it was put off, until it is decided or undone', async () => {
    const { client } = await testBook();
    const ids: InvitationId[] = [];
    for (const [at, fn] of ['Ada A', 'Bo B', 'Cyd C', 'Dee D'].entries())
      ids.push((await receive(client, fn, { sentAt: `2026-01-0${9 - at}T10:00` })).id);
    const [ada, bo] = ids;
    await client.invitations.decide({ id: ada!, decision: 'later' });
    await client.invitations.decide({ id: bo!, decision: 'later' });
    expect(await namesIn(client, 'pending')).toEqual(['Cyd C', 'Dee D', 'Ada A', 'Bo B']);
    await client.invitations.decide({ id: ada!, decision: 'later' });
    expect(await namesIn(client, 'pending')).toEqual(['Cyd C', 'Dee D', 'Bo B', 'Ada A']);
    await client.book.undo({});
    await client.book.undo({});
    expect(await namesIn(client, 'pending')).toEqual(['Bo B', 'Cyd C', 'Dee D', 'Ada A']);
    // Reopened later on, it is as new as any other.
    await client.invitations.decide({ id: ada!, decision: 'decline' });
    await client.invitations.decide({ id: ada!, decision: 'reopen' });
    expect(await namesIn(client, 'pending')).toEqual(['Ada A', 'Bo B', 'Cyd C', 'Dee D']);
  });

  it('gives back to the owner what was answered enough, and keeps the rest with whom it waits for', async () => {
    const { client } = await testBook();
    await acquaintance(client, 'Bruno', 'Example');
    await acquaintance(client, 'Ines', 'Example');
    const { id } = await receive(client, 'Ada Example', { mutualNames: ['Bruno Example', 'Ines Example'] });
    const mutuals = (await client.invitations.get({ id })).invitation.mutuals;
    for (const { id: mutualId } of mutuals) await client.invitations.recordAsked({ mutualId });
    expect(await client.invitations.counts()).toMatchObject({ pending: 0, waitingReferences: 1 });
    expect((await client.invitations.waitingFor()).references.rows).toMatchObject([
      { fn: 'Ada Example', waiting: 2, silent: 0, answered: 0 },
    ]);
    await client.invitations.recordAnswer({ mutualId: mutuals[0]!.id, answer: 'not_really' });
    expect(await namesIn(client, 'asked'), 'the other may still answer').toEqual(['Ada Example']);
    await client.invitations.recordAnswer({ mutualId: mutuals[1]!.id, answer: 'not_really' });
    expect(await namesIn(client, 'asked')).toEqual([]);
    expect(await namesIn(client, 'pending')).toEqual(['Ada Example']);
    expect((await client.book.summary()).counts.invitationsWaiting).toBe(1);
  });

  it('decides several as one deed and leaves out what a state no longer allows', async () => {
    const { client } = await testBook();
    const a = await receive(client, 'Ada A');
    const b = await receive(client, 'Bo B');
    await client.invitations.decide({ ...b, decision: 'decline' });
    const decisions = [a, b].map(({ id }) => ({ id, decision: 'ignore' }) as const);
    expect(await client.invitations.decideMany({ decisions })).toEqual({ decided: 1 });
    await expect(client.invitations.decide({ ...b, decision: 'ignore' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await client.book.undo({});
    expect(await namesIn(client, 'pending')).toEqual(['Ada A']);
  });

  it('adds several of one paste as one deed, with what their pages say about themselves', async () => {
    const { client } = await testBook();
    const aboutProfile = { joined: '2026-01', contactUpdated: 'over 1 year ago', verified: false };
    const forms = [{ fn: 'Ada A', aboutProfile }, { fn: 'Bo B' }];
    const { ids } = await client.invitations.createMany({ forms });
    expect((await client.invitations.get({ id: ids[0]! })).invitation.aboutProfile).toEqual(aboutProfile);
    expect((await client.invitations.get({ id: ids[1]! })).invitation.aboutProfile).toEqual({});
    await client.book.undo({});
    expect((await client.invitations.counts()).all).toBe(0);
  });
});

describe('what accepting shows', () => {
  it('names confidential connections while the list is open, shared ones always, and keeps no name with a decision', async () => {
    const { client } = await testBook();
    const people = [];
    for (const fn of ['Cyd Secret', 'Dee Secret', 'Eve Open']) {
      const one = await receive(client, fn);
      await client.invitations.decide({ ...one, decision: 'accept' });
      people.push((await client.invitations.get(one)).invitation.contactId!);
    }
    const [cyd, dee] = people;
    for (const id of [cyd!, dee!])
      await client.manners.set({ contactId: id, patch: { isConfidential: true } });
    const { id } = await receive(client, 'Ada Example', { mutualNames: ['Dee Secret', 'Nobody Known'] });
    const { exposed } = await client.invitations.get({ id });
    expect(exposed).toEqual({
      confidential: [{ contactId: cyd, fn: 'Cyd Secret', isConfidential: true }],
      confidentialCount: 1,
      shared: [{ contactId: dee, fn: 'Dee Secret', isConfidential: true }, { fn: 'Nobody Known' }],
    });
    await client.invitations.decide({ id, decision: 'ignore' });
    const { decisions } = await client.invitations.get({ id });
    expect(JSON.stringify(decisions)).not.toContain('Cyd Secret');
    await client.invitations.setPolicy({ ...(await client.invitations.policy()), connectionsVisible: false });
    const hidden = (await client.invitations.get({ id })).exposed;
    expect(hidden.confidentialCount).toBe(0);
    expect(hidden.shared).toHaveLength(2);
  });
});

describe('the states of the queue', () => {
  interface Model {
    /** What undo leads back to, the newest last. */
    readonly past: (readonly InvitationState[])[];
    states: readonly InvitationState[];
  }

  it(
    'are those of the model, whatever is decided, about one or many, and undone',
    { timeout: 120_000 },
    async () => {
      const { client } = await testBook();
      const step = fc.oneof(
        {
          weight: 4,
          arbitrary: fc.record({ at: fc.nat(2), decision: fc.constantFrom(...Decision.options) }),
        },
        { weight: 1, arbitrary: fc.record({ all: fc.constantFrom(...Decision.options) }) },
        { weight: 2, arbitrary: fc.constant('undo' as const) },
      );
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
          run += 1;
          const ids: InvitationId[] = [];
          for (const one of ['a', 'b', 'c']) ids.push((await receive(client, `Run${run} ${one}`)).id);
          const model: Model = { past: [], states: ['pending', 'pending', 'pending'] };
          const apply = (wanted: readonly (Decision | undefined)[]) => {
            const takes = wanted.map((one, at) => one && allowedDecisions(model.states[at]!).includes(one));
            if (!takes.some(Boolean)) return;
            model.past.push(model.states);
            model.states = model.states.map((state, at) => (takes[at] ? stateAfter(wanted[at]!) : state));
          };
          for (const one of steps) {
            if (one === 'undo') {
              const before = model.past.pop();
              if (before === undefined) continue;
              model.states = before;
              await client.book.undo({});
            } else if ('all' in one) {
              apply([one.all, one.all, one.all]);
              await client.invitations.decideMany({
                decisions: ids.map((id) => ({ id, decision: one.all })),
              });
            } else {
              apply(ids.map((_, at) => (at === one.at ? one.decision : undefined)));
              await client.invitations
                .decide({ id: ids[one.at]!, decision: one.decision })
                .catch(() => undefined);
            }
            const now = await Promise.all(ids.map((id) => client.invitations.get({ id })));
            expect(now.map(({ invitation }) => invitation.state)).toEqual(model.states);
          }
        }),
        { numRuns: 12 },
      );
    },
  );
});

describe('an introduction the owner asked for', () => {
  it('is why whoever was reached is accepted, though the two have not met', async () => {
    const { client } = await testBook();
    const bruno = await acquaintance(client, 'Bruno', 'Example');
    const { id: ada } = await client.contacts.create({
      given: 'Ada',
      family: 'Example',
      urls: [page('ada-example')],
    });
    const invitation = await receive(client, 'Ada Example');
    const verdict = async () => (await client.invitations.get({ id: invitation.id })).vetting;
    expect((await verdict()).verdict).not.toBe('ACCEPT_INTRODUCED');
    const { id } = await client.introductions.create({ direction: 'requested', a: bruno, b: ada });
    await client.introductions.advance({ id, step: 'ask_a' });
    await client.introductions.advance({ id, step: 'a_says_yes' });
    expect((await verdict()).verdict).not.toBe('ACCEPT_INTRODUCED');
    await client.introductions.advance({ id, step: 'introduce' });
    expect(await verdict()).toMatchObject({ verdict: 'ACCEPT_INTRODUCED', rule: 'R06' });
  });
});
