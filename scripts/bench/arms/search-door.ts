// A key pressed in a window: the first fifty rows, through the door.
import { copyOfBook, openedBook, runArm } from '../arm.ts';
import { pressAll, searchTask } from '../search-arm.ts';

const ROWS = 50;
const PAGE = 500;

await runArm('search-door', async (task) => {
  const { asked } = await searchTask(task);
  const { client, close } = await openedBook(task, await copyOfBook(task));
  const everybody = async (text: string) => {
    const ids: number[] = [];
    for (let offset = 0; ; offset += PAGE) {
      const { rows, total } = await client.contacts.list({ text, page: { offset, limit: PAGE } });
      for (const { id } of rows) ids.push(id);
      if (ids.length >= total || rows.length === 0) return ids;
    }
  };
  const measured = await pressAll(asked, {
    press: (text) => client.contacts.list({ text, page: { limit: ROWS } }),
    found: everybody,
  });
  await close();
  return measured;
});
