// Bringing people back from the trash.
import type { ContactId } from '#core/contacts/model.ts';
import { client } from '#renderer/client/client.ts';
import { act, offerUndo } from '#renderer/client/commands.ts';
import { i18n } from '#renderer/strings/i18n.ts';

/** Brings them back, everybody where nobody is named; says how many, with an Undo. Answers whether it was done. */
export async function restore(ids: ContactId[] | undefined): Promise<boolean> {
  const done = await act(() => client.trash.restore(ids === undefined ? {} : { ids }));
  if (done === undefined) return false;
  await offerUndo(i18n.t('trash:restored', { count: done.result.people }));
  return true;
}
