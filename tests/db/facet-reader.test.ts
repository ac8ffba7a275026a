// Facets are read while nobody waits, at once when somebody does, and never from a reading that a newer one has ended.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { FacetBase } from '#core/contacts/search/facet-index.ts';
import { openReadOnly } from '#db/book.ts';
import { FacetReader } from '#db/contacts/facet-reader.ts';
import { testBook } from './harness.ts';

async function aReader(isBusy = () => false) {
  const { client, file } = await testBook();
  await client.contacts.create({ given: 'Ana', org: 'Acme' });
  const book = openReadOnly(file);
  const sent: FacetBase[] = [];
  return { client, sent, reader: new FacetReader(book, { send: (base) => sent.push(base), isBusy }) };
}

const waited = async (until: () => boolean) => {
  for (let tries = 0; tries < 200 && !until(); tries += 1) await sleep(20);
};

it('reads by itself after a moment', async () => {
  const { reader, sent } = await aReader();
  reader.begin();
  expect(reader.isReading).toBe(true);
  await waited(() => sent.length > 0);
  expect(sent).toHaveLength(1);
  expect(sent[0]!.ids).toHaveLength(1);
  expect(reader.isReading).toBe(false);
});

it('is there at once when somebody waits, busy or not, and only once', async () => {
  const { reader, sent } = await aReader(() => true);
  reader.begin();
  reader.hurry();
  expect(sent).toHaveLength(1);
  reader.hurry();
  await sleep(250);
  expect(sent).toHaveLength(1);
});

it('waits while this thread has other work', async () => {
  let isBusy = true;
  const { reader, sent } = await aReader(() => isBusy);
  reader.begin();
  await sleep(300);
  expect(sent).toEqual([]);
  isBusy = false;
  await waited(() => sent.length > 0);
  expect(sent).toHaveLength(1);
});

it('begun anew, what was under way is never told', async () => {
  const { client, reader, sent } = await aReader(() => true);
  reader.begin();
  await client.contacts.create({ given: 'Tom' });
  reader.begin();
  reader.hurry();
  expect(sent.map(({ ids }) => ids.length)).toEqual([2]);
});
