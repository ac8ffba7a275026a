// Namesakes of the sample archive, through real threads: two of one name stay two, one profile spelled in two ways is one.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Client } from '#api/contract.ts';
import { linkedInKey } from '#core/contacts/identity.ts';
import { nameKey } from '#core/contacts/names.ts';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { testBook } from './harness.ts';

const CONNECTIONS = path.resolve(
  import.meta.dirname,
  '../../../shared/corpora/linkedin/silkyrich/Connections.csv',
);

async function imported(client: Client, text: string) {
  const file = { name: 'Connections.csv', bytes: new TextEncoder().encode(text) };
  const { batchId } = (await stageFiles(client, [file])).result;
  const { counts } = await client.imports.get({ id: batchId });
  await drain(await client.imports.apply({ id: batchId }));
  return counts;
}

/** Every group there is, once everybody has been compared. */
async function allGroups(client: Client) {
  while (!(await client.duplicates.summary()).isReady) await sleep(20);
  const groups = [];
  for (let offset = 0; ; offset += 500) {
    const { rows, total } = await client.duplicates.list({ page: { offset, limit: 500 } });
    groups.push(...rows);
    if (groups.length >= total) return groups;
  }
}

describe('the sample archive', () => {
  if (!existsSync(CONNECTIONS)) {
    it.skip(`not read: ${CONNECTIONS} is not here`, () => {});
    return;
  }
  const text = readFileSync(CONNECTIONS, 'utf8');

  it('keeps namesakes with a profile each apart, and joins one profile under two spellings', async () => {
    const { client } = await testBook();
    await imported(client, text);
    const groups = await allGroups(client);
    const names = new Map<string, number>();
    for (let offset = 0; ; offset += 500) {
      const { rows, total } = await client.contacts.list({ page: { offset, limit: 500 } });
      for (const { fn } of rows) names.set(nameKey(fn), (names.get(nameKey(fn)) ?? 0) + 1);
      if (offset + 500 >= total) break;
    }
    // There are some in the file: else this test could not fail.
    expect([...names.values()].filter((times) => times > 1).length).toBeGreaterThan(1);
    for (const { kind, tier, people } of groups.filter((group) => group.kind === 'same')) {
      const pages = await Promise.all(people.map(({ id }) => client.contacts.get({ id })));
      const profiles = pages.map(({ form }) => form.urls.map((url) => linkedInKey(url)));
      const known = profiles.filter((keys) => keys.length > 0);
      expect(
        new Set(known.flat()).size,
        `${kind} ${tier}: ${people.map(({ fn }) => fn).join(', ')}`,
      ).toBeLessThan(2);
    }
    const respelled = text
      .replaceAll('https://www.linkedin.com/in/', 'http://de.linkedin.com/in/')
      .replaceAll(
        /(linkedin\.com\/in\/[^,\n]+?)(,)/g,
        (_, url: string, comma: string) =>
          `${url.toUpperCase().replace('LINKEDIN.COM/IN/', 'linkedin.com/in/')}/${comma}`,
      );
    expect(respelled).not.toBe(text);
    const again = await imported(client, respelled);
    expect(again.create).toBe(0);
  });
});
