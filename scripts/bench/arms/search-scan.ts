// No index at all: every person's folded words, one after another. Also who says what is right.
import { runArm } from '../arm.ts';
import { scan, scannedPeople, storedPeople } from '../keystrokes.ts';
import { pressAll, searchTask } from '../search-arm.ts';

await runArm('search-scan', async (task) => {
  const { file, asked } = await searchTask(task);
  const people = scannedPeople(storedPeople(file));
  return pressAll(asked, { press: (text) => scan(people, text), found: (text) => scan(people, text) });
});
