import { describe, expect, it } from 'vitest';
import type { Client } from '#api/contract.ts';
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

const PRIVATE = /private@|555|job/;

describe('an introduction', () => {
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

  it('is a message file that a mail program opens as unsent, in any script', async () => {
    const { client } = await testBook();
    const { text, fileName } = await client.introductions.eml({
      to: [
        { fn: 'Zoë "Z" Ångström', email: 'zoe@example.org' },
        { fn: 'Nobody', email: 'not an address' },
      ],
      subject: 'Intro: Zoë ↔ 小明\r\nBcc: evil@example.org',
      body: 'Grüße,\n小明\n.\nFrom here on',
    });
    expect(text).toMatch(/^X-Unsent: 1\r\n/m);
    expect(text).not.toMatch(/^Bcc:/im);
    expect(text).not.toContain('not an address');
    expect(fileName).toMatch(/^Intro.*\.eml$/);
    expect(fileName).not.toMatch(/[\r\n:]/);
  });
});
