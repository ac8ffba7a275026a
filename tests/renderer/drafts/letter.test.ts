import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailFile, mailWay, roomLeft } from '#renderer/drafts/letter.ts';

const to = [{ fn: 'Ada Example', email: 'ada@example.org' }];

describe('a letter', () => {
  it('counts UTF-16 code units, as LinkedIn does', () => {
    expect(roomLeft('👋 hi', 10)).toBe(5);
    expect(roomLeft('x'.repeat(11), 10)).toBe(-1);
  });

  it('can be handed to a mail program with its address, subject and body', () => {
    const way = mailWay({ to, subject: 'Hello', body: 'one\ntwo' });
    expect(way).toEqual({ kind: 'link', href: 'mailto:ada@example.org?subject=Hello&body=one%0D%0Atwo' });
  });

  it.each([
    ['no address', { to: [{ fn: 'Ada', email: ' ' }], subject: '', body: '' }, 'no_address'],
    [
      'something that is no address',
      { to: [{ fn: 'Ada', email: 'ada at home' }], subject: '', body: '' },
      'bad_address',
    ],
    ['a text no link holds', { to, subject: '', body: 'x'.repeat(1900) }, 'too_long'],
  ] as const)('with %s cannot, and says why', (_, letter, kind) => {
    expect(mailWay(letter)).toEqual({ kind });
  });

  it('never makes a link longer than mail programs take', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3000, unit: 'grapheme' }), (body) => {
        const way = mailWay({ to, subject: 'Hi', body });
        return way.kind === 'too_long' || (way.kind === 'link' && way.href.length <= 1800);
      }),
    );
  });

  it('is saved for those who have an address', () => {
    expect(mailFile({ to: [...to, { fn: 'Bo', email: '' }], subject: 's', body: 'b' })).toEqual({
      to,
      cc: [],
      bcc: [],
      subject: 's',
      body: 'b',
    });
  });
});
