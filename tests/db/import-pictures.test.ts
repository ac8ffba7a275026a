// Pictures of an import wait on the disk; what comes out is the picture, and the same one again is no news.
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { Pictures } from '#db/imports/pictures.ts';
import { spoolFolderOf } from '#db/imports/spool.ts';
import { testBook } from './harness.ts';
import { tempFolder } from './temp-folder.ts';

/** Begins like a JPEG, and is long enough to be put away. */
const picture = (letter: string) =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(6000, letter)]).toString('base64');

const card = (name: string, letter: string) =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEMAIL:${name}@example.org\r\nPHOTO;ENCODING=b;TYPE=JPEG:${picture(letter)}\r\nEND:VCARD\r\n`;

const fileOf = (...cards: readonly string[]) => [{ name: 'cards.vcf', bytes: Buffer.from(cards.join('')) }];

const uri = (letter: string) => `data:image/jpeg;base64,${picture(letter)}`;

describe('pictures of an import', () => {
  it('are stored as they came, are no news a second time, and leave nothing on the disk', async () => {
    const { client, file } = await testBook();
    const photos = () => {
      const sqlite = new Database(file, { readonly: true });
      const found = sqlite
        .prepare("select value from property where name = 'PHOTO' and superseded_by is null order by id")
        .pluck()
        .all();
      sqlite.close();
      return found;
    };
    const first = await stageFiles(client, fileOf(card('ana', 'a'), card('ben', 'b'), card('cem', 'a')));
    expect(existsSync(spoolFolderOf(file))).toBe(false);
    await drain(await client.imports.apply({ id: first.result.batchId }));
    expect(photos()).toEqual([uri('a'), uri('b'), uri('a')]);
    const again = await stageFiles(client, fileOf(card('ana', 'a'), card('ben', 'b'), card('cem', 'a')));
    expect((await client.imports.get({ id: again.result.batchId })).counts).toMatchObject({ same: 3 });
    const other = await stageFiles(client, fileOf(card('ana', 'c')));
    expect((await client.imports.get({ id: other.result.batchId })).counts).toMatchObject({ update: 1 });
    await drain(await client.imports.apply({ id: other.result.batchId }));
    expect(photos()).toEqual([uri('b'), uri('a'), uri('c')]);
  });

  it('are written once each, and answered only as long as they are there', () => {
    const pictures = new Pictures(spoolFolderOf(`${tempFolder()}/test`));
    const draft = (letter: string) => ({
      line: 1,
      fn: 'Ana Ruiz',
      n: { family: 'Ruiz', given: 'Ana', additional: '', prefix: '', suffix: '' },
      properties: [{ name: 'PHOTO', value: uri(letter), type: '' }],
      issues: [],
    });
    const entry = {
      kind: 'vcard',
      contacts: [draft('a'), draft('b'), draft('a')],
      invitations: [],
      issues: [],
    } as const;
    const keys = pictures
      .parted(entry)
      .contacts.flatMap(({ properties }) => properties.map(({ value }) => value));
    expect(new Set(keys).size).toBe(2);
    expect(keys.join('').length).toBeLessThan(100);
    expect(keys.map((key) => pictures.whole(key))).toEqual([uri('a'), uri('b'), uri('a')]);
    expect(pictures.whole('https://example.org/ana.jpg')).toBe('https://example.org/ana.jpg');
    pictures.remove();
    expect(pictures.whole(keys[0]!)).toBe(keys[0]);
  });
});
