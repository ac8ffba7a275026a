// The owner's own letters in a real book: what they take the place of, what is refused, and that all of it comes back.
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Client } from '#api/contract.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { StyleChoice } from '#core/introductions/model.ts';
import { testBook } from './harness.ts';

const form = { kind: 'reconnect', language: 'en', tone: 'warm', name: '', subject: 'Hello' } as const;

async function people(client: Client) {
  const me = await client.contacts.create({ given: 'Mara', family: 'Lind' });
  await client.contacts.setOwner({ id: me.id });
  return client.contacts.create({ given: 'Ana', family: 'Ruiz', emails: ['ana@example.org'] });
}

const write = (client: Client, to: ContactId, style?: StyleChoice) =>
  client.introductions.draft({
    about: 'person',
    kind: 'reconnect',
    to,
    why: '',
    purpose: '',
    ...(style !== undefined && { style }),
  });

describe('a letter in own words', () => {
  it('without a name takes the place of the shipped one, and gives it back', async () => {
    const { client } = await testBook();
    const { id: to } = await people(client);
    const before = await write(client, to);
    expect(before.words).toBeUndefined();
    const { id } = await client.letters.save({ form: { ...form, body: 'Ahoy {{ name }}!' } });
    const letter = await write(client, to);
    expect(letter).toMatchObject({ subject: 'Hello', body: 'Ahoy Ana!', words: { used: id } });
    expect(letter.words?.own).toEqual([{ id, name: '', language: 'en', tone: 'warm' }]);
    // Another tone, another language, and the shipped words on request are as they were.
    expect((await write(client, to, { tone: 'formal' })).body).not.toContain('Ahoy');
    expect((await write(client, to, { language: 'de' })).body).toMatch(/^Hallo Ana/);
    expect(await write(client, to, { words: 'shipped' })).toMatchObject({
      body: before.body,
      words: { used: 'shipped' },
    });
    await client.letters.delete({ id });
    expect(await write(client, to)).toEqual(before);
    await client.book.undo({});
    expect((await write(client, to)).body).toBe('Ahoy Ana!');
  });

  it('with a name is a further choice, which brings its language and tone', async () => {
    const { client } = await testBook();
    const { id: to } = await people(client);
    const moin = { ...form, language: 'de', tone: 'short', name: 'Moin' } as const;
    const { id } = await client.letters.save({ form: { ...moin, body: 'Moin {{ name }}!' } });
    const shipped = await write(client, to);
    expect(shipped.body).not.toContain('Moin');
    expect(shipped.words).toMatchObject({ used: 'shipped', own: [{ id, name: 'Moin', language: 'de' }] });
    const chosen = await write(client, to, { words: id, language: 'fr' });
    expect(chosen).toMatchObject({ body: 'Moin Ana!', style: { language: 'de', tone: 'short' } });
    await client.letters.delete({ id });
    expect((await write(client, to, { words: id })).body).toBe(shipped.body);
  });

  it('is not of another kind of letter', async () => {
    const { client } = await testBook();
    const { id: to } = await people(client);
    const { id } = await client.letters.save({ form: { ...form, kind: 'thank_you', body: 'Ta!' } });
    expect(await write(client, to, { words: id })).not.toHaveProperty('words');
  });

  it('is refused with a mistake, and when another is called the same', async () => {
    const { client } = await testBook();
    await expect(client.letters.save({ form: { ...form, body: 'a\n\n{{ nme }}' } })).rejects.toMatchObject({
      code: 'TEMPLATE_MISTAKE',
      data: { part: 'body', code: 'unknown_variable', what: 'nme', line: 3 },
    });
    const loop = '{% for i in (1..1000000000) %}x{% endfor %}';
    await expect(client.letters.save({ form: { ...form, subject: loop, body: 'x' } })).rejects.toMatchObject({
      data: { part: 'subject', code: 'unknown_tag' },
    });
    expect(await client.letters.list()).toEqual([]);
    const { id } = await client.letters.save({ form: { ...form, name: 'Ähre', body: 'x' } });
    const same = { ...form, name: 'ähre', body: 'y' };
    await expect(client.letters.save({ form: same })).rejects.toMatchObject({ data: { why: 'same_letter' } });
    await client.letters.save({ id, form: same });
    expect(await client.letters.list()).toEqual([{ ...same, id }]);
    await client.letters.delete({ id });
    await expect(client.letters.save({ id, form: same })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('survives closing, and a text that was damaged since gives way to the shipped one', async () => {
    const { client, book, file } = await testBook();
    const { id: to } = await people(client);
    const { body } = await write(client, to);
    await client.letters.save({ form: { ...form, body: 'Ahoy {{ name }}!' } });
    await book.close();
    const again = await testBook({ file });
    expect((await write(again.client, to)).body).toBe('Ahoy Ana!');
    await again.book.close();
    const sqlite = new Database(file);
    sqlite.prepare('update letter_template set body = ?').run('Ahoy {{ … }}!');
    sqlite.close();
    const { client: third } = await testBook({ file });
    expect((await write(third, to)).body).toBe(body);
    expect(await third.letters.list()).toHaveLength(1);
  });

  it('is looked through before it leaves like any other, and its own words are no leak', async () => {
    const { client } = await testBook();
    const { id: to } = await people(client);
    const words = 'The lighthouse keeper sends his regards.';
    await client.letters.save({ form: { ...form, body: words } });
    const request = { about: 'person', kind: 'reconnect', to, why: '', purpose: '' } as const;
    expect(await client.introductions.check({ request, subject: 'Hello', body: words })).toEqual([]);
    const leak = await client.introductions.check({ request, subject: '', body: `${words} [NAME]` });
    expect(leak.map(({ kind }) => kind)).toEqual(['placeholder']);
  });
});
