import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { blockingKeys } from '#core/contacts/duplicates/blocking.ts';
import { BlockCollector, candidatePairs } from '#core/contacts/duplicates/blocks.ts';
import { linkedClusters } from '#core/contacts/duplicates/linked-clusters.ts';
import { lexicon, prepare } from '#core/contacts/duplicates/prepared.ts';
import { nameOrder } from '#core/contacts/duplicates/sampling.ts';
import { addressBookFields, labelledSets } from '#scripts/linkage/labelled-set.ts';
import type { LabelledSet } from '#scripts/linkage/labelled-set.ts';
import { madeUpSet } from '#scripts/linkage/made-up.ts';
import { clusterQuality, pairQuality } from '#scripts/linkage/quality.ts';

function measured({ records, people }: LabelledSet) {
  const { clusters, surely } = linkedClusters(records);
  return { ...clusterQuality(clusters, people), surely: pairQuality(surely, people) };
}

/** How many pairs are compared, and which share of the true ones is among them. */
function blocked({ records, people }: LabelledSet) {
  const words = lexicon();
  const collector = new BlockCollector();
  const prepared = records.map((record) => prepare(record, words));
  for (const [slot, one] of prepared.entries()) collector.add(slot, blockingKeys(one, words));
  let candidates = 0;
  let right = 0;
  const visit = (a: number, b: number) => {
    candidates += 1;
    if (people[a] === people[b]) right += 1;
  };
  const order = () => nameOrder(prepared, { ...words, vagueNewYear: false });
  for (const _ of candidatePairs(collector.blocks(), prepared.length, order, visit)) void _;
  const sizes = new Map<string, number>();
  for (const person of people) sizes.set(person, (sizes.get(person) ?? 0) + 1);
  const truly = [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  return { candidates, recall: right / truly };
}

describe('people who never lived', () => {
  it('an address book from several exports: nearly all found, none merged wrongly in the first tier', () => {
    const { precision, recall, surely } = measured(madeUpSet('book', 3000, 11));
    expect(precision).toBeGreaterThan(0.9);
    expect(recall).toBeGreaterThan(0.9);
    expect(surely.precision).toBeGreaterThanOrEqual(0.999);
    expect(surely.recall).toBeGreaterThan(0.05);
  });

  it('forms typed in badly: with and without numbers and birthdays', () => {
    const set = madeUpSet('typed', 2000, 12);
    expect(measured(set).f1).toBeGreaterThan(0.995);
    expect(measured(addressBookFields(set)).f1).toBeGreaterThan(0.96);
  });

  it('people of the past, ten records each', () => {
    expect(measured(madeUpSet('annals', 1000, 13)).f1).toBeGreaterThan(0.9);
  });

  it('blocking keeps 999 of 1000 true pairs of an address book, and its work grows with the book', () => {
    const small = blocked(madeUpSet('book', 3000, 14));
    const large = blocked(madeUpSet('book', 12_000, 14));
    expect(small.recall).toBeGreaterThanOrEqual(0.999);
    expect(large.recall).toBeGreaterThanOrEqual(0.999);
    // Sixteen times the pairs if it were quadratic.
    expect(large.candidates / small.candidates).toBeLessThan(9);
  });
});

const CORPORA = path.resolve(import.meta.dirname, '../../../../../shared/corpora/er');

/** F1 with all fields below which a change is a step back. */
const BARS = [
  ['febrl/dataset1.csv', 0.995],
  ['febrl/dataset3.csv', 0.998],
  ['splink/fake_1000.csv', 0.93],
] as const;

describe('labelled sets', () => {
  if (!existsSync(CORPORA)) {
    it.skip(`not measured: ${CORPORA} is not here`, () => {});
    return;
  }
  const { sets } = labelledSets(CORPORA, 'all fields');
  it.each(BARS)('%s: F1 of %f and more', (name, bar) => {
    const set = sets.find((one) => one.name.split(path.sep).join('/') === name);
    expect(set, `${name} is among the labelled sets`).toBeDefined();
    const { f1 } = measured(set!);
    expect(f1).toBeGreaterThanOrEqual(bar);
  });

  it.each(sets.map((set) => [set.name, set] as const))(
    '%s: nobody is wrongly called surely the same',
    (_, set) => {
      expect(measured(set).surely.precision).toBeGreaterThanOrEqual(0.999);
      expect(measured(addressBookFields(set)).surely.precision).toBeGreaterThanOrEqual(0.999);
    },
  );
});
