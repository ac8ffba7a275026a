// What the menu of the bar offers beside its two buttons.
import {
  Building2,
  CheckCheck,
  Copy,
  Download,
  Eraser,
  Lock,
  LockOpen,
  Mail,
  Merge,
  Split,
  Trash2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from '#renderer/store/store.ts';
import type { MenuItem } from '#renderer/ui/Menu.tsx';
import { copyAddresses, copyCards } from './copying.ts';
import { classifyPeople, deletePeople, keepSelectedApart, mergeSelected, MOST_COMPARED } from './deeds.ts';
import type { Selected } from './selected.ts';

/** The items for these people. What is for a few is not offered for many. */
export function useMoreItems(selected: Selected): readonly MenuItem[] {
  const { t } = useTranslation('bulk');
  const openOverlay = useStore((state) => state.openOverlay);
  const selectPeople = useStore((state) => state.selectPeople);
  const { people, count } = selected;
  const { query, all, ids } = selected.selection;
  const isEverybody = all && ids.size === 0;
  const isFew = count >= 2 && count <= MOST_COMPARED;
  return [
    {
      id: 'all',
      label: t('actions.all'),
      icon: CheckCheck,
      shortcut: 'Mod+A',
      isDisabled: isEverybody,
      run: () => selectPeople({ query, all: true, ids: new Set() }),
    },
    { id: 'untag', label: t('actions.untag'), icon: Eraser, run: () => openOverlay('untag-people') },
    { id: 'edit', label: t('actions.edit'), icon: Building2, run: () => openOverlay('edit-people') },
    {
      id: 'confidential',
      label: t('actions.confidential'),
      icon: Lock,
      run: () => void classifyPeople(people, true),
    },
    { id: 'open', label: t('actions.open'), icon: LockOpen, run: () => void classifyPeople(people, false) },
    { id: 'export', label: t('actions.export'), icon: Download, run: () => openOverlay('export') },
    { id: 'cards', label: t('actions.copyCards'), icon: Copy, run: () => void copyCards(people, count) },
    {
      id: 'addresses',
      label: t('actions.copyAddresses'),
      icon: Mail,
      run: () => void copyAddresses(people),
    },
    ...(isFew
      ? [
          { id: 'merge', label: t('actions.merge'), icon: Merge, run: () => void mergeSelected(selected) },
          {
            id: 'apart',
            label: t('actions.apart'),
            icon: Split,
            run: () => void keepSelectedApart(selected),
          },
        ]
      : []),
    {
      id: 'delete',
      label: t('actions.delete'),
      icon: Trash2,
      isDanger: true,
      run: () => void deletePeople(people),
    },
  ];
}
