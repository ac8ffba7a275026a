// A LinkedIn file into an empty book through the door: sent, read, planned, stored, and found by the search.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { openedBook, runArm } from '../arm.ts';
import { storedIn } from '../import-counts.ts';
import { csvOf } from '../prepare.ts';

await runArm('import-ours', async (task) => {
  const csv = await csvOf(task);
  const file = path.join(task.own, 'new.acquaint');
  const { client, close } = await openedBook(task, file);
  const start = performance.now();
  const { result } = await stageFiles(client, [{ name: 'Connections.csv', bytes: readFileSync(csv) }]);
  const staged = performance.now();
  await drain(await client.imports.apply({ id: result.batchId }));
  const applied = performance.now();
  // The raw script ends with a search index, so this ends when the search answers with everybody.
  const { total } = await client.contacts.list({ text: '-', page: { limit: 1 } });
  const found = performance.now();
  await close();
  return {
    rows: task.n,
    ms: found - start,
    correct: { ...storedIn(file), searchable: total },
    figures: { stage: staged - start, apply: applied - staged, index: found - applied },
  };
});
