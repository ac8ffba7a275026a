// The tags of the book, for the palette and the menu.
import type { Action } from '#renderer/store/actions.ts';
import { useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';

export const tagActions: readonly Action[] = [
  {
    id: 'tags.open',
    label: () => i18n.t('tags:action'),
    run: () => useStore.getState().openOverlay('tags'),
  },
];
