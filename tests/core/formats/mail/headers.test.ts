// Header values: address lists, encoded words, dates.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailboxesIn, parseAddressList } from '#core/formats/mail/addresses.ts';
import { charsetText, guessedText } from '#core/formats/mail/charsets.ts';
import { dayOfMail, momentOfMail, readMailDate } from '#core/formats/mail/date.ts';
import { decodeEncodedWords } from '#core/formats/mail/encoded-words.ts';
import { expectLinear } from '../../../linear.ts';

const short = (text: string) => mailboxesIn(text).map(({ name, address }) => `${name}|${address}`);

describe('address lists', () => {
  it.each<[string, string[]]>([
    ['Ana Ruiz <ana@example.org>', ['Ana Ruiz|ana@example.org']],
    ['ana@example.org', ['|ana@example.org']],
    ['<ana@example.org>', ['|ana@example.org']],
    ['ana@example.org (Ana Ruiz)', ['Ana Ruiz|ana@example.org']],
    ['"Ruiz, Ana" <ana@example.org>, bo@example.org', ['Ruiz, Ana|ana@example.org', '|bo@example.org']],
    ['Ruiz, Ana <ana@example.org>, Bo <bo@example.org>', ['Ruiz, Ana|ana@example.org', 'Bo|bo@example.org']],
    ['"Ana \\"Ani\\" Ruiz" <ana@example.org>', ['Ana "Ani" Ruiz|ana@example.org']],
    [
      'Friends: ana@example.org, Bo <bo@example.org>; carl@example.org',
      ['|ana@example.org', 'Bo|bo@example.org', '|carl@example.org'],
    ],
    ['undisclosed-recipients:;', []],
    ['a@example.org; b@example.org ; c@example.org', ['|a@example.org', '|b@example.org', '|c@example.org']],
    ['Ana (from (the) office) Ruiz <ana(work)@example.org(host)>', ['Ana Ruiz|ana@example.org']],
    ['Ana <@relay.test,@other.test:ana@example.org>', ['Ana|ana@example.org']],
    ['ana @ example . org', ['|ana@example.org']],
    ['Ana < ana@example.org >', ['Ana|ana@example.org']],
    ['Ana <<ana@example.org>>', ['Ana|ana@example.org']],
    ['Ana <ana@example.org', ['Ana|ana@example.org']],
    ['Ana <ana@example.org, Bo <bo@example.org>', ['Ana|ana@example.org', 'Bo|bo@example.org']],
    ['"Ana <ana@example.org>, Bo <bo@example.org>', ['Ana|ana@example.org', 'Bo|bo@example.org']],
    ['Ana ) <ana@example.org>', ['Ana|ana@example.org']],
    ['Ana ( <ana@example.org>', ['Ana|ana@example.org']],
    ['"ana ruiz"@example.org', ['|"ana ruiz"@example.org']],
    ['ana@[192.0.2.1], bo@[IPv6:2001:db8::1]', ['|ana@[192.0.2.1]', '|bo@[IPv6:2001:db8::1]']],
    ['=?utf-8?Q?Ana_Ru=C3=ADz?= <ana@example.org>', ['Ana Ruíz|ana@example.org']],
    ['=?utf-8?Q?Ruiz,_Ana?= <ana@example.org>', ['Ruiz, Ana|ana@example.org']],
    ['=?utf-8?Q?Ruiz, Ana?= <ana@example.org>', ['Ruiz, Ana|ana@example.org']],
    ['"=?utf-8?B?w4RubmE=?=" <ana@example.org>', ['Änna|ana@example.org']],
    ['Ana\r\n Ruiz\r\n\t<ana@example.org>', ['Ana Ruiz|ana@example.org']],
    ['ana@example.org <ana@example.org>', ['ana@example.org|ana@example.org']],
    ['Ana Ruiz <ana@bücher.example>', ['Ana Ruiz|ana@bücher.example']],
    ['mailto:ana@example.org', ['|ana@example.org']],
    [', ,, Ana <ana@example.org>,,', ['Ana|ana@example.org']],
    ['', []],
    ['ana@example.org bo@example.org', ['|ana@example.org', '|bo@example.org']],
    ['Ana <ana@example.org> Bo <bo@example.org>', ['Ana|ana@example.org', 'Bo|bo@example.org']],
    ['<ana@example.org><bo@example.org>', ['|ana@example.org', '|bo@example.org']],
    ['ana . ruiz @ example . org', ['|ana.ruiz@example.org']],
    ['"ana"."ruiz"@example.org', ['|"ana"."ruiz"@example.org']],
    ['Ana R. <ana@example.org>', ['Ana R.|ana@example.org']],
    ['Ana Ruiz [mailto:ana@example.org]', ['Ana Ruiz|ana@example.org']],
    ['Ana Ruiz [SMTP:ana@example.org]; bo@example.org', ['Ana Ruiz|ana@example.org', '|bo@example.org']],
    ['Ana <mailto:ana@example.org>', ['Ana|ana@example.org']],
    ['Ana <"ana@example.org">', ['Ana|ana@example.org']],
    ['Dr. Ana Ruiz, MD, PhD <ana@example.org>', ['Dr. Ana Ruiz, MD, PhD|ana@example.org']],
    ['Ana\\ Ruiz <ana@example.org>', ['Ana Ruiz|ana@example.org']],
    ['<@relay.test:ana@example.org>', ['|ana@example.org']],
  ])('reads %j', (text, expected) => expect(short(text)).toEqual(expected));
  it('gives back what it was given', () => {
    const name = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .map((text) => text.replace(/\s+/g, ' ').trim());
    const local = fc
      .stringMatching(/^[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,10}(?:\.[a-z0-9]{1,5}){0,2}$/)
      .filter((text) => !text.startsWith('=?'));
    const mailbox = fc.record({ name, local, host: fc.stringMatching(/^[a-z]{1,9}\.(?:test|example)$/) });
    fc.assert(
      fc.property(fc.array(mailbox, { maxLength: 5 }), (list) => {
        const text = list
          .map((one) => `"${one.name.replace(/["\\]/g, '\\$&')}" <${one.local}@${one.host}>`)
          .join(',\r\n ');
        const plain = list.filter((one) => !one.name.includes('=?'));
        if (plain.length < list.length) return;
        expect(short(text)).toEqual(list.map((one) => `${one.name}|${one.local}@${one.host}`));
      }),
    );
  });
  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('ab@.<>(),;:"\\=?Q \r\n[]ü')) }),
        (text) => {
          for (const { mailboxes } of parseAddressList(text)) expect(mailboxes).toBeInstanceOf(Array);
        },
      ),
      { numRuns: 2000 },
    );
  });
  it.each(['(', '<', '"', 'a@ . ', ':', '=?a?q? ', '<,', '"a" ', 'a(b)', '\\', 'x, ', '<(', '<"', '@'])(
    'takes linear time for %j',
    (piece) => expectLinear((times) => mailboxesIn(piece.repeat(times)), 400),
  );
});

describe('encoded words', () => {
  it.each([
    ['=?iso-8859-1?q?caf=E9?=', 'café'],
    ['=?utf-8?B?Y2Fmw6k=?=', 'café'],
    ['=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?=', 'café'],
    ['=?utf-8?B?4pyT?=\r\n =?utf-8?Q?_ok?=', '✓ ok'],
    ['=?utf-8?Q?a?= b =?utf-8?Q?c?=', 'a b c'],
    ['=?utf-8*de?Q?Stra=C3=9Fe?=', 'Straße'],
    ['=?koi8-r?B?8NLJ18XU?=', 'Привет'],
    ['=?iso-2022-jp?B?GyRCMnE1RBsoQg==?=', '会議'],
    ['=?gb2312?B?u+HS6Q==?=', '会议'],
    ['=?ks_c_5601-1987?B?yLjAxw==?=', '회의'],
    ['=?cp1252?Q?=80?=', '€'],
    ['=?x-nobody-knows?Q?caf=C3=A9?=', 'café'],
    ['=?x-nobody-knows?Q?caf=E9?=', 'café'],
    ['=?us-ascii?Q?caf=C3=A9?=', 'café'],
    ['=?utf-7?Q?caf+AOk-?=', 'café'],
    ['=?utf-8?Q?a=?=', 'a='],
    ['=?utf-8?X?a?=', '=?utf-8?X?a?='],
    ['=?utf-8?Q?never closed', '=?utf-8?Q?never closed'],
    ['Ana =?utf-8?Q?Ru=C3=ADz_cut_o', 'Ana Ruíz cut o'],
    ['=?utf-8?B?Q2Fmw6k?', 'Café'],
    ['Re:=?utf-8?Q?caf=C3=A9?=', 'Re:café'],
    ['[x]=?utf-8?Q?y?=', '[x] y'],
    ['=?utf-8?Q?Ana?=, Bo', 'Ana, Bo'],
  ])('reads %j as %j', (text, expected) => expect(decodeEncodedWords(text)).toBe(expected));
  it.each(['=?a?q? ', '=?', '=?utf-8?Q?a?= ', '?=', '=?a?q?x'])('takes linear time for %j', (piece) =>
    expectLinear((times) => decodeEncodedWords(piece.repeat(times)), 500),
  );
});

describe('raw eighth bits', () => {
  it('are UTF-8 where they can be, else what the body is in, else windows-1252', () => {
    expect(guessedText(new TextEncoder().encode('Ruíz'))).toBe('Ruíz');
    expect(guessedText(Uint8Array.of(82, 0xed))).toBe('Rí');
    expect(guessedText(Uint8Array.of(0xf0, 0xd2, 0xc9), 'koi8-r')).toBe('При');
    expect(charsetText(Uint8Array.of(0xe9), 'no-such-charset')).toBe('é');
  });
});

describe('dates', () => {
  it.each([
    ['Tue, 1 Jul 2003 10:52:37 +0200', '2003-07-01', '2003-07-01T08:52:37Z'],
    ['1 Jul 2003 10:52 +0200', '2003-07-01', '2003-07-01T08:52:00Z'],
    ['21 Nov 97 09:55:06 GMT', '1997-11-21', '1997-11-21T09:55:06Z'],
    ['21 Nov 07 09:55:06 EST', '2007-11-21', '2007-11-21T14:55:06Z'],
    ['Thu, 5 Mar 120 09:55:06 +0000', '2020-03-05', '2020-03-05T09:55:06Z'],
    ['Sun, 27 Oct 2002 23:57:07 EST', '2002-10-27', '2002-10-28T04:57:07Z'],
    ['Thu, 10 Jul 1997 14:53:31 EST5EDT', '1997-07-10', '1997-07-10T19:53:31Z'],
    ['Thu, 10 Jul 1997 14:53:31 K', '1997-07-10', '1997-07-10T14:53:31Z'],
    ['Thu, 10 Jul 1997 14:53:31 MET DST', '1997-07-10', '1997-07-10T12:53:31Z'],
    ['Thu, 10 Jul 1997 14:53:31 GMT+0100', '1997-07-10', '1997-07-10T13:53:31Z'],
    ['Thu, 10 Jul 1997 14:53:31', '1997-07-10', '1997-07-10T14:53:31Z'],
    ['Thu,\r\n 13 Feb 1969 23:32 -0330 (Newfoundland (Time))', '1969-02-13', '1969-02-14T03:02:00Z'],
    ['Fri Sep 16 22:26:51 +0000 2016', '2016-09-16', '2016-09-16T22:26:51Z'],
    ['Sat Jan  3 01:05:34 1996', '1996-01-03', '1996-01-03T01:05:34Z'],
    ['Tue Mar  5 10:00:00 2024 +0100', '2024-03-05', '2024-03-05T09:00:00Z'],
    ['Tue, 2024-03-05 10:00:00 +0100', '2024-03-05', '2024-03-05T09:00:00Z'],
    ['05.03.2024 10:00', '2024-03-05', '2024-03-05T10:00:00Z'],
    ['29 Feb 2024 10:00:00 +0000', '2024-02-29', '2024-02-29T10:00:00Z'],
    ['2024-03-05T10:00:00Z', '2024-03-05', '2024-03-05T10:00:00Z'],
    ['2024-03-05 10:00:00.123 +0100', '2024-03-05', '2024-03-05T09:00:00Z'],
    ['March 5, 2024 10:00:00 PM +0100', '2024-03-05', '2024-03-05T21:00:00Z'],
    ['Di, 5 März 2024 10:00:00 +0100', '2024-03-05', '2024-03-05T09:00:00Z'],
    ['Tue, 05-Mar-2024 10:00:00 +0530', '2024-03-05', '2024-03-05T04:30:00Z'],
    ['Sat, 31 Dec 2016 23:59:60 +0000', '2016-12-31', '2016-12-31T23:59:59Z'],
    [
      'by mx.test with SMTP id x;\r\n Mon, 10 Oct 2022 10:31:15 -0700 (PDT)',
      '2022-10-10',
      '2022-10-10T17:31:15Z',
    ],
  ])('reads %j', (text, day, moment) => {
    const date = readMailDate(text);
    expect(date && [dayOfMail(date), momentOfMail(date)]).toEqual([day, moment]);
  });
  it.each([
    '',
    'yesterday',
    '31 Feb 2024 10:00:00 +0000',
    '29 Feb 2023 10:00:00 +0000',
    '3/5/2024 10:00:00',
    '7 Bog 2026 10:00:00',
    '1 Jul 2003 25:00:00 +0000',
    '(1 Jul 2003 10:00:00',
  ])('makes no date of %j', (text) => expect(readMailDate(text)).toBeUndefined());
  it.each(['(', '1 ', 'Mon, ', ' '])('takes linear time for %j', (piece) =>
    expectLinear((times) => readMailDate(piece.repeat(times)), 2000),
  );
});
