import { useQuery } from '@tanstack/react-query';
import { Bookmark, BookmarkPlus, MoreHorizontal, PenLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '#api/views.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { orpc } from '#renderer/client/queries.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { bookText, readTyped, writeTyped } from '#renderer/people/typed-query.ts';
import css from './PeopleFilter.module.css';

/** The queries that have a name, and the way to give this one a name. */
export function SavedViews({
  text,
  onText,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
}) {
  const { t } = useTranslation('search');
  const { data: views = [] } = useQuery(orpc.views.list.queryOptions());
  const [asked, ask] = useState<'save' | SavedView>();
  // However it is typed, it is one query; a view is kept as the book reads it.
  const query = bookText(text);
  const shown = query === '' ? undefined : views.find((view) => bookText(view.text) === query);
  const canSave = query !== '' && shown === undefined;
  if (views.length === 0 && !canSave && asked === undefined) return null;
  return (
    <>
      <div className={css.views} role="group" aria-label={t('views.label')}>
        {views.map((view) => (
          <Button
            key={view.id}
            look="plain"
            icon={Bookmark}
            aria-pressed={view === shown}
            onClick={() => onText(view === shown ? '' : writeTyped(readTyped(view.text).query))}
          >
            <bdi>{view.name}</bdi>
          </Button>
        ))}
        {shown === undefined ? null : <ViewMenu view={shown} onRename={() => ask(shown)} />}
        {canSave ? (
          <Button look="plain" icon={BookmarkPlus} onClick={() => ask('save')}>
            {t('views.save')}
          </Button>
        ) : null}
      </div>
      {asked === undefined ? null : (
        <ViewDialog view={asked === 'save' ? undefined : asked} text={query} onClose={() => ask(undefined)} />
      )}
    </>
  );
}

function ViewMenu({ view, onRename }: { readonly view: SavedView; readonly onRename: () => void }) {
  const { t } = useTranslation('search');
  const { id, name } = view;
  const more = t('views.more', { name });
  return (
    <Menu
      label={more}
      trigger={<IconButton icon={MoreHorizontal} label={more} />}
      items={[
        { id: 'rename', label: t('views.rename'), icon: PenLine, run: onRename },
        {
          id: 'delete',
          label: t('views.delete'),
          icon: Trash2,
          isDanger: true,
          run: () => void act(() => client.views.delete({ id }), t('views.deleted', { name })),
        },
      ]}
    />
  );
}

/** Asks for the name of a new view, or another one for a view that there is. */
function ViewDialog({
  view,
  text,
  onClose,
}: {
  readonly view: SavedView | undefined;
  readonly text: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('search');
  const { t: ui } = useTranslation('ui');
  const [name, setName] = useState(view?.name ?? '');
  const wanted = name.trim();
  const save = () =>
    view === undefined
      ? act(() => client.views.save({ name: wanted, text }), t('views.saved', { name: wanted }))
      : act(() => client.views.rename({ id: view.id, name: wanted }), t('views.renamed', { name: wanted }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (wanted !== '' && (await save()) !== undefined) onClose();
  };
  return (
    <Dialog
      title={view === undefined ? t('views.saveTitle') : t('views.renameTitle', { name: view.name })}
      closeLabel={ui('close')}
      onClose={onClose}
    >
      <form className={css.form} onSubmit={(event) => void submit(event)}>
        <Field label={t('views.name')} hint={view === undefined ? t('views.nameHint') : undefined}>
          <TextInput maxLength={100} value={name} onChange={({ target }) => setName(target.value)} />
        </Field>
        <div className={css.buttons}>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" look="primary" disabled={wanted === ''}>
            {ui('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
