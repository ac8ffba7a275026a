import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facebookFormat } from '#core/imports/sources/facebook.ts';
import { codes, readAs, readIfAny, recognises } from '#tests/fixtures/import-entry.ts';

/** As Facebook writes it: every byte of UTF-8 a letter, escaped. */
const broken = (text: string) =>
  Array.from(Buffer.from(text, 'utf8'), (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : `\\u${byte.toString(16).padStart(4, '0')}`,
  ).join('');

const friends = (name: string, text: string) => {
  const { contacts, issues } = readAs(facebookFormat, name, text);
  return [
    ...contacts.map(({ line, fn, n, properties }) =>
      [
        line,
        fn,
        `${n.given}/${n.family}`,
        ...properties.map(({ name: key, value }) => `${key}=${value}`),
      ].join(' | '),
    ),
    ...codes(issues),
  ];
};

describe('facebookFormat', () => {
  it('F01: reads names and since when, and repairs the letters', () => {
    const text = `{\n  "friends_v2": [\n    {\n      "name": "${broken('José Núñez')}",\n      "timestamp": 1600000000\n    },\n    {"name": "${broken('王小明')}"}\n  ]\n}`;
    expect(friends('your_friends.json', text)).toEqual([
      '3 | José Núñez | José/Núñez | X-FACEBOOK-FRIEND-SINCE=2020-09-13',
      '7 | 王小明 | 小明/王',
    ]);
  });
  it('reads the older list with contact details', () => {
    const text =
      '{"friends":[{"name":"Ana Ruiz","timestamp":1500000000,"contact_info":"ana@example.org"},{"name":"Bo Li","contact_info":"+34 600 11 22 33"}]}';
    expect(friends('friends.json', text)).toEqual([
      '1 | Ana Ruiz | Ana/Ruiz | X-FACEBOOK-FRIEND-SINCE=2017-07-14 | EMAIL=ana@example.org',
      '1 | Bo Li | Bo/Li | TEL=+34 600 11 22 33',
    ]);
  });
  it('reads the newest list with labels, in any language', () => {
    const one = (label: string) =>
      `{"timestamp":1600000000,"media":[],"label_values":[{"label":"URL","value":"https://example.org"},{"label":"${label}","value":"Ana Ruiz"}],"fbid":"1"}`;
    for (const label of ['Name', 'Nom', broken('Имя')])
      expect(friends('your_friends.json', `[${one(label)}]`)).toEqual([
        '1 | Ana Ruiz | Ana/Ruiz | X-FACEBOOK-FRIEND-SINCE=2020-09-13',
      ]);
  });
  it('reads the page', () => {
    const html =
      '<html><head><title>Your friends</title><style>.a{color:red}</style></head><body>\n<div>Your friends</div>' +
      '<div class="_a"><h2>Jos&#233; N&#xfa;&amp;Co</h2>\n<div>Sep 13, 2020 1:22 pm</div></div><div><h2>Bo Li</h2><div>14 juil. 2017 10:00</div></div></body></html>';
    expect(friends('your_friends.html', html)).toEqual([
      '2 | José Nú&Co | José/Nú&Co | X-FACEBOOK-FRIEND-SINCE=2020-09-13',
      '3 | Bo Li | Bo/Li | X-FACEBOOK-FRIEND-SINCE=2017-07-14',
    ]);
  });
  it('says who is gone, who has no name, and where the file was cut off', () => {
    const text =
      '{"friends_v2":[{"name":"Facebook user"},\n{"timestamp":1},\n{"name":"Ana Ruiz"},{"name":"Bo';
    expect(friends('friends.json', text)).toEqual([
      '3 | Ana Ruiz | Ana/Ruiz',
      '3 CUT_OFF',
      '1 UNAVAILABLE_MEMBER',
      '2 NO_NAME',
      '3 NO_NAME',
    ]);
  });
  it.each([
    ['removed_friends.json', '{"deleted_friends_v2":[{"name":"Ana Ruiz"}]}'],
    ['sent_friend_requests.json', '{"sent_requests_v2":[{"name":"Ana Ruiz"}]}'],
    ['people.json', '{"people":[{"name":"Ana Ruiz"}]}'],
    ['posts.json', '[{"label_values":[{"label":"Name","value":"Ana"}]}]'],
    ['page.html', '<html>Ana</html>'],
  ])('does not take %s for friends', (name, text) => {
    expect(recognises(facebookFormat, name, text)).toBeUndefined();
  });
  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const start of ['{"friends_v2":[{"name":', '<html>'])
          readIfAny(facebookFormat, 'your_friends.json', start + text, {
            reading: { kind: 'facebook-friends' },
          });
      }),
    );
  });
});
