// The whole import taken back.
import { copyOfBook, openedBook, runArm, timed } from '../arm.ts';
import { storedIn } from '../import-counts.ts';

await runArm('import-revert', async (task) => {
  const file = await copyOfBook(task);
  const { client, close } = await openedBook(task, file);
  const [batch] = await client.imports.list();
  if (batch === undefined) throw new Error('the prepared book has its import');
  const { ms, answer } = await timed(async () => {
    const reverted = await client.imports.revert({ id: batch.id });
    await client.contacts.list({ text: '-', page: { limit: 1 } });
    return reverted;
  });
  await close();
  return { rows: task.n, ms, correct: { ...storedIn(file), removed: answer.removed } };
});
