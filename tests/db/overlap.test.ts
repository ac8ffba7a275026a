// Who worked or studied together, from the jobs of the book: what follows, in which words, and what the owner says against it.
import { expect, it } from 'vitest';
import type { ContactId } from '#core/contacts/model.ts';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { testBook } from './harness.ts';

type Client = Awaited<ReturnType<typeof testBook>>['client'];
type Job = Parameters<Client['contacts']['savePositions']>[0]['positions'][number];

const make = async (client: Client, given: string, positions: Job[] = [], org = ''): Promise<ContactId> => {
  const { id } = await client.contacts.create({ given, org });
  if (positions.length > 0) await client.contacts.savePositions({ id, positions });
  return id;
};

/** Whom somebody may know, how well, how sure that is and the years on which it rests. */
const known = async (client: Client, contactId: ContactId) =>
  (await client.network.mutuals({ contactId })).map(({ fn, tie: { level, certainty, basis } }) => [
    fn,
    level,
    certainty,
    basis.map(({ text, years, isTimeUnknown }) => years ?? (isTimeUnknown ? `perhaps ${text}` : text)),
  ]);

it('says that two were at a small organisation in the same years, however it is written, and only that it is likely', async () => {
  const { client } = await testBook();
  const ana = await make(client, 'Ana', [{ org: 'Mill & Co', from: '2017', to: '2021-03' }]);
  await make(client, 'Ben', [{ org: 'MILL & CO', from: '2019' }]);
  await make(client, 'Cleo', [{ org: 'Mill & Co', from: '2021-05' }]);
  const dov = await make(client, 'Dov', [], 'Mill & Co');
  expect(await known(client, ana)).toEqual([
    ['Ben', 'acquaintance', 'likely', [{ first: 2019, last: 2021 }]],
    ['Dov', 'name_only', 'likely', ['perhaps Mill & Co']],
  ]);
  expect(await known(client, dov)).toEqual([
    ['Ben', 'acquaintance', 'likely', ['Mill & Co']],
    ['Cleo', 'acquaintance', 'likely', ['Mill & Co']],
    ['Ana', 'name_only', 'likely', ['perhaps Mill & Co']],
  ]);
});

it('follows every change of the jobs and its undo', async () => {
  const { client } = await testBook();
  const ana = await make(client, 'Ana', [{ org: 'Mill', from: '2017', to: '2021' }]);
  const ben = await make(client, 'Ben');
  expect(await known(client, ana)).toEqual([]);
  await client.contacts.savePositions({ id: ben, positions: [{ org: 'Mill', from: '2015', to: '2017' }] });
  expect(await known(client, ana)).toEqual([
    ['Ben', 'acquaintance', 'likely', [{ first: 2017, last: 2017 }]],
  ]);
  await client.contacts.savePositions({ id: ben, positions: [{ org: 'Mill', from: '2015', to: '2016' }] });
  expect(await known(client, ana)).toEqual([]);
  await client.book.undo({});
  expect(await known(client, ana)).toHaveLength(1);
  await client.contacts.delete({ id: ben });
  expect(await known(client, ana)).toEqual([]);
  await client.book.undo({});
  expect(await known(client, ana)).toHaveLength(1);
});

it('lets the owner’s word stand against it, whatever the jobs say later', async () => {
  const { client } = await testBook();
  const job = { org: 'Mill', from: '2017', to: '2021' };
  const ana = await make(client, 'Ana', [job]);
  const ben = await make(client, 'Ben', [job]);
  await client.network.stateTie({ contactId: ana, other: ben, level: 'unknown' });
  expect(await known(client, ana)).toEqual([]);
  await client.contacts.savePositions({ id: ben, positions: [{ org: 'Mill', from: '2010' }] });
  expect(await known(client, ana)).toEqual([]);
  expect(await known(client, ben)).toEqual([]);
});

it('counts all who ever were there: of a large organisation nothing follows, whoever overlaps', async () => {
  const { client } = await testBook();
  const ids: ContactId[] = [];
  for (let at = 1; at <= 30; at += 1)
    ids.push(await make(client, `Guest ${at}`, [{ org: 'Mill', from: '2017' }]));
  expect(await known(client, ids[0]!)).toHaveLength(29);
  const last = await make(client, 'Last', [], 'Mill');
  expect(await known(client, ids[0]!)).toEqual([]);
  expect(await known(client, last)).toEqual([]);
  await client.contacts.delete({ id: last });
  expect(await known(client, ids[0]!)).toHaveLength(29);
  const other = await make(client, 'Other', [{ org: 'Mill', from: '2010', to: '2012' }]);
  expect(await known(client, ids[0]!)).toEqual([]);
  await client.contacts.savePositions({ id: other, positions: [] });
  expect(await known(client, ids[0]!)).toHaveLength(29);
});

const csv = (rows: readonly string[]): string =>
  ['First Name,Last Name,URL,Email Address,Company,Position,Connected On', ...rows].join('\n');
const row = (name: string, org: string): string =>
  `${name},Ruiz,https://www.linkedin.com/in/${name.toLowerCase()}-ruiz-test,,${org},Engineer,01 Mar 2024`;

it('remembers what an earlier file showed, and forgets what the batch is taken back with', async () => {
  const { client } = await testBook();
  const take = async (rows: readonly string[]) => {
    const { result } = await stageFiles(client, [{ name: 'Connections.csv', bytes: Buffer.from(csv(rows)) }]);
    await drain(await client.imports.apply({ id: result.batchId }));
    return result.batchId;
  };
  await take([row('Ana', 'Mill'), row('Ben', 'Mill')]);
  const [ana] = (await client.contacts.list({ text: 'ana', page: {} })).rows;
  expect(await known(client, ana!.id)).toEqual([['Ben Ruiz', 'acquaintance', 'likely', ['Mill']]]);
  const second = await take([row('Ana', 'Beta'), row('Ben', 'Gamma')]);
  const year = new Date().getFullYear();
  const once = ['Ben Ruiz', 'acquaintance', 'likely', [{ first: year, last: year }]];
  expect(await known(client, ana!.id)).toEqual([once]);
  await client.imports.revert({ id: second });
  expect(await known(client, ana!.id)).toEqual([['Ben Ruiz', 'acquaintance', 'likely', ['Mill']]]);
});
