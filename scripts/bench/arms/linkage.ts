// Everybody compared with everybody from scratch, then edits compared with the book, on this thread. People from several
// exports: a quarter of them more than once, many namesakes.
import { buildLinkage, suggestedPairs, updateLinkage } from '#core/contacts/duplicates/linkage.ts';
import { madeUpSet } from '#scripts/linkage/made-up.ts';
import { runArm, spread, timed } from '../arm.ts';

const EDITS = 300;
/** Records a person has on average in this kind of set. */
const CARDS_EACH = 1.295;

await runArm('linkage', async (task) => {
  const { records, people } = madeUpSet('book', Math.round(task.n / CARDS_EACH), task.seed);
  let slowestStep = 0;
  const { ms, answer: linkage } = await timed(() => {
    const steps = buildLinkage(records);
    for (;;) {
      const began = performance.now();
      const step = steps.next();
      if (step.done === true) return step.value;
      slowestStep = Math.max(slowestStep, performance.now() - began);
    }
  });
  const { ms: telling, answer: pairs } = await timed(() => suggestedPairs(linkage));
  const isRight = ({ a, b }: { a: number; b: number }) => people[a - 1] === people[b - 1];
  const sure = pairs.filter(({ tier }) => tier === 'surely');
  const edits: number[] = [];
  for (let at = 0; at < EDITS; at++) {
    const record = records[(at * 7919) % records.length]!;
    const edited = { ...record, org: `${record.org} Elsewhere`.trim() };
    const { ms: edit } = await timed(() => {
      updateLinkage(linkage, [edited], []);
      suggestedPairs(linkage, [edited.id]);
    });
    edits.push(edit);
  }
  return {
    rows: records.length,
    ms,
    correct: {
      surelyWrong: sure.filter((pair) => !isRight(pair)).length,
      suggestsRight: pairs.filter(isRight).length > pairs.length / 2 ? 1 : 0,
    },
    figures: { ...spread(edits, 'edit'), telling, slowestStep, pairs: pairs.length },
  };
});
