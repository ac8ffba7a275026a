// What somebody already in the book gains by what has just been learned of them.
import { fold } from '#core/shared/fold.ts';
import { emailKey, linkedInKey, telKey } from './identity.ts';
import { ContactForm } from './model.ts';

/** Values of which no two are the same by their key; the first spelling stays. */
export function unique(
  values: readonly string[],
  keyOf: (value: string) => string | undefined,
  known: readonly string[] = [],
): string[] {
  const seen = new Set(known.map((value) => keyOf(value) ?? value));
  return values.filter((value) => {
    const key = keyOf(value) ?? value;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const tagsOf = ({ more = [] }: ContactForm): string[] =>
  more.filter(({ name }) => name === 'CATEGORIES').map(({ value }) => value);

/**
 * The form with addresses and tags the person did not have, and a title or company where none was known – what is known
 * is never overwritten, and the name stays; a picture is the one the owner has just chosen. Undefined when `additions` say nothing new.
 */
export function withAdditions(form: ContactForm, additions: ContactForm): ContactForm | undefined {
  const emails = unique(additions.emails, emailKey, form.emails);
  const tels = unique(additions.tels, telKey, form.tels);
  const urls = unique(additions.urls, linkedInKey, form.urls);
  const tags = unique(tagsOf(additions), fold, tagsOf(form));
  const title = form.title === '' ? additions.title : '';
  const org = form.org === '' ? additions.org : '';
  const { photo = '' } = additions;
  if ([...emails, ...tels, ...urls, ...tags, title, org, photo].every((value) => value === ''))
    return undefined;
  return ContactForm.parse({
    ...form,
    ...(photo !== '' && { photo }),
    title: form.title || title,
    org: form.org || org,
    emails: [...form.emails, ...emails],
    tels: [...form.tels, ...tels],
    urls: [...form.urls, ...urls],
    more: [...(form.more ?? []), ...tags.map((value) => ({ name: 'CATEGORIES', value }))],
  });
}
