// What a QR code says about somebody: cards, profiles, addresses, or words – as a line to be corrected.
import { emailKey, linkedInKey, linkedInUrl, telKey } from '#core/contacts/identity.ts';
import { fitting } from './model.ts';
import { cardSaid, fieldsOf, unescaped } from './pasted-card.ts';
import { plainLine, type Said } from './written-line.ts';

/**
 * `card`: somebody with a name. `profile`: a LinkedIn profile. `shortLink`: an address that leads to another, which
 * nobody can know offline. `other`: no person – a wireless network, a payment, a secret for one-time passwords, a place.
 */
export type QrKind = 'card' | 'profile' | 'shortLink' | 'link' | 'email' | 'tel' | 'text' | 'other';

export interface QrContent {
  readonly kind: QrKind;
  /** A line for captureLine; empty for `other` and where nothing is said. */
  readonly line: string;
  /** What to call it among several: a name, an address, the first words. Never the content of `other`. */
  readonly label: string;
  /** Cards besides the first. */
  readonly further: number;
}

/** Longer than any code holds (7089 digits); what is pasted as one is cut. */
const LONGEST = 8000;
const LONGEST_LABEL = 80;

/** What other programs put into codes that is no person. Passwords among it, so it never becomes a note. */
const NO_PERSON =
  /^(?:WIFI|otpauth|otpauth-migration|geo|bitcoin|ethereum|lightning|upi|javascript|data|file|blob|market|facetime|begin:vevent|begin:vcalendar|bcd\s)\b/i;
const SHORTENED =
  /^https?:\/\/(?:lnkd\.in|bit\.ly|t\.co|tinyurl\.com|goo\.gl|ow\.ly|is\.gd|qrco\.de|t\.ly)\//i;
const ADDRESS = /^https?:\/\/[^\s/?#]+\.[^\s]*$/i;
const BARE_ADDRESS = /^(?:www\.[^\s/?#]+\.|(?:[a-z]{2,3}\.)?linkedin\.com\/|lnkd\.in\/)[^\s]+$/i;

/** Reads the text of a QR code. Total and linear: any text has content. */
export function qrContent(text: string): QrContent {
  const content = text.slice(0, LONGEST).trim();
  const card = cardSaid(content);
  if (card !== undefined) {
    const name = card.said.find(({ kind }) => kind === 'name')?.value ?? '';
    return contentOf('card', card.said, { label: name, further: card.further });
  }
  if (NO_PERSON.test(content)) return { kind: 'other', line: '', label: '', further: 0 };
  const said = mailSaid(content) ?? telSaid(content);
  if (said !== undefined) return contentOf(said.kind === 'tel' ? 'tel' : 'email', [said]);
  return linkContent(content) ?? textContent(content);
}

const contentOf = (
  kind: QrKind,
  said: readonly Said[],
  more: { readonly label?: string; readonly further?: number } = {},
): QrContent => {
  const full = said.filter(({ value }) => value.trim() !== '');
  const label = (more.label ?? '') === '' ? (full[0]?.value ?? '') : more.label!;
  return { kind, line: plainLine(full), label: labelled(label), further: more.further ?? 0 };
};

/** One line, not too long, whole letters. */
const labelled = (text: string): string =>
  [...fitting('note', text).replace(/\s+/gu, ' ')].slice(0, LONGEST_LABEL).join('');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign of its own.
    return text;
  }
}

/** `mailto:` (RFC 6068), DoCoMo's MATMSG, or an address alone. Subject and text are somebody else's words. */
function mailSaid(content: string): Said | undefined {
  if (/^mailto:/i.test(content)) {
    const [to = ''] = content.slice('mailto:'.length).split('?', 1);
    const [first = ''] = decoded(to).split(',', 1);
    return emailKey(first) === undefined ? undefined : { kind: 'email', value: first.trim() };
  }
  if (/^MATMSG:/i.test(content)) {
    const to = fieldsOf(content.slice('MATMSG:'.length)).find(([name]) => name === 'TO')?.[1];
    const value = unescaped(to ?? '');
    return emailKey(value) === undefined ? undefined : { kind: 'email', value };
  }
  return emailKey(content) === undefined ? undefined : { kind: 'email', value: content };
}

/** `tel:` (RFC 3966), `sms:`, `SMSTO:number:words`, or a number alone. */
function telSaid(content: string): Said | undefined {
  const marked = /^(?:tel|sms|smsto|mms|mmsto):([^:;?]{1,60})/i.exec(content);
  const number = (marked?.[1] ?? content).trim();
  const isAlone = marked !== null || /^\+?[\d\s()./-]{6,30}$/.test(number);
  return isAlone && telKey(number) !== undefined ? { kind: 'tel', value: decoded(number) } : undefined;
}

function linkContent(content: string): QrContent | undefined {
  const url = BARE_ADDRESS.test(content) ? `https://${content}` : content;
  if (!ADDRESS.test(url)) return undefined;
  const profile = linkedInKey(url);
  // Tracking and the country of the host say nothing about the person.
  if (profile !== undefined) return contentOf('profile', [{ kind: 'url', value: linkedInUrl(profile) }]);
  return contentOf(SHORTENED.test(url) ? 'shortLink' : 'link', [{ kind: 'url', value: url }]);
}

/** A badge that was filled from a table: its lines are read as the pieces of one line. */
function textContent(content: string): QrContent {
  const line = fitting('note', content.split(/\s*[\r\n]+\s*/u).join(', '));
  return { kind: 'text', line, label: labelled(line), further: 0 };
}
