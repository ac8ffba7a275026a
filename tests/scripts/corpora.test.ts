// The measuring of corpora, on a tiny one made here and on the large one where it is.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { adapt } from '#scripts/corpora/adapt.ts';
import { type CorpusReport, type Kind, KINDS, totalsOf } from '#scripts/corpora/report.ts';
import { runCorpora } from '#scripts/test-corpora.ts';
import { tempFolder } from '#tests/db/temp-folder.ts';
import { aConnection, connectionsCsv } from '#tests/fixtures/linkedin.ts';

const SHARED = path.resolve(import.meta.dirname, '..', '..', '..', 'shared', 'corpora');

const CARDS = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'FN:Ana Ruiz',
  'N:Ruiz;Ana;;;',
  'EMAIL:ana@example.org',
  'END:VCARD',
  'BEGIN:VCARD',
  'VERSION:3.0',
  'FN:Ben Okafor',
  'N:Okafor;Ben;;;',
  'TEL:+44 20 7946 0000',
  'END:VCARD',
  '',
].join('\r\n');
const MEETING = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//example//EN',
  'BEGIN:VEVENT',
  'UID:1@example.org',
  'DTSTAMP:20240101T000000Z',
  'DTSTART:20240102T100000Z',
  'SUMMARY:Talk',
  'ORGANIZER;CN=Ana Ruiz:mailto:ana@example.org',
  'ATTENDEE;CN=Ben Okafor;PARTSTAT=ACCEPTED:mailto:ben@example.org',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');
const DATES = JSON.stringify([
  {
    header: 'Fri, 21 Nov 1997 09:55:06 -0600\n',
    expected: {
      year: 1997,
      month: 11,
      day: 21,
      hour: 9,
      minute: 55,
      second: 6,
      tz_before_gmt: true,
      tz_hour: 6,
      tz_minute: 0,
    },
  },
]);

/** A corpus of one file of each kind; `changed` takes the place of some. */
function corpus(changed: Record<string, string | undefined> = {}): string {
  const folder = tempFolder();
  const files: Record<string, string | undefined> = {
    'vcard/example/two.vcf': CARDS,
    'csv/example/Google.csv':
      'Name,Given Name,Family Name,E-mail 1 - Type,E-mail 1 - Value\nAna Ruiz,Ana,Ruiz,* Home,ana@example.org\n',
    'linkedin/example/Connections.csv': connectionsCsv(
      aConnection({ slug: 'ana-ruiz' }),
      aConnection({ slug: 'ben' }),
    ),
    'ics/example/talk.ics': MEETING,
    'mailconf/stalwart_date.json': DATES,
    'INDEX.tsv': [
      'kind\tfile\trecords',
      'vcard\tvcard/example/two.vcf\t2',
      'csv\tcsv/example/Google.csv\t1',
      'linkedin\tlinkedin/example/Connections.csv\t2',
      'ics\tics/example/talk.ics\t1',
      '',
    ].join('\n'),
    ...changed,
  };
  for (const [name, content] of Object.entries(files)) {
    if (content === undefined) continue;
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

async function run(...words: string[]) {
  const lines: string[] = [];
  const code = await runCorpora(words, '/', (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

const ONLY_LINKEDIN = Object.fromEntries(
  [
    'vcard/example/two.vcf',
    'csv/example/Google.csv',
    'ics/example/talk.ics',
    'mailconf/stalwart_date.json',
  ].map((name) => [name, undefined] as const),
);

describe('npm run test:corpora', { timeout: 120_000 }, () => {
  it('measures every kind of a corpus, and is content when everything is understood', async () => {
    const { code, said } = await run('--dir', corpus());
    expect(said).not.toMatch(/could not be measured|not in this corpus/);
    for (const { title } of KINDS) expect(said).toContain(title);
    expect(said).not.toContain('✗');
    expect(code).toBe(0);
  });

  it('says which kinds are not there, and passes none of them', async () => {
    const { code, said } = await run('--dir', corpus(ONLY_LINKEDIN));
    expect(code).toBe(0);
    expect(said.match(/not in this corpus, so not measured/g)).toHaveLength(KINDS.length - 1);
    expect(said).toMatch(/together +rows +2 of +2 +100\.00 % {2}wanted 100\.00 % ✓/);
  });

  it('fails when a share is not reached, and lists what is missing', async () => {
    const index = 'kind\tfile\trecords\nvcard\tvcard/example/two.vcf\t3\n';
    const cards = corpus({
      ...ONLY_LINKEDIN,
      'linkedin/example/Connections.csv': undefined,
      'vcard/example/two.vcf': CARDS,
      'INDEX.tsv': index,
    });
    const { code, said } = await run('--dir', cards);
    expect(code).toBe(1);
    expect(said).toMatch(/together +files +0 of +1 +0\.00 % {2}wanted 99\.00 % ✗/);
    expect(said).toContain('two.vcf: 2 cards, not 3');
    expect((await run('--dir', cards, '--misses', '0')).said).toContain('… and 1 more');
  });

  it('answers as one object', async () => {
    const { said } = await run('--dir', corpus(ONLY_LINKEDIN), '--json');
    const { passed, kinds } = JSON.parse(said) as {
      passed: boolean;
      kinds: { kind: string; present: boolean }[];
    };
    expect(passed).toBe(true);
    expect(kinds.filter(({ present }) => present).map(({ kind }) => kind)).toEqual(['linkedin']);
  });

  it('knows what is no corpus', async () => {
    expect((await run()).code).toBe(2);
    expect((await run('--dir', '/no/such/folder')).code).toBe(2);
    expect((await run('--dir', tempFolder())).code).toBe(2);
    expect((await run('--dir', tempFolder(), '--misses', 'all')).code).toBe(2);
    expect((await run('--help')).code).toBe(0);
  });
});

describe('the figures', () => {
  const kind: Kind = { ...KINDS[0]!, bars: [{ what: 'files', least: 0.99 }] };
  const report = (...figures: CorpusReport['figures']): CorpusReport => ({
    kind: 'vcard',
    figures,
    misses: [],
  });

  it('are added up over producers and held against their bar', () => {
    const figures = [
      { producer: 'a', what: 'files', right: 98, total: 98 },
      { producer: 'b', what: 'files', right: 1, total: 2 },
    ];
    expect(totalsOf(kind, report(...figures))).toEqual([
      { what: 'files', right: 99, total: 100, least: 0.99, passed: true },
    ]);
    expect(totalsOf(kind, report({ ...figures[1]!, total: 3 }))[0]?.passed).toBe(false);
  });

  it('do not pass for want of anything to measure', () => {
    expect(totalsOf(kind, report())[0]?.passed).toBe(false);
    expect(
      totalsOf(
        { ...kind, bars: [{ least: 1 }] },
        report({ producer: 'a', what: 'cells', right: 0, total: 0 }),
      )[0]?.passed,
    ).toBe(false);
  });

  it('count too many records against a reader as well as too few', () => {
    const read = (rows: number) =>
      adapt('tables', {
        files: [{ file: 'csv/a/b.csv', kind: 'csv', rows, expected: 4, cells: 1, found: 1 }],
        misses: [],
      });
    expect([3, 4, 5, 9].map((rows) => read(rows).figures[1]?.right)).toEqual([3, 4, 3, 0]);
  });

  it('count a table that nobody recognised against the reader', () => {
    const file = { file: 'csv/a/b.csv', rows: 0, expected: 4, cells: 9, found: 0 };
    const figuresOf = (name: string) => adapt(name, { files: [file], misses: [] }).figures;
    const recognised = { producer: 'a', what: 'recognised', right: 0, total: 1 };
    expect(figuresOf('tables')).toEqual([
      recognised,
      { producer: 'a', what: 'rows', right: 0, total: 4 },
      { producer: 'a', what: 'cells', right: 0, total: 9 },
    ]);
    // Skills and the like are in every archive of LinkedIn, and about nobody.
    expect(figuresOf('linkedin')).toEqual([recognised]);
  });

  it('are of a known shape or none', () => {
    expect(() => adapt('mail', { figures: 'many' })).toThrow('no known shape');
    expect(adapt('mail', [{ what: 'dates', total: 2, equal: 1, misses: ['x'] }])).toEqual({
      kind: 'mail',
      figures: [{ producer: 'all', what: 'dates', right: 1, total: 2 }],
      misses: ['dates: x'],
    });
  });
});

const isThere = fs.existsSync(path.join(SHARED, 'INDEX.tsv'));
const inCi = (process.env['CI'] ?? '') !== '';
if (!isThere && !inCi) console.log(`Not measured on the large corpus: there is none at ${SHARED}.`);

describe.skipIf(!isThere && !inCi)('the large corpus', { timeout: 300_000 }, () => {
  it('is there', () => {
    expect(isThere, `CI needs the corpus at ${SHARED}`).toBe(true);
  });
  it.runIf(isThere)('is understood as well as is wanted', async () => {
    const { code, said } = await run('--dir', SHARED);
    expect(code, said).toBe(0);
  });
});
