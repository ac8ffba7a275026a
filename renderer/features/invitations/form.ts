// An invitation as the form for changing it.
import type { Invitation, InvitationForm } from '#core/invitations/model.ts';
import { mutualNamesIn, parseMutualLine } from '#core/invitations/mutual-line.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { i18n } from '#renderer/strings/i18n.ts';

/** Everything typed about an invitation, as the book takes it back. */
export function formOf(invitation: Invitation): InvitationForm {
  const { fn, url, email, headline, org, location, message, sentAt, mutuals, mutualCount } = invitation;
  return {
    aboutProfile: invitation.aboutProfile,
    fn,
    url,
    email,
    headline,
    org,
    location,
    message,
    mutualNames: mutuals.map(({ name }) => name),
    ...(sentAt === undefined ? {} : { sentAt }),
    ...(mutualCount === undefined ? {} : { mutualCount }),
  };
}

type MutualNames = Pick<InvitationForm, 'mutualNames' | 'mutualCount'>;

/**
 * Mutual connections as they are pasted or typed: LinkedIn's own line in any of its languages, a bare number, or
 * names with commas or on lines of their own. Undefined: nothing of the kind.
 */
export function mutualsFrom(text: string): MutualNames | undefined {
  const line = parseMutualLine(text);
  if (line !== undefined) return { mutualNames: [...line.names], mutualCount: line.total };
  if (/^\s*\d{1,6}\s*$/.test(text)) return { mutualNames: [], mutualCount: Number(text) };
  const given = mutualNamesIn(text);
  return given.length === 0 ? undefined : { mutualNames: given };
}

/** Names that come to those already there; the greater count stays. */
export function withMutuals(form: InvitationForm, added: MutualNames): InvitationForm {
  const mutualNames = [...new Set([...form.mutualNames, ...added.mutualNames])].slice(0, 50);
  const counts = [form.mutualCount, added.mutualCount].filter((count) => count !== undefined);
  return {
    ...form,
    mutualNames,
    ...(counts.length === 0 ? {} : { mutualCount: Math.max(mutualNames.length, ...counts) }),
  };
}

/** Saves a changed part of an invitation. Answers whether it is in the book. */
export async function saveForm(invitation: Invitation, form: InvitationForm): Promise<boolean> {
  const done = await act(
    () => client.invitations.update({ id: invitation.id, form }),
    i18n.t('invitations:done.saved'),
  );
  return done !== undefined;
}
