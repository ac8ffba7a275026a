// Whom the owner wants to reach: kept in the address, so that Back leads to the question before.
import { ContactId } from '#core/contacts/model.ts';
import type { Route } from '#renderer/store/navigation.ts';

export type Target =
  | { readonly kind: 'contact'; readonly contactId: ContactId }
  | { readonly kind: 'org'; readonly org: string };

/** The target a route names; undefined: nobody yet. */
export function targetOf({ id, params }: Route): Target | undefined {
  if (id !== undefined) return { kind: 'contact', contactId: ContactId.parse(id) };
  const org = params?.['org']?.trim().slice(0, 300) ?? '';
  return org === '' ? undefined : { kind: 'org', org };
}

export const routeTo = (target: Target): Route =>
  target.kind === 'contact'
    ? { section: 'network', id: target.contactId }
    : { section: 'network', params: { org: target.org } };
