// Everybody as vCards, through the door.
import { copyOfBook, openedBook, runArm, timed } from '../arm.ts';
import { cardsIn } from '../export-counts.ts';

await runArm('export-ours', async (task) => {
  const { client, close } = await openedBook(task, await copyOfBook(task));
  const pieces: string[] = [];
  const { ms } = await timed(async () => {
    for await (const { base64 } of await client.exports.people({ format: 'vcard-4', withPrivate: true }))
      pieces.push(base64);
  });
  await close();
  const text = Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64'))).toString();
  return { rows: task.n, ms, correct: cardsIn(text), figures: { mb: text.length / 2 ** 20 } };
});
