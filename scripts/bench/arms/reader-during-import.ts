// Pages of the list, asked for one after another while as many people again are being stored.
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { copyOfBook, openedBook, percentile, runArm, timed } from '../arm.ts';
import { connectionsCsv, people, seeded } from '../generate.ts';

const IDLE_QUESTIONS = 200;

await runArm('reader-during-import', async (task) => {
  const { client, close } = await openedBook(task, await copyOfBook(task));
  const random = seeded(task.seed + 5);
  const others = new TextEncoder().encode(connectionsCsv(people(task.n, task.seed + 2)));
  const ask = async () => {
    const offset = Math.floor(random() * Math.max(1, task.n - 100));
    const { ms, answer } = await timed(() => client.contacts.list({ page: { offset, limit: 100 } }));
    return { ms, rows: answer.rows.length };
  };
  const idle: number[] = [];
  for (let count = 0; count < IDLE_QUESTIONS; count += 1) idle.push((await ask()).ms);

  const { result } = await stageFiles(client, [{ name: 'Connections.csv', bytes: others }]);
  const busy: number[] = [];
  let empty = 0;
  const applying = { now: true };
  const applied = timed(async () => {
    const done = await drain(await client.imports.apply({ id: result.batchId }));
    applying.now = false;
    return done;
  });
  while (applying.now) {
    const { ms, rows } = await ask();
    busy.push(ms);
    if (rows === 0) empty += 1;
  }
  const { ms } = await applied;
  await close();
  return {
    rows: busy.length,
    ms,
    correct: { answeredWithoutRows: empty },
    figures: {
      slowest: Math.max(...busy),
      busyP95: percentile(busy, 0.95),
      idleP95: percentile(idle, 0.95),
    },
  };
});
