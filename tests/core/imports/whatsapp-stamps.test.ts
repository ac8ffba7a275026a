// The same chat as twenty telephones write it: the day is the same, whatever the country's clock looks like.
import { describe, expect, it } from 'vitest';
import { read } from '#tests/fixtures/reading.ts';

describe('a chat of the thirteenth of June', () => {
  it.each([
    '[13.06.26, 12:34:56]',
    '13/06/2026, 12:34 p. m. -',
    '6/13/26, 12:34\u202fPM -',
    '2026/06/13 12:34 -',
    '13-06-2026 12:34 -',
    '13/6/26 12:34 -',
    '[2026-06-13, 12:34:56 PM]',
    '13/06/2026 à 12:34 -',
    '13.6.2026 klo 12.34 -',
    '2026. 6. 13. 오후 12:34 -',
    '[13/06/26 12:34:56 μ.μ.]',
    '2026/6/13 下午12:34 -',
    '13.06.2026 kl. 12.34 -',
    '١٣\u200f/٦\u200f/٢٠٢٦، ١٢:٣٤ م -',
    '[2026/6/13 12:34:56]',
    '13.06.26 г., 12:34 ч. -',
    '2026-06-13 12:34 -',
    '[13-06-26 12:34:56]',
    '13/06/2026, 12.34 -',
    '2026年6月13日 12:34 -',
    '13 Jun 2026, 12:34 -',
  ])('whose lines begin with %s', (stamp) => {
    const text = `${stamp} Ana Ruiz: hi\n${stamp} Olive Owner: hello: there\nmore\n${stamp} Ana Ruiz: again\n`;
    const { parsed } = read(text, 'WhatsApp Chat with Ana Ruiz.txt', {
      ownerNames: new Set(['olive owner']),
    });
    expect(parsed?.contacts.map(({ fn }) => fn)).toEqual(['Ana Ruiz']);
    expect(parsed?.evidence).toMatchObject([{ kind: 'chat_two_way', on: '2026-06-13', count: 3 }]);
  });
});
