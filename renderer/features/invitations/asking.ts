// Deeds about one mutual connection: noting that they were asked or reminded.
import type { Mutual } from '#core/invitations/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { i18n } from '#renderer/strings/i18n.ts';

/** What to call them: their card's name, else the name on the invitation. */
export const nameOf = ({ fn, name }: Mutual): string => (fn === '' ? name : fn);

/** Answers whether it is in the book. */
export async function markAsked(mutual: Mutual, reason = ''): Promise<boolean> {
  const done = await act(
    () =>
      client.invitations.recordAsked({
        mutualId: mutual.id,
        ...(reason.trim() !== '' && { reason: reason.trim() }),
      }),
    i18n.t('invitations:done.asked', { fn: nameOf(mutual) }),
  );
  return done !== undefined;
}

/** Answers whether it is in the book. */
export async function markNudged(mutual: Mutual): Promise<boolean> {
  const done = await act(
    () => client.invitations.recordNudged({ mutualId: mutual.id }),
    i18n.t('references:nudge.done', { fn: nameOf(mutual) }),
  );
  return done !== undefined;
}
