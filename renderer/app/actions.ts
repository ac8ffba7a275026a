// Every action of the page, in the order the palette shows them. A feature's own come from its actions.ts.
import { client } from '#renderer/client/client.ts';
import { redo, sayProblem, undo } from '#renderer/client/commands.ts';
import { savePreferences } from '#renderer/client/preferences.ts';
import { bulkActions } from '#renderer/features/bulk/actions.ts';
import { contactActions } from '#renderer/features/contacts/actions.ts';
import { duplicateActions } from '#renderer/features/duplicates/actions.ts';
import { eventActions } from '#renderer/features/events/actions.ts';
import { exportActions } from '#renderer/features/exports/actions.ts';
import { importActions } from '#renderer/features/imports/actions.ts';
import { introductionActions } from '#renderer/features/introductions/actions.ts';
import { invitationActions } from '#renderer/features/invitations/actions.ts';
import { tagActions } from '#renderer/features/tags/actions.ts';
import { holdingsActions } from '#renderer/features/holdings/actions.ts';
import { trashActions } from '#renderer/features/trash/actions.ts';
import type { Action } from '#renderer/store/actions.ts';
import type { Route } from '#renderer/store/navigation.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { sections } from './routes.tsx';

/** Text being edited has its own undo, which knows letters; the book's undo is for everything else. */
function inText(run: () => void, command: 'undo' | 'redo'): void {
  const at = document.activeElement;
  const editable =
    at instanceof HTMLTextAreaElement ||
    (at instanceof HTMLInputElement && at.type !== 'checkbox' && at.value !== '');
  // `execCommand` is the only way to reach a field's own undo from a menu.
  if (editable) document.execCommand(command);
  else run();
}

/** Puts the cursor into the search field that is on the screen. */
function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('[data-search]');
  if (field === null) useStore.getState().openOverlay('palette');
  else field.select();
}

function isDark(): boolean {
  const { theme } = useStore.getState().preferences;
  return (
    theme === 'dark' || (theme === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches)
  );
}

/** Where the sheet for paper of what is on the screen is; undefined where there is none. */
function sheetOf({ section, id, params }: Route): Route | undefined {
  if (section === 'events' && id !== undefined) return { section, id, mode: 'print' };
  const q = params?.['q'];
  return section === 'people'
    ? { section, mode: 'print', ...(q !== undefined && { params: { q } }) }
    : undefined;
}

const frameActions: readonly Action[] = [
  {
    id: 'palette',
    label: () => i18n.t('app:actions.palette'),
    shortcut: 'Mod+K',
    run: () => useStore.getState().openOverlay('palette'),
  },
  {
    id: 'print',
    label: () => i18n.t('app:actions.print'),
    shortcut: 'Mod+P',
    isEnabled: ({ route }) => sheetOf(route) !== undefined,
    run: () => {
      const sheet = sheetOf(useStore.getState().route);
      if (sheet !== undefined) navigate(sheet);
    },
  },
  { id: 'find', label: () => i18n.t('app:actions.find'), shortcut: '/', run: focusSearch },
  {
    id: 'undo',
    label: () => i18n.t('app:actions.undo'),
    shortcut: 'Mod+Z',
    run: () => inText(() => void undo(), 'undo'),
  },
  {
    id: 'redo',
    label: () => i18n.t('app:actions.redo'),
    shortcut: 'Mod+Shift+Z',
    run: () => inText(() => void redo(), 'redo'),
  },
  {
    id: 'shortcuts',
    label: () => i18n.t('app:actions.shortcuts'),
    shortcut: '?',
    run: () => useStore.getState().openOverlay('shortcuts'),
  },
  {
    id: 'theme',
    label: () => i18n.t('app:actions.theme'),
    run: () => savePreferences({ theme: isDark() ? 'light' : 'dark' }),
  },
  {
    id: 'density',
    label: () => i18n.t('app:actions.density'),
    run: () => {
      const { density } = useStore.getState().preferences;
      return savePreferences({ density: density === 'compact' ? 'comfortable' : 'compact' });
    },
  },
  {
    id: 'sidebar',
    label: () => i18n.t('app:actions.sidebar'),
    shortcut: 'Mod+B',
    run: () => {
      const { sidebar } = useStore.getState().preferences;
      return savePreferences({ sidebar: sidebar === 'full' ? 'icons' : 'full' });
    },
  },
];

/** Locks the book, or leads to where a passphrase is chosen. */
async function lock(): Promise<void> {
  const { isSet } = await client.lock.state();
  if (isSet) return client.lock.lock();
  navigate({ section: 'settings' });
  useStore.getState().showToast({ text: i18n.t('lock:none'), tone: 'done' });
}

const privacyActions: readonly Action[] = [
  {
    id: 'presentation',
    label: () => i18n.t('app:presentation.action'),
    shortcut: 'Mod+Shift+H',
    run: () => {
      const { isPresenting, presentingChanged } = useStore.getState();
      presentingChanged(!isPresenting);
    },
  },
  {
    id: 'lock',
    label: () => i18n.t('lock:action'),
    shortcut: 'Mod+Shift+L',
    run: () => lock().catch(sayProblem),
  },
];

const goActions: readonly Action[] = sections.map(({ id }, index) => ({
  id: `go.${id}`,
  label: () => i18n.t('app:actions.go', { section: i18n.t(`app:sections.${id}`) }),
  shortcut: id === 'settings' ? 'Mod+,' : `Mod+${index + 1}`,
  run: () => navigate({ section: id }),
}));

export const actions: readonly Action[] = [
  ...contactActions,
  ...bulkActions,
  ...tagActions,
  ...duplicateActions,
  ...eventActions,
  ...invitationActions,
  ...introductionActions,
  ...importActions,
  ...exportActions,
  ...holdingsActions,
  ...trashActions,
  ...frameActions,
  ...privacyActions,
  ...goActions,
];

/** Runs the action of that id, if there is one and it makes sense now: while the book is locked none does. */
export function runAction(id: string): void {
  if (useStore.getState().isLocked) return;
  const action = actions.find((candidate) => candidate.id === id);
  if (action !== undefined && (action.isEnabled?.(useStore.getState()) ?? true)) void action.run();
}
