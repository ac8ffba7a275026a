// What is due today, through the door: in a book in which a third has a birthday and more than a thousand are kept up with.
import Database from 'better-sqlite3';
import { copyOfBook, openedBook, runArm, spread, timed, total } from '../arm.ts';

const TODAY = '2026-06-16';
const QUESTIONS = 40;
/** A cadence on so many people's own cards, and a tag that twice as many have. */
const KEPT = 500;
const PROMISES = 300;
const FOLLOW_UPS = 40;

/** Writes birthdays, cadences, promises and recent meetings over the keys 1 to n of an imported book. */
function plantDue(file: string, n: number): void {
  const sqlite = new Database(file);
  const at = '2026-01-01T00:00:00.000Z';
  const property = sqlite.prepare(
    `insert into property (contact_id, name, value, key, recorded_at, batch_id) values (?, ?, ?, ?, '${at}', ?)`,
  );
  const two = (count: number) => String(count).padStart(2, '0');
  const anyone = (count: number) => 1 + ((count * 7919) % n);
  sqlite.exec('begin');
  for (let id = 1; id <= n; id += 3) {
    const bday = `${1950 + (id % 50)}-${two(1 + (Math.floor(id / 3) % 12))}-${two(1 + (id % 28))}`;
    property.run(id, 'BDAY', bday, '', 1);
  }
  for (let count = 0; count < KEPT; count += 1)
    property.run(anyone(count), 'X-CADENCE', 'P3M', 'cadence:P3M', null);
  for (let count = 0; count < 2 * KEPT; count += 1)
    property.run(anyone(count + KEPT), 'CATEGORIES', `Friends ${count % 2}`, '', null);
  sqlite.exec(`insert into tag_cadence (tag_key, days) values ('friends 0', 90), ('friends 1', 180)`);
  const promise = sqlite.prepare(
    `insert into reminder (contact_id, kind, due_on, text, created_at) values (?, 'promise', ?, 'slides', '${at}')`,
  );
  for (let count = 0; count < PROMISES; count += 1)
    promise.run(anyone(count), `2026-06-${two(1 + (count % 28))}`);
  const met = sqlite.prepare(
    `insert into encounter (contact_id, met_on, channel, note, created_at) values (?, ?, 'in_person', '', '${at}')`,
  );
  for (let count = 0; count < FOLLOW_UPS; count += 1)
    met.run(anyone(count), `2026-06-${two(3 + (count % 13))}`);
  sqlite.exec('commit');
  sqlite.close();
}

await runArm('reminders', async (task) => {
  const file = await copyOfBook(task, 'network');
  if (task.n > 0) plantDue(file, task.n);
  const { client, close } = await openedBook(task, file);
  const times: number[] = [];
  let due = 0;
  for (let count = 0; count < QUESTIONS; count += 1) {
    const { ms, answer } = await timed(() => client.reminders.list({ today: TODAY }));
    times.push(ms);
    due += answer.waiting.promise + answer.waiting.keep_in_touch > 0 ? 1 : 0;
  }
  const first = times[0] ?? Number.NaN;
  await close();
  return {
    rows: QUESTIONS,
    ms: total(times),
    correct: { answeredWithRows: due },
    figures: { ...spread(times), first },
  };
});
