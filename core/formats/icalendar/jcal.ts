// jCal (RFC 7265): calendars as JSON, brought into the same components as the text form.
import { CalendarBuilder, type CalendarStream } from './components.ts';
import type { ContentLine, Parameter } from './content-lines.ts';

const DEEPEST = 20;

const isText = (value: unknown): value is string => typeof value === 'string';

/** True for a text that can only be jCal. */
export const looksLikeJcal = (text: string) =>
  /^\ufeff?\s{0,100}\[\s{0,100}(?:\[\s{0,100})?"(?:vcalendar|vevent)"/i.test(text.slice(0, 400));

/** Parameters are an object of a text, or of a list of texts (§3.3); carets are written as RFC 6868 has them. */
function parametersOf(value: unknown): Parameter[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([name, one]) => {
    const values: unknown[] = Array.isArray(one) ? one : [one];
    return { name: name.toUpperCase(), text: values.filter(isText).map(parameterText).join(',') };
  });
}

const parameterText = (text: string) =>
  text
    .replaceAll('^', '^^')
    .replaceAll('"', "^'")
    .replace(/\r\n|\r|\n/g, '^n')
    .replaceAll('\\', '\\\\');

const DATES = new Set(['date', 'date-time', 'time', 'period']);

/** A value as the text form writes it (§3.6): no dashes and colons in dates, rules as `NAME=…`, text escaped. */
function valueText(type: string, value: unknown): string {
  if (Array.isArray(value))
    return value.map((part: unknown) => valueText(type, part)).join(type === 'period' ? '/' : ';');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([name, part]) => `${name.toUpperCase()}=${ruleValue(part)}`)
      .join(';');
  }
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!isText(value)) return '';
  if (DATES.has(type)) return compact(value);
  if (type === 'utc-offset') return value.replaceAll(':', '');
  return type === 'text' || type === 'unknown'
    ? value.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')
    : value;
}

const compact = (date: string) => date.replace(/(\d)[-:](?=\d)/g, '$1');

const ruleValue = (value: unknown): string =>
  (Array.isArray(value) ? (value as readonly unknown[]) : [value])
    .filter((one) => typeof one === 'number' || isText(one))
    .map((one) => (isText(one) && /^\d{4}-/.test(one) ? compact(one) : String(one)))
    .join(',');

/** `[name, parameters, type, value…]`; undefined for anything else. */
function propertyIn(value: unknown): ContentLine | undefined {
  if (!Array.isArray(value)) return undefined;
  const [name, parameters, type, ...values] = value as readonly unknown[];
  if (!isText(name) || values.length === 0) return undefined;
  const kind = isText(type) ? type.toLowerCase() : 'unknown';
  const text = values.map((one) => valueText(kind, one)).join(',');
  return { line: 0, name: name.toUpperCase(), parameters: parametersOf(parameters), value: text };
}

function addComponent(builder: CalendarBuilder, value: unknown, depth: number): void {
  if (!Array.isArray(value) || depth > DEEPEST) return;
  const [name, properties, components] = value as readonly unknown[];
  if (!isText(name)) {
    // A list of calendars.
    for (const one of value as readonly unknown[]) addComponent(builder, one, depth + 1);
    return;
  }
  builder.begin(name.toUpperCase(), 0);
  for (const one of Array.isArray(properties) ? (properties as readonly unknown[]) : []) {
    const property = propertyIn(one);
    if (property) builder.property(property);
    else builder.bad(0);
  }
  for (const one of Array.isArray(components) ? (components as readonly unknown[]) : [])
    addComponent(builder, one, depth + 1);
  builder.end(name.toUpperCase());
}

/** The calendars of a jCal text, in the form of `readCalendars`; no lines are known. Undefined when it is no JSON. */
export function readJcal(text: string): CalendarStream | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    // Not JSON, or cut off: JSON gives nothing to go on with.
    return undefined;
  }
  const builder = new CalendarBuilder();
  addComponent(builder, value, 0);
  return builder.finish();
}
