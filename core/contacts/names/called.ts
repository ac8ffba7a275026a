// Whether a name somebody is shown under may be a person's: in any order, with titles, by a short name, in another script.
import { nameKey, splitName } from '#core/contacts/names.ts';
import type { Agreement } from '#core/contacts/duplicates/model.ts';
import { compareNames } from './compare.ts';

/** How surely a name is theirs: the very name, another form of it, or one that is like it. */
export type Called = 'same' | 'form' | 'like';

const FORM: readonly Agreement[] = ['same', 'equivalent'];
const LIKE: readonly Agreement[] = [...FORM, 'initial', 'similar', 'partial'];

/**
 * Whether `name` may be what somebody of this name and nickname (empty: none) is called; undefined where it is not
 * theirs. A name of one word is like every name it is the given or family name of.
 */
export function mayBeCalled(
  name: string,
  { fn, nickname }: { readonly fn: string; readonly nickname: string },
): Called | undefined {
  const key = nameKey(name);
  if (key === '') return undefined;
  if (key === nameKey(fn) || key === nameKey(nickname)) return 'same';
  const theirs = splitName(fn);
  const wanted = splitName(name);
  const forms = [theirs, ...nickname.split(', ').map((given) => ({ ...theirs, given: given.trim() }))]
    .filter(({ given }) => given !== '')
    .map((one) => compareNames(wanted, one));
  const both = (allowed: readonly Agreement[]) =>
    forms.some(({ given, family }) => allowed.includes(given) && allowed.includes(family));
  if (both(FORM)) return 'form';
  if (both(LIKE)) return 'like';
  const isOneWord = wanted.given === '' || wanted.family === '';
  const parts = forms.flatMap(({ given, family }) => [given, family]);
  return isOneWord && parts.some((agreement) => FORM.includes(agreement)) ? 'like' : undefined;
}
