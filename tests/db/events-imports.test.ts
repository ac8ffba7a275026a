// A calendar's lists through the whole import: who is on them, that they prove nothing, and that taking back leaves no trace.
import { describe, expect, it } from 'vitest';
import type { Client } from '#api/contract.ts';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { testBook } from './harness.ts';

const OWNER = 'ATTENDEE;CN=Bo Owner;PARTSTAT=ACCEPTED:mailto:bo@example.org';
const ANA = 'ATTENDEE;CN=Ana Ruiz;PARTSTAT=ACCEPTED;ROLE=CHAIR:mailto:ana@example.com';
const crowd = (size: number) =>
  Array.from(
    { length: size },
    (_, at) => `ATTENDEE;CN=Guest ${at};PARTSTAT=ACCEPTED:mailto:guest${at}@example.net`,
  );

const vevent = (uid: string, day: string, lines: readonly string[]) => [
  'BEGIN:VEVENT',
  `UID:${uid}@example.org`,
  `DTSTART;VALUE=DATE:${day}`,
  ...lines,
  'END:VEVENT',
];

/** A lunch that Cleo declined, a fair of thirty, and a table that comes every week without saying so. */
const calendar = (answer = 'DECLINED') =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Example//EN',
    ...vevent('lunch', '20250512', [
      'SUMMARY:Lunch',
      'ORGANIZER;CN=Ana Ruiz:mailto:ana@example.com',
      'CATEGORIES:DINNER',
      OWNER,
      ANA,
      `ATTENDEE;CN=Cleo Marsh;PARTSTAT=${answer}:mailto:cleo@example.com`,
    ]),
    ...vevent('fair', '20250601', ['SUMMARY:Map Fair', OWNER, ANA, ...crowd(30)]),
    ...['20250502', '20250509', '20250516'].flatMap((day) =>
      vevent(`ink${day}`, day, ['SUMMARY:Ink Table', OWNER]),
    ),
    ...vevent('weekly', '20250101', ['SUMMARY:Standup', 'RRULE:FREQ=WEEKLY;COUNT=3', OWNER, ANA]),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

async function bring(client: Client, text: string) {
  const file = { name: 'calendar.ics', bytes: new TextEncoder().encode(text) };
  const { batchId } = (await stageFiles(client, [file])).result;
  await drain(await client.imports.apply({ id: batchId }));
  return batchId;
}

const eventNamed = async (client: Client, text: string) => {
  const { rows } = await client.events.list({ text, page: {} });
  return client.events.get({ id: rows[0]!.id });
};

describe('a calendar’s lists', () => {
  it('name who is in the book with their answers, make nobody, and are no meeting', async () => {
    const { client } = await testBook();
    const cleo = await client.contacts.create({
      given: 'Cleo',
      family: 'Marsh',
      emails: ['cleo@example.com'],
    });
    await bring(client, calendar());
    const lunch = await eventNamed(client, 'lunch');
    expect(lunch.event).toMatchObject({ kind: 'dinner', organizer: 'Ana Ruiz', series: '', metCount: 1 });
    expect(lunch.attendees).toMatchObject([
      { fn: 'Cleo Marsh', partstat: 'DECLINED', setBy: 'import' },
      { fn: 'Ana Ruiz', partstat: 'ACCEPTED', role: 'CHAIR' },
    ]);
    expect(lunch.encounters.map(({ fn }) => fn)).toEqual(['Ana Ruiz']);
    const fair = await eventNamed(client, 'map fair');
    expect(fair.event.metCount).toBe(0);
    expect(fair.attendees.map(({ fn }) => fn)).toEqual(['Ana Ruiz']);
    expect((await client.contacts.list({ text: 'guest', page: {} })).total).toBe(0);
    expect((await client.contacts.get({ id: cleo.id })).tie.level).toBe('unknown');
    const { series } = await client.events.facets();
    expect(series).toEqual([
      { value: 'Ink Table', events: 3 },
      { value: 'Standup', events: 1 },
    ]);
  });

  it('say nothing new the second time, a changed answer the third, and go with their import', async () => {
    const { client } = await testBook();
    await client.contacts.create({ given: 'Cleo', family: 'Marsh', emails: ['cleo@example.com'] });
    const answer = async () =>
      (await eventNamed(client, 'lunch')).attendees.find(({ fn }) => fn === 'Cleo Marsh')?.partstat;
    const first = await bring(client, calendar());
    const again = await stageFiles(client, [
      { name: 'calendar.ics', bytes: new TextEncoder().encode(calendar()) },
    ]);
    const { counts } = await client.imports.get({ id: again.result.batchId });
    expect(counts).toMatchObject({ create: 0, update: 0 });
    await client.imports.discard({ id: again.result.batchId });
    const second = await bring(client, calendar('TENTATIVE'));
    expect(await answer()).toBe('TENTATIVE');
    await client.imports.revert({ id: second });
    expect(await answer()).toBe('DECLINED');
    await client.imports.revert({ id: first });
    expect((await client.events.list({ page: {} })).total).toBe(0);
    expect((await client.contacts.list({ page: {} })).rows.map(({ fn }) => fn)).toEqual(['Cleo Marsh']);
  });

  it('leave an event that the owner has put somebody on, and its people', async () => {
    const { client } = await testBook();
    const batch = await bring(client, calendar());
    const { event, attendees } = await eventNamed(client, 'map fair');
    await client.events.setAttendee({
      eventId: event.id,
      who: { kind: 'known', contactId: attendees[0]!.contactId },
      partstat: 'TENTATIVE',
    });
    await client.imports.revert({ id: batch });
    expect((await eventNamed(client, 'map fair')).attendees).toMatchObject([
      { fn: 'Ana Ruiz', partstat: 'TENTATIVE', setBy: 'owner' },
    ]);
  });

  it('go out as a calendar with names only when asked, and without anybody’s address', async () => {
    const { client } = await testBook();
    await bring(client, calendar());
    const { event } = await eventNamed(client, 'lunch');
    const out = async (withNames: boolean) => {
      const which = { kind: 'one' as const, id: event.id };
      const { items, result } = await drain(await client.exports.events({ which, withNames }));
      expect(result.fileName).toBe('Lunch.ics');
      return items.map(({ base64 }) => Buffer.from(base64, 'base64').toString()).join('');
    };
    expect(await out(false)).not.toMatch(/Ana|ATTENDEE|ORGANIZER|@example\.com/);
    expect(await out(false)).toContain('UID:lunch@example.org');
    expect(await out(true)).toMatch(/ATTENDEE;CN="Ana Ruiz";PARTSTAT=ACCEPTED;ROLE=CHAIR:invalid:nomail/);
    expect(await out(true)).not.toContain('@example.com');
    const ana = (await client.contacts.find({ text: 'ana ruiz' }))[0]!;
    const form = { summary: 'Lunch', organizer: 'ana ruiz ', dtstart: '2025-05-02' };
    await client.events.update({ id: event.id, form });
    expect(await out(true)).toMatch(/ana ruiz/);
    await client.events.logEncounter({ who: { kind: 'known', contactId: ana.id }, eventId: event.id });
    await client.manners.set({ contactId: ana.id, patch: { isConfidential: true } });
    expect(await out(true)).not.toMatch(/ana ruiz/i);
    const { id: cleo } = await client.contacts.create({ given: 'Cleo', family: 'Marsh' });
    await client.events.logEncounter({ who: { kind: 'known', contactId: cleo }, eventId: event.id });
    const hidden = [
      'Map Society, Ana  Ruiz',
      'Ruiz, Ana <ana@map.example>',
      'ANA-RUIZ',
      'mailto:ana@example.com',
    ];
    const shown = ['Map Society', 'Ana Ruizmora', 'Bo Owner'];
    for (const organizer of [...hidden, ...shown]) {
      await client.events.update({ id: event.id, form: { ...form, organizer } });
      expect(/ORGANIZER/.test(await out(true)), organizer).toBe(shown.includes(organizer));
      const json = await drain(await client.exports.people({ format: 'json' }));
      const text = json.items.map(({ base64 }) => Buffer.from(base64, 'base64').toString()).join('');
      const { events } = JSON.parse(text) as { events: { organizer: string }[] };
      expect(
        events.some((one) => one.organizer === organizer),
        organizer,
      ).toBe(shown.includes(organizer));
    }
  });
});
