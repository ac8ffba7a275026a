import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailbox } from '#core/exports/mailboxes.ts';
import { mailboxesIn } from '#core/formats/mail/addresses.ts';

describe('an address for the head of a letter', () => {
  it.each([
    ['Ana Ruiz', 'Ana Ruiz <a@example.org>'],
    ['Zoë Ångström', 'Zoë Ångström <a@example.org>'],
    ['李 博文', '李 博文 <a@example.org>'],
    ['Falk, Bo', '"Falk, Bo" <a@example.org>'],
    ['J. P. Okafor', '"J. P. Okafor" <a@example.org>'],
    ['The "Captain" \\ Marsh', String.raw`"The \"Captain\" \\ Marsh" <a@example.org>`],
    ['', 'a@example.org'],
    ['a@example.org', 'a@example.org'],
  ])('%s', (fn, written) => {
    expect(mailbox(fn, 'a@example.org')).toBe(written);
  });

  it('brings no other recipient, whatever the name says', () => {
    for (const fn of ['x <b@example.org>,', 'x\r\nBcc: b@example.org', '"', '\\', 'a (', ';b:', '\u202e<gro'])
      expect(mailbox(fn, 'a@example.org')).not.toMatch(/[\r\n\u202e]/u);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (fn) => {
        const read = mailboxesIn(mailbox(fn, 'a@example.org'));
        expect(read.map(({ address }) => address)).toEqual(['a@example.org']);
      }),
    );
  });
});
