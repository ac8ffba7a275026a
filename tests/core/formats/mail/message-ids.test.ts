import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTo, isMessageId, messageIdsIn, threadOf } from '#core/formats/mail/message-ids.ts';

describe('messageIdsIn', () => {
  it.each<[string, readonly string[]]>([
    ['<1@a.example>', ['<1@a.example>']],
    ['  <1@a.example>\n\t<2@a.example>\r\n <1@a.example> ', ['<1@a.example>', '<2@a.example>']],
    ['<1@a.example><2@a.example>', ['<1@a.example>', '<2@a.example>']],
    ['<CAF+x=y_z/9-a@mail.example.org>', ['<CAF+x=y_z/9-a@mail.example.org>']],
    ['<20260303T10:15:00.1@a.example>', ['<20260303T10:15:00.1@a.example>']],
    ['<"quo>ted"@a.example>', []],
    ['<"quoted"@a.example>', ['<"quoted"@a.example>']],
    ['<1@[192.0.2.1]>', ['<1@[192.0.2.1]>']],
    // Comments, nested and with quoted signs, are none of it; nor are phrases.
    ['(was <evil@a.example> (and <worse@a.example>) \\) <x@a.example>) <1@a.example>', ['<1@a.example>']],
    ['"Ana <not@a.example>" <1@a.example>', ['<1@a.example>']],
    ['Your letter of 3 March <1@a.example>, thanks', ['<1@a.example>']],
    ['<a <1@a.example>', ['<1@a.example>']],
    ['1@a.example', []],
    ['<1@a.example', []],
    ['<no-at-sign>', []],
    ['<a@b@c>', []],
    ['<@a.example>', []],
    ['<1@>', []],
    ['<>', []],
    ['<1 2@a.example>', []],
    ['<1@a.example\r\nBcc: evil@example.test>', []],
    ['<1\u0000@a.example>', []],
    ['<ünï@a.example>', []],
    ['<1@a.example\u2028x>', []],
    [`<${'x'.repeat(10_000)}@a.example>`, []],
    ['(never closed <1@a.example>', []],
    ['', []],
  ])('of %j are %j', (field, ids) => {
    expect(messageIdsIn(field)).toEqual(ids);
  });

  it('reads the beginning and the end of what goes on forever, and joins no halves', () => {
    const ids = Array.from({ length: 20_000 }, (_, at) => `<${at}@a.example>`);
    const found = messageIdsIn(ids.join(' '));
    expect(found[0]).toBe('<0@a.example>');
    expect(found.at(-1)).toBe('<19999@a.example>');
    expect(found.filter((id) => !ids.includes(id))).toEqual([]);
    for (const flood of ['<'.repeat(100_000), '('.repeat(100_000), '"'.repeat(99_999), '<@'.repeat(50_000)])
      expect(messageIdsIn(flood)).toEqual([]);
  });

  it('answers nothing that could begin another field, whatever it is given', () => {
    const odd = fc.constantFrom(
      '<',
      '>',
      '@',
      '(',
      ')',
      '"',
      '\\',
      '\r\n',
      '\0',
      ' ',
      '\t',
      'a',
      '.',
      'ü',
      '[',
      ']',
    );
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 40 }), (signs) => {
        for (const id of messageIdsIn(signs.join(''))) {
          expect(isMessageId(id)).toBe(true);
          expect(id).toMatch(/^<[\x21-\x7e]+@[\x21-\x7e]+>$/);
          expect(messageIdsIn(id)).toEqual([id]);
        }
      }),
      { numRuns: 5000 },
    );
  });
});

describe('threadOf', () => {
  const of = (messageId: string | readonly string[], references = '', inReplyTo = '') =>
    threadOf({ messageId: [messageId].flat(), references, inReplyTo });

  it('is the letter with those before it (RFC 5322 §3.6.4)', () => {
    expect(of('<3@a.example>', '<1@a.example> <2@a.example>', '<2@a.example>')).toEqual({
      messageId: '<3@a.example>',
      references: ['<1@a.example>', '<2@a.example>'],
    });
    expect(of('<2@a.example>', '', '<1@a.example>')).toEqual({
      messageId: '<2@a.example>',
      references: ['<1@a.example>'],
    });
    expect(of('<3@a.example>', '', '<1@a.example> <2@a.example>')?.references).toEqual([]);
    expect(of('<1@a.example>', '<1@a.example>')?.references).toEqual([]);
    expect(of('(mine) <1@a.example> (really)')?.messageId).toBe('<1@a.example>');
  });

  it('is none where nobody could say which letter is meant', () => {
    expect(of('')).toBeUndefined();
    expect(of([])).toBeUndefined();
    expect(of('1@a.example')).toBeUndefined();
    expect(of('<1@a.example> <2@a.example>')).toBeUndefined();
    expect(of(['<1@a.example>', '<2@a.example>'])).toBeUndefined();
    expect(of(['<1@a.example>', ''])).toBeUndefined();
  });

  it('keeps of a long one its first letter and the newest', () => {
    const ids = Array.from({ length: 60 }, (_, at) => `<${at}@a.example>`);
    const references = of('<new@a.example>', ids.join(' '))?.references;
    expect(references).toEqual([ids[0], ...ids.slice(41)]);
  });

  it('is what an answer carries, the answered letter last', () => {
    expect(answerTo({ messageId: '<2@a.example>', references: ['<1@a.example>', '<2@a.example>'] })).toEqual({
      inReplyTo: '<2@a.example>',
      references: ['<1@a.example>', '<2@a.example>'],
    });
  });
});
