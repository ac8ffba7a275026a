// Events of a file put in order: one series for each UID, its clock, and the days on which it took place.
import { DAY_SECONDS, isoDay } from '#core/shared/civil.ts';
import { type Component, propertiesOf, propertyOf } from '#core/formats/icalendar/components.ts';
import { type ContentLine, parameter } from '#core/formats/icalendar/content-lines.ts';
import { type Budget, lastOccurrences } from '#core/formats/icalendar/recurrence.ts';
import { parseRule, type Rule } from '#core/formats/icalendar/rule.ts';
import { type Instant, instantOf, type TimeZone, UTC, wallAt } from '#core/formats/icalendar/time-zones.ts';
import { durationSeconds, type TimeValue, timeValue, type Wall } from '#core/formats/icalendar/values.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import type { EventVersion } from '../event-version.ts';

export interface Clock {
  readonly now: Instant;
  readonly zoneOf: (tzid: string) => TimeZone | undefined;
  /** The calendar's own zone: what its owner's clock shows. UTC where it does not say. */
  readonly own: TimeZone;
  readonly budget: Budget;
}

export interface Start extends TimeValue {
  /** The clock on which `wall` is read. */
  readonly zone: TimeZone;
}

/** One time a series took place: on which day, and as which component describes it. */
export interface Occurrence {
  readonly at: Instant;
  readonly on: PartialDate;
  readonly component: Component;
}

/** Occurrences further back than this many prove nothing more. */
const MOST_OCCURRENCES = 24;
const MOST_EXCEPTIONS = 1000;

/** DTSTART, DTEND, RECURRENCE-ID, one value of EXDATE: with its zone. Undefined when it is no date. */
export function startOf(
  line: ContentLine | undefined,
  clock: Clock,
  text = line?.value ?? '',
): Start | undefined {
  if (!line) return undefined;
  // `TZID=UTC+05:30:20260310T0930`: a name with a colon that nobody quoted goes on in the value.
  const [, rest, time = text] = UNQUOTED_ZONE.exec(text) ?? [];
  const value = timeValue(time);
  if (!value) return undefined;
  if (value.isUtc) return { ...value, zone: UTC };
  // A floating time, and a whole day, are read on the owner's clock.
  return { ...value, zone: zoneNamed([parameter(line, 'TZID'), rest], clock) ?? clock.own };
}

function zoneNamed(parts: readonly (string | undefined)[], { zoneOf }: Clock): TimeZone | undefined {
  const name = parts.filter((part) => part !== undefined).join(':');
  return name === '' ? undefined : zoneOf(name);
}

const UNQUOTED_ZONE = /^([^:]{0,100}):(\d{8}(?:T\d{4,6}Z?)?)$/;

const momentOf = ({ wall, zone }: Start): Instant => instantOf(wall, zone);

/** The day of a time, in its own zone; a time in UTC on the clock of the calendar. */
export function dayOf({ wall, isUtc }: TimeValue, clock: Clock): PartialDate {
  const shown = isUtc ? wallAt(wall, clock.own) : wall;
  return isoDay(Math.floor(shown / DAY_SECONDS));
}

/**
 * The last day of an event: DTEND is the moment after it (RFC 5545 §3.6.1), or DTSTART with DURATION. An end in UTC of an
 * event that begins in a zone (§3.8.2.2 forbids it, some write it) is read on the clock it begins on.
 */
export function lastDay({ properties }: Component, start: Start, clock: Clock): PartialDate | undefined {
  const end = startOf(propertyOf(properties, 'DTEND'), clock);
  const duration = durationSeconds(propertyOf(properties, 'DURATION')?.value ?? '');
  if (end && momentOf(end) > momentOf(start)) {
    const isOnClock = !end.isUtc || start.isUtc || start.isDate;
    const last = isOnClock ? end : { ...start, wall: wallAt(end.wall, start.zone) };
    return dayOf({ ...last, wall: last.wall - 1 }, clock);
  }
  if (!end && duration !== undefined && duration > 0)
    return dayOf({ ...start, wall: start.wall + duration - 1 }, clock);
  return end && dayOf(start, clock);
}

/** All values of properties that hold lists of times, of a PERIOD its beginning, on the clock of `start`. */
function wallsIn(
  lines: readonly ContentLine[],
  start: Start,
  clock: Clock,
): { walls: Set<Wall>; days: Set<number> } {
  const walls = new Set<Wall>();
  const days = new Set<number>();
  for (const line of lines) {
    for (const text of line.value.split(',').slice(0, MOST_EXCEPTIONS)) {
      const time = startOf(line, clock, text.replace(/\/.*$/s, ''));
      if (!time || walls.size >= MOST_EXCEPTIONS) continue;
      const wall = time.isDate ? time.wall : wallAt(momentOf(time), start.zone);
      walls.add(wall);
      // Outlook excludes whole days of an event that has a time; and the other way round.
      if (time.isDate || start.isDate) days.add(Math.floor(wall / DAY_SECONDS));
    }
  }
  return { walls, days };
}

/** The last moment a rule allows, on the clock of its start (§3.3.10: a date counts to its end). */
function lastOf({ until }: Rule, start: Start): Wall {
  if (!until) return Number.POSITIVE_INFINITY;
  if (until.isDate) return until.wall + DAY_SECONDS - 1;
  return until.isUtc ? wallAt(until.wall, start.zone) : until.wall;
}

function ruleWalls(line: ContentLine | undefined, start: Start, clock: Clock, most: number): Wall[] {
  const rule = line && parseRule(line.value);
  if (!rule) return [];
  const now = wallAt(clock.now, start.zone);
  const until = Math.min(now, lastOf(rule, start));
  return lastOccurrences({ rule, start: start.wall, until, most, budget: clock.budget });
}

/** From when on a changed occurrence stands for all that follow (RANGE=THISANDFUTURE), and how far it moves them. */
interface Range {
  readonly from: Instant;
  readonly shift: number;
  readonly component: Component;
}

/** The ranges of a series, the latest first. */
function rangesOf(changed: readonly Component[], clock: Clock): Range[] {
  return changed
    .flatMap((component): Range[] => {
      const id = propertyOf(component.properties, 'RECURRENCE-ID');
      const from = startOf(id, clock);
      if (!id || !from || parameter(id, 'RANGE').toUpperCase() !== 'THISANDFUTURE') return [];
      const start = startOf(propertyOf(component.properties, 'DTSTART'), clock);
      return [{ from: momentOf(from), shift: start ? momentOf(start) - momentOf(from) : 0, component }];
    })
    .sort((a, b) => b.from - a.from);
}

/** When the main component of a series took place, without the times in `replaced`. */
function ownOccurrences(component: Component, replaced: readonly Start[], clock: Clock): Occurrence[] {
  const { properties } = component;
  const start = startOf(propertyOf(properties, 'DTSTART'), clock);
  if (!start) return [];
  const excluded = wallsIn(propertiesOf(properties, 'EXDATE'), start, clock);
  for (const time of replaced) {
    const wall = time.isDate ? time.wall : wallAt(momentOf(time), start.zone);
    excluded.walls.add(wall);
    if (time.isDate || start.isDate) excluded.days.add(Math.floor(wall / DAY_SECONDS));
  }
  const exRule = propertyOf(properties, 'EXRULE');
  for (const wall of ruleWalls(exRule, start, clock, MOST_EXCEPTIONS)) excluded.walls.add(wall);
  const most = MOST_OCCURRENCES + excluded.walls.size;
  const rules = propertiesOf(properties, 'RRULE').slice(0, 10);
  const walls = new Set([
    start.wall,
    ...rules.flatMap((rule) => ruleWalls(rule, start, clock, most)),
    ...wallsIn(propertiesOf(properties, 'RDATE'), start, clock).walls,
  ]);
  return [...walls]
    .filter((wall) => !excluded.walls.has(wall) && !excluded.days.has(Math.floor(wall / DAY_SECONDS)))
    .map((wall) => ({ at: instantOf(wall, start.zone), on: dayOf({ ...start, wall }, clock), component }));
}

export interface Series {
  readonly uid: string;
  /** The component the event is described by. */
  readonly main: Component;
  /** Components with a RECURRENCE-ID: single occurrences that were changed. */
  readonly changed: readonly Component[];
}

/** Called off, by its STATUS. */
export const isCancelled = ({ properties }: Component): boolean =>
  /^\s*cancell?ed\s*$/i.test(propertyOf(properties, 'STATUS')?.value ?? '');

/**
 * The last occurrences of a series up to now, oldest first, without excluded and cancelled ones; changed ones at their
 * new time. A rule that never ends ends now.
 */
export function occurrencesOf({ main, changed }: Series, clock: Clock): Occurrence[] {
  const replaced = changed
    .filter((component) => component !== main)
    .map(({ properties }) => startOf(propertyOf(properties, 'RECURRENCE-ID'), clock))
    .filter((start) => start !== undefined);
  const ranges = rangesOf(
    changed.filter((component) => component !== main),
    clock,
  );
  const own = isCancelled(main) ? [] : ownOccurrences(main, replaced, clock);
  const found = ranges.length === 0 ? own : own.flatMap((one) => withinRange(one, ranges, clock));
  for (const component of changed) {
    const start =
      component === main ? undefined : startOf(propertyOf(component.properties, 'DTSTART'), clock);
    if (start && !isCancelled(component))
      found.push({ at: momentOf(start), on: dayOf(start, clock), component });
  }
  return found
    .filter(({ at }) => at <= clock.now)
    .sort((a, b) => a.at - b.at)
    .slice(-MOST_OCCURRENCES);
}

/** An occurrence as the change before it says that all later ones are. */
function withinRange(occurrence: Occurrence, ranges: readonly Range[], clock: Clock): Occurrence[] {
  const range = ranges.find(({ from }) => from < occurrence.at);
  if (!range) return [occurrence];
  if (isCancelled(range.component)) return [];
  const at = occurrence.at + range.shift;
  const start = startOf(propertyOf(range.component.properties, 'DTSTART'), clock);
  const zone = start?.zone ?? clock.own;
  const isUtc = start?.isUtc === true;
  const on = dayOf({ wall: isUtc ? at : wallAt(at, zone), isDate: false, isUtc }, clock);
  return [{ at, on, component: range.component }];
}

const numberOf = (component: Component, name: string) =>
  Number(propertyOf(component.properties, name)?.value.trim() ?? '') || 0;

const stampOf = ({ properties }: Component): string =>
  (propertyOf(properties, 'LAST-MODIFIED') ?? propertyOf(properties, 'DTSTAMP'))?.value ?? '';

/** RFC 5546 §2.1.4: the higher SEQUENCE, then the later stamp, is the newer. */
const isNewer = (one: Component, than: Component) => {
  const sequence = numberOf(one, 'SEQUENCE') - numberOf(than, 'SEQUENCE');
  return sequence === 0 ? stampOf(one) >= stampOf(than) : sequence > 0;
};

/** Which state of the event this is. */
export function versionOf({ main, changed }: Series): EventVersion {
  const { properties } = main;
  const isSeries = changed.length > 0 || ['RRULE', 'RDATE'].some((name) => propertyOf(properties, name));
  return {
    sequence: Math.max(0, Math.trunc(numberOf(main, 'SEQUENCE'))),
    stamp: stampOf(main).trim().replaceAll(/[-:]/g, '').slice(0, 20),
    ...(isSeries && { isSeries }),
    ...(isCancelled(main) && { isCancelled: true }),
  };
}

const textOf = ({ properties }: Component, name: string) => propertyOf(properties, name)?.value.trim() ?? '';

/**
 * Whether two components of one UID are two states of one event. Some producers give one UID to different events: with
 * the same SEQUENCE, and neither time nor name in common, they are two.
 */
const isSameEvent = (one: Component, other: Component) =>
  numberOf(one, 'SEQUENCE') !== numberOf(other, 'SEQUENCE') ||
  textOf(one, 'DTSTART') === textOf(other, 'DTSTART') ||
  textOf(one, 'SUMMARY') === textOf(other, 'SUMMARY');

/** The series of a file, in the order of their first component. */
export function seriesOf(components: readonly Component[]): Series[] {
  const byUid = new Map<string, { uid: string; mains: Component[]; changed: Map<string, Component> }>();
  for (const [at, component] of components.entries()) {
    const uid = textOf(component, 'UID');
    // Without a UID nothing says that two are one.
    const key = uid === '' ? `\n${at}` : uid;
    const group = byUid.get(key) ?? { uid, mains: [], changed: new Map() };
    byUid.set(key, group);
    const id = textOf(component, 'RECURRENCE-ID');
    if (id !== '') {
      const known = group.changed.get(id);
      if (!known || isNewer(component, known)) group.changed.set(id, component);
    } else addMain(group.mains, component);
  }
  return [...byUid.values()].flatMap(({ uid, mains, changed }) => {
    const overrides = [...changed.values()];
    const [first, ...others] = mains;
    const [lone] = overrides;
    const main = first ?? lone;
    if (!main) return [];
    // Occurrences without their series, as one invited to a single one gets them: each is told as it is.
    return [{ uid, main, changed: overrides }, ...others.map((one) => ({ uid, main: one, changed: [] }))];
  });
}

/** How many components of one UID are compared with each other. */
const MOST_ALIKE = 50;

function addMain(mains: Component[], component: Component): void {
  const at = mains.slice(0, MOST_ALIKE).findIndex((one) => isSameEvent(one, component));
  const known = mains[at];
  if (!known) mains.push(component);
  else if (isNewer(component, known)) mains[at] = component;
}
