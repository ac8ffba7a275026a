// Many people at once: each deed is one entry of the history, undone whole, and changes nobody who was not meant.
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Client } from '#api/contract.ts';
import type { People } from '#api/people.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import { openReadOnly, openWritable } from '#db/book.ts';
import { inOneDeed } from '#db/bulk/deed.ts';
import { addTags } from '#db/contacts/tag-rows.ts';
import { contact, property } from '#db/contacts/tables.ts';
import { Recorder } from '#db/history/journal.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { historyOf } from '#db/history/queries.ts';
import { WriterThread } from '#db/writer-thread.ts';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { testBook } from './harness.ts';
import { stateHash } from './state-hash.ts';
import { tempFolder } from './temp-folder.ts';

const CARDS = [
  'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Zoë Ångström\r\nORG:Kraftwerk;Turbines\r\nEMAIL;PREF=1:zoe@example.org\r\nCATEGORIES:Rowing,Book Club\r\nEND:VCARD',
  'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Falk\\, Bo\r\nORG:Loom\r\nTITLE:Weaver\r\nEMAIL:bo@example.org\r\nCATEGORIES:rowing\r\nCLASS:PRIVATE\r\nEND:VCARD',
  'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Cleo Marsh\r\nORG:kraftwerk\r\nEND:VCARD',
  '',
].join('\r\n');

const MIGRATIONS = path.resolve(import.meta.dirname, '../../db/migrations');
const NOW = '2026-01-02T03:04:05Z';

const everybody: People = { query: '', except: [] };

/** Everything in the book but its history. */
function hashOf(file: string): string {
  const book = openReadOnly(file);
  const hash = stateHash(book);
  book.close();
  return hash;
}

async function aBook() {
  const { client, ...rest } = await testBook();
  const { batchId } = (
    await stageFiles(client, [{ name: 'club.vcf', bytes: new TextEncoder().encode(CARDS) }])
  ).result;
  await drain(await client.imports.apply({ id: batchId }));
  const tom = await client.contacts.create({ given: 'Tom', family: 'Weber', org: 'Acme' });
  const { rows } = await client.contacts.list({ page: {} });
  const idOf = (fn: string) => rows.find((row) => row.fn.includes(fn))!.id;
  const ids = { zoe: idOf('Zoë'), bo: idOf('Falk'), cleo: idOf('Cleo'), tom: tom.id };
  return { client, ids, ...rest };
}

const values = async (client: Client, id: ContactId, name: string): Promise<string[]> =>
  (await client.contacts.get({ id })).properties
    .filter((one) => one.name === name)
    .map(({ value }) => value)
    .toSorted();

const tagsOf = (client: Client, id: ContactId) => values(client, id, 'CATEGORIES');
const newest = async (client: Client) => (await client.book.history())[0];
const run = async <Item, Result>(stream: Promise<AsyncIterator<Item, Result, void>>) =>
  (await drain(await stream)).result;

describe('tagging many', () => {
  it('gives whoever has not got it the tag, as one deed with its number, and takes it back whole', async () => {
    const { client, ids, file } = await aBook();
    const before = hashOf(file);
    expect(await run(client.bulk.tag({ people: everybody, tags: ['rowing', 'Rowing', 'speaker'] }))).toEqual({
      changed: 4,
      of: 4,
    });
    // Whoever rows already rows as it was written.
    expect(await tagsOf(client, ids.zoe)).toEqual(['Book Club', 'Rowing', 'speaker']);
    expect(await tagsOf(client, ids.tom)).toEqual(['rowing', 'speaker']);
    expect(await newest(client)).toMatchObject({
      code: 'bulk.tag',
      params: { count: 4, tags: 'rowing, speaker' },
    });
    expect((await client.contacts.list({ text: 'tag:speaker', page: {} })).total).toBe(4);
    await client.book.undo({});
    expect(hashOf(file)).toBe(before);
    expect((await client.contacts.list({ text: 'tag:speaker', page: {} })).total).toBe(0);
    expect((await client.book.redo())?.code).toBe('bulk.tag');
    expect(await tagsOf(client, ids.cleo)).toEqual(['rowing', 'speaker']);
  });

  it('means whom the query finds when it is done, without those who were left out', async () => {
    const { client, ids } = await aBook();
    expect(
      await run(client.bulk.tag({ people: { query: 'kraftwerk', except: [ids.cleo] }, tags: ['x'] })),
    ).toEqual({ changed: 1, of: 1 });
    expect(await tagsOf(client, ids.cleo)).toEqual([]);
    expect(await run(client.bulk.tag({ people: { query: 'tag:x', except: [] }, tags: ['y'] }))).toMatchObject(
      {
        changed: 1,
      },
    );
    expect(await tagsOf(client, ids.zoe)).toContain('y');
    // Somebody who is gone meanwhile is nobody.
    await client.contacts.delete({ id: ids.tom });
    expect(await run(client.bulk.tag({ people: { ids: [ids.tom, ids.bo] }, tags: ['z'] }))).toEqual({
      changed: 1,
      of: 1,
    });
  });

  it('keeps no deed where nobody is changed', async () => {
    const { client } = await aBook();
    const before = await newest(client);
    expect(await run(client.bulk.untag({ people: everybody, tags: ['nobody has this'] }))).toEqual({
      changed: 0,
      of: 4,
    });
    expect(await newest(client)).toEqual(before);
  });

  it('takes tags away however they are written; what an import said stays hidden and comes back with undo', async () => {
    const { client, ids, file } = await aBook();
    await run(client.bulk.tag({ people: { ids: [ids.tom] }, tags: ['RÓWING'] }));
    const before = hashOf(file);
    expect(await run(client.bulk.untag({ people: everybody, tags: ['rowing'] }))).toEqual({
      changed: 3,
      of: 4,
    });
    expect(await tagsOf(client, ids.zoe)).toEqual(['Book Club']);
    expect(await tagsOf(client, ids.tom)).toEqual([]);
    await client.book.undo({});
    expect(hashOf(file)).toBe(before);
  });

  it('is undone after the book was closed and opened again', async () => {
    const { client, ids, file, book, disconnect } = await aBook();
    const before = hashOf(file);
    await run(client.bulk.tag({ people: everybody, tags: ['speaker'] }));
    disconnect();
    await book.close();
    const again = await testBook({ file });
    expect((await again.client.book.undo({}))?.params).toMatchObject({ count: 4 });
    expect(hashOf(file)).toBe(before);
    expect(await tagsOf(again.client, ids.tom)).toEqual([]);
    await again.client.book.redo();
    expect(await tagsOf(again.client, ids.tom)).toEqual(['speaker']);
  });

  it('finds everybody by what very many were given, though nobody is read one by one', async () => {
    const file = path.join(tempFolder(), 'many.acquaint');
    const made = openWritable(file, MIGRATIONS);
    const recorder = new Recorder(made);
    made.sqlite.exec('begin');
    for (let at = 0; at < 3204; at += 1) {
      const fn = at < 4 ? `Bo ${at}` : `Ada Okafor ${at}`;
      const id = recorder.insert(contact, { fn, sortKey: fn, nameKey: '', createdAt: NOW });
      recorder.insert(property, { contactId: id, name: 'FN', value: fn, recordedAt: NOW });
    }
    made.sqlite.exec('commit');
    made.close();
    const { client } = await testBook({ file });
    expect((await client.contacts.list({ text: 'tag:speaker', page: {} })).total).toBe(0);
    const { items, result } = await drain(await client.bulk.tag({ people: everybody, tags: ['speaker'] }));
    expect(result).toEqual({ changed: 3204, of: 3204 });
    expect(items.map(({ done }) => done)).toEqual([1000, 2000, 3000, 3204]);
    expect((await client.contacts.list({ text: 'tag:speaker okafor', page: {} })).total).toBe(3200);
    await run(client.bulk.delete({ people: { query: 'okafor', except: [] } }));
    expect((await client.contacts.list({ text: 'okafor', page: {} })).total).toBe(0);
    expect((await client.contacts.list({ text: 'tag:speaker', page: {} })).total).toBe(4);
    await client.book.undo({});
    expect((await client.contacts.list({ text: 'okafor tag:speaker', page: {} })).total).toBe(3200);
  }, 60_000);

  it('changes nothing when it is stopped on the way', async () => {
    const book = openWritable(path.join(tempFolder(), 'stopped.acquaint'), MIGRATIONS);
    const recorder = new Recorder(book);
    for (let at = 0; at < 1500; at += 1)
      recorder.insert(contact, { fn: `Ada ${at}`, sortKey: `${at}`, nameKey: '', createdAt: NOW });
    const before = stateHash(book);
    const writer = new WriterThread(book, false, []);
    const deed = {
      code: 'bulk.tag',
      params: {},
      people: everybody,
      begin: (to: WriteBook) => (id: ContactId) => addTags({ book: to, id, now: NOW }, ['speaker']),
    };
    const steps = inOneDeed({ writer, now: NOW }, deed);
    expect((await steps.next()).value).toEqual({ done: 1000, total: 1500 });
    expect(stateHash(book)).not.toBe(before);
    await steps.return({ changed: 0, of: 0 });
    expect(stateHash(book)).toBe(before);
    expect(historyOf(book, { limit: 10 })).toEqual([]);
    // The next one has its turn.
    expect((await drain(inOneDeed({ writer, now: NOW }, deed))).result).toEqual({ changed: 1500, of: 1500 });
    expect(historyOf(book, { limit: 10 })).toHaveLength(1);
    book.close();
  });
});

describe('editing many', () => {
  it('sets, replaces and clears a company above every import; says beforehand how many', async () => {
    const { client, ids, file } = await aBook();
    const before = hashOf(file);
    const edit = {
      property: 'ORG' as const,
      change: { kind: 'replace' as const, from: 'KRAFTWERK', to: 'Elbe Energie' },
    };
    expect(await client.bulk.preview({ people: everybody, edit })).toEqual({ changed: 2, of: 4 });
    expect(await run(client.bulk.edit({ people: everybody, edit }))).toEqual({ changed: 2, of: 4 });
    expect((await client.contacts.list({ text: 'company:elbe', page: {} })).total).toBe(2);
    // The units of the old company are not those of the new one.
    expect((await client.contacts.get({ id: ids.zoe })).form).toMatchObject({
      org: 'Elbe Energie',
      units: [],
    });
    await client.book.undo({});
    expect(hashOf(file)).toBe(before);
    await run(
      client.bulk.edit({
        people: everybody,
        edit: { property: 'TITLE', change: { kind: 'set', to: 'Rower' } },
      }),
    );
    await run(
      client.bulk.edit({ people: { ids: [ids.bo] }, edit: { property: 'TITLE', change: { kind: 'clear' } } }),
    );
    const titles = (await client.contacts.list({ page: {} })).rows.map(({ title }) => title);
    expect(titles.toSorted()).toEqual(['', 'Rower', 'Rower', 'Rower']);
  });

  it('marks cards confidential and takes that back, whatever a stranger’s card had said', async () => {
    const { client, ids, file } = await aBook();
    const before = hashOf(file);
    expect(await run(client.bulk.classify({ people: everybody, confidential: true }))).toEqual({
      changed: 4,
      of: 4,
    });
    // As on the person's page, and as files of everybody ask.
    const said = async () => (await client.manners.get({ contactId: ids.bo })).isConfidential;
    expect(await said()).toBe(true);
    const wish = { format: 'vcard-4' as const, people: everybody };
    await expect(client.exports.people(wish).then(drain)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await run(client.bulk.classify({ people: everybody, confidential: true }))).toMatchObject({
      changed: 0,
    });
    expect(await run(client.bulk.classify({ people: { ids: [ids.bo] }, confidential: false }))).toMatchObject(
      {
        changed: 1,
      },
    );
    expect(await said()).toBe(false);
    expect((await run(client.exports.people(wish))).people).toBe(1);
    await client.book.undo({});
    await client.book.undo({});
    expect(hashOf(file)).toBe(before);
  });
});

describe('meeting and deleting many', () => {
  it('logs everybody but the owner at one event, once, with its day and place', async () => {
    const { client, ids, file } = await aBook();
    await client.contacts.setOwner({ id: ids.tom });
    const { id: eventId } = await client.events.create({
      summary: 'Regatta',
      dtstart: '2025-05-03',
      location: 'Hamburg',
    });
    await client.events.logEncounter({ who: { kind: 'known', contactId: ids.bo }, eventId });
    const before = hashOf(file);
    const event = { kind: 'known' as const, id: eventId };
    expect(await run(client.bulk.meet({ people: everybody, event }))).toEqual({ changed: 2, of: 4 });
    const { encounters } = await client.events.get({ id: eventId });
    expect(encounters.map(({ fn, metOn, location }) => [fn, metOn, location])).toEqual(
      expect.arrayContaining([
        ['Cleo Marsh', '2025-05-03', 'Hamburg'],
        ['Zoë Ångström', '2025-05-03', 'Hamburg'],
      ]),
    );
    expect(encounters).toHaveLength(3);
    expect(await newest(client)).toMatchObject({ params: { event: 'Regatta', count: 2 } });
    await client.book.undo({});
    expect(hashOf(file)).toBe(before);
    await run(
      client.bulk.meet({ people: { ids: [ids.zoe] }, event: { kind: 'new', form: { summary: 'Ball' } } }),
    );
    expect((await client.events.list({ text: 'ball', page: {} })).rows[0]).toMatchObject({
      metCount: 1,
    });
    // The event goes with the deed that made it.
    await client.book.undo({});
    expect(hashOf(file)).toBe(before);
    await expect(
      run(client.bulk.meet({ people: everybody, event: { kind: 'known', id: EventId.parse(999) } })),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('deletes people but never the owner', async () => {
    const { client, ids } = await aBook();
    await client.contacts.setOwner({ id: ids.tom });
    expect(await run(client.bulk.delete({ people: everybody }))).toEqual({ changed: 3, of: 4 });
    expect((await client.contacts.list({ page: {} })).rows.map(({ fn }) => fn)).toEqual(['Tom Weber']);
    await client.book.undo({});
    expect((await client.contacts.list({ text: 'company:loom', page: {} })).total).toBe(1);
  });
});

describe('what is known of many', () => {
  it('names the keys of a stretch of the list as the list shows it', async () => {
    const { client } = await aBook();
    for (const text of ['', 'kraftwerk']) {
      const rows = (await client.contacts.list({ text, page: {} })).rows.map(({ id }) => id);
      expect(await client.bulk.ids({ text, offset: 1, limit: 2 })).toEqual(rows.slice(1, 3));
    }
  });

  it('writes addresses as the head of a letter takes them, and counts who has none', async () => {
    const { client } = await aBook();
    expect(await client.bulk.addresses({ people: everybody })).toEqual({
      text: 'Zoë Ångström <zoe@example.org>, "Falk, Bo" <bo@example.org>',
      with: 2,
      without: 2,
    });
  });

  it('exports whom a query finds', async () => {
    const { client } = await aBook();
    const { items, result } = await drain(
      await client.exports.people({ format: 'vcard-4', people: { query: 'tag:rowing', except: [] } }),
    );
    const text = items.map(({ base64 }) => Buffer.from(base64, 'base64').toString()).join('');
    expect(result.people).toBe(2);
    expect([...text.matchAll(/^FN.*$/gm)].map(([line]) => line.trim())).toEqual([
      'FN:Zoë Ångström',
      'FN:Falk\\, Bo',
    ]);
  });
});

describe('any bulk deeds', () => {
  it('undone one after the other leave the book as it was, and redone as it had become', async () => {
    const { client, ids, file } = await aBook();
    const all = Object.values(ids);
    const tag = fc.constantFrom('Rowing', 'rowing', 'speaker', 'Ünïcode', '#a b');
    const people = fc.oneof(
      fc.subarray(all, { minLength: 1 }).map((some): People => ({ ids: some })),
      fc
        .record({
          query: fc.constantFrom('', 'tag:rowing', 'kraftwerk', 'is:owner'),
          except: fc.subarray(all),
        })
        .map((meant): People => meant),
    );
    const deed = fc.oneof(
      fc.record({
        kind: fc.constantFrom('tag' as const, 'untag' as const),
        people,
        tags: fc.array(tag, { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('rename' as const), from: tag, to: tag }),
      fc.record({ kind: fc.constant('classify' as const), people, confidential: fc.boolean() }),
    );
    const act = (one: typeof deed extends fc.Arbitrary<infer Deed> ? Deed : never) => {
      if (one.kind === 'rename') return run(client.tags.rename({ from: one.from, to: one.to }));
      if (one.kind === 'classify')
        return run(client.bulk.classify({ people: one.people, confidential: one.confidential }));
      return run(client.bulk[one.kind]({ people: one.people, tags: one.tags }));
    };
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 5 }), async (deeds) => {
        const before = hashOf(file);
        let done = 0;
        for (const one of deeds) if ((await act(one)).changed > 0) done += 1;
        const after = hashOf(file);
        for (let at = 0; at < done; at += 1) await client.book.undo({});
        expect(hashOf(file)).toBe(before);
        for (let at = 0; at < done; at += 1) await client.book.redo();
        expect(hashOf(file)).toBe(after);
        for (let at = 0; at < done; at += 1) await client.book.undo({});
      }),
      { numRuns: 25 },
    );
  });
});

describe('a deed about very many', () => {
  it('says how far it has been taken back, while that is going on, and then nothing more', async () => {
    const { client } = await testBook();
    const cards = Array.from(
      { length: 4500 },
      (_, at) => `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Person ${at}\r\nEND:VCARD\r\n`,
    );
    const file = { name: 'many.vcf', bytes: new TextEncoder().encode(cards.join('')) };
    const { result } = await stageFiles(client, [file]);
    await drain(await client.imports.apply({ id: result.batchId }));
    await run(client.bulk.tag({ people: everybody, tags: ['many'] }));
    const replaying = await client.book.replaying();
    const first = replaying.next();
    const undone = client.book.undo({});
    const said = await first;
    if (said.done === true) throw new Error('nothing was said');
    const far = said.value;
    expect(far.done).toBeGreaterThan(0);
    expect(far.done).toBeLessThan(far.total);
    expect(far.total).toBeGreaterThanOrEqual(4500);
    expect((await undone)?.code).toBe('bulk.tag');
    await replaying.return?.();
    expect((await client.contacts.list({ text: 'tag:many', page: {} })).total).toBe(0);
  });
});
