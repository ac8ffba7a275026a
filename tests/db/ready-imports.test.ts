// Imports of many people through the door: what is made ready beside the book, for whom it serves, and when it goes.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Client } from '#api/contract.ts';
import { spoolFolderOf } from '#db/imports/spool.ts';
import { connectionsCsv, people } from '#scripts/bench/generate.ts';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { tempFolder } from './temp-folder.ts';
import { testBook } from './harness.ts';

const MANY = 1200;
const made = people(MANY, 5);
const fileOf = (some: typeof made) => [
  { name: 'Connections.csv', bytes: new TextEncoder().encode(connectionsCsv(some)) },
];
/** One of them whom nobody else is like. */
const ONE = made.find(({ email, org }) => email !== '' && org !== '')!;

const staged = async (client: Client, some = made) => (await stageFiles(client, fileOf(some))).result.batchId;
const applied = async (client: Client, id: Awaited<ReturnType<typeof staged>>) =>
  (await drain(await client.imports.apply({ id }))).result.counts;
const readyIn = (file: string): string[] =>
  fs.existsSync(spoolFolderOf(file))
    ? fs
        .readdirSync(spoolFolderOf(file), { recursive: true, withFileTypes: true })
        .flatMap((entry) => (entry.isFile() ? [path.join(entry.parentPath, entry.name)] : []))
    : [];
const found = async (client: Client, text: string) =>
  (await client.contacts.list({ text, page: {} })).rows.map(({ fn }) => fn);
const nameOf = ({ given, family }: typeof ONE) => `${given} ${family}`;

describe('rows made ready for an import of many', { timeout: 60_000 }, () => {
  it('lie beside the book, for its owner alone, and go when the plan is applied', async () => {
    const { client, file } = await testBook();
    const id = await staged(client);
    const [ready = '', ...others] = readyIn(file);
    expect(others).toEqual([]);
    expect(fs.readFileSync(ready, 'utf8')).toContain(ONE.email);
    if (process.platform !== 'win32') {
      expect(fs.statSync(ready).mode & 0o777).toBe(0o600);
      expect(fs.statSync(path.dirname(ready)).mode & 0o777).toBe(0o700);
    }
    const { create, review } = await applied(client, id);
    expect(create + review).toBe(MANY);
    expect(await found(client, ONE.email)).toEqual([nameOf(ONE)]);
    await expect.poll(() => fs.existsSync(spoolFolderOf(file))).toBe(false);
  });

  it('go when the plan is discarded, read anew, or the book is closed', async () => {
    const { book, client, file, disconnect } = await testBook();
    const id = await staged(client);
    expect(readyIn(file)).toHaveLength(1);
    await client.imports.discard({ id });
    await expect.poll(() => fs.existsSync(spoolFolderOf(file))).toBe(false);
    await staged(client);
    await staged(client);
    expect(readyIn(file)).toHaveLength(1);
    disconnect();
    await book.close();
    expect(fs.existsSync(spoolFolderOf(file))).toBe(false);
  });

  it('are not missed after a crash: the plan in the book is enough, and what is left of them goes', async () => {
    const { client, file } = await testBook();
    const id = await staged(client);
    // As the disk would be if the program ended here.
    const crashed = path.join(tempFolder(), 'crashed.acquaint');
    for (const end of ['', '-wal']) fs.copyFileSync(file + end, crashed + end);
    fs.cpSync(spoolFolderOf(file), spoolFolderOf(crashed), { recursive: true });
    const { client: after } = await testBook({ file: crashed });
    // The thread that cleans up starts after the first answers.
    await expect.poll(() => fs.existsSync(spoolFolderOf(crashed)), { timeout: 10_000 }).toBe(false);
    const there = await applied(after, id);
    expect(there).toEqual(await applied(client, id));
    expect(await found(after, ONE.email)).toEqual([nameOf(ONE)]);
    expect((await after.contacts.list({ page: {} })).total).toBe(
      (await client.contacts.list({ page: {} })).total,
    );
  });

  it('bring nobody back who has been forgotten since the file was read', async () => {
    const { client } = await testBook();
    const id = await staged(client);
    const { id: known } = await client.contacts.create({
      given: ONE.given,
      family: ONE.family,
      emails: [ONE.email],
    });
    await drain(await client.trash.forget({ id: known, name: nameOf(ONE), clean: false }));
    const { create, review } = await applied(client, id);
    expect(create + review).toBe(MANY - 1);
    expect(await found(client, ONE.email)).toEqual([]);
  });

  it('leave out whom and what the owner leaves out, and are taken back as all else', async () => {
    const { client } = await testBook();
    const id = await staged(client);
    const { rows } = await client.imports.items({ id, action: 'create', page: { limit: 3 } });
    const [skipped, without, whole] = rows as [(typeof rows)[0], (typeof rows)[0], (typeof rows)[0]];
    await client.imports.choose({ id, itemIds: [skipped.id], choice: 'skip' });
    const org = without.changes.findIndex(({ name }) => name === 'ORG');
    expect(org).toBeGreaterThan(0);
    await client.imports.leaveOut({ id, itemId: without.id, leftOut: [org] });
    const { create, review } = await applied(client, id);
    expect(create + review).toBe(MANY - 1);
    expect((await client.contacts.list({ page: {} })).total).toBe(MANY - 1);
    const of = async ({ changes }: (typeof rows)[0]) => {
      const url = changes.find(({ name }) => name === 'URL')!.after;
      const { rows: all } = await client.contacts.list({ page: { limit: 200 } });
      for (let offset = 0; ; offset += 200) {
        const page = offset === 0 ? all : (await client.contacts.list({ page: { offset, limit: 200 } })).rows;
        if (page.length === 0) return undefined;
        for (const row of page) {
          if (row.fn !== changes[0]!.after) continue;
          const { properties } = await client.contacts.get({ id: row.id });
          if (properties.some(({ value }) => value === url))
            return properties.map(({ name, value, provenance }) => ({
              name,
              value,
              line: provenance.source === 'import' ? provenance.line : 0,
            }));
        }
      }
    };
    expect(await of(skipped)).toBeUndefined();
    const said = ({ changes, line }: (typeof rows)[0], left: number) =>
      changes.flatMap(({ name, after }, at) => (at === left ? [] : [{ name, value: after, line }]));
    expect(await of(without)).toEqual(expect.arrayContaining(said(without, org)));
    expect((await of(without))?.some(({ name }) => name === 'ORG')).toBe(false);
    expect(await of(whole)).toEqual(expect.arrayContaining(said(whole, -1)));
    expect(await client.imports.revert({ id })).toEqual({ removed: MANY - 1, kept: 0 });
    expect((await client.contacts.list({ page: {} })).total).toBe(0);
  });

  it('are found beside those who were there, also after an import that was cancelled', async () => {
    const { client } = await testBook();
    await client.contacts.create({ given: 'Quirin', family: 'Ostwald', org: 'Harbour Works' });
    // As many as are told of more than once.
    const id = await staged(client, [...made, ...people(4 * MANY, 6)]);
    const applying = await client.imports.apply({ id });
    await applying.next();
    await applying.return?.();
    await client.contacts.create({ given: 'Quenby', family: 'Ostwald' });
    expect(await found(client, 'ostwald')).toHaveLength(2);
    expect(await found(client, ONE.email)).toEqual([]);
    await applied(client, id);
    expect(await found(client, 'ostwald')).toHaveLength(2);
    expect(await found(client, ONE.email)).toEqual([nameOf(ONE)]);
  });
});
