// Who wrote to whom, counted: letters between the owner and one person, and rooms in which everybody spoke.
import { splitName } from '#core/contacts/names.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import { fold } from '#core/shared/fold.ts';
import type { EvidenceDraft, OwnerDraft } from '../model.ts';
import { personRef } from './contact-builder.ts';
import { pairsOf } from './pairs.ts';

/** A member as one file spells them. */
export interface Member {
  readonly key: string;
  fn: string;
  url: string;
}

/** One message, without a word of what was said. */
export interface Message {
  readonly line: number;
  readonly conversation: string;
  readonly from: Member;
  readonly to: readonly Member[];
  readonly on: PartialDate | undefined;
}

/** More people than that are an audience. */
const LARGEST_ROOM = 8;

const newer = (a: PartialDate | undefined, b: PartialDate | undefined) =>
  a === undefined || (b !== undefined && b > a) ? b : a;

/** On how many messages somebody stands, as sender or receiver. */
function presence(messages: readonly Message[]): Map<Member, number> {
  const times = new Map<Member, number>();
  for (const { from, to } of messages) {
    times.set(from, (times.get(from) ?? 0) + 1);
    for (const member of to) if (member !== from) times.set(member, (times.get(member) ?? 0) + 1);
  }
  return times;
}

/**
 * Whose archive it is: LinkedIn writes the owner on every message, as sender or receiver. So it is whoever stands on
 * the most of them, if that is most of them and nobody else stands on as many; among those who bear a name the book
 * knows for its owner, if there are any. Undefined when nothing tells, as with a single conversation of two strangers.
 */
export function ownerAmong(
  messages: readonly Message[],
  ownerNames: ReadonlySet<string>,
): { readonly member: Member; readonly certain: boolean } | undefined {
  const times = presence(messages);
  const named = [...times].filter(([{ fn }]) => ownerNames.has(fold(fn)));
  let best: Member | undefined;
  let most = 0;
  let second = 0;
  for (const [member, count] of named.length > 0 ? named : times) {
    if (count > most) [best, second, most] = [member, most, count];
    else second = Math.max(second, count);
  }
  if (best === undefined || most === second) return undefined;
  if (named.length > 0) return { member: best, certain: false };
  return most * 2 > messages.length
    ? { member: best, certain: most * 10 >= messages.length * 9 && times.size > 3 }
    : undefined;
}

/** The owner's card as far as messages tell; only when there is hardly a doubt. */
export const ownerDraft = ({ fn, url }: Member): OwnerDraft => ({ fn, n: splitName(fn), url });

interface Room {
  readonly members: Set<Member>;
  readonly writers: Set<Member>;
  line: number;
  on: PartialDate | undefined;
  messages: number;
}

interface Exchange {
  sent: number;
  received: number;
  line: number;
  on: PartialDate | undefined;
}

/** Messages of one conversation belong to one room; without an id, the people are the room. */
function roomsOf(messages: readonly Message[]): Iterable<Room> {
  const rooms = new Map<string, Room>();
  for (const { conversation, from, to, line, on } of messages) {
    const id = conversation || [...new Set([from, ...to].map(({ key }) => key))].sort().join('\n');
    const room = rooms.get(id) ?? {
      members: new Set(),
      writers: new Set(),
      line,
      on: undefined,
      messages: 0,
    };
    rooms.set(id, room);
    room.writers.add(from);
    room.members.add(from);
    for (const member of to) room.members.add(member);
    if (newer(room.on, on) !== room.on) [room.on, room.line] = [on, line];
    room.messages++;
  }
  return rooms.values();
}

/**
 * What the messages say about people: `li_message_two_way` for everybody the owner exchanged messages with, both ways
 * and between the two of them (how many, the newest day); `group_chat` for every two others of a room of at most eight
 * in which everybody wrote. Messages one way say nothing: anybody can write to anybody.
 */
export function evidenceOf(messages: readonly Message[], owner: Member): EvidenceDraft[] {
  const exchanges = new Map<Member, Exchange>();
  const evidence: EvidenceDraft[] = [];
  for (const message of messages) countExchange(message, owner, exchanges);
  for (const [member, { sent, received, line, on }] of exchanges) {
    if (sent === 0 || received === 0) continue;
    const person = personRef(member.fn, { url: member.url });
    evidence.push({
      line,
      kind: 'li_message_two_way',
      person,
      ...(on !== undefined && { on }),
      count: sent + received,
      text: '',
    });
  }
  for (const room of roomsOf(messages)) evidence.push(...groupChat(room, owner));
  return evidence;
}

/** The one person a message went to; undefined when it went to several, or to its sender alone. */
function onlyReceiver(from: Member, to: readonly Member[]): Member | undefined {
  let only: Member | undefined;
  for (const member of to) {
    if (member === from || member === only) continue;
    if (only !== undefined) return undefined;
    only = member;
  }
  return only;
}

/** Counts a message that only the owner and one other person got. */
function countExchange(message: Message, owner: Member, exchanges: Map<Member, Exchange>): void {
  const { from, to, line, on } = message;
  const only = onlyReceiver(from, to);
  if (only === undefined || (from !== owner && only !== owner)) return;
  const other = from === owner ? only : from;
  const exchange = exchanges.get(other) ?? { sent: 0, received: 0, line, on: undefined };
  exchanges.set(other, exchange);
  if (from === owner) exchange.sent++;
  else exchange.received++;
  if (newer(exchange.on, on) !== exchange.on) [exchange.on, exchange.line] = [on, line];
}

function groupChat({ members, writers, line, on, messages }: Room, owner: Member): EvidenceDraft[] {
  if (members.size < 3 || members.size > LARGEST_ROOM || writers.size < members.size) return [];
  const others = [...members].filter((member) => member !== owner);
  return pairsOf(others).map(([person, other]) => ({
    line,
    kind: 'group_chat',
    person: personRef(person.fn, { url: person.url }),
    other: personRef(other.fn, { url: other.url }),
    ...(on !== undefined && { on }),
    count: messages,
    text: '',
  }));
}
