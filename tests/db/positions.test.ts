// Jobs in the book: the owner's list as one deed, imports as a history, and both found by company.
import { expect, it } from 'vitest';
import type { ContactId } from '#core/contacts/model.ts';
import type { PositionForm } from '#core/contacts/positions.ts';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { testBook } from './harness.ts';

const csv = (org: string, title: string): string =>
  `First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAna,Ruiz,https://www.linkedin.com/in/ana-ruiz-test,,${org},${title},01 Mar 2024\n`;

it('keeps the owner’s list, undoes it as one deed, and finds people by a former company', async () => {
  const { client } = await testBook();
  const { id } = await client.contacts.create({ given: 'Ana', org: 'Gamma' });
  const jobs = [
    { org: 'Beta', title: 'Engineer', from: '2017', to: '2019-04' },
    { org: 'Delta', title: '', from: '2019-05' },
  ];
  await client.contacts.savePositions({ id, positions: jobs });
  expect((await client.contacts.positions({ id })).positions).toEqual([jobs[1], jobs[0]]);
  const found = async (text: string) => (await client.contacts.list({ text, page: {} })).total;
  expect([await found('company:beta'), await found('former:beta'), await found('former:delta')]).toEqual([
    1, 1, 0,
  ]);
  await client.contacts.savePositions({ id, positions: [jobs[1]!] });
  await client.book.undo({});
  expect((await client.contacts.positions({ id })).positions).toHaveLength(2);
  await client.book.undo({});
  expect((await client.contacts.positions({ id })).positions).toEqual([]);
});

it('joins the lists of two cards that become one, a job of both once, and parts them again', async () => {
  const { client } = await testBook();
  const card = async (given: string, positions: PositionForm[]) => {
    const { id } = await client.contacts.create({ given });
    await client.contacts.savePositions({ id, positions });
    return id;
  };
  const beta = { org: 'Beta', title: 'Engineer', from: '2017', to: '2019-04' };
  const gamma = { org: 'Gamma', title: 'Lead', from: '2021' };
  const delta = { org: 'Delta', title: '', from: '2019-05', to: '2021' };
  const [one, other] = [await card('Ana', [beta, gamma]), await card('Anna', [delta, beta])];
  const jobs = async (id: ContactId) => (await client.contacts.positions({ id })).positions;
  const { mergeIds } = await client.contacts.merge({ groups: [{ survivorId: one, absorbedIds: [other] }] });
  expect(await jobs(one)).toEqual([gamma, delta, beta]);
  await client.contacts.unmerge({ mergeId: mergeIds[0]! });
  expect([await jobs(one), await jobs(other)]).toEqual([
    [gamma, beta],
    [delta, beta],
  ]);
});

it('shows what an earlier export said as a job seen until the later one', async () => {
  const { client } = await testBook();
  for (const [org, title] of [
    ['Acme', 'Engineer'],
    ['Acme', 'Lead'],
    ['Beta', 'CTO'],
  ] as const) {
    const { result } = await stageFiles(client, [
      { name: 'Connections.csv', bytes: Buffer.from(csv(org, title)) },
    ]);
    await drain(await client.imports.apply({ id: result.batchId }));
  }
  const { rows } = await client.contacts.list({ text: 'ana', page: {} });
  const { seen } = await client.contacts.positions({ id: rows[0]!.id });
  expect(seen.map(({ org, title, seenUntil }) => [org, title, seenUntil === undefined])).toEqual([
    ['Beta', 'CTO', true],
    ['Acme', 'Lead', false],
    ['Acme', 'Engineer', false],
  ]);
});
