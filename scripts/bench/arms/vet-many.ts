// Ten thousand invitations waiting, as an old archive has them, every one vetted: the list through the door, page by page.
import Database from 'better-sqlite3';
import { nameKey } from '#core/contacts/names.ts';
import { messageKey } from '#core/invitations/templates.ts';
import { copyOfBook, openedBook, runArm, timed } from '../arm.ts';
import { people } from '../generate.ts';

const MOST = 10_000;
const PAGE = 500;

/** One in three wrote nothing; the others met, sell, recruit or ask, each in words of their own. */
const note = (at: number, org: string): string =>
  [
    '',
    '',
    `Hello, we sat next to each other at Meeting ${at % 97} and spoke about ${org}. I would like to stay in touch.`,
    `We help teams like ${org} book more qualified calls. Would you have 15 minutes on day ${at}?`,
    `I am a recruiter and have a senior position at ${org} in town number ${at % 311}.`,
    `I study engineering and write my thesis on ${org}; may I ask you ${at % 7} questions?`,
  ][at % 6] ?? '';

await runArm('vet-many', async (task) => {
  const file = await copyOfBook(task, 'network');
  const count = Math.min(MOST, task.n * 10);
  const sqlite = new Database(file);
  const insert = sqlite.prepare(
    `insert into invitation (direction, fn, name_key, url, url_key, headline, message, message_key, sent_at, state, source, key, created_at)
     values ('incoming', ?, ?, ?, ?, ?, ?, ?, ?, 'pending', 'archive', ?, '2026-06-01T00:00:00.000Z')`,
  );
  sqlite.exec('begin');
  for (const [at, { given, family, title, org }] of people(count, task.seed + 2).entries()) {
    const fn = `${given} ${family}`;
    const message = note(at, org);
    const slug = `inviter-${at}`;
    insert.run(
      fn,
      nameKey(fn),
      `https://www.linkedin.com/in/${slug}`,
      slug,
      `${title} at ${org}`,
      message,
      messageKey(message, fn) ?? '',
      `2026-0${1 + (at % 6)}-1${at % 9}T09:00:00.000Z`,
      slug,
    );
  }
  sqlite.exec('commit');
  sqlite.pragma('wal_checkpoint(truncate)');
  sqlite.close();
  const { client, close } = await openedBook(task, file);
  let vetted = 0;
  const { ms } = await timed(async () => {
    for (let offset = 0; offset < count; offset += PAGE) {
      const { rows } = await client.invitations.list({ show: 'waiting', page: { offset, limit: PAGE } });
      vetted += rows.filter(({ verdict }) => verdict !== 'NEED_MORE').length;
    }
  });
  await close();
  return { rows: count, ms, correct: { missed: count - vetted }, figures: { each: ms / count } };
});
