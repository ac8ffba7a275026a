// Whom the owner wants to reach: kept in the address, so that Back leads to the question before.
import type { Target } from '#api/network.ts';
import { ContactId } from '#core/contacts/model.ts';
import type { Route } from '#renderer/store/navigation.ts';

export type { Target } from '#api/network.ts';

/** Somebody who is not in the book: their name, and where they are, as far as it is known. */
export interface Stranger {
  readonly kind: 'stranger';
  readonly fn: string;
  readonly org: string;
}

const LONGEST_NAME = 300;
const LONGEST_QUERY = 1000;

/** The target a route names; undefined: nobody yet. */
export function targetOf({ id, params }: Route): Target | Stranger | undefined {
  if (id !== undefined) return { kind: 'contact', contactId: ContactId.parse(id) };
  const named = (name: string, most = LONGEST_NAME) => params?.[name]?.trim().slice(0, most) ?? '';
  const [fn, org, text] = [named('name'), named('org'), named('q', LONGEST_QUERY)];
  if (fn !== '') return { kind: 'stranger', fn, org };
  if (org !== '') return { kind: 'org', org };
  return text === '' ? undefined : { kind: 'found', text };
}

export function routeTo(target: Target | Stranger): Route {
  const section = 'network';
  switch (target.kind) {
    case 'contact':
      return { section, id: target.contactId };
    case 'org':
      return { section, params: { org: target.org } };
    case 'found':
      return { section, params: { q: target.text } };
    case 'stranger':
      return { section, params: { name: target.fn, ...(target.org !== '' && { org: target.org }) } };
  }
}
