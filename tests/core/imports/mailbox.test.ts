// Mailboxes: who really corresponds with the owner, whose mailbox it is, and what does not count.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailboxFormat, mailboxReader, mailMessageFormat } from '#core/imports/sources/mailbox.ts';
import type { ParsedEntry } from '#core/imports/model.ts';
import type { Entry, ReadingContext } from '#core/imports/source-format.ts';

const encoder = new TextEncoder();
const SEPARATOR = 'From 1545668983435175434@xxx Fri Sep 16 22:26:51 +0000 2016';
const ME = 'Bo Owner <bo@example.org>';
const ANA = 'Ana Ruiz <ana@example.com>';
const CARL = 'Carl Weber <carl@example.net>';

const context = (more: Partial<ReadingContext> = {}): ReadingContext => ({
  now: '2026-06-15T12:00:00Z',
  ownerEmails: new Set(['bo@example.org']),
  ownerNames: new Set(),
  defaultRegion: undefined,
  reading: {},
  ...more,
});

let counter = 0;
interface Parts {
  readonly from: string;
  readonly to: string;
  readonly cc?: string;
  readonly date?: string;
  readonly more?: string;
}
const letter = ({ from, to, cc, date = 'Tue, 10 Mar 2026 09:00:00 +0000', more = '' }: Parts) =>
  `${SEPARATOR}\nFrom: ${from}\nTo: ${to}\n${cc === undefined ? '' : `Cc: ${cc}\n`}Date: ${date}\nMessage-ID: <${++counter}@x.test>\n${more}Subject: x\n\nHello\nFrom here on: text\n`;

function parseBytes(
  bytes: Uint8Array,
  more: Partial<ReadingContext> = {},
  name = 'All mail.mbox',
  sizes = [bytes.length],
): ParsedEntry {
  const reader = mailboxReader(context(more), { name });
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const size = Math.max(1, sizes[turn % sizes.length] ?? 1);
    reader.push(bytes.subarray(at, at + size));
    at += size;
  }
  return reader.end();
}
const parse = (letters: readonly string[], more: Partial<ReadingContext> = {}, name?: string) =>
  parseBytes(encoder.encode(letters.join('\n')), more, name);

const people = ({ contacts }: ParsedEntry) =>
  contacts.map(({ fn, properties }) => `${fn} <${properties.map(({ value }) => value).join(' ')}>`);
const facts = ({ evidence = [] }: ParsedEntry) =>
  evidence.map(({ kind, person, other, count, on }) =>
    [kind, person.email, other?.email ?? 'owner', count, on].join(' '),
  );
const both = (who: string) => [letter({ from: ME, to: who }), letter({ from: who, to: ME })];

describe('correspondence', () => {
  it('M01 counts letters both ways, the newest day, and no separators in the text', () => {
    const parsed = parse([
      letter({
        from: '=?utf-8?Q?Ana_Ru=C3=ADz?= <ana@example.com>',
        to: ME,
        date: 'Mon, 9 Mar 2026 23:30:00 -0500',
      }),
      letter({ from: ME, to: '"Ruíz, Ana" <Ana@Example.com>' }).replace(
        'Hello',
        'Hello\n\nFrom the garden\n\n>From x\n',
      ),
      letter({ from: ME, to: 'ana@example.com', date: 'Tue, 5 Mar 2024 09:00:00 +0000' }),
    ]);
    expect(people(parsed)).toEqual(['Ana Ruíz <ana@example.com>']);
    expect(parsed.contacts[0]?.n).toMatchObject({ given: 'Ana', family: 'Ruíz' });
    expect(facts(parsed)).toEqual(['mail_two_way ana@example.com owner 3 2026-03-10']);
    expect(parsed.owner).toMatchObject({
      fn: 'Bo Owner',
      properties: [{ name: 'EMAIL', value: 'bo@example.org' }],
    });
    expect(parsed.kind).toBe('mailbox');
    expect(parsed.issues).toEqual([]);
  });
  it('makes nobody of one-way senders and of people only written to', () => {
    const parsed = parse([letter({ from: ANA, to: ME }), letter({ from: ME, to: CARL })]);
    expect(parsed.contacts).toEqual([]);
    expect(parsed.evidence).toEqual([]);
  });
  it('joins people copied together who both correspond with the owner', () => {
    const parsed = parse([...both(ANA), ...both(CARL), letter({ from: ME, to: ANA, cc: CARL })]);
    expect(facts(parsed)).toContain('mail_cc_together ana@example.com carl@example.net 1 2026-03-10');
  });
  it('joins others who are named together three times', () => {
    const twice = Array.from({ length: 2 }, () => letter({ from: ANA, to: ME, cc: CARL }));
    expect(facts(parse(twice))).toEqual([]);
    expect(facts(parse([...twice, letter({ from: CARL, to: ANA, cc: ME })]))).toEqual([
      'mail_cc_together ana@example.com carl@example.net 3 2026-03-10',
    ]);
  });
  it('does not join people on letters to many', () => {
    const many = Array.from({ length: 7 }, (_, at) => `p${at}@example.net`).join(', ');
    const joined = (to: string) =>
      facts(parse([...both(ANA), ...both(CARL), letter({ from: ME, to })])).filter((fact) =>
        fact.startsWith('mail_cc'),
      );
    expect(joined(`${ANA}, ${CARL}, ${many}`)).toEqual([]);
    expect(joined(`${ANA}, ${CARL}, p@example.net`)).toHaveLength(1);
  });
  it('counts a letter once that lies in two folders', () => {
    const [sent, got] = both(ANA);
    expect(facts(parse([sent!, got!, got!]))).toEqual(['mail_two_way ana@example.com owner 2 2026-03-10']);
  });
  it.each([
    ['a mailing list', 'List-Id: <list.example.org>\n'],
    ['a newsletter', 'List-Unsubscribe: <mailto:x@example.org>\n'],
    ['bulk mail', 'Precedence: bulk\n'],
    ['an answer by a program', 'Auto-Submitted: auto-replied\n'],
    ['a bounce', 'Return-Path: <>\n'],
    ['spam by its label', 'X-Gmail-Labels: Inbox,Spam\n'],
    ['rubbish by its label in German', 'X-Gmail-Labels: Posteingang,Papierkorb\n'],
    ['spam by an encoded label', `X-Gmail-Labels: =?UTF-8?Q?Courrier_ind=C3=A9sirable?=\n`],
    ['a draft', 'X-Gmail-Labels: Draft\n'],
    ['spam by its header', 'X-Spam-Flag: YES\n'],
  ])('does not count %s', (_, more) => {
    expect(parse([letter({ from: ME, to: ANA }), letter({ from: ANA, to: ME, more })]).contacts).toEqual([]);
  });
  it('counts what a person sends by hand', () => {
    const parsed = parse([
      letter({ from: ME, to: ANA }),
      letter({ from: ANA, to: ME, more: 'Auto-Submitted: no\nReturn-Path: <ana@example.com>\n' }),
    ]);
    expect(parsed.contacts).toHaveLength(1);
  });
  it.each([
    'no-reply@example.com',
    'noreply+12@example.com',
    'do_not_reply@example.com',
    'notifications@example.com',
    'MAILER-DAEMON@example.com',
    'info@example.com',
    'reply+abc@reply.github.com',
    'calendar-notification@google.com',
  ])('makes nobody of %s', (mailbox) => expect(parse(both(mailbox)).contacts).toEqual([]));
  it.each([
    ['Infante Ruiz <infante@example.com>', 'Infante Ruiz'],
    ['"Ruiz, Ana" <ana@example.com>', 'Ana Ruiz'],
    ['Ruiz, Ana <ana@example.com>', 'Ana Ruiz'],
    ['"\'Ana Ruiz\'" <ana@example.com>', 'Ana Ruiz'],
    ['"\'Ana Ruiz\' via Team" <ana@example.com>', 'Ana Ruiz'],
    ['"Ana Ruiz (ana@example.com)" <ana@example.com>', 'Ana Ruiz'],
    ['"[EXTERNAL] Ana Ruiz" <ana@example.com>', 'Ana Ruiz'],
    ['ana@example.com (Ana Ruiz)', 'Ana Ruiz'],
    ['"ana@example.com" <ana@example.com>', 'ana@example.com'],
    ['ana@example.com', 'ana@example.com'],
    ['ana.ruiz <ana.ruiz@example.com>', 'ana.ruiz@example.com'],
    ['=?iso-8859-1?Q?Jos=E9?= =?utf-8?B?IFBhcsOt?= <jose@example.com>', 'José Parí'],
    ['"Ana Ruiz, PhD" <ana@example.com>', 'Ana Ruiz, PhD'],
    ['李明 <li@example.com>', '李明'],
    ['Ana <ana@bücher.example>', 'Ana'],
  ])('names %s', (who, name) => expect(parse(both(who)).contacts.map(({ fn }) => fn)).toEqual([name]));
  it('takes the fullest and most frequent of several names', () => {
    const parsed = parse([
      ...both('Ana <ana@example.com>'),
      ...both('Ana <ana@example.com>'),
      letter({ from: 'Ana Ruiz <ana@example.com>', to: ME }),
    ]);
    expect(parsed.contacts[0]?.fn).toBe('Ana Ruiz');
  });
  it('reads raw eighth bits in the charset of the letter', () => {
    const [sent, got] = both('Rüdiger Groß <r@example.com>');
    const latin = Uint8Array.from(`${sent ?? ''}\n${got ?? ''}`, (sign) => sign.charCodeAt(0));
    expect(people(parseBytes(latin))).toEqual(['Rüdiger Groß <r@example.com>']);
  });
  it('ignores clocks that are wrong, and says which dates it cannot read', () => {
    const parsed = parse([
      letter({ from: ME, to: ANA, date: 'Tue, 10 Mar 2099 09:00:00 +0000' }),
      letter({ from: ANA, to: ME, date: 'sometime' }),
    ]);
    expect(facts(parsed)).toEqual(['mail_two_way ana@example.com owner 2 ']);
    expect(parsed.issues).toMatchObject([{ code: 'BAD_DATE', params: { value: 'sometime' } }]);
  });
});

describe('whose mailbox it is', () => {
  const nobody = { ownerEmails: new Set<string>() };
  it.each([
    [
      'the label of sent mail',
      [letter({ from: ME, to: ANA, more: 'X-Gmail-Labels: Sent\n' }), letter({ from: ANA, to: ME })],
      'Takeout.mbox',
    ],
    [
      'its label in Spanish',
      [letter({ from: ME, to: ANA, more: 'X-Gmail-Labels: Enviados\n' }), letter({ from: ANA, to: ME })],
      'Takeout.mbox',
    ],
    [
      'the folder of sent mail',
      [letter({ from: ME, to: ANA }), letter({ from: ME, to: CARL })],
      'Mail/Gesendet.mbox',
    ],
    [
      'where letters are delivered',
      [letter({ from: ME, to: ANA }), letter({ from: ANA, to: ME, more: 'Delivered-To: bo@example.org\n' })],
      'x',
    ],
    ['who writes to the most people', [...both(ANA), ...both(CARL)], 'x'],
  ])('is told by %s', (_, letters, name) => {
    expect(parse(letters, nobody, name).owner?.properties).toEqual([
      { name: 'EMAIL', value: 'bo@example.org', type: '' },
    ]);
  });
  it('is not told by a letter alone, nor by the letters of two people to each other', () => {
    const one = letter({ from: ANA, to: ME });
    const read = (text: string, kind: 'mailbox' | 'mail-message') => {
      const reader = mailboxReader(context(nobody), { kind });
      reader.push(encoder.encode(text));
      return reader.end().owner;
    };
    expect(read(one, 'mail-message')).toBeUndefined();
    expect(read(`${one}\n${letter({ from: ANA, to: ME })}`, 'mailbox')).toBeUndefined();
  });
  it('is told by who all letters came to', () => {
    const reader = mailboxReader(context(nobody), {});
    for (const name of ['ana', 'cy', 'di'])
      reader.push(
        encoder.encode(
          `From x@example.org Tue Mar 10 10:00:00 2026\r\nFrom: ${name}@example.com\r\nTo: Bo <bo@example.org>\r\nDate: Tue, 10 Mar 2026 10:00:00 +0000\r\n\r\nx\r\n\r\n`,
        ),
      );
    expect(reader.end().owner?.properties).toEqual([{ name: 'EMAIL', value: 'bo@example.org', type: '' }]);
  });
  it('reads lines that end with CR alone, in pieces of any size', () => {
    const text = both(ANA).join('\n').replace(/\r?\n/g, '\r');
    expect(text).not.toContain('\n');
    const bytes = encoder.encode(text);
    for (const size of [1, 7, 1000, bytes.length]) {
      const reader = mailboxReader(context(), {});
      for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
      expect(people(reader.end())).toEqual(['Ana Ruiz <ana@example.com>']);
    }
  });
  it("is told by the owner's name", () => {
    const parsed = parse(both(ANA), { ...nobody, ownerNames: new Set(['bo owner']) });
    expect(people(parsed)).toEqual(['Ana Ruiz <ana@example.com>']);
  });
  it('is not told by two people writing to each other', () => {
    const parsed = parse(both(ANA), nobody);
    expect(parsed).toMatchObject({ contacts: [], evidence: [] });
    expect(parsed.owner).toBeUndefined();
  });
  it('may be several mailboxes of one owner', () => {
    const sent = 'X-Gmail-Labels: Sent\n';
    const parsed = parse(
      [
        letter({ from: ME, to: ANA, more: sent }),
        letter({ from: 'Bo Owner <bo@work.example>', to: CARL, more: sent }),
        letter({ from: ANA, to: 'bo@work.example' }),
        letter({ from: CARL, to: ME }),
        letter({ from: ME, to: 'bo@work.example', more: sent }),
      ],
      nobody,
    );
    expect(people(parsed)).toEqual(['Ana Ruiz <ana@example.com>', 'Carl Weber <carl@example.net>']);
    expect(parsed.owner?.properties?.map(({ value }) => value).sort()).toEqual([
      'bo@example.org',
      'bo@work.example',
    ]);
  });
  it('holds letters delivered under another name', () => {
    const parsed = parse([
      letter({ from: ME, to: ANA }),
      letter({ from: ANA, to: 'office-chat@example.org', more: 'Delivered-To: bo@example.org\n' }),
    ]);
    expect(people(parsed)).toEqual(['Ana Ruiz <ana@example.com>']);
  });
});

describe('files', () => {
  const entryOf = (text: string, name = 'x'): Entry => ({
    name,
    bytes: encoder.encode(text),
    text: () => text,
    head: text.slice(0, 4096),
  });
  const kindOf = (text: string) =>
    (mailboxFormat.recognise(entryOf(text), {}) ?? mailMessageFormat.recognise(entryOf(text), {}))?.kind;
  it.each([
    [letter({ from: ME, to: ANA }), 'mailbox'],
    [`\ufeff${letter({ from: ME, to: ANA }).replace(/\n/g, '\r\n')}`, 'mailbox'],
    ['From: a@example.org\nTo: b@example.org\n\nx', 'mail-message'],
    ['Return-Path: <a@example.org>\r\nReceived: from x\r\n by y\r\nSubject: z\r\n\r\nx', 'mail-message'],
    ['1234\nReceived: x\nMessage-ID: <a@b>\n\nx', 'mail-message'],
    ['From Monday on\nNothing: here\n', undefined],
    ['From: a@example.org\n', undefined],
    ['Name,From,To\n', undefined],
    ['BEGIN:VCARD\nFN:x\nEND:VCARD\n', undefined],
    ['dn: cn=Ana\nmail: a@example.org\n', undefined],
    ['Notes:\n"When exporting"\n\nFirst Name,Last Name\n', undefined],
    ['', undefined],
  ])('recognises %j', (text, kind) => expect(kindOf(text)).toBe(kind));
  it('reads one letter as one letter', () => {
    const text = `From: ${ANA}\nTo: ${ME}\nDate: Tue, 10 Mar 2026 09:00:00 +0000\n\nx\n\n${letter({ from: ME, to: ANA })}`;
    const parsed = mailMessageFormat.recognise(entryOf(text), {})?.parse(context());
    expect(parsed).toMatchObject({ kind: 'mail-message', contacts: [] });
  });
  it('say so when there is nothing in them, or half of something', () => {
    expect(parse([]).issues).toMatchObject([{ code: 'NO_ROWS' }]);
    expect(parse([`${SEPARATOR}\nFrom: ${ANA}\nTo: bo@exa`]).issues).toMatchObject([{ code: 'CUT_OFF' }]);
  });
  it('are read alike in pieces of any size', () => {
    const bytes = encoder.encode(
      [
        ...both(ANA),
        ...both('=?utf-8?Q?J=C3=B6rg?= <j@example.com>'),
        letter({ from: ME, to: ANA, cc: 'j@example.com' }),
      ]
        .join('\r\n')
        .replace(/([^\r])\n/g, '$1\r\n'),
    );
    const whole = parseBytes(bytes);
    expect(whole.contacts).toHaveLength(2);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 10 }), (sizes) => {
        expect(parseBytes(bytes, {}, 'x', sizes)).toEqual(parseBytes(bytes, {}, 'x'));
      }),
      { numRuns: 30 },
    );
  });
  it('survive any change of bytes', () => {
    const bytes = encoder.encode([...both(ANA), ...both('"Weber, Carl" <carl@example.net>')].join('\n'));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 10 }), (changes) => {
        const changed = bytes.slice();
        for (const [at, byte] of changes) changed[at] = byte;
        for (const { fn, properties } of parseBytes(changed).contacts) {
          expect(fn).not.toBe('');
          expect(properties).toHaveLength(1);
        }
      }),
      { numRuns: 200 },
    );
  });
  it('hold no more people than a mailbox can have', () => {
    const reader = mailboxReader(context(), { name: 'x' });
    for (let at = 0; at < 7000; at++) {
      const to = Array.from({ length: 8 }, (_, k) => `p${at}k${k}@example.com`).join(', ');
      reader.push(encoder.encode(letter({ from: `s${at}@example.com`, to }) + '\n'));
    }
    for (const one of both(ANA)) reader.push(encoder.encode(`${one}\n`));
    const parsed = reader.end();
    expect(parsed.issues).toMatchObject([{ code: 'TOO_MANY_RECORDS' }]);
    expect(people(parsed)).toEqual(['Ana Ruiz <ana@example.com>']);
  }, 60_000);
});
