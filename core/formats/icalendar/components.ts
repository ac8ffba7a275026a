// Components of an iCalendar stream (RFC 5545 §3.4, §3.6), cut out one by one so that a bad one never costs another.
import type { ContentLine } from './content-lines.ts';
import { eachContentLine } from './mended-lines.ts';

export interface Component {
  /** 1-based line of its BEGIN. */
  readonly line: number;
  readonly properties: readonly ContentLine[];
  /** Lines in it that were no content lines. */
  readonly badLines: readonly number[];
  /** It has no END. */
  readonly isCutOff: boolean;
}

export interface Calendar {
  /** Of VCALENDAR itself: METHOD, X-WR-CALNAME, X-WR-TIMEZONE. */
  readonly properties: readonly ContentLine[];
  readonly events: readonly Component[];
  readonly timeZones: readonly TimeZoneComponent[];
}

export interface TimeZoneComponent extends Component {
  readonly observances: readonly (Component & { readonly isDaylight: boolean })[];
}

export interface CalendarStream {
  readonly calendars: readonly Calendar[];
  /** Lines outside every component. */
  readonly strayLines: readonly number[];
}

interface Open {
  readonly name: string;
  readonly line: number;
  readonly properties: ContentLine[];
  readonly badLines: number[];
  readonly observances: (Component & { readonly isDaylight: boolean })[];
}

interface Building {
  readonly properties: ContentLine[];
  readonly events: Component[];
  readonly timeZones: TimeZoneComponent[];
  isEmpty: boolean;
}

/** Deeper nesting than any calendar has; what is inside is skipped. */
const DEEPEST = 20;
/** More properties than an event has; what is behind them is left out. */
const MOST_PROPERTIES = 5000;

const newCalendar = (): Building => ({ properties: [], events: [], timeZones: [], isEmpty: true });

/** Builds calendars from lines of any order and damage; both the text form and jCal feed it. */
export class CalendarBuilder {
  private readonly calendars: Building[] = [];
  private readonly stack: Open[] = [];
  private readonly strayLines: number[] = [];
  private current = newCalendar();

  begin(name: string, line: number): void {
    if (name === 'VCALENDAR') {
      this.closeAll(true);
      this.finishCalendar();
      this.current.isEmpty = false;
      return;
    }
    // An event never holds another: the one before was not closed.
    if (name === 'VEVENT' || name === 'VTODO' || name === 'VJOURNAL') this.closeAll(true);
    if (this.stack.length < DEEPEST)
      this.stack.push({ name, line, properties: [], badLines: [], observances: [] });
  }

  end(name: string): void {
    if (name === 'VCALENDAR') {
      this.closeAll(true);
      this.finishCalendar();
      return;
    }
    const at = this.stack.findLastIndex((open) => open.name === name);
    // An END without a BEGIN closes nothing.
    if (at < 0) return;
    while (this.stack.length > at + 1) this.close(true);
    this.close(false);
  }

  property(property: ContentLine): void {
    const open = this.stack.at(-1);
    const into = open ? open.properties : this.current.properties;
    if (into.length < MOST_PROPERTIES) into.push(property);
  }

  bad(line: number): void {
    const open = this.stack.find(({ name }) => name === 'VEVENT');
    if (open) open.badLines.push(line);
    else if (this.stack.length === 0) this.strayLines.push(line);
  }

  finish(): CalendarStream {
    this.closeAll(true);
    this.finishCalendar();
    return { calendars: this.calendars, strayLines: this.strayLines };
  }

  private closeAll(isCutOff: boolean): void {
    while (this.stack.length > 0) this.close(isCutOff);
  }

  private close(isCutOff: boolean): void {
    const open = this.stack.pop();
    if (!open) return;
    const { name, line, properties, badLines, observances } = open;
    const component = { line, properties, badLines, isCutOff };
    const parent = this.stack.at(-1);
    if (name === 'VEVENT' && !parent) this.current.events.push(component);
    else if (name === 'VTIMEZONE') this.current.timeZones.push({ ...component, observances });
    else if (parent?.name === 'VTIMEZONE' && (name === 'STANDARD' || name === 'DAYLIGHT'))
      parent.observances.push({ ...component, isDaylight: name === 'DAYLIGHT' });
  }

  private finishCalendar(): void {
    const { current } = this;
    if (!current.isEmpty || current.events.length > 0 || current.timeZones.length > 0)
      this.calendars.push(current);
    this.current = newCalendar();
  }
}

/**
 * All calendars of a text, with their events and time zones; everything else in it (to-dos, journals, alarms, cards) is
 * passed over. Events outside a calendar count as one calendar. Total and linear.
 */
export function readCalendars(text: string): CalendarStream {
  const builder = new CalendarBuilder();
  eachContentLine(text, {
    bad: (line) => builder.bad(line),
    property: (property) => {
      const { name, value, line } = property;
      if (name === 'BEGIN') builder.begin(value.trim().toUpperCase(), line);
      else if (name === 'END') builder.end(value.trim().toUpperCase());
      else builder.property(property);
    },
  });
  return builder.finish();
}

/** The first property of a name. */
export const propertyOf = (properties: readonly ContentLine[], name: string) =>
  properties.find((one) => one.name === name);

/** All properties of a name. */
export const propertiesOf = (properties: readonly ContentLine[], name: string) =>
  properties.filter((one) => one.name === name);
