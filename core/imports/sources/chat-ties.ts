// Who knows whom by having talked in one chat, whatever program it is from.
import type { PartialDate } from '#core/shared/dates.ts';
import type { EvidenceDraft, PersonRef } from '../model.ts';
import { pairsOf } from './pairs.ts';

/** Somebody who wrote in a chat. */
export interface Writer {
  /** How the rest of the file names them. */
  readonly ref: PersonRef;
  /** Where they first wrote, 1-based. */
  readonly line: number;
  readonly messages: number;
  /** The day they last wrote on. */
  readonly last: PartialDate | undefined;
}

/** A group of more writers than that is an audience; of the others the busiest know each other. */
export const LARGEST_GROUP = 30;
const BUSIEST = 8;

const earlier = (a: PartialDate | undefined, b: PartialDate | undefined) =>
  a === undefined || b === undefined ? (a ?? b) : a < b ? a : b;

function tie(
  kind: EvidenceDraft['kind'],
  one: Writer,
  other: Writer,
  more: { readonly text: string; readonly other?: PersonRef },
): EvidenceDraft {
  const on = earlier(one.last, other.last);
  return {
    line: one.line,
    kind,
    person: one.ref,
    ...(more.other && { other: more.other }),
    ...(on !== undefined && { on }),
    count: one.messages + other.messages,
    text: more.text,
  };
}

/** `chat_two_way`: the owner and one person, on the day both had last written. */
export const tieOfTwo = (person: Writer, owner: Writer): EvidenceDraft =>
  tie('chat_two_way', person, owner, { text: '' });

/** `group_chat` for every two of those who wrote most, the owner among them or not; nothing of a crowd. */
export function tiesOfGroup(writers: readonly Writer[], owner: Writer, title: string): EvidenceDraft[] {
  if (writers.length > LARGEST_GROUP) return [];
  const busiest = [...writers].sort((a, b) => b.messages - a.messages).slice(0, BUSIEST);
  return pairsOf(busiest).map(([one, two]) => {
    const [person, other] = one === owner ? [two, one] : [one, two];
    return tie('group_chat', person, other, { text: title, ...(other !== owner && { other: other.ref }) });
  });
}
