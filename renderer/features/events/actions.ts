// What can be done with events and meetings, for buttons, the palette and the menu.
import type { Action } from '#renderer/store/actions.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';

export const eventActions: readonly Action[] = [
  {
    id: 'met-someone',
    label: () => i18n.t('app:actions.met'),
    shortcut: 'Mod+Shift+M',
    run: () => useStore.getState().openOverlay('met'),
  },
  {
    id: 'event.new',
    label: () => i18n.t('app:actions.eventNew'),
    shortcut: 'Mod+Shift+N',
    run: () => navigate({ section: 'events', mode: 'new' }),
  },
];
