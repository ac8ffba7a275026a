import { describe, expect, it } from 'vitest';
import type { Client } from '#api/contract.ts';
import { IntroductionLetter } from '#core/introductions/model.ts';
import type { IntroductionId } from '#core/introductions/model.ts';
import { plusDays } from '#core/reminders/days.ts';
import { testBook } from './harness.ts';

async function pair(client: Client) {
  const me = await client.contacts.create({ given: 'Mara', family: 'Lind' });
  await client.contacts.setOwner({ id: me.id });
  const a = await client.contacts.create({
    given: 'Ana',
    family: 'Ruiz',
    emails: ['ana.private@example.org'],
    tels: ['+1 555 0100'],
  });
  const b = await client.contacts.create({
    given: 'Ben',
    family: 'Zak',
    emails: ['ben.private@example.org'],
    note: 'is looking for a new job',
  });
  const { id } = await client.introductions.create({
    a: a.id,
    b: b.id,
    purpose: 'Both draw maps.',
    benefitA: 'Ben knows every archive.',
    benefitB: 'Ana prints beautifully.',
  });
  return { id, a, b };
}

/** The day so many days before today. */
const ago = (days: number): string => plusDays(new Date().toISOString().slice(0, 10), -days);

const PRIVATE = /private@|555|job/;

/** Everything a stage may hand out, as one text; kinds that are refused are left out. */
async function letters(client: Client, id: IntroductionId) {
  const all = [];
  for (const kind of IntroductionLetter.options) {
    const letter = await client.introductions
      .draft({ about: 'introduction', kind, introductionId: id })
      .catch(() => undefined);
    if (letter !== undefined) all.push(letter);
  }
  return all;
}

describe('an introduction', () => {
  it('that is asked for in vain is told once, although the two are kept apart', async () => {
    const { client } = await testBook();
    const { a } = await pair(client);
    const { id: c } = await client.contacts.create({ given: 'Cy', family: 'Moss' });
    await client.manners.keepFrom({ a: a.id, b: c, reason: 'They parted badly.' });
    const { id } = await client.introductions.create({ direction: 'incoming', a: a.id, b: c });
    await expect(client.introductions.advance({ id, step: 'ask_b' })).rejects.toMatchObject({
      data: { why: 'do_not_introduce' },
    });
    await client.introductions.advance({ id, step: 'decline' });
    expect((await letters(client, id)).map(({ kind }) => kind)).toEqual(['decline_introduction']);
    await client.introductions.advance({ id, step: 'tell_no' });
    expect(await client.introductions.get({ id })).toMatchObject({ state: 'closed_no', steps: [] });
    await client.book.undo({});
    expect((await client.introductions.get({ id })).steps).toEqual(['tell_no']);
  });

  it('tells neither side anything of the other’s before both said yes', async () => {
    const { client } = await testBook();
    const { id } = await pair(client);
    for (const kind of ['consent_a', 'consent_b'] as const) {
      const letter = await client.introductions.draft({ about: 'introduction', kind, introductionId: id });
      const [reader] = letter.to;
      expect(letter.to).toHaveLength(1);
      expect(reader?.email).toBe(
        kind === 'consent_a' ? 'ana.private@example.org' : 'ben.private@example.org',
      );
      expect(`${letter.subject}\n${letter.body}`).not.toMatch(PRIVATE);
    }
  });

  it('needs both consents, each with its day', async () => {
    const { client } = await testBook();
    const { id } = await pair(client);
    await expect(client.introductions.advance({ id, step: 'ask_b' })).rejects.toMatchObject({
      data: { why: 'not_now' },
    });
    for (const step of ['ask_a', 'a_says_yes', 'ask_b', 'b_says_yes', 'introduce'] as const) {
      await client.introductions.advance({ id, step });
    }
    const done = await client.introductions.get({ id });
    expect(done.state).toBe('introduced');
    expect(done.log.map(({ step }) => step)).toEqual([
      'ask_a',
      'a_says_yes',
      'ask_b',
      'b_says_yes',
      'introduce',
    ]);
    const letter = await client.introductions.draft({
      about: 'introduction',
      kind: 'introduction',
      introductionId: id,
    });
    expect(letter.to.map(({ email }) => email)).toEqual([
      'ana.private@example.org',
      'ben.private@example.org',
    ]);
  });

  it('keeps its pair once somebody was asked', async () => {
    const { client } = await testBook();
    const { id, a, b } = await pair(client);
    await client.introductions.advance({ id, step: 'ask_a' });
    await expect(client.introductions.update({ id, form: { a: b.id, b: a.id } })).rejects.toMatchObject({
      data: { why: 'already_asked' },
    });
    await expect(client.introductions.create({ a: a.id, b: a.id })).rejects.toMatchObject({
      data: { why: 'same_person' },
    });
  });

  it('is undone step by step', async () => {
    const { client } = await testBook();
    const { id } = await pair(client);
    await client.introductions.advance({ id, step: 'ask_a' });
    await client.introductions.advance({ id, step: 'a_says_no' });
    expect((await client.introductions.get({ id })).state).toBe('closed_no');
    await client.book.undo({});
    expect(await client.introductions.get({ id })).toMatchObject({
      state: 'asked_a',
      log: [{ step: 'ask_a' }],
    });
  });

  it('is not written before both have agreed, and after a no only whoever said yes is told, whatever the note of it says', async () => {
    const { client } = await testBook();
    const { id } = await pair(client);
    const asked = { about: 'introduction', kind: 'introduction', introductionId: id } as const;
    await expect(client.introductions.draft(asked)).rejects.toMatchObject({ data: { why: 'not_now' } });
    await client.introductions.advance({ id, step: 'ask_a' });
    await client.introductions.advance({ id, step: 'a_says_yes' });
    await client.introductions.advance({ id, step: 'ask_b' });
    for (const letter of await letters(client, id)) {
      const [reader] = letter.to;
      const others = reader?.email.startsWith('ana') ? 'ben.private' : 'ana.private';
      expect(JSON.stringify(letter)).not.toContain(others);
    }
    await client.introductions.advance({ id, step: 'b_says_no', note: 'Cannot stand mapmakers' });
    const told = await letters(client, id);
    expect(told.map(({ kind, to }) => [kind, to.length])).toEqual([['decline_introduction', 1]]);
    expect(told[0]?.subject).toBe('The introduction I offered you');
    expect(JSON.stringify(told)).not.toMatch(/mapmakers|ben\.private/);
    const { log } = await client.introductions.get({ id });
    expect(log.at(-1)?.note).toBe('Cannot stand mapmakers');
  });

  it('may skip who likes to be introduced, and anybody else for a reason that is kept', async () => {
    const { client } = await testBook();
    const { id, a } = await pair(client);
    await client.manners.set({ contactId: a.id, patch: { introductionPolicy: 'just-send' } });
    await client.introductions.advance({ id, step: 'skip_a' });
    await expect(client.introductions.advance({ id, step: 'skip_b' })).rejects.toMatchObject({
      data: { why: 'no_reason' },
    });
    await client.introductions.advance({ id, step: 'skip_b', note: 'He asked me for it last week.' });
    const [letter] = (await letters(client, id)).filter(({ kind }) => kind === 'introduction');
    expect(letter?.to).toHaveLength(2);
    expect(letter?.body).not.toContain('both said yes');
    const { log } = await client.introductions.get({ id });
    expect(log.map(({ step, note }) => [step, note])).toEqual([
      ['skip_a', ''],
      ['skip_b', 'He asked me for it last week.'],
    ]);
  });

  it('says "not now" with the day it comes back, and each step with its own day', async () => {
    const { client } = await testBook();
    const { id } = await pair(client);
    await client.introductions.advance({ id, step: 'ask_a', on: ago(8) });
    await expect(client.introductions.advance({ id, step: 'a_says_later' })).rejects.toMatchObject({
      data: { why: 'no_later_day' },
    });
    for (const on of [ago(9), ago(-2)])
      await expect(client.introductions.advance({ id, step: 'a_says_yes', on })).rejects.toMatchObject({
        data: { why: 'day_order' },
      });
    await client.introductions.advance({ id, step: 'a_says_later', until: ago(-80) });
    const { log, state } = await client.introductions.get({ id });
    expect(state).toBe('a_later');
    expect(log).toEqual([
      { step: 'ask_a', at: `${ago(8)}T00:00`, note: '' },
      { step: 'a_says_later', at: expect.any(String), note: '', until: ago(-80) },
    ]);
  });

  it('is proposed once in twelve months, in either order, and an idea of the same two is not had twice', async () => {
    const { client } = await testBook();
    const { id, a, b } = await pair(client);
    const again = { data: { why: 'proposed_lately' } };
    await expect(client.introductions.create({ a: b.id, b: a.id })).rejects.toMatchObject(again);
    await client.introductions.advance({ id, step: 'ask_a' });
    await client.introductions.advance({ id, step: 'a_says_no' });
    await expect(client.introductions.create({ a: a.id, b: b.id })).rejects.toMatchObject(again);
    await expect(
      client.introductions.create({ direction: 'incoming', a: b.id, b: a.id }),
    ).rejects.toMatchObject(again);
    // Asking Ana for an introduction to Ben is another matter.
    await client.introductions.create({ direction: 'requested', a: a.id, b: b.id });
  });

  it('that somebody asks for has their yes from the start', async () => {
    const { client } = await testBook();
    const { a } = await pair(client);
    const cy = await client.contacts.create({ given: 'Cy', family: 'Moss', emails: ['cy@example.org'] });
    const { id } = await client.introductions.create({ direction: 'incoming', a: a.id, b: cy.id });
    const begun = await client.introductions.get({ id });
    expect([begun.log.map(({ step }) => step), begun.steps.includes('ask_a')]).toEqual([['a_asks'], false]);
    for (const step of ['ask_b', 'b_says_yes', 'introduce'] as const)
      await client.introductions.advance({ id, step });
    const entries = await client.contacts.timeline({ id: cy.id });
    expect(entries.flatMap((one) => (one.kind === 'introduction' ? [one.step] : []))).toEqual([
      'introduce',
      'b_says_yes',
      'ask_b',
      'a_asks',
    ]);
  });

  it('is not made of the owner', async () => {
    const { client } = await testBook();
    const { a } = await pair(client);
    const { owner } = await client.book.summary();
    await expect(
      client.introductions.create({ direction: 'requested', a: a.id, b: owner!.id }),
    ).rejects.toMatchObject({ data: { why: 'is_owner' } });
  });
});

describe('asking to be introduced', () => {
  it('is answered to whom one was introduced to, and the introducer reads along in Bcc', async () => {
    const { client } = await testBook();
    const { a, b } = await pair(client);
    const { id } = await client.introductions.create({
      direction: 'requested',
      a: a.id,
      b: b.id,
      purpose: 'Old maps.',
    });
    const asked = { about: 'introduction', kind: 'moving_to_bcc', introductionId: id } as const;
    await client.introductions.advance({ id, step: 'ask_a' });
    await expect(client.introductions.draft(asked)).rejects.toMatchObject({ data: { why: 'not_now' } });
    await client.introductions.advance({ id, step: 'introduce' });
    const letter = await client.introductions.draft(asked);
    expect(letter).toMatchObject({
      channels: ['email'],
      to: [{ fn: 'Ben Zak', email: 'ben.private@example.org' }],
      bcc: [{ fn: 'Ana Ruiz', email: 'ana.private@example.org' }],
    });
    expect(letter.body).toMatch(/^Thank you for the introduction, Ana – .*\n\nHi Ben,\n\n.*Old maps\./);
    expect(`${letter.subject}\n${letter.body}`).not.toMatch(PRIVATE);
    const { subject, body } = letter;
    // Ana reads it too: her name in it is no stranger's.
    expect(await client.introductions.check({ request: asked, subject, body })).toEqual([]);
    const { text } = await client.introductions.eml({ to: letter.to, bcc: letter.bcc ?? [], subject, body });
    expect(text).toContain('Bcc: Ana Ruiz <ana.private@example.org>');
    await client.introductions.advance({ id, step: 'move_to_bcc' });
    expect(await client.introductions.get({ id })).toMatchObject({ state: 'introduced' });
    await expect(client.introductions.advance({ id, step: 'move_to_bcc' })).rejects.toMatchObject({
      data: { why: 'not_now' },
    });
  });

  it('wants a reason once somebody has been asked three times within the year, and keeps it', async () => {
    const { client } = await testBook();
    const { id: ana } = await client.contacts.create({ given: 'Ana' });
    const request = async (given: string) => {
      const { id: b } = await client.contacts.create({ given });
      return (await client.introductions.create({ direction: 'requested', a: ana, b })).id;
    };
    for (const given of ['Ben', 'Cleo', 'Dee'])
      await client.introductions.advance({ id: await request(given), step: 'ask_a' });
    const fourth = await request('Emre');
    await expect(client.introductions.advance({ id: fourth, step: 'ask_a' })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { why: 'asked_often' },
    });
    expect((await client.introductions.get({ id: fourth })).state).toBe('idea');
    await client.introductions.advance({ id: fourth, step: 'ask_a', note: 'Nobody else knows them.' });
    const { log, state } = await client.introductions.get({ id: fourth });
    expect([state, log.at(-1)?.note]).toEqual(['asked_a', 'Nobody else knows them.']);
  });
});
