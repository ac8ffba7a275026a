// The network in memory against the book it was read from: the same however it came about.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContactForm, ContactId } from '#core/contacts/model.ts';
import { EncounterForm, EncounterId, EventForm, EventId } from '#core/events/model.ts';
import { InvitationForm, InvitationId } from '#core/invitations/model.ts';
import { idOf, networkSize, tiesOf } from '#core/network/graph.ts';
import type { NetworkGraph } from '#core/network/graph.ts';
import { isLikely, levelOf, lastOnOf } from '#core/network/link.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import { mutualContacts } from '#core/network/mutual-contacts.ts';
import { openWritable } from '#db/book.ts';
import type { OpenBook } from '#db/book.ts';
import { PositionForm } from '#core/contacts/positions.ts';
import { savePositions } from '#db/contacts/positions.ts';
import { property } from '#db/contacts/tables.ts';
import { createContact, deleteContact, updateContact } from '#db/contacts/queries.ts';
import { deleteEncounter, logEncounter } from '#db/events/encounters.ts';
import { createEvent, deleteEvent, updateEvent } from '#db/events/queries.ts';
import { mergeGroups } from '#db/duplicates/merge.ts';
import { unmerge } from '#db/duplicates/unmerge.ts';
import { Recorder } from '#db/history/journal.ts';
import type { RowChange, WriteBook } from '#db/history/journal.ts';
import { createInvitation, deleteInvitation, updateInvitation } from '#db/invitations/queries.ts';
import { KeptNetwork } from '#db/network/kept.ts';
import { neighboursOf, recordReference, stateTie } from '#db/network/queries.ts';
import { allStays, packedStays } from '#db/network/stays.ts';
import { wholeNetwork } from '#db/network/whole.ts';
import { testBook } from './harness.ts';
import { tempFolder } from './temp-folder.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));
const NOW = '2026-01-02T03:04:05Z';
const url = (name = '') => `https://www.linkedin.com/in/${name.toLowerCase()}`;

let book: OpenBook;
beforeEach(() => {
  book = openWritable(path.join(tempFolder(), 'network.acquaint'), MIGRATIONS);
});
afterEach(() => book.close());

/** Takes everybody and everything out again: making a new book takes longer. */
function empty(): void {
  book.sqlite.pragma('foreign_keys = off');
  const people = ['contact', 'property', 'merge', 'merge_change', 'kept_apart'];
  for (const table of [...people, 'event', 'encounter', 'evidence', 'invitation', 'mutual'])
    book.sqlite.exec(`delete from "${table}"`);
  book.sqlite.pragma('foreign_keys = on');
}

/** What the jobs thread hands over. */
const message = (version: number, day: string) => ({
  kind: 'network' as const,
  graph: wholeNetwork(book, NOW),
  stays: packedStays(allStays(book)),
  version,
  day,
});

/** A reader's network, told of every command as the writer would. */
function kept() {
  let asked = 0;
  const done: RowChange[][] = [];
  const network = new KeptNetwork(book, { askForAnother: () => (asked += 1), hurry: () => undefined });
  network.adopt(message(0, NOW.slice(0, 10)));
  function command<Result>(act: (writing: WriteBook) => Result): Result {
    const recorder = new Recorder(book);
    const result = act(recorder);
    const changes = recorder.summary();
    if (changes !== undefined) network.heard(changes);
    done.push([...recorder.changes]);
    return result;
  }
  return {
    network,
    asked: () => asked,
    command,
    /** Takes the newest command back that was not yet. */
    undo: (): void => {
      const changes = done.pop();
      if (changes === undefined) return;
      command((writing) => expect(writing.undo(changes)).toBeUndefined());
      done.pop();
    },
    expectUpToDate: async () => expect(read(await network.at(NOW))).toEqual(read(wholeNetwork(book, NOW))),
  };
}
/** The network as sentences, people without a single tie left out. */
function read(graph: NetworkGraph): string[] {
  const say = (link: number) => `${levelOf(link)} ${lastOnOf(link) ?? 'undated'} ${isLikely(link)}`;
  const sentences: string[] = [];
  for (let node = 0; node < networkSize(graph); node += 1) {
    const id = idOf(graph, node);
    if (graph.own[node] !== 0) sentences.push(`${id}: ${say(graph.own[node]!)}`);
    const { neighbours, links } = tiesOf(graph, node);
    neighbours.forEach((other, at) => sentences.push(`${id}–${idOf(graph, other)}: ${say(links[at]!)}`));
  }
  return sentences.sort();
}

const person = (given = '', org = '') => ContactForm.parse({ given, family: 'Z', org, urls: [url(given)] });
const NAMES = ['Ana', 'Ben', 'Cleo', 'Dov', 'Eve', 'Fay', 'Gil'];
const pick = <Item>(from: readonly Item[], at: number): Item | undefined => from[at % from.length];

/** One of everything that can change who is tied to whom; which and to whom, by four numbers. */
function deeds({ command, undo }: ReturnType<typeof kept>) {
  const keys = (sql: string) => book.sqlite.prepare(sql).pluck().all() as number[]; // of one integer column
  const people = () =>
    keys('select id from contact where deleted_at is null').map((id) => ContactId.parse(id));
  const events = () => keys('select id from event').map((id) => EventId.parse(id));
  const encounters = () => keys('select id from encounter').map((id) => EncounterId.parse(id));
  const invitations = () => keys('select id from invitation').map((id) => InvitationId.parse(id));
  const invitation = (of: number, naming: number) =>
    InvitationForm.parse({
      fn: `${pick(NAMES, of)} Z`,
      url: url(pick(NAMES, of)),
      mutualNames: [`${pick(NAMES, naming)} Z`],
    });
  const someone = (a: number, b: number) => person(pick(NAMES, a), pick(['Acme', 'Bolt', ''], b));
  const add = (a: number, b: number) => command((to) => createContact(to, someone(a, b), NOW));
  const twoOf = (a: number, b: number) => [pick(people(), a), pick(people(), b)] as const;
  return [
    add,
    add,
    undo,
    (a: number, b: number) => {
      const dtstart = pick(['2025', '2025-03', '2024-05-06'], b);
      command((to) => createEvent(to, EventForm.parse({ summary: `Fair ${a}`, dtstart }), NOW));
    },
    (a: number, b: number, c: number, d: number) => {
      const [contactId, introducedBy] = twoOf(a, d);
      if (contactId === undefined) return;
      const form = EncounterForm.parse({
        who: { kind: 'known', contactId },
        note: c % 2 === 0 ? 'About queues' : '',
        metOn: '2025-06-07',
        ...(b % 3 > 0 ? { eventId: pick(events(), b) } : {}),
        ...(introducedBy !== contactId && c % 3 === 0 ? { introducedBy } : {}),
      });
      command((to) => logEncounter(to, form, NOW));
    },
    (a: number, b: number, c: number) => {
      const [contactId, other] = twoOf(a, b);
      if (contactId === undefined) return;
      const about = contactId === other ? undefined : other;
      command((to) => stateTie(to, { contactId, other: about, level: pick(TIE_LEVELS, c)!, note: '' }, NOW));
    },
    (a: number, b: number, c: number) => {
      const [from, about] = twoOf(a, b);
      if (from === undefined || about === undefined || from === about) return;
      const kind = c % 2 === 0 ? 'vouched' : 'disowned';
      const said = { from, about, level: pick(TIE_LEVELS, c)!, kind, on: NOW.slice(0, 10) } as const;
      command((to) => recordReference(to, said, NOW));
    },
    (a: number, b: number, c: number, d: number) => {
      const id = pick(people(), a);
      if (id === undefined) return;
      const times = [
        { from: '2014', to: '2018-05' },
        { from: '2018-04' },
        { from: '2022' },
        { to: '2021' },
        {},
      ];
      const position = PositionForm.parse({ org: pick(['ACME', 'Bolt'], b), ...pick(times, d) });
      command((at) => savePositions(at, { id, positions: c % 4 === 0 ? [] : [position] }, NOW));
    },
    (a: number, b: number, c: number) => {
      const contactId = pick(people(), a);
      const value = pick(['Acme', 'Bolt'], b)!;
      const recordedAt = pick(['2015-01-01T00:00:00Z', '2023-01-01T00:00:00Z'], c)!;
      const shown = { name: 'ORG', value, recordedAt, batchId: 1, supersededBy: 2 };
      if (contactId !== undefined) command((to) => to.insert(property, { contactId, ...shown }));
    },
    (a: number, b: number) => command((to) => createInvitation(to, invitation(a, b), NOW)),
    (a: number, b: number, c: number, d: number) => {
      const id = pick(invitations(), a);
      if (id === undefined) return;
      command((to) => (d % 3 === 0 ? deleteInvitation(to, id) : updateInvitation(to, id, invitation(b, c))));
    },
    (a: number, b: number, c: number, d: number) => {
      const id = pick(people(), a);
      if (id === undefined) return;
      command((to) => (d % 2 === 0 ? deleteContact(to, id, NOW) : updateContact(to, id, someone(b, c), NOW)));
    },
    (a: number, b: number, c: number) => {
      const [survivorId, absorbed] = twoOf(a, b);
      const merges = keys('select id from "merge"');
      const mergeId = pick(merges, c);
      if (mergeId !== undefined && c % 2 === 0)
        command((to) => unmerge(to, { mergeId, stays: [], keepApart: false }, NOW));
      else if (survivorId !== undefined && absorbed !== undefined && survivorId !== absorbed) {
        const group = { survivorId, absorbedIds: [absorbed], hide: [], apart: [] };
        command((to) => mergeGroups(to, [group], NOW));
      }
    },
    (a: number, b: number, c: number) => {
      const [event, encounter] = [pick(events(), a), pick(encounters(), b)];
      if (c % 3 === 0 && encounter !== undefined) command((to) => deleteEncounter(to, encounter));
      if (event === undefined) return;
      if (c % 3 === 1) command((to) => deleteEvent(to, event));
      if (c % 3 === 2)
        command((to) => updateEvent(to, event, EventForm.parse({ summary: 'Moved', dtstart: '2023' })));
    },
  ];
}

describe('the network in memory', () => {
  it('is the book’s, whatever was done one thing after another', async () => {
    for (const [id, at] of ['2020', '2024'].entries())
      book.sqlite
        .exec(`insert into import_batch (id, file_name, state, staged_at, applied_at, entries, counts)
        values (${id + 1}, 'a.csv', 'applied', '${at}-01-01T00:00:00Z', '${at}-01-01T00:00:00Z', '[]', '{}')`);
    const step = fc.tuple(...[13, 30, 30, 30, 30].map((max) => fc.nat({ max })));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        empty();
        const told = kept();
        const all = deeds(told);
        for (const [deed = 0, a = 0, b = 0, c = 0, d = 0] of steps) {
          pick(all, deed)?.(a, b, c, d);
          // Not after every one: several changes may have to be caught up with at once.
          if (d % 3 > 0) await told.expectUpToDate();
        }
        await told.expectUpToDate();
      }),
      { numRuns: 150 },
    );
  });

  it('drops the ties of an event that has become a crowd, and of a firm that has become large, and takes them up again', async () => {
    const told = kept();
    const event = told.command((to) => createEvent(to, EventForm.parse({ summary: 'Fair' }), NOW));
    const meet = (at: number) =>
      told.command((to) => {
        const contact = person(`Guest ${at}`, 'Acme');
        const who = { kind: 'new' as const, contact };
        return logEncounter(to, EncounterForm.parse({ who, ...(at <= 21 ? { eventId: event } : {}) }), NOW);
      });
    const ties = async () => {
      await told.expectUpToDate();
      const graph = await told.network.at(NOW);
      return tiesOf(graph, 0).neighbours.length;
    };
    const guests: ReturnType<typeof meet>[] = [];
    for (let at = 1; at <= 30; at += 1) guests.push(meet(at));
    expect(await ties()).toBe(29);
    const last = meet(31);
    expect(await ties()).toBe(0);
    told.command((to) => updateContact(to, last.contactId, person('Guest 31', 'Bolt'), NOW));
    expect(await ties()).toBe(29);
    told.undo();
    expect(await ties()).toBe(0);
    told.command((to) => deleteContact(to, last.contactId, NOW));
    expect(await ties()).toBe(29);
    for (const { contactId } of guests)
      told.command((to) => updateContact(to, contactId, person(`Guest ${contactId}`), NOW));
    expect(await ties()).toBe(0);
    told.command((to) => deleteEncounter(to, guests[20]!.id));
    expect(await ties()).toBe(19);
    told.undo();
    expect(await ties()).toBe(0);
  });

  it('follows what hangs on somebody else: an introducer the owner comes to know, an invitation that is another’s', async () => {
    const { command, expectUpToDate, network } = kept();
    const make = (name: string) => command((to) => createContact(to, person(name), NOW));
    const [ana, ben, cleo] = [make('Ana'), make('Ben'), make('Cleo')];
    const own = async (at: number) => levelOf((await network.at(NOW)).own[at]!);
    const met = { who: { kind: 'known', contactId: ben }, introducedBy: ana };
    command((to) => logEncounter(to, EncounterForm.parse(met), NOW));
    expect(await own(1)).toBe('met_once');
    command((to) => stateTie(to, { contactId: ana, other: undefined, level: 'know_well', note: '' }, NOW));
    expect(await own(1)).toBe('know');
    await expectUpToDate();

    const from = (fn: string) =>
      InvitationForm.parse({ fn: `${fn} Z`, url: url(fn), mutualNames: ['Cleo Z'] });
    const known = async () => (await network.at(NOW)).changed.get(2)?.neighbours.length;
    const id = command((to) => createInvitation(to, from('Ana'), NOW));
    expect(await known()).toBe(1);
    command((to) => updateInvitation(to, id, from('Nobody')));
    expect(await known()).toBe(0);
    await expectUpToDate();
    expect(neighboursOf(book, cleo).size).toBe(0);
  });

  it('has people whose keys lie far apart', async () => {
    const { command, expectUpToDate, network } = kept();
    const ana = command((to) => createContact(to, person('Ana', 'Acme'), NOW));
    book.sqlite.exec("update sqlite_sequence set seq = 9000000 where name = 'contact'");
    const ben = command((to) => createContact(to, person('Ben', 'Acme'), NOW));
    expect(ben).toBeGreaterThan(9_000_000);
    await expectUpToDate();
    expect(mutualContacts(await network.at(NOW), ana, ben)).toEqual([]);
    expect(read(await network.at(NOW))).toHaveLength(2);
  });

  it('is asked for anew on another day, and when too much has changed to be read one by one', async () => {
    const told = kept();
    const handOver = (version: number, day: string) => told.network.adopt(message(version, day));
    await told.network.at(NOW);
    expect(told.asked()).toBe(0);
    const tomorrow = told.network.at('2026-01-03T00:00:01Z');
    expect(told.asked()).toBe(1);
    handOver(0, '2026-01-03'); // one that was on its way before
    expect(await Promise.race([tomorrow, Promise.resolve('waiting')])).toBe('waiting');
    handOver(1, '2026-01-03');
    expect(networkSize(await tomorrow)).toBe(0);

    told.command((to) => {
      for (let at = 0; at < 400; at += 1) createContact(to, person(`Person ${at}`), NOW);
    });
    const after = told.network.at('2026-01-03T00:00:02Z');
    expect(told.asked()).toBe(2);
    handOver(2, '2026-01-03');
    expect(networkSize(await after)).toBe(400);

    told.network.heard({ topics: [], contacts: 'all', facets: 'all', orgs: [], events: [] });
    const imported = told.network.at('2026-01-03T00:00:03Z');
    expect(told.asked()).toBe(2); // the jobs thread hears of bulk work itself
    handOver(3, '2026-01-03');
    expect(networkSize(await imported)).toBe(400);
  });

  it('shows a tie to a window as soon as its command has succeeded, and says why', async () => {
    const { client } = await testBook();
    const create = (given: string) => client.contacts.create({ given });
    const [ana, ben, cleo] = [await create('Ana'), await create('Ben'), await create('Cleo')];
    const ways = () => client.network.paths({ to: { kind: 'contact', contactId: cleo.id } });
    expect(await ways()).toEqual([]);
    await client.network.stateTie({ contactId: ana.id, level: 'trusted' });
    await client.network.stateTie({ contactId: ana.id, other: ben.id, level: 'know' });
    await client.network.stateTie({ contactId: cleo.id, other: ben.id, level: 'know_well', note: 'school' });
    const [way, ...others] = await ways();
    expect(others).toEqual([]);
    expect(way?.weakest).toBe('know');
    expect(way?.steps.map(({ fn, tie }) => [fn, tie.level, tie.basis.map(({ text }) => text)])).toEqual([
      ['Ana', 'trusted', ['']],
      ['Ben', 'know', ['']],
      ['Cleo', 'know_well', ['school']],
    ]);
    const known = await client.network.mutuals({ contactId: ben.id });
    expect(known.map(({ fn, ownerTie, tie }) => [fn, ownerTie.level, tie.level])).toEqual([
      ['Ana', 'trusted', 'know'],
      ['Cleo', 'unknown', 'know_well'],
    ]);
    await client.contacts.delete({ id: ana.id });
    expect(await ways()).toEqual([]);
    await client.book.undo({});
    expect(await ways()).toHaveLength(1);
  });

  it('keeps the owner’s newest word about two people, whoever is named first', () => {
    const told = kept();
    const [ana, ben] = ['Ana', 'Ben'].map((name) =>
      told.command((to) => createContact(to, person(name), NOW)),
    );
    const say = (contactId: ContactId, other: ContactId, level: 'know' | 'met_once') =>
      told.command((to) => stateTie(to, { contactId, other, level, note: '' }, NOW));
    say(ana!, ben!, 'know');
    say(ben!, ana!, 'met_once');
    expect(
      neighboursOf(book, ana!)
        .get(ben!)
        ?.map(({ level }) => level),
    ).toEqual(['met_once']);
  });
});
