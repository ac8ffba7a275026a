// A newer calendar: what it renames, moves and calls off, what the owner has said stands, and taking it back.
import { describe, expect, it } from 'vitest';
import type { Client } from '#api/contract.ts';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { testBook } from './harness.ts';

const PEOPLE = [
  'ATTENDEE;CN=Bo Owner;PARTSTAT=ACCEPTED:mailto:bo@example.org',
  'ATTENDEE;CN=Ana Ruiz;PARTSTAT=ACCEPTED:mailto:ana@example.com',
];

const calendar = (lines: readonly string[], head: readonly string[] = []) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Example//EN',
    'X-WR-CALNAME:bo@example.org',
    ...head,
    'BEGIN:VEVENT',
    'UID:lunch@example.org',
    ...PEOPLE,
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

const FIRST = calendar([
  'SUMMARY:Lunch',
  'LOCATION:Café Luna',
  'DTSTART;VALUE=DATE:20250512',
  'DTSTAMP:20250501T100000Z',
]);
const MOVED = [
  'SUMMARY:Long lunch',
  'LOCATION:Hall 3',
  'DTSTART;VALUE=DATE:20250514',
  'DTSTAMP:20250501T100000Z',
];
const NEWER = calendar([...MOVED, 'SEQUENCE:1']);

async function staged(client: Client, text: string) {
  const file = { name: 'calendar.ics', bytes: new TextEncoder().encode(text) };
  return (await stageFiles(client, [file])).result.batchId;
}

async function bring(client: Client, text: string) {
  const batchId = await staged(client, text);
  await drain(await client.imports.apply({ id: batchId }));
  return batchId;
}

const events = async (client: Client) => (await client.events.list({ page: {} })).rows;

/** The one event, and who was met there when. */
async function told(client: Client) {
  const [row] = await events(client);
  const { event, encounters } = await client.events.get({ id: row!.id });
  const { summary, location, dtstart, description } = event;
  return {
    said: [summary, location, dtstart, description],
    met: encounters.map(({ fn, metOn }) => `${fn} ${metOn}`),
  };
}

const eventItems = async (
  client: Client,
  id: Awaited<ReturnType<typeof staged>>,
  action: 'update' | 'same',
) => {
  const { rows } = await client.imports.items({ id, action, page: {} });
  return rows.filter(({ subject }) => subject === 'event');
};

const BEFORE = { said: ['Lunch', 'Café Luna', '2025-05-12', ''], met: ['Ana Ruiz 2025-05-12'] };

describe('a newer state of an event', () => {
  it.each([
    ['a higher SEQUENCE', NEWER],
    ['a later LAST-MODIFIED', calendar([...MOVED, 'LAST-MODIFIED:20250502T100000Z'])],
    ['a later DTSTAMP', calendar(MOVED.map((line) => line.replace('20250501T', '20250503T')))],
  ])('by %s renames and moves it, shows that, and is taken back whole', async (_, newer) => {
    const { client } = await testBook();
    await bring(client, FIRST);
    expect(await told(client)).toEqual(BEFORE);
    const batchId = await staged(client, newer);
    const [item] = await eventItems(client, batchId, 'update');
    expect(item?.changes.map(({ name, before, after }) => [name, before, after])).toEqual([
      ['SUMMARY', 'Lunch', 'Long lunch'],
      ['LOCATION', 'Café Luna', 'Hall 3'],
      ['DTSTART', '2025-05-12', '2025-05-14'],
    ]);
    await drain(await client.imports.apply({ id: batchId }));
    expect(await told(client)).toEqual({
      said: ['Long lunch', 'Hall 3', '2025-05-14', ''],
      met: ['Ana Ruiz 2025-05-14'],
    });
    expect(await eventItems(client, await staged(client, newer), 'update')).toEqual([]);
    // Nor does the older file move it back.
    expect(await eventItems(client, await staged(client, FIRST), 'update')).toHaveLength(0);
    await client.imports.revert({ id: batchId });
    expect(await told(client)).toEqual(BEFORE);
  });

  it('is found by its new name, and by the old one when it is taken back', async () => {
    const { client } = await testBook();
    await bring(client, FIRST);
    const batchId = await bring(client, NEWER);
    const found = async (text: string) => (await client.events.list({ text, page: {} })).rows.length;
    expect([await found('long lunch hall'), await found('luna')]).toEqual([1, 0]);
    await client.imports.revert({ id: batchId });
    expect([await found('long lunch hall'), await found('luna')]).toEqual([0, 1]);
  });

  it('leaves what the owner has changed, and says so', async () => {
    const { client } = await testBook();
    await bring(client, FIRST);
    const [row] = await events(client);
    const { event } = await client.events.get({ id: row!.id });
    const { location, dtstart } = event;
    await client.events.update({ id: event.id, form: { summary: 'Lunch with Ana', location, dtstart } });
    const batchId = await staged(client, NEWER);
    const [item] = await eventItems(client, batchId, 'update');
    expect(item?.changes.map(({ name }) => name)).toEqual(['LOCATION', 'DTSTART']);
    expect(item?.issues).toMatchObject([{ code: 'BOOK_STANDS' }]);
    await drain(await client.imports.apply({ id: batchId }));
    expect((await told(client)).said).toEqual(['Lunch with Ana', 'Hall 3', '2025-05-14', '']);
    await client.imports.revert({ id: batchId });
    expect((await told(client)).said).toEqual(['Lunch with Ana', 'Café Luna', '2025-05-12', '']);
  });

  it('stays on its day with whom was met there where the owner does not want it moved', async () => {
    const { client } = await testBook();
    await bring(client, FIRST);
    const batchId = await staged(client, NEWER);
    const [item] = await eventItems(client, batchId, 'update');
    await client.imports.leaveOut({ id: batchId, itemId: item!.id, leftOut: [2] });
    await drain(await client.imports.apply({ id: batchId }));
    expect(await told(client)).toEqual({
      said: ['Long lunch', 'Hall 3', '2025-05-12', ''],
      met: ['Ana Ruiz 2025-05-12'],
    });
    await client.imports.revert({ id: batchId });
    expect(await told(client)).toEqual(BEFORE);
  });

  it('leaves a value out that is not wanted', async () => {
    const { client } = await testBook();
    await bring(client, FIRST);
    const batchId = await staged(client, NEWER);
    const [item] = await eventItems(client, batchId, 'update');
    await client.imports.leaveOut({ id: batchId, itemId: item!.id, leftOut: [0] });
    await drain(await client.imports.apply({ id: batchId }));
    expect((await told(client)).said).toEqual(['Lunch', 'Hall 3', '2025-05-14', '']);
    await client.imports.revert({ id: batchId });
    expect((await told(client)).said).toEqual(['Lunch', 'Café Luna', '2025-05-12', '']);
  });

  it.each([
    [
      'in its own words',
      calendar(['SUMMARY:Lunch', 'DTSTART;VALUE=DATE:20250512', 'SEQUENCE:1', 'STATUS:CANCELLED']),
    ],
    [
      'by a calendar that cancels',
      calendar(['DTSTART;VALUE=DATE:20250512', 'SEQUENCE:1'], ['METHOD:CANCEL']),
    ],
  ])('that is called off %s was no meeting', async (_, off) => {
    const { client } = await testBook();
    await bring(client, FIRST);
    const batchId = await bring(client, off);
    expect(await told(client)).toEqual({
      said: ['Lunch', 'Café Luna', '2025-05-12', 'CANCELLED'],
      met: [],
    });
    expect(await eventItems(client, await staged(client, off), 'update')).toEqual([]);
    await client.imports.revert({ id: batchId });
    expect(await told(client)).toEqual(BEFORE);
  });

  it.each([
    ['the older first', [FIRST, NEWER]],
    ['the newer first', [NEWER, FIRST]],
  ])('beside an older one of the same import, %s, is the one that counts', async (_, texts) => {
    const { client } = await testBook();
    const files = texts.map((text, at) => ({ name: `${at}.ics`, bytes: new TextEncoder().encode(text) }));
    const { batchId } = (await stageFiles(client, files)).result;
    await drain(await client.imports.apply({ id: batchId }));
    expect(await told(client)).toEqual({
      said: ['Long lunch', 'Hall 3', '2025-05-14', ''],
      met: ['Ana Ruiz 2025-05-14'],
    });
  });

  it('of one time of a series, or an answer, does not speak for the event', async () => {
    const { client } = await testBook();
    await bring(client, FIRST);
    const one = calendar([...MOVED, 'SEQUENCE:2', 'RECURRENCE-ID;VALUE=DATE:20250514']);
    const answer = calendar([...MOVED, 'SEQUENCE:2'], ['METHOD:REPLY']);
    for (const text of [one, answer]) {
      const items = await eventItems(client, await staged(client, text), 'update');
      expect(items.flatMap(({ changes }) => changes)).toEqual([]);
    }
  });

  it('goes with the batch that made the event, whichever is taken back first', async () => {
    const { client } = await testBook();
    const first = await bring(client, FIRST);
    const second = await bring(client, NEWER);
    await client.imports.revert({ id: first });
    expect((await told(client)).met).toEqual(['Ana Ruiz 2025-05-14']);
    await client.imports.revert({ id: second });
    expect((await events(client)).map(({ summary }) => summary)).toEqual(['Lunch']);
    expect((await told(client)).met).toEqual([]);
  });
});
