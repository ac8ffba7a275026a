// The owner's rules in a real book: tried out before they are saved, kept when they change, looked back on.
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Client } from '#api/contract.ts';
import { InvitationForm } from '#core/invitations/model.ts';
import { testBook } from './harness.ts';

const add = async (client: Client, fn: string, message = '') =>
  (
    await client.invitations.create(
      InvitationForm.parse({
        fn,
        message,
        url: `https://www.linkedin.com/in/${fn.toLowerCase()}`,
        headline: 'Engineer',
      }),
    )
  ).id;

/** As if it had been decided that many days ago: the clock is not for tests to turn. */
function decidedBefore(file: string, days: number): void {
  const db = new Database(file);
  db.prepare(
    `update decision set decided_at = strftime('%Y-%m-%dT%H:%M:%fZ', decided_at, '-' || ? || ' days')`,
  ).run(days);
  db.close();
}

/** As an archive says it. */
function connect(file: string, contactId: number): void {
  const db = new Database(file);
  db.prepare(
    `insert into evidence (kind, contact_id, "on", created_at) values ('li_connected', ?, '2026-01-02', '2026-01-02T00:00:00.000Z')`,
  ).run(contactId);
  db.close();
}

describe('trying a policy out', () => {
  it('says exactly whose verdict would change, and changes nothing', async () => {
    const { client } = await testBook();
    const silent = [await add(client, 'Ada'), await add(client, 'Bo')];
    await add(client, 'Cleo', 'Great talking at DevConf about queues.');
    await client.invitations.decide({ id: silent[0]!, decision: 'ignore' });
    const policy = await client.invitations.policy();
    const found = await client.rules.simulate({ ...policy, silentStranger: 'ASK_INVITER' });
    expect(found.judged).toEqual({ waiting: 2, decided: 1 });
    expect(found.changed).toEqual({ waiting: 1, decided: 1 });
    expect(found.rows.map(({ fn, before, after }) => [fn, before, after])).toEqual([
      ['Bo', 'IGNORE', 'ASK_INVITER'],
      ['Ada', 'IGNORE', 'ASK_INVITER'],
    ]);
    expect(await client.rules.simulate(policy)).toMatchObject({ changed: { waiting: 0, decided: 0 } });
    expect(await client.invitations.policy()).toEqual(policy);
    // What saving does is what was said.
    await client.invitations.setPolicy({ ...policy, silentStranger: 'ASK_INVITER' });
    expect((await client.invitations.get({ id: silent[1]! })).vetting.verdict).toBe('ASK_INVITER');
  });

  it('judges whom one has accepted as if they were not connected yet', async () => {
    const { client, file } = await testBook();
    const id = await add(client, 'Ada');
    const { id: contactId } = await client.contacts.create({
      given: 'Ada',
      urls: ['https://www.linkedin.com/in/ada'],
    });
    await client.network.stateTie({ contactId, level: 'know' });
    await client.invitations.decide({ id, decision: 'accept' });
    connect(file, contactId);
    expect((await client.invitations.get({ id })).vetting.verdict).toBe('ALREADY_CONNECTED');
    const policy = await client.invitations.policy();
    expect(await client.rules.simulate({ ...policy, acceptFrom: 'know_well' })).toMatchObject({
      changed: { waiting: 0, decided: 1 },
      rows: [{ before: 'ACCEPT_KNOWN', after: 'ASK_INVITER' }],
    });
  });

  it('ends when nobody waits for it any more', async () => {
    const { client } = await testBook();
    const away = AbortSignal.abort();
    await expect(
      client.rules.simulate(await client.invitations.policy(), { signal: away }),
    ).rejects.toThrow();
  });
});

describe('a policy that was changed', () => {
  it('is kept, and its number is never given to another', async () => {
    const { client } = await testBook();
    const id = await add(client, 'Ada');
    const first = await client.invitations.policy();
    await client.invitations.setPolicy({ ...first, silenceDays: 20 });
    await client.invitations.decide({ id, decision: 'ignore' });
    const versions = await client.rules.versions();
    expect(versions.map(({ version, silenceDays }) => [version, silenceDays])).toEqual([
      [2, 20],
      [1, 10],
    ]);
    await client.book.undo({});
    await client.invitations.decide({ id, decision: 'decline' });
    await client.invitations.setPolicy({ ...first, silenceDays: 30, version: 1 });
    expect((await client.rules.versions()).map(({ version }) => version)).toEqual([3, 2, 1]);
  });

  it('stands again when the change is undone', async () => {
    const { client } = await testBook();
    const first = await client.invitations.policy();
    await client.invitations.setPolicy({ ...first, acceptFrom: 'know' });
    await client.book.undo({});
    expect(await client.rules.versions()).toEqual([first]);
  });
});

describe('was it right', () => {
  it('is asked ninety days later, three at a time, of the last word on each', async () => {
    const { client, file } = await testBook();
    const ids = [];
    for (const fn of ['Ada', 'Bo', 'Cleo', 'Dan', 'Eve']) ids.push(await add(client, fn));
    for (const id of ids) await client.invitations.decide({ id, decision: 'ignore' });
    await client.invitations.decide({ id: ids[1]!, decision: 'reopen' });
    decidedBefore(file, 89);
    expect(await client.rules.due()).toEqual([]);
    decidedBefore(file, 1);
    const due = await client.rules.due();
    expect(due.map(({ fn }) => fn)).toEqual(['Ada', 'Cleo', 'Dan']);
    expect((await client.rules.records()).due).toBe(4);

    await client.rules.answer({ decisionId: due[0]!.decisionId, hindsight: 'wrong' });
    expect((await client.rules.due()).map(({ fn }) => fn)).toEqual(['Cleo', 'Dan', 'Eve']);
    expect((await client.rules.records()).rules).toMatchObject([
      { rule: 'R15', followed: { right: 0, wrong: 1, unsure: 0 } },
    ]);
    await client.book.undo({});
    expect((await client.rules.due())[0]?.fn).toBe('Ada');
    await expect(client.rules.answer({ decisionId: 999, hindsight: 'right' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
