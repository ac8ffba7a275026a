// Importing many people at once makes the indexes last; the book must come out with all of them, whole and right.
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { connectionsCsv, people } from '#scripts/bench/generate.ts';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { testBook } from './harness.ts';

const MANY = 1200;

const fileOf = (count: number, seed: number) => [
  { name: 'Connections.csv', bytes: new TextEncoder().encode(connectionsCsv(people(count, seed))) },
];

function looked(file: string) {
  const sqlite = new Database(file, { readonly: true });
  const answer = {
    indexes: sqlite.prepare("select name, sql from sqlite_master where type = 'index' order by name").all(),
    integrity: sqlite.pragma('integrity_check', { simple: true }),
    people: sqlite.prepare('select count(*) from contact').pluck().get(),
  };
  sqlite.close();
  return answer;
}

describe('an import of many people', () => {
  it('leaves the book with the indexes it had, and whole', async () => {
    const { client, file } = await testBook();
    const { indexes } = looked(file);
    const { result } = await stageFiles(client, fileOf(MANY, 1));
    await drain(await client.imports.apply({ id: result.batchId }));
    expect(looked(file)).toEqual({ indexes, integrity: 'ok', people: MANY });
  });

  it('leaves them there when it is taken back, from a book of nobody else and of some', async () => {
    const { client, file } = await testBook();
    const { indexes } = looked(file);
    const { result: few } = await stageFiles(client, fileOf(20, 2));
    await drain(await client.imports.apply({ id: few.batchId }));
    const { result } = await stageFiles(client, fileOf(MANY, 1));
    await drain(await client.imports.apply({ id: result.batchId }));
    const there = looked(file).people;
    await client.imports.revert({ id: result.batchId });
    expect(looked(file)).toEqual({ indexes, integrity: 'ok', people: 20 });
    expect(there).toBeGreaterThan(MANY);
    await client.imports.revert({ id: few.batchId });
    expect(looked(file)).toEqual({ indexes, integrity: 'ok', people: 0 });
  });

  it('that is cancelled half-way leaves the book as it was', async () => {
    const { client, file } = await testBook();
    const before = looked(file);
    const { result } = await stageFiles(client, fileOf(4 * MANY, 1));
    const applying = await client.imports.apply({ id: result.batchId });
    await applying.next();
    await applying.return?.();
    // The writer takes its next turn only when the cancelled one is rolled back.
    await client.imports.discard({ id: result.batchId });
    expect(looked(file)).toEqual(before);
  });

  it('recognises everybody the second time', async () => {
    const { client } = await testBook();
    const importAll = async () => {
      const { result } = await stageFiles(client, fileOf(MANY, 3));
      return (await drain(await client.imports.apply({ id: result.batchId }))).result.counts;
    };
    const { create, review } = await importAll();
    expect(create + review).toBe(MANY);
    expect((await importAll()).same).toBe(MANY);
  });
});
