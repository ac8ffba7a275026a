// When a telling phrase tells nothing: denied, only wished, a profession, a talk that was beautiful.
import type { CueKind } from './cues/cue-list.ts';
import type { Word } from './words.ts';

/** A phrase found in a stream of words: `from` inclusive, `to` exclusive. */
export interface Span {
  readonly kind: CueKind;
  readonly from: number;
  readonly to: number;
}

// Words that make a suspicious phrase a profession or a topic: "crypto trading researcher".
const PROFESSION =
  /^(?:engineer|developer|research|analyst|lawyer|regulat|complian|journalis|professor|infrastruct|protocol|paper|thesis|audit|fraud|law$|legal|policy|startup|architect|forsch|entwickl|chercheu|recherche|investigador|investigaci|ingenier|ingegner|ricerca|ricercator|onderzoek|pesquis|sdk$|apis?$|bots?$|backend|industry|desk$|firm$|law|economist|economis|ecosystem|history|scam|security|sicherheit|seguridad|sicurezza|seguranca|veiligheid|securite|betrug|arnaque|estafa|truff|golpe|fraude|betrugs|oplicht|encrypt|verschlussel|chiffrement|cifrad|crittograf|criptograf|cryptograph|kryptograph|kryptograf)/;
// A place to talk in that both know, or a program somebody works on: "the parents' WhatsApp group".
const TOPIC =
  /^(?:client$|channel|group|gruppe|groupe|grupo|gruppo|groep|elterngruppe|familien|app$|team$|integration)/;
// "Gain ten hours a week" promises no money.
const NO_MONEY =
  /^(?:hours?|minutes?|heures?|stunden?|minuten|horas?|minutos?|ore|minuti|uur|uren|clients?|clienti|clientes?|leads?|kunden|klanten|customers|followers|points?|percent)$/;
const NOT =
  /^(?:not|never|dont|doesnt|wont|without|against|anti|fight|fighting|prevent|preventing|avoid|about|kein|keine|keinen|nicht|nie|niemals|gegen|uber|niet|geen|nooit|tegen|ni|no|nunca|jamas|contra|non|mai|contro|nao|jamais|ne|pas|contre|sur)$/;
// "It would be great to meet at" has not happened.
const WISHED =
  /^(?:would|will|ware|waere|hope|hoping|could|can|shall|id|wed|lets|let|want|love|wurde|wurden|hoffe|hoffentlich|serait|jespere|espere|espero|seria|sarebbe|spero|zou|hoop|hopelijk|gustaria|encantaria|gostaria|gostava|adoraria|vorrei|piacerebbe|aimerais|voudrais|mochte|mochten|wil|if|wenn|falls|si|se|als)$/;
// A promise of money is never a profession.
const PROMISE =
  /guarant|garant|assur|risk free|earn|double|verdien|gana|gagn|guadagn|ganh|gegarand|passive|passiv/;
// What is lovely about somebody's work: "hello, beautiful talk", "schöne Grüße", "tu linda presentación".
const WORK =
  /^(?:talk|speech|speaker|speakers|presentation|presentati|lecture|work|writer|writing|article|post|posts|book|project|website|garden|pictures?|photos?|people|everyone|souls?|world|day|week|weekend|morning|place|city|vortrag|prasentation|arbeit|gruss|grusse|woche|wochenende|tag|zeit|feiertage|idee|presentacion|charla|ponencia|trabajo|gente|semana|dia|foto|fotos|conference|journee|soiree|semaine|travail|idees?|presentazione|giornata|serata|settimana|lavoro|apresentacao|palestra|trabalho|presentatie|lezing|dag|werk|avond|initiative|iniciativa|iniziativa)/;
// What a job seeker encloses.
const ENCLOSED =
  /^(?:cv|resume|curriculum|curriculo|portfolio|lebenslauf|bewerbung|bewerbungsunterlagen|zeugnis|zeugnisse|candidature|lettre|slides?|folien|fotos?|photos?|pictures?|bilder|diapos|diapositivas|apresentacao|presentacion|presentazione|paper|thesis|tesis|tesi|tese|recette|rezept|recipe|program|programm|programme|agenda|notes|notizen|minutes|protokoll)$/;
const NEAR = 5;

const at = (stream: readonly Word[], from: number, to: number) => stream.slice(Math.max(0, from), to);

/** Up to `count` words before a place, of the same sentence. */
function before(stream: readonly Word[], from: number, count: number): readonly Word[] {
  let start = from;
  while (start > Math.max(0, from - count) && stream[start]?.opens !== true) start -= 1;
  return stream.slice(start, from);
}

// "We have never met", "ci siamo mai incontrati" behind "non"; French says it in two words, one of which is Italian's "of it".
const NEVER =
  /^(?:not|never|havent|hasnt|hadnt|didnt|nicht|nie|niemals|jamais|nunca|jamas|nao|nooit|niet|non)$/;
// "Not only at the fair".
const ONLY = /^(?:only|just|nur|bloss|seulement|solo|soltanto|solamente|so|apenas|alleen|slechts)$/;

/** A meeting that is denied: in its own words, or in the two before them of the same clause; a question asks for a yes. */
function neverHappened(text: string, stream: readonly Word[], { from, to }: Span): boolean {
  const end = stream[to - 1]?.end ?? 0;
  if (/^[^.!?\n]{0,200}\?/.test(text.slice(end, end + 201))) return false;
  const start = clauseStart(text, stream, from, 2);
  const said = at(stream, start, to).map((word) => word.text);
  if (said.includes('ne') && said.includes('pas')) return true;
  const denied = said.findIndex((word) => NEVER.test(word));
  return denied >= 0 && !ONLY.test(stream[start + denied + 1]?.text ?? '');
}

/** The place at most `count` words before `from` that is still in the same clause. */
function clauseStart(text: string, stream: readonly Word[], from: number, count: number): number {
  let start = from;
  while (start > Math.max(0, from - count) && stream[start]?.opens !== true && !isParted(text, stream, start))
    start -= 1;
  return start;
}

/** A comma or a dash stands before this word. */
const isParted = (text: string, stream: readonly Word[], place: number) =>
  /[,;:()–—]/.test(text.slice(stream[place - 1]?.end ?? 0, stream[place]?.start ?? 0));

type Guard = (text: string, stream: readonly Word[], span: Span) => boolean;

const GUARDS: Readonly<Partial<Record<CueKind, Guard>>> = {
  call_to_action: (_text, stream, { to }) => stream[to]?.text === 'of' && stream[to + 1]?.text === 'fame',
  met: (text, stream, span) =>
    at(stream, clauseStart(text, stream, span.from, 3), span.from).some((word) => WISHED.test(word.text)) ||
    neverHappened(text, stream, span),
  worked_together: (text, stream, span) => neverHappened(text, stream, span),
  romance: (text, stream, { to }) => isAboutWork(text, stream, to),
  attachment: (_text, stream, { from, to }) =>
    at(stream, from - NEAR, to + NEAR).some((word) => ENCLOSED.test(word.text)),
  id_document: (_text, stream, { from }) => isDenied(stream, from),
  money: (_text, stream, span) => isDenied(stream, span.from) || isProfession(stream, span),
  investment: (_text, stream, span) =>
    isDenied(stream, span.from) ||
    isProfession(stream, span) ||
    at(stream, span.from, span.to).some((word) => NO_MONEY.test(word.text)),
  off_platform: (_text, stream, span) =>
    isDenied(stream, span.from) ||
    isProfession(stream, span) ||
    at(stream, span.from, span.to + 1).some((word) => TOPIC.test(word.text)),
};

/** Whether a phrase of this kind, at this place of this text, means nothing of the kind. */
export const isHarmless: Guard = (text, stream, span) => GUARDS[span.kind]?.(text, stream, span) ?? false;

const isDenied = (stream: readonly Word[], from: number) =>
  before(stream, from, 2).some((word) => NOT.test(word.text));

/** The adjective belongs to a noun that stands right behind it, no comma between. */
function isAboutWork(text: string, stream: readonly Word[], to: number): boolean {
  const last = stream[to - 1];
  const next = stream[to];
  if (last === undefined || next === undefined || next.opens) return false;
  return text.slice(last.end, next.start).trim() === '' && WORK.test(next.text);
}

function isProfession(stream: readonly Word[], { from, to }: Span): boolean {
  const spelled = at(stream, from, to).map((word) => word.text);
  if (PROMISE.test(spelled.join(' '))) return false;
  const next = stream.slice(to, to + 3);
  const border = next.findIndex((word) => word.opens);
  const around = [...before(stream, from, 2), ...(border === -1 ? next : next.slice(0, border))];
  return [...spelled, ...around.map((word) => word.text)].some((word) =>
    PROFESSION_SPELLED.some((form) => form.test(word)),
  );
}
// The second stream has skeletons, where every l is an i.
const PROFESSION_SPELLED = [PROFESSION, new RegExp(PROFESSION.source.replaceAll('l', 'i'))];
