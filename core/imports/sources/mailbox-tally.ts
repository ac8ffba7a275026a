// Who wrote to whom in a mailbox, added up letter by letter; what it holds grows with the people, never with the letters.
import { momentOfMail } from '#core/formats/mail/date.ts';
import type { Correspondent, Letter } from './mailbox-letter.ts';

export interface Person {
  readonly key: string;
  /** The address as first written. */
  readonly address: string;
  /** Where they first appear: the file, and its line. */
  readonly entryName: string;
  readonly line: number;
  /** Display names and how often; a few are enough. */
  readonly names: Map<string, number>;
  /** Letters they wrote, and those on which they stand at all. */
  sent: number;
  present: number;
  /** Letters they wrote that lie in the owner's folder of sent mail. */
  sentByOwner: number;
  delivered: number;
  /** The newest letter of theirs that can be answered. */
  last: LastLetter | undefined;
}

/** A letter that can be answered. */
export interface LastLetter {
  readonly entryName: string;
  readonly line: number;
  /** `2024-03-05`. */
  readonly on: string;
  /** Tells which of two of one day is newer. */
  readonly moment: string;
  /** As `Letter` has it. */
  readonly thread: NonNullable<Letter['thread']>;
  /** Of a file that is this letter alone: its subject. */
  readonly alone: Letter['alone'];
  /** Numbers of those to whom it went. */
  readonly readers: readonly number[];
}

/** Two people, `a` before `b` in the order of their numbers. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  /** Letters from one to the other. */
  aToB: number;
  bToA: number;
  /** Letters with few people on which both stand. */
  together: number;
  /** `2024-03-05`, the newest of either kind; '' when no letter was dated. */
  exchangedOn: string;
  togetherOn: string;
}

export interface Tally {
  readonly people: readonly Person[];
  readonly pairs: ReadonlyMap<number, Pair>;
  readonly letters: number;
  /** More people or pairs than it keeps. */
  readonly isFull: boolean;
  /** Counts a letter of a file; the same letter in another folder counts once. */
  add(letter: Letter, day: string | undefined, entryName: string): void;
}

export const MOST_PAIRS = 200_000;
const MOST_PEOPLE = 200_000;
const MOST_NAMES = 6;
/** People on one letter with more than this many recipients need not know each other. */
const FEW_RECIPIENTS = 8;
/** A letter to more than this many is no letter to any of them. */
const CIRCULAR = 50;
const MOST_IDS = 500_000;
/** Nobody answers more people than this; others' letters are not kept. */
const MOST_ANSWERABLE = 20_000;

interface State {
  readonly people: Person[];
  readonly byKey: Map<string, number>;
  readonly pairs: Map<number, Pair>;
  readonly ids: Set<number>;
  letters: number;
  /** How many people have a letter that can be answered. */
  answerable: number;
  isFull: boolean;
  /** `emailKey`s of the owner, as far as they are known. */
  readonly ownerKeys: ReadonlySet<string>;
  /** Numbers of the owner and, once it gets crowded, of those who are on most letters; the owner is one of them. */
  readonly frequent: Set<number>;
  isPicky: boolean;
  /** The letter at hand is from or to somebody who may be the owner. */
  isOwners: boolean;
}

/** A number for a Message-ID: 53 bits of two rounds of FNV-1a, so that a copy in another folder counts once. */
function hashOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + i), 0x85ebca6b);
  }
  return (low >>> 0) * 2_097_152 + ((high >>> 0) & 0x1f_ffff);
}

const PAIR = 0x100_0000;
const pairKey = (a: number, b: number) => (a < b ? a * PAIR + b : b * PAIR + a);

function numberOf(
  state: State,
  { key, address, name }: Pick<Correspondent, 'key' | 'address' | 'name'>,
  { line, entryName }: Place,
): number | undefined {
  let at = state.byKey.get(key);
  if (at === undefined) {
    if (state.people.length >= MOST_PEOPLE) {
      state.isFull = true;
      if (!state.isOwners || state.people.length >= 2 * MOST_PEOPLE) return undefined;
    }
    at = state.people.length;
    if (state.ownerKeys.has(key)) state.frequent.add(at);
    state.byKey.set(key, at);
    state.people.push({ key, address, line, entryName, names: new Map(), ...NEVER });
  }
  const person = state.people[at];
  if (person && name !== '') {
    const short = name.slice(0, 300);
    const times = person.names.get(short);
    if (times !== undefined || person.names.size < MOST_NAMES) person.names.set(short, (times ?? 0) + 1);
  }
  return at;
}

interface Place {
  readonly entryName: string;
  readonly line: number;
}

const NEVER = { sent: 0, present: 0, sentByOwner: 0, delivered: 0, last: undefined };

function pairOf(state: State, first: number, second: number): Pair | undefined {
  const key = pairKey(first, second);
  const known = state.pairs.get(key);
  if (known) return known;
  if (state.pairs.size >= MOST_PAIRS) thinOut(state);
  const mayBeOwners = state.frequent.has(first) || state.frequent.has(second);
  if (state.isPicky && (!mayBeOwners || state.pairs.size >= 2 * MOST_PAIRS)) return undefined;
  const pair = {
    a: Math.min(first, second),
    b: Math.max(first, second),
    aToB: 0,
    bToA: 0,
    together: 0,
    exchangedOn: '',
    togetherOn: '',
  };
  state.pairs.set(key, pair);
  return pair;
}

/**
 * Too many pairs: those seen once and far from the owner go, because they would prove nothing; afterwards only pairs
 * with somebody who is on many letters are begun.
 */
function thinOut(state: State): void {
  if (state.isPicky) return;
  state.isFull = true;
  state.isPicky = true;
  const byPresence = state.people.map((_, at) => at);
  byPresence.sort((x, y) => state.people[y]!.present - state.people[x]!.present);
  for (const at of byPresence.slice(0, 8)) state.frequent.add(at);
  for (const [key, pair] of state.pairs) {
    const isOwners = state.frequent.has(pair.a) || state.frequent.has(pair.b);
    if (!isOwners && pair.together < 2 && pair.aToB + pair.bToA < 2) state.pairs.delete(key);
  }
}

function addExchanges(state: State, from: number, others: readonly number[], day: string): void {
  for (const other of others) {
    if (other === from) continue;
    const pair = pairOf(state, from, other);
    if (!pair) continue;
    if (pair.a === from) pair.aToB++;
    else pair.bToA++;
    if (day > pair.exchangedOn) pair.exchangedOn = day;
  }
}

function addTogether(state: State, everybody: readonly number[], day: string): void {
  for (let i = 0; i < everybody.length; i++) {
    for (let j = i + 1; j < everybody.length; j++) {
      const pair = pairOf(state, everybody[i]!, everybody[j]!);
      if (!pair) continue;
      pair.together++;
      if (day > pair.togetherOn) pair.togetherOn = day;
    }
  }
}

/** The newest one takes the place of the one before: what is held grows with the people, never with the letters. */
function noteLast(
  state: State,
  writer: Person,
  { thread, date, alone }: Letter,
  found: Pick<LastLetter, 'entryName' | 'line' | 'on' | 'readers'>,
): void {
  if (!thread || !date || found.on === '' || found.readers.length > CIRCULAR) return;
  if (writer.last === undefined && ++state.answerable > MOST_ANSWERABLE) return;
  const moment = momentOfMail(date);
  if (writer.last === undefined || writer.last.moment <= moment)
    writer.last = { ...found, moment, thread, alone };
}

function isNew(state: State, messageId: string): boolean {
  if (messageId === '') return true;
  const hash = hashOf(messageId);
  if (state.ids.has(hash)) return false;
  if (state.ids.size < MOST_IDS) state.ids.add(hash);
  return true;
}

function mayBeOwner({ ownerKeys, byKey, frequent }: State, key: string): boolean {
  const at = byKey.get(key);
  return ownerKeys.has(key) || (at !== undefined && frequent.has(at));
}

function addLetter(state: State, letter: Letter, day: string, entryName: string): void {
  const { from, recipients, deliveredTo, folder, line } = letter;
  const place = { entryName, line };
  if (!from || !isNew(state, letter.messageId)) return;
  state.letters++;
  state.isOwners = [from.key, ...recipients.map(({ key }) => key), ...deliveredTo].some((key) =>
    mayBeOwner(state, key),
  );
  const sender = numberOf(state, from, place);
  const read = recipients.map((one) => numberOf(state, one, place)).filter((one) => one !== undefined);
  const delivered = deliveredTo
    .map((key) => numberOf(state, { key, address: key, name: '' }, place))
    .filter((one) => one !== undefined);
  const everybody = [...new Set(sender === undefined ? read : [sender, ...read])];
  // A letter that came here in the end was for the one it was delivered to, whatever name stands on it.
  const readers = new Set([...read, ...(folder === 'sent' ? [] : delivered)]);
  for (const at of new Set([...everybody, ...delivered])) state.people[at]!.present++;
  for (const at of delivered) state.people[at]!.delivered++;
  if (sender === undefined) return;
  const writer = state.people[sender]!;
  writer.sent++;
  if (folder === 'sent') writer.sentByOwner++;
  else noteLast(state, writer, letter, { ...place, on: day, readers: [...readers] });
  if (read.length <= CIRCULAR) addExchanges(state, sender, [...readers], day);
  if (read.length <= FEW_RECIPIENTS) addTogether(state, everybody, day);
}

/** An empty tally; pairs with a known owner are kept whatever else there is. Letters in bulk, in rubbish and drafts must be left out by the caller. */
export function newTally(ownerKeys: ReadonlySet<string>): Tally {
  const state: State = {
    people: [],
    byKey: new Map(),
    pairs: new Map(),
    ids: new Set(),
    letters: 0,
    answerable: 0,
    isFull: false,
    ownerKeys,
    frequent: new Set(),
    isPicky: false,
    isOwners: false,
  };
  return {
    people: state.people,
    pairs: state.pairs,
    get letters() {
      return state.letters;
    },
    get isFull() {
      return state.isFull;
    },
    add: (letter, day = '', entryName) => addLetter(state, letter, day, entryName),
  };
}
