// Keys that identify a person: two spellings of one address give the same key.

const PROFILE_URL =
  /^(?:https?:)?(?:\/\/)?(?:[a-z0-9-]+\.)*linkedin\.com(?::\d+)?\/(?:comm\/|mwlite\/)?(in|pub)\/([^?#\s]+)/i;
const LONGEST_URL = 2000;

/** How LinkedIn writes nearly every address; the general way takes ten times as long. */
const USUAL_HOST = 'https://www.linkedin.com/in/';
const USUAL_SLUG = /^[a-z0-9-]+$/;

function decoded(slug: string): string {
  let text = slug;
  // A profile name never holds a percent sign of its own, so what was encoded twice is decoded twice.
  for (let round = 0; round < 3 && text.includes('%'); round++) {
    try {
      text = decodeURIComponent(text);
    } catch {
      // Broken percent signs: the slug stays as written and still equals itself.
      return text;
    }
  }
  return text;
}

// Lower case and NFC feed each other for a few letters (İ); twice is stable.
const settled = (text: string) => text.toLowerCase().normalize('NFC').toLowerCase().normalize('NFC');

/**
 * The profile a LinkedIn address names: its slug, decoded, NFC, lower case; undefined for anything else (company
 * pages, search, other hosts). One key for http/https, no scheme, country and mobile hosts, trailing slash, query,
 * locale suffix, percent-encoding in either case, and the pre-2015 `/pub/name/1/2/3`, which became `/in/name-3002001`.
 */
export function linkedInKey(url: string): string | undefined {
  if (url.length > LONGEST_URL) return undefined;
  if (url.startsWith(USUAL_HOST)) {
    const usual = url.slice(USUAL_HOST.length);
    if (USUAL_SLUG.test(usual)) return usual;
  }
  const match = PROFILE_URL.exec(url.trim());
  if (!match) return undefined;
  const [, kind = '', path = ''] = match;
  const [first = '', ...rest] = path.split('/');
  const slug = settled(decoded(first)) + (kind.toLowerCase() === 'pub' ? legacySuffix(rest) : '');
  return /^\.{0,2}$/.test(slug) || /[/?#\s\p{Cc}]/u.test(slug) ? undefined : slug;
}

/** `/pub/name/a/b/c` became `/in/name-cba`, b and c filled up to three digits. */
function legacySuffix(path: readonly string[]): string {
  const numbers = path.filter(Boolean);
  const [a = '', b = '', c = ''] = numbers;
  return numbers.length === 3 && numbers.every((part) => /^[0-9a-f]{1,3}$/i.test(part))
    ? `-${c.padStart(3, '0')}${b.padStart(3, '0')}${a}`.toLowerCase()
    : '';
}

/** The address LinkedIn itself shows for a key of `linkedInKey`. */
export const linkedInUrl = (key: string) =>
  `https://www.linkedin.com/in/${encodeURIComponent(key.toWellFormed())}`;

// Local part and domain without spaces or a second @; a dot in the domain. Linear: no nested quantifiers.
const EMAIL = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"/]+$/;

const LONGEST_EMAIL = 254;
const USUAL_EMAIL = /^[a-z0-9._+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/** True for what is meant as an e-mail address (RFC 5321 shape: one @, a dotted domain, at most 254 characters). */
export function looksLikeEmail(text: string): boolean {
  if (text.length > LONGEST_EMAIL || !EMAIL.test(text)) return false;
  const domain = text.slice(text.indexOf('@') + 1);
  return domain.includes('.') && !domain.startsWith('.') && !domain.endsWith('.') && !domain.includes('..');
}

/**
 * The mailbox an address names: without `mailto:`, brackets and upper case; the domain in its ASCII form, so
 * `ü.example` and `xn--tda.example` are one. Dots and plus tags stay: only some providers ignore them.
 * Undefined when it does not look like an e-mail address.
 */
export function emailKey(email: string): string | undefined {
  // As nearly every address is written: it is its own key.
  if (email.length <= LONGEST_EMAIL && USUAL_EMAIL.test(email)) return email;
  const bare = email
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1')
    .trim();
  if (!looksLikeEmail(bare)) return undefined;
  const key = settled(bare);
  const at = key.indexOf('@');
  const domain = key.slice(at + 1);
  if (/^\p{ASCII}*$/u.test(domain)) return key;
  const address = `https://${domain}/`;
  return URL.canParse(address) ? `${key.slice(0, at)}@${new URL(address).hostname}` : key;
}

/** As most numbers with a country are written, with nothing in them but parting. */
const USUAL_TEL = /^\+\d[\d -]{2,30}\d$/;
const EXTENSION = /(?:;ext=|\bext(?:ension)?\b\.?:?|#|x)\s*(\d{1,8})\s*$/i;

/**
 * The digits a telephone number dials, `+` first when it is international (`00` counts as `+`, and the `(0)` of
 * `+49 (0)30` is dropped); an extension as `x12`. A national number stays national: no region is guessed, so it
 * only equals the same national spelling. Undefined when it holds letters or fewer than three digits.
 */
export function telKey(tel: string): string | undefined {
  if (USUAL_TEL.test(tel)) return tel.replace(/[ -]/g, '');
  let text = tel.normalize('NFKC').trim().replace(/^tel:/i, '');
  const extension = EXTENSION.exec(text);
  if (extension) text = text.slice(0, extension.index);
  text = text.replace(/;.*$/s, '').trim();
  if (/\p{L}/u.test(text)) return undefined;
  const international = /^\(?\s*(?:\+|00)/.test(text);
  if (international) text = text.replace(/\(0\)/, '').replace(/^(\(?\s*)00/, '$1');
  const digits = text.replace(/\D/g, '');
  if (digits.length < 3) return undefined;
  return `${international ? '+' : ''}${digits}${extension ? `x${extension[1] ?? ''}` : ''}`;
}

/** Enough of a content to tell two pictures apart: its length and 53 bits (cyrb53, public domain); no secret is kept by it. */
function digest(text: string): string {
  let [one, two] = [0xde_ad_be_ef, 0x41_c6_ce_57];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 2_654_435_761);
    two = Math.imul(two ^ unit, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909);
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return `${text.length.toString(36)}-${(4_294_967_296 * (2_097_151 & two) + (one >>> 0)).toString(36)}`;
}

/**
 * The key a property's value is matched by: of an e-mail address, a telephone number, a profile; of a card's UID the
 * UID; of a photograph a digest, so that nobody has to read it to recognise it. `CLASS:CONFIDENTIAL` and a cadence have
 * one so that everybody who has them is found. Empty for all else.
 */
export function propertyKey(name: string, value: string): string {
  switch (name) {
    case 'EMAIL':
      return emailKey(value) ?? '';
    case 'TEL':
      return telKey(value) ?? '';
    case 'URL':
      return linkedInKey(value) ?? '';
    case 'UID':
      return value;
    case 'PHOTO':
      return value === '' ? '' : digest(value);
    default:
      return preferenceKey(name, value);
  }
}

/** What the owner says about how to treat somebody, where everybody of whom it is said must be found at once. */
function preferenceKey(name: string, value: string): string {
  if (name === 'CLASS') return /^\s*confidential\s*$/i.test(value) ? 'confidential' : '';
  return name === 'X-CADENCE' && value !== '' ? `cadence:${value}` : '';
}
