// Which moment a wall clock's time is: zones of the IANA database, of Windows, and those a file defines (RFC 5545 §3.6.5).
import { propertyOf, propertiesOf, type Component, type TimeZoneComponent } from './components.ts';
import { lastOccurrences, type Budget } from './recurrence.ts';
import { parseRule } from './rule.ts';
import { offsetSeconds, timeValue, type Wall } from './values.ts';
import { windowsZone } from './windows-zones.ts';

/** Seconds since 1970 in UTC. */
export type Instant = number;

export interface TimeZone {
  /** Seconds east of UTC at a moment. */
  offsetAt(instant: Instant): number;
}

export const UTC: TimeZone = { offsetAt: () => 0 };

/** The moment at which a zone's clock shows `wall`; of two the first, of none one an hour around. */
export function instantOf(wall: Wall, zone: TimeZone): Instant {
  const guess = wall - zone.offsetAt(wall);
  const offset = zone.offsetAt(guess);
  const second = wall - offset;
  return zone.offsetAt(second) === offset ? second : guess;
}

/** What a zone's clock shows at a moment. */
export const wallAt = (instant: Instant, zone: TimeZone): Wall => instant + zone.offsetAt(instant);

const fixed = (seconds: number): TimeZone => ({ offsetAt: () => seconds });

/** Quarters of an hour: no zone changes its offset anywhere else. */
const QUARTER = 900;
const MOST_KNOWN = 20_000;

/** A zone of the runtime's own database; undefined for a name it does not have. */
function databaseZone(name: string): TimeZone | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      timeZoneName: 'longOffset',
      year: 'numeric',
    });
  } catch {
    // No such zone: the file may define it.
    return undefined;
  }
  const known = new Map<number, number>();
  return {
    offsetAt(instant) {
      const quarter = Math.floor(instant / QUARTER);
      let offset = known.get(quarter);
      if (offset === undefined) {
        // `GMT+05:30`, `GMT-03:25:45`, `GMT`.
        const named = format
          .formatToParts(new Date(quarter * QUARTER * 1000))
          .find(({ type }) => type === 'timeZoneName');
        offset = offsetSeconds((named?.value ?? '').replace(/^GMT/, '').replace('−', '-'));
        if (known.size >= MOST_KNOWN) known.clear();
        known.set(quarter, offset);
      }
      return offset;
    },
  };
}

interface Onset {
  readonly start: Wall;
  readonly rule: ReturnType<typeof parseRule>;
  readonly others: readonly Wall[];
  readonly from: number;
  readonly to: number;
}

function onsetOf(component: Component): Onset | undefined {
  const { properties } = component;
  const start = timeValue(propertyOf(properties, 'DTSTART')?.value ?? '');
  const to = propertyOf(properties, 'TZOFFSETTO');
  if (!start || !to) return undefined;
  const rule = propertyOf(properties, 'RRULE');
  const others = propertiesOf(properties, 'RDATE')
    .flatMap(({ value }) => value.split(',').slice(0, 500))
    .map((text) => timeValue(text)?.wall)
    .filter((wall) => wall !== undefined);
  return {
    start: start.wall,
    rule: rule && parseRule(rule.value),
    others,
    from: offsetSeconds(propertyOf(properties, 'TZOFFSETFROM')?.value ?? to.value),
    to: offsetSeconds(to.value),
  };
}

/** When the observance began last, on the wall clock that was right before; undefined when it had not yet. */
function lastOnset({ start, rule, others, from }: Onset, wall: Wall, budget: Budget): Wall | undefined {
  if (start > wall) return undefined;
  const end = rule?.until ? Math.min(wall, rule.until.wall + (rule.until.isUtc ? from : 0)) : wall;
  const [found = start] = rule
    ? lastOccurrences({ rule, start, until: Math.max(end, start), most: 1, budget })
    : [];
  return others.reduce((latest, one) => (one <= wall && one > latest ? one : latest), found);
}

/** A zone as its VTIMEZONE defines it: the observance that began last holds. */
function definedZone(component: TimeZoneComponent, budget: Budget): TimeZone | undefined {
  const onsets = component.observances
    .slice(0, 200)
    .map(onsetOf)
    .filter((one) => one !== undefined);
  const [first] = onsets.toSorted((a, b) => a.start - b.start);
  if (!first) return undefined;
  const known = new Map<number, number>();
  const find = (instant: Instant): number => {
    let best: { at: Instant; offset: number } | undefined;
    for (const onset of onsets) {
      const began = lastOnset(onset, instant + onset.from, budget);
      if (began === undefined) continue;
      const at = began - onset.from;
      if (best === undefined || at >= best.at) best = { at, offset: onset.to };
    }
    return best?.offset ?? first.from;
  };
  return {
    offsetAt(instant) {
      const quarter = Math.floor(instant / QUARTER);
      const offset = known.get(quarter) ?? find(instant);
      if (known.size < MOST_KNOWN) known.set(quarter, offset);
      return offset;
    },
  };
}

/** `(UTC+01:00) Amsterdam, Berlin`, `GMT-0500`, `UTC+1`: Outlook's own names, where nothing else tells. */
function namedOffset(name: string): TimeZone | undefined {
  const match = /(?:^|\()\s?(?:UTC|GMT)\s?(?:([+-])(\d{1,2})(?::?(\d{2}))?)?\)?/i.exec(name.slice(0, 100));
  if (!match) return undefined;
  const seconds = (Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0)) * 60;
  return fixed(match[1] === '-' ? -seconds : seconds);
}

/** `/mozilla.org/20050126_1/Europe/Berlin`, `/freeassociation.sourceforge.net/Tzfile/Europe/Berlin`: the end counts. */
function pathZone(name: string): TimeZone | undefined {
  const bare = name.trim().replace(/^"|"$/g, '');
  if (!bare.startsWith('/')) return databaseZone(bare);
  const parts = bare.split('/').slice(-3);
  return (
    databaseZone(parts.join('/')) ??
    databaseZone(parts.slice(1).join('/')) ??
    databaseZone(parts.at(-1) ?? '-')
  );
}

/** Looks zones up by TZID. */
export type TimeZones = (tzid: string) => TimeZone | undefined;

const MOST_ZONES = 1000;

/**
 * The zones of a file: by their name in the IANA database, by Windows' name, else as the file defines them, else by the
 * offset in their name. Undefined for a name nobody knows: such times float (RFC 5545 §3.3.5, form 1).
 */
export function timeZonesOf(components: readonly TimeZoneComponent[], budget: Budget): TimeZones {
  const defined = new Map<string, TimeZoneComponent>();
  for (const component of components.slice(0, MOST_ZONES)) {
    const tzid = propertyOf(component.properties, 'TZID')?.value.trim();
    if (tzid !== undefined) defined.set(tzid, component);
  }
  const known = new Map<string, TimeZone | undefined>();
  return (tzid) => {
    const name = tzid.trim().slice(0, 300);
    if (known.has(name)) return known.get(name);
    const component = defined.get(name);
    const location = component && propertyOf(component.properties, 'X-LIC-LOCATION')?.value.trim();
    const zone =
      pathZone(name) ??
      databaseZone(windowsZone(name) ?? location ?? '-') ??
      (component && definedZone(component, budget)) ??
      namedOffset(name);
    if (known.size < MOST_ZONES) known.set(name, zone);
    return zone;
  };
}
