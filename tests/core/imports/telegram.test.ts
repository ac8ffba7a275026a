// Telegram Desktop's result.json: contacts, and who wrote in which chat.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise } from '#core/imports/formats.ts';
import { anEntry, aReadingContext, read } from '../../fixtures/reading.ts';
import { saidIn } from '../../fixtures/said-in.ts';

const OWNER = { ownerEmails: new Set<string>(), ownerNames: new Set(['olive owner']) };
const said = (value: unknown, context: object = OWNER) =>
  saidIn(read(JSON.stringify(value), 'result.json', context))
    .trim()
    .split('\n')
    .slice(1);

let id = 0;
const message = (from: string | null, fromId: string, day: string, type = 'message') => ({
  id: ++id,
  type,
  date: `${day}T15:05:00`,
  from,
  from_id: fromId,
  text: 'Secret words',
});
const ME = {
  user_id: 1,
  first_name: 'Olive',
  last_name: 'Owner',
  phone_number: '+34 600 99 99 99',
  username: '@olive',
};
const account = (chats: readonly object[], contacts: readonly object[] = [], me: object = ME) => ({
  about: 'Here is the data you requested.',
  personal_information: me,
  contacts: { about: 'x', list: contacts },
  chats: { about: 'x', list: chats },
});
const ofTwo = {
  name: 'Ana',
  type: 'personal_chat',
  id: 2,
  messages: [
    message('Ana', 'user2', '2024-09-07'),
    message('Olive Owner', 'user1', '2024-09-09'),
    message('Ana', 'user2', '2024-09-10'),
  ],
};

describe('a whole account', () => {
  it('is its contacts under the names the owner gave them, and chats of two, without a word of them', () => {
    const contacts = [
      { user_id: 2, first_name: 'Ana', last_name: 'Ruiz', phone_number: '0034600112233', date: 'x' },
      { user_id: 0, first_name: '', last_name: '', phone_number: '+34600112299' },
      { first_name: '', last_name: '', phone_number: '' },
    ];
    expect(said(account([ofTwo], contacts))).toEqual([
      'Ana Ruiz [Ruiz;Ana]',
      '  TEL;cell: +34600112233',
      '+34600112299 []',
      '  TEL;cell: +34600112299',
      'TIE chat_two_way Ana Ruiz <+34600112233> 2024-09-09 ×3',
      'OWNER Olive Owner',
      '! line 1: NO_NAME',
    ]);
    expect(JSON.stringify(read(JSON.stringify(account([ofTwo])), 'result.json', OWNER))).not.toMatch(
      /Secret/,
    );
  });

  it('has groups, but nobody of channels, bots, saved messages, deleted accounts and crowds', () => {
    const group = (type: string, messages: readonly object[]) => ({ name: 'Potters', type, id: 9, messages });
    const three = [
      message('Olive Owner', 'user1', '2024-01-03'),
      message('Bo Lind', 'user3', '2024-01-02'),
      message('Cy Dunn', 'user4', '2024-01-01'),
      message(null, 'user5', '2024-01-01'),
      message('Potters', 'channel9', '2024-01-01'),
      message('Dee Day', 'user6', '2024-01-01', 'service'),
    ];
    const crowd = Array.from({ length: 31 }, (_, at) =>
      message(`P${at} Test`, `user${100 + at}`, '2024-01-01'),
    );
    const chats = [
      group('private_supergroup', three),
      group('public_channel', three),
      group('saved_messages', three),
      { ...ofTwo, type: 'bot_chat' },
      group('public_supergroup', crowd),
    ];
    expect(said(account(chats))).toEqual([
      'Bo Lind [Lind;Bo]',
      'Cy Dunn [Dunn;Cy]',
      'TIE group_chat Bo Lind <> 2024-01-02 ×2 Potters',
      'TIE group_chat Cy Dunn <> 2024-01-01 ×2 Potters',
      'TIE group_chat Bo Lind <> Cy Dunn <> 2024-01-01 ×2 Potters',
      'OWNER Olive Owner',
      '! line 1: CROWD',
    ]);
  });
});

describe('one chat alone', () => {
  it.each([
    ['by the owner’s name', OWNER],
    ['by whom the chat is with', {}],
  ])('tells who is who %s', (_, context) => {
    expect(said(ofTwo, context)).toEqual([
      'Ana [;Ana]',
      'TIE chat_two_way Ana <> 2024-09-09 ×3',
      'OWNER Olive Owner',
    ]);
  });
  it('of strangers is people without ties', () => {
    const strangers = { ...ofTwo, id: 7, name: 'Somebody' };
    expect(said(strangers, {})).toEqual(['Ana [;Ana]', 'Olive Owner [Owner;Olive]']);
  });
  it('of before 2021 has plain numbers', () => {
    const old = {
      name: 'Ana',
      type: 'personal_chat',
      id: 2,
      messages: [
        { ...message('Ana', '', '2020-01-01'), from_id: 2 },
        { ...message('Olive Owner', '', '2020-01-02'), from_id: 1 },
      ],
    };
    expect(said(old, {})).toEqual([
      'Ana [;Ana]',
      'TIE chat_two_way Ana <> 2020-01-01 ×2',
      'OWNER Olive Owner',
    ]);
  });
});

describe('recognising', () => {
  const kindOf = (text: string) => recognise(anEntry(text, 'result.json'))?.kind;
  it('goes by the content', () => {
    expect(kindOf(JSON.stringify(account([])))).toBe('telegram');
    expect(kindOf(JSON.stringify(ofTwo, undefined, 1))).toBe('telegram');
    expect(kindOf(`{"contacts": {"about": "x", "list": []}}`)).toBe('telegram');
  });
  it.each([
    '{"contacts": {"list": [{"name": "Ana"}]}}',
    '{"name": "Ana", "type": "person", "id": 1}',
    '{"chats": []}',
    '{"name": "a chat", "messages": []}',
  ])('does not take %s', (text) => expect(kindOf(text)).not.toBe('telegram'));
});

it('is total, wherever the file ends or is damaged', () => {
  const text = JSON.stringify(account([ofTwo]));
  fc.assert(
    fc.property(fc.nat(text.length), fc.string({ maxLength: 3 }), (at, rubbish) => {
      const entry = anEntry(text.slice(0, at) + rubbish + text.slice(at + 1), 'result.json');
      recognise(entry, { kind: 'telegram' })?.parse(aReadingContext());
    }),
  );
});
