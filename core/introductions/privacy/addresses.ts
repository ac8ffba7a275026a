// E-mail addresses, telephone numbers and streets in a letter, and what links carry along.
import { emailKey } from '#core/contacts/identity.ts';
import type { Range } from './words-of.ts';

export interface FoundAddress extends Range {
  /** `emailKey` of an e-mail address, the digits of a number. */
  readonly key: string;
}

const EMAIL = /[^\s@<>(),;:"“”„]+@[^\s@<>(),;:"“”„/]+\.[^\s@<>(),;:"“”„/.]+/gu;
/** "name at example dot org", as people write what is not to be found. */
const SPELT_OUT =
  /[\p{L}\p{N}._-]+\s*[[({]\s*(?:at|ät|arroba|chiocciola|arobase)\s*[\])}]\s*[\p{L}\p{N}-]+(?:\s*[[({]?\s*(?:\.|dot|punkt|punto|ponto|point)\s*[\])}]?\s*[\p{L}\p{N}-]+)+/giu;
/** Nine digits and more, or fewer after a plus or a leading zero: years and prices are no telephone numbers. */
const PHONE = /(?:\+|\b)(?:\d[\s()./-]{0,2}){8,}\d|(?:\+|\b0)\d[\d\s()./-]{4,}\d/g;
const LINK = /\bhttps?:\/\/[^\s<>"“”„]+|\bwww\.[^\s<>"“”„]+/gi;
const DATE = /^(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.]/;

/** Every e-mail address and number in a text; not the digits of links and dates. */
export function addressesIn(text: string): FoundAddress[] {
  const links = linksIn(text);
  const mails = [...text.matchAll(EMAIL), ...text.matchAll(SPELT_OUT)].map((match) => ({
    ...rangeOf(match),
    key: emailKey(match[0]) ?? match[0].toLowerCase(),
  }));
  const isTaken = (at: number) => [...links, ...mails].some(({ start, end }) => at >= start && at < end);
  const phones = Array.from(text.matchAll(PHONE))
    .filter((match) => !isTaken(match.index) && !DATE.test(match[0]))
    .map((match) => ({ ...rangeOf(match), key: match[0].replaceAll(/\D/g, '') }));
  return [...mails, ...phones];
}

/** A range without the punctuation that ends the sentence behind it. */
function rangeOf(match: RegExpExecArray): Range {
  const bare = match[0].replace(/[\s.,;:!?()/-]+$/, '');
  return { start: match.index, end: match.index + bare.length };
}

export const linksIn = (text: string): Range[] => Array.from(text.matchAll(LINK), rangeOf);

/** Whether two numbers are one, with and without the country: the last eight digits tell. */
export const isSameNumber = (one: string, other: string): boolean =>
  one.length >= 6 && other.length >= 6 && one.slice(-8) === other.slice(-8);

// A capitalised word, and up to three of them.
const NAME = String.raw`\p{Lu}[\p{L}’'.-]+`;
const NAMES = String.raw`(?:(?:de|la|las|los|del|da|do|dos|das|di|der|van|den|du|des|le|les)\s+|d[’']|l[’'])*${NAME}(?:\s+(?:(?:de|la|del|da|do|di|du|des)\s+)*${NAME}){0,3}`;
const NUMBER = String.raw`\d{1,4}\s?[a-zA-Z]?\b`;
/** Streets with their number, as the seven languages write them. */
const STREETS: readonly RegExp[] = [
  String.raw`(?:\p{Lu}[\p{L}-]*\s?|\p{Lu}[\p{L}.-]*\s)(?:[Ss]traße|[Ss]trasse|[Ss]tr\.|[Ww]eg|[Pp]latz|[Gg]asse|[Aa]llee|[Uu]fer|[Dd]amm|[Rr]ing)\s+${NUMBER}`,
  String.raw`\b${NUMBER}\s+(?:${NAME}\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Court|Close|Terrace|Crescent|Boulevard|Row|Gardens)\b`,
  String.raw`\b\d{1,4}\s?(?:bis|ter)?,?\s+(?:rue|avenue|boulevard|place|allée|chemin|impasse|quai|cours)\s+${NAMES}`,
  String.raw`(?:\b[Cc]alle|C/|\b[Aa]venida|\bAvda\.|\b[Pp]laza|\b[Pp]aseo|\b[Cc]amino)\s+${NAMES},?\s+(?:n\.?º\s*)?${NUMBER}`,
  String.raw`\b(?:[Vv]ia|[Vv]iale|[Pp]iazza|[Cc]orso|[Vv]icolo|[Ll]argo)\s+${NAMES},?\s+${NUMBER}`,
  String.raw`\b(?:[Rr]ua|[Aa]v\.|[Aa]venida|[Tt]ravessa|[Ll]argo|[Pp]raça|[Aa]lameda)\s+${NAMES},?\s+${NUMBER}`,
  String.raw`\b\p{Lu}[\p{L}-]+(?:straat|laan|weg|gracht|kade|plein|dijk|singel|steeg|pad)\s+${NUMBER}`,
].map((pattern) => new RegExp(pattern, 'gu'));

/** Streets with a number. */
export const streetsIn = (text: string): Range[] =>
  STREETS.flatMap((street) => Array.from(text.matchAll(street), rangeOf));

/** Parameters that tell who sent or clicked a link. */
const TRACKING =
  /^(?:utm_.*|trk|trkInfo|trkEmail|trackingId|lipi|licu|li_fat_id|midToken|midSig|eid|otpToken|refId|origin|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|hsCtaTracking|vero_id|oly_.*_id|si|ref_src|ref_url|s_cid|spm)$/i;

/** A link without what tracks, or undefined where it carries nothing of that kind. */
export function untracked(link: string): string | undefined {
  const [, address = '', query = '', anchor = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(link) ?? [];
  const fields = query.split('&').filter((field) => field !== '');
  const kept = fields.filter((field) => !TRACKING.test(field.split('=', 1)[0] ?? ''));
  if (kept.length === fields.length) return undefined;
  return address + (kept.length === 0 ? '' : `?${kept.join('&')}`) + anchor;
}
