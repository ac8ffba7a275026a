// What can be done about duplicates, for buttons, the palette and the menu.
import type { Action } from '#renderer/store/actions.ts';
import { navigate } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { reviewRoute } from './queue.ts';

export const duplicateActions: readonly Action[] = [
  {
    id: 'duplicates.review',
    label: () => i18n.t('duplicates:actionReview'),
    run: () => navigate(reviewRoute(undefined)),
  },
];
