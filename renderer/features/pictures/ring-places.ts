// Where everybody stands on the circles: as many lanes a circle as its people need, clockwise from the latest met.
import type { TieLevel } from '#core/network/model.ts';

/** Between two dots on a lane, and between two lanes. */
const APART = 15;
/** Between two circles, and around the middle. */
const GAP = 26;
const MIDDLE = 34;
/** Somebody is as faint as this after two years of silence. */
const FAINTEST = 0.3;
const MONTHS_TO_FAINTEST = 24;

export interface Dot<Person> {
  readonly person: Person;
  readonly x: number;
  readonly y: number;
  /** 1: this month. Undefined: no interaction is on record, drawn hollow. */
  readonly opacity?: number;
}

export interface Ring<Person> {
  readonly level: TieLevel;
  /** Of the line around its people. */
  readonly radius: number;
  readonly dots: readonly Dot<Person>[];
}

export interface Rings<Person> {
  readonly rings: readonly Ring<Person>[];
  /** From the middle to the edge. */
  readonly reach: number;
}

/** The circles from the middle outwards, nobody standing on anybody else. */
export function ringPlaces<Person extends { readonly silent?: number | undefined }>(
  circles: readonly { readonly level: TieLevel; readonly drawn: readonly Person[] }[],
): Rings<Person> {
  const rings: Ring<Person>[] = [];
  let radius = MIDDLE;
  for (const { level, drawn } of circles) {
    radius += GAP - APART;
    const dots: Dot<Person>[] = [];
    // A circle nobody is drawn on is a line of its own.
    if (drawn.length === 0) radius += APART;
    for (let at = 0; at < drawn.length;) {
      radius += APART;
      const room = Math.max(1, Math.floor((2 * Math.PI * radius) / APART));
      const lane = drawn.slice(at, at + room);
      for (const [place, person] of lane.entries()) dots.push(dotAt(person, radius, place / lane.length));
      at += lane.length;
    }
    rings.push({ level, radius: radius + APART / 2, dots });
  }
  return { rings, reach: radius + APART };
}

/** `turn`: 0 at the top, clockwise. */
function dotAt<Person extends { readonly silent?: number | undefined }>(
  person: Person,
  radius: number,
  turn: number,
): Dot<Person> {
  const angle = turn * 2 * Math.PI - Math.PI / 2;
  return {
    person,
    x: radius * Math.cos(angle),
    y: radius * Math.sin(angle),
    ...(person.silent !== undefined && { opacity: opacityOf(person.silent) }),
  };
}

export const opacityOf = (silent: number): number =>
  Math.max(FAINTEST, 1 - ((1 - FAINTEST) * silent) / MONTHS_TO_FAINTEST);
