// What can be done with the selected people, for the palette and the menu.
import { sayProblem } from '#renderer/client/commands.ts';
import type { Action } from '#renderer/store/actions.ts';
import type { Overlay } from '#renderer/store/frame.ts';
import type { StoreState } from '#renderer/store/store.ts';
import { useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { copyAddresses, copyCards } from './copying.ts';
import { selectedNow } from './selected.ts';
import type { Selected } from './selected.ts';

const isSelecting = ({ route, selection }: StoreState): boolean =>
  route.section === 'people' && selection !== undefined;

const open = (overlay: Overlay) => () => useStore.getState().openOverlay(overlay);

export const bulkActions: readonly Action[] = [
  {
    id: 'people.tag',
    label: () => i18n.t('bulk:actions.tagLong'),
    isEnabled: isSelecting,
    run: open('tag-people'),
  },
  {
    id: 'people.untag',
    label: () => i18n.t('bulk:actions.untagLong'),
    isEnabled: isSelecting,
    run: open('untag-people'),
  },
  {
    id: 'people.meet',
    label: () => i18n.t('bulk:actions.meetLong'),
    isEnabled: isSelecting,
    run: open('meet-people'),
  },
  {
    id: 'people.edit',
    label: () => i18n.t('bulk:actions.editLong'),
    isEnabled: isSelecting,
    run: open('edit-people'),
  },
  {
    id: 'people.copyCards',
    label: () => i18n.t('bulk:actions.copyCardsLong'),
    isEnabled: isSelecting,
    run: () => withSelected(({ people, count }) => copyCards(people, count)),
  },
  {
    id: 'people.copyAddresses',
    label: () => i18n.t('bulk:actions.copyAddressesLong'),
    isEnabled: isSelecting,
    run: () => withSelected(({ people }) => copyAddresses(people)),
  },
];

async function withSelected(run: (selected: Selected) => Promise<void>): Promise<void> {
  try {
    const selected = await selectedNow();
    if (selected !== undefined) await run(selected);
  } catch (error) {
    sayProblem(error);
  }
}
