import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailKey, linkedInKey, linkedInUrl, looksLikeEmail, telKey } from '#core/contacts/identity.ts';

describe('what nearly everybody writes', () => {
  // With a blank before it, it goes the long way.
  it('is the key of an address that the long way finds', () => {
    const part = fc.stringMatching(/^[a-z0-9._+-]{1,12}$/);
    const domain = fc.stringMatching(/^[a-z0-9-]{1,8}(?:\.[a-z0-9-]{0,5}){0,3}$/);
    fc.assert(
      fc.property(part, domain, (local, host) => {
        const email = `${local}@${host}`;
        expect(emailKey(email)).toBe(emailKey(` ${email}`));
      }),
    );
    expect(emailKey('ada.byron+x@mail.example.org')).toBe('ada.byron+x@mail.example.org');
  });

  it('is the key of a number that the long way finds', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?[\d -]{1,20}$/), (tel) => {
        expect(telKey(tel)).toBe(telKey(` ${tel}`));
      }),
    );
    expect(telKey('+49 30 123-45')).toBe('+493012345');
  });
});

describe('linkedInKey', () => {
  it.each([
    'https://www.linkedin.com/in/jos%C3%A9-garc%C3%ADa',
    'https://www.linkedin.com/in/jos%c3%a9-garc%c3%ada/',
    'http://linkedin.com/in/José-García',
    'https://de.linkedin.com/in/josé-garcía?trk=abc',
    'https://m.linkedin.com/in/JOS%C3%89-GARC%C3%8DA#about',
    'www.linkedin.com/in/josé-garcía/en',
    '//uk.linkedin.com/in/jose\u0301-garci\u0301a',
    'https://www.linkedin.com/pub/josé-garcía',
    'https://www.linkedin.com/comm/in/jos%25C3%25A9-garc%25C3%25ADa',
  ])('L10: reads %s as one and the same profile', (url) => {
    expect(linkedInKey(url)).toBe('josé-garcía');
  });
  it('knows what became of the old public addresses', () => {
    expect(linkedInKey('http://www.linkedin.com/pub/ada-byron/4/a85/33')).toBe('ada-byron-033a854');
  });
  it.each([
    '',
    'https://www.linkedin.com/company/example',
    'https://www.linkedin.com/in/',
    'https://www.linkedin.com/in/%2e%2e',
    'https://www.linkedin.com/in/a%2Fb',
    'https://example.org/linkedin.com/in/ada',
    'https://linkedin.com.example.org/in/ada',
    'https://notlinkedin.com/in/ada',
    'https://user@linkedin.com/in/ada',
    'javascript:alert(1)//linkedin.com/in/ada',
    `https://www.linkedin.com/in/${'a'.repeat(3000)}`,
  ])('does not take %s for a profile', (url) => {
    expect(linkedInKey(url)).toBeUndefined();
  });
  it('gives the same key for the address of a key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (slug) => {
        const key = linkedInKey(`https://www.linkedin.com/in/${slug}`);
        if (key !== undefined) expect(linkedInKey(linkedInUrl(key))).toBe(key.toWellFormed());
      }),
    );
  });
});

describe('emailKey', () => {
  it.each([
    ['Ada.Byron@Example.ORG', 'ada.byron@example.org'],
    ['mailto:ada@example.org', 'ada@example.org'],
    [' <ada@example.org> ', 'ada@example.org'],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
  ])('reads %s', (email, key) => {
    expect(emailKey(email)).toBe(key);
  });
  it.each([
    '',
    'ada',
    'ada@',
    '@example.org',
    'ada@example',
    'a b@example.org',
    'ada@example..org',
    'ada@b@example.org',
  ])('does not take %j for an address', (text) => {
    expect(looksLikeEmail(text)).toBe(false);
    expect(emailKey(text)).toBeUndefined();
  });
  it('is the same the second time', () => {
    fc.assert(fc.property(fc.emailAddress(), (email) => emailKey(emailKey(email)!) === emailKey(email)));
  });
});

describe('telKey', () => {
  it.each([
    ['+49 (0)30 / 123-456', '+4930123456'],
    ['0049 30 123456', '+4930123456'],
    ['tel:+1-201-555-0123;ext=12', '+12015550123x12'],
    ['(201) 555-0123 ext. 12', '2015550123x12'],
    ['030 123456', '030123456'],
    ['１２３４５', '12345'],
  ])('reads %s', (tel, key) => {
    expect(telKey(tel)).toBe(key);
    expect(telKey(key)).toBe(key);
  });
  it.each(['', '12', 'call me', '1-800-FLOWERS'])('does not take %j for a number', (tel) => {
    expect(telKey(tel)).toBeUndefined();
  });
});
