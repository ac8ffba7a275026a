// Links that may leave the app: which ones are let through, and how the two kinds we make are written.

/** Longest link any host is asked to open, in UTF-16 code units. */
const LONGEST_LINK = 2000;
/** Windows' shell and several mail programs cut a `mailto:` off near 2 000 characters; we stay clear of it. */
const LONGEST_MAILTO = 1800;

export interface ExternalLink {
  readonly href: string;
  readonly kind: 'https' | 'mailto';
}

/**
 * The link to hand to the operating system, or undefined when it must not be opened. Only `https:` with a
 * plain host and `mailto:` pass; `href` is the parsed, re-serialised form, so what was checked is what opens.
 * Mail header fields other than the safe ones (RFC 6068 §7) are left out: `attach=` has leaked files before.
 */
export function externalLink(href: string): ExternalLink | undefined {
  if (href.length > LONGEST_LINK || hasControlCharacter(href) || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  if (url.protocol === 'https:') return httpsLink(href, url);
  if (url.protocol === 'mailto:') return mailLink(url);
  return undefined;
}

function httpsLink(written: string, url: URL): ExternalLink | undefined {
  // SECURITY: `https:\\host` and `https:host` parse too, but read as something else to a person.
  const authority = /^\s*https:\/\/([^/?#\\]+)/i.exec(written)?.[1];
  // SECURITY: anything before an @ is a place to hide the true host, even when it is empty.
  if (authority === undefined || authority.includes('@')) return undefined;
  if (url.username !== '' || url.password !== '' || url.hostname === '') return undefined;
  return url.href.length > LONGEST_LINK ? undefined : { href: url.href, kind: 'https' };
}

const SAFE_FIELDS = new Set(['to', 'cc', 'bcc', 'subject', 'body', 'in-reply-to']);
/** `%00`–`%1F` and `%7F`: an encoded line break in a header field would start another header. */
const ENCODED_CONTROL = /%(?:[01][0-9a-f]|7f)/i;
const ENCODED_CONTROL_IN_BODY = /%(?:0[0-8bcef]|1[0-9a-f]|7f)/i;

function mailLink(url: URL): ExternalLink | undefined {
  const address = url.pathname;
  if (ENCODED_CONTROL.test(address) || address.startsWith('/')) return undefined;
  const fields = url.search
    .slice(1)
    .split('&')
    .filter((field) => SAFE_FIELDS.has(fieldName(field)));
  const unsafe = fields.some((field) =>
    (fieldName(field) === 'body' ? ENCODED_CONTROL_IN_BODY : ENCODED_CONTROL).test(field),
  );
  const names = fields.map(fieldName);
  if (unsafe || (address === '' && !names.some((name) => ['to', 'cc', 'bcc'].includes(name))))
    return undefined;
  const href = `mailto:${address}${fields.length > 0 ? `?${fields.join('&')}` : ''}`;
  return href.length > LONGEST_LINK ? undefined : { href, kind: 'mailto' };
}

const fieldName = (field: string): string => field.split('=', 1)[0]!.toLowerCase();

/** C0, DEL, C1, line and paragraph separators, and the bidirectional controls that make a link read backwards. */
function hasControlCharacter(text: string): boolean {
  return /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text);
}

export interface Letter {
  readonly to: string | readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly subject?: string;
  readonly body?: string;
}

const trimmed = (addresses: readonly string[]): string[] =>
  addresses.map((one) => one.trim()).filter((one) => one !== '');

/**
 * A `mailto:` URI (RFC 6068) that opens a mail program with the letter filled in. Line breaks of the body
 * become `%0D%0A` (§5); a subject is one line. Undefined when an address is none, or when the link is longer
 * than 1 800 characters: then the letter has to be copied or saved instead of silently cut.
 */
export function mailtoLink({ to, cc = [], bcc = [], subject = '', body = '' }: Letter): string | undefined {
  const addresses = trimmed(typeof to === 'string' ? [to] : to);
  const copies = [
    ['cc', trimmed(cc)],
    ['bcc', trimmed(bcc)],
  ] as const;
  if (![...addresses, ...copies.flatMap(([, all]) => all)].every(isAddress)) return undefined;
  const fields = copies.flatMap(([name, all]) =>
    all.length === 0 ? [] : [`${name}=${all.map(encodedAddress).join(',')}`],
  );
  const line = subject.replaceAll(/\s*\p{Cc}+\s*/gu, ' ').trim();
  if (line !== '') fields.push(`subject=${encoded(line)}`);
  if (body !== '') fields.push(`body=${encoded(body.replaceAll(/\r\n?|\n/g, '\r\n'))}`);
  const href = `mailto:${addresses.map(encodedAddress).join(',')}${fields.length > 0 ? `?${fields.join('&')}` : ''}`;
  return href.length > LONGEST_MAILTO ? undefined : href;
}

const isAddress = (text: string): boolean => /^[^\p{Cc}]+@[^\p{Cc}\s@]+$/u.test(text);

/** The local part may hold `,`, `?`, `%` or a quoted `@`: only the last `@` stays as it is (RFC 6068 §2). */
function encodedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${encoded(address.slice(0, at))}@${encoded(address.slice(at + 1))}`;
}

/** Half a surrogate pair cannot be percent-encoded; it becomes U+FFFD instead of an exception. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

/**
 * The one canonical address of a LinkedIn profile, `https://www.linkedin.com/in/<slug>/`, from any way it is
 * written: country hosts, mobile and e-mail paths, language suffixes, tracking parameters, no scheme, http.
 * Slugs are compared without case by LinkedIn, so they are lower-cased, except the opaque member ids
 * (`ACoAA…`), which are not. Undefined for everything that is no member's profile.
 */
export function linkedInProfile(url: string): string | undefined {
  const text = url.trim();
  if (text.length > LONGEST_LINK || hasControlCharacter(text)) return undefined;
  const absolute = /^https?:\/\//i.test(text) ? text : `https://${text.replace(/^\/\//, '')}`;
  if (!URL.canParse(absolute)) return undefined;
  const { hostname, pathname, username, password } = new URL(absolute);
  if (username !== '' || password !== '') return undefined;
  if (!/^(?:[a-z0-9-]+\.)?linkedin\.com$/.test(hostname)) return undefined;
  const slug = /^\/+(?:(?:comm|mwlite|m)\/)?in\/([^/]+)/i.exec(pathname)?.[1];
  return slug === undefined ? undefined : profileAt(slug);
}

function profileAt(slug: string): string | undefined {
  const plain = decoded(slug)?.normalize('NFC').trim();
  if (plain === undefined || plain === '' || /[\s/\\?#\p{Cc}]/u.test(plain)) return undefined;
  const folded = /^ACo[\w-]{20,}$/.test(plain) ? plain : plain.toLowerCase();
  return `https://www.linkedin.com/in/${encoded(folded)}/`;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not UTF-8 behind the percent signs: no profile LinkedIn would have given out.
    return undefined;
  }
}
