// The tags of the book: counted as they are written, written otherwise, made one, taken away.
import { describe, expect, it } from 'vitest';
import { openReadOnly } from '#db/book.ts';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { testBook } from './harness.ts';
import { stateHash } from './state-hash.ts';

const card = (fn: string, tags: string) =>
  `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:${fn}\r\nCATEGORIES:${tags}\r\nEND:VCARD\r\n`;

/** Everything in the book but its history. */
function hashOf(file: string): string {
  const book = openReadOnly(file);
  const hash = stateHash(book);
  book.close();
  return hash;
}

async function aBook() {
  const { client, ...rest } = await testBook();
  const text = [
    card('Ada Okafor', 'Rowing,C++'),
    card('Bo Falk', 'rowing,C#'),
    card('Cleo Marsh', 'Rowing,Café'),
    card('Dee Lund', 'cafes'),
  ].join('');
  const { batchId } = (
    await stageFiles(client, [{ name: 'club.vcf', bytes: new TextEncoder().encode(text) }])
  ).result;
  await drain(await client.imports.apply({ id: batchId }));
  const list = async (find = '') => (await client.tags.list({ find, page: {} })).rows;
  return { client, list, ...rest };
}

const run = async <Item, Result>(stream: Promise<AsyncIterator<Item, Result, void>>) =>
  (await drain(await stream)).result;

describe('all tags', () => {
  it('are counted as they are written, before and after single edits', async () => {
    const { client, list } = await aBook();
    expect(await list()).toEqual([
      { tag: 'Rowing', people: 2 },
      { tag: 'C#', people: 1 },
      { tag: 'C++', people: 1 },
      { tag: 'Café', people: 1 },
      { tag: 'cafes', people: 1 },
      { tag: 'rowing', people: 1 },
    ]);
    const [row] = (await client.contacts.list({ text: 'dee', page: {} })).rows;
    await run(client.bulk.tag({ people: { ids: [row!.id] }, tags: ['ROWING', 'new'] }));
    expect(await list('row')).toEqual([
      { tag: 'Rowing', people: 2 },
      { tag: 'ROWING', people: 1 },
      { tag: 'rowing', people: 1 },
    ]);
    expect(await list('new')).toEqual([{ tag: 'new', people: 1 }]);
  });

  it('that may be one stand together; signs that mean something keep tags apart', async () => {
    const { client } = await aBook();
    const { alike } = await client.tags.list({ page: {} });
    expect(alike.map((group) => group.map(({ tag }) => tag))).toEqual([
      ['Rowing', 'rowing'],
      ['Café', 'cafes'],
    ]);
  });
});

describe('a tag of many', () => {
  it('is renamed exactly as it was written, whoever said it', async () => {
    const { client, list, file } = await aBook();
    const before = hashOf(file);
    expect(await run(client.tags.rename({ from: 'rowing', to: 'Rowing' }))).toEqual({ changed: 1, of: 3 });
    expect(await list('row')).toEqual([{ tag: 'Rowing', people: 3 }]);
    expect((await client.book.history())[0]).toMatchObject({
      code: 'tags.rename',
      params: { tags: 'rowing', to: 'Rowing', count: 1 },
    });
    await client.book.undo({});
    expect(hashOf(file)).toBe(before);
  });

  it('becomes one with others; nobody has it twice', async () => {
    const { client, list, file } = await aBook();
    const before = hashOf(file);
    const everybody = { query: '', except: [] };
    await run(client.bulk.tag({ people: everybody, tags: ['boats'] }));
    expect(await run(client.tags.merge({ from: ['Rowing', 'rowing', 'boats'], to: 'boats' }))).toMatchObject({
      changed: 3,
    });
    expect(await list('row')).toEqual([]);
    expect(await list('boat')).toEqual([{ tag: 'boats', people: 4 }]);
    const [ada] = (await client.contacts.list({ text: 'ada', page: {} })).rows;
    const { properties } = await client.contacts.get({ id: ada!.id });
    expect(properties.filter(({ value }) => value === 'boats')).toHaveLength(1);
    await client.book.undo({});
    await client.book.undo({});
    expect(hashOf(file)).toBe(before);
  });

  it('is taken away from everybody, and another that only looks like it stays', async () => {
    const { client, list } = await aBook();
    expect(await run(client.tags.delete({ tag: 'C++' }))).toMatchObject({ changed: 1 });
    expect((await list('c')).map(({ tag }) => tag)).toEqual(['C#', 'Café', 'cafes']);
    await client.book.undo({});
    expect((await list('c++')).map(({ tag }) => tag)).toEqual(['C++']);
  });

  it('takes along how often the owner wants to hear of those who have it, once nobody has the old one', async () => {
    const { client, file, book, disconnect } = await aBook();
    disconnect();
    await book.close();
    const { default: Database } = await import('better-sqlite3');
    const sqlite = new Database(file);
    sqlite.prepare("insert into tag_cadence (tag_key, days) values ('rowing', 90)").run();
    sqlite.close();
    const again = await testBook({ file });
    const cadences = () => {
      const reading = openReadOnly(file);
      const keys = reading.statement('select tag_key from tag_cadence').pluck().all();
      reading.close();
      return keys;
    };
    await run(again.client.tags.rename({ from: 'rowing', to: 'Boats' }));
    expect(cadences()).toEqual(['rowing']);
    await run(again.client.tags.rename({ from: 'Rowing', to: 'Boats' }));
    expect(cadences()).toEqual(['boats']);
    await again.client.book.undo({});
    expect(cadences()).toEqual(['rowing']);
    expect(client).toBeDefined();
  });
});
