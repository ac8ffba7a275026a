// What is due, out of a real book: gathered by indexes, answered, put off, and taken back.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '#api/contract.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import { plusDays } from '#core/reminders/days.ts';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { testBook } from './harness.ts';

/** Everything is counted from the day the test runs on, as rows carry the moment they were written. */
const now = new Date();
const two = (count: number) => String(count).padStart(2, '0');
const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
const ago = (days: number) => plusDays(today, -days);

let client: Client;
let me: ContactId;
let ana: ContactId;
beforeEach(async () => {
  ({ client } = await testBook());
  me = (await client.contacts.create({ given: 'Mara', family: 'Lind' })).id;
  await client.contacts.setOwner({ id: me });
  ana = (await client.contacts.create({ given: 'Ana', family: 'Ruiz' })).id;
});

const met = (contactId: ContactId, metOn: string, more: object = {}) =>
  client.events.logEncounter({ who: { kind: 'known', contactId }, metOn, ...more });
const due = async (day = today) => (await client.reminders.list({ today: day })).due;
const kinds = async (day = today) => (await due(day)).map(({ kind, fn }) => `${kind} ${fn}`);

async function bring(name: string, text: string): Promise<number> {
  const file = { name, bytes: new TextEncoder().encode(text) };
  const { batchId } = (await stageFiles(client, [file])).result;
  await drain(await client.imports.apply({ id: batchId }));
  return batchId;
}
const idOf = async (fn: string) => (await client.contacts.find({ text: fn }))[0]!.id;

describe('a follow-up', () => {
  it('comes the day after an event ends, says which, and goes when it is done; undo brings it back', async () => {
    const event = await client.events.create({ summary: 'Type Walk', dtstart: ago(4), dtend: ago(2) });
    await client.events.logEncounter({ who: { kind: 'known', contactId: ana }, eventId: event.id });
    const [reminder] = await due();
    expect(reminder).toEqual({
      kind: 'follow_up',
      contactId: ana,
      eventId: event.id,
      fn: 'Ana Ruiz',
      dueOn: ago(1),
      state: 'due',
      text: '',
      isSnoozed: false,
      event: 'Type Walk',
      metOn: ago(2),
    });
    const { kind, contactId, eventId, dueOn } = reminder!;
    await client.reminders.settle({
      reminder: { kind, contactId, eventId: eventId!, dueOn },
      outcome: 'done',
    });
    expect(await kinds()).toEqual([]);
    await client.book.undo({});
    expect(await kinds()).toEqual(['follow_up Ana Ruiz']);
  });

  it('is the same on Today and on the page of its event, and undo takes it back on both', async () => {
    const { id: eventId } = await client.events.create({
      summary: 'Type Walk',
      dtstart: ago(4),
      dtend: ago(2),
    });
    const ben = (await client.contacts.create({ given: 'Ben', family: 'Zak' })).id;
    for (const contactId of [ana, ben, me])
      await client.events.logEncounter({ who: { kind: 'known', contactId }, eventId });
    const page = () => client.reminders.atEvent({ eventId, today });
    const answered = async () =>
      (await page()).map(({ reminder, isAnswered }) => [reminder.contactId, isAnswered]);
    const onToday = await due();
    expect((await page()).slice(0, 2).map(({ reminder }) => reminder)).toEqual(
      onToday.map(({ kind, contactId, dueOn, eventId: at }) => ({ kind, contactId, dueOn, eventId: at })),
    );
    expect(await answered()).toEqual([
      [ana, false],
      [ben, false],
      [me, true],
    ]);
    await client.reminders.settle({ reminder: (await page())[0]!.reminder, outcome: 'done' });
    expect(await kinds()).toEqual(['follow_up Ben Zak']);
    expect((await answered())[0]).toEqual([ana, true]);
    await client.book.undo({});
    expect(await kinds()).toEqual(['follow_up Ana Ruiz', 'follow_up Ben Zak']);
    expect((await answered())[0]).toEqual([ana, false]);
    // Put off, it is answered under its own key; met elsewhere since, they need no word about this.
    await client.reminders.snooze({ reminder: (await page())[0]!.reminder, until: plusDays(today, 5) });
    const put = (await page())[0]!.reminder;
    expect(put).toMatchObject({ id: expect.any(Number) as number, dueOn: plusDays(today, 5) });
    await client.reminders.settle({ reminder: put, outcome: 'done' });
    await met(ben, ago(1));
    expect(await answered()).toEqual([
      [ana, true],
      [ben, true],
      [me, true],
    ]);
    await expect(client.reminders.atEvent({ eventId: EventId.parse(99), today })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is put off to its day, answered under its own key, and refused a second answer', async () => {
    await met(ana, ago(2));
    const reminder = { kind: 'follow_up', contactId: ana, dueOn: ago(1) } as const;
    await client.reminders.snooze({ reminder, until: plusDays(today, 5) });
    const { due: left, upcoming, waiting } = await client.reminders.list({ today });
    expect([left, waiting.follow_up]).toEqual([[], 0]);
    expect(upcoming).toMatchObject([{ kind: 'follow_up', dueOn: plusDays(today, 5), isSnoozed: true }]);
    const later = { id: upcoming[0]!.id!, ...reminder };
    await client.reminders.settle({ reminder: later, outcome: 'let_go' });
    await expect(client.reminders.settle({ reminder: later, outcome: 'done' })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { why: 'settled' },
    });
  });

  it('that was put off survives the event’s deletion', async () => {
    const event = await client.events.create({ summary: 'Fair', dtstart: ago(3) });
    await client.events.logEncounter({ who: { kind: 'known', contactId: ana }, eventId: event.id });
    await client.reminders.snooze({
      reminder: { kind: 'follow_up', contactId: ana, dueOn: ago(2), eventId: event.id },
      until: today,
    });
    await client.events.delete({ id: event.id });
    expect(await due()).toMatchObject([{ kind: 'follow_up', event: '' }]);
    await client.book.undo({});
    expect(await due()).toMatchObject([{ kind: 'follow_up', event: 'Fair', eventId: event.id }]);
  });

  it('follows no calendar that was imported', async () => {
    const day = ago(2).replaceAll('-', '');
    await bring(
      'old.ics',
      `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:1@example.org\r\nDTSTAMP:${day}T100000Z\r\nDTSTART:${day}T100000Z\r\nSUMMARY:Coffee\r\nORGANIZER;CN=Mara Lind:mailto:mara@example.org\r\nATTENDEE;CN=Ben Zak;PARTSTAT=ACCEPTED:mailto:ben@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
    );
    expect(await kinds()).toEqual([]);
  });
});

describe('birthdays', () => {
  const card = (fn: string, bday: string) =>
    `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:${fn}\r\nBDAY:${bday}\r\nEND:VCARD\r\n`;

  it('are of people whose birthday the owner wrote down, whom they keep up with, or whom they know', async () => {
    const born = `1980${today.slice(4)}`;
    await client.contacts.create({ given: 'Own', family: 'Word', bday: born });
    await bring(
      'all.vcf',
      ['Only Listed', 'Kept Up', 'Well Known', 'Met Once']
        .map((fn) => card(fn, born.replaceAll('-', '')))
        .join(''),
    );
    expect(await kinds()).toEqual(['birthday Own Word']);
    await client.reminders.setCadence({ contactId: await idOf('Kept Up'), cadence: 'P1Y' });
    await client.network.stateTie({ contactId: await idOf('Well Known'), level: 'know' });
    await met(await idOf('Met Once'), ago(400));
    expect((await kinds()).toSorted()).toEqual([
      'birthday Kept Up',
      'birthday Own Word',
      'birthday Well Known',
    ]);
    expect((await due())[0]?.age).toBe(now.getFullYear() - 1980);
  });

  it('follow the owner’s word over an import’s', async () => {
    await bring('one.vcf', card('Ana Ruiz', '19800101'));
    const { id } = (await client.contacts.list({ text: 'ana', page: {} })).rows.find(
      (row) => row.id !== ana,
    )!;
    const { form } = await client.contacts.get({ id });
    await client.contacts.update({ id, form: { ...form, bday: `-${today.slice(4)}` } });
    expect(await due()).toMatchObject([{ kind: 'birthday', contactId: id, bday: `-${today.slice(4)}` }]);
    expect(await kinds('2030-01-01')).toEqual([]);
  });
});

describe('keeping in touch', () => {
  it('is by the person’s own cadence, else by the shortest of their tags, and never by none', async () => {
    await met(ana, ago(100));
    expect(await kinds()).toEqual([]);
    const { form } = await client.contacts.get({ id: ana });
    const tags = ['Friends', 'fríends', 'Board'].map((value) => ({ name: 'CATEGORIES', value }));
    await client.contacts.update({ id: ana, form: { ...form, more: tags } });
    await client.reminders.setTagCadence({ tag: 'board', days: 365 });
    expect(await kinds()).toEqual([]);
    await client.reminders.setTagCadence({ tag: 'FRIENDS', days: 90 });
    expect(await due()).toMatchObject([
      { kind: 'keep_in_touch', dueOn: ago(10), cadence: 'P90D', lastOn: ago(100) },
    ]);
    expect(await client.reminders.tagCadences()).toMatchObject([
      { days: 90, people: 1 },
      { tag: 'Board', days: 365, people: 1 },
    ]);
    await client.reminders.setCadence({ contactId: ana, cadence: 'P1Y' });
    expect(await kinds()).toEqual([]);
    expect(await client.reminders.about({ contactId: ana, today })).toMatchObject({
      cadence: 'P1Y',
      byTag: { days: 90 },
      lastOn: ago(100),
    });
    await client.reminders.setCadence({ contactId: ana });
    expect(await kinds()).toEqual(['keep_in_touch Ana Ruiz']);
    await client.reminders.setTagCadence({ tag: 'friends' });
    expect(await kinds()).toEqual([]);
  });

  it('begins anew once it is done, and once two people have been introduced', async () => {
    const ben = (await client.contacts.create({ given: 'Ben', family: 'Zak' })).id;
    for (const contactId of [ana, ben]) {
      await met(contactId, ago(100));
      await client.reminders.setCadence({ contactId, cadence: 'P30D' });
    }
    expect(await kinds()).toEqual(['keep_in_touch Ana Ruiz', 'keep_in_touch Ben Zak']);
    await client.reminders.settle({
      reminder: { kind: 'keep_in_touch', contactId: ana, dueOn: ago(70) },
      outcome: 'done',
    });
    const { id } = await client.introductions.create({ a: ben, b: ana });
    await client.introductions.advance({ id, step: 'ask_a' });
    expect(await kinds()).toEqual([]);
    expect((await client.reminders.about({ contactId: ana, today })).lastOn).toBe(today);
  });
});

describe('nobody is reminded of', () => {
  it('the owner, whatever is written on their card', async () => {
    for (const call of [
      () => client.reminders.promise({ contactId: me, text: 'sleep', dueOn: today }),
      () => client.reminders.setCadence({ contactId: me, cadence: 'P1D' }),
      () => client.manners.set({ contactId: me, patch: { isConfidential: true } }),
    ])
      await expect(call()).rejects.toMatchObject({ code: 'CONFLICT', data: { why: 'is_owner' } });
    const bday = `1980${today.slice(4)}`;
    const { form } = await client.contacts.get({ id: me });
    await client.contacts.update({
      id: me,
      form: { ...form, bday, more: [{ name: 'CATEGORIES', value: 'friends' }] },
    });
    await client.reminders.setTagCadence({ tag: 'friends', days: 1 });
    await met(me, ago(300));
    await client.network.stateTie({ contactId: me, level: 'trusted' });
    expect(await client.reminders.list({ today })).toMatchObject({ due: [], upcoming: [] });
    expect((await client.reminders.dormant({ today })).people).toEqual([]);
    // Who the owner is may be said later, too.
    await client.reminders.promise({ contactId: ana, text: 'the slides', dueOn: today });
    await client.contacts.setOwner({ id: ana });
    expect(await kinds()).not.toContain('promise Ana Ruiz');
  });

  it('somebody who was deleted, until they are back', async () => {
    await client.reminders.promise({ contactId: ana, text: 'the slides', dueOn: today });
    await client.contacts.delete({ id: ana });
    expect(await kinds()).toEqual([]);
    await client.book.undo({});
    expect(await kinds()).toEqual(['promise Ana Ruiz']);
  });
});

describe('people known well and silent', () => {
  it('are named with their last contact; those without one are counted', async () => {
    const ben = (await client.contacts.create({ given: 'Ben', family: 'Zak', org: 'Lumen' })).id;
    const kim = (await client.contacts.create({ given: 'Kim', family: 'Oh' })).id;
    for (const contactId of [ana, ben, kim]) await client.network.stateTie({ contactId, level: 'know_well' });
    await met(ben, ago(400));
    await met(kim, ago(20));
    expect(await client.reminders.dormant({ today })).toEqual({
      people: [{ contactId: ben, fn: 'Ben Zak', org: 'Lumen', lastOn: ago(400) }],
      total: 1,
      withoutContact: 1,
      months: 9,
    });
  });
});

describe('a promise', () => {
  it('moves with its person into another card, and back', async () => {
    const twin = (await client.contacts.create({ given: 'A.', family: 'Ruiz' })).id;
    await client.reminders.promise({ contactId: twin, text: 'the slides', dueOn: today });
    const { mergeIds } = await client.contacts.merge({ groups: [{ survivorId: ana, absorbedIds: [twin] }] });
    expect(await due()).toMatchObject([{ contactId: ana, text: 'the slides' }]);
    await client.contacts.unmerge({ mergeId: mergeIds[0]! });
    expect(await due()).toMatchObject([{ contactId: twin, text: 'the slides' }]);
  });

  it('keeps its person when the import that brought them is taken back', async () => {
    const id = await bring('b.vcf', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ben Zak\r\nEND:VCARD\r\n');
    await client.reminders.promise({ contactId: await idOf('Ben'), text: 'the slides', dueOn: today });
    expect(
      await client.imports.revert({ id: (await client.imports.list()).find((b) => b.id === id)!.id }),
    ).toEqual({
      removed: 0,
      kept: 1,
    });
    expect(await kinds()).toEqual(['promise Ben Zak']);
  });
});
