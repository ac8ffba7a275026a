// A letter that was imported is answered in its thread; it goes with its import, its writer, and to nobody else.
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Client } from '#api/contract.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { ReplyOffer } from '#core/introductions/reply.ts';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { testBook } from './harness.ts';

const DAY = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY);

interface Written {
  readonly from?: string;
  readonly id?: string;
  readonly days?: number;
  readonly subject?: string;
  readonly references?: string;
}

const eml = ({
  from = 'Ana Ruiz <ana@example.com>',
  id = 'letter-1@example.com',
  days = 3,
  subject = 'AW: Old maps',
  references = '<first@example.org>',
}: Written = {}) => ({
  name: 'letter.eml',
  bytes: Buffer.from(
    `From: ${from}\r\nTo: Olive Owner <olive@example.org>\r\nDate: ${daysAgo(days).toUTCString()}\r\nMessage-ID: <${id}>\r\nReferences: ${references}\r\nSubject: ${subject}\r\n\r\nWords that nobody keeps.\r\n`,
  ),
});

async function imported(client: Client, ...letters: readonly Written[]) {
  const { result } = await stageFiles(client, letters.map(eml));
  await drain(await client.imports.apply({ id: result.batchId }));
  return result.batchId;
}

async function anasBook() {
  const opened = await testBook();
  const { client } = opened;
  const ana = await client.contacts.create({
    given: 'Ana',
    family: 'Ruiz',
    emails: ['ana@example.com', 'ana.ruiz@example.org'],
    urls: ['https://www.linkedin.com/in/ana-ruiz'],
  });
  return { ...opened, ana: ana.id };
}

const toPerson = (to: ContactId) =>
  ({ about: 'person', kind: 'thank_you', to, style: { channel: 'email' } }) as const;
const offered = async (client: Client, to: ContactId): Promise<ReplyOffer | undefined> =>
  (await client.introductions.draft(toPerson(to))).reply;
const file = (client: Client, replyTo: ReplyOffer['id'], ...emails: readonly string[]) =>
  client.introductions.eml({
    to: emails.map((email) => ({ fn: 'Somebody', email })),
    subject: 'Re: Old maps',
    body: 'Gladly.',
    replyTo,
  });

describe('a letter that was imported', () => {
  it('is answered in its thread, under its subject, once its file is saved', async () => {
    const { client, ana } = await anasBook();
    expect(await offered(client, ana)).toBeUndefined();
    await imported(client, {});
    const reply = await offered(client, ana);
    expect(reply).toMatchObject({
      on: daysAgo(3).toISOString().slice(0, 10),
      subject: 'Re: Old maps',
      emails: ['ana@example.com', 'ana.ruiz@example.org'],
      isUsual: false,
    });
    // What identifies it is for the file alone.
    expect(JSON.stringify(reply)).not.toContain('letter-1@');
    const { text } = await file(client, reply!.id, 'Ana.Ruiz@example.org');
    expect(text).toMatch(/^In-Reply-To: <letter-1@example\.com>\r$/m);
    expect(text).toMatch(/^References: <first@example\.org> <letter-1@example\.com>\r$/m);
    const linkedIn = await client.introductions.draft({
      ...toPerson(ana),
      style: { channel: 'linkedin_message' },
    });
    expect(linkedIn.reply).toBeUndefined();
  });

  it('is what a yes or a kind no to a fresh invitation answers, unless the owner says otherwise', async () => {
    const { client, ana } = await anasBook();
    const invitation = { fn: 'Ana Ruiz', url: 'https://www.linkedin.com/in/ana-ruiz' };
    const { id: invitationId } = await client.invitations.create(invitation);
    const usual = async (kind: 'acceptance' | 'decline_polite' | 'ask_inviter') =>
      (
        await client.introductions.draft({
          about: 'invitation',
          kind,
          invitationId,
          style: { channel: 'email' },
        })
      ).reply?.isUsual;
    await imported(client, { days: 300 });
    expect(await usual('acceptance')).toBe(false);
    await imported(client, { id: 'fresh@example.com', days: 2 });
    for (const kind of ['acceptance', 'decline_polite', 'ask_inviter'] as const)
      expect(await usual(kind)).toBe(true);
    expect((await offered(client, ana))?.isUsual).toBe(false);
  });

  it('is named to its writer and to nobody else', async () => {
    const { client, ana } = await anasBook();
    await client.contacts.create({ given: 'Ben', emails: ['ben@example.com'] });
    await imported(client, {});
    const { id } = (await offered(client, ana))!;
    for (const emails of [
      ['ben@example.com'],
      ['ana@example.com', 'ben@example.com'],
      ['ana@example.com.evil.test'],
      [],
      ['not an address'],
    ])
      await expect(file(client, id, ...emails)).rejects.toMatchObject({ data: { why: 'not_their_letter' } });
    const to = [{ fn: 'Ana', email: 'ana@example.com' }];
    const ben = [{ fn: 'Ben', email: 'ben@example.com' }];
    const letter = { to, subject: '', body: '', replyTo: id };
    for (const copied of [{ cc: ben }, { bcc: ben }])
      await expect(client.introductions.eml({ ...letter, ...copied })).rejects.toMatchObject({
        data: { why: 'not_their_letter' },
      });
    const { text } = await client.introductions.eml({ to: ben, subject: 'Re: Old maps', body: 'Hello.' });
    expect(text).not.toMatch(/letter-1|first@|In-Reply-To|References/i);
  });

  it('gives way to a newer one, is the same when it comes again, and goes with its import', async () => {
    const { client, ana } = await anasBook();
    const first = await imported(client, { days: 5 });
    expect((await client.imports.get({ id: first })).counts).toMatchObject({ create: 1 });
    const second = await imported(client, { id: 'letter-2@example.com', days: 1, subject: 'News' });
    const again = await stageFiles(client, [eml({ days: 5 })]);
    expect((await client.imports.get({ id: again.result.batchId })).counts).toMatchObject({
      create: 0,
      update: 0,
      same: 1,
    });
    await drain(await client.imports.apply({ id: again.result.batchId }));
    expect(await offered(client, ana)).toMatchObject({ subject: 'Re: News' });
    const { letters } = await client.holdings.get({ id: ana });
    expect(letters).toMatchObject([
      { messageId: '<letter-2@example.com>', isFormer: false },
      { messageId: '<letter-1@example.com>', references: ['<first@example.org>'], isFormer: true },
    ]);
    await client.imports.revert({ id: second });
    expect(await offered(client, ana)).toMatchObject({ subject: 'Re: Old maps' });
    await client.imports.revert({ id: first });
    expect(await offered(client, ana)).toBeUndefined();
    expect((await client.holdings.get({ id: ana })).letters).toEqual([]);
  });

  it('of a stranger leaves nothing, not even a line of the preview', async () => {
    const { client, file: bookFile } = await anasBook();
    const { result } = await stageFiles(client, [
      eml({ from: 'Eve <eve@example.net>', id: 'secret@example.net' }),
    ]);
    const { counts } = await client.imports.get({ id: result.batchId });
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(0);
    await drain(await client.imports.apply({ id: result.batchId }));
    for (const ending of ['', '-wal'])
      expect(fs.readFileSync(`${bookFile}${ending}`).includes('secret@example.net')).toBe(false);
  });

  it('follows its writer into another card, and back', async () => {
    const { client, ana } = await anasBook();
    const other = await client.contacts.create({ given: 'A.', family: 'Ruiz', emails: ['a@example.net'] });
    await imported(client, {});
    const { mergeIds } = await client.contacts.merge({
      groups: [{ survivorId: other.id, absorbedIds: [ana] }],
    });
    const reply = await offered(client, other.id);
    expect(reply?.subject).toBe('Re: Old maps');
    expect((await file(client, reply!.id, 'ana@example.com')).text).toContain('In-Reply-To');
    await client.contacts.unmerge({ mergeId: mergeIds[0]! });
    expect(await offered(client, other.id)).toBeUndefined();
    expect(await offered(client, ana)).toMatchObject({ subject: 'Re: Old maps' });
  });

  it('is forgotten with its writer, and names in its subject with whom they name', async () => {
    const { client, ana } = await anasBook();
    const cy = await client.contacts.create({ given: 'Cyprian', family: 'Oduya' });
    const { result } = await stageFiles(client, [eml({ subject: 'Lunch with Cyprian Oduya' })]);
    await drain(await client.imports.apply({ id: result.batchId }));
    const forgetting = await client.trash.forgetting({ id: cy.id });
    expect(forgetting.named.rows).toMatchObject([{ place: 'received', of: 'Ana Ruiz' }]);
    await drain(await client.trash.forget({ id: cy.id, name: 'Cyprian Oduya', clean: true }));
    expect(JSON.stringify(await client.holdings.get({ id: ana }))).not.toContain('Cyprian');
    expect(await offered(client, ana)).toMatchObject({ subject: expect.stringMatching(/^Re: Lunch with/) });
    expect((await client.trash.forgetting({ id: ana })).counts).toMatchObject({ letters: 1 });
    await drain(await client.trash.forget({ id: ana, name: 'Ana Ruiz', clean: true }));
    const { rows } = await client.imports.items({
      id: result.batchId,
      action: 'create',
      search: '',
      page: { offset: 0, limit: 10 },
    });
    expect(JSON.stringify(rows)).not.toMatch(/letter-1|Lunch|ana@/);
  });
});
