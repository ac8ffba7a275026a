import { Pencil } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { navigate } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { formFrom } from './fields.ts';
import type { Fields } from './fields.ts';
import { InvitationFields } from './InvitationFields.tsx';
import { formsOf } from './several.ts';
import type { One } from './several.ts';
import css from './SeveralInvitations.module.css';

/** What was read out of a paste of several, to be looked over, put right and added as one deed. */
export function SeveralInvitations({
  several,
  onSeveral,
  onStartOver,
}: {
  readonly several: readonly One[];
  readonly onSeveral: (several: readonly One[]) => void;
  readonly onStartOver: () => void;
}) {
  const { t } = useTranslation('invitations');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const count = several.filter(({ isWanted }) => isWanted).length;
  const save = async () => {
    setTried(true);
    const forms = formsOf(several);
    if (forms === undefined || forms.length === 0 || isBusy) return;
    setBusy(true);
    const done = await act(
      () => client.invitations.createMany({ forms }),
      t('done.createdMany', { count: forms.length }),
    );
    setBusy(false);
    const [id] = done?.result.ids ?? [];
    if (id !== undefined) navigate({ section: 'invitations', id }, { replace: true });
  };
  const change = (key: number, part: Partial<One>) =>
    onSeveral(several.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <form
      className={css.several}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p role="status">{t('form.several', { count: several.length })}</p>
      <ul className={css.list} aria-label={t('form.severalLabel')}>
        {several.map((one) => (
          <SeveralRow
            key={one.key}
            one={one}
            isTried={isTried}
            onWanted={(isWanted) => change(one.key, { isWanted })}
            onFields={(part) => change(one.key, { fields: { ...one.fields, ...part } })}
          />
        ))}
      </ul>
      <div className={css.buttons}>
        <Button look="primary" type="submit" busy={isBusy} disabled={count === 0}>
          {t('form.addMany', { count })}
        </Button>
        <Button onClick={onStartOver}>{t('form.startOver')}</Button>
      </div>
    </form>
  );
}

function SeveralRow({
  one: { fields, isWanted },
  isTried,
  onWanted,
  onFields,
}: {
  readonly one: One;
  readonly isTried: boolean;
  readonly onWanted: (isWanted: boolean) => void;
  readonly onFields: (part: Partial<Fields>) => void;
}) {
  const { t } = useTranslation('invitations');
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const isWrong = isTried && isWanted && formFrom(fields) === undefined;
  return (
    <li className={css.one} aria-label={fields.fn}>
      <div className={css.head}>
        <input
          type="checkbox"
          aria-label={t('form.take', { fn: fields.fn })}
          checked={isWanted}
          onChange={({ target }) => onWanted(target.checked)}
        />
        <div className={css.who}>
          <strong dir="auto">{fields.fn}</strong>
          {fields.headline === '' ? null : (
            <span className={css.quiet} dir="auto">
              {fields.headline}
            </span>
          )}
          <span className={css.note} dir="auto">
            {fields.message.trim() === '' ? t('form.noNote') : fields.message}
          </span>
          <Shared fields={fields} />
        </div>
        <Button
          look="plain"
          {...(isOpen ? {} : { icon: Pencil })}
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={isOpen ? undefined : t('form.changeOf', { fn: fields.fn })}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'form.fold' : 'form.change')}
        </Button>
      </div>
      <div id={id} className={css.fields} hidden={!isOpen && !isWrong}>
        {isOpen || isWrong ? (
          <InvitationFields fields={fields} isTried={isTried} onChange={onFields} />
        ) : null}
      </div>
    </li>
  );
}

function Shared({ fields: { mutualNames, mutualCount } }: { readonly fields: Fields }) {
  const { t } = useTranslation('invitations');
  const count = Math.max(mutualNames.length, Number(mutualCount) || 0);
  if (count === 0) return null;
  return (
    <span className={css.quiet}>
      {t('form.mutualCountShort', { count })}
      {mutualNames.length === 0 ? null : (
        <>
          {': '}
          <bdi>{mutualNames.join(', ')}</bdi>
        </>
      )}
    </span>
  );
}
