// Where the audit is: which group of connections, and whom of it the window shows.
import { ContactId } from '#core/contacts/model.ts';
import { AuditGroup } from '#core/invitations/audit.ts';
import type { Route } from '#renderer/store/navigation.ts';

export const auditRoute = (group: AuditGroup, id?: ContactId): Route => ({
  section: 'invitations',
  mode: 'audit',
  params: { group, ...(id === undefined ? {} : { of: String(id) }) },
});

/** The group that was chosen, else the first in which there is somebody. */
export const shownGroup = (
  { params }: Route,
  counts: Readonly<Record<AuditGroup, number>> | undefined,
): AuditGroup =>
  AuditGroup.safeParse(params?.['group']).data ??
  AuditGroup.options.find((group) => (counts?.[group] ?? 0) > 0) ??
  'no_note';

export function shownId({ mode, params }: Route): ContactId | undefined {
  const id = ContactId.safeParse(Number(params?.['of']));
  return mode === 'audit' && id.success ? id.data : undefined;
}
