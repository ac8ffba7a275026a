// What the further pictures of the network say of a book: whom `met:` finds, who is gone, and what has just changed.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContactForm, ContactId } from '#core/contacts/model.ts';
import { EncounterForm, EventForm, EventId } from '#core/events/model.ts';
import type { Meetings } from '#core/network/meetings.ts';
import { openWritable } from '#db/book.ts';
import type { OpenBook } from '#db/book.ts';
import { createContact, deleteContact } from '#db/contacts/queries.ts';
import { logEncounter } from '#db/events/encounters.ts';
import { createEvent, updateEvent } from '#db/events/queries.ts';
import { Recorder } from '#db/history/journal.ts';
import type { RowChange, WriteBook } from '#db/history/journal.ts';
import { allMeetings, KeptMeetings } from '#db/network/kept-meetings.ts';
import { testBook } from './harness.ts';
import { tempFolder } from './temp-folder.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));
const NOW = '2026-01-02T03:04:05Z';

describe('the pictures of a book', () => {
  async function filled() {
    const { client } = await testBook();
    const create = async (given: string) => (await client.contacts.create({ given })).id;
    const [me, ana, ben, cy] = [
      await create('Me'),
      await create('Ana'),
      await create('Ben'),
      await create('Cy'),
    ];
    await client.contacts.setOwner({ id: me });
    const fair = await client.events.create({ summary: 'Fair', dtstart: '2025-03-10' });
    const meet = (contactId: ContactId, more: object) =>
      client.events.logEncounter({ who: { kind: 'known', contactId }, ...more });
    await meet(ana, { eventId: fair.id });
    await meet(ana, { metOn: '2025-03-28', channel: 'online' });
    await meet(ben, { metOn: '2025-03-11', introducedBy: ana });
    await meet(cy, { metOn: '2024-11' });
    await meet(me, { metOn: '2025-03-11' });
    const months = async () =>
      (await client.network.overTime({ step: 'month' })).periods.filter(({ people }) => people > 0);
    return { client, me, ana, ben, cy, fair, months };
  }

  it('say of a month whom the search finds met in it', async () => {
    const { client, ana, fair, months } = await filled();
    expect(await months()).toEqual([
      { period: '2024-11', people: 1, by: { in_person: 1 } },
      { period: '2025-03', people: 2, by: { in_person: 1, introduced: 1 } },
    ]);
    const found = await client.contacts.list({ text: 'met:2025-03 -is:me', page: {} });
    expect(found.total).toBe(2);
    const { events } = await client.network.overTime({ step: 'year' });
    expect(events).toEqual([{ id: fair.id, summary: 'Fair', on: '2025-03-10', people: 1 }]);
    await client.contacts.delete({ id: ana });
    expect((await months()).at(-1)).toMatchObject({ people: 1 });
    await client.book.undo({});
    expect((await months()).at(-1)).toMatchObject({ people: 2 });
  });

  it('say who introduced whom, and where the others come from', async () => {
    const { client, ana, ben, fair } = await filled();
    expect(await client.network.sources()).toEqual([
      {
        origin: { kind: 'event', id: fair.id },
        name: 'Fair',
        on: '2025-03-10',
        people: 2,
        branches: [
          { id: ana, fn: 'Ana', depth: 0, people: 1 },
          { id: ben, fn: 'Ben', depth: 1, people: 0 },
        ],
        leftOut: 0,
        others: 0,
      },
      { origin: { kind: 'met' }, name: '', people: 1, branches: [], leftOut: 0, others: 1 },
    ]);
    await client.contacts.delete({ id: ana });
    expect((await client.network.sources()).map(({ origin, people }) => [origin.kind, people])).toEqual([
      ['met', 2],
    ]);
  });

  it('say how near everybody is and for how long there was silence', async () => {
    const { client, ben, me } = await filled();
    await client.network.stateTie({ contactId: ben, level: 'trusted' });
    const circles = await client.network.circles();
    expect(circles[0]).toMatchObject({ level: 'trusted', people: 1, drawn: [{ id: ben, fn: 'Ben' }] });
    expect(circles.flatMap(({ drawn }) => drawn.map(({ id }) => id))).not.toContain(me);
    expect(circles.flatMap(({ drawn }) => drawn)).toHaveLength(3);
  });
});

describe('meetings as the reader keeps them', () => {
  let book: OpenBook;
  beforeEach(() => {
    book = openWritable(path.join(tempFolder(), 'meetings.acquaint'), MIGRATIONS);
  });
  afterEach(() => book.close());

  const lines = ({ people, batches, who, days, how, events, by }: Meetings) => [
    ...Array.from(people, (id, at) => `${id} ${batches[at]}`),
    ...Array.from(who, (slot, at) =>
      [people[slot], days[at], how[at], events[at], by[at]].join(' '),
    ).toSorted(),
  ];

  /** What can be done; undefined where there is nobody and nothing to do it with. */
  const deedsOn = (ids: (table: string) => number[]) => {
    const one = (table: string, at: number) => {
      const all = ids(table);
      return all[at % all.length];
    };
    const living = 'contact where deleted_at is null';
    return {
      create: (a: number) => (to: WriteBook) => createContact(to, ContactForm.parse({ given: `P${a}` }), NOW),
      event: (a: number) => (to: WriteBook) =>
        createEvent(to, EventForm.parse({ summary: `E${a}`, dtstart: `2024-0${(a % 9) + 1}` }), NOW),
      move: (a: number, b: number) => {
        const event = one('event', b);
        return event === undefined
          ? undefined
          : (to: WriteBook) =>
              updateEvent(
                to,
                EventId.parse(event),
                EventForm.parse({ summary: 'Moved', dtstart: `202${a}` }),
              );
      },
      delete: (a: number) => {
        const id = one(living, a);
        return id === undefined ? undefined : (to: WriteBook) => deleteContact(to, ContactId.parse(id), NOW);
      },
      meet: (a: number, b: number) => {
        const [contactId, other, event] = [one(living, a), one(living, b), one('event', b)];
        if (contactId === undefined) return undefined;
        const form = EncounterForm.parse({
          who: { kind: 'known', contactId },
          ...(event !== undefined && a % 2 === 0 && { eventId: event }),
          ...(a % 3 === 0 && { metOn: '2025-06-01' }),
          ...(other !== contactId && b % 2 === 0 && { introducedBy: other }),
        });
        return (to: WriteBook) => logEncounter(to, form, NOW);
      },
    };
  };

  it('are what is in the book after any commands, done and taken back', () => {
    const step = fc.tuple(
      fc.constantFrom(...(['create', 'delete', 'meet', 'meet', 'meet', 'event', 'move', 'undo'] as const)),
      fc.nat(9),
      fc.nat(9),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        book.sqlite.pragma('foreign_keys = off');
        for (const table of ['encounter', 'event', 'evidence', 'property', 'contact'])
          book.sqlite.exec(`delete from "${table}"`);
        const kept = new KeptMeetings(book);
        kept.now();
        const done: RowChange[][] = [];
        const command = (act: (writing: WriteBook) => unknown): void => {
          const recorder = new Recorder(book);
          act(recorder);
          const changes = recorder.summary();
          if (changes !== undefined) kept.heard(changes);
          done.push([...recorder.changes]);
        };
        const ids = (table: string): number[] =>
          book.sqlite.prepare(`select id from ${table} order by id`).pluck().all() as number[]; // keys
        const deeds = deedsOn(ids);
        for (const [what, a, b] of steps) {
          const changes = what === 'undo' ? done.pop() : undefined;
          if (changes !== undefined) {
            command((writing) => writing.undo(changes));
            done.pop();
          }
          const deed = what === 'undo' ? undefined : deeds[what](a, b);
          if (deed !== undefined) command(deed);
          if (b % 3 === 0) expect(lines(kept.now())).toEqual(lines(allMeetings(book)));
        }
        expect(lines(kept.now())).toEqual(lines(allMeetings(book)));
      }),
      { numRuns: 40 },
    );
  });
});
