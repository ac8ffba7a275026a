// Links, files and addresses in a note: the cues that are not made of words.
import { fold } from '#core/shared/fold.ts';
import type { Cue, CueKind } from './cues/cue-list.ts';

// lnkd.in is absent: LinkedIn shortens every long link in a message to it.
const SHORTENERS =
  'bit\\.ly|tinyurl\\.com|t\\.co|goo\\.gl|ow\\.ly|is\\.gd|buff\\.ly|cutt\\.ly|rebrand\\.ly|rb\\.gy|shorturl\\.at|t\\.ly|tiny\\.cc|s\\.id|shorte\\.st|adf\\.ly|v\\.gd|clck\\.ru|bl\\.ink|qr\\.ae|tiny\\.one|urlz\\.fr|u\\.to';
const CHATS =
  'wa\\.me|api\\.whatsapp\\.com|chat\\.whatsapp\\.com|t\\.me|telegram\\.me|telegram\\.dog|signal\\.me|line\\.me';
const CALENDARS =
  'calendly\\.com|cal\\.com|savvycal\\.com|zcal\\.co|meetings\\.hubspot\\.com|tidycal\\.com|koalendar\\.com|youcanbook\\.me';
const dotted = (hosts: string) => hosts.replaceAll('\\.', '(?:\\.|\\s?[[({]\\.?(?:dot)?[\\])}]\\s?| dot )');
const host = (hosts: string, path: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}.@-])(?:https?:\\/\\/)?(?:www\\.)?(?:${dotted(hosts)})${path}`, 'giu');
const PATH = '(?:\\/[^\\s<>"\')]{0,200}|(?![\\p{L}\\p{N}.@-]))';

const PATTERNS: readonly (readonly [CueKind, RegExp])[] = [
  ['short_link', host(SHORTENERS, '\\/[^\\s<>"\')]{1,200}')],
  ['off_platform', host(CHATS, '\\/[^\\s<>"\')]{1,200}')],
  ['call_to_action', host(CALENDARS, PATH)],
  [
    'money',
    /(?<![\p{L}\p{N}])(?:send|lend|loan|wire|transfer|pay) (?:me|us) (?:just |only )?(?:[$€£] ?\d{1,9}|\d{1,9} ?[$€£])/giu,
  ],
  [
    'attachment',
    /(?<![\p{L}\p{N}/._-])[\p{L}\p{N}_-]{1,80}\.(?:exe|scr|apk|docm|xlsm|iso|lnk|bat|msi|zip|rar|7z|pdf)(?![\p{L}\p{N}])/giu,
  ],
];

const AMOUNT = /(?<![\p{L}\p{N}])\d{1,9}(?:[.,]\d{1,3})? ?[%$€£]|[$€£] ?\d{1,9}(?:[.,]\d{1,3})?/u;

// "Write to me at …", in each language; matched without accents.
const WRITE = [
  'e-?mail|mail|write|contact|reach|message|text|reply|respond',
  'schreib(?:en sie|e)?|kontaktieren sie|kontaktiere|melden sie sich|melde dich|antworten sie',
  'ecrivez|ecris|contactez|contacte|repondez|joignez',
  'escribe(?:me)?|escriba(?:me)?|contacte(?:me)?|contacta(?:me)?|respond[ae](?:me)?',
  'scriv[aei](?:mi)?|contatt[ai](?:mi)?|rispond[ai](?:mi)?',
  'escrev[ae]|contact[ae]|contat[ae]|respond[ae]|mand[ae]',
  'schrijf|stuur|contacteer|reageer|antwoord',
].join('|');
const TOWARDS =
  'at|on|via|to|by|an|unter|per|a|al|en|em|para|no|pelo|su|op|naar|aan|sur|par|mon|mi|mia|meu|mijn|meine|email|e-?mail|mail|adresse|adres|correo|uma?|een|eine';
const EMAIL_ASK = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${WRITE})(?: to)?(?:[ -](?:me|mir|mich|moi|mi|mij))?(?: directly| privately| bitte| please)?(?: (?:${TOWARDS})){0,4}[:\\s]{1,3}[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,4}`,
  'giu',
);
const PERMITTED =
  /(?:\b(?:can|could|may|free to|welcome to|happy|prefer|want to|rather|konnen|kannst|pouvez|peux|puedes|puede)(?: also)?)\s+$/;

// Without one of these signs none of the patterns can match, and most notes have none.
const POSSIBLE = /[@$€£%]|\p{L}\.\p{L}|[\])}]\s?\p{L}| dot /iu;

/** Short links, chat links, booking links, file names, and requests to write to an address given in the note. */
export function linkCues(text: string): Cue[] {
  if (!POSSIBLE.test(text)) return [];
  // Percentages and amounts are a seller's; however many there are, they are one cue.
  const amount = AMOUNT.exec(text);
  const priced = amount ? [{ kind: 'pitch' as const, quote: amount[0], start: amount.index }] : [];
  const cues = PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, quote: match[0], start: match.index })),
  );
  const asks = [...unaccented(text).matchAll(EMAIL_ASK)].filter(
    (match) => !PERMITTED.test(fold(text.slice(Math.max(0, match.index - 20), match.index))),
  );
  return [
    ...priced,
    ...cues,
    ...asks.map((match) => ({
      kind: 'off_platform' as const,
      quote: text.slice(match.index, match.index + match[0].length),
      start: match.index,
    })),
  ];
}

/** Accents off, every offset kept: only letters that stay one UTF-16 unit are replaced. */
const unaccented = (text: string) =>
  text.replace(/[\u00c0-\u024f]/g, (letter) => {
    const bare = fold(letter);
    return bare.length === 1 ? bare : letter;
  });
