// What the chips of a line say about a person, as the book takes it.
import { unique } from '#core/contacts/additions.ts';
import { emailKey, linkedInKey, telKey } from '#core/contacts/identity.ts';
import { ContactForm } from '#core/contacts/model.ts';
import { splitName } from '#core/contacts/names.ts';
import { fold } from '#core/shared/fold.ts';
import type { ChipKind } from './model.ts';
import type { Said } from './written-line.ts';

const all = (said: readonly Said[], kind: ChipKind): string[] =>
  said.filter((one) => one.kind === kind).map(({ value }) => value);

/** The value of a kind there is one of; empty when the line does not say. */
export const saidOf = (said: readonly Said[], kind: ChipKind): string => all(said, kind)[0] ?? '';

/** All notes of the line, a paragraph each. */
export const noteOf = (said: readonly Said[]): string => all(said, 'note').join('\n\n');

/** A link without `https://` gets one. */
const linked = (url: string) => (/^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`);

const cut = (text: string, most: number) => {
  const front = text.slice(0, most);
  return /[\ud800-\udbff]$/.test(front) ? front.slice(0, -1) : front;
};

/** A new person of the line: the name in its parts, addresses and tags; notes and the meeting are not theirs. */
export function newPerson(said: readonly Said[]): ContactForm {
  const { given, family, additional, prefix, suffix } = splitName(saidOf(said, 'name'));
  const part = (text: string) => cut(text, 200).trim();
  return ContactForm.parse({
    given: part(given),
    family: part(family),
    ...(additional === '' ? {} : { additional: part(additional) }),
    ...(prefix === '' ? {} : { prefix: part(prefix) }),
    ...(suffix === '' ? {} : { suffix: part(suffix) }),
    org: saidOf(said, 'org'),
    title: saidOf(said, 'title'),
    emails: unique(all(said, 'email'), emailKey),
    tels: unique(all(said, 'tel'), telKey),
    urls: unique(all(said, 'url').map(linked), linkedInKey),
    more: tagsOf(said).map((value) => ({ name: 'CATEGORIES', value })),
  });
}

const tagsOf = (said: readonly Said[]) => unique(all(said, 'tag'), fold);
