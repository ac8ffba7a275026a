// What sort of note it is, by the cues found in it: a claim, a pitch, a position, a request, a scam.
import { HARD_CUES, type Cue, type CueKind } from './cues/cue-list.ts';
import type { MessageReading } from './message.ts';

/** Cues of the given kinds, in the order of the text. */
export const cuesOfKind = <Kind extends CueKind>(reading: MessageReading, ...kinds: readonly Kind[]) =>
  reading.cues.filter((cue): cue is Cue & { readonly kind: Kind } => kinds.some((kind) => kind === cue.kind));

/** The cues each of which alone makes a first message a scam. */
export const scamCues = (reading: MessageReading) => cuesOfKind(reading, ...HARD_CUES);

const has = (reading: MessageReading, ...kinds: readonly CueKind[]) =>
  reading.cues.some((cue) => kinds.includes(cue.kind));

/** Says something the two of them could check: where they met, what they did together, how they know each other. */
export const saysHowWeMet = (reading: MessageReading) =>
  reading.event !== undefined || has(reading, 'met', 'worked_together', 'acquainted');

/** How many places sell, ask for a call or open as letters to strangers do; the same words count once. */
function sellingCues(reading: MessageReading) {
  const taken: Cue[] = [];
  const count = (kind: CueKind) => {
    const apart = cuesOfKind(reading, kind).filter((cue) => !taken.some((other) => overlap(cue, other)));
    taken.push(...apart);
    return apart.length;
  };
  return { pitch: count('pitch'), calls: count('call_to_action'), openings: count('opening') };
}

const overlap = (a: Cue, b: Cue) => a.start < b.start + b.quote.length && b.start < a.start + a.quote.length;

/**
 * A sales pitch: two pitch cues, or one with a call to action or a stranger's opening, or an opening with a call,
 * or two calls. Recruiters, job seekers and people who say how they know the owner ask for calls too: of them
 * only two pitch cues make a pitch.
 */
export function isPitch(reading: MessageReading): boolean {
  const { pitch, calls, openings } = sellingCues(reading);
  if (pitch >= 2) return true;
  if (saysHowWeMet(reading) || reading.introducer || has(reading, 'recruiter', 'seeker')) return false;
  return (pitch === 1 && calls + openings > 0) || (calls > 0 && openings > 0) || calls >= 2;
}

/**
 * One word for the whole note, the weightiest first. `personal` claims an acquaintance, `fan` writes about the
 * owner's work, `seeker` studies or looks for work, `own` are words of their own that fit none of these.
 */
export type NoteKind =
  | MessageReading['note']
  | 'scam'
  | 'personal'
  | 'recruiter'
  | 'seeker'
  | 'pitch'
  | 'fan';

/** The sort of note. Total; `none`, `stock`, `generic` and `own` are what `note` says when nothing else is found. */
export function kindOfNote(reading: MessageReading): NoteKind {
  if (scamCues(reading).length > 0) return 'scam';
  const selling = isPitch(reading);
  if (!selling && (saysHowWeMet(reading) || reading.introducer !== undefined)) return 'personal';
  if (selling) return 'pitch';
  const seeker = cuesOfKind(reading, 'seeker').length;
  const recruiter = cuesOfKind(reading, 'recruiter').length;
  // Both write about jobs: whoever says more about it from their side.
  if (recruiter > seeker) return 'recruiter';
  if (seeker > 0) return 'seeker';
  return has(reading, 'interest') ? 'fan' : reading.note;
}
