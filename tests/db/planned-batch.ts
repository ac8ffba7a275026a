// Plans written by hand, kept, applied and taken back on a real book without threads.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';
import type { ImportItem } from '#core/imports/model.ts';
import { ImportBatchId } from '#core/imports/model.ts';
import type { PlannedItem } from '#core/imports/planned.ts';
import { openWritable } from '#db/book.ts';
import type { OpenBook } from '#db/book.ts';
import { Recorder } from '#db/history/journal.ts';
import { applyBatch } from '#db/imports/apply.ts';
import { inPieces } from '#db/imports/kept.ts';
import { revertBatch } from '#db/imports/revert.ts';
import { importBatch, importPlan } from '#db/imports/tables.ts';
import { WriterThread } from '#db/writer-thread.ts';
import { drain } from '#scripts/in-process-client.ts';
import { stateOf } from './state-hash.ts';
import { tempFolder } from './temp-folder.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));
export const NOW = '2026-03-01T00:00:00Z';

let template: string | undefined;

/** A copy of one that has been migrated: a hundred times as fast. */
export function emptyBook(): OpenBook {
  if (template === undefined) {
    template = path.join(tempFolder(), 'template.acquaint');
    openWritable(template, MIGRATIONS).close();
  }
  const file = path.join(tempFolder(), 'planned.acquaint');
  fs.copyFileSync(template, file);
  return openWritable(file, MIGRATIONS);
}

/** Empty books for the tests of a file, closed after each of them. */
export function emptyBooks(): () => OpenBook {
  const books: OpenBook[] = [];
  afterEach(() => {
    for (const one of books.splice(0)) one.close();
  });
  return () => {
    const one = emptyBook();
    books.push(one);
    return one;
  };
}

/** An item that says nothing but what is given. */
export const item = (
  subject: ImportItem['subject'],
  action: ImportItem['action'],
  more: Partial<PlannedItem> = {},
): PlannedItem => ({
  entryName: 'a.vcf',
  line: 1,
  subject,
  action,
  fn: 'Ana Ruiz',
  detail: '',
  changes: [],
  issues: [],
  ...more,
});

/** Somebody new, as a card describes them. */
export const person = (
  fn: string,
  properties: NonNullable<PlannedItem['contact']>['properties'] = [],
  more: Partial<PlannedItem> & { readonly connectedOn?: string } = {},
): PlannedItem => {
  const { connectedOn, ...rest } = more;
  const [given = '', family = ''] = fn.split(' ');
  const n = { family, given, additional: '', prefix: '', suffix: '' };
  const contact = {
    line: 1,
    fn,
    n,
    properties,
    issues: [],
    ...(connectedOn !== undefined && { connectedOn }),
  };
  return item('contact', 'create', { fn, contact, ...rest });
};

export interface BatchOptions {
  readonly kinds?: readonly string[];
  readonly hash?: string;
}

/** Keeps a plan as the writer does. */
export function keepPlan(
  book: OpenBook,
  planned: readonly PlannedItem[],
  { kinds = ['vcard'], hash = '' }: BatchOptions = {},
): ImportBatchId {
  const recorder = new Recorder(book);
  const entries = kinds.map((kind, at) => ({
    entryName: at === 0 ? 'a.vcf' : `${at}.vcf`,
    kind,
    records: 1,
    verdict: 'recognised',
    because: '',
  }));
  const id = recorder.insert(importBatch, {
    fileName: 'a.vcf',
    hash,
    state: 'staged',
    stagedAt: NOW,
    entries,
    counts: { create: 0, update: 0, same: 0, review: 0, unusable: 0, left: 0 },
  });
  for (const piece of inPieces(planned, ['a.vcf'])) recorder.insert(importPlan, { batchId: id, ...piece });
  return ImportBatchId.parse(id);
}

export const applied = async (book: OpenBook, id: ImportBatchId, now = NOW) =>
  (await drain(applyBatch(new WriterThread(book, false, []), id, now))).result.counts;

/** Keeps and applies a plan. */
export async function imported(
  book: OpenBook,
  planned: readonly PlannedItem[],
  options?: BatchOptions,
): Promise<ImportBatchId> {
  const id = keepPlan(book, planned, options);
  await applied(book, id);
  return id;
}

export const reverted = (book: OpenBook, id: ImportBatchId) =>
  revertBatch(new Recorder(book), id, '2026-04-01T00:00:00Z');

/** All that the book says, but for the record of its imports. */
export function saidBy(book: OpenBook): Record<string, unknown[]> {
  const { import_batch: _batch, import_plan: _plan, import_choice: _choice, ...rest } = stateOf(book);
  return rest;
}
