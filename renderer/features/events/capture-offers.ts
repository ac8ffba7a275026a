// Who of the book a line may be about: offered, never taken by itself.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { nameKey } from '#core/contacts/names.ts';
import type { ContactSummary } from '#core/contacts/model.ts';
import { tokens } from '#core/shared/fold.ts';
import { isOnItsWay } from '#renderer/client/on-its-way.ts';
import { orpc, queryClient } from '#renderer/client/queries.ts';

const MOST = 3;
const LOOKED_AT = 8;

export interface Wanted {
  readonly name: string;
  readonly email: string;
  /** Telephone numbers and links. */
  readonly addresses?: readonly string[];
}

const findByAddress = (addresses: readonly string[]) =>
  orpc.contacts.withAddress.queryOptions({ input: { addresses: addresses.slice(0, 20) } });

const findBy = (text: string) =>
  orpc.contacts.find.queryOptions({ input: { text: text.slice(0, 200), limit: LOOKED_AT } });

/** Those found, the likeliest first: the owner of the address, then namesakes, then names that only begin alike. */
function ranked(
  { name }: Wanted,
  byAddress: readonly ContactSummary[],
  byName: readonly ContactSummary[],
): ContactSummary[] {
  const key = nameKey(name);
  const words = new Set(tokens(name));
  const isNamesake = ({ fn }: ContactSummary) => nameKey(fn) === key;
  // A search also finds people by their company; a namesake shares a word of the name.
  const shares = ({ fn }: ContactSummary) =>
    tokens(fn).some((word) => [...words].some((typed) => word.startsWith(typed)));
  const others = byName.filter((person) => !isNamesake(person) && shares(person));
  const all = [...byAddress, ...byName.filter(isNamesake), ...others];
  return all
    .filter(({ id, isOwner }, at) => !isOwner && all.findIndex((one) => one.id === id) === at)
    .slice(0, MOST);
}

/** The people a line may be about, as it is typed; `isPending` while the book has not answered for this text. */
export function useOffers(wanted: Wanted): {
  readonly offers: readonly ContactSummary[];
  readonly isPending: boolean;
} {
  const { name, email, addresses = [] } = wanted;
  const byName = useQuery({ ...findBy(name), enabled: name !== '', placeholderData: keepPreviousData });
  const byEmail = useQuery({ ...findBy(email), enabled: email !== '' });
  const byAddress = useQuery({ ...findByAddress(addresses), enabled: addresses.length > 0 });
  const offers = ranked(
    wanted,
    [
      ...(addresses.length === 0 ? [] : (byAddress.data ?? [])),
      ...(email === '' ? [] : (byEmail.data ?? [])),
    ],
    name === '' ? [] : (byName.data ?? []),
  );
  return { offers, isPending: isOnItsWay(byName) || isOnItsWay(byEmail) || isOnItsWay(byAddress) };
}

/** The same, awaited: Enter can be faster than the book. */
export async function offersFor(wanted: Wanted): Promise<readonly ContactSummary[]> {
  const ask = async (text: string) => (text === '' ? [] : queryClient.fetchQuery(findBy(text)));
  const { addresses = [] } = wanted;
  const [byName, byEmail, byAddress] = await Promise.all([
    ask(wanted.name),
    ask(wanted.email),
    addresses.length === 0 ? [] : queryClient.fetchQuery(findByAddress(addresses)),
  ]);
  return ranked(wanted, [...byAddress, ...byEmail], byName);
}

/** Whether somebody has just this name: then Enter does not add a second one unseen. */
export const isNamesake = (person: ContactSummary, { name }: Wanted): boolean =>
  nameKey(person.fn) === nameKey(name);
