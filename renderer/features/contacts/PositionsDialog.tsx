import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PositionForm } from '#core/contacts/positions.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { locale } from '#renderer/strings/i18n.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { DateField } from '#renderer/ui/DateField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { Person } from './person.ts';
import css from './Positions.module.css';

interface Draft extends PositionForm {
  /** Tells the rows apart while they are edited. */
  readonly at: number;
}
const EMPTY: PositionForm = { org: '', title: '' };

const isBlank = ({ org, title, from, to }: PositionForm): boolean =>
  org.trim() === '' && title.trim() === '' && from === undefined && to === undefined;

/** The owner's list of somebody's jobs, edited whole and saved as one deed. */
export function PositionsDialog({
  person: { id, fn },
  positions,
  onClose,
}: {
  readonly person: Person;
  readonly positions: readonly PositionForm[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('contacts');
  const { t: ui } = useTranslation('ui');
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    (positions.length === 0 ? [EMPTY] : positions).map((position, at) => ({ ...position, at })),
  );
  const change = (at: number, to: Partial<PositionForm>) =>
    setDrafts((before) => before.map((draft) => (draft.at === at ? { ...draft, ...to } : draft)));
  const add = () =>
    setDrafts((before) => [...before, { ...EMPTY, at: Math.max(-1, ...before.map(({ at }) => at)) + 1 }]);
  const wanted = drafts
    .filter((draft) => !isBlank(draft))
    .map(({ org, title, from, to }) => ({ org, title, ...(from && { from }), ...(to && { to }) }));
  const isWrong = wanted.some((position) => !PositionForm.safeParse(position).success);
  const save = async () => {
    const done = await act(
      () => client.contacts.savePositions({ id, positions: wanted }),
      t('positions.saved', { fn: isolated(fn) }),
    );
    if (done !== undefined) onClose();
  };
  return (
    <Dialog
      title={t('positions.of', { fn: isolated(fn) })}
      closeLabel={ui('close')}
      onClose={onClose}
      size="wide"
    >
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ol className={css.rows}>
          {drafts.map((draft, place) => (
            <li key={draft.at}>
              <fieldset className={css.row}>
                <legend className={css.legend}>{t('positions.nth', { place: place + 1 })}</legend>
                <Field label={t('positions.jobTitle')}>
                  <TextInput
                    value={draft.title}
                    onChange={({ target }) => change(draft.at, { title: target.value })}
                  />
                </Field>
                <Field label={t('positions.org')}>
                  <TextInput
                    value={draft.org}
                    onChange={({ target }) => change(draft.at, { org: target.value })}
                  />
                </Field>
                {(['from', 'to'] as const).map((end) => (
                  <DateField
                    key={end}
                    label={t(`positions.${end}`)}
                    wrong={t('positions.wrongDate')}
                    value={draft[end]}
                    onDate={(date) => change(draft.at, { [end]: date })}
                    write={dateWords}
                    language={locale()}
                  />
                ))}
                <IconButton
                  icon={Trash2}
                  label={t('positions.remove', { place: place + 1 })}
                  onClick={() => setDrafts((before) => before.filter(({ at }) => at !== draft.at))}
                />
              </fieldset>
            </li>
          ))}
        </ol>
        <Button look="plain" icon={Plus} onClick={add}>
          {t('positions.add')}
        </Button>
        {isWrong ? (
          <p className={css.wrong} role="alert">
            {t('positions.wrong')}
          </p>
        ) : null}
        <div className={css.buttons}>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" look="primary" disabled={isWrong}>
            {t('positions.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
