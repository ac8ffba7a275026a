import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { everyDays, lengthOf } from '#core/reminders/days.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { isOnItsWay } from '#renderer/client/on-its-way.ts';
import { orpc } from '#renderer/client/queries.ts';
import { cadenceWords } from '#renderer/people/manners.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { Combobox } from '#renderer/ui/Combobox.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import css from './Reminders.module.css';

const CADENCES = ['P1W', 'P2W', 'P1M', 'P3M', 'P6M', 'P1Y'] as const;

/** How often the owner wants to hear of everybody with a tag. For Settings. */
export function TagCadences() {
  const { t } = useTranslation('reminders');
  const { data = [] } = useQuery(orpc.reminders.tagCadences.queryOptions());
  return (
    <PaneSection title={t('tags.title')}>
      <p className={css.quiet}>{t('tags.why')}</p>
      {data.length === 0 ? null : (
        <ul className={css.tags} aria-label={t('tags.title')}>
          {data.map(({ tag, days, people }) => (
            <li key={tag}>
              <span>
                <bdi className={css.tag}>{tag}</bdi> {cadenceWords(everyDays(days))}{' '}
                <span className={css.quiet}>{t('tags.people', { count: people })}</span>
              </span>
              <IconButton
                icon={X}
                label={t('tags.remove', { tag })}
                onClick={() =>
                  void act(() => client.reminders.setTagCadence({ tag }), t('tags.removed', { tag }))
                }
              />
            </li>
          ))}
        </ul>
      )}
      <NewTagCadence />
    </PaneSection>
  );
}

function NewTagCadence() {
  const { t } = useTranslation('reminders');
  const [tag, setTag] = useState('');
  const [cadence, setCadence] = useState<(typeof CADENCES)[number]>('P3M');
  const found = useQuery({
    ...orpc.contacts.facetValues.queryOptions({ input: { facet: 'tag', find: tag.trim(), limit: 8 } }),
    enabled: tag.trim() !== '',
  });
  const save = async () => {
    const name = tag.trim();
    if (name === '') return;
    const days = Math.round(lengthOf(cadence));
    const done = await act(
      () => client.reminders.setTagCadence({ tag: name, days }),
      t('tags.said', { tag: name }),
    );
    if (done !== undefined) setTag('');
  };
  return (
    <form
      className={css.newTag}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={t('tags.tag')}>
        <Combobox
          text={tag}
          onText={setTag}
          options={tag.trim() === '' ? [] : (found.data ?? [])}
          isPending={isOnItsWay(found)}
          keyOf={({ text }) => text}
          render={({ text, people }) => (
            <>
              <bdi>{text}</bdi> <span className={css.quiet}>{t('tags.people', { count: people })}</span>
            </>
          )}
          onChoose={({ text }) => setTag(text)}
          none={t('tags.none')}
          listLabel={t('tags.list')}
        />
      </Field>
      <Field label={t('tags.every')}>
        <Select
          value={cadence}
          options={CADENCES.map((value) => ({ value, label: cadenceWords(value) }))}
          onValue={setCadence}
        />
      </Field>
      <Button type="submit">{t('tags.add')}</Button>
    </form>
  );
}
