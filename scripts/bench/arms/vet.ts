// Invitations with a note and three mutual contacts, vetted by everything the book holds, through the door.
import { people } from '../generate.ts';
import { copyOfBook, openedBook, runArm, spread, timed, total } from '../arm.ts';

const INVITATIONS = 60;
const MUTUALS = 3;

await runArm('vet', async (task) => {
  const { client, close } = await openedBook(task, await copyOfBook(task, 'network'));
  const inviters = people(INVITATIONS, task.seed + 1);
  const { rows } = await client.contacts.list({ page: { limit: 500 } });
  const named = (at: number) => rows[(at * 7) % rows.length]!.fn;
  const ids = [];
  for (const [at, inviter] of inviters.entries()) {
    const message =
      `Hello, we sat next to each other at Meeting ${at % 5} and spoke for a while about ${inviter.org}. ` +
      `${named(at + 1)} said that I should write to you about the work you showed us, and I would like to stay in touch.`;
    const { id } = await client.invitations.create({
      fn: `${inviter.given} ${inviter.family}`,
      url: `https://www.linkedin.com/in/someone-new-${at}`,
      headline: `${inviter.title} at ${inviter.org}`,
      org: inviter.org,
      message,
      sentAt: '2026-06-01T09:00:00.000Z',
      mutualNames: Array.from({ length: MUTUALS }, (_, one) => named(at * MUTUALS + one)),
      mutualCount: 9,
    });
    ids.push(id);
  }
  const times: number[] = [];
  let mutuals = 0;
  let reasoned = 0;
  for (const id of ids) {
    const { ms, answer } = await timed(() => client.invitations.get({ id }));
    times.push(ms);
    mutuals += answer.invitation.mutuals.length;
    if (answer.vetting.reasons.length > 0) reasoned += 1;
  }
  await close();
  return {
    rows: INVITATIONS,
    ms: total(times),
    correct: { vetted: times.length, mutuals, reasoned },
    figures: spread(times),
  };
});
