// What the note with an invitation says: whether it says anything, what can be checked, and what sells or cheats.
import { fold } from '#core/shared/fold.ts';
import { HARD_CUES, type Cue, type CueKind } from './cues/cue-list.ts';
import { CUE_LANGUAGES } from './cues/languages.ts';
import { linkCues } from './links.ts';
import { claimedEvent, claimedIntroducer, type Claim } from './claims.ts';
import { skeleton, skeletonWords } from './obfuscation.ts';
import { phraseBook, phrasesFound, words, type Word } from './words.ts';

export interface MessageReading {
  /**
   * `none`: empty; `stock`: LinkedIn's own sentence; `generic`: only greetings and "let's connect"; `own`: their
   * own words. The first three tell nothing about who they are to the owner.
   */
  readonly note: 'none' | 'stock' | 'generic' | 'own';
  /** In the order of the text. */
  readonly cues: readonly Cue[];
  /** Somebody said to have introduced us. */
  readonly introducer: Claim | undefined;
  /** The event at which we are said to have met. */
  readonly event: Claim | undefined;
}

const PLAIN = phraseBook<CueKind>(CUE_LANGUAGES.map((language) => language.plain));
const SCAM_WORDS = phraseBook<CueKind>(CUE_LANGUAGES.map((language) => language.scam));
const SCAM = phraseBook<CueKind>(
  CUE_LANGUAGES.map((language) => language.scam),
  skeleton,
);
const FILLER = new Set(CUE_LANGUAGES.flatMap((language) => language.filler.split(' ')));
const STOCK = CUE_LANGUAGES.flatMap((language) => language.stock);

// Words that make a suspicious phrase a profession or a topic: "crypto trading researcher".
const PROFESSION =
  /^(?:engineer|developer|research|analyst|lawyer|regulat|complian|journalis|professor|infrastruct|protocol|paper|thesis|audit|fraud|law$|legal|policy|startup|architect|forscher|entwickler|chercheu|investigador|ingenier|ricercator|onderzoek|sdk$|api$|apis$|bot$|bots$|backend|industry|desk$|firm$|law|economist|ecosystem|history|scam|security)/;
const NOT =
  /^(?:not|never|dont|doesnt|against|anti|fight|fighting|prevent|preventing|about|kein|keine|nicht|niet|geen|ni|nunca|mai)$/;
// "It would be great to meet at" has not happened.
const WISHED =
  /^(?:would|will|hope|hoping|could|can|shall|id|wed|lets|let|want|love|wurde|wurden|serait|seria|sarebbe|zou|if)$/;
// A promise of money is never a profession.
const PROMISE =
  /guarant|garant|assur|risk free|earn|double|verdien|gana|gagn|guadagn|ganh|gegarand|passive|passiv/;

/** Reads a note. Total and linear: any text gives a reading; every quote is a part of the text. */
export function readMessage(text: string): MessageReading {
  const plain = words(text);
  const hidden = skeletonWords(text);
  const cues = ordered([
    ...cuesOf(text, plain, phrasesFound(PLAIN, plain)),
    ...cuesOf(text, plain, phrasesFound(SCAM_WORDS, plain)),
    ...cuesOf(text, hidden, phrasesFound(SCAM, hidden)),
    ...linkCues(text),
  ]);
  const met = cues.filter((cue) => cue.kind === 'met');
  const introducer = claimedIntroducer(text, plain);
  const event = claimedEvent(text, plain, met);
  return { note: noteOf(plain, cues.length > 0 || introducer !== undefined), cues, introducer, event };
}

/** Cues of the given kinds, in the order of the text. */
export const cuesOfKind = <Kind extends CueKind>(reading: MessageReading, ...kinds: readonly Kind[]) =>
  reading.cues.filter((cue): cue is Cue & { readonly kind: Kind } => kinds.some((kind) => kind === cue.kind));

/** The cues each of which alone makes a first message a scam. */
export const scamCues = (reading: MessageReading) => cuesOfKind(reading, ...HARD_CUES);

/** A sales pitch: two pitch cues, or one with a call to action, or two calls to action by no recruiter. */
export function isPitch(reading: MessageReading): boolean {
  const pitch = cuesOfKind(reading, 'pitch').length;
  const calls = cuesOfKind(reading, 'call_to_action').length;
  const recruits = cuesOfKind(reading, 'recruiter').length > 0;
  return pitch >= 2 || (pitch === 1 && calls > 0) || (calls >= 2 && !recruits);
}

/** Says something the two of them could check: where they met, what they did together. */
export const saysHowWeMet = (reading: MessageReading) =>
  reading.event !== undefined || cuesOfKind(reading, 'met', 'worked_together').length > 0;

function cuesOf(
  text: string,
  stream: readonly Word[],
  found: readonly { kind: CueKind; from: number; to: number }[],
): Cue[] {
  return found.flatMap(({ kind, from, to }) => {
    const first = stream[from];
    const last = stream[to - 1];
    if (first === undefined || last === undefined || isHarmless(kind, stream, from, to)) return [];
    return [{ kind, quote: text.slice(first.start, last.end), start: first.start }];
  });
}

function isHarmless(kind: CueKind, stream: readonly Word[], from: number, to: number): boolean {
  const next = stream.slice(to, to + 3);
  if (kind === 'call_to_action') return next[0]?.text === 'of' && next[1]?.text === 'fame';
  if (kind === 'met') return stream.slice(Math.max(0, from - 3), from).some((word) => WISHED.test(word.text));
  if (kind !== 'investment' && kind !== 'off_platform' && kind !== 'money') return false;
  const spelled = stream.slice(from, to).map((word) => word.text);
  const before = stream.slice(Math.max(0, from - 2), from);
  if (before.some((word) => NOT.test(word.text))) return true;
  if (PROMISE.test(spelled.join(' '))) return false;
  const border = next.findIndex((word) => word.opens);
  const after = border === -1 ? next : next.slice(0, border);
  return [...spelled, ...before.map((word) => word.text), ...after.map((word) => word.text)].some((word) =>
    PROFESSION_SPELLED.some((form) => form.test(word)),
  );
}
// The second stream has skeletons, where every l is an i.
const PROFESSION_SPELLED = [PROFESSION, new RegExp(PROFESSION.source.replaceAll('l', 'i'))];

/** In text order; the two streams find most scam cues twice: the longer quote of two overlapping ones stays. */
function ordered(cues: readonly Cue[]): Cue[] {
  const sorted = cues.toSorted((a, b) => a.start - b.start || b.quote.length - a.quote.length);
  const end = new Map<CueKind, number>();
  return sorted.filter((cue) => {
    if (cue.start < (end.get(cue.kind) ?? 0)) return false;
    end.set(cue.kind, cue.start + cue.quote.length);
    return true;
  });
}

const FEW = 3;
/** Names and a headline around LinkedIn's own sentence, as its e-mail has them. */
const AROUND_STOCK = 10;

function noteOf(plain: readonly Word[], telling: boolean): MessageReading['note'] {
  if (plain.length === 0) return 'none';
  if (telling) return 'own';
  const content = plain.filter((word) => !FILLER.has(word.text)).length;
  const sentence = ` ${plain.map((word) => word.text).join(' ')} `;
  const stock = STOCK.some((one) => sentence.includes(` ${one} `));
  if (stock && content <= AROUND_STOCK) return 'stock';
  return content <= FEW ? 'generic' : 'own';
}

/**
 * A key that is equal for two messages saying the same, whoever signs: folded words without the inviter's own
 * name. Undefined when the message says nothing (stock and generic text prove no template).
 */
export function messageKey(message: string, inviterFn: string): string | undefined {
  const { note } = readMessage(message);
  if (note !== 'own') return undefined;
  const own = new Set(fold(inviterFn).split(/[^\p{L}\p{N}]+/u));
  const rest = words(message).filter((word) => !own.has(word.text));
  return rest.length < 6 ? undefined : rest.map((word) => word.text).join(' ');
}

/**
 * For each invitation, the other inviters who sent the same message: a template is visible in the owner's own
 * list. Ids without such others are absent; the same person inviting twice does not count.
 */
export function sameMessageInviters<Id extends number>(
  invitations: readonly { readonly id: Id; readonly fn: string; readonly message: string }[],
): Map<Id, string[]> {
  const groups = Map.groupBy(
    invitations.filter((one) => one.message !== ''),
    (one) => messageKey(one.message, one.fn) ?? '',
  );
  groups.delete('');
  const result = new Map<Id, string[]>();
  for (const group of groups.values()) {
    for (const one of group) {
      const others = new Set(
        group.filter((other) => fold(other.fn) !== fold(one.fn)).map((other) => other.fn),
      );
      if (others.size > 0) result.set(one.id, [...others]);
    }
  }
  return result;
}
