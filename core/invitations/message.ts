// What the note with an invitation says: whether it says anything, what can be checked, and what sells or cheats.
import { type Cue, type CueKind } from './cues/cue-list.ts';
import { lazily } from '#core/shared/lazily.ts';
import { cueLanguages } from './cues/languages.ts';
import { claimedEvent, claimedIntroducer, type Claim } from './claims.ts';
import { isHarmless } from './harmless.ts';
import { linkCues } from './links.ts';
import { asMeant, nearWords } from './near-words.ts';
import { isDisguised, skeleton, skeletonWords } from './obfuscation.ts';
import { phraseBook, phrasesFound, vocabularyOf, words, type Word } from './words.ts';

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

/** What every note is held against, in all languages. */
const reader = lazily(() => {
  const languages = cueLanguages();
  const plain = phraseBook<CueKind>(languages.flatMap((language) => [language.plain, language.scam]));
  const filler = new Set(languages.flatMap((language) => language.filler));
  return {
    plain,
    scam: phraseBook<CueKind>(
      languages.map((language) => language.scam),
      skeleton,
    ),
    filler,
    /** LinkedIn's sentences by their first three words. */
    stock: Map.groupBy(
      languages.flatMap((language) => language.stock.map((sentence) => sentence.split(' '))),
      (sentence) => sentence.slice(0, 3).join(' '),
    ),
    /** Spellings are judged by the cues' own words and by those of every greeting. */
    near: nearWords([...vocabularyOf(plain), ...filler]),
  };
});

/** Whether a folded word says nothing about who we are to each other, in any of the languages. */
export const isFiller = (word: string): boolean => reader().filler.has(word);

/** Reads a note. Total and linear: any text gives a reading; every quote is a part of the text. */
export function readMessage(text: string): MessageReading {
  const { plain: cuePhrases, scam } = reader();
  const plain = words(text);
  const meant = plain.map(spelledRight);
  const hidden = isDisguised(text) ? skeletonWords(text) : [];
  const stock = stockIn(plain);
  const cues = ordered([
    ...cuesOf(text, meant, phrasesFound(cuePhrases, meant)),
    ...cuesOf(text, hidden, phrasesFound(scam, hidden)),
    ...linkCues(text),
    // What LinkedIn wrote is no word of theirs.
  ]).filter((cue) => !stock || cue.start >= stock.end || cue.start + cue.quote.length <= stock.start);
  const met = cues.filter((cue) => cue.kind === 'met');
  const introducer = claimedIntroducer(text, plain);
  const event = claimedEvent(text, plain, met);
  const telling = introducer !== undefined || cues.some((cue) => cue.kind !== 'opening');
  return { note: noteOf(meant, stock !== undefined, telling), cues, introducer, event };
}

// Wattsapp, wasap, guasap, whatssap: the one name is misspelled in more ways than one slip allows.
const MESSENGER = /^(?:wh?|gu|u)[ao]t*h?t*s+[ao]+p+s?$/;

function spelledRight(word: Word): Word {
  const text = MESSENGER.test(word.text) ? 'whatsapp' : asMeant(reader().near, word.text);
  return text === word.text ? word : { ...word, text };
}

function cuesOf(
  text: string,
  stream: readonly Word[],
  found: readonly { kind: CueKind; from: number; to: number }[],
): Cue[] {
  return found.flatMap((span) => {
    const first = stream[span.from];
    const last = stream[span.to - 1];
    if (first === undefined || last === undefined || isHarmless(text, stream, span)) return [];
    return [{ kind: span.kind, quote: text.slice(first.start, last.end), start: first.start }];
  });
}

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

function noteOf(plain: readonly Word[], stock: boolean, telling: boolean): MessageReading['note'] {
  if (plain.length === 0) return 'none';
  if (telling) return 'own';
  const content = plain.filter((word) => !isFiller(word.text)).length;
  if (stock && content <= AROUND_STOCK) return 'stock';
  return content <= FEW ? 'generic' : 'own';
}

/** Where LinkedIn's own sentence stands, if it does. */
function stockIn(plain: readonly Word[]): { start: number; end: number } | undefined {
  const { stock } = reader();
  for (const [from, word] of plain.entries()) {
    const key = `${word.text} ${plain[from + 1]?.text ?? ''} ${plain[from + 2]?.text ?? ''}`;
    const length = Math.max(
      0,
      ...(stock.get(key) ?? [])
        .filter((sentence) => sentence.every((part, offset) => plain[from + offset]?.text === part))
        .map((sentence) => sentence.length),
    );
    const last = plain[from + length - 1];
    if (length > 0 && last) return { start: word.start, end: last.end };
  }
  return undefined;
}
