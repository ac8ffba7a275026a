// The same file a second time: everybody is recognised and nothing changes.
import { readFileSync } from 'node:fs';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { copyOfBook, openedBook, runArm } from '../arm.ts';
import { storedIn } from '../import-counts.ts';
import { csvOf } from '../prepare.ts';

await runArm('import-again', async (task) => {
  const csv = await csvOf(task);
  const file = await copyOfBook(task);
  const { client, close } = await openedBook(task, file);
  const start = performance.now();
  const { result } = await stageFiles(client, [{ name: 'Connections.csv', bytes: readFileSync(csv) }]);
  const staged = performance.now();
  const { result: applied } = await drain(await client.imports.apply({ id: result.batchId }));
  const { total } = await client.contacts.list({ text: '-', page: { limit: 1 } });
  const done = performance.now();
  await close();
  return {
    rows: task.n,
    ms: done - start,
    correct: { ...storedIn(file), searchable: total, same: applied.counts.same },
    figures: { stage: staged - start, apply: done - staged },
  };
});
