import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARCHIVE_LIMITS, ArchiveError, openDropped } from '#db/imports/archive.ts';
import type { ArchiveLimits } from '#db/imports/archive-limits.ts';
import { DamagedEntry, type DroppedFile, fileInMemory, fileOf } from '#db/imports/dropped.ts';
import { connectionsCsv, zipOf } from '#tests/fixtures/linkedin.ts';
import { tarOf, zip64Of } from './archive-maker.ts';

const CARD = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Ruiz\r\nEND:VCARD\r\n';
const LETTER = 'From ana@example.org Fri Sep 16 22:26:51 2016\nFrom: ana@example.org\n\nHello\n\n';
const MIB = 1_048_576;

const file = (name: string, bytes: Uint8Array | string) =>
  fileInMemory(name, typeof bytes === 'string' ? strToU8(bytes) : bytes);

/** Everything that comes out: texts of entries, verdicts of what is left alone, and how it ended. */
async function opened(files: readonly DroppedFile[], limits?: Partial<ArchiveLimits>) {
  const entries: Record<string, string> = {};
  const reports: string[] = [];
  let end = '';
  try {
    for await (const { entry, report } of openDropped(files, { ...ARCHIVE_LIMITS, ...limits })) {
      if (report) reports.push(`${report.entryName} ${report.verdict}`);
      else entries[entry.name] = Buffer.from(entry.bytes ?? (await collected(entry.chunks()))).toString();
    }
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    end = error.why;
  }
  return { entries, reports, end };
}

/** What comes, as far as it comes. */
async function collected(chunks: AsyncIterable<Uint8Array>) {
  const all: Uint8Array[] = [];
  try {
    for await (const chunk of chunks) all.push(Buffer.from(chunk));
  } catch (error) {
    if (!(error instanceof DamagedEntry)) throw error;
  }
  return Buffer.concat(all);
}

describe('which files are read', () => {
  it.each([
    'a.csv',
    'a.TSV',
    'a.txt',
    'a.tab',
    'a.vcf',
    'a.vcard',
    'a.ics',
    'a.ical',
    'a.ifb',
    'a.ldif',
    'a.ldi',
    'a.json',
    'a.mbox',
    'a.mbs',
    'a.eml',
    'a.emlx',
    'Inbox',
    'b/connections/friends/your_friends.html',
    'friends.html',
  ])('%s, by its name', async (name) => {
    const { entries } = await opened([file('x.zip', zipOf({ [name]: 'any words' }))]);
    expect(Object.keys(entries)).toEqual([name]);
  });

  it.each([
    ['card', 'contacts.bak', CARD],
    ['card with a byte order mark', 'contacts.backup', `\uFEFF${CARD}`],
    ['calendar', 'calendar.old', 'BEGIN:VCALENDAR\nEND:VCALENDAR\n'],
    ['mailbox', 'Inbox.2016', LETTER],
    ['directory', 'people.dump', '# made by hand\n\nversion: 1\ndn: cn=Ana Ruiz\ncn: Ana Ruiz\n'],
    ['directory in base 64', 'people.dump', 'dn:: Y249QW5h\ncn: Ana\n'],
    ['object', 'people.jsonld', ' {"name":"Ana"}'],
    ['list', 'people.jcard', '["vcard",[]]'],
    [
      'letter of a Maildir',
      'cur/1700000000.M1P2.host:2,S',
      'Return-Path: <ana@example.org>\nSubject: x\n\nHi',
    ],
  ])('a %s, by how it begins', async (_what, name, text) => {
    const { entries } = await opened([file('x.zip', zipOf({ [name]: text }))]);
    expect(Object.keys(entries)).toEqual([name]);
  });

  it.each([
    ['a.html', 'not_supported_yet'],
    ['messages/inbox/ana/message_1.html', 'not_supported_yet'],
    ['a.xlsx', 'not_supported_yet'],
    ['a.pst', 'not_supported_yet'],
    ['a.jpg', 'unknown'],
    ['IMG_1.jpg.json', 'unknown'],
    ['IMG_1.JPG.supplemental-metadata.json', 'unknown'],
    ['IMG_1.jpg.supplemental-metadata(2).json', 'unknown'],
    ['a.doc', 'unknown'],
    ['readme.md', 'unknown'],
  ])('not %s, which is %s', async (name, verdict) => {
    expect(await opened([file('x.zip', zipOf({ [name]: 'any words', 'b.csv': 'x' }))])).toEqual({
      entries: { 'b.csv': 'x' },
      reports: [`${name} ${verdict}`],
      end: '',
    });
  });

  it('nothing that is not text, whatever it is called', async () => {
    const binary = Buffer.from('00ff0001fe00000001020300', 'hex');
    const { entries, reports } = await opened([
      file(
        'x.zip',
        zipOf({
          'a.csv': binary,
          'b.vcf': binary,
          Inbox: binary,
          'c.csv': Buffer.from('\uFEFFa,b', 'utf16le'),
        }),
      ),
    ]);
    expect(Object.keys(entries)).toEqual(['c.csv']);
    expect(reports).toEqual(['a.csv unknown', 'b.vcf unknown', 'Inbox unknown']);
  });

  it('a lone file under any name, and a spreadsheet is not taken apart', async () => {
    expect((await opened([file('notes.md', 'a,b')])).entries).toEqual({ 'notes.md': 'a,b' });
    const sheet = zipOf({ 'xl/workbook.xml': '<x/>', 'docProps/app.txt': 'x' });
    expect((await opened([file('people.xlsx', sheet)])).reports).toEqual(['people.xlsx not_supported_yet']);
  });
});

describe('tar and gzip', () => {
  const members = {
    'Takeout/Contacts/All.vcf': CARD,
    'Takeout/Mail/All mail.mbox': LETTER,
    'Takeout/photo.jpg': 'x',
  };
  const expected = {
    entries: { 'Takeout/Contacts/All.vcf': CARD, 'Takeout/Mail/All mail.mbox': LETTER },
    reports: ['Takeout/photo.jpg unknown'],
    end: '',
  };

  it('reads a tar, packed or not, whatever it is called', async () => {
    const tar = tarOf(members);
    expect(await opened([file('takeout.tar', tar)])).toEqual(expected);
    expect(await opened([file('takeout.tgz', gzipSync(tar))])).toEqual(expected);
    expect(await opened([file('takeout', gzipSync(tar))])).toEqual(expected);
  });

  it('reads a single file that is packed, in several members too', async () => {
    const two = Buffer.concat([gzipSync(CARD), gzipSync(CARD)]);
    expect((await opened([file('all.vcf.gz', two)])).entries).toEqual({ 'all.vcf': CARD + CARD });
    expect((await opened([file('x.gz', gzipSync('\0\u0001\0\0\0'))])).reports).toEqual(['x unknown']);
  });

  it('opens what lies packed in an archive, one level deep', async () => {
    const inside = {
      'mail.mbox.gz': gzipSync(LETTER),
      'a/b.tgz': gzipSync(tarOf({ 'c.vcf': CARD, 'd.zip': Buffer.from(zipOf({ 'e.vcf': CARD })) })),
    };
    const entries = { 'mail.mbox': LETTER, 'a/b.tgz/c.vcf': CARD };
    const reports = ['a/b.tgz/d.zip unknown'];
    expect(await opened([file('x.zip', zipOf(inside))])).toEqual({ entries, reports, end: '' });
    expect(await opened([file('x.tar', tarOf(inside))])).toEqual({ entries, reports, end: '' });
  });

  it('knows long names, of pax and of GNU, prefixes, and passes over links and folders', async () => {
    const long = `${'folder/'.repeat(20)}all.vcf`;
    for (const style of ['pax', 'gnu', 'prefix'] as const) {
      const { entries, reports } = await opened([
        file('x.tar', tarOf({ 'a/': '', [long]: CARD, 'ñandú.vcf': CARD }, { style, links: ['b.vcf'] })),
      ]);
      expect([style, Object.keys(entries), reports]).toEqual([style, [long, 'ñandú.vcf'], []]);
    }
  });

  it('refuses names that climb, and believes no header that claims gigabytes of name', async () => {
    const climbing = tarOf({ '../up.vcf': CARD, '/root.vcf': CARD, 'ok.vcf': CARD });
    expect(await opened([file('x.tar', climbing)])).toEqual({
      entries: { 'ok.vcf': CARD },
      reports: ['../up.vcf unsafe_name', '/root.vcf unsafe_name'],
      end: '',
    });
    const longest = `${'a'.repeat(70_000)}.vcf`;
    expect((await opened([file('x.tar', tarOf({ [longest]: CARD }, { style: 'gnu' }))])).end).toBe(
      'broken_zip',
    );
    const endless = tarOf({ 'a.vcf': CARD }, { style: 'pax', paxSize: 4_000_000_000 });
    expect((await opened([file('x.tar', endless)])).end).toBe('broken_zip');
  });

  it('keeps what came before the damage', async () => {
    const tar = tarOf({ 'a.vcf': CARD, 'b.vcf': CARD.repeat(20) });
    const cut = await opened([file('x.tar', tar.subarray(0, 1536 + 600))]);
    expect(cut).toEqual({
      entries: { 'a.vcf': CARD },
      reports: ['b.vcf unreadable', 'x.tar unreadable'],
      end: '',
    });
    const wrong = Buffer.from(tar);
    wrong[1024 + 3] = 7;
    expect(await opened([file('x.tar', wrong)])).toEqual({
      entries: { 'a.vcf': CARD },
      reports: ['x.tar unreadable'],
      end: '',
    });
    const packed = gzipSync(CARD);
    expect(await opened([file('a.vcf.gz', packed.subarray(0, packed.length - 12))])).toMatchObject({
      entries: {},
      reports: ['a.vcf unreadable'],
    });
    expect((await opened([file('a.vcf.gz', Buffer.of(0x1f, 0x8b, 8, 0, 0, 0))])).entries).toEqual({});
  });

  it('stops bombs, in what is read and in what is passed over', async () => {
    const bomb = Buffer.alloc(32 * MIB, 'a');
    expect((await opened([file('a.vcf.gz', gzipSync(bomb))])).end).toBe('zip_bomb');
    expect((await opened([file('a.tgz', gzipSync(tarOf({ 'a.jpg': bomb, 'b.vcf': CARD })))])).end).toBe(
      'zip_bomb',
    );
    expect((await opened([file('x.zip', zipOf({ 'a.vcf.gz': gzipSync(bomb) }))])).end).toBe('zip_bomb');
  });
});

describe('zips', () => {
  it('reads zip64', async () => {
    expect((await opened([file('x.zip', zip64Of('a.vcf', CARD))])).entries).toEqual({ 'a.vcf': CARD });
  });

  it('stops a bomb of many entries, each of them harmless', async () => {
    // 60 entries of 1 MiB share a few kilobytes: none breaks a limit, all together do.
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`${at}.csv`, Buffer.alloc(MIB, 'a')] as const),
    );
    const zip = zipSync(many, { level: 9 });
    expect(zip.length * ARCHIVE_LIMITS.ratio).toBeLessThan(60 * MIB);
    const { entries, end } = await opened([file('x.zip', zip)]);
    expect(end).toBe('zip_bomb');
    expect(Object.keys(entries).length).toBeLessThan(20);
  });

  it('stops a small bomb that lies about itself in a large archive', async () => {
    const zip = Buffer.from(
      zipSync({
        'b.csv': [new Uint8Array(64 * MIB).fill(97), { level: 9 }],
        'a.jpg': [new Uint8Array(2 * MIB), { level: 0 }],
      }),
    );
    expect(zip.length * ARCHIVE_LIMITS.ratio).toBeGreaterThan(64 * MIB);
    // The unpacked size, in the central directory entry of the bomb, which is the first.
    zip.writeUInt32LE(100, zip.lastIndexOf(Buffer.of(0x50, 0x4b, 1, 2), zip.lastIndexOf('b.csv')) + 24);
    expect((await opened([file('x.zip', zip)])).end).toBe('zip_bomb');
  });

  it('unpacks nothing of an archive that says it has too many entries', async () => {
    const { entries, end } = await opened([file('x.zip', zipOf({ 'a.csv': 'x', 'b.csv': 'x' }))], {
      entries: 1,
    });
    expect([entries, end]).toEqual([{}, 'too_many_entries']);
  });

  it('counts the entries of all archives together', async () => {
    const two = zipOf({ 'a.csv': 'x', 'b.csv': 'x' });
    const limits = { entries: 4 };
    expect((await opened([file('x.zip', two), file('y.zip', two)], limits)).end).toBe('');
    expect((await opened([file('x.zip', two), file('y.zip', two), file('z.csv', 'x')], limits)).end).toBe(
      'too_many_entries',
    );
    const nested = zipOf({ 'x.zip': two, 'y.zip': two });
    expect((await opened([file('z.zip', nested)], limits)).end).toBe('too_many_entries');
  });

  it('stops a bomb inside a bomb, and opens no third level', async () => {
    const heart = zipSync({ 'a.csv': Buffer.alloc(20 * MIB, 'a') }, { level: 9 });
    const inner = zipSync(
      Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`${at}.zip`, heart] as const)),
    );
    expect((await opened([file('x.zip', inner)])).end).toBe('zip_bomb');
    const outer = zipSync({ 'inner.zip': inner });
    const { entries, reports } = await opened([file('x.zip', outer)]);
    expect(entries).toEqual({});
    expect(reports).toEqual(Array.from({ length: 9 }, (_, at) => `inner.zip/${at}.zip unknown`));
  });

  it('reads good files beside a broken zip, in whatever order they were dropped', async () => {
    const broken = zipOf({ 'a.csv': 'x' }).subarray(0, 60);
    const good = file('b.csv', 'x');
    for (const files of [
      [file('x.zip', broken), good],
      [good, file('x.zip', broken)],
    ])
      expect(await opened(files)).toEqual({
        entries: { 'b.csv': 'x' },
        reports: ['x.zip unreadable'],
        end: '',
      });
  });

  it('reads nothing of an entry that nobody wants', async () => {
    const zip = zipOf({ 'a.jpg': Buffer.alloc(MIB, 'a'), 'b.csv': 'x' });
    const read: number[] = [];
    const spied = fileOf('x.zip', zip.length, (at, length) => {
      if (length >= 512 && at < 900) read.push(at);
      return zip.subarray(at, at + length);
    });
    await opened([spied]);
    // The look at the first bytes that tells a zip, and yauzl's search for the end record.
    expect(read.length).toBeLessThanOrEqual(2);
  });
});

describe('large files', () => {
  const limits = { heldBytes: 1000, entryBytes: 2000 };
  const many = LETTER.repeat(40);

  it('hands over a large mailbox piece by piece, from wherever it lies', async () => {
    const wheres = [
      file('all.mbox', many),
      file('x.zip', zipOf({ 'all.mbox': many })),
      file('x.tgz', gzipSync(tarOf({ 'all.mbox': many }))),
      file('all.mbox.gz', gzipSync(many)),
      file('x.zip', zipSync({ 'all.mbox.gz': [gzipSync(many), { level: 0 }] })),
    ];
    for (const where of wheres) {
      for await (const { entry } of openDropped([where], { ...ARCHIVE_LIMITS, ...limits })) {
        expect(entry?.bytes).toBeUndefined();
        expect((await collected(entry!.chunks())).toString()).toBe(many);
        expect(entry!.head.length).toBeGreaterThan(100);
      }
    }
  });

  it('goes on with the next file when only a part of a mailbox was read', async () => {
    const tar = tarOf({ 'all.mbox': many, 'a.vcf': CARD });
    const names: string[] = [];
    for await (const { entry } of openDropped([file('x.tgz', gzipSync(tar))], {
      ...ARCHIVE_LIMITS,
      ...limits,
    })) {
      names.push(entry?.name ?? '');
      if (entry && !entry.bytes) for await (const _ of entry.chunks()) break;
    }
    expect(names).toEqual(['all.mbox', 'a.vcf']);
  });

  it('says where a mailbox is damaged, after its good part', async () => {
    const packed = gzipSync(many + String(Math.PI).repeat(500), { level: 0 });
    const damaged = file('a.mbox.gz', packed.subarray(0, 5000));
    // Whether it is held or not must make no difference.
    for (const some of [limits, {}]) {
      const parts: Uint8Array[] = [];
      let trouble: unknown;
      for await (const { entry } of openDropped([damaged], { ...ARCHIVE_LIMITS, ...some })) {
        try {
          for await (const part of entry!.chunks()) parts.push(Buffer.from(part));
        } catch (error) {
          trouble = error;
        }
      }
      expect(trouble).toBeInstanceOf(DamagedEntry);
      expect(Buffer.concat(parts).toString().startsWith(LETTER.repeat(3))).toBe(true);
    }
  });

  it('says that other kinds are too large', async () => {
    const cards = CARD.repeat(60);
    for (const where of [
      file('a.vcf', cards),
      file('x.zip', zipOf({ 'a.vcf': cards })),
      file('a.vcf.gz', gzipSync(cards)),
    ])
      expect(await opened([where], limits)).toEqual({
        entries: {},
        reports: ['a.vcf too_large'],
        end: 'too_large',
      });
    expect((await opened([file('a.csv', connectionsCsv().repeat(3))], limits)).entries).not.toEqual({});
  });
});

describe('hostile archives', () => {
  const seeds = [
    zipOf({ 'a.vcf': CARD, 'b/all.mbox': LETTER }),
    zip64Of('a.vcf', CARD),
    tarOf({ 'a.vcf': CARD, 'b/all.mbox': LETTER }, { style: 'pax' }),
    gzipSync(tarOf({ [`${'f/'.repeat(80)}a.vcf`]: CARD })),
  ];

  it('end in entries, reports or a word, however their bytes are changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }),
        fc.nat(),
        async (seed, changes, cut) => {
          const bytes = Buffer.from(seed);
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          const end = cut % 3 === 0 ? cut % bytes.length : bytes.length;
          const { entries, reports, end: word } = await opened([file('x', bytes.subarray(0, end))]);
          expect(Object.keys(entries).length + reports.length + word.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 300) },
    );
  });
});
