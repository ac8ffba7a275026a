// The index itself, on this thread.
import { buildSearchIndex, search } from '#core/contacts/search-index.ts';
import { openReadOnly } from '#db/book.ts';
import { searchDocs } from '#db/contacts/search.ts';
import { runArm, timed } from '../arm.ts';
import { pressAll, searchTask } from '../search-arm.ts';

await runArm('search-index', async (task) => {
  const { file, asked } = await searchTask(task);
  const book = openReadOnly(file);
  const { ms: build, answer: index } = await timed(() => buildSearchIndex(searchDocs(book)));
  book.close();
  const measured = await pressAll(asked, {
    press: (text) => search(index, text),
    found: (text) => search(index, text).ids,
  });
  return { ...measured, figures: { ...measured.figures, build } };
});
