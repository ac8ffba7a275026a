import { CalendarArrowDown, Ellipsis, Merge, Pencil, Printer, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Event } from '#core/events/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { MergeEvents } from './MergeEvents.tsx';

/** What can be done with an event. */
export function EventBar({ event }: { readonly event: Event }) {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation('ui');
  const [isMerging, setMerging] = useState(false);
  const openOverlay = useStore((state) => state.openOverlay);
  const { id, summary } = event;
  const remove = async () => {
    const done = await act(() => client.events.delete({ id }), t('page.deleted', { summary }));
    if (done !== undefined) navigate({ section: 'events' }, { replace: true });
  };
  return (
    <>
      <Button icon={Pencil} onClick={() => navigate({ section: 'events', id, mode: 'edit' })}>
        {t('page.edit')}
      </Button>
      <Menu
        label={ui('more')}
        items={[
          {
            id: 'print',
            label: t('page.print'),
            icon: Printer,
            run: () => navigate({ section: 'events', id, mode: 'print' }),
          },
          {
            id: 'export',
            label: t('page.export'),
            icon: CalendarArrowDown,
            run: () => openOverlay('calendar'),
          },
          { id: 'merge', label: t('page.merge'), icon: Merge, run: () => setMerging(true) },
          { id: 'delete', label: t('page.delete'), icon: Trash2, isDanger: true, run: () => void remove() },
        ]}
        trigger={<IconButton icon={Ellipsis} label={ui('more')} />}
      />
      {isMerging ? <MergeEvents event={event} onClose={() => setMerging(false)} /> : null}
    </>
  );
}
