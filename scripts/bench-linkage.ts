// npm run bench:linkage -- --dir DIR
// Links every labelled set below DIR with the threshold that ships, and says how well: with all fields, and with those of
// an address book only. No setting is per set.
// npm run bench:linkage -- --made-up book|typed|annals [--people N] [--seed N]: the same on people who never lived.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { linkedClusters } from '#core/contacts/duplicates/linked-clusters.ts';
import { addressBookFields, labelledSets } from './linkage/labelled-set.ts';
import type { Fields, LabelledSet } from './linkage/labelled-set.ts';
import { madeUpSet } from './linkage/made-up.ts';
import type { Mess } from './linkage/made-up.ts';
import { clusterQuality, pairQuality } from './linkage/quality.ts';
import type { Quality } from './linkage/quality.ts';

const FIELDS: readonly Fields[] = ['all fields', 'address-book fields'];

const figure = (value: number) => value.toFixed(4);

const line = (cells: readonly (string | number)[]) =>
  cells
    .map((cell, at) => (at === 0 ? String(cell).padEnd(44) : String(cell).padStart(at < 3 ? 21 : 10)))
    .join(' ');

function measured({ name, records, people }: LabelledSet, fields: Fields): string {
  const began = performance.now();
  const { clusters, surely } = linkedClusters(records);
  const seconds = (performance.now() - began) / 1000;
  const { precision, recall, f1 }: Quality = clusterQuality(clusters, people);
  const sure = pairQuality(surely, people);
  return line([
    name,
    fields,
    records.length,
    figure(precision),
    figure(recall),
    figure(f1),
    figure(sure.precision),
    figure(sure.recall),
    seconds.toFixed(2),
  ]);
}

const MESSES = ['book', 'typed', 'annals'] as const satisfies readonly Mess[];

const { values } = parseArgs({
  options: {
    dir: { type: 'string' },
    'made-up': { type: 'string' },
    people: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  },
});

function ofFolder(folder: string): void {
  for (const fields of FIELDS) {
    const { sets, unlabelled } = labelledSets(folder, fields);
    if (sets.length === 0) throw new Error(`No labelled set below ${folder}.`);
    for (const set of sets) console.log(measured(set, fields));
    if (fields === FIELDS[0] && unlabelled.length > 0)
      console.log(`Without labels, so not measured: ${unlabelled.join(', ')}`);
  }
}

function madeUp(mess: Mess): void {
  const set = madeUpSet(mess, Number(values.people), Number(values.seed));
  console.log(measured(set, 'all fields'));
  console.log(measured(addressBookFields(set), 'address-book fields'));
}

try {
  const mess = MESSES.find((one) => one === values['made-up']);
  if (mess === undefined && values.dir === undefined)
    throw new Error('Which folder of labelled sets? npm run bench:linkage -- --dir DIR');
  console.log(
    line(['set', 'fields', 'records', 'precision', 'recall', 'F1', 'surely P', 'surely R', 'seconds']),
  );
  if (mess !== undefined) madeUp(mess);
  if (values.dir !== undefined) ofFolder(path.resolve(values.dir));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
