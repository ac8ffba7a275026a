// What can be done with invitations, for buttons, the palette and the menu.
import type { Action } from '#renderer/store/actions.ts';
import { navigate } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';

export const invitationActions: readonly Action[] = [
  {
    id: 'invitation.new',
    label: () => i18n.t('invitations:actions.new'),
    run: () => navigate({ section: 'invitations', mode: 'new' }),
  },
  {
    id: 'invitation.rules',
    label: () => i18n.t('rules:action'),
    run: () => navigate({ section: 'invitations', mode: 'rules' }),
  },
  {
    id: 'invitation.audit',
    label: () => i18n.t('audit:action'),
    run: () => navigate({ section: 'invitations', mode: 'audit' }),
  },
];
