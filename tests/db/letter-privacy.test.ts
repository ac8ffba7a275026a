// The privacy check with a real book around it, and letters in the reader's own language.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '#api/contract.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { testBook } from './harness.ts';

let client: Client;
let ids: Record<'mara' | 'ana' | 'ben' | 'carla' | 'tom', ContactId>;

beforeEach(async () => {
  ({ client } = await testBook());
  const add = async (given: string, family: string, more: object = {}) =>
    (await client.contacts.create({ given, family, ...more })).id;
  ids = {
    mara: await add('Mara', 'Lind', { emails: ['mara@example.org'] }),
    ana: await add('Ana', 'Ruiz', {
      emails: ['ana@example.org'],
      note: 'Cannot stand her new boss. Divorce in spring.',
      urls: ['https://www.linkedin.com/in/ana-ruiz'],
      more: [{ name: 'LANG', value: 'de-AT' }],
    }),
    ben: await add('Ben', 'Zak', {
      tels: ['+49 30 901820-11'],
      more: [{ name: 'ADR', value: ';;Am Alten Markt 5;Anderswo;;;' }],
    }),
    carla: await add('Carla', 'Nunes', { emails: ['carla@example.net'] }),
    tom: await add('Tom', 'Weber'),
  };
  await client.contacts.setOwner({ id: ids.mara });
});

const about = (kind: 'reconnect' | 'thank_you', more: object = {}) =>
  ({ about: 'person', kind, to: ids.ana, ...more }) as const;
const told = async (request: Parameters<Client['introductions']['check']>[0]['request'], body: string) =>
  (await client.introductions.check({ request, subject: '', body })).map(({ kind, text, source }) => [
    kind,
    text,
    source?.fn,
  ]);

describe('the privacy check', () => {
  it('finds what notes say about the reader, and where it is from', async () => {
    expect(
      await told(about('reconnect'), 'I hear you cannot stand your new boss since the separation.'),
    ).toEqual([['sensitive', 'separation', 'Ana Ruiz']]);
    expect(await told(about('reconnect'), 'People say you cannot stand her new boss.')).toEqual([
      ['private_note', 'cannot stand her new boss', 'Ana Ruiz'],
    ]);
  });

  it('knows whose addresses and names are in it, and leaves those of the thread alone', async () => {
    const body =
      'Mara and Ana may write to mara@example.org or ana@example.org. Carla Nunes is carla@example.net, Ben Zak is 030 90182011, Am Alten Markt 5.';
    expect(await told(about('thank_you', { other: ids.ben }), body)).toEqual([
      ['person_not_in_thread', 'Carla Nunes', 'Carla Nunes'],
      ['address', 'carla@example.net', 'Carla Nunes'],
      ['address', '030 90182011', undefined],
      ['address', 'Am Alten Markt 5', 'Ben Zak'],
    ]);
  });

  it('keeps the answer of a reference and its author to the owner', async () => {
    const { id } = await client.invitations.create({
      fn: 'Ana Ruiz',
      url: 'https://www.linkedin.com/in/ana-ruiz',
      mutualNames: ['Tom Weber'],
    });
    const { invitation } = await client.invitations.get({ id });
    const mutualId = invitation.mutuals[0]!.id;
    await client.invitations.matchMutual({ mutualId, contactId: ids.tom });
    await client.invitations.recordAnswer({ mutualId, answer: 'not_really' });
    const toAna = { about: 'invitation', kind: 'ask_inviter', invitationId: id } as const;
    expect(await told(toAna, 'Tom does not know you.')).toEqual([['reference_answer', 'Tom', 'Tom Weber']]);
    expect(await told(about('reconnect'), 'Tom does not know you.')).toHaveLength(1);
    // Whoever gave the answer may be thanked for it.
    const toTom = { about: 'person', kind: 'thank_you', to: ids.tom, other: ids.ana } as const;
    expect(await told(toTom, 'Thank you, Tom.')).toEqual([]);
  });

  it('finds nothing in the letters the book writes itself', async () => {
    for (const language of ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'] as const) {
      const request = {
        ...about('thank_you', { other: ids.ben, purpose: 'The maps arrived.' }),
        style: { language },
      };
      const { subject, body } = await client.introductions.draft(request);
      expect(await client.introductions.check({ request, subject, body })).toEqual([]);
    }
  });
});

describe('a letter', () => {
  it('is in the reader’s language, and speaks to them as the owner does', async () => {
    const usual = await client.introductions.draft(about('reconnect'));
    expect(usual.style).toEqual({ language: 'de', tone: 'warm', address: 'informal', channel: 'email' });
    expect(usual.body).toMatch(/^Hallo Ana,/);
    await client.manners.set({ contactId: ids.ana, patch: { address: 'formal', channel: 'linkedin' } });
    expect(await client.manners.get({ contactId: ids.ana })).toMatchObject({ address: 'formal' });
    const formal = await client.introductions.draft(about('reconnect'));
    expect(formal.body).toMatch(/^Guten Tag Ana Ruiz,\n\nwir haben .*\nIch würde mich freuen, von Ihnen/s);
    expect(formal.channel).toBe('linkedin_message');
    await client.book.undo({});
    expect((await client.introductions.draft(about('reconnect'))).style.address).toBe('informal');
    const english = await client.introductions.draft({ ...about('reconnect'), style: { language: 'en' } });
    expect(english.body).toMatch(/^Hi Ana,/);
  });

  it('says what it is about and where that is from, and keeps a note to what the account allows', async () => {
    const letter = await client.introductions.draft(
      about('thank_you', { other: ids.ben, purpose: 'The maps arrived.' }),
    );
    expect(letter.facts).toContainEqual({ name: 'other', value: 'Ben Zak', from: 'card' });
    expect(letter.facts).toContainEqual({ name: 'purpose', value: 'The maps arrived.', from: 'own_words' });
    const style = { channel: 'linkedin_note', language: 'en' } as const;
    const note = {
      about: 'person',
      kind: 'brief_note',
      to: ids.ben,
      purpose: 'x '.repeat(140),
      style,
    } as const;
    expect((await client.introductions.draft(note)).limit).toBe(200);
    await client.book.setPreferences({ ...(await client.book.preferences()), noteLimit: 300 });
    expect((await client.introductions.draft(note)).limit).toBe(300);
  });
});
