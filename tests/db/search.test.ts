import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPeople } from '#core/contacts/search/evaluate.ts';
import { overFacetBase, withDocs } from '#core/contacts/search/facet-index.ts';
import type { FacetIndex } from '#core/contacts/search/facet-index.ts';
import { FACETS } from '#core/contacts/search/facets.ts';
import { parseQuery } from '#core/contacts/search/query.ts';
import { buildSearchIndex } from '#core/contacts/search-index.ts';
import { ContactId } from '#core/contacts/model.ts';
import { openWritable } from '#db/book.ts';
import { finished } from '#tests/core/contacts/duplicates/builders.ts';
import { facetDocs, wholeFacets } from '#db/contacts/search-facets.ts';
import { searchDocs } from '#db/contacts/search.ts';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { testBook } from './harness.ts';
import { bookPlan, fill } from './random-book.ts';
import { tempFolder } from './temp-folder.ts';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../db/migrations');

const CARDS = [
  'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Zoë Ångström\r\nORG:Kraftwerk Süd;Turbines\r\nTITLE:Engineer\r\nEMAIL:zoe@example.org',
  'ADR:;;Kai 1;Malmö;Skåne;21120;Sverige\r\nCATEGORIES:Rowing,Book Club\r\nBDAY:1990-05-01\r\nEND:VCARD',
  'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Bo Falk\r\nORG:Loom\r\nTEL:+46 555 0100\r\nNOTE:likes maps\r\nCATEGORIES:rowing\r\nEND:VCARD',
  '',
].join('\r\n');

describe('people by facets', () => {
  async function aBook() {
    const { client, ...rest } = await testBook();
    const file = { name: 'club.vcf', bytes: new TextEncoder().encode(CARDS) };
    const { batchId } = (await stageFiles(client, [file])).result;
    await drain(await client.imports.apply({ id: batchId }));
    const tom = await client.contacts.create({ given: 'Tom', family: 'Weber', org: 'Acme' });
    const event = await client.events.create({
      summary: 'GopherCon',
      location: 'Berlin',
      dtstart: '2023-06-12',
    });
    await client.events.logEncounter({ who: { kind: 'known', contactId: tom.id }, eventId: event.id });
    await client.network.stateTie({ contactId: tom.id, level: 'know_well' });
    await client.contacts.setOwner({ id: tom.id });
    const found = async (text: string) =>
      (await client.contacts.list({ text, page: {} })).rows.map(({ fn }) => fn.split(' ')[0]!);
    return { client, found, tom, event, ...rest };
  }

  it('are found by everything the book holds about them', async () => {
    const { found } = await aBook();
    const answers: Record<string, string[]> = {
      'company:kraft': ['Zoë'],
      'company:turbines': [],
      'title:eng -company:loom': ['Zoë'],
      'tag:rowing': ['Zoë', 'Bo'],
      'tag:="book club",none': ['Zoë'],
      'tag:rowing -tag:"book club"': ['Bo'],
      'event:gopher': ['Tom'],
      'place:berlin OR place:malmo': ['Zoë', 'Tom'],
      'place:sverige': ['Zoë'],
      'met:': ['Tom'],
      'met:2023': ['Tom'],
      'met:2022': [],
      'before:2024': ['Tom'],
      '-before:2024': ['Zoë', 'Bo'],
      'level:know': ['Tom'],
      'level:=unknown': ['Zoë', 'Bo'],
      'has:birthday': ['Zoë'],
      'has:note,tel': ['Bo'],
      'missing:email': ['Bo', 'Tom'],
      'from:vcard': ['Zoë', 'Bo'],
      'from:club.vcf bo': ['Bo'],
      '-from:': ['Tom'],
      'is:owner': ['Tom'],
      'b (tag:rowing OR event:gopher)': ['Bo'],
      'nofacet:bo': [],
      'level:nonsense': ['Zoë', 'Bo', 'Tom'],
    };
    const said: Record<string, string[]> = {};
    for (const text of Object.keys(answers)) said[text] = (await found(text)).sort();
    for (const names of Object.values(answers)) names.sort();
    expect(said).toEqual(answers);
  });

  it('are found by what has just been changed, and no longer by what was before', async () => {
    const { client, found, tom, event } = await aBook();
    expect(await found('company:acme')).toEqual(['Tom']);
    const { form } = await client.contacts.get({ id: tom.id });
    await client.contacts.update({ id: tom.id, form: { ...form, org: 'Globex' } });
    expect([await found('company:acme'), await found('company:globex')]).toEqual([[], ['Tom']]);
    await client.events.update({ id: event.id, form: { summary: 'RustFest', dtstart: '2023-06-12' } });
    expect([await found('event:gophercon'), await found('event:rustfest')]).toEqual([[], ['Tom']]);
    const ida = await client.contacts.create({ given: 'Ida', org: 'Globex' });
    expect(await found('company:globex')).toEqual(['Ida', 'Tom']);
    expect(await client.contacts.facetValues({ facet: 'company', find: 'glo' })).toEqual([
      { text: 'Globex', exact: true, people: 2 },
    ]);
    await client.contacts.delete({ id: ida.id });
    expect(await found('company:globex')).toEqual(['Tom']);
    await client.book.undo({});
    expect(await found('company:globex -is:owner')).toEqual(['Ida']);
  });

  it('are found after an import and after it is taken back', async () => {
    const { client, found } = await aBook();
    expect(await found('tag:rowing')).toHaveLength(2);
    const [batch] = await client.imports.list();
    await client.imports.revert({ id: batch!.id });
    expect(await found('tag:rowing')).toEqual([]);
    expect(await found('missing:tag')).toEqual(['Tom']);
  });
});

describe('the facets of a whole book', () => {
  /** Whom each of these questions finds, by people read together or one by one. */
  const questions = [
    ...FACETS.map((name) => `${name}:`),
    'company:acme',
    'former:acme',
    'company:globex',
    'tag:x',
    'has:email',
    'missing:note',
    'met:2024',
    'since:2025',
    'from:one',
    'from:two',
    'title:eng',
    '-has:url',
    'before:2026-01-02',
  ];

  it('say the same as the facets of each person alone', () => {
    fc.assert(
      fc.property(bookPlan, (plan) => {
        const book = openWritable(path.join(tempFolder(), 'random.acquaint'), MIGRATIONS);
        try {
          fill(book, plan);
          const base = finished(wholeFacets(book));
          const ids = [...base.ids].map((id) => ContactId.parse(id));
          const words = buildSearchIndex(searchDocs(book));
          const whole = overFacetBase(base);
          const alone = withDocs(whole, ids, facetDocs(book, ids));
          const found = (facets: FacetIndex) =>
            questions.map((text) => [
              text,
              [
                ...findPeople(parseQuery(text).query, {
                  words,
                  facets,
                  levels: new Uint32Array(),
                  ownerId: 1,
                }).ids,
              ],
            ]);
          expect(found(alone)).toEqual(found(whole));
        } finally {
          book.close();
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('saved views', () => {
  it('are saved, renamed, given another query and deleted, and all of it can be taken back', async () => {
    const { client } = await testBook();
    const names = async () => (await client.views.list()).map(({ name, text }) => `${name}: ${text}`);
    const { id } = await client.views.save({ name: ' Rowers ', text: 'tag:rowing' });
    await client.views.save({ name: 'acme', text: 'company:=Acme' });
    expect(await names()).toEqual(['acme: company:=Acme', 'Rowers: tag:rowing']);
    expect(await client.views.save({ name: 'ROWERS', text: 'tag:rowing,cox' })).toEqual({ id });
    expect(await names()).toEqual(['acme: company:=Acme', 'ROWERS: tag:rowing,cox']);
    await client.views.rename({ id, name: 'On the water' });
    await client.views.delete({ id });
    expect(await names()).toEqual(['acme: company:=Acme']);
    const undone: unknown[] = [];
    for (let deed = 0; deed < 5; deed += 1) {
      const entry = await client.book.undo({});
      undone.push([entry?.code, entry?.params, await names()]);
    }
    expect(undone).toEqual([
      ['views.delete', { name: 'On the water' }, ['acme: company:=Acme', 'On the water: tag:rowing,cox']],
      ['views.rename', { name: 'On the water' }, ['acme: company:=Acme', 'ROWERS: tag:rowing,cox']],
      ['views.save', { name: 'ROWERS' }, ['acme: company:=Acme', 'Rowers: tag:rowing']],
      ['views.save', { name: 'acme' }, ['Rowers: tag:rowing']],
      ['views.save', { name: 'Rowers' }, []],
    ]);
    for (let deed = 0; deed < 5; deed += 1) await client.book.redo();
    expect(await names()).toEqual(['acme: company:=Acme']);
  });

  it('refuses a view without a name or a query, and one that is gone', async () => {
    const { client } = await testBook();
    await expect(client.views.save({ name: '  ', text: 'x' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(client.views.save({ name: 'x', text: ' ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const { id } = await client.views.save({ name: 'x', text: 'y' });
    await client.views.delete({ id });
    for (const gone of [client.views.rename({ id, name: 'z' }), client.views.delete({ id })])
      await expect(gone).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'view' } });
  });
});
