// One story that asks every procedure of the contract once, told to whichever client a host gives.
import { isContractProcedure } from '@orpc/contract';
import { expect, it } from 'vitest';
import type { Topic } from '#api/book.ts';
import type { Client } from '#api/contract.ts';
import { bookContract } from '#api/contract.ts';
import { ContactId } from '#core/contacts/model.ts';
import type { EncounterId, EventId } from '#core/events/model.ts';
import { ReceivedLetterId } from '#core/introductions/reply.ts';
import type { InvitationId } from '#core/invitations/model.ts';
import { drain, stageFiles } from '#scripts/in-process-client.ts';

/** Every procedure of the book, as `feature.verb`. */
export const PROCEDURES = Object.entries(bookContract).flatMap(([feature, verbs]) =>
  Object.entries(verbs)
    .filter(([, procedure]) => isContractProcedure(procedure))
    .map(([verb]) => `${feature}.${verb}`),
);

/** Wraps a client so that what was asked is remembered. */
function remembering(client: Client, asked: Set<string>): Client {
  const below = (target: object, path: readonly string[]): object =>
    new Proxy(target, {
      get: (_, name) =>
        typeof name === 'string' ? below(Reflect.get(target, name) as object, [...path, name]) : undefined,
      apply: (call, self, args: unknown[]) => {
        asked.add(path.join('.'));
        return Reflect.apply(call as () => unknown, self, args as []);
      },
    });
  return below(client, []) as Client; // the same calls, counted
}

const CSV = [
  'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
  'Ada,Okafor,https://www.linkedin.com/in/ada-okafor,ada@example.org,Lumen Labs,Engineer,28 Sep 2024',
  '',
].join('\n');

/** The contract as one host answers it; `connect` gives a client on a fresh book. */
export function contractSuite(host: string, connect: () => Promise<Client>): void {
  it(`${host}: every procedure of the contract is answered`, async () => {
    const asked = new Set<string>();
    const client = remembering(await connect(), asked);
    await people(client);
    await invitations(client);
    await introductions(client);
    await goodManners(client);
    await dueThings(client);
    await imports(client);
    await exports(client);
    await bulk(client);
    await theBook(client);
    await theLock(client);
    expect(PROCEDURES.filter((procedure) => !asked.has(procedure))).toEqual([]);
  });

  it(`${host}: errors keep their code and their data`, async () => {
    const client = await connect();
    await expect(client.contacts.get({ id: 999 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'contact' },
      defined: true,
    });
    await expect(client.contacts.create({ note: 'nameless' })).rejects.toMatchObject({
      code: 'CONFLICT',
      defined: true,
    });
    // @ts-expect-error the door parses what a window says, whatever its types say
    await expect(client.contacts.create({ given: 7 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    // @ts-expect-error as above: nothing beyond the contract gets in
    await expect(client.contacts.create({ given: 'A', surprise: true })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
    expect((await client.contacts.list({ page: {} })).total).toBe(0);
  });

  it(`${host}: names that every object has are not procedures`, async () => {
    const client = await connect();
    for (const path of [
      ['__proto__', 'x'],
      ['constructor', 'name'],
      ['contacts', 'toString'],
      ['contacts', '__proto__'],
    ]) {
      const call = path.reduce<unknown>((node, name) => Reflect.get(node as object, name), client) as (
        input: object,
      ) => Promise<unknown>;
      await expect(async () => call({})).rejects.toThrow();
    }
  });
}

async function people(client: Client): Promise<void> {
  const ana = await client.contacts.create({
    given: 'Ana',
    family: 'Ruiz',
    org: 'Acme',
    emails: ['ana@example.org'],
  });
  const tom = await client.contacts.create({ given: 'Tom', family: 'Weber', org: 'Acme' });
  const me = await client.contacts.create({ given: 'Me', family: 'Myself' });
  await client.contacts.setOwner({ id: me.id });
  const { form } = await client.contacts.get({ id: ana.id });
  await client.contacts.update({ id: ana.id, form: { ...form, nickname: 'Anita' } });
  expect((await client.contacts.list({ text: 'anita', page: {} })).total).toBe(1);
  expect(await client.contacts.find({ text: 'tom' })).toHaveLength(1);
  expect(
    (await client.contacts.withAddress({ addresses: ['Ana@Example.org', 'nothing'] })).map(({ fn }) => fn),
  ).toEqual(['Ana Ruiz']);
  const event = await client.events.create({ summary: 'Fair', dtstart: '2025-05' });
  await client.events.update({ id: event.id, form: { summary: 'Spring Fair', dtstart: '2025-05' } });
  const met = await client.events.logEncounter({
    who: { kind: 'known', contactId: tom.id },
    eventId: event.id,
    note: 'maps',
  });
  await client.events.logEncounter({
    who: { kind: 'known', contactId: ana.id },
    eventId: event.id,
    introducedBy: tom.id,
  });
  expect((await client.events.get({ id: event.id })).encounters).toHaveLength(2);
  expect((await client.events.list({ text: 'spring', page: {} })).rows[0]).toMatchObject({
    metCount: 2,
  });
  await client.network.stateTie({ contactId: tom.id, level: 'know_well', note: 'since school' });
  expect((await client.network.mutuals({ contactId: ana.id })).map(({ fn }) => fn)).toEqual(['Tom Weber']);
  const paths = await client.network.paths({ to: { kind: 'org', org: 'acme' } });
  expect(paths[0]?.steps[0]).toMatchObject({ fn: 'Tom Weber', tie: { level: 'know_well', setBy: 'owner' } });
  const there = await client.network.lookUp({ to: { kind: 'found', text: 'company:acme' } });
  expect(there).toMatchObject({ advice: { code: 'write' }, total: 2 });
  const stranger = await client.network.stranger({ fn: 'Anna Ruiz', mutualNames: ['Tom Weber'] });
  expect(stranger.similar.map(({ fn }) => fn)).toEqual(['Ana Ruiz']);
  expect(stranger.mutuals[0]?.people[0]).toMatchObject({ contactId: tom.id, tie: { level: 'know_well' } });
  expect(await client.network.findOrgs({ text: 'ac' })).toEqual([{ org: 'Acme', people: 2 }]);
  await client.network.addRelation({ contactId: ana.id, other: tom.id, relation: 'mentor' });
  const [relation] = await client.network.relations({ contactId: tom.id });
  expect(relation).toMatchObject({ other: { fn: 'Ana Ruiz' }, word: 'mentee', isOwn: true });
  await client.network.removeRelation({ id: relation!.id });
  await client.contacts.savePositions({
    id: ana.id,
    positions: [{ org: 'Beta', title: 'Engineer', to: '2021' }],
  });
  expect(await client.contacts.positions({ id: ana.id })).toMatchObject({
    positions: [{ org: 'Beta', title: 'Engineer', to: '2021' }],
  });
  const picture = await client.network.picture({ scope: { kind: 'around', contactId: ana.id, hops: 1 } });
  expect(picture.tieCount).toBeGreaterThan(0);
  expect(await client.network.names({ ids: [tom.id] })).toEqual([
    { id: tom.id, fn: 'Tom Weber', org: 'Acme' },
  ]);
  const { periods } = await client.network.overTime({ step: 'year' });
  expect(periods.reduce((sum, period) => sum + period.people, 0)).toBe(2);
  expect((await client.network.sources()).flatMap(({ branches }) => branches)).toMatchObject([
    { fn: 'Tom Weber', people: 1 },
    { fn: 'Ana Ruiz', depth: 1 },
  ]);
  expect((await client.network.circles())[0]).toMatchObject({
    level: 'know_well',
    drawn: [{ fn: 'Tom Weber' }],
  });
  await views(client);
  await letters(client);
  await events(client, { fair: event.id, ana: ana.id, met: met.id });
  await client.events.deleteEncounter({ id: met.id });
  await client.events.delete({ id: event.id });
  const gone = await client.contacts.create({ given: 'Gone' });
  await client.contacts.delete({ id: gone.id });
  await trash(client, gone.id);
  await secondCards(client);
}

async function events(
  client: Client,
  { fair, ana, met }: { fair: EventId; ana: ContactId; met: EncounterId },
): Promise<void> {
  const { contactId } = await client.events.setAttendee({
    eventId: fair,
    who: { kind: 'new', contact: { given: 'Cleo' } },
    partstat: 'DECLINED',
  });
  await client.events.updateEncounter({ id: met, form: { eventId: fair, note: 'old maps' } });
  const twin = await client.events.create({ summary: 'Spring fair', dtstart: '2025-05', kind: 'fair' });
  expect((await client.events.get({ id: fair })).similar).toMatchObject([
    { event: { id: twin.id }, because: 'name' },
  ]);
  await client.events.setSeries({ ids: [fair, twin.id], name: 'Fairs' });
  await client.events.renameSeries({ from: 'Fairs', to: 'Spring Fairs' });
  expect((await client.events.series({ name: 'Spring Fairs' })).people).toHaveLength(2);
  expect((await client.events.overview({ page: {} })).rows[0]?.series?.events).toBe(2);
  expect(await client.events.facets()).toMatchObject({
    kinds: [{ value: 'fair', events: 1 }],
    years: [{ value: '2025', events: 2 }],
    series: [{ value: 'Spring Fairs', events: 2 }],
  });
  await client.events.merge({ survivorId: fair, absorbedIds: [twin.id] });
  const page = await client.events.get({ id: fair });
  expect(page.attendees).toMatchObject([{ fn: 'Cleo', partstat: 'DECLINED', setBy: 'owner' }]);
  expect((await client.events.sheet({ id: fair })).people).toHaveLength(2);
  expect((await client.contacts.timeline({ id: ana })).map(({ kind }) => kind)).toContain('met');
  await expect(
    drain(await client.exports.events({ which: { kind: 'one', id: fair } })),
  ).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { why: 'no_day' },
  });
  await client.events.update({
    id: fair,
    form: { summary: 'Spring Fair', series: '', dtstart: '2025-05-12' },
  });
  const { items, result } = await drain(await client.exports.events({ which: { kind: 'all' } }));
  expect(result).toMatchObject({ mediaType: 'text/calendar', events: 1, leftOut: 0 });
  expect(Buffer.from(items[0]!.base64, 'base64').toString()).not.toContain('Cleo');
  await client.events.removeAttendee({ eventId: fair, contactId });
  await client.contacts.delete({ id: contactId });
}

async function trash(client: Client, id: ContactId): Promise<void> {
  expect((await client.trash.list({ page: {} })).rows[0]).toMatchObject({ id, fn: 'Gone', daysLeft: 30 });
  expect(await client.trash.get({ id })).toMatchObject({ fn: 'Gone' });
  expect(await client.trash.restore({ ids: [id] })).toEqual({ people: 1 });
  expect((await client.holdings.get({ id })).values.map(({ value }) => value)).toContain('Gone');
  expect(await client.trash.forgetting({ id })).toMatchObject({ fn: 'Gone', isRecognisable: false });
  await drain(await client.trash.forget({ id, name: 'gone', clean: true }));
  const other = await client.contacts.create({ given: 'Gone', family: 'Too' });
  await client.contacts.delete({ id: other.id });
  expect((await drain(await client.trash.erase({}))).result.people).toBeGreaterThan(0);
  expect((await client.trash.list({ page: {} })).total).toBe(0);
}

async function views(client: Client): Promise<void> {
  const { rows } = await client.contacts.list({
    text: 'company:acme event:spring -level:know_well',
    page: {},
  });
  expect(rows.map(({ fn }) => fn)).toEqual(['Ana Ruiz']);
  expect(await client.contacts.facetValues({ facet: 'event', text: 'company:acme' })).toEqual([
    { text: 'Spring Fair', exact: true, people: 2 },
  ]);
  const { id } = await client.views.save({ name: 'At Acme', text: 'company:acme' });
  await client.views.rename({ id, name: 'Acme' });
  expect(await client.views.list()).toEqual([{ id, name: 'Acme', text: 'company:acme' }]);
  await client.views.delete({ id });
}

async function letters(client: Client): Promise<void> {
  const letter = { kind: 'reconnect', language: 'en', tone: 'warm' } as const;
  const shipped = await client.letters.shipped(letter);
  const preview = await client.letters.preview({
    ...letter,
    ...shipped,
    address: 'informal',
    knowledge: 'much',
  });
  expect(preview).toMatchObject({ body: expect.stringContaining('Ada'), mistakes: [] });
  const wrong = client.letters.save({ form: { ...letter, subject: '', body: 'Hi\n{{ vorname }}' } });
  await expect(wrong).rejects.toMatchObject({
    code: 'TEMPLATE_MISTAKE',
    data: { part: 'body', code: 'unknown_variable', what: 'vorname', line: 2 },
  });
  const form = { ...letter, name: 'Sunday', subject: 'Hello', body: 'Dear {{ name }}' };
  const { id } = await client.letters.save({ form });
  expect(await client.letters.list()).toEqual([{ id, ...form }]);
  await client.letters.delete({ id });
}

async function secondCards(client: Client): Promise<void> {
  const lea = await client.contacts.create({ given: 'Lea', family: 'Okoro', emails: ['lea@example.org'] });
  const twin = await client.contacts.create({ given: 'L.', family: 'Okoro', emails: ['lea@example.org'] });
  const { survivorId, people: both, fields } = await client.duplicates.compare({ ids: [twin.id, lea.id] });
  expect(both.map(({ fn }) => fn)).toEqual(['L. Okoro', 'Lea Okoro']);
  expect(fields.find(({ name }) => name === 'EMAIL')).toMatchObject({ differs: false, isSingle: false });
  const absorbed = survivorId === lea.id ? twin.id : lea.id;
  const { mergeIds } = await client.contacts.merge({
    groups: [{ survivorId, absorbedIds: [absorbed] }],
  });
  expect((await client.contacts.get({ id: absorbed })).id).toBe(survivorId);
  expect((await client.contacts.merged({ id: survivorId })).map(({ mergeId }) => mergeId)).toEqual(mergeIds);
  expect(await client.contacts.unmerge({ mergeId: mergeIds[0]! })).toEqual({ id: absorbed });
  await client.duplicates.keepApart({ ids: [lea.id, twin.id] });
  const { total } = await client.duplicates.list({ page: {} });
  const { surely, probably, possibly, clones } = await client.duplicates.summary();
  expect(total).toBe(surely + probably + possibly + clones);
  for (const { id } of [lea, twin]) await client.contacts.delete({ id });
}

async function invitations(client: Client): Promise<void> {
  const form = {
    fn: 'Cleo Marsh',
    url: 'https://www.linkedin.com/in/cleo-marsh',
    headline: 'Editor',
    mutualNames: ['Tom Weber', 'Nobody Known'],
  };
  const { id } = await client.invitations.create(form);
  const before = await client.invitations.get({ id });
  expect(before.vetting.verdict).toBe('ASK_MUTUALS');
  const [tom, nobody] = before.invitation.mutuals;
  expect(tom?.fn).toBe('Tom Weber');
  await client.invitations.recordAsked({ mutualId: tom!.id });
  await expect(client.invitations.recordNudged({ mutualId: tom!.id })).rejects.toMatchObject({
    data: { why: 'not_now' },
  });
  expect(await client.invitations.openReferences()).toEqual([]);
  await client.invitations.recordAnswer({
    mutualId: tom!.id,
    answer: 'knows_well',
    quote: 'A fine editor.',
    quoteShareable: true,
  });
  expect(await client.invitations.references({ contactId: tom!.contactId! })).toMatchObject({
    goodwill: { taken: 1, left: 2, thanksOwed: 1 },
    reliability: { answers: 1, disowned: 0 },
    said: [{ fn: 'Cleo Marsh', answer: 'knows_well' }],
  });
  expect(await client.invitations.peopleCalled({ name: 'Weber, Thomas' })).toMatchObject([
    { fn: 'Tom Weber' },
  ]);
  await client.invitations.matchMutual({ mutualId: nobody!.id });
  await expect(
    client.invitations.matchMutual({ mutualId: nobody!.id, contactId: ContactId.parse(987_654) }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await client.invitations.update({ id, form: { ...form, message: 'Hello' } });
  expect((await client.invitations.get({ id })).vetting.verdict).toBe('ACCEPT_VOUCHED');
  const letter = await client.introductions.draft({
    about: 'invitation',
    kind: 'acceptance',
    invitationId: id,
  });
  expect(letter.body).toContain('Cleo');
  await client.invitations.decide({ id, decision: 'accept', reason: 'Tom says so' });
  const { decisions: taken } = await client.invitations.get({ id });
  expect(taken[0]).toMatchObject({ decision: 'accept', vetting: { verdict: 'ACCEPT_VOUCHED' } });
  expect((await client.invitations.list({ show: 'decided', page: {} })).total).toBe(1);
  const other = await client.invitations.create({ fn: 'Only Name' });
  await client.invitations.delete({ id: other.id });
  const { ids } = await client.invitations.createMany({ forms: [{ fn: 'One Name' }, { fn: 'Two Names' }] });
  expect(await client.invitations.counts()).toMatchObject({ pending: 2, decided: 1 });
  expect(await client.invitations.verdicts({ show: 'pending' })).toEqual([
    { verdict: 'NEED_MORE', count: 2 },
  ]);
  const unclear = { show: 'pending', verdict: 'NEED_MORE', page: { limit: 1 } } as const;
  expect(await client.invitations.list(unclear)).toMatchObject({
    total: 2,
    rows: [{ verdict: 'NEED_MORE' }],
  });
  const decisions = ids.map((one) => ({ id: one, decision: 'ask_inviter' }) as const);
  expect(await client.invitations.decideMany({ decisions })).toEqual({ decided: 2 });
  expect((await client.invitations.waitingFor()).inviter.total).toBe(2);
  for (const one of ids) await client.invitations.delete({ id: one });
  const policy = await client.invitations.policy();
  await client.invitations.setPolicy({ ...policy, connectionsVisible: false });
  expect((await client.invitations.policy()).connectionsVisible).toBe(false);
  await ownRules(client, id);
  await namesOnAList(client);
}

async function ownRules(client: Client, id: InvitationId): Promise<void> {
  const [policy, before] = await client.rules.versions();
  expect([policy?.version, before?.version]).toEqual([2, 1]);
  expect(await client.rules.simulate({ ...policy, oneWhoKnowsWell: false })).toEqual({
    judged: { waiting: 0, decided: 1 },
    changed: { waiting: 0, decided: 1 },
    rows: [expect.objectContaining({ id, before: 'ACCEPT_VOUCHED', after: 'ASK_INVITER' })],
  });
  expect(await client.rules.due()).toEqual([]);
  const [{ decisionId } = { decisionId: 0 }] = (await client.invitations.get({ id })).decisions;
  await client.rules.answer({ decisionId, hindsight: 'right' });
  const { rules } = await client.rules.records();
  expect(rules).toMatchObject([{ rule: 'R08', followed: { right: 1, wrong: 0, unsure: 0 } }]);
}

async function namesOnAList(client: Client): Promise<void> {
  const group = 'parting';
  const { id: contactId } = await client.contacts.create({ given: 'Unconnected' });
  const before = await client.audit.summary();
  await client.audit.part({ contactId, isParting: true });
  // Marked or not: whoever is no connection is in no group.
  expect(await client.audit.summary()).toEqual(before);
  expect((await client.audit.list({ group, page: {} })).total).toBe(before.groups[group]);
  expect((await client.audit.facets({ group })).orgs).toEqual([]);
  expect(await client.audit.get({ contactId })).not.toHaveProperty('group');
  await client.audit.part({ contactId, isParting: false });
  await client.contacts.delete({ id: contactId });
}

async function introductions(client: Client): Promise<void> {
  const [ana] = await client.contacts.find({ text: 'ana' });
  const [tom] = await client.contacts.find({ text: 'tom' });
  const form = { a: ana!.id, b: tom!.id, purpose: 'maps', benefitA: 'paper', benefitB: 'ink' };
  const { id } = await client.introductions.create(form);
  await client.introductions.update({ id, form: { ...form, purpose: 'old maps' } });
  await client.introductions.advance({ id, step: 'ask_a' });
  await expect(client.introductions.advance({ id, step: 'introduce' })).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  expect(await client.introductions.get({ id })).toMatchObject({ state: 'asked_a', purpose: 'old maps' });
  expect((await client.introductions.doubts({ ...form, benefitB: '' })).map(({ code }) => code)).toContain(
    'no_benefit',
  );
  expect(await client.introductions.suggestions()).toEqual([]);
  const asked = { about: 'introduction', kind: 'consent_a', introductionId: id } as const;
  const style = { language: 'de', tone: 'formal' } as const;
  const letter = await client.introductions.draft({ ...asked, style });
  expect(letter).toMatchObject({ style: { ...style, address: 'formal' } });
  const flags = await client.introductions.check({
    request: asked,
    subject: '',
    body: 'Write to third@example.org.',
  });
  expect(flags).toMatchObject([{ kind: 'address', text: 'third@example.org' }]);
  const eml = await client.introductions.eml({
    to: [{ fn: 'Ana', email: 'ana@example.org' }],
    subject: 'Grüße',
    body: 'Hello\nthere',
  });
  expect(eml.text).toMatch(/^X-Unsent: 1\r?$/m);
  const unknown = { to: [], subject: '', body: '', replyTo: ReceivedLetterId.parse(999) };
  await expect(client.introductions.eml(unknown)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await client.introductions.list()).toHaveLength(1);
  await client.introductions.delete({ id });
}

async function goodManners(client: Client): Promise<void> {
  const ana = (await client.contacts.find({ text: 'ana' }))[0]!.id;
  const tom = (await client.contacts.find({ text: 'tom' }))[0]!.id;
  await client.manners.set({ contactId: ana, patch: { isConfidential: true, channel: 'phone' } });
  const { id } = await client.manners.keepFrom({ a: tom, b: ana, reason: 'They parted badly.' });
  expect(await client.manners.get({ contactId: ana })).toEqual({
    isConfidential: true,
    introductionPolicy: 'ask-first',
    channel: 'phone',
    offers: '',
    seeks: '',
    isNotAsked: false,
    keptFrom: [{ id, contactId: tom, fn: 'Tom Weber', reason: 'They parted badly.' }],
  });
  await expect(client.introductions.create({ a: ana, b: tom })).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { why: 'do_not_introduce' },
  });
  await client.manners.allow({ id });
}

async function dueThings(client: Client): Promise<void> {
  const today = '2026-03-10';
  const tom = (await client.contacts.find({ text: 'tom' }))[0]!.id;
  const { id } = await client.reminders.promise({ contactId: tom, text: 'the slides', dueOn: today });
  await client.reminders.update({ id, text: 'the slides', dueOn: '2026-03-09' });
  const { due, waiting, letGo } = await client.reminders.list({ today });
  expect(due).toMatchObject([{ kind: 'promise', fn: 'Tom Weber', text: 'the slides', state: 'due' }]);
  expect([waiting.promise, letGo]).toEqual([1, 0]);
  const reminder = { id, kind: 'promise', contactId: tom, dueOn: '2026-03-09' } as const;
  await client.reminders.snooze({ reminder, until: '2026-03-12' });
  await client.reminders.settle({ reminder, outcome: 'done' });
  await client.reminders.setCadence({ contactId: tom, cadence: 'P3M' });
  await client.reminders.setTagCadence({ tag: 'Speakers', days: 90 });
  expect(await client.reminders.tagCadences()).toEqual([{ tag: 'speakers', days: 90, people: 0 }]);
  expect(await client.reminders.about({ contactId: tom, today })).toEqual({ cadence: 'P3M', promises: [] });
  const { id: eventId } = await client.events.create({ summary: 'Type Walk', dtstart: today });
  await client.events.logEncounter({ who: { kind: 'known', contactId: tom }, eventId });
  expect(await client.reminders.atEvent({ eventId, today })).toEqual([
    {
      reminder: { kind: 'follow_up', contactId: tom, eventId, dueOn: '2026-03-11' },
      isAnswered: false,
    },
  ]);
  await client.events.delete({ id: eventId });
  // Tom is kept up with anyway.
  expect(await client.reminders.dormant({ today })).toMatchObject({ people: [], withoutContact: 0 });
}

async function imports(client: Client): Promise<void> {
  const file = { name: 'Connections.csv', bytes: new TextEncoder().encode(CSV) };
  const discarded = (await stageFiles(client, [file])).result.batchId;
  await client.imports.discard({ id: discarded });
  const { uploadId } = await client.imports.begin({ files: [{ name: file.name, size: file.bytes.length }] });
  await client.imports.chunk({ uploadId, file: 0, base64: Buffer.from(file.bytes).toString('base64') });
  const fileName = file.name;
  const { batchId: first } = (await drain(await client.imports.stage({ uploadId, fileName }))).result;
  const looked = await client.imports.look({
    uploadId,
    entryName: file.name,
    reading: { encoding: 'utf-8' },
  });
  expect(looked).toMatchObject({
    encoding: 'utf-8',
    kinds: expect.arrayContaining(['linkedin-connections']),
  });
  expect(looked.head).toContain('Ada,Okafor');
  const { batchId: id } = (
    await drain(
      await client.imports.stage({
        uploadId,
        fileName,
        readings: { [file.name]: { kind: 'linkedin-connections', encoding: 'windows-1252' } },
        replaces: first,
      }),
    )
  ).result;
  expect((await client.imports.list()).map((batch) => batch.id)).toEqual([id]);
  const items = await client.imports.items({ id, action: 'create', search: 'OKAFOR', page: {} });
  expect((await client.imports.items({ id, action: 'create', search: 'nobody', page: {} })).total).toBe(0);
  await client.imports.choose({ id, itemIds: [items.rows[0]!.id], choice: 'skip' });
  await client.imports.chooseAll({ id, action: 'create', search: 'ada', choice: 'take' });
  await client.imports.leaveOut({ id, itemId: items.rows[0]!.id, leftOut: [2] });
  expect((await client.imports.items({ id, action: 'create', page: {} })).rows[0]).toMatchObject({
    leftOut: [2],
    choice: 'take',
  });
  const { items: progress, result } = await drain(await client.imports.apply({ id }));
  expect(progress.length).toBeGreaterThan(0);
  expect(result.counts.create).toBe(1);
  expect(await client.imports.get({ id })).toMatchObject({ state: 'applied' });
  expect(await client.imports.revert({ id })).toEqual({ removed: 1, kept: 0 });
  expect((await client.imports.list()).map(({ state }) => state)).toEqual(['reverted']);
}

async function bulk(client: Client): Promise<void> {
  const everybody = { query: '', except: [] };
  const ids = await client.bulk.ids({ offset: 0, limit: 2 });
  expect(ids).toHaveLength(2);
  const { result, items } = await drain(await client.bulk.tag({ people: { ids }, tags: ['maps'] }));
  expect(result).toEqual({ changed: 2, of: 2 });
  expect(items.at(-1)).toEqual({ done: 2, total: 2 });
  expect((await drain(await client.tags.rename({ from: 'maps', to: 'atlases' }))).result.changed).toBe(2);
  expect((await drain(await client.tags.merge({ from: ['atlases'], to: 'charts' }))).result.changed).toBe(2);
  expect((await client.tags.list({ page: {} })).rows).toEqual([{ tag: 'charts', people: 2 }]);
  const one = { query: 'tag:charts', except: [ids[0]!] };
  expect((await drain(await client.bulk.untag({ people: one, tags: ['CHARTS'] }))).result.changed).toBe(1);
  expect((await drain(await client.tags.delete({ tag: 'charts' }))).result.changed).toBe(1);
  const edit = { property: 'TITLE', change: { kind: 'set', to: 'Cartographer' } } as const;
  expect(await client.bulk.preview({ people: { ids }, edit })).toEqual({ changed: 2, of: 2 });
  expect((await drain(await client.bulk.edit({ people: { ids }, edit }))).result.changed).toBe(2);
  expect((await client.bulk.addresses({ people: everybody })).text).toContain('ana@example.org');
  const event = { kind: 'new', form: { summary: 'Map Fair' } } as const;
  expect((await drain(await client.bulk.meet({ people: everybody, event }))).result.changed).toBeGreaterThan(
    0,
  );
  await drain(await client.bulk.classify({ people: { ids }, confidential: true }));
  const gone = await client.contacts.create({ given: 'Gone' });
  expect((await drain(await client.bulk.delete({ people: { ids: [gone.id] } }))).result.changed).toBe(1);
  // @ts-expect-error nobody at all is not a selection
  await expect(client.bulk.tag({ people: {}, tags: ['x'] })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
}

/** The topics of the first change that is about this; what runs beside, such as comparing people, tells of its own. */
async function untilAbout(
  changes: AsyncIterator<{ topics: Topic[] }, unknown, void>,
  topic: Topic,
): Promise<Topic[]> {
  for (;;) {
    const { value, done } = await changes.next();
    if (done === true) return [];
    if (value.topics.includes(topic)) return value.topics;
  }
}

async function exports(client: Client): Promise<void> {
  const { items, result } = await drain(await client.exports.people({ format: 'vcard-4' }));
  expect(items.at(-1)).toMatchObject({ done: result.people, total: result.people });
}

async function theLock(client: Client): Promise<void> {
  expect(await client.lock.state()).toMatchObject({ isSet: false, isLocked: false });
  await client.lock.lock();
  expect((await client.lock.choose({ passphrase: 'open sesame' })).isRight).toBe(true);
  await client.lock.configure({ idleMinutes: 5, atStart: false });
  await client.lock.active();
  await client.lock.lock();
  await expect(client.contacts.list({ page: {} })).rejects.toMatchObject({ code: 'LOCKED', defined: true });
  expect((await client.lock.unlock({ passphrase: 'wrong' })).isRight).toBe(false);
  expect((await client.lock.unlock({ passphrase: 'open sesame' })).isRight).toBe(true);
  expect((await client.lock.remove({ passphrase: 'open sesame' })).isRight).toBe(true);
  expect(await client.lock.state()).toMatchObject({ isSet: false, isLocked: false });
}

async function theBook(client: Client): Promise<void> {
  const changes = await client.book.changes();
  const heard = untilAbout(changes, 'book');
  const preferences = await client.book.preferences();
  await client.book.setPreferences({ ...preferences, theme: 'dark' });
  expect(await heard).toContain('book');
  await changes.return?.();
  expect((await client.book.preferences()).theme).toBe('dark');
  const replaying = await client.book.replaying();
  expect((await client.book.undo({}))?.undone).toBe(true);
  expect((await client.book.redo())?.undone).toBe(false);
  // Of a deed about one person there is nothing to count.
  await replaying.return?.();
  expect((await client.book.history()).length).toBeGreaterThan(5);
  expect((await client.book.summary()).owner?.fn).toBe('Me Myself');
}
