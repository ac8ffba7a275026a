// Whom to ask about an inviter, sparing the goodwill of those who were asked before.
import { atLeast, TIE_LEVELS, type TieLevel } from '#core/network/model.ts';
import { daysBetween } from '#core/shared/dates.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { Mutual } from './model.ts';
import { MOST_ASKED } from './policy.ts';

/** Days before the same person is asked again. */
export const ASK_AGAIN_DAYS = 30;

/** The weakest tie at which asking somebody is fair to them. */
export const ASKABLE: TieLevel = 'acquaintance';

/** Whole days since a mutual was asked; undefined when never, or without a full date. */
export const daysSinceAsked = (mutual: Mutual, today: string): number | undefined =>
  mutual.askedOn === undefined ? undefined : daysBetween(mutual.askedOn, today);

/**
 * Mutual connections worth asking, best first, at most `most`: matched to a person in the book, known to the owner
 * at least as an acquaintance, not asked about this within 30 days, and without an answer that would be repeated.
 * A mutual connection is certain to be linked to the inviter, so the owner's own tie orders them; the name breaks
 * ties, so the order never depends on the order of the input.
 */
export function askWhom(
  mutuals: readonly Mutual[],
  today: string,
  most = MOST_ASKED,
): { contactId: ContactId; fn: string }[] {
  const seen = new Set<ContactId>();
  return mutuals
    .filter((mutual) => isAskable(mutual, today))
    .toSorted(
      (a, b) =>
        TIE_LEVELS.indexOf(b.ownerLevel) - TIE_LEVELS.indexOf(a.ownerLevel) ||
        Number(a.askedOn !== undefined) - Number(b.askedOn !== undefined) ||
        (a.fn < b.fn ? -1 : Number(a.fn > b.fn)) ||
        a.id - b.id,
    )
    .flatMap(({ contactId, fn }) => {
      if (contactId === undefined || seen.has(contactId)) return [];
      seen.add(contactId);
      return [{ contactId, fn }];
    })
    .slice(0, most);
}

function isAskable(mutual: Mutual, today: string): boolean {
  if (mutual.contactId === undefined || !atLeast(mutual.ownerLevel, ASKABLE)) return false;
  if (mutual.answer !== undefined && mutual.answer !== 'no_reply') return false;
  const days = daysSinceAsked(mutual, today);
  if (mutual.askedOn === undefined) return mutual.answer === undefined;
  return days !== undefined && days >= ASK_AGAIN_DAYS;
}
