// Several invitations out of one paste, before they are saved: each with whether it is wanted.
import { pendingKey } from '#core/invitations/pending-key.ts';
import type { PastedInvitation } from '#core/invitations/pasted-invitation.ts';
import { EMPTY, filledIn, formFrom } from './fields.ts';
import type { Fields } from './fields.ts';

export interface One {
  readonly key: number;
  readonly fields: Fields;
  readonly isWanted: boolean;
}

/** One for each card of the paste; who comes twice is wanted once. */
export function severalFrom(found: readonly PastedInvitation[]): One[] {
  const seen = new Set<string>();
  return found.map(({ form, about }, key) => {
    const { fields } = filledIn(EMPTY, form, about);
    const who = pendingKey(fields);
    const isWanted = who === undefined || !seen.has(who);
    if (who !== undefined) seen.add(who);
    return { key, fields, isWanted };
  });
}

/** The forms of those that are wanted, in order; undefined while one of them cannot be saved. */
export function formsOf(several: readonly One[]) {
  const forms = several.filter(({ isWanted }) => isWanted).map(({ fields }) => formFrom(fields));
  return forms.every((form) => form !== undefined) ? forms : undefined;
}
