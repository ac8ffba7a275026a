// The name of a person as letters and calendars show it, without what programs add to it.
import type { StructuredName } from '#core/contacts/model.ts';
import { splitName } from '#core/contacts/names.ts';
import { formattedName } from '#core/contacts/structured-name.ts';
import { isSurelySuffix } from '#core/contacts/credentials.ts';
import { fold } from '#core/shared/fold.ts';
import { clipText } from './mail-clip.ts';

const QUOTES = /^(?:["'“”„«»‘’`]\s*)+|(?:\s*["'“”„«»‘’`])+$/g;
const MARKED_EXTERNAL = /^[[(](?:ext|external|extern|externe|externo|esterno)[\])]:?\s*/i;
/** What list servers and web services append: `'Ana Ruiz' via Team`, `Ana Ruiz (via Google Docs)`. */
const VIA = /\s+(?:\((?:via|über|par|vía|tramite)\s[^)]{1,200}\)|(?:via|über|vía|tramite)\s\S.{0,200})$/iu;

const LONGEST_NAME = 200;
const LETTER = /\p{L}/u;
const NO_NAME: StructuredName = { family: '', given: '', additional: '', prefix: '', suffix: '' };

export interface PersonName {
  /** Empty where the display name is no name. */
  readonly fn: string;
  readonly n: StructuredName;
}

/** A mailbox repeated behind the name: `Ana Ruiz (ana@x.test)`, `Ana Ruiz <ana@x.test>`. */
function withoutMailbox(name: string): string {
  if (!name.includes('@')) return name;
  return name
    .replace(/\s*[(<[]\s*(?:mailto:)?[^\s()<>[\]]{1,254}@[^\s()<>[\]]{1,254}\s*[)>\]]\s*$/i, '')
    .trim();
}

/**
 * The person of a Notes name: `CN=Ana Ruiz/OU=Sales/O=Example`, or as people see it, `Ana Ruiz/Sales/Example@DOMAIN`.
 * `Ana/Bo` may be two, so only a full name before a slash is cut, and only where more follows than one word or a domain.
 */
function hierarchicalName(name: string): string {
  if (!name.includes('/')) return name;
  const canonical = /^(?:\/.{1,200})?\/?CN=([^/=]{1,200})(?:\/(?:OU|O|C|DC|CN)=|$)/i.exec(name);
  const shown = /^(\p{L}[^/@]* [^/@]*)(?:\/[^/@]+){1,5}(?:\/[^/@ ]+|@[^/@ ]+)$/u.exec(name);
  return (canonical?.[1] ?? shown?.[1] ?? name).trim();
}

/** Words a program made of the mailbox: `ana.ruiz`, `aruiz42`; one plain word is as likely a name somebody chose. */
function isFromMailbox(name: string, email: string): boolean {
  const local = fold(email.slice(0, Math.max(0, email.lastIndexOf('@'))));
  return fold(name) === local && /[._\d-]/.test(local);
}

/** `Ruiz, Ana` turned round; titles and firms behind a comma stay where they are. */
export function turned(name: string): string {
  const comma = name.indexOf(',');
  if (comma < 0) return name;
  const behind = name.slice(comma + 1).trim();
  const [first = ''] = behind.split(/[\s,]/, 1);
  // `Ana Ruiz, PhD` and `Acme, Inc.` stand as they are.
  if (
    isSurelySuffix(first.toLowerCase()) ||
    /^(?:inc|llc|ltd|gmbh|corp|co|s\.?a|s\.?l|plc|ag)\b/i.test(first)
  )
    return name;
  return formattedName(splitName(name)) || name;
}

const known = new Map<string, PersonName>();
const MOST_KNOWN = 5000;

/**
 * The person's name in a display name or a CN: quotes, `via …`, marks of external mail and a repeated mailbox taken
 * away, `Ruiz, Ana` turned round, clipped to what the book takes. Empty when it is a mailbox, made of one, or has no
 * letters.
 */
export function personName(display: string, email: string): PersonName {
  const key = `${display}\n${email}`;
  const found = known.get(key);
  if (found) return found;
  const read = readName(display.slice(0, 1000), email);
  // The same few people write most letters.
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, read);
  return read;
}

function readName(display: string, email: string): PersonName {
  const nothing = { fn: '', n: NO_NAME };
  let name = display.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  name = name.replace(MARKED_EXTERNAL, '').replace(QUOTES, '').trim();
  name = name.replace(VIA, '').replace(QUOTES, '').trim();
  name = hierarchicalName(name);
  name = withoutMailbox(name).replace(QUOTES, '').trim();
  // As vCard parts a name.
  name = name.replace(/^([^;,]{1,100});\s+([^;,]{1,100})$/, '$1, $2');
  if (!LETTER.test(name) || /^[^\s@]+@[^\s@]+$/.test(name) || isFromMailbox(name, email)) return nothing;
  const fn = clipText(turned(name), LONGEST_NAME);
  return { fn, n: splitName(fn) };
}

const isFull = ({ n }: PersonName) => n.given !== '' && n.family !== '';

/** Of display names, each with how often it was seen, the best: a full name before a first name alone, then the usual one. */
export function bestName(displays: ReadonlyMap<string, number>, email: string): PersonName {
  const tally = new Map<string, { readonly name: PersonName; readonly times: number }>();
  for (const [display, times] of displays) {
    const name = personName(display, email);
    if (name.fn !== '') tally.set(name.fn, { name, times: (tally.get(name.fn)?.times ?? 0) + times });
  }
  // Stable: of equals the one seen first.
  const [best] = [...tally.values()].sort(
    (x, y) => Number(isFull(y.name)) - Number(isFull(x.name)) || y.times - x.times,
  );
  return best?.name ?? { fn: '', n: NO_NAME };
}
