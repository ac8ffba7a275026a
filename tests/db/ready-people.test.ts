// People whose rows are ready are the very people the plan's records would have made.
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlannedItem } from '#core/imports/planned.ts';
import type { OpenBook } from '#db/book.ts';
import { Recorder } from '#db/history/journal.ts';
import { searchDocs } from '#db/contacts/search.ts';
import { applyBatch } from '#db/imports/apply.ts';
import { choose, leaveOut } from '#db/imports/choices.ts';
import { ReadyPeople } from '#db/imports/ready-people.ts';
import { readyDocs } from '#db/imports/ready-docs.ts';
import { readyRows } from '#db/imports/ready-rows.ts';
import { isDirected } from '#db/imports/lookup.ts';
import { ownerId } from '#db/settings/queries.ts';
import { WriterThread } from '#db/writer-thread.ts';
import { drain } from '#scripts/in-process-client.ts';
import { bookPlan, fill } from './random-book.ts';
import { batchPlan, type BatchPlan } from './random-batch.ts';
import { emptyBook, keepPlan, NOW, person } from './planned-batch.ts';

const asItIs = (value: string) => value;
const folderOf = (book: OpenBook) => path.join(path.dirname(book.file), 'ready');

/** Rows for the plan's new people, however few. */
const readyFor = (book: OpenBook, planned: readonly PlannedItem[]) =>
  readyRows(planned, folderOf(book), asItIs, 0);

/** Applies a plan, with rows that are ready or without; answers the batch and, with rows, for how many they were. */
async function applied(book: OpenBook, { planned, choices }: BatchPlan, isReady: boolean) {
  const batchId = keepPlan(book, planned);
  const recorder = new Recorder(book);
  for (const { at, choice, leftOut } of choices)
    for (const act of [
      () => choose(recorder, { id: batchId, itemIds: [at + 1], choice }),
      () => leaveOut(recorder, { id: batchId, itemId: at + 1, leftOut }),
    ])
      try {
        act();
      } catch (error) {
        expect(String(error)).toMatch(/conflict|not found/i);
      }
  const writer = new WriterThread(book, false, []);
  const spool = isReady ? readyFor(book, planned) : undefined;
  const foretold: number[] = [];
  if (spool !== undefined)
    writer.ready = { batchId, file: spool.path, foretell: (before) => foretold.push(before) };
  const { counts } = (await drain(applyBatch(writer, batchId, NOW))).result;
  const docs = foretold.map((before) => readyDocs(spool!.path, before) ?? []);
  spool?.remove();
  expect(book.sqlite.pragma('foreign_key_check')).toEqual([]);
  expect(book.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  return { batchId, counts, docs };
}

type Row = Record<string, unknown>;

/** All that the book says, with people named by their record's line instead of by their key. */
function saidBy(book: OpenBook, batchId: number): Record<string, string[]> {
  const all = (sql: string, ...bound: unknown[]) => book.sqlite.prepare(sql).all(...bound) as Row[];
  const names = new Map<unknown, string>(
    all(
      `select c.id, min(p.line) as line from contact c left join property p on p.contact_id = c.id and p.batch_id = c.batch_id
       where c.batch_id = ? group by c.id`,
      batchId,
    ).map(({ id, line }) => [id, `line ${String(line)}`]),
  );
  const nameOf = (id: unknown) => names.get(id) ?? id;
  const tables = all(
    `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'
     and name not in ('journal_entry', 'journal_change', 'setting', 'import_plan')`,
  );
  const said: Record<string, string[]> = { owner: [String(nameOf(ownerId(book)))] };
  for (const { name } of tables) {
    const people = new Set(
      (book.sqlite.pragma(`foreign_key_list("${String(name)}")`) as Row[])
        .filter(({ table }) => table === 'contact')
        .map(({ from }) => from),
    );
    const rows = all(`select * from "${String(name)}"`).map((row) => {
      const named = Object.entries(row).map(([column, value]) => [
        column,
        people.has(column) || (name === 'contact' && column === 'id') ? nameOf(value) : value,
      ]);
      const { id, ...rest } = Object.fromEntries(named) as Row;
      if (name === 'evidence' && rest['other_id'] !== null && !isDirected(rest['kind'] as never))
        [rest['contact_id'], rest['other_id']] = [rest['contact_id'], rest['other_id']].map(String).sort();
      return JSON.stringify(name === 'contact' || name === 'event' ? { id, ...rest } : rest);
    });
    said[String(name)] = rows.sort();
  }
  return said;
}

const lined = (planned: readonly PlannedItem[]): PlannedItem[] =>
  planned.map((one, at) => ({ ...one, line: at + 100 }));

const odd = fc
  .record({
    fn: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('', '李 明', 'Zoë ﷺ', 'x'.repeat(9000), 'half \ud83d'),
    ),
    values: fc.array(
      fc.record({
        name: fc.constantFrom(
          'ORG' as const,
          'TITLE' as const,
          'EMAIL' as const,
          'TEL' as const,
          'URL' as const,
          'NOTE' as const,
          'FN' as const,
          'NICKNAME' as const,
          'PHOTO' as const,
        ),
        value: fc.oneof(
          fc.string({ unit: 'binary', maxLength: 30 }),
          fc.constantFrom('', '+49 30 1234567', 'A@Example.org', 'y'.repeat(20_000)),
        ),
        type: fc.constantFrom('', 'home', "it's"),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ fn, values }) => person(fn, values));

describe('rows that are ready', () => {
  it('make of any plan and any choices what its records make', { timeout: 120_000 }, async () => {
    let people = 0;
    await fc.assert(
      fc.asyncProperty(bookPlan, batchPlan, fc.array(odd, { maxLength: 4 }), async (plan, batch, odds) => {
        const both = [];
        const wanted = { ...batch, planned: lined([...batch.planned, ...odds]) };
        for (const isReady of [false, true]) {
          const book = emptyBook();
          fill(book, plan);
          const { batchId, counts } = await applied(book, wanted, isReady);
          both.push({ counts, said: saidBy(book, batchId) });
          people += counts.create;
          book.close();
        }
        expect(both[1]).toEqual(both[0]);
      }),
      { numRuns: 30 },
    );
    expect(people).toBeGreaterThan(100);
  });

  it('are found by the search as they will be, before they are in', async () => {
    await fc.assert(
      fc.asyncProperty(bookPlan, fc.array(odd, { minLength: 1, maxLength: 8 }), async (plan, odds) => {
        const book = emptyBook();
        fill(book, plan);
        const before = searchDocs(book);
        const planned = lined(odds);
        const { docs } = await applied(book, { planned, choices: [] }, true);
        // Foretold is only what changes nothing else, and then it is the truth.
        if (docs.length > 0) expect([...before, ...docs[0]!]).toEqual(searchDocs(book));
        book.close();
      }),
      { numRuns: 15 },
    );
  });

  it('are foretold only when nobody else comes and nothing is chosen otherwise', async () => {
    const planned = lined([person('Ana Ruiz'), person('Bo Falk')]);
    const foretold = async (more: readonly PlannedItem[], choices: BatchPlan['choices']) => {
      const book = emptyBook();
      const { docs, counts } = await applied(book, { planned: [...planned, ...more], choices }, true);
      book.close();
      return [docs.length, counts.create];
    };
    expect(await foretold([], [])).toEqual([1, 2]);
    expect(await foretold([], [{ at: 1, choice: 'skip', leftOut: [] }])).toEqual([0, 1]);
    expect(
      await foretold([person('Cy Marsh', [{ name: 'NOTE', value: 'z'.repeat(20_000), type: '' }])], []),
    ).toEqual([0, 3]);
  });

  it('are not used once somebody has been erased', () => {
    const book = emptyBook();
    const writer = new WriterThread(book, false, []);
    writer.ready = { batchId: 1, file: 'a', foretell: () => undefined };
    const changes = { topics: [], contacts: [], facets: [], orgs: [], events: [] };
    writer.tell(changes);
    expect(writer.ready).toBeDefined();
    writer.tell({ ...changes, isErasure: true });
    expect(writer.ready).toBeUndefined();
    book.close();
  });

  it('are not used for another plan, nor when they are gone or damaged', async () => {
    const book = emptyBook();
    const planned = lined([person('Ana Ruiz')]);
    const batchId = keepPlan(book, planned);
    const spool = readyFor(book, planned)!;
    const ready = { batchId, file: spool.path, foretell: () => undefined };
    const choices = new Map();
    const opened = (at = ready, batch: number = batchId) => {
      const people = ReadyPeople.open(book.sqlite, at, { batchId: batch, choices });
      people?.close();
      return people?.count;
    };
    expect(opened()).toBe(1);
    expect(opened(ready, batchId + 1)).toBeUndefined();
    expect(opened({ ...ready, file: `${spool.path}-gone` })).toBeUndefined();
    expect(fs.existsSync(`${spool.path}-gone`)).toBe(false);
    fs.writeFileSync(
      `${spool.path}-odd`,
      'no database at all, but long enough for a header of one'.repeat(20),
    );
    expect(opened({ ...ready, file: `${spool.path}-odd` })).toBeUndefined();
    expect(opened()).toBe(1);
    spool.remove();
    expect(opened()).toBeUndefined();
    book.close();
  });
});
