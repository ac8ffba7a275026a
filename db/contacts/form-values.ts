// A person's rows as the values of a form, and back.
import { FORM_PROPERTIES, isOnForm } from '#core/contacts/model.ts';
import type { ContactForm, FormValue, Parameters } from '#core/contacts/model.ts';
import { parseN } from '#core/contacts/structured-name.ts';
import { firstOf, parametersIn } from './parameters.ts';
import type { PropertyRow } from './properties.ts';

type Said = Pick<PropertyRow, 'name' | 'value' | 'type' | 'parameters'>;

/** More values of one property than anybody looks through: the rest stays in the book, and a form does not touch it. */
const MOST_SHOWN = 500;
/** A picture or a key in text form is nothing to be typed over. */
const LONGEST_FIELD = 2000;

const PLACES: ReadonlyMap<string, number> = new Map(FORM_PROPERTIES.map((name, at) => [name, at]));
/** The owner's own fields come last. */
const placeOf = (name: string): number => PLACES.get(name) ?? FORM_PROPERTIES.length;

/** A row as the form has it. */
export function formValue({ name, value, type, parameters }: Said): FormValue {
  const said = parametersIn(parameters);
  return {
    name,
    value: value.trim(),
    type: type.trim(),
    label: firstOf(said, 'X-ABLABEL'),
    preferred: firstOf(said, 'PREF') === '1',
    service: firstOf(said, 'SERVICE-TYPE') || firstOf(said, 'X-SERVICE-TYPE'),
  };
}

/** Whether the form shows a row among its values. */
export function isFormRow(row: Said): boolean {
  if (row.value.trim() === '') return false;
  if (PLACES.has(row.name)) return true;
  if (!row.name.startsWith('X-') || row.value.length > LONGEST_FIELD) return false;
  const said = parametersIn(row.parameters);
  return isOnForm({ name: row.name, label: firstOf(said, 'X-ABLABEL') }) && !Object.hasOwn(said, 'ENCODING');
}

/** Of rows in the book's order those the form has room for. */
export function roomFor<Row extends Said>(rows: readonly Row[]): Row[] {
  const counts = new Map<string, number>();
  return rows.filter(({ name }) => {
    const place = PLACES.has(name) ? name : 'X-';
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    return count <= MOST_SHOWN;
  });
}

/** Said by the form itself; what else a source said of a value stays with it. */
const ON_FORM: ReadonlySet<string> = new Set(['X-ABLABEL', 'SERVICE-TYPE', 'X-SERVICE-TYPE']);

/** The parameters of a value on the form: what it says, over what was known of the same value before. */
export function parametersOf(value: FormValue, before: Said | undefined): Parameters {
  const known = Object.entries(before === undefined ? {} : parametersIn(before.parameters)).filter(
    ([name, [first = '']]) =>
      !ON_FORM.has(name) &&
      (name !== 'PREF' || first !== '1') &&
      // How the source wrote it is of no use for another spelling.
      (name !== 'X-VERBATIM' || before?.value === value.value),
  );
  return {
    ...Object.fromEntries(known),
    ...(value.label !== '' && { 'X-ABLABEL': [value.label] }),
    ...(value.service !== '' && { 'SERVICE-TYPE': [value.service] }),
    ...(value.preferred && { PREF: ['1'] }),
  };
}

/** The units of an `ORG`. */
const unitsIn = (parameters: Parameters): string[] =>
  (Object.hasOwn(parameters, 'X-UNIT') ? (parameters['X-UNIT'] ?? []) : [])
    .map((unit) => unit.trim())
    .filter((unit) => unit !== '');

/** The form of rows that are current and there once. `values` are those of them the form shows as a list. */
export function formFrom(rows: readonly Said[], values: readonly Said[]): ContactForm {
  const row = (name: string) => rows.find((one) => one.name === name);
  const single = (name: string) => (row(name)?.value ?? '').trim();
  const n = parseN(row('N')?.value ?? '');
  const more = roomFor(values)
    .map(formValue)
    .toSorted((a, b) => placeOf(a.name) - placeOf(b.name));
  const all = (name: string) => more.filter((one) => one.name === name).map(({ value }) => value);
  return {
    prefix: n.prefix.trim(),
    given: n.given.trim(),
    additional: n.additional.trim(),
    family: n.family.trim(),
    suffix: n.suffix.trim(),
    nickname: single('NICKNAME'),
    org: single('ORG'),
    units: single('ORG') === '' ? [] : unitsIn(parametersIn(row('ORG')?.parameters ?? '')),
    title: single('TITLE'),
    bday: single('BDAY'),
    emails: all('EMAIL'),
    tels: all('TEL'),
    urls: all('URL'),
    more,
    note: row('NOTE')?.value ?? '',
  };
}
