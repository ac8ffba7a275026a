// By what a forgotten person would be recognised if a later file brought them back, and by what never.
import { fold } from '#core/shared/fold.ts';
import { emailKey, linkedInKey, telKey } from './identity.ts';
import { nameKey } from './names.ts';

/** One value of a card, as far as it can tell who somebody is. */
export interface TellingValue {
  readonly name: string;
  readonly value: string;
}

/** A person as cards call them, with what may tell who they are. */
export interface Recognisable {
  /** Everything they are called. */
  readonly fns: readonly string[];
  readonly values: readonly TellingValue[];
}

/** Shorter numbers are extensions and short codes: half a company has them. */
const SHORTEST_TEL = 7;
const MOST_KEYS = 200;

interface Keys {
  readonly names: readonly string[];
  readonly urls: readonly string[];
  readonly emails: readonly string[];
  readonly tels: readonly string[];
  readonly uids: readonly string[];
  readonly orgs: readonly string[];
}

const distinct = (keys: readonly (string | undefined)[]): string[] =>
  [...new Set(keys)].filter((key) => key !== undefined && key !== '').slice(0, MOST_KEYS) as string[]; // none is undefined by now

function keysOf({ fns, values }: Recognisable): Keys {
  const of = (name: string, key: (value: string) => string | undefined) =>
    distinct(values.filter((one) => one.name === name).map(({ value }) => key(value)));
  return {
    names: distinct(fns.map(nameKey)),
    urls: of('URL', linkedInKey),
    emails: of('EMAIL', emailKey),
    tels: of('TEL', telKey).filter((key) => key.replace(/\D/g, '').length >= SHORTEST_TEL),
    uids: of('UID', (value) => value),
    orgs: of('ORG', fold),
  };
}

const withNames = (kind: string, keys: readonly string[], names: readonly string[]): string[] =>
  keys.flatMap((key) => names.map((name) => `${kind}:${key}\n${name}`));

/**
 * The keys to remember somebody by who is forgotten. A LinkedIn address and a mailbox tell alone, a mailbox of which
 * `isShared` is true only together with a name, as a telephone number and a card's UID do: a household answers one
 * number, and programs count their cards. A name and a company count only where there is nothing else; a name alone
 * never does, so that a namesake can always come in. Empty: a later file cannot be known to mean them.
 */
export function keysToRemember(
  person: Recognisable,
  isShared: (emailKey: string) => boolean,
): readonly string[] {
  const { names, urls, emails, tels, uids, orgs } = keysOf(person);
  const keys = [
    ...urls.map((key) => `url:${key}`),
    ...emails.filter((key) => !isShared(key)).map((key) => `email:${key}`),
    ...withNames('email+name', emails.filter(isShared), names),
    ...withNames('tel+name', tels, names),
    ...withNames('uid+name', uids, names),
  ];
  return keys.length > 0 ? keys : withNames('org+name', orgs, names);
}

/** The keys of a record that may be a forgotten person's, the surest first: any of them that is remembered is enough. */
export function keysToAskFor(record: Recognisable): readonly string[] {
  const { names, urls, emails, tels, uids, orgs } = keysOf(record);
  const isKnownBetter = urls.length + emails.length > 0;
  return [
    ...urls.map((key) => `url:${key}`),
    ...emails.map((key) => `email:${key}`),
    ...withNames('email+name', emails, names),
    ...withNames('tel+name', tels, names),
    ...withNames('uid+name', uids, names),
    ...(isKnownBetter ? [] : withNames('org+name', orgs, names)),
  ];
}

const asConfirmed = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** True when what was typed is the person's name, whatever its spaces and capital letters. */
export const isConfirmedBy = (fn: string, typed: string): boolean =>
  asConfirmed(fn) !== '' && asConfirmed(fn) === asConfirmed(typed);
