// Where the trash is, and whom of it the window shows.
import { ContactId } from '#core/contacts/model.ts';
import type { Route } from '#renderer/store/navigation.ts';

export const trashRoute = (id?: ContactId): Route => ({
  section: 'people',
  mode: 'trash',
  ...(id === undefined ? {} : { params: { of: String(id) } }),
});

export function shownId({ mode, params }: Route): ContactId | undefined {
  const id = ContactId.safeParse(Number(params?.['of']));
  return mode === 'trash' && id.success ? id.data : undefined;
}
