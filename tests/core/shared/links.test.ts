import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { externalLink, linkedInProfile, mailtoLink } from '#core/shared/links.ts';

describe('what may be opened outside', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    ['HTTPS://Example.ORG/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['  https://example.org/a b ', 'https://example.org/a%20b'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['https://example.org/@handle', 'https://example.org/@handle'],
  ])('lets %s through as %s', (href, opened) => {
    expect(externalLink(href)).toEqual({ href: opened, kind: 'https' });
  });

  // RFC 6068 §2 and §6, with `blat` dropped because it is no safe header field (§4).
  it.each([
    ['mailto:chris@example.com', undefined],
    ['mailto:addr1@an.example,addr2@an.example', undefined],
    ['mailto:?to=addr1@an.example,addr2@an.example', undefined],
    ['mailto:addr1@an.example?to=addr2@an.example', undefined],
    ['mailto:infobot@example.com?subject=current-issue', undefined],
    ['mailto:infobot@example.com?body=send%20current-issue', undefined],
    ['mailto:infobot@example.com?body=send%20current-issue%0D%0Asend%20index', undefined],
    ['mailto:list@example.org?In-Reply-To=%3C3469A91.D10AF4C@example.com%3E', undefined],
    ['mailto:majordomo@example.com?body=subscribe%20bamboo-l', undefined],
    ['mailto:joe@example.com?cc=bob@example.com&body=hello', undefined],
    ['mailto:gorby%25kremvax@example.com', undefined],
    ['mailto:unlikely%3Faddress@example.com?blat=foop', 'mailto:unlikely%3Faddress@example.com'],
    ['mailto:Mike%26family@example.org', undefined],
    ['mailto:%22not%40me%22@example.org', undefined],
    ['mailto:%22oh%5C%5Cno%22@example.org', undefined],
    ["mailto:%22%5C%5C%5C%22it's%5C%20ugly%5C%5C%5C%22%22@example.org", undefined],
    ['mailto:user@example.org?subject=caf%C3%A9', undefined],
    ['mailto:user@example.org?subject=%3D%3Futf-8%3FQ%3Fcaf%3DC3%3DA9%3F%3D', undefined],
    ['mailto:user@example.org?subject=%3D%3Fiso-8859-1%3FQ%3Fcaf%3DE9%3F%3D', undefined],
    ['mailto:user@example.org?subject=caf%C3%A9&body=caf%C3%A9', undefined],
    [
      'mailto:user@%E7%B4%8D%E8%B1%86.example.org?subject=Test&body=NATTO',
      'mailto:user@%E7%B4%8D%E8%B1%86.example.org?subject=Test&body=NATTO',
    ],
    ['mailto:a@example.org?attach=/etc/passwd&subject=hi', 'mailto:a@example.org?subject=hi'],
  ])('lets the letter %s through', (href, opened) => {
    expect(externalLink(href)).toEqual({ href: opened ?? href, kind: 'mailto' });
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'smb://example.org/share',
    '\\\\example.org\\share',
    '//example.org/',
    'ms-msdt:/id PCWDiagnostic',
    'ms-officecmd:{}',
    'search-ms:query=x',
    'http://example.org/',
    'ftp://example.org/',
    'tel:+4930123456',
    'blob:https://example.org/1',
    'https://a@b',
    'https://@example.org',
    'https://www.linkedin.com@example.org/',
    'https://user:secret@example.org/',
    'https:\\\\example.org',
    'https:example.org',
    'https://example.org\r\nX: y',
    'https://example.org/\u0000',
    'https://example.org/\u202Egpj.exe',
    'https://',
    'https://exa mple.org',
    `https://example.org/${'a'.repeat(2000)}`,
    `https://example.org/${'ü'.repeat(500)}`,
    'mailto:',
    'mailto:?subject=nobody',
    'mailto:a@example.org?subject=x%0D%0ABcc:b@example.org',
    'mailto:a@example.org%0Abcc@example.org',
    'mailto:a@example.org?body=%00',
    'mailto:a@example.org\nbcc:b@example.org',
    'mailto://example.org/a',
    'not a link',
    '',
  ])('keeps %j shut', (href) => {
    expect(externalLink(href)).toBeUndefined();
  });

  it('answers only what it would let through again, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withFragments: true }), fc.string({ unit: 'binary' })), (href) => {
        const link = externalLink(href);
        if (link) expect(externalLink(link.href)).toEqual(link);
      }),
    );
  });
});

describe('letters as links', () => {
  it('writes line breaks as CRLF and encodes everything a mail program could mistake', () => {
    expect(
      mailtoLink({
        to: 'ana+li@example.org',
        subject: 'A & B = 100%?',
        body: 'Hi Ana,\n\nhow + are #you\r\nBo\r',
      }),
    ).toBe(
      'mailto:ana%2Bli@example.org?subject=A%20%26%20B%20%3D%20100%25%3F&body=Hi%20Ana%2C%0D%0A%0D%0Ahow%20%2B%20are%20%23you%0D%0ABo%0D%0A',
    );
  });

  it.each([
    ['gorby%kremvax@example.com', 'mailto:gorby%25kremvax@example.com'],
    ['unlikely?address@example.com', 'mailto:unlikely%3Faddress@example.com'],
    ['Mike&family@example.org', 'mailto:Mike%26family@example.org'],
    ['"not@me"@example.org', 'mailto:%22not%40me%22@example.org'],
    ['"oh\\\\no"@example.org', 'mailto:%22oh%5C%5Cno%22@example.org'],
    [
      '"\\\\\\"it\'s\\ ugly\\\\\\""@example.org',
      "mailto:%22%5C%5C%5C%22it's%5C%20ugly%5C%5C%5C%22%22@example.org",
    ],
    ['user@納豆.example.org', 'mailto:user@%E7%B4%8D%E8%B1%86.example.org'],
  ])('writes the address %s as RFC 6068 §6 does', (to, href) => {
    expect(mailtoLink({ to })).toBe(href);
  });

  it('joins several readers with commas, and may have none', () => {
    expect(mailtoLink({ to: ['a@example.org', ' b@example.com '] })).toBe(
      'mailto:a@example.org,b@example.com',
    );
    expect(mailtoLink({ to: '', subject: 'café' })).toBe('mailto:?subject=caf%C3%A9');
  });

  it('keeps a subject on one line', () => {
    expect(mailtoLink({ to: 'a@example.org', subject: 'x\r\nBcc: b@example.org' })).toBe(
      'mailto:a@example.org?subject=x%20Bcc%3A%20b%40example.org',
    );
  });

  it('refuses what is no address and what would be cut off', () => {
    expect(mailtoLink({ to: 'nobody' })).toBeUndefined();
    expect(mailtoLink({ to: 'a@b\r\nBcc: c@example.org' })).toBeUndefined();
    expect(mailtoLink({ to: 'a@example.org', body: 'x'.repeat(1800) })).toBeUndefined();
    expect(mailtoLink({ to: 'a@example.org', body: 'ü'.repeat(400) })).toBeUndefined();
  });

  it('only writes letters that may be opened, and loses nothing of them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (subject, body) => {
        const href = mailtoLink({ to: 'ana@example.org', subject, body });
        if (href === undefined) return;
        expect(href.length).toBeLessThanOrEqual(1800);
        const written = /[?&]body=([^&]*)/.exec(href)?.[1] ?? '';
        expect(decodeURIComponent(written)).toBe(body.toWellFormed().replaceAll(/\r\n?|\n/g, '\r\n'));
      }),
    );
  });
});

describe('LinkedIn profiles', () => {
  it.each([
    ['https://www.linkedin.com/in/ada-example', 'ada-example'],
    ['https://www.linkedin.com/in/Ada-Example/', 'ada-example'],
    ['http://de.linkedin.com/in/ada-example?trk=nav&utm_source=x', 'ada-example'],
    ['linkedin.com/in/ada-example/de', 'ada-example'],
    ['www.linkedin.com/in/ada-example#about', 'ada-example'],
    ['https://www.linkedin.com/comm/in/ada-example?midToken=abc', 'ada-example'],
    ['https://m.linkedin.com/mwlite/in/ada-example', 'ada-example'],
    ['https://www.linkedin.com/in/ada-example/overlay/contact-info/', 'ada-example'],
    ['https://www.linkedin.com/in/j%C3%BCrgen-example', 'j%C3%BCrgen-example'],
    ['https://www.linkedin.com/in/jürgen-example', 'j%C3%BCrgen-example'],
    ['https://www.linkedin.com/in/ju%CC%88rgen-example', 'j%C3%BCrgen-example'],
    ['https://www.linkedin.com/in/山田', '%E5%B1%B1%E7%94%B0'],
    [
      'https://www.linkedin.com/in/ACoAABcDeFgHiJkLmNoPqRsTuVwXyZ012345',
      'ACoAABcDeFgHiJkLmNoPqRsTuVwXyZ012345',
    ],
  ])('reads %s as one profile', (url, slug) => {
    expect(linkedInProfile(url)).toBe(`https://www.linkedin.com/in/${slug}/`);
    expect(linkedInProfile(linkedInProfile(url)!)).toBe(`https://www.linkedin.com/in/${slug}/`);
  });

  it.each([
    '',
    'https://www.linkedin.com/in/',
    'https://www.linkedin.com/company/example',
    'https://www.linkedin.com/feed/',
    'https://linkedin.com.example.org/in/ada',
    'https://notlinkedin.com/in/ada',
    'https://www.linkedin.com@example.org/in/ada',
    'https://example.org/?u=https://www.linkedin.com/in/ada',
    'javascript://www.linkedin.com/in/ada',
    'https://www.linkedin.com/in/%E9ric',
    'https://www.linkedin.com/in/a%0Ab',
    'https://www.linkedin.com/in/a%2Fb',
  ])('does not take %j for a profile', (url) => {
    expect(linkedInProfile(url)).toBeUndefined();
  });
});
