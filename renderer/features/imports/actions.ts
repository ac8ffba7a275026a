// The commands of the imports section.
import type { Action } from '#renderer/store/actions.ts';
import { navigate } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';

export const importActions: readonly Action[] = [
  {
    id: 'import.choose',
    label: () => i18n.t('app:actions.import'),
    shortcut: 'Mod+O',
    run: () => navigate({ section: 'imports', mode: 'new' }),
  },
];
