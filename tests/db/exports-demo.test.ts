// The made-up network moves to another book through the door a window uses: nothing that its screens show is lost.
import { expect, it } from 'vitest';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { testBook } from './harness.ts';

type Client = Awaited<ReturnType<typeof testBook>>['client'];

const ALL = { offset: 0, limit: 200 };

/** What the screens list, by name: keys, and what is worked out of the day somebody came into the book, are left out. */
async function screens(client: Client) {
  const invitations = await client.invitations.list({ show: 'all', page: ALL });
  const cases = [];
  for (const { id } of invitations.rows) cases.push(await client.invitations.get({ id }));
  const sorted = (lines: readonly unknown[]) => lines.map((line) => JSON.stringify(line)).toSorted();
  return {
    invitations: sorted(
      cases.map(({ invitation, vetting, decisions }) => ({
        fn: invitation.fn,
        // Every import settles what has been answered by connecting.
        state: vetting.verdict === 'ALREADY_CONNECTED' ? 'accepted' : invitation.state,
        message: invitation.message,
        mutuals: invitation.mutuals.map(({ fn, answer, quote }) => ({ fn, answer, quote })),
        verdict: vetting.verdict,
        decisions: decisions.map(({ decision, reason, vetting: then }) => ({
          decision,
          reason,
          verdict: then.verdict,
          reasons: then.reasons.map(({ code, params }) => ({ code, params })),
        })),
      })),
    ),
    introductions: sorted(
      (await client.introductions.list()).map(({ fnA, fnB, direction, state, log, purpose }) => ({
        fnA,
        fnB,
        direction,
        state,
        log,
        purpose,
      })),
    ),
    views: sorted((await client.views.list()).map(({ name, text }) => ({ name, text }))),
    letters: sorted((await client.letters.list()).map(({ id: _id, ...letter }) => letter)),
    rules: await client.invitations.policy(),
  };
}

it('the made-up network, decided and put into words, is the same in another book', async () => {
  const { client } = await testBook({ demo: true });
  const { rows } = await client.invitations.list({ show: 'waiting', page: ALL });
  expect(rows.length).toBeGreaterThan(3);
  for (const { id } of rows.slice(0, 3))
    await client.invitations.decide({ id, decision: 'ignore', reason: 'later' });
  await client.views.save({ name: 'Maps', text: 'tag:maps' });
  const policy = await client.invitations.policy();
  await client.invitations.setPolicy({ ...policy, silenceDays: 20 });
  const wish = { format: 'json', withPrivate: true, withConfidential: true } as const;
  const { items } = await drain(await client.exports.people(wish));
  const text = Buffer.concat(items.map(({ base64 }) => Buffer.from(base64, 'base64')));
  const other = await testBook();
  const { result } = await stageFiles(other.client, [{ name: 'book.json', bytes: text }]);
  await drain(await other.client.imports.apply({ id: result.batchId }));
  expect(await screens(other.client)).toEqual(await screens(client));
}, 60_000);
