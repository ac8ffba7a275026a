// What the chips of a line say about a person, as the book takes it.
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

/** Values of which no two are the same address; the first spelling stays. */
function unique(values: readonly string[], keyOf: (value: string) => string | undefined): string[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = keyOf(value) ?? value;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * What somebody already in the book gains by the line: addresses and tags they do not have, and a title or company where
 * none is known – what is known is never overwritten. Undefined when the line says nothing new. The form keeps the rest.
 */
export function gained(form: ContactForm, said: readonly Said[]): ContactForm | undefined {
  const more = form.more ?? [];
  const add = (
    known: readonly string[],
    values: readonly string[],
    keyOf: (value: string) => string | undefined,
  ) => {
    const keys = new Set(known.map((value) => keyOf(value) ?? value));
    return unique(values, keyOf).filter((value) => !keys.has(keyOf(value) ?? value));
  };
  const emails = add(form.emails, all(said, 'email'), emailKey);
  const tels = add(form.tels, all(said, 'tel'), telKey);
  const urls = add(form.urls, all(said, 'url').map(linked), linkedInKey);
  const known = more.filter(({ name }) => name === 'CATEGORIES').map(({ value }) => value);
  const tags = add(known, tagsOf(said), fold);
  const title = form.title === '' ? saidOf(said, 'title') : '';
  const org = form.org === '' ? saidOf(said, 'org') : '';
  if ([...emails, ...tels, ...urls, ...tags, title, org].every((value) => value === '')) return undefined;
  return ContactForm.parse({
    ...form,
    title: form.title || title,
    org: form.org || org,
    emails: [...form.emails, ...emails],
    tels: [...form.tels, ...tels],
    urls: [...form.urls, ...urls],
    more: [...more, ...tags.map((value) => ({ name: 'CATEGORIES', value }))],
  });
}
