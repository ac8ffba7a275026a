import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadingContext } from '#core/imports/source-format.ts';
import { whatsAppFormat } from '#core/imports/sources/whatsapp.ts';
import { chatDates } from '#core/imports/sources/whatsapp-dates.ts';
import { readChatLine } from '#core/imports/sources/whatsapp-lines.ts';
import { expectLinear } from '#tests/linear.ts';
import { codes, readAs, recognises } from '#tests/fixtures/import-entry.ts';

const NAME = 'WhatsApp Chat with Ana Ruiz.txt';
const read = (text: string, known: Partial<ReadingContext> = {}, name = NAME) =>
  readAs(whatsAppFormat, name, text, { now: '2026-12-31T12:00', ...known });
const people = (text: string, known: Partial<ReadingContext> = {}, name = NAME) =>
  read(text, known, name).contacts.map(({ line, fn, properties }) =>
    [line, fn, ...properties.map(({ name: key, value }) => `${key}=${value}`)].join(' | '),
  );
const facts = (text: string, known: Partial<ReadingContext> = {}, name = NAME) =>
  (read(text, known, name).evidence ?? []).map(({ kind, person, other, on, count, text: said }) =>
    [kind, person.fn, other?.fn ?? '', on ?? '', count, said].join(' | '),
  );
const olive = { ownerNames: new Set(['olive owner']) };
const lines = (...all: string[]) => `${all.join('\n')}\n`;

const dayOf = (line: string, region?: string) => {
  const stamp = readChatLine(line)?.stamp;
  return stamp && chatDates([stamp], '2026-12-31', region)(stamp);
};

describe('one line', () => {
  it.each([
    ['[13/06/2026, 12:34:56] Ana Ruiz: Hi', 'Ana Ruiz', '2026-06-13'],
    ['\u200e[13/06/2026, 12:34:56] Ana Ruiz: \u200eimage omitted', 'Ana Ruiz', '2026-06-13'],
    ['[2026/07/01 12:34:56] Ana Ruiz: Hi', 'Ana Ruiz', '2026-07-01'],
    ['[13.06.26, 12:34:56] Ana Ruiz: Hi', 'Ana Ruiz', '2026-06-13'],
    ['[2026-06-13 12:34:56] Ana Ruiz: Hi', 'Ana Ruiz', '2026-06-13'],
    ['[6/13/26, 9:34:56\u202fAM] Ana Ruiz: Hi', 'Ana Ruiz', '2026-06-13'],
    ['[13/6/26 9:34:56 p. m.] ~\u202fAna Ruiz: Hi', 'Ana Ruiz', '2026-06-13'],
    ['13/6/2026, 12:34 - Ana Ruiz: Hi', 'Ana Ruiz', '2026-06-13'],
    ['13/06/26, 9:34 pm - Ana Ruiz: Hi', 'Ana Ruiz', '2026-06-13'],
    ['28/3/2025, 9:29 p. m. - Ana: x', 'Ana', '2025-03-28'],
    ['13.06.26, 12:34 - Ana Ruiz: Hi', 'Ana Ruiz', '2026-06-13'],
    ['2026-06-13, 5:46 p.m. - Ana Ruiz: Hi', 'Ana Ruiz', '2026-06-13'],
    ['13.6.2026 klo 12.34 - Ana Ruiz: Hi', 'Ana Ruiz', '2026-06-13'],
    ['13.06.26 г., 12:34 - Ana Ruiz: Hi', 'Ana Ruiz', '2026-06-13'],
    ['2026. 6. 13. 오후 1:23 - Ana Ruiz: Hi', 'Ana Ruiz', '2026-06-13'],
    ['2026/6/13 下午1:23 - Ana Ruiz: Hi', 'Ana Ruiz', '2026-06-13'],
    ['2026年6月13日 13:23 - Ana Ruiz: Hi', 'Ana Ruiz', '2026-06-13'],
    ['2026. 06. 13. 13:23 - Ana Ruiz: Hi', 'Ana Ruiz', '2026-06-13'],
    ['١٣\u200f/٦\u200f/٢٠٢٦، ١:٢٣ م - \u202bآنا رويز\u202c: س', 'آنا رويز', '2026-06-13'],
    ['13/6/2569 12:34 - Ana Ruiz: Hi', 'Ana Ruiz', '2026-06-13'],
    ['[2026-06-13 21 h 07 min 08 s] Ana Ruiz: Hi', 'Ana Ruiz', '2026-06-13'],
    ['[21:07:08, 13/6/2026] Ana Ruiz: Hi', 'Ana Ruiz', '2026-06-13'],
    ['Jun 13, 2026, 9:07 PM - Ana Ruiz: Hi', 'Ana Ruiz', '2026-06-13'],
    ['13 de junio de 2026, 21:07 - Ana Ruiz: Hi', 'Ana Ruiz', '2026-06-13'],
    ['13. Juni 21:07 - Ana Ruiz: Hi', 'Ana Ruiz', undefined],
    ['6/13/26, 1:59:59 PM: Ana Ruiz: Hi', 'Ana Ruiz', '2026-06-13'],
    ['13/6/2026, 12:34 - \u202a+34 600 11 22 33\u202c: Hi: there', '+34 600 11 22 33', '2026-06-13'],
    ['13/6/2026, 12:34 - Ana Ruiz:', 'Ana Ruiz', '2026-06-13'],
    ['13/6/2026, 12:34 - Messages and calls are end-to-end encrypted.', undefined, '2026-06-13'],
    ['13/6/2026, 12:34 - Nachrichten sind Ende-zu-Ende-verschlüsselt.', undefined, '2026-06-13'],
  ])('reads %s', (line, sender, day) => {
    expect(readChatLine(line)?.sender).toBe(sender);
    expect(dayOf(line)).toBe(day);
  });
  it.each([
    'Hi there',
    '',
    '12:34 Ana: x',
    '[link] Ana: x',
    '- Ana: x',
    'On 13/6/2026, 12:34 - Ana: x',
    'Item 3, 12:34 - Ana: x',
    '1/2/3 - Ana: x',
  ])('takes %j for the rest of a message', (line) => expect(readChatLine(line)).toBeUndefined());
  it('W02: an ambiguous day is what is usual in the country, or where AM and PM are written', () => {
    expect(dayOf('3/4/26, 9:00 - A: x')).toBe('2026-04-03');
    expect(dayOf('3/4/26, 9:00 - A: x', 'US')).toBe('2026-03-04');
    expect(dayOf('3/4/26, 9:00 AM - A: x')).toBe('2026-03-04');
    expect(dayOf('3/4/26, 9:00 am - A: x', 'AU')).toBe('2026-04-03');
    expect(dayOf('30/2/26, 9:00 - A: x')).toBeUndefined();
  });
});

const IOS = lines(
  '[13/06/2026, 12:34:56] Ana Ruiz: \u200eMessages and calls are end-to-end encrypted.',
  '[13/06/2026, 12:34:57] Ana Ruiz: Secret words',
  'in two lines: yes',
  '',
  '[14/06/2026, 09:00:00] Olive Owner: Hello',
  '\u200e[15/06/2026, 09:00:00] Olive Owner: \u200eimage omitted',
);

describe('a chat of two', () => {
  it('W01: is one contact and one fact, and no words', () => {
    expect(people(IOS, olive)).toEqual(['1 | Ana Ruiz']);
    expect(facts(IOS, olive)).toEqual(['chat_two_way | Ana Ruiz |  | 2026-06-13 | 3 | ']);
    expect(JSON.stringify(read(IOS, olive))).not.toMatch(/Secret|Hello|encrypted/);
    expect(read(IOS, olive).owner?.fn).toBe('Olive Owner');
  });
  it('tells the owner by the chat’s name, too', () => {
    expect(facts(IOS)).toHaveLength(1);
    expect(facts(IOS, {}, 'WhatsApp Chat - Ana Ruiz/_chat.txt')).toHaveLength(1);
    expect(facts(IOS, {}, 'WhatsApp-Chat mit Ana Ruiz.txt')).toHaveLength(1);
  });
  it.each([
    'WhatsApp Chat with Ana Ruiz (1).txt',
    'Czat WhatsApp z użytkownikiem Ana Ruiz.txt',
    'Ana Ruiz ile WhatsApp Sohbeti.txt',
    '与Ana Ruiz的WhatsApp聊天.txt',
    'Ana Ruiz님과의 WhatsApp 대화.txt',
    'WhatsApp Chat - Ana Ruiz.zip/_chat.txt',
  ])('knows whom %s is with', (name) => {
    const text = lines('13/6/26, 12:34 - Ana Ruiz: x', '14/6/26, 12:34 - Bo Lind: y');
    expect(facts(text, {}, name)).toEqual(['chat_two_way | Ana Ruiz |  | 2026-06-13 | 2 | ']);
  });
  it('knows whom a chat with a number is with, although file names have fewer signs', () => {
    const text = lines('13/6/26, 12:34 - +1 (555) 010-0100: x', '14/6/26, 12:34 - Bo Lind: y');
    expect(facts(text, {}, 'WhatsApp Chat with +1 555 010-0100.txt')).toHaveLength(1);
  });
  it('keeps both and says nothing when the owner cannot be told', () => {
    expect(people(IOS, {}, '_chat.txt')).toEqual(['1 | Ana Ruiz', '5 | Olive Owner']);
    expect(facts(IOS, {}, '_chat.txt')).toEqual([]);
  });
  it('a number for a name is a number', () => {
    const text = lines('13/6/2026, 12:34 - +34 600 11 22 33: Hi', '13/6/2026, 12:35 - Olive Owner: Hi');
    expect(people(text, olive)).toEqual(['1 | +34 600 11 22 33 | TEL=+34 600 11 22 33']);
    expect(read(text, olive).evidence?.[0]).toMatchObject({
      kind: 'chat_two_way',
      person: { tel: '+34 600 11 22 33' },
    });
  });
  it('of whom one never wrote is nobody', () => {
    const text = lines(
      '[13/06/2026, 12:34:56] Ana Ruiz: \u200eMessages are encrypted.',
      '[13/06/2026, 12:34:57] Olive Owner: Hi',
    );
    expect(people(text, olive)).toEqual([]);
    expect(facts(text, olive)).toEqual([]);
  });
});

describe('a group', () => {
  const group = (...senders: string[]) =>
    lines(
      '12/6/2026, 12:00 - Messages and calls are end-to-end encrypted.',
      '12/6/2026, 12:00 - Ana Ruiz created group "Climbers: the club"',
      '12/6/2026, 12:01 - Ana Ruiz changed the group description to: meet at noon',
      ...senders.map((sender) => `13/6/2026, 12:34 - ${sender}: <Media omitted>`),
    );
  const GROUP = 'WhatsApp Chat with Climbers.txt';
  it('ties everybody who wrote, the owner too', () => {
    const text = group('Ana Ruiz', 'Olive Owner', 'Ana Ruiz', 'Bo Li', 'Meta AI');
    expect(people(text, olive, GROUP)).toEqual(['4 | Ana Ruiz', '7 | Bo Li']);
    expect(facts(text, olive, GROUP).sort()).toEqual([
      'group_chat | Ana Ruiz |  | 2026-06-13 | 3 | Climbers',
      'group_chat | Ana Ruiz | Bo Li | 2026-06-13 | 3 | Climbers',
      'group_chat | Bo Li |  | 2026-06-13 | 2 | Climbers',
    ]);
  });
  it('ties the eight busiest only, and nobody in a crowd', () => {
    const many = Array.from({ length: 12 }, (_, at) => `P${at} Doe`);
    expect(facts(group(...many, 'Olive Owner'), olive, GROUP)).toHaveLength((8 * 7) / 2);
    const crowd = Array.from({ length: 31 }, (_, at) => `P${at} Doe`);
    expect(facts(group(...crowd, 'Olive Owner'), olive, GROUP)).toEqual([]);
    expect(codes(read(group(...crowd, 'Olive Owner'), olive, GROUP).issues)).toEqual(['0 CROWD']);
  });
  it('in which two wrote is still a group', () => {
    expect(facts(group('Ana Ruiz', 'Olive Owner'), olive, GROUP)).toEqual([
      'group_chat | Ana Ruiz |  | 2026-06-13 | 2 | Climbers',
    ]);
  });
});

describe('dates of a whole chat', () => {
  const newest = (...stamps: string[]) =>
    read(lines(...stamps.map((stamp, at) => `${stamp} - ${at % 2 ? 'Olive Owner' : 'Ana Ruiz'}: x`)), olive)
      .evidence?.[0]?.on;
  it('W02: one day above twelve decides for all', () => {
    expect(newest('3/4/26, 9:00', '3/4/26, 9:00', '13/4/26, 9:00', '13/4/26, 9:00')).toBe('2026-04-13');
    expect(newest('3/4/26, 9:00', '3/4/26, 9:00', '4/13/26, 9:00', '4/13/26, 9:00')).toBe('2026-04-13');
  });
  it('W02: so does the order in time', () => {
    expect(newest('1/2/26, 9:00', '1/2/26, 9:00', '2/1/26, 9:00', '2/1/26, 9:00')).toBe('2026-02-01');
    expect(
      newest('24/03/05, 9:00', '24/03/05, 9:00', '24/04/01, 9:00', '25/01/02, 9:00', '25/01/02, 9:00'),
    ).toBe('2025-01-02');
  });
});

describe('recognising', () => {
  const two = lines('13/6/2026, 12:34 - Ana: x', '13/6/2026, 12:35 - Bo: x');
  it('goes by the lines, not by the name', () => {
    expect(recognises(whatsAppFormat, 'talk.txt', two)).toBe('whatsapp-chat');
    expect(recognises(whatsAppFormat, 'x.txt', IOS)).toBe('whatsapp-chat');
    // Dated as programs date their diaries, but a picture was left out.
    const swedish = lines('2026-06-13 12:34 - Ana: Hej', '2026-06-13 12:35 - Bo: <Media har utelämnats>');
    expect(recognises(whatsAppFormat, 'x.txt', swedish)).toBe('whatsapp-chat');
  });
  it.each([
    ['app.log', two],
    ['app.txt', lines('2026-06-13 12:34:56 - server: started', '2026-06-13 12:34:57 - server: ready')],
    ['app.txt', lines('2026-06-13 12:34:56 - server: <started 12>', '2026-06-13 12:34:57 - server: <0x1f>')],
    ['app.txt', lines('[2026-06-13 12:34:56] local.ERROR: x', '[2026-06-13 12:34:57] local.INFO: y')],
    ['notes.txt', lines('13/6/2026 we met', 'Ana: said hello')],
    ['mail.txt', lines('From: Ana', 'Date: 13/6/2026, 12:34', '', 'x')],
    ['a.txt', ''],
  ])('does not take %s for a chat', (name, text) => {
    expect(recognises(whatsAppFormat, name, text)).toBeUndefined();
  });
  it('shows the first stamp and not a word', () => {
    expect(
      whatsAppFormat.recognise({ name: 'x.txt', bytes: Buffer.of(), text: () => two, head: two }, {})
        ?.because,
    ).toBe('13/6/2026, 12:34');
  });
});

it('never throws, and takes time in proportion', () => {
  const piece = fc.constantFrom(
    '13/6/2026, 12:34 - ',
    '[',
    ']',
    'Ana',
    ': ',
    '\n',
    '\u200e',
    '\ud800',
    '١',
    ' - ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
      const text = `13/6/2026, 12:34 - A: x\n${pieces.join('')}`;
      const { contacts } = read(text, { ...olive, reading: { kind: 'whatsapp-chat' } });
      for (const { fn } of contacts) expect(fn).not.toBe('');
    }),
    { numRuns: 500 },
  );
  expectLinear(
    (times) =>
      read(lines(...Array.from({ length: times }, (_, at) => `13/6/2026, 12:34 - P${at} Doe: x`)), olive),
    40,
  );
  expectLinear((times) => read(`13/6/2026, 12:34 - A: x\n${'a: - ['.repeat(times)}`, olive), 400);
});
