// What can be done with introductions, for buttons, the palette and the menu.
import type { Action } from '#renderer/store/actions.ts';
import { navigate } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';

export const introductionActions: readonly Action[] = [
  {
    id: 'introduction.new',
    label: () => i18n.t('introductions:new'),
    run: () => navigate({ section: 'introductions', mode: 'new' }),
  },
];
