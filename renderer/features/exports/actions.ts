// Taking people and events out of the book, for the palette and the menu.
import type { Action } from '#renderer/store/actions.ts';
import { useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';

export const exportActions: readonly Action[] = [
  {
    id: 'export.people',
    label: () => i18n.t('exports:action'),
    run: () => useStore.getState().openOverlay('export'),
  },
  {
    id: 'export.events',
    label: () => i18n.t('exports:actionEvents'),
    run: () => useStore.getState().openOverlay('calendar'),
  },
];
