import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { BookUnavailable, openBook } from '#db/client.ts';
import { connectInProcess, drain, stageFiles } from '#scripts/in-process-client.ts';
import { damage } from './damage.ts';
import { testBook, WORKER } from './harness.ts';

const url = (slug: string) => `https://www.linkedin.com/in/${slug}`;
const archive = (count: number) => ({
  name: 'Connections.csv',
  bytes: new TextEncoder().encode(
    [
      'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
      ...Array.from(
        { length: count },
        (_, at) => `Given${at},Secretname${at},${url(`p-${at}`)},,Org${at % 50},Title,01 Jan 2020`,
      ),
      '',
    ].join('\n'),
  ),
});

describe('the book’s threads', () => {
  it('let one process have a book, and the next one when it is gone', async () => {
    const { book, file } = await testBook();
    const second = openBook({ file, workerUrl: WORKER });
    await expect(second).rejects.toBeInstanceOf(BookUnavailable);
    await expect(second).rejects.toMatchObject({ why: 'locked' });
    await book.close();
    const third = await openBook({ file, workerUrl: WORKER });
    await third.close();
  });

  it('keep what was committed over a close and an opening', async () => {
    const first = await testBook();
    await first.client.contacts.create({ given: 'Ana', family: 'Ruiz' });
    await first.book.close();
    const { client } = await testBook({ file: first.file });
    expect((await client.contacts.list({ text: 'ruiz', page: {} })).total).toBe(1);
  });

  it('go on reading while an import is being applied', async () => {
    const { client } = await testBook();
    await client.contacts.create({ given: 'Zara', family: 'Already There' });
    const { batchId } = (await stageFiles(client, [archive(20_000)])).result;
    const applied = client.imports.apply({ id: batchId }).then(drain);
    const stillApplying = Promise.resolve('still applying');
    let answers = 0;
    const totals = new Set<number>();
    do {
      totals.add((await client.contacts.list({ page: { limit: 50 } })).total);
      answers += 1;
    } while ((await Promise.race([applied, stillApplying])) === 'still applying');
    expect(answers).toBeGreaterThan(3);
    // All or nothing: a reader never sees half an import.
    expect([...totals].every((total) => total === 1 || total === 20_001)).toBe(true);
    expect((await client.contacts.list({ text: 'secretname19999', page: {} })).total).toBe(1);
  });

  it('write no names into the log, however slow or wrong things go', async () => {
    const { client, log } = await testBook();
    const { batchId } = (await stageFiles(client, [archive(5000)])).result;
    await drain(await client.imports.apply({ id: batchId }));
    await client.contacts.create({ given: 'Hush', family: 'Secretname', note: 'told me a secret' });
    await client.contacts.get({ id: 99_999 }).catch(() => undefined);
    await client.contacts.list({ text: 'secretname', page: {} });
    expect(log.join('\n')).not.toMatch(/secretname|hush|secret|Given1|linkedin/i);
  });

  it('hand back calls that were under way when the book closes', async () => {
    const { book, client } = await testBook();
    const port = book.connect('read');
    port.start();
    const gone = once(port, 'close');
    const { batchId } = (await stageFiles(client, [archive(20_000)])).result;
    const stream = await client.imports.apply({ id: batchId });
    await stream.next();
    await book.close();
    await gone;
    await expect(
      Promise.race([stream.next(), new Promise((resolve) => setTimeout(resolve, 3000, 'still waiting'))]),
    ).rejects.toThrow();
  });

  it('leave no half import when they are stopped in the middle', async () => {
    const first = await testBook();
    const { batchId } = (await stageFiles(first.client, [archive(20_000)])).result;
    const stream = await first.client.imports.apply({ id: batchId });
    await stream.next();
    await first.book.close();
    const { client } = await testBook({ file: first.file });
    expect((await client.contacts.list({ page: {} })).total).toBe(0);
    expect(await client.imports.get({ id: batchId })).toMatchObject({ state: 'staged' });
  });

  it('say so when the file turns out to be damaged while it is being read, and do not start again', async () => {
    const { file, book } = await testBook();
    await book.close();
    damage(file);
    const { book: damaged } = await testBook({ file });
    const exits: string[] = [];
    damaged.onExit((why) => exits.push(why));
    await expect.poll(() => exits, { timeout: 10_000 }).toEqual(['corrupt']);
  });

  it('start again once when one of them crashes, and say so when it happens again', async () => {
    const workerUrl = new URL('crashing-worker.ts', import.meta.url);
    const { book, file, client, log } = await testBook({ workerUrl });
    await client.contacts.create({ given: 'Ana' });
    // Only a reader that is there can die.
    await client.contacts.list({ page: {} });
    const crashes = new BroadcastChannel(`crash ${file}`);
    const exits: string[] = [];
    book.onExit((why) => exits.push(why));
    const crash = async () => {
      const port = book.connect('read');
      port.start();
      const gone = once(port, 'close');
      crashes.postMessage('now');
      await gone;
    };
    await crash();
    const again = await reconnected(book);
    expect((await again.contacts.list({ page: {} })).total).toBe(1);
    expect(exits).toEqual([]);
    await crash();
    await expect.poll(() => exits).toEqual(['gone']);
    expect(log.join('\n')).not.toContain('Ana');
    crashes.close();
  });
});

/** What a window does: tries again until the book is back. */
async function reconnected(book: Parameters<typeof connectInProcess>[0]) {
  let found: ReturnType<typeof connectInProcess> | undefined;
  await expect
    .poll(
      async () => {
        found?.disconnect();
        found = connectInProcess(book);
        return found.client.book.summary().then(
          () => 'answers',
          () => 'closed',
        );
      },
      { timeout: 15_000, interval: 200 },
    )
    .toBe('answers');
  return found!.client;
}
