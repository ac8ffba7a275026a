// What can be done with people, for buttons, the palette and the menu.
import type { Action } from '#renderer/store/actions.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';

export const contactActions: readonly Action[] = [
  {
    id: 'person.new',
    label: () => i18n.t('app:actions.personNew'),
    shortcut: 'Mod+N',
    run: () => navigate({ section: 'people', mode: 'new' }),
  },
  {
    id: 'person.edit',
    label: () => i18n.t('contacts:actions.editLong'),
    shortcut: 'Mod+E',
    isEnabled: ({ route }) => route.section === 'people' && route.id !== undefined,
    run: () => {
      const { id } = useStore.getState().route;
      if (id !== undefined) navigate({ section: 'people', id, mode: 'edit' });
    },
  },
];
