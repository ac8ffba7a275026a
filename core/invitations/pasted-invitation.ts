// Text copied from LinkedIn's invitation list, a profile page or its invitation e-mail, taken apart.
import { linkedInKey, linkedInUrl } from '#core/contacts/identity.ts';
import type { InvitationForm } from './model.ts';
import { parseMutualLine } from './mutual-line.ts';

const LONGEST = 20_000;
const URL_IN_TEXT =
  /(?:https?:\/\/)?(?:[a-z]{2,3}\.|www\.)?linkedin\.com\/(?:comm\/)?(?:in|pub)\/[^\s<>"'?#]{1,300}/giu;
// Buttons, counters and labels of the page: never anybody's words.
const CHROME =
  /^(?:accept|ignore|message|reply|connect|follow|following|more|pending|withdraw|show more|see more|…?see (?:more|less)|view profile|contact info|open to|premium|verified|status is (?:online|offline|reachable)|annehmen|ignorieren|nachricht|antworten|vernetzen|folgen|mehr|accepter|ignorer|répondre|se connecter|suivre|plus|aceptar|ignorar|responder|conectar|seguir|más|accetta|ignora|rispondi|collegati|segui|altro|aceitar|mais|accepteren|negeren|beantwoorden|connectie maken|volgen|meer|about|activity|\d+(?:st|nd|rd|th)?|·|•)$/iu;
const COUNTER =
  /^(?:\d[\d.,]*\+?|500\+)\s*(?:connections|followers|kontakte|follower|relations|abonnés|contactos|seguidores|collegamenti|connessioni|conexões|connecties|volgers).*$/iu;
const AGE =
  /^(?:(?:sent|received|gesendet|envoyée?|enviad[oa]|inviato|verzonden)\b.*|today|yesterday|heute|gestern|hier|hoy|ayer|oggi|ieri|hoje|ontem|vandaag|gisteren|(?:vor |il y a |hace |há )?\d+\s*(?:min|h|hrs?|hours?|days?|weeks?|months?|mo|w|d|tage?n?|wochen?|monate?n?|stunden?|jours?|semaines?|mois|días?|semanas?|mes(?:es)?|giorn[oi]|settiman[ae]|mes[ei]|dias?|dagen|dag|weken|maanden)(?: ago| fa| atrás| geleden)?)$/iu;
const DEGREE =
  /\s*(?:[·•|]\s*(?:1st|2nd|3rd\+?|[123]\.|[123]e|[123]er|[123]º|[123]°)(?:\s+degree connection)?)+\s*$/iu;
const INVITES =
  /^(.{1,200}?)\s+(?:invited you to connect|wants to connect(?: with you)?|would like to connect(?: with you)?|sent you (?:an invitation|a connection request)|möchte sich mit ihnen vernetzen|souhaite se connecter|vous a invité.*|quiere conectar.*|vuole collegarsi.*|quer se conectar.*|wil (?:met je )?connecten.*)[.!]?$/iu;
const PRONOUNS = /^\(?(?:she|he|they|sie|er|elle|il|ella|él|zij|hij)\s*\/\s*\p{L}+(?:\s*\/\s*\p{L}+)?\)?$/iu;

interface Collected {
  readonly names: string[];
  readonly lines: string[];
  mutuals: ReturnType<typeof parseMutualLine>;
}

/**
 * Best effort, never throws: name, address, headline, mutual line and note of text pasted from the page. The first
 * line that is not a button or a counter is the name, the next short one the headline; what follows the mutual
 * line (or the headline) is the note. Absent fields were not found.
 */
export function parsePastedInvitation(text: string): Partial<InvitationForm> {
  const url = [...text.slice(0, LONGEST).matchAll(URL_IN_TEXT)][0]?.[0];
  const collected = collect(text.slice(0, LONGEST));
  const key = url === undefined ? undefined : linkedInKey(url);
  const [name] = collected.names;
  const [headline, ...note] = collected.lines;
  return {
    ...(name === undefined ? {} : { fn: name.slice(0, 300) }),
    ...(key === undefined ? {} : { url: linkedInUrl(key).slice(0, 2000) }),
    ...(headline === undefined || headline === '' ? {} : { headline: headline.slice(0, 500) }),
    ...(note.length === 0 ? {} : { message: note.join('\n').slice(0, 4000) }),
    ...(collected.mutuals
      ? { mutualNames: collected.mutuals.names.slice(0, 50), mutualCount: collected.mutuals.total }
      : {}),
  };
}

function collect(text: string): Collected {
  const found: Collected = { names: [], lines: [], mutuals: undefined };
  for (const raw of text.replaceAll('\u00a0', ' ').split(/\r\n|\r|\n/)) {
    const line = raw.trim();
    if (line === '' || line.length > 4000) continue;
    const mutuals = found.mutuals === undefined && line.length < 400 ? parseMutualLine(line) : undefined;
    if (mutuals) found.mutuals = mutuals;
    else if (!isPage(line)) place(found, line);
    // Without a headline before it, what follows the mutual line is the note.
    if (mutuals && found.names.length > 0 && found.lines.length === 0) found.lines.push('');
  }
  return found;
}

function place(found: Collected, line: string): void {
  const bare = (INVITES.exec(line)?.[1] ?? line).replace(DEGREE, '').trim();
  const [name] = found.names;
  if (name === undefined) found.names.push(bare);
  // The page repeats the name for screen readers.
  else if (
    bare !== name &&
    !(found.lines.length === 0 && bare.startsWith(`${name} `) && INVITES.test(line))
  ) {
    // A line that greets is the note, although no headline came before it.
    if (found.lines.length === 0 && GREETING.test(line)) found.lines.push('');
    found.lines.push(line);
  }
}
const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|guten tag|liebe[rs]?|sehr geehrte[rs]?|bonjour|salut|cher|chère|hola|estimad[oa]|ciao|buongiorno|gentile|olá|oi|car[oa]|prezad[oa]|hoi|beste|geachte)\b/iu;

const isPage = (line: string) =>
  CHROME.test(line) ||
  COUNTER.test(line) ||
  AGE.test(line) ||
  PRONOUNS.test(line) ||
  /^(?:[·•]\s*)?(?:1st|2nd|3rd\+?)(?: degree connection)?$/iu.test(line) ||
  /^(?:https?:\/\/)?(?:[a-z]{2,3}\.|www\.)?linkedin\.com\/\S+$/iu.test(line);
