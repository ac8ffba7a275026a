// The trash and forgetting, for the palette and the menu.
import type { Action } from '#renderer/store/actions.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { trashRoute } from './route.ts';

export const trashActions: readonly Action[] = [
  {
    id: 'trash.open',
    label: () => i18n.t('trash:action'),
    run: () => navigate(trashRoute()),
  },
  {
    id: 'person.forget',
    label: () => i18n.t('trash:actionForget'),
    isEnabled: ({ route }) => route.section === 'people' && route.id !== undefined,
    run: () => useStore.getState().openOverlay('forget'),
  },
];
