// The floor of everything that goes through the door: the smallest question there is, to a book of the same size.
import { copyOfBook, openedBook, runArm, spread, timed, total } from '../arm.ts';

const QUESTIONS = 400;

await runArm('door', async (task) => {
  const { client, close } = await openedBook(task, await copyOfBook(task));
  const times: number[] = [];
  for (let count = 0; count < QUESTIONS; count += 1)
    times.push((await timed(() => client.book.preferences())).ms);
  await close();
  return { rows: QUESTIONS, ms: total(times), correct: { answers: times.length }, figures: spread(times) };
});
