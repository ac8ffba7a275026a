// What helps to reach a person, a company, whoever a query finds, or somebody who is not in the book.
import { describe, expect, it } from 'vitest';
import type { Client } from '#api/contract.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { TieLevel } from '#core/network/model.ts';
import { testBook } from './harness.ts';

/** A few people at two companies: the owner knows Tom and Una, and Tom knows Ada, who is at Acme. */
async function town(client: Client) {
  const add = async (given: string, org: string, title = '') =>
    (await client.contacts.create({ given, family: 'Example', org, title })).id;
  const [me, tom, una, ada, bea] = [
    await add('Mara', 'Lantern'),
    await add('Tom', 'Beta', 'Clerk'),
    await add('Una', 'Acme', 'Buyer'),
    await add('Ada', 'Acme', 'Chief Weaver'),
    await add('Bea', 'Gamma', 'Weaver'),
  ];
  await client.contacts.setOwner({ id: me });
  const know = (contactId: ContactId, level: TieLevel, other?: ContactId) =>
    client.network.stateTie({ contactId, level, ...(other !== undefined && { other }) });
  return { me, tom, una, ada, bea, know };
}

describe('the look-up', () => {
  it('says to write to whom one knows, to ask whom one must, and to send a note where nobody is between', async () => {
    const { client } = await testBook();
    const { tom, ada, bea, know } = await town(client);
    const about = async (contactId: ContactId) => {
      const { advice, paths } = await client.network.lookUp({ to: { kind: 'contact', contactId } });
      return [advice, paths.map(({ steps }) => steps.map(({ fn }) => fn).join('→'))];
    };
    expect(await about(ada)).toEqual([{ code: 'note', because: 'no_way' }, []]);
    await know(tom, 'know_well');
    await know(tom, 'know', ada);
    expect(await about(tom)).toEqual([{ code: 'write' }, ['Tom Example']]);
    expect(await about(ada)).toEqual([{ code: 'ask', isSure: true }, ['Tom Example→Ada Example']]);
    await know(bea, 'met_once');
    expect(await about(bea)).toEqual([{ code: 'note', because: 'hardly_known' }, ['Bea Example']]);
    await know(tom, 'name_only', ada);
    expect((await about(ada))[0]).toEqual({ code: 'note', because: 'not_verified' });
  });

  it('shows of a company whom one knows there, who was there, and who knows somebody there', async () => {
    const { client } = await testBook();
    const { tom, una, ada, bea, know } = await town(client);
    await know(una, 'acquaintance');
    await know(tom, 'know');
    await know(tom, 'know', ada);
    await know(bea, 'met_once');
    await client.contacts.savePositions({
      id: bea,
      positions: [{ org: 'ACME', title: 'Dyer', from: '2015', to: '2021-06' }],
    });
    const found = await client.network.lookUp({ to: { kind: 'org', org: 'acme' } });
    expect(found.total).toBe(2);
    expect(found.knownCount).toBe(1);
    expect(found.known).toMatchObject([
      { fn: 'Una Example', title: 'Buyer', tie: { level: 'acquaintance' } },
    ]);
    expect(found.former).toMatchObject([
      { fn: 'Bea Example', org: 'Gamma', was: 'Dyer', until: '2021-06', isSeen: false },
    ]);
    expect(found.introducers).toMatchObject([
      {
        fn: 'Tom Example',
        level: 'know',
        knows: { fn: 'Ada Example', level: 'know', isLikely: false },
        others: 0,
      },
      // Was there once, perhaps before the others came.
      { fn: 'Bea Example', level: 'met_once', knows: { level: 'name_only', isLikely: true } },
    ]);
    expect(found.advice).toEqual({ code: 'ask', isSure: true });
    // A person's own page has none of it, and whoever comes back is there, not gone.
    await client.contacts.update({ id: bea, form: { given: 'Bea', family: 'Example', org: 'Acme' } });
    expect((await client.network.lookUp({ to: { kind: 'org', org: 'acme' } })).former).toEqual([]);
    const ofAda = await client.network.lookUp({ to: { kind: 'contact', contactId: ada } });
    expect([ofAda.known, ofAda.former, ofAda.introducers]).toEqual([[], [], []]);
  });

  it('reaches whoever a query finds, by its facets or words, and never the owner', async () => {
    const { client } = await testBook();
    const { tom, ada, know } = await town(client);
    await know(tom, 'know');
    await know(tom, 'know', ada);
    const to = (text: string) => ({ to: { kind: 'found', text } as const });
    const weavers = await client.network.lookUp(to('title:weaver'));
    expect(weavers).toMatchObject({ total: 2, knownCount: 0, advice: { code: 'ask' } });
    expect(weavers.introducers.map(({ fn }) => fn)).toEqual(['Tom Example']);
    expect(weavers.paths).toEqual(
      (await client.network.lookUp({ to: { kind: 'contact', contactId: ada } })).paths,
    );
    const paths = await client.network.paths(to('title:weaver'));
    expect(paths.map(({ steps }) => steps.at(-1)?.fn)).toEqual(['Ada Example']);
    expect((await client.network.lookUp(to('company:Lantern'))).total).toBe(0);
    await expect(client.network.lookUp(to('  '))).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('asks of two as close and as fresh the one who was asked for less', async () => {
    const { client } = await testBook();
    const { tom, una, bea, know } = await town(client);
    for (const id of [tom, una]) {
      await know(id, 'know');
      await know(id, 'know', bea);
    }
    const first = async () => {
      const { paths } = await client.network.lookUp({ to: { kind: 'contact', contactId: bea } });
      return paths.map(({ steps, favours }) => `${steps[0]!.fn} ${favours.taken} ${favours.given}`);
    };
    expect(await first()).toEqual(['Tom Example 0 0', 'Una Example 0 0']);
    const invitation = await client.invitations.create({ fn: 'Cy Stranger', mutualNames: ['Tom Example'] });
    const { mutuals } = (await client.invitations.get({ id: invitation.id })).invitation;
    await client.invitations.recordAsked({ mutualId: mutuals[0]!.id });
    expect(await first()).toEqual(['Una Example 0 0', 'Tom Example 1 0']);
  });

  it('names a link that has gone cold', async () => {
    const { client } = await testBook();
    const { tom, ada, know } = await town(client);
    for (const date of ['2019-03-01', '2019-04-01']) {
      await client.events.logEncounter({
        who: { kind: 'known', contactId: tom },
        metOn: date,
        note: 'looms',
      });
    }
    await know(tom, 'know', ada);
    const { paths } = await client.network.lookUp({ to: { kind: 'contact', contactId: ada } });
    expect(paths[0]?.stale).toEqual([{ at: 0, lastOn: '2019-04-01' }]);
  });
});

describe('a name that is not in the book', () => {
  it('offers those whose name is much like it, and the people of the names that are mutual', async () => {
    const { client } = await testBook();
    const { tom, know } = await town(client);
    await know(tom, 'know');
    const asked = { fn: 'Bea Exampel', mutualNames: ['tom example', 'Nobody Known', 'Mara Example'] };
    const { similar, mutuals } = await client.network.stranger(asked);
    expect(similar.map(({ fn }) => fn)).toContain('Bea Example');
    expect(mutuals).toMatchObject([
      { name: 'tom example', people: [{ fn: 'Tom Example', tie: { level: 'know' } }] },
      { name: 'Nobody Known', people: [] },
      // The owner is nobody's mutual contact.
      { name: 'Mara Example', people: [] },
    ]);
    expect((await client.network.stranger({ fn: '–' })).similar).toEqual([]);
  });

  it('gets a brief note, or a request to whoever may know them', async () => {
    const { client } = await testBook();
    const { tom, bea, know } = await town(client);
    const stranger = { about: 'stranger', fn: 'Edda Nobody', org: 'Acme' } as const;
    const note = await client.introductions.draft({
      ...stranger,
      kind: 'brief_note',
      by: 'linkedin_note',
      why: 'Your looms are the quietest I have heard',
    });
    expect(note).toMatchObject({
      channel: 'linkedin_note',
      limit: 200,
      to: [{ fn: 'Edda Nobody', email: '' }],
    });
    expect(note.body).toMatch(
      /^Hi Edda,\nI am Mara Example from Lantern\. Your looms .* no reply is needed\./,
    );
    const request = await client.introductions.draft({ ...stranger, kind: 'introduction_request', via: tom });
    expect(request.to[0]?.fn).toBe('Tom Example');
    expect(request.body).toContain('Would you introduce me to Edda Nobody (Acme)?');
    await expect(
      client.introductions.draft({ ...stranger, kind: 'introduction_request' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    // Whom one has met is reminded of it; whom one knows is not told who writes.
    await client.events.logEncounter({
      who: { kind: 'known', contactId: bea },
      eventId: (await client.events.create({ summary: 'Loom Fair', dtstart: '2025-05-02' })).id,
      note: 'is leaving her husband',
    });
    const letter = { about: 'person', kind: 'brief_note', to: bea } as const;
    const met = (await client.introductions.draft({ ...letter, by: 'email' })).body;
    expect(met).toContain('We met at Loom Fair');
    expect(met).not.toContain('husband');
    await know(bea, 'know_well');
    expect((await client.introductions.draft(letter)).body).not.toMatch(/Mara Example|Loom Fair/);
  });
});
