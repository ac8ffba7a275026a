import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EventId } from '#core/events/model.ts';
import type { Event } from '#core/events/model.ts';
import { client } from '#renderer/client/client.ts';
import { orpc } from '#renderer/client/queries.ts';
import { useStore } from '#renderer/store/store.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { Choice } from '#renderer/ui/Choice.tsx';
import { Check } from '#renderer/ui/Check.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import css from './ExportDialog.module.css';
import { SaveButtons } from './SaveButtons.tsx';
import { takeOut } from './take-out.ts';
import { useExport } from './use-export.ts';

type Scope = 'one' | 'series' | 'all';
type Wish = Parameters<typeof client.exports.events>[0];

/** The event on the screen, its series, or all events, as a calendar file. */
export function CalendarDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('exports');
  const { t: ui } = useTranslation('ui');
  const shown = useShown();
  if (shown === 'wait') return null;
  return (
    <Dialog title={t('calendar.title')} closeLabel={ui('close')} onClose={onClose}>
      <CalendarForm {...shown} onClose={onClose} />
    </Dialog>
  );
}

/** The event and the series that are on the screen; `wait` while they are read. */
function useShown(): { event: Event | undefined; series: string } | 'wait' {
  const { section, id, mode, params } = useStore((state) => state.route);
  const shownId = section === 'events' ? id : undefined;
  const shown = useQuery({
    ...orpc.events.get.queryOptions({ input: { id: EventId.parse(shownId ?? 1) } }),
    enabled: shownId !== undefined,
  });
  if (shownId !== undefined) {
    if (shown.isPending) return 'wait';
    return { event: shown.data?.event, series: shown.data?.event.series ?? '' };
  }
  const isSeries = section === 'events' && mode === 'series';
  return { event: undefined, series: isSeries ? (params?.['name'] ?? '') : '' };
}

function CalendarForm({
  event,
  series,
  onClose,
}: {
  readonly event: Event | undefined;
  /** Empty where there is none. */
  readonly series: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('exports');
  const [scope, setScope] = useState<Scope>(event === undefined ? (series === '' ? 'all' : 'series') : 'one');
  const [withNames, setWithNames] = useState(false);
  const [withNotes, setWithNotes] = useState(false);
  const { progress, save, stop } = useExport(onClose, async (wish: Wish, how) => {
    const { blob, result } = await takeOut(await client.exports.events(wish, { signal: how.signal }), how);
    const { fileName, events, leftOut } = result;
    const said = [t('calendar.done', { count: events, fileName })];
    if (leftOut > 0) said.push(t('calendar.leftOut', { count: leftOut }));
    return { blob, fileName, said: said.join(' ') };
  });
  const options = [
    ...(event === undefined ? [] : [{ value: 'one' as const, label: isolated(event.summary) }]),
    ...(series === ''
      ? []
      : [{ value: 'series' as const, label: t('calendar.series', { name: isolated(series) }) }]),
    { value: 'all' as const, label: t('calendar.all') },
  ];
  const which = (): Wish['which'] => {
    if (scope === 'one' && event !== undefined) return { kind: 'one', id: event.id };
    return scope === 'series' ? { kind: 'series', name: series } : { kind: 'all' };
  };
  return (
    <form
      className={css.form}
      onSubmit={(submit) => {
        submit.preventDefault();
        void save({ which: which(), withNames, withNotes });
      }}
    >
      <p className={css.intro}>{t('calendar.hint')}</p>
      {options.length === 1 ? null : (
        <Choice label={t('calendar.which')} value={scope} onValue={setScope} options={options} />
      )}
      <Check
        label={t('calendar.names')}
        hint={t('calendar.namesHint')}
        isChecked={withNames}
        onChecked={setWithNames}
      />
      <Check
        label={t('calendar.notes')}
        hint={t('calendar.notesHint')}
        isChecked={withNotes}
        onChecked={setWithNotes}
      />
      <SaveButtons
        progress={progress}
        words={(made) => t('calendar.progress', { ...made })}
        onClose={onClose}
        onStop={stop}
      />
    </form>
  );
}
