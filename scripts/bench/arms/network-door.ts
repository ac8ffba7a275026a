// The best way to a person and who knows them, through the door.
import { ContactId } from '#core/contacts/model.ts';
import { copyOfBook, openedBook, runArm } from '../arm.ts';
import { askAll } from '../network-counts.ts';
import { plantedWays } from '../plant.ts';

await runArm('network-door', async (task) => {
  const { client, close } = await openedBook(task, await copyOfBook(task, 'network'));
  const measured = await askAll(plantedWays(task.n, task.seed), {
    async path(target) {
      const paths = await client.network.paths({
        to: { kind: 'contact', contactId: ContactId.parse(target) },
      });
      return paths[0]?.steps.map(({ contactId }) => contactId) ?? [];
    },
    async mutuals(target) {
      const known = await client.network.mutuals({ contactId: ContactId.parse(target) });
      return known.map(({ contactId }) => contactId);
    },
  });
  await close();
  return measured;
});
