// Every time the owner met anybody, kept in memory: what several pictures of the network are drawn from at once.
import type { PartialDate } from '#core/shared/dates.ts';
import { HOW_MET } from './how-met.ts';
import type { HowMet } from './how-met.ts';

/** Columns of numbers: a hundred thousand meetings are two megabytes and read in a few milliseconds. */
export interface Meetings {
  /** Keys of everybody in the book, ascending; a person is a slot, from 0. */
  readonly people: Int32Array;
  /** By slot: the import the card came by; 0 where it was typed. */
  readonly batches: Int32Array;
  /** One place a meeting: the slot of whom, the day as 20250314 (0 for what is not known of it), a place in HOW_MET. */
  readonly who: Int32Array;
  readonly days: Int32Array;
  readonly how: Uint8Array;
  /** The event it was at, and the key of who introduced them, who may be gone; 0 for none. */
  readonly events: Int32Array;
  readonly by: Int32Array;
}

/** What there is to say of one meeting. */
export interface Met {
  readonly on: PartialDate;
  readonly how: HowMet;
  readonly event: number;
  readonly by: number;
}

/** Collects people, ascending by key, and then their meetings; those of anybody else are passed over. */
export function meetingsCollector() {
  const [people, batches]: [number[], number[]] = [[], []];
  const [who, days, how]: [number[], number[], number[]] = [[], [], []];
  const [events, by]: [number[], number[]] = [[], []];
  const slots = new Map<number, number>();
  return {
    person(id: number, batch: number): void {
      slots.set(id, people.length);
      people.push(id);
      batches.push(batch);
    },
    meeting(id: number, met: Met): void {
      const slot = slots.get(id);
      if (slot === undefined) return;
      who.push(slot);
      days.push(dayAsNumber(met.on));
      how.push(HOW_MET.indexOf(met.how));
      events.push(met.event);
      by.push(met.by);
    },
    finish: (): Meetings => ({
      people: Int32Array.from(people),
      batches: Int32Array.from(batches),
      who: Int32Array.from(who),
      days: Int32Array.from(days),
      how: Uint8Array.from(how),
      events: Int32Array.from(events),
      by: Int32Array.from(by),
    }),
  };
}

/** `2025-03` is 20250300; a day without a year is 0. */
export function dayAsNumber(on: PartialDate): number {
  const year = Number(on.slice(0, 4));
  if (on.length < 4 || !Number.isInteger(year) || year < 0) return 0;
  return year * 10_000 + Number(on.slice(5, 7)) * 100 + Number(on.slice(8, 10));
}

/** The slot of somebody by key; -1 for somebody who is not in the book. */
export function slotIn(people: Int32Array, id: number): number {
  let [low, high] = [0, people.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (people[middle]! < id) low = middle + 1;
    else high = middle;
  }
  return people[low] === id ? low : -1;
}

/** The same with `fresh` in the place of all there was about these people. */
export function withPeople(meetings: Meetings, ids: ReadonlySet<number>, fresh: Meetings): Meetings {
  const [old, added] = slotsTogether(meetings.people, ids, fresh.people);
  const kept = meetings.who.map((slot) => old[slot]!);
  const isKept = (_: number, at: number): boolean => kept[at]! >= 0;
  const count = meetings.people.length - old.reduce((gone, slot) => gone + Number(slot < 0), 0);
  const [people, batches] = [0, 1].map(() => new Int32Array(count + added.length));
  for (const [from, slots] of [
    [meetings, old],
    [fresh, added],
  ] as const) {
    for (const [at, slot] of slots.entries()) {
      if (slot < 0) continue;
      people![slot] = from.people[at]!;
      batches![slot] = from.batches[at]!;
    }
  }
  const joined = (before: Int32Array, after: Int32Array) => int32Of(before.filter(isKept), after);
  return {
    people: people!,
    batches: batches!,
    who: int32Of(
      kept.filter((slot) => slot >= 0),
      fresh.who.map((slot) => added[slot]!),
    ),
    days: joined(meetings.days, fresh.days),
    how: uint8Of(meetings.how.filter(isKept), fresh.how),
    events: joined(meetings.events, fresh.events),
    by: joined(meetings.by, fresh.by),
  };
}

/** Where everybody stands once these people are taken out, and put in again as far as they are in `fresh`; -1: nowhere. */
function slotsTogether(
  people: Int32Array,
  ids: ReadonlySet<number>,
  fresh: Int32Array,
): readonly [old: Int32Array, added: Int32Array] {
  const [old, added] = [new Int32Array(people.length).fill(-1), new Int32Array(fresh.length)];
  let [next, from] = [0, 0];
  for (let at = 0; at < people.length; at += 1) {
    const id = people[at]!;
    while (from < fresh.length && fresh[from]! <= id) added[from++] = next++;
    if (!ids.has(id)) old[at] = next++;
  }
  while (from < fresh.length) added[from++] = next++;
  return [old, added];
}

function int32Of(one: Int32Array, other: Int32Array): Int32Array {
  const all = new Int32Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}

function uint8Of(one: Uint8Array, other: Uint8Array): Uint8Array {
  const all = new Uint8Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}
