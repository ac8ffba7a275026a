import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '#api/views.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { orpc } from '#renderer/client/queries.ts';
import { PersonRow } from '#renderer/people/PersonPicker.tsx';
import type { Action } from '#renderer/store/actions.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { actions } from './actions.ts';
import css from './CommandPalette.module.css';

/** Every word typed begins a word of the label: "add per" finds "Add a person". */
function answers(label: string, text: string): boolean {
  const words = label.toLocaleLowerCase().split(/\s+/);
  return text
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** Shows the people of a saved view. */
const viewAction = ({ id, name, text }: SavedView): Action => ({
  id: `view.${id}`,
  label: () => i18n.t('search:views.open', { name }),
  run: () => navigate({ section: 'people', params: { q: text } }),
});

/** Search for people and actions in one field. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('app');
  const { t: ui } = useTranslation('ui');
  const [text, setText] = useState('');
  // What the owner moved to; undefined: the first row, also when people arrive after the actions.
  const [chosen, setChosen] = useState<string>();
  const wanted = text.trim();
  const found = useQuery({
    ...orpc.contacts.find.queryOptions({ input: { text: wanted, limit: 8 } }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  });
  const people = wanted === '' ? [] : (found.data ?? []);
  const views = useQuery(orpc.views.list.queryOptions());
  const possible = [
    ...actions.filter(
      (action) => action.id !== 'palette' && (action.isEnabled?.(useStore.getState()) ?? true),
    ),
    ...(views.data ?? []).map(viewAction),
  ];
  const shown = possible.filter((action) => answers(action.label(), wanted));
  const first = people[0] === undefined ? (shown[0]?.id ?? '') : `person-${people[0].id}`;
  const run = (action: Action) => {
    onClose();
    void action.run();
  };
  const goTo = (id: ContactId) => {
    onClose();
    navigate({ section: 'people', id });
  };
  return (
    <Dialog title={t('palette.title')} closeLabel={ui('close')} onClose={onClose} bare>
      <Command
        shouldFilter={false}
        loop
        label={t('palette.title')}
        className={css.palette}
        value={chosen ?? first}
        onValueChange={(value) => {
          // The palette itself goes to a first row when the text changes; that is `first`'s business.
          if (value !== (shown[0]?.id ?? '')) setChosen(value);
          else setChosen(chosen === undefined ? undefined : value);
        }}
      >
        <div className={css.field}>
          <Search size={18} strokeWidth={1.75} aria-hidden />
          <Command.Input
            value={text}
            onValueChange={(next) => {
              setText(next);
              setChosen(undefined);
            }}
            placeholder={t('palette.placeholder')}
            dir="auto"
          />
        </div>
        <Command.List className={css.list} label={t('palette.title')}>
          {people.length === 0 ? null : (
            <Command.Group heading={t('palette.people')}>
              {people.map((person) => (
                <Command.Item key={person.id} value={`person-${person.id}`} onSelect={() => goTo(person.id)}>
                  <PersonRow person={person} />
                </Command.Item>
              ))}
            </Command.Group>
          )}
          {shown.length === 0 ? null : (
            <Command.Group heading={t('palette.actions')}>
              {shown.map((action) => (
                <Command.Item key={action.id} value={action.id} onSelect={() => run(action)}>
                  <span className={css.label}>{action.label()}</span>
                  {action.shortcut === undefined ? null : <Kbd keys={action.shortcut} />}
                </Command.Item>
              ))}
            </Command.Group>
          )}
          {people.length + shown.length === 0 && !found.isFetching ? (
            <p className={css.none}>{t('palette.none')}</p>
          ) : null}
        </Command.List>
      </Command>
    </Dialog>
  );
}
