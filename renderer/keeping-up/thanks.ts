// Noting that somebody was thanked for what they did.
import type { ContactId } from '#core/contacts/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { localToday } from './today.ts';

/** For everything up to today; a letter of thanks is the owner's to write. */
export const noteThanks = (contactId: ContactId, fn: string) =>
  act(
    () => client.manners.set({ contactId, patch: { thankedOn: localToday() } }),
    i18n.t('references:ask.thanked', { fn }),
  );
