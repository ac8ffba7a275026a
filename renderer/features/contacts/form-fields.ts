// The form as its fields hold it, made of a person's form and made one again.
import type { ContactForm, FormValue } from '#core/contacts/model.ts';
import { isOnForm } from '#core/contacts/model.ts';
import { serviceNamed } from '#core/imports/sources/vcard-services.ts';
import { choiceOf, chosenPurpose } from './form-kinds.ts';
import { addressOf, ownName, shownText, writtenAddress, writtenText } from './form-texts.ts';
import type { Address } from './form-texts.ts';

/** One value with its fields. */
export interface ValueFields {
  /** The property; empty for a field of the owner's own that has none yet. */
  readonly name: string;
  /** As it was when the form was opened; what is not typed over is saved as it came. */
  readonly before: FormValue | undefined;
  text: string;
  address: Address;
  /** One of `usesOf`, or OWN, AS_IT_WAS. */
  use: string;
  /** The word of one's own; of an own field what it is called. */
  label: string;
  preferred: boolean;
  service: string;
}

export interface FormFields {
  prefix: string;
  given: string;
  additional: string;
  family: string;
  suffix: string;
  nickname: string;
  org: string;
  units: string[];
  title: string;
  bday: string;
  note: string;
  values: ValueFields[];
  tags: string[];
  /** As `ContactForm.photo`. */
  photo: string | undefined;
}

export const isOwnField = (name: string): boolean => name === '' || !isOnForm({ name, label: '' });

/** An empty line for a value of a property; '' for a field of one's own. */
export const emptyValue = (name: string): ValueFields => ({
  name,
  before: undefined,
  text: '',
  address: addressOf(''),
  use: '',
  label: '',
  preferred: false,
  service: '',
});

const fieldsOf = (value: FormValue): ValueFields => ({
  name: value.name,
  before: value,
  text: value.name === 'ADR' ? '' : shownText(value),
  address: addressOf(value.name === 'ADR' ? value.value : ''),
  use: isOwnField(value.name) ? '' : choiceOf(value.name, value),
  label: value.label,
  preferred: value.preferred,
  service: value.service,
});

/** Always there, so that a new person's form says what it can take. */
const OPEN = ['EMAIL', 'TEL'] as const;
const LISTS = { EMAIL: 'emails', TEL: 'tels', URL: 'urls' } as const;

/** The fields of a form, and an empty line where one is always there. */
export function fieldsFrom(form: ContactForm): FormFields {
  const values = valuesOf(form);
  const rows = values.filter(({ name }) => name !== 'CATEGORIES').map(fieldsOf);
  const empty = OPEN.filter((name) => rows.every((row) => row.name !== name)).map(emptyValue);
  return {
    prefix: form.prefix ?? '',
    given: form.given,
    additional: form.additional ?? '',
    family: form.family,
    suffix: form.suffix,
    nickname: form.nickname,
    org: form.org,
    units: form.units ?? [],
    title: form.title,
    bday: form.bday ?? '',
    note: form.note,
    values: [...rows, ...empty],
    tags: values.filter(({ name }) => name === 'CATEGORIES').map(({ value }) => value),
    photo: undefined,
  };
}

const PLAIN = { type: '', label: '', preferred: false, service: '' } as const;

/** All values of a form; an address nothing is said of is there all the same. */
function valuesOf({ more = [], ...form }: ContactForm): FormValue[] {
  const listed = (['EMAIL', 'TEL', 'URL'] as const).flatMap((name) =>
    form[LISTS[name]].map(
      (value) => more.find((one) => one.name === name && one.value === value) ?? { ...PLAIN, name, value },
    ),
  );
  return [...listed, ...more.filter(({ name }) => !Object.hasOwn(LISTS, name))];
}

/** The form the fields make; what nobody has typed over is as it was. */
export function formFrom(fields: FormFields, initial: ContactForm): ContactForm {
  const { values, tags, photo, ...texts } = fields;
  const said = values.map(valueFrom).filter(({ value }) => value !== '');
  const before = valuesOf(initial).filter(({ name }) => name === 'CATEGORIES');
  const tagged = tags.map(
    (tag) => before.find(({ value }) => value === tag) ?? { ...PLAIN, name: 'CATEGORIES', value: tag },
  );
  const more = [...said, ...tagged];
  const list = (wanted: string) => more.filter(({ name }) => name === wanted).map(({ value }) => value);
  return {
    ...texts,
    emails: list('EMAIL'),
    tels: list('TEL'),
    urls: list('URL'),
    more,
    ...(photo !== undefined && { photo }),
  };
}

/** One value as the book writes it. */
export function valueFrom(row: ValueFields): FormValue {
  const isOwn = isOwnField(row.name);
  const before = row.before ?? { ...PLAIN, name: row.name, value: '' };
  const known = row.before === undefined ? undefined : fieldsOf(row.before);
  const typed = row.service.trim();
  const service = typed === before.service ? typed : (serviceNamed(typed)?.name ?? typed);
  const label = row.label.trim();
  return {
    name: row.name === '' ? ownName(label) : row.name,
    value: known !== undefined && isAsTyped(row, known) ? before.value : written(row, service),
    ...(isOwn ? { type: before.type, label } : chosenPurpose(row.name, row.use, label, before)),
    preferred: row.preferred,
    service,
  };
}

/** Whether the value's own fields are as they were filled. */
const isAsTyped = (row: ValueFields, known: ValueFields): boolean =>
  row.text === known.text &&
  (row.name !== 'IMPP' || row.service === known.service) &&
  JSON.stringify(row.address) === JSON.stringify(known.address);

const written = ({ name, text, address }: ValueFields, service: string): string =>
  name === 'ADR' ? writtenAddress(address) : writtenText(name === '' ? 'X-' : name, text, service);
