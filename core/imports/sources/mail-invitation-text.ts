// The words of LinkedIn's invitation e-mail taken apart: name, headline, and what the inviter wrote themselves.
import { readMessage } from '#core/invitations/message.ts';
import { fold } from '#core/shared/fold.ts';
import {
  BUTTON,
  FOOTER,
  FORWARDED_DATE,
  FORWARDED_FIELD,
  forwardedSender,
  GREETING,
  MORE_STOCK,
} from './mail-invitation-words.ts';

export interface InvitationWords {
  readonly fn: string;
  readonly headline: string;
  /** Empty where LinkedIn's own sentence stands. */
  readonly message: string;
}

const ADDRESS = /https?:\/\/|\bwww\.|linkedin\.com\//i;
/** LinkedIn's, also behind a gate that a mail server puts in front of every link. */
const OF_LINKEDIN = /linkedin\.com|lnkd\.in|licdn\.com|safelinks\.|urldefense\.|proofpoint/i;
const RULE = /^[-_=*~·•—–]{3,}$/;
const LONGEST_TEXT = 100_000;
const MUTUAL =
  /\bmutual connection|gemeinsame[rn]? kontakt|relations? en commun|contactos? en comun|collegament[oi] in comune|conex(?:ao|oes) em comum|gemeenschappelijke connectie/;
/** "Ana Ruiz wants to connect", on a line of its own. */
const ANNOUNCES =
  /(?:has |have )?(?:requested to add you|invited you to connect|wants to connect|would like to connect|sent you an? (?:invitation|connection request)|is waiting for your response|wants to join your network)|mochte sich .{0,30}vernetzen|hat (?:ihnen|dir) eine (?:einladung|kontaktanfrage)|souhaite (?:se connecter|rejoindre)|vous a (?:envoye une invitation|invite)|quiere conectar|te ha enviado una invitacion|vuole collegarsi|ti ha inviato un invito|quer se conectar|enviou um convite|wil (?:graag )?(?:een )?(?:connectie|connecten|verbinding)|heeft (?:je|u) een uitnodiging|(?:le |a ).{2,60} (?:le )?gustaria conectar|how would you like to respond|wie mochten sie antworten|comment souhaitez-vous repondre|como quieres responder|come vuoi rispondere|como voce gostaria de responder|hoe wil je reageren/;

interface Line {
  readonly text: string;
  readonly folded: string;
}

/** The lines that may say something: not LinkedIn's footer, buttons, addresses, rules, headers of a forwarded letter. */
function tellingLines(text: string): Line[] {
  const lines: Line[] = [];
  const raw = text.slice(0, LONGEST_TEXT).split(/\r\n|\r|\n/);
  const start = raw.findLastIndex((line) => forwardedSender(bare(line)) !== '');
  const behind = raw.slice(headersEnd(raw, start)).map(bare);
  for (const [at, line] of behind.entries()) {
    const folded = fold(line);
    if (FOOTER.test(folded) && lines.length > 0) break;
    if (line !== '' && !isChrome(line, folded) && !isLabel(line, behind[at + 1]))
      lines.push({ text: line, folded });
  }
  return lines;
}

/** What a link of LinkedIn's is called stands on the line above its address: `Accept invitation from Ana Ruiz`. */
const isLabel = (line: string, next = '') =>
  line.length < 120 && !/[.!?。！？]$/.test(line) && LINK_OF_LINKEDIN.test(next);

const LINK_OF_LINKEDIN = /^<?https?:\/\/(?:[\w-]{1,40}\.){0,3}(?:linkedin\.com|lnkd\.in)\/\S*$/i;

/** Without quoting marks and bold stars. */
const bare = (line: string) =>
  line
    .replace(/^[>\s]+/, '')
    .replace(/^\*(.*)\*$/, '$1')
    .replace(/(?:[\s\u200b\u200c\ufeff]|\u034f)+/g, ' ')
    .trim();

/** Behind the header lines that a forwarding program puts in front of the text. */
function headersEnd(raw: readonly string[], start: number): number {
  if (start < 0) return 0;
  let end = start + 1;
  for (const line of raw.slice(start + 1, start + 1 + MOST_FORWARDED_FIELDS).map(bare)) {
    const folded = fold(line);
    // Recipients may go on in the next line; a page may have no blank line behind the headers.
    const isHeader = FORWARDED_FIELD.test(folded) || FORWARDED_DATE.test(folded) || line.includes('@');
    if (!isHeader) break;
    end++;
  }
  return end;
}
const MOST_FORWARDED_FIELDS = 20;

function isChrome(line: string, folded: string): boolean {
  if (RULE.test(line) || /^linkedin$/i.test(line)) return true;
  // `Accept: https://…` is a button with its address; a note that mentions one is longer, and other addresses are hers.
  const words = line.split(' ');
  const addresses = words.filter((word) => ADDRESS.test(word));
  if (
    addresses.length > 0 &&
    addresses.every((address) => OF_LINKEDIN.test(address)) &&
    words.filter((word) => !ADDRESS.test(word)).join(' ').length < 60
  )
    return true;
  return BUTTON.test(folded.replace(/[:：]$/, '').trim()) || FORWARDED_DATE.test(folded);
}

const plainName = (folded: string) =>
  folded
    .replace(/\s*\((?:she|he|they|sie|er|elle|il|ella|el)\/.{1,20}\)$/, '')
    .replace(/\s*[·•|]?\s*(?:1st|2nd|3rd\+?|\d\.)$/, '')
    .replace(/[.,:]$/, '')
    .trim();

function isStock(text: string): boolean {
  const { note } = readMessage(text);
  const folded = fold(text)
    .replace(/[.!。！]+$/, '')
    .trim();
  return note === 'stock' || note === 'none' || MORE_STOCK.some((one) => one.test(folded));
}

/** LinkedIn's own sentence is signed in the inviter's name: `- Ana`. */
const SIGNED = /\n?[-–—] ?\p{Lu}[\p{L}\p{M}'’.-]{0,40}(?: \p{Lu}[\p{L}\p{M}'’.-]{0,40}){0,3}$/u;

/** Lines that are the inviter's own; LinkedIn's greeting, announcement and sentence are left out. */
function ownWords(lines: readonly Line[]): string {
  const said = lines.filter(({ text, folded }) => text.length >= 200 || !ANNOUNCES.test(folded));
  const own = said.filter(
    ({ text, folded }, at) =>
      !(at === 0 && isOnlyGreeting(text, folded)) &&
      !MUTUAL.test(folded) &&
      !isStock(text.replace(greetingOf(folded, text), '')),
  );
  const message = own
    .map(({ text }) => text)
    .join('\n')
    .replace(/^["“„«]\s*([^"”“»]*?)\s*["”“»]$/s, '$1');
  return isStock(message) || isStock(message.replace(SIGNED, '')) ? '' : message;
}

/** A greeting in any language: `Dobrý den, Olive,`. */
const ADDRESSED =
  /^[\p{L}\p{M} ]{2,30}, \p{Lu}[\p{L}\p{M}'’-]{1,30}(?: \p{Lu}[\p{L}\p{M}'’-]{1,30}){0,2}[,!:]$/u;

/** `Hi Bo,`, `Olá, Bo`, `Guten Tag Frau Owner!`: a greeting and names, which begin with capitals; no sentence. */
function isOnlyGreeting(text: string, folded: string): boolean {
  if (text.length > 60) return false;
  // `Olive,` is how LinkedIn greeted until 2013; さん and 님 stand behind the name.
  if (ADDRESSED.test(text)) return true;
  if (/^\p{Lu}[\p{L}\p{M}'’-]{1,30}(?: \p{Lu}[\p{L}\p{M}'’-]{1,30}){0,2},$/u.test(text)) return true;
  if (!GREETING.test(folded)) return false;
  if (/(?:さん|様|님|안녕하세요|您好|你好)[^\p{L}]*$/u.test(text) || /さん[、,，]?こんにちは/u.test(text))
    return true;
  const rest = text.replace(/^(?:guten \S+|dzie\S dobry|sehr \S+|\S+?)(?:[,，]|(?=[\s!！]|$))\s*/iu, '');
  const names = rest
    .replace(/[,，!！:]\s*$/, '')
    .split(/\s+/)
    .filter(Boolean);
  return (
    names.length <= 5 &&
    !/[,，!！?？。]/.test(names.join(' ')) &&
    names.every((name) => /^(?:[\p{Lu}\p{Lo}]|(?:de|da|van|von|der|la|el|al)$)/u.test(name))
  );
}

/** The greeting in front of a sentence on the same line: `Hi Bo, I'd like to join your LinkedIn network.` */
function greetingOf(folded: string, text: string): string {
  if (!GREETING.test(folded.slice(0, 60).replace(/[,，!！].*$/s, ','))) return '';
  return /^.{1,60}?[,，!！]\s*/.exec(text)?.[0] ?? '';
}

/** The line that is nothing but the name; the first one a headline stands under, else the last. */
function nameLine(lines: readonly Line[], fn: string): number {
  const key = plainName(fold(fn));
  const places = lines.flatMap(({ folded }, at) => (plainName(folded) === key ? [at] : []));
  return places.find((at) => isHeadline(lines[at + 1], key)) ?? places.at(-1) ?? -1;
}

function isHeadline(line: Line | undefined, key: string): boolean {
  if (!line || line.text.length > 300) return false;
  const { folded, text } = line;
  return (
    plainName(folded) !== key &&
    !GREETING.test(folded) &&
    !ANNOUNCES.test(folded) &&
    !isStock(text) &&
    !MUTUAL.test(folded)
  );
}

/** A place below the headline is no note; a sentence is. */
const isNote = ({ text }: Line) => text.length > 60 || /[.!?。！？"”»]$/.test(text) || /^["“„«]/.test(text);

/**
 * What an invitation's text says. `names` are those the envelope gives, best first; where it gives none, the one who is
 * said to invite. The headline stands under the name; the note stands before it, or, as a sentence, behind the headline.
 */
export function invitationWords(text: string, names: readonly string[]): InvitationWords {
  const lines = tellingLines(text);
  const fn = names.find((name) => name !== '') ?? announcedName(lines);
  const at = fn === '' ? -1 : nameLine(lines, fn);
  if (at < 0) return { fn, headline: '', message: ownWords(lines) };
  const hasHeadline = isHeadline(lines[at + 1], plainName(fold(fn)));
  const before = ownWords(lines.slice(0, at));
  const after = lines.slice(at + (hasHeadline ? 2 : 1));
  const key = plainName(fold(fn));
  const behind = after.slice(0, 30).filter((line) => isNote(line) && plainName(line.folded) !== key);
  return {
    fn,
    headline: hasHeadline ? (lines[at + 1]?.text ?? '') : '',
    message: before === '' ? ownWords(behind) : before,
  };
}

/** `Ana Ruiz wants to connect` names her. */
function announcedName(lines: readonly Line[]): string {
  for (const { text, folded } of lines.slice(0, 20)) {
    const match = ANNOUNCES.exec(folded);
    if (match && match.index > 2 && folded.length === text.length) return text.slice(0, match.index).trim();
  }
  return '';
}
