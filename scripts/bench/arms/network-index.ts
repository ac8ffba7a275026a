// The network in memory by itself: read from the book, then asked without a thread between and without reasons.
import { ContactId } from '#core/contacts/model.ts';
import { whoKnows } from '#core/network/mutual-contacts.ts';
import { bestWays } from '#core/network/paths.ts';
import { openReadOnly } from '#db/book.ts';
import { wholeNetwork } from '#db/network/whole.ts';
import { copyOfBook, runArm, timed } from '../arm.ts';
import { askAll } from '../network-counts.ts';
import { plantedWays } from '../plant.ts';

/** As many as the SQL that it is compared with looks at. */
const MOST_HOPS = 3;

await runArm('network-index', async (task) => {
  const book = openReadOnly(await copyOfBook(task, 'network'));
  const { ms: build, answer: graph } = await timed(() => wholeNetwork(book, new Date().toISOString()));
  const measured = await askAll(plantedWays(task.n, task.seed), {
    path(target) {
      const [way] = bestWays(graph, { targets: [ContactId.parse(target)], maxHops: MOST_HOPS, limit: 5 });
      return way?.steps.map(({ id }) => id) ?? [];
    },
    mutuals: (target) => whoKnows(graph, ContactId.parse(target), { limit: graph.ids.length }),
  });
  book.close();
  return { ...measured, figures: { ...measured.figures, build } };
});
