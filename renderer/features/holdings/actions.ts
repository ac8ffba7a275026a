// What is held about somebody, for the palette and the menu.
import type { Action } from '#renderer/store/actions.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';

export const holdingsActions: readonly Action[] = [
  {
    id: 'person.held',
    label: () => i18n.t('holdings:action'),
    isEnabled: ({ route }) => route.section === 'people' && route.id !== undefined,
    run: () => {
      const { id } = useStore.getState().route;
      if (id !== undefined) navigate({ section: 'people', id, mode: 'held' });
    },
  },
];
