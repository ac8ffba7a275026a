// Events in a real book: lists below meetings, merging taken back exactly, series, corrections, and what a calendar brings.
import fc from 'fast-check';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ContactForm, ContactId } from '#core/contacts/model.ts';
import { EncounterForm, EventForm, EventId, Listing } from '#core/events/model.ts';
import { openWritable } from '#db/book.ts';
import type { OpenBook } from '#db/book.ts';
import { createContact } from '#db/contacts/queries.ts';
import { timelineOf } from '#db/contacts/timeline.ts';
import { formOf } from '#db/contacts/properties.ts';
import { attendeesAt, removeAttendee, setAttendee } from '#db/events/attendees.ts';
import { encounterById, encountersAt, logEncounter, updateEncounter } from '#db/events/encounters.ts';
import { mergeEvents } from '#db/events/merge.ts';
import { createEvent, deleteEvent, eventById } from '#db/events/queries.ts';
import { overview, renameSeries, seriesByName } from '#db/events/series.ts';
import { sheetOf } from '#db/events/sheet.ts';
import { similarEvents } from '#db/events/similar.ts';
import { draftFacts } from '#db/introductions/facts.ts';
import { bookLookup } from '#db/imports/lookup.ts';
import { setConfidential } from '#db/manners/preferences.ts';
import { neighboursOf, ownerEvidence } from '#db/network/queries.ts';
import { attendee, event, reminder } from '#db/schema.ts';
import { Recorder } from '#db/history/journal.ts';
import { stateOf } from './state-hash.ts';
import { tempFolder } from './temp-folder.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));
const NOW = '2026-03-01T00:00:00Z';

let book: OpenBook;
let recorder: Recorder;
beforeAll(() => {
  book = openWritable(path.join(tempFolder(), 'events.acquaint'), MIGRATIONS);
});
afterAll(() => book.close());
beforeEach(() => {
  book.sqlite.exec('begin');
  recorder = new Recorder(book);
});
afterEach(() => {
  expect(book.sqlite.pragma('foreign_key_check')).toEqual([]);
  book.sqlite.exec('rollback');
});

const person = (given: string) => createContact(recorder, ContactForm.parse({ given }), NOW);
const fair = (said: object = {}) =>
  createEvent(recorder, EventForm.parse({ summary: 'Map Fair', dtstart: '2025-05-12', ...said }), NOW);
const meet = (contactId: ContactId, said: object = {}) =>
  logEncounter(recorder, EncounterForm.parse({ who: { kind: 'known', contactId }, ...said }), NOW).id;
const list = (eventId: EventId, contactId: ContactId, partstat = 'ACCEPTED') =>
  setAttendee(recorder, Listing.parse({ eventId, who: { kind: 'known', contactId }, partstat }), NOW);
const byCalendar = (eventId: EventId, contactId: ContactId, partstat: string, batchId: number) =>
  recorder.insert(attendee, { eventId, contactId, partstat, role: '', createdAt: NOW, batchId, line: 1 });
const answers = (id: EventId) =>
  attendeesAt(book, id).map(({ fn, partstat, setBy }) => `${fn} ${partstat} ${setBy}`);

describe('the list of an event', () => {
  it('is the owner’s word above a calendar’s, and a later calendar’s above an earlier one’s', () => {
    const [id, ana] = [fair(), person('Ana')];
    byCalendar(id, ana, 'TENTATIVE', 1);
    byCalendar(id, ana, 'DECLINED', 2);
    expect(answers(id)).toEqual(['Ana DECLINED import']);
    list(id, ana, 'ACCEPTED');
    list(id, ana, 'TENTATIVE');
    byCalendar(id, ana, 'DECLINED', 3);
    expect(answers(id)).toEqual(['Ana TENTATIVE owner']);
    removeAttendee(recorder, id, ana);
    expect(answers(id)).toEqual([]);
  });

  it('is no meeting: nobody knows anybody by it', () => {
    const [id, ana, bo] = [fair(), person('Ana'), person('Bo')];
    list(id, ana);
    list(id, bo);
    expect(eventById(book, id).metCount).toBe(0);
    expect(ownerEvidence(book, ana, NOW)).toEqual([]);
    expect(neighboursOf(book, ana).size).toBe(0);
    expect(encountersAt(book, id)).toEqual([]);
  });

  it('puts on paper who has not declined and who was met, and no note', () => {
    const [id, ana, bo, cleo] = [fair(), person('Ana'), person('Bo'), person('Cleo')];
    list(id, ana);
    list(id, bo, 'DECLINED');
    list(id, cleo, 'DECLINED');
    meet(cleo, { eventId: id, note: 'SECRET' });
    const ofAna = { id: ana, fn: 'Ana', org: '', isListed: true, isMet: false };
    expect(sheetOf(book, id)).toEqual({
      people: [ofAna, { id: cleo, fn: 'Cleo', org: '', isListed: false, isMet: true }],
      leftOut: 0,
    });
    expect(JSON.stringify(sheetOf(book, id))).not.toContain('SECRET');
    setConfidential(recorder, cleo, true, NOW);
    expect(sheetOf(book, id)).toEqual({ people: [ofAna], leftOut: 1 });
  });

  it('goes with its event, while meetings and what is to be done stay', () => {
    const [id, ana] = [fair({ location: 'Hall 3' }), person('Ana')];
    list(id, ana);
    const met = meet(ana, { eventId: id });
    const due = recorder.insert(reminder, {
      contactId: ana,
      kind: 'follow_up',
      eventId: id,
      dueOn: '2025-05-13',
      createdAt: NOW,
    });
    deleteEvent(recorder, id);
    expect(book.select().from(attendee).all()).toEqual([]);
    expect(encounterById(book, met)).toMatchObject({ metOn: '2025-05-12', location: 'Hall 3' });
    expect(recorder.rowOf('reminder', due)).toMatchObject({ event_id: null });
  });
});

describe('a meeting', () => {
  it('can be corrected, and the correction taken back', () => {
    const [id, ana, bo] = [fair(), person('Ana'), person('Bo')];
    const met = meet(ana, { eventId: id, note: 'maps' });
    const before = stateOf(book);
    const correcting = new Recorder(book);
    updateEncounter(correcting, met, {
      location: 'Pier 4',
      channel: 'online',
      note: 'bees',
      metOn: '2025-05',
      introducedBy: bo,
    });
    expect(encounterById(book, met)).toMatchObject({
      location: 'Pier 4',
      channel: 'introduced',
      note: 'bees',
      metOn: '2025-05',
      introducedBy: { fn: 'Bo' },
    });
    expect(encounterById(book, met).eventId).toBeUndefined();
    new Recorder(book).undo(correcting.changes);
    expect(stateOf(book)).toEqual(before);
    expect(() =>
      updateEncounter(recorder, met, { location: '', channel: 'other', note: '', introducedBy: ana }),
    ).toThrow();
  });

  it('adds in the same deed what somebody known did not have', () => {
    const ana = createContact(
      recorder,
      ContactForm.parse({ given: 'Ana', org: 'Acme', emails: ['ana@example.org'] }),
      NOW,
    );
    const deed = new Recorder(book);
    const before = stateOf(book);
    logEncounter(
      deed,
      EncounterForm.parse({
        who: {
          kind: 'known',
          contactId: ana,
          additions: {
            given: 'Anna',
            org: 'Other',
            title: 'Cook',
            emails: ['ANA@example.org', 'a@example.net'],
          },
        },
      }),
      NOW,
    );
    expect(formOf(book, ana)).toMatchObject({
      given: 'Ana',
      org: 'Acme',
      title: 'Cook',
      emails: ['ana@example.org', 'a@example.net'],
    });
    new Recorder(book).undo(deed.changes);
    expect(stateOf(book)).toEqual(before);
  });

  it('is followed up with its facts, never with the note', () => {
    const [id, ana] = [fair(), person('Ana')];
    const met = meet(ana, { eventId: id, note: 'SECRET' });
    const facts = draftFacts(book, { about: 'meeting', kind: 'follow_up', encounterId: met }, NOW);
    expect(facts.meeting).toEqual({ event: 'Map Fair', on: '2025-05-12', note: '' });
    expect(JSON.stringify(facts)).not.toContain('SECRET');
  });
});

describe('events that may be the same', () => {
  it('are said, and only those', () => {
    const id = fair({ dtend: '2025-05-14' });
    const next = fair({ dtstart: '2025-05-15' });
    const month = fair({ dtstart: '2025-05' });
    fair({ dtstart: '2025-06-12' });
    fair({ summary: 'Ink Fair' });
    const other = recorder.insert(event, { summary: 'X', summaryKey: 'x', uid: 'u', createdAt: NOW });
    recorder.update(event, id, { uid: 'v\nu' });
    expect(similarEvents(book, id).map(({ event: one, because }) => [Number(one.id), because])).toEqual([
      [other, 'uid'],
      [Number(next), 'name'],
      [Number(month), 'name'],
    ]);
    const undated = fair({ dtstart: undefined });
    const alike = fair({ dtstart: undefined });
    expect(similarEvents(book, undated).map(({ event: one }) => one.id)).toEqual([alike]);
  });
});

describe('a series', () => {
  it('is one row of the list with its latest event, and tells who was met how often', () => {
    const series = 'Fairs';
    const [first, last] = [fair({ series }), fair({ series, dtstart: '2026-05-12' })];
    const [ana, bo] = [person('Ana'), person('Bo')];
    meet(ana, { eventId: first });
    meet(ana, { eventId: last });
    meet(bo, { eventId: first });
    fair({ summary: 'Alone', series: 'Other', kind: 'dinner' });
    const page = { offset: 0, limit: 10 };
    const rows = overview(book, { text: '' }, page);
    expect(rows.total).toBe(2);
    expect(rows.rows[0]).toMatchObject({ event: { id: last }, series: { name: 'Fairs', events: 2, met: 2 } });
    expect(rows.rows[1]?.series).toBeUndefined();
    expect(
      overview(book, { text: '', year: '2025' }, page).rows.map(({ event: one }) => one.summary),
    ).toEqual(['Alone', 'Map Fair']);
    expect(overview(book, { text: 'alo', kind: 'dinner' }, page).total).toBe(1);
    expect(overview(book, { text: '', kind: 'work' }, page).total).toBe(0);
    expect(seriesByName(book, 'Fairs').people.map(({ fn, times }) => [fn, times])).toEqual([
      ['Ana', 2],
      ['Bo', 1],
    ]);
    renameSeries(recorder, 'Fairs', '');
    expect(overview(book, { text: '' }, page).total).toBe(3);
    expect(() => seriesByName(book, 'Fairs')).toThrow();
  });
});

describe('the story with a person', () => {
  it('has meetings, lists, letters and how they came, newest first, each once', () => {
    const [id, other, ana] = [fair(), fair({ summary: 'Ink Fair', dtstart: '2025-07' }), person('Ana')];
    meet(ana, { eventId: id });
    list(id, ana);
    list(other, ana, 'DECLINED');
    byCalendar(other, ana, 'ACCEPTED', 1);
    expect(timelineOf(book, ana).map(({ kind, on }) => [kind, on])).toEqual([
      ['added', '2026-03-01'],
      ['listed', '2025-07'],
      ['met', '2025-05-12'],
    ]);
    expect(timelineOf(book, ana)[1]).toMatchObject({ partstat: 'DECLINED', eventSummary: 'Ink Fair' });
  });
});

describe('merging events', () => {
  it('keeps who was met at both once with both notes, and everything that pointed at the one that went', () => {
    const [id, gone] = [fair({ kind: 'fair' }), fair({ organizer: 'Map Society' })];
    const [ana, bo] = [person('Ana'), person('Bo')];
    meet(ana, { eventId: id, note: 'maps' });
    meet(ana, { eventId: gone, note: 'bees' });
    meet(bo, { eventId: gone });
    list(id, ana, 'NEEDS-ACTION');
    list(gone, ana, 'ACCEPTED');
    byCalendar(gone, bo, 'TENTATIVE', 1);
    const due = recorder.insert(reminder, {
      contactId: bo,
      kind: 'follow_up',
      eventId: gone,
      dueOn: '2025-05-13',
      createdAt: NOW,
    });
    recorder.update(event, id, { uid: 'one' });
    recorder.update(event, gone, { uid: 'two', batchId: 1 });
    mergeEvents(recorder, id, [gone]);
    expect(encountersAt(book, id).map(({ fn, note }) => [fn, note])).toEqual([
      ['Ana', 'maps\n\nbees'],
      ['Bo', ''],
    ]);
    expect(answers(id)).toEqual(['Ana ACCEPTED owner', 'Bo TENTATIVE import']);
    expect(recorder.rowOf('reminder', due)).toMatchObject({ event_id: id });
    expect(eventById(book, id)).toMatchObject({ kind: 'fair', organizer: 'Map Society', metCount: 2 });
    expect(() => eventById(book, gone)).toThrow();
    // A later import of either calendar finds it again.
    recorder.update(event, id, { batchId: 1 });
    expect(['one', 'two'].map((uid) => bookLookup(book).eventByUid(uid))).toEqual([id, id]);
    expect(() => mergeEvents(recorder, id, [id])).toThrow();
  });

  it('is taken back exactly, and loses no person before that, whatever was there', () => {
    const place = fc.integer({ min: 0, max: 2 });
    const plan = fc.record({
      events: fc.array(
        fc.record({
          dtstart: fc.constantFrom(undefined, '2025', '2025-05-12', '2025-05-13'),
          kind: fc.constantFrom('', 'fair'),
        }),
        { minLength: 3, maxLength: 3 },
      ),
      met: fc.array(
        fc.record({
          at: place,
          who: place,
          by: fc.constantFrom(undefined, 0, 1, 2),
          metOn: fc.constantFrom(undefined, '2025-05', '2025-05-12', '2025-05-13'),
          note: fc.constantFrom('', 'maps', 'bees'),
        }),
        { maxLength: 8 },
      ),
      listed: fc.array(fc.record({ at: place, who: place, batch: fc.constantFrom(null, 1, 2) }), {
        maxLength: 8,
      }),
      due: fc.array(fc.record({ at: place, who: place }), { maxLength: 3 }),
      absorbed: fc.constantFrom([1], [2], [1, 2], [2, 1]),
    });
    fc.assert(
      fc.property(plan, ({ events, met, listed, due, absorbed }) => {
        book.sqlite.exec('savepoint one');
        try {
          const people = ['Ana', 'Bo', 'Cleo'].map(person);
          const ids = events.map((said) => fair(said));
          for (const { at, who, by, ...said } of met)
            meet(people[who]!, {
              ...said,
              eventId: ids[at],
              ...(by !== undefined && by !== who && { introducedBy: people[by] }),
            });
          for (const { at, who, batch } of listed)
            if (batch === null) list(ids[at]!, people[who]!);
            else byCalendar(ids[at]!, people[who]!, 'TENTATIVE', batch);
          for (const { at, who } of due)
            recorder.insert(reminder, {
              contactId: people[who]!,
              kind: 'follow_up',
              eventId: ids[at]!,
              dueOn: '2025-06-01',
              createdAt: NOW,
            });
          const before = stateOf(book);
          const whoMet = new Set(
            [0, ...absorbed].flatMap((at) => encountersAt(book, ids[at]!).map(({ fn }) => fn)),
          );
          const whoListed = new Set(
            [0, ...absorbed].flatMap((at) => attendeesAt(book, ids[at]!).map(({ fn }) => fn)),
          );
          const deed = new Recorder(book);
          mergeEvents(
            deed,
            ids[0]!,
            absorbed.map((at) => ids[at]!),
          );
          const after = stateOf(book);
          expect(new Set(encountersAt(book, ids[0]!).map(({ fn }) => fn))).toEqual(whoMet);
          expect(new Set(attendeesAt(book, ids[0]!).map(({ fn }) => fn))).toEqual(whoListed);
          expect(new Recorder(book).undo(deed.changes)).toBeUndefined();
          expect(stateOf(book)).toEqual(before);
          expect(new Recorder(book).redo(deed.changes)).toBeUndefined();
          expect(stateOf(book)).toEqual(after);
        } finally {
          book.sqlite.exec('rollback to one');
          recorder = new Recorder(book);
        }
      }),
    );
  });
});
