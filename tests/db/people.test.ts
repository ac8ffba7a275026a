import { describe, expect, it } from 'vitest';
import { testBook } from './harness.ts';

describe('people', () => {
  it('lists a new person in order, finds them without accents, and takes them back', async () => {
    const { client } = await testBook();
    const zoe = await client.contacts.create({ given: 'Zoë', family: 'Ångström', org: 'Kraftwerk Süd' });
    const ben = await client.contacts.create({ given: 'Ben', family: 'Żak', emails: ['ben@example.org'] });
    const all = await client.contacts.list({ page: {} });
    expect(all.total).toBe(2);
    expect(all.rows.map(({ fn }) => fn)).toEqual(['Zoë Ångström', 'Ben Żak']);
    for (const text of ['zoe', 'ANGS', 'krafw', 'zoe kraft'])
      expect((await client.contacts.list({ text, page: {} })).rows.map(({ id }) => id)).toEqual(
        text === 'krafw' ? [] : [zoe.id],
      );
    expect((await client.contacts.find({ text: 'ben@ex' })).map(({ id }) => id)).toEqual([ben.id]);
    const undone = await client.book.undo({});
    expect(undone).toMatchObject({ code: 'contacts.create', params: { name: 'Ben Żak' } });
    expect((await client.contacts.list({ text: 'ben', page: {} })).total).toBe(0);
    await client.book.redo();
    expect((await client.contacts.list({ text: 'zak', page: {} })).rows.map(({ id }) => id)).toEqual([
      ben.id,
    ]);
  });

  it('keeps where each value came from, and changes only what the form changed', async () => {
    const { client } = await testBook();
    const form = {
      given: 'Ana',
      family: 'Ruiz',
      emails: ['ana@example.org', 'a.ruiz@example.com'],
      note: 'likes maps',
    };
    const { id } = await client.contacts.create(form);
    const before = await client.contacts.get({ id });
    await client.contacts.update({ id, form: { ...before.form, emails: ['ana@example.org'], org: 'Acme' } });
    const after = await client.contacts.get({ id });
    expect(after.org).toBe('Acme');
    expect(after.form.emails).toEqual(['ana@example.org']);
    const kept = (name: string) => after.properties.find((one) => one.name === name)?.id;
    expect(kept('NOTE')).toBe(before.properties.find((one) => one.name === 'NOTE')?.id);
    await client.book.undo({});
    expect((await client.contacts.get({ id })).form).toEqual(before.form);
  });

  it('refuses a person without anything to call them by, and keeps the book as it was', async () => {
    const { client } = await testBook();
    await expect(client.contacts.create({ note: 'who?' })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { why: 'no_name' },
    });
    expect((await client.contacts.list({ page: {} })).total).toBe(0);
    expect(await client.book.history()).toEqual([]);
  });

  it('says NOT_FOUND for somebody who is gone', async () => {
    const { client } = await testBook();
    const { id } = await client.contacts.create({ given: 'Mo' });
    await client.contacts.delete({ id });
    await expect(client.contacts.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.book.undo({});
    expect((await client.contacts.get({ id })).fn).toBe('Mo');
  });

  it('says first how we know each other', async () => {
    const { client } = await testBook();
    const tom = await client.contacts.create({ given: 'Tom', family: 'Weber' });
    const event = await client.events.create({
      summary: 'GopherCon',
      location: 'Berlin',
      dtstart: '2025-06-12',
    });
    const { contactId } = await client.events.logEncounter({
      who: { kind: 'new', contact: { given: 'Ana', family: 'Ruiz' } },
      eventId: event.id,
      introducedBy: tom.id,
      note: 'queues',
    });
    const page = await client.contacts.get({ id: contactId });
    expect(page.howWeKnow[0]).toMatchObject({
      code: 'introduced',
      params: { event: 'GopherCon', place: 'Berlin', introducer: 'Tom Weber' },
      on: '2025-06-12',
    });
    expect(page.encounters[0]).toMatchObject({
      eventSummary: 'GopherCon',
      introducedBy: { fn: 'Tom Weber' },
    });
    const at = await client.events.get({ id: event.id });
    expect(at.encounters.map(({ fn }) => fn)).toEqual(['Ana Ruiz']);
    expect((await client.contacts.list({ text: 'gopher', page: {} })).rows.map(({ fn }) => fn)).toEqual([
      'Ana Ruiz',
    ]);
    expect((await client.contacts.list({ page: {} })).rows[0]).toMatchObject({
      fn: 'Ana Ruiz',
      metAt: 'GopherCon',
    });
  });

  it('finds people by the new name of an event', async () => {
    const { client } = await testBook();
    const event = await client.events.create({ summary: 'Unnamed meetup' });
    await client.events.logEncounter({ who: { kind: 'new', contact: { given: 'Ana' } }, eventId: event.id });
    await client.events.update({ id: event.id, form: { summary: 'Rustfest' } });
    expect((await client.contacts.list({ text: 'rustf', page: {} })).total).toBe(1);
    expect((await client.contacts.list({ text: 'unnamed', page: {} })).total).toBe(0);
  });

  it('keeps whom we met when an event is deleted, with its name and day', async () => {
    const { client } = await testBook();
    const event = await client.events.create({ summary: 'Fair', location: 'Bonn', dtstart: '2024-05' });
    const { contactId } = await client.events.logEncounter({
      who: { kind: 'new', contact: { given: 'Ana' } },
      eventId: event.id,
    });
    await client.events.delete({ id: event.id });
    const [met] = (await client.contacts.get({ id: contactId })).encounters;
    expect(met).toMatchObject({ eventSummary: '', metOn: '2024-05' });
    expect(met?.location).toContain('Bonn');
    await client.book.undo({});
    expect((await client.events.get({ id: event.id })).encounters).toHaveLength(1);
  });
});

describe('history', () => {
  it('refuses to take back what something later stands on, and changes nothing', async () => {
    const { client } = await testBook();
    const { id } = await client.contacts.create({ given: 'Ana' });
    const page = await client.contacts.get({ id });
    await client.contacts.update({ id, form: { ...page.form, note: 'one' } });
    await client.contacts.update({ id, form: { ...page.form, note: 'two' } });
    const [, first] = await client.book.history();
    await expect(client.book.undo({ id: first!.id })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { why: 'changed_since' },
    });
    expect((await client.contacts.get({ id })).form.note).toBe('two');
  });

  it('undoes everything back to the empty book and redoes it to the last state', async () => {
    const { client } = await testBook();
    const ana = await client.contacts.create({ given: 'Ana', urls: ['https://www.linkedin.com/in/ana'] });
    const event = await client.events.create({ summary: 'Fair' });
    await client.events.logEncounter({ who: { kind: 'known', contactId: ana.id }, eventId: event.id });
    await client.network.stateTie({ contactId: ana.id, level: 'know_well' });
    await client.network.stateTie({ contactId: ana.id, level: 'trusted' });
    const last = await client.contacts.get({ id: ana.id });
    const steps: string[] = [];
    for (let done = await client.book.undo({}); done; done = await client.book.undo({}))
      steps.push(done.code);
    expect(steps).toHaveLength(5);
    expect((await client.contacts.list({ page: {} })).total).toBe(0);
    expect((await client.events.list({ page: {} })).total).toBe(0);
    while (await client.book.redo());
    expect(await client.contacts.get({ id: ana.id })).toEqual(last);
  });

  it('tells listeners what changed', async () => {
    const { client } = await testBook();
    const changes = await client.book.changes();
    const heard = (async () => {
      // The comparison for duplicates is news of its own, and may come first.
      for await (const { topics } of changes) if (topics.includes('contacts')) return topics;
      return [];
    })();
    await client.book.summary();
    await client.contacts.create({ given: 'Ana' });
    expect(await heard).toContain('contacts');
    await changes.return?.();
  });
});
