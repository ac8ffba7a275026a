// One contact put together value by value: nothing empty, nothing twice, nothing longer than the book takes.
import { escaped } from '#core/formats/vcard/escapes.ts';
import { emailKey, linkedInKey, looksLikeEmail } from '#core/contacts/identity.ts';
import type { Parameters, StructuredName } from '#core/contacts/model.ts';
import type { ContactDraft, DraftProperty, Issue, PersonRef } from '../model.ts';
import { issue } from './table.ts';

/** UTF-16 code units the book takes of a property; 20 000 of every other one. */
const LONGEST: Readonly<Record<string, number>> = { ORG: 300, TITLE: 300, EMAIL: 320, TEL: 60, URL: 2000 };
const LONGEST_TEXT = 20_000;
const LONGEST_NAME = 200;

/** The beginning of a text, with no half of a surrogate pair at its end. */
export const clipped = (text: string, longest: number) =>
  text.length <= longest
    ? text
    : text
        .slice(0, longest)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd();

/** No components known. */
export const NO_NAME: StructuredName = { family: '', given: '', additional: '', prefix: '', suffix: '' };

/** A value as the book takes it, and whether something had to be cut off. */
export function fittingValue(name: string, value: string): { readonly value: string; readonly cut: boolean } {
  const trimmed = value.trim();
  const text = clipped(trimmed, LONGEST[name] ?? LONGEST_TEXT);
  return { value: text, cut: text.length < trimmed.length };
}

export interface ContactBuilder {
  /** Adds a value unless it is blank or there already. */
  add(name: string, value: string, type?: string, parameters?: Parameters): void;
  /** An e-mail address; BAD_EMAIL when it is none. */
  email(value: string, type?: string, parameters?: Parameters): void;
  /** A LinkedIn profile gets the type `linkedin`, any other address the type given. */
  url(value: string, type?: string): void;
  report(code: Issue['code'], params?: Issue['params']): void;
  /** The draft, or NO_NAME when there is nothing to call the person by: a name, else a mailbox, a number, a firm. */
  done(fn: string, n: StructuredName, more?: Pick<ContactDraft, 'connectedOn'>): ContactDraft | Issue;
}

/** Starts the contact that stands on a line. */
export function contactBuilder(line: number, known: readonly Issue[] = []): ContactBuilder {
  const properties: DraftProperty[] = [];
  const issues: Issue[] = [...known];
  const seen = new Set<string>();
  const report: ContactBuilder['report'] = (code, params) => void issues.push(issue(line, code, params));
  const add: ContactBuilder['add'] = (name, value, type = '', parameters) => {
    const fitting = fittingValue(name, value);
    const key = `${name}\n${fitting.value}\n${type}`;
    if (fitting.value === '' || seen.has(key)) return;
    seen.add(key);
    if (fitting.cut) report('VALUE_TOO_LONG', { name });
    properties.push({ name, value: fitting.value, type, ...(parameters && { parameters }) });
  };
  const first = (name: string) => properties.find((property) => property.name === name)?.value ?? '';
  return {
    add,
    report,
    email: (value, type, parameters) => {
      const address = value.trim().replace(/^mailto:/i, '');
      if (looksLikeEmail(address)) add('EMAIL', address, type, parameters);
      else if (address !== '') report('BAD_EMAIL', { value: address.slice(0, 200) });
    },
    url: (value, type = '') =>
      linkedInKey(value) === undefined ? add('URL', value, type) : add('URL', value, 'linkedin'),
    done: (fn, n, more) => {
      const whole = fn.trim() || first('EMAIL') || first('TEL') || first('ORG');
      if (whole === '') return issue(line, 'NO_NAME');
      const called = clipped(whole, LONGEST_NAME);
      if (called.length < whole.length) report('VALUE_TOO_LONG', { name: 'FN' });
      return { line, fn: called, n: fittingName(n), properties, ...more, issues };
    },
  };
}

const fittingName = (n: StructuredName): StructuredName => ({
  family: clipped(n.family, LONGEST_NAME),
  given: clipped(n.given, LONGEST_NAME),
  additional: clipped(n.additional, LONGEST_NAME),
  prefix: clipped(n.prefix, LONGEST_NAME),
  suffix: clipped(n.suffix, LONGEST_NAME),
});

/** Whom a record names: keys only where they are keys. */
export function personRef(fn: string, keys: Omit<PersonRef, 'fn'> = {}): PersonRef {
  const { email = '', url = '', tel = '', uid = '', org = '' } = keys;
  return {
    fn: clipped(fn.trim(), LONGEST_NAME),
    ...(emailKey(email) !== undefined && { email }),
    ...(linkedInKey(url) !== undefined && { url }),
    ...(tel !== '' && { tel }),
    ...(uid !== '' && { uid }),
    ...(org !== '' && { org: clipped(org, LONGEST.ORG!) }),
  };
}

/** Seven components of an address as vCard writes them (RFC 6350 §6.3.1): post box, extension, street, … country. */
export function addressValue(components: {
  readonly box?: string;
  readonly extended?: string;
  readonly street?: string;
  readonly city?: string;
  readonly region?: string;
  readonly code?: string;
  readonly country?: string;
}): string {
  const {
    box = '',
    extended = '',
    street = '',
    city = '',
    region = '',
    code = '',
    country = '',
  } = components;
  const parts = [box, extended, street, city, region, code, country].map((part) => part.trim());
  return parts.every((part) => part === '') ? '' : parts.map(escaped).join(';');
}
