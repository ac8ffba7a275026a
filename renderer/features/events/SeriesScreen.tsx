import { useQuery } from '@tanstack/react-query';
import { CalendarArrowDown, CalendarPlus, CalendarX, Ellipsis, Pencil, Ungroup } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeriesPage } from '#api/events.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { errorWords, isNotFound } from '#renderer/client/errors.ts';
import { orpc } from '#renderer/client/queries.ts';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { hashOf } from '#renderer/store/navigation.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { dateWords, spanWords } from '#renderer/strings/dates.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { DetailPane, PaneSection } from '#renderer/ui/Pane.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Capped } from './Capped.tsx';
import form from './EventForm.module.css';
import css from './EventPage.module.css';
import { SeriesInput } from './SeriesInput.tsx';

/** The right pane for a series: its events, and everybody met at them with how often. */
export function SeriesScreen() {
  const { t } = useTranslation('events');
  const name = useStore(({ route }) => route.params?.['name'] ?? '');
  const { data, error } = useQuery({
    ...orpc.events.series.queryOptions({ input: { name: name || '-' } }),
    enabled: name !== '',
  });
  if (name === '' || error !== null) {
    const isGone = name === '' || isNotFound(error);
    return <EmptyState icon={CalendarX} title={isGone ? t('series.notFound') : errorWords(error)} />;
  }
  if (data === undefined) {
    return (
      <DetailPane label={name}>
        <Skeleton lines={6} />
      </DetailPane>
    );
  }
  return <Series key={data.name} series={data} />;
}

function Series({ series }: { readonly series: SeriesPage }) {
  const { t } = useTranslation('events');
  const { name, events, people } = series;
  return (
    <DetailPane label={name} bar={<SeriesBar name={name} />}>
      <header className={css.header}>
        <p className={css.quiet}>{t('series.title')}</p>
        <h1 className={css.name} dir="auto">
          {name}
        </h1>
      </header>
      <PaneSection title={t('series.events')} action={<span className={css.count}>{events.length}</span>}>
        <Capped
          items={events}
          className={css.people}
          render={({ id, summary, dtstart, dtend, location, metCount }) => (
            <li key={id} className={css.person}>
              <div className={css.body}>
                <a href={hashOf({ section: 'events', id })}>
                  <bdi>{summary}</bdi>
                </a>
                <p className={css.quiet} data-private="">
                  {[spanWords(dtstart, dtend), location].filter((part) => part !== '').join(' · ')}
                </p>
              </div>
              <span className={css.count}>
                {metCount === 0 ? null : t('list.people', { count: metCount })}
              </span>
            </li>
          )}
        />
      </PaneSection>
      <PaneSection title={t('page.met')} action={<span className={css.count}>{people.length}</span>}>
        {people.length === 0 ? (
          <p className={css.quiet}>{t('series.metNone')}</p>
        ) : (
          <Capped
            items={people}
            className={css.people}
            render={({ contactId, fn, org, times, lastOn }) => (
              <li key={contactId} className={css.person}>
                <Avatar id={contactId} name={fn} />
                <div className={css.body}>
                  <PersonLink id={contactId}>{fn}</PersonLink>
                  <p className={css.quiet} data-private="">
                    {[org, lastOn === undefined ? '' : t('series.lastOn', { date: dateWords(lastOn) })]
                      .filter((part) => part !== '')
                      .join(' · ')}
                  </p>
                </div>
                <span className={css.count}>{t('series.times', { count: times })}</span>
              </li>
            )}
          />
        )}
      </PaneSection>
    </DetailPane>
  );
}

function SeriesBar({ name }: { readonly name: string }) {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation('ui');
  const [isRenaming, setRenaming] = useState(false);
  const openOverlay = useStore((state) => state.openOverlay);
  const letGo = async () => {
    const done = await act(
      () => client.events.renameSeries({ from: name, to: '' }),
      t('series.letGoDone', { name }),
    );
    if (done !== undefined) navigate({ section: 'events' }, { replace: true });
  };
  return (
    <>
      <Button
        icon={CalendarPlus}
        onClick={() => navigate({ section: 'events', mode: 'new', params: { summary: name, series: name } })}
      >
        {t('series.add')}
      </Button>
      <Button icon={Pencil} onClick={() => setRenaming(true)}>
        {t('series.rename')}
      </Button>
      <Menu
        label={ui('more')}
        items={[
          {
            id: 'export',
            label: t('page.export'),
            icon: CalendarArrowDown,
            run: () => openOverlay('calendar'),
          },
          { id: 'let-go', label: t('series.letGo'), icon: Ungroup, run: () => void letGo() },
        ]}
        trigger={<IconButton icon={Ellipsis} label={ui('more')} />}
      />
      {isRenaming ? <RenameSeries name={name} onClose={() => setRenaming(false)} /> : null}
    </>
  );
}

function RenameSeries({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation('ui');
  const [text, setText] = useState(name);
  const to = text.trim();
  const rename = async () => {
    if (to === '') return;
    const done = await act(
      () => client.events.renameSeries({ from: name, to }),
      t('series.renamed', { name: to }),
    );
    if (done === undefined) return;
    onClose();
    navigate({ section: 'events', mode: 'series', params: { name: to } }, { replace: true });
  };
  return (
    <Dialog title={t('series.rename')} closeLabel={ui('close')} onClose={onClose}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          void rename();
        }}
      >
        <Field label={t('series.name')} hint={t('series.nameHint')}>
          <SeriesInput value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <div className={form.dialogButtons}>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" look="primary" disabled={to === ''}>
            {t('series.rename')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
