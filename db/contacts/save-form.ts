// What the owner changed on a form, as rows: theirs above an import's, and an import's out of sight where it was removed.
import { propertyKey } from '#core/contacts/identity.ts';
import type { ContactForm, ContactId, FormValue, Parameters, PropertyName } from '#core/contacts/model.ts';
import { formattedName, serialiseN } from '#core/contacts/structured-name.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { formValue, isFormRow, parametersOf, roomFor } from './form-values.ts';
import { parametersIn, parametersText } from './parameters.ts';
import { currentRows, formOf, rowPrecedence, spokenRows, twinKey, withoutTwins } from './properties.ts';
import type { PropertyRow } from './properties.ts';
import { property } from './tables.ts';

const NAME_PARTS = ['given', 'family', 'suffix', 'additional', 'prefix'] as const;
const FORM_TEXTS = [
  ['NICKNAME', 'nickname'],
  ['TITLE', 'title'],
  ['NOTE', 'note'],
  ['BDAY', 'bday'],
] as const;
const FORM_LISTS = [
  ['EMAIL', 'emails'],
  ['TEL', 'tels'],
  ['URL', 'urls'],
] as const;

interface Edit {
  readonly book: WriteBook;
  readonly id: ContactId;
  readonly now: DateTime;
}

/**
 * Records what a form says otherwise than the person's card does. Values it repeats keep their row; an imported one it
 * leaves out or changes is hidden, so that importing it again does not bring it back. What is not on the form stays.
 */
export function saveForm(book: WriteBook, id: ContactId, form: ContactForm, now: DateTime): void {
  const edit: Edit = { book, id, now };
  const before = formOf(book, id);
  saveName(edit, form, before);
  saveOrganisation(edit, form, before);
  for (const [name, field] of FORM_TEXTS) {
    const said = form[field];
    if (said !== undefined && said !== before[field]) sayOne(edit, { name, value: said });
  }
  saveValues(edit, form, before);
  if (form.photo !== undefined) savePhoto(edit, form.photo);
}

function saveName(edit: Edit, form: ContactForm, before: ContactForm): void {
  if (NAME_PARTS.every((part) => (form[part] ?? before[part]) === before[part])) return;
  const { given, family, suffix } = form;
  const { additional = before.additional ?? '', prefix = before.prefix ?? '' } = form;
  const n = { family, given, additional, prefix, suffix };
  sayOne(edit, { name: 'N', value: serialiseN(n) });
  sayOne(edit, { name: 'FN', value: formattedName(n) });
}

/** Units are those of one organisation: another one has its own, if any. */
function saveOrganisation(edit: Edit, form: ContactForm, before: ContactForm): void {
  const units = unitsFor(form, before);
  const isSame = form.org === before.org;
  if (isSame && JSON.stringify(units) === JSON.stringify(before.units)) return;
  const row = currentRows(edit.book, edit.id).find(({ name }) => isSame && name === 'ORG');
  const { 'X-UNIT': _units, 'X-VERBATIM': _verbatim, ...others } = parametersIn(row?.parameters ?? '');
  const parameters = units.length === 0 ? others : { ...others, 'X-UNIT': units };
  sayOne(edit, { name: 'ORG', value: form.org, type: row?.type ?? '', parameters });
}

function unitsFor({ org, units }: ContactForm, before: ContactForm): string[] {
  if (org === '') return [];
  const said = units ?? (org === before.org ? before.units : undefined) ?? [];
  return said.filter((unit) => unit !== '');
}

interface Said {
  readonly name: PropertyName;
  readonly value: string;
  readonly type?: string;
  readonly parameters?: Parameters;
}

const columnsOf = ({ value, type = '', parameters = {} }: Said) => ({
  value,
  type,
  parameters: parametersText(parameters),
});

function add({ book, id, now }: Edit, said: Said): void {
  const { name, value } = said;
  const key = propertyKey(name, value);
  book.insert(property, { contactId: id, name, ...columnsOf(said), key, recordedAt: now });
}

/**
 * The owner's word on a value there is one of; empty text says that there is none, whatever an import says. Of several
 * words of the owner's, which a merged card may have, the one that stands is changed.
 */
export function sayOne(edit: Edit, said: Said): void {
  const { book, id, now } = edit;
  const own = spokenRows(book, id)
    .filter((row) => row.name === said.name && row.batchId === null && !row.hidden)
    .toSorted(rowPrecedence)
    .at(-1);
  if (own === undefined) add(edit, said);
  else book.update(property, own.id, { ...columnsOf(said), recordedAt: now });
}

/** What an import said is kept, out of sight; what the owner said goes. */
function takeAway({ book }: Edit, rows: readonly PropertyRow[]): void {
  for (const row of rows) {
    if (row.batchId === null) book.remove(property, row.id);
    else book.update(property, row.id, { hidden: true });
  }
}

function savePhoto(edit: Edit, photo: string): void {
  const rows = currentRows(edit.book, edit.id).filter(({ name }) => name === 'PHOTO');
  takeAway(
    edit,
    rows.filter(({ value }) => value !== photo),
  );
  if (photo !== '' && rows.every(({ value }) => value !== photo)) add(edit, { name: 'PHOTO', value: photo });
}

/** Rows that say one thing: it is shown once, and stays or goes as one. */
interface Group {
  readonly shown: PropertyRow;
  readonly twins: readonly PropertyRow[];
}

function saveValues(edit: Edit, form: ContactForm, before: ContactForm): void {
  const wanted = wantedValues(form, before);
  // A twin without the label that brings another one to the form is not the form's.
  const rows = currentRows(edit.book, edit.id).filter(isFormRow);
  const byKey = Map.groupBy(rows, twinKey);
  const groups = roomFor(withoutTwins(rows)).map((shown) => ({
    shown,
    twins: byKey.get(twinKey(shown)) ?? [],
  }));
  const texts = new Map([...wanted].map(([key, value]) => [asText(value), key]));
  const changed = groups.filter(({ shown }) => {
    const key = texts.get(asText(formValue(shown)));
    return key === undefined || !wanted.delete(key);
  });
  for (const group of changed) {
    const key = twinKey(group.shown);
    const value = wanted.get(key);
    if (value === undefined) takeAway(edit, group.twins);
    else changeValue(edit, value, group);
    wanted.delete(key);
  }
  for (const value of wanted.values()) add(edit, saidBy(value, undefined));
}

const asText = ({ name, value, type, label, preferred, service }: FormValue): string =>
  JSON.stringify([name, value, type, label, preferred, service]);

const saidBy = (value: FormValue, before: PropertyRow | undefined): Said => ({
  name: value.name,
  value: value.value,
  type: value.type,
  parameters: parametersOf(value, before),
});

/** Another spelling or another use of what is there: the owner's word changes, an import's gives way to it. */
function changeValue(edit: Edit, value: FormValue, { shown, twins }: Group): void {
  const said = saidBy(value, shown);
  if (twins.length === 1 && shown.batchId === null) {
    const key = propertyKey(value.name, value.value);
    edit.book.update(property, shown.id, { ...columnsOf(said), key, recordedAt: edit.now });
    return;
  }
  takeAway(edit, twins);
  add(edit, said);
}

const LISTED: ReadonlySet<string> = new Set(FORM_LISTS.map(([name]) => name));

/**
 * The values a form wants, each once, by what makes two of them one. A form that says nothing of what an address is for
 * leaves that as it was.
 */
function wantedValues(form: ContactForm, before: ContactForm): Map<string, FormValue> {
  const known = [...(form.more ?? []), ...(before.more ?? [])];
  const uses = new Map<string, FormValue>();
  for (const value of known) {
    const at = `${value.name}\n${value.value}`;
    if (LISTED.has(value.name) && !uses.has(at)) uses.set(at, value);
  }
  const listed = FORM_LISTS.flatMap(([name, field]) =>
    form[field].map((value) => uses.get(`${name}\n${value}`) ?? { ...PLAIN, name, value }),
  );
  const others = (form.more ?? before.more ?? []).filter(({ name }) => !LISTED.has(name));
  const wanted = new Map<string, FormValue>();
  for (const value of [...listed, ...others]) {
    const key = twinKey({ ...value, key: propertyKey(value.name, value.value) });
    if (value.value !== '' && !wanted.has(key)) wanted.set(key, value);
  }
  return wanted;
}

const PLAIN = { type: '', label: '', preferred: false, service: '' } as const;
