// What goes out comes back: the book as JSON, read into an empty one, is the book again.
import { beforeEach, describe, expect, it } from 'vitest';
import { ContactForm, ContactId } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import type { Partstat } from '#core/events/model.ts';
import { planImport } from '#core/imports/plan.ts';
import type { AcquaintDocument } from '#core/imports/sources/acquaint-schema.ts';
import type { OpenBook } from '#db/book.ts';
import { createContact } from '#db/contacts/queries.ts';
import { setAttendee } from '#db/events/attendees.ts';
import { logEncounter } from '#db/events/encounters.ts';
import { createEvent } from '#db/events/queries.ts';
import { documentOf } from '#db/exports/document.ts';
import { everybody, livingOf } from '#db/contacts/selected-people.ts';
import { exportedPerson } from '#db/exports/people.ts';
import { Recorder } from '#db/history/journal.ts';
import { bookLookup } from '#db/imports/lookup.ts';
import { addRelation, relationsOfPerson } from '#db/network/relations.ts';
import { keepFrom } from '#db/manners/pairs.ts';
import { setTagCadence } from '#db/reminders/cadences.ts';
import { addPromise, settle } from '#db/reminders/rows.ts';
import { read } from '#tests/fixtures/reading.ts';
import { emptyBooks, imported, NOW } from './planned-batch.ts';

const opened = emptyBooks();
let book: OpenBook;
beforeEach(() => {
  book = opened();
});

const CARDS = `BEGIN:VCARD
VERSION:4.0
FN:Ana Ruiz
N:Ruiz;Ana;;;
EMAIL;TYPE=work;PREF=1:ana@example.org
ORG:Acme;R&D
BDAY:--0517
CATEGORIES:speaker,friend
ADR;TYPE=home:;;Long Street 1;Berlin;;10115;Germany
X-TEA:Oolong\\, dark
RELATED;TYPE=spouse;VALUE=text:Ben Ruiz
NOTE:Met at the fair
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Ben Ruiz
N:Ruiz;Ben;;;
EMAIL:ben@example.org
END:VCARD
`;

/** Plans what a file says against a book and does it. */
async function bring(into: OpenBook, text: string): Promise<string[]> {
  const { parsed } = read(text);
  const planned = planImport([{ entryName: 'file', parsed: parsed! }], bookLookup(into));
  await imported(into, planned);
  return planned.map(({ action }) => action);
}

const all = (from: OpenBook) => everybody(from);
const document = (from: OpenBook, withPrivate = true) =>
  [...documentOf(from, { ids: all(from), withPrivate, now: NOW })].join('');

/** A document without the keys that only mean something within it. */
function content(text: string) {
  const names = new Map<string, string>();
  const { people, events, encounters, evidence } = JSON.parse(text) as Record<
    string,
    Record<string, unknown>[]
  >;
  for (const { id, fn, summary } of [...people!, ...events!]) names.set(String(id), String(fn ?? summary));
  const named = (record: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(record).map(([key, value]) => [
        key,
        ['id', 'person', 'other', 'event', 'introducedBy'].includes(key) ? names.get(String(value)) : value,
      ]),
    );
  const sorted = (records: Record<string, unknown>[] | undefined) =>
    records!.map((record) => JSON.stringify(named(record))).toSorted();
  return {
    people: sorted(
      people?.map((person) => ({
        ...person,
        properties: (person.properties as object[]).map((one) => JSON.stringify(one)).toSorted(),
      })),
    ),
    events: sorted(events?.map(({ uid: _uid, ...event }) => event)),
    encounters: sorted(encounters),
    evidence: sorted(evidence),
  };
}

async function filled(): Promise<void> {
  await bring(book, CARDS);
  const recorder = new Recorder(book);
  const ana = ContactId.parse(
    book.sqlite.prepare("select id from contact where fn = 'Ana Ruiz'").pluck().get(),
  );
  const event = createEvent(
    recorder,
    {
      summary: 'Map Fair',
      location: 'Hall 3',
      dtstart: '2025-05-01',
      url: '',
      description: '',
      kind: 'fair',
      organizer: 'Map Society',
      series: 'Map Fairs',
    },
    NOW,
  );
  logEncounter(
    recorder,
    {
      who: { kind: 'known', contactId: ana },
      eventId: event,
      metOn: '2025-05-01',
      location: 'Hall 3',
      channel: 'in_person',
      note: 'About old maps',
    },
    NOW,
  );
}

/** Lists, and how the owner treats Ana and Ben. */
function treated() {
  const recorder = new Recorder(book);
  const idOf = (table: string, name: string, value: string) =>
    Number(book.sqlite.prepare(`select id from ${table} where ${name} = ?`).pluck().get(value));
  const [ana, ben] = ['Ana Ruiz', 'Ben Ruiz'].map((fn) => ContactId.parse(idOf('contact', 'fn', fn)));
  const fair = EventId.parse(idOf('event', 'summary', 'Map Fair'));
  const list = (contactId: ContactId, partstat: Partstat) =>
    setAttendee(recorder, { eventId: fair, who: { kind: 'known', contactId }, partstat, role: 'CHAIR' }, NOW);
  list(ana!, 'TENTATIVE');
  list(ben!, 'DECLINED');
  const followUp = { kind: 'follow_up', contactId: ana!, dueOn: '2025-05-02', eventId: fair } as const;
  settle(recorder, followUp, 'done', NOW);
  addPromise(recorder, { contactId: ben!, text: 'the old maps', dueOn: '2025-06-01' }, NOW);
  setTagCadence(recorder, { tag: 'Speaker', days: 90 });
  keepFrom(recorder, { a: ben!, b: ana!, reason: 'They parted badly.' }, NOW);
  return { ana: ana!, ben: ben! };
}

describe('the book as JSON', () => {
  it('has lists, which come back, and what only the owner should read, which goes along when asked', async () => {
    await filled();
    const { ana } = treated();
    const text = document(book);
    const { people, events, ...rest } = JSON.parse(text) as AcquaintDocument;
    const key = (fn: string) => people.find((one) => one.fn === fn)!.id;
    const [event] = events;
    expect(event!.attendees).toEqual(
      expect.arrayContaining([
        { person: key('Ana Ruiz'), partstat: 'TENTATIVE', role: 'CHAIR' },
        { person: key('Ben Ruiz'), partstat: 'DECLINED', role: 'CHAIR' },
      ]),
    );
    expect(rest.reminders).toEqual([
      {
        person: key('Ana Ruiz'),
        kind: 'follow_up',
        event: event!.id,
        dueOn: '2025-05-02',
        text: '',
        createdAt: NOW,
        settledAt: NOW,
        outcome: 'done',
      },
      {
        person: key('Ben Ruiz'),
        kind: 'promise',
        dueOn: '2025-06-01',
        text: 'the old maps',
        createdAt: NOW,
      },
    ]);
    expect(rest.tagCadences).toEqual([{ tag: 'speaker', days: 90 }]);
    expect(rest.doNotIntroduce).toEqual([
      { a: key('Ana Ruiz'), b: key('Ben Ruiz'), reason: 'They parted badly.' },
    ]);
    expect(document(book, false)).not.toMatch(/old maps|parted badly|tagCadences|reminders|doNotIntroduce/);
    const alone = [...documentOf(book, { ids: [ana], withPrivate: true, now: NOW })].join('');
    expect(alone).not.toMatch(/the old maps|parted badly|"p2"/);
    const other = opened();
    expect(await bring(other, text)).not.toContain('unusable');
    const lists = (from: OpenBook) =>
      (JSON.parse(document(from)) as AcquaintDocument).events.map(
        ({ kind, organizer, series, attendees }) => ({
          kind,
          organizer,
          series,
          answers: new Set(attendees.map(({ partstat, role }) => `${partstat} ${role}`)),
        }),
      );
    expect(lists(other)).toEqual(lists(book));
  });

  it('has a relation in the owner’s word only with what is private, and brings it back', async () => {
    const [ana, ben] = ['Ana', 'Ben'].map((given) =>
      createContact(new Recorder(book), ContactForm.parse({ given }), NOW),
    );
    addRelation(new Recorder(book), { contactId: ana!, other: ben!, relation: 'mentee' }, NOW);
    expect(document(book, false)).not.toContain('mentee');
    const other = opened();
    await bring(other, document(book));
    expect(relationsOfPerson(other, ContactId.parse(2))).toMatchObject([
      { word: 'mentor', other: { fn: 'Ana' }, isOwn: false },
    ]);
  });

  it('comes back as it went, and a second time changes nothing', async () => {
    await filled();
    const text = document(book);
    const other = opened();
    await bring(other, text);
    expect(content(document(other))).toEqual(content(text));
    expect(new Set(await bring(other, text))).toEqual(new Set(['same']));
  });
  it('says nothing private unless asked', async () => {
    await filled();
    const text = document(book, false);
    expect(text).not.toContain('Met at the fair');
    expect(text).not.toContain('About old maps');
    expect(text).toContain('ana@example.org');
  });
});

describe('people to export', () => {
  it('are those asked for who are there, once each, in the order of the list', async () => {
    await bring(book, CARDS);
    const [first, second] = all(book);
    expect(livingOf(book, [second!, first!, second!, ContactId.parse(999)])).toEqual([first, second]);
  });
  it('carry the owner’s word, parameters and unknown properties', async () => {
    await bring(book, CARDS);
    createContact(
      new Recorder(book),
      ContactForm.parse({ given: 'Cleo', emails: ['cleo@example.org'] }),
      NOW,
    );
    const people = all(book).map((id) => exportedPerson(book, id, false));
    const ana = people.find(({ fn }) => fn === 'Ana Ruiz');
    expect(ana?.properties).toContainEqual({
      name: 'ORG',
      value: 'Acme',
      type: '',
      parameters: { 'X-UNIT': ['R&D'] },
    });
    expect(ana?.properties).toContainEqual({ name: 'X-TEA', value: 'Oolong\\, dark', type: '' });
    expect(ana?.properties.some(({ name }) => name === 'NOTE')).toBe(false);
    expect(people.map(({ fn }) => fn)).toContain('Cleo');
  });
});
