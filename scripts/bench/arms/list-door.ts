// A page of the list of people anywhere in it, and a change on a person's form with its undo and redo, through the door.
import { copyOfBook, openedBook, runArm, spread, timed, total } from '../arm.ts';
import { seeded } from '../generate.ts';

const PAGE = 100;
const PAGES = 200;
const DEEDS = 60;

await runArm('list-door', async (task) => {
  const { client, close } = await openedBook(task, await copyOfBook(task));
  const random = seeded(task.seed + 3);
  const pages: number[] = [];
  let rows = 0;
  for (let count = 0; count < PAGES; count += 1) {
    const page = { offset: Math.floor(random() * task.n), limit: PAGE };
    const { ms, answer } = await timed(() => client.contacts.list({ text: '', page }));
    pages.push(ms);
    rows += answer.rows.length;
  }
  const times: Record<'change' | 'undo' | 'redo', number[]> = { change: [], undo: [], redo: [] };
  let isBack = true;
  for (let count = 0; count < DEEDS; count += 1) {
    const { rows: some } = await client.contacts.list({
      text: '',
      page: { offset: Math.floor(random() * task.n), limit: 1 },
    });
    const id = some[0]!.id;
    const before = await client.contacts.get({ id });
    const form = { ...before.form, nickname: `Nick ${count}` };
    times.change.push((await timed(() => client.contacts.update({ id, form }))).ms);
    times.undo.push((await timed(() => client.book.undo({}))).ms);
    isBack &&= JSON.stringify((await client.contacts.get({ id })).form) === JSON.stringify(before.form);
    times.redo.push((await timed(() => client.book.redo())).ms);
  }
  await close();
  return {
    rows,
    ms: total(pages),
    correct: { deeds: DEEDS, notBack: isBack ? 0 : 1 },
    figures: {
      ...spread(pages),
      ...spread(times.change, 'change'),
      ...spread(times.undo, 'undo'),
      ...spread(times.redo, 'redo'),
    },
  };
});
