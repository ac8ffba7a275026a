// When two values of a property are one, and which properties a person has once: what planning compares by.
import { emailKey, linkedInKey, propertyKey, telKey } from '#core/contacts/identity.ts';
import { nameKey } from '#core/contacts/names.ts';
import { serialiseN } from '#core/contacts/structured-name.ts';
import { TREATMENT_PROPERTIES } from '#core/contacts/model.ts';
import type { PropertyName } from '#core/contacts/model.ts';
import { fold } from '#core/shared/fold.ts';
import type { ContactDraft, SourceKind } from './model.ts';

/** Of these a person has one at a time: what a kind of file says now takes the place of what it said before. */
const SINGLE: ReadonlySet<PropertyName> = new Set([
  'FN',
  'N',
  'ORG',
  'TITLE',
  'ROLE',
  'BDAY',
  'ANNIVERSARY',
  'DEATHDATE',
  'GENDER',
  'PRONOUNS',
  'PHOTO',
  'KIND',
  'NOTE',
  'UID',
  'TZ',
  'GEO',
  ...TREATMENT_PROPERTIES,
]);
export const isSingle = (name: PropertyName): boolean => SINGLE.has(name);

/** Where two kinds of files say different things of these, the owner is asked. */
const TELLING: ReadonlySet<PropertyName> = new Set(['FN', 'N', 'ORG', 'TITLE']);
export const isTelling = (name: PropertyName): boolean => TELLING.has(name);

const DATES: ReadonlySet<PropertyName> = new Set(['BDAY', 'ANNIVERSARY', 'DEATHDATE']);

/**
 * Kinds that name people in passing: by whatever a letter's or a chat's header happens to call them. Such a name is good
 * enough for somebody new, and never news about somebody who has one.
 */
const IN_PASSING: ReadonlySet<SourceKind> = new Set<SourceKind>([
  'mailbox',
  'mail-message',
  'icalendar',
  'whatsapp-chat',
  'linkedin-notes',
]);
export const isInPassing = (kind: SourceKind): boolean => IN_PASSING.has(kind);

/** Two values of one property are one when this is equal. */
export function normalForm(name: PropertyName, value: string): string {
  switch (name) {
    case 'EMAIL':
      return emailKey(value) ?? value;
    case 'TEL':
      return telKey(value) ?? value;
    case 'URL':
      return urlForm(value);
    case 'CATEGORIES':
    case 'NICKNAME':
    case 'RELATED':
      return fold(value).trim();
    case 'ADR':
      return addressForm(value);
    case 'PHOTO':
      return propertyKey(name, value) || value;
    default:
      return value;
  }
}

function urlForm(value: string): string {
  const profile = linkedInKey(value);
  return profile === undefined ? value : `linkedin:${profile}`;
}

/** An address component by component, without case, accents, and the commas that one product writes and another does not. */
const addressForm = (value: string): string =>
  fold(value)
    .replace(/\\[,n]|[\s,]+/g, ' ')
    .replace(/ ?; ?/g, ';')
    .trim();

/**
 * Values of one property that different kinds of files may write and mean the same: names without titles and in any
 * order, companies and titles without case and accents.
 */
export const looseForm = (name: PropertyName, value: string): string =>
  name === 'FN' ? nameKey(value) : fold(value).trim();

const DAY = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

/** What is no news where a date is known: itself, and whatever says less of it (`1985`, `--04-12`). */
export function lessPrecise(name: PropertyName, value: string): readonly string[] {
  const match = DATES.has(name) ? DAY.exec(value) : null;
  if (match === null) return [];
  const [, year = '', month = '', day] = match;
  return day === undefined
    ? [year, `--${month}`]
    : [year, `${year}-${month}`, `--${month}-${day}`, `--${month}`];
}

/** Whether `text` is `n` as `serialiseN` writes it; nearly always told without writing it. */
export function isSerialised(text: string, n: ContactDraft['n']): boolean {
  const { family, given, additional, prefix, suffix } = n;
  const length = family.length + given.length + additional.length + prefix.length + suffix.length + 4;
  return text.length === length
    ? text === `${family};${given};${additional};${prefix};${suffix}` || text === serialiseN(n)
    : text.length > length && text === serialiseN(n);
}
