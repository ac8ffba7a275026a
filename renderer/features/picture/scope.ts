// Whose picture it is: kept in the address, so that Back leads to the picture before.
import type { PictureScope } from '#api/network.ts';
import { ContactId } from '#core/contacts/model.ts';
import type { Route } from '#renderer/store/navigation.ts';

const numberIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;

export function scopeOf({ params }: Route): PictureScope {
  const around = numberIn(params?.['around']);
  if (around !== undefined)
    return { kind: 'around', contactId: ContactId.parse(around), hops: params?.['hops'] === '1' ? 1 : 2 };
  const text = (params?.['q'] ?? '').trim().slice(0, 1000);
  return text === '' ? { kind: 'all' } : { kind: 'found', text };
}

/** The way to be shown, as keys of its people: `way=3-17-4`. */
export const wayOf = ({ params }: Route): number[] =>
  (params?.['way'] ?? '').split('-').flatMap((part) => numberIn(part) ?? []);

/** The address of what was chosen in the field of scopes. */
export function withScope(chosen: string, around: number | undefined): Route {
  const picture = { section: 'network', mode: 'picture' } as const;
  if (chosen.startsWith('found ')) return { ...picture, params: { q: chosen.slice('found '.length) } };
  if (chosen.startsWith('around ') && around !== undefined)
    return { ...picture, params: { around: String(around), hops: chosen.slice('around '.length) } };
  return picture;
}
