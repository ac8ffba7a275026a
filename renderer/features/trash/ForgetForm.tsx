import { Eraser } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Forgetting } from '#api/trash.ts';
import { isConfirmedBy } from '#core/contacts/forgotten.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { client } from '#renderer/client/client.ts';
import { navigate } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { Copies } from './Copies.tsx';
import { ErasePhaseLine } from './ErasePhaseLine.tsx';
import { useErasing } from './erasing.ts';
import type { Outcome } from './Forgotten.tsx';
import css from './Trash.module.css';

interface ForgetFormProps {
  readonly id: ContactId;
  readonly forgetting: Forgetting;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onDone: (outcome: Outcome) => void;
  readonly onCancel: () => void;
}

/** What goes and what stays, and the name to be typed. */
export function ForgetForm({ id, forgetting, onBusy, onDone, onCancel }: ForgetFormProps) {
  const { t } = useTranslation('trash');
  const { t: ui } = useTranslation('ui');
  const { fn, named, isRecognisable } = forgetting;
  const [name, setName] = useState('');
  const [clean, setClean] = useState(true);
  const { phase, run } = useErasing();
  const isConfirmed = isConfirmedBy(fn, name);
  const forget = async () => {
    if (!isConfirmed) return;
    onBusy(true);
    const erased = await run(() => client.trash.forget({ id, name, clean }));
    onBusy(false);
    if (erased === undefined) return;
    navigate({ section: 'people' }, { replace: true });
    onDone({ forgetting, isCleared: erased.isCleared, named: clean ? 0 : named.total });
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void forget();
      }}
    >
      <p>{t('forgetting.text')}</p>
      <Goes forgetting={forgetting} />
      {named.total === 0 ? null : <Named named={named} clean={clean} onClean={setClean} />}
      <p>{isRecognisable ? t('forgetting.later') : t('forgetting.laterUnknown')}</p>
      <Copies forgetting={forgetting} />
      {phase === undefined ? (
        <>
          <Field label={t('forgetting.name', { fn })}>
            <TextInput value={name} maxLength={1000} onChange={(event) => setName(event.target.value)} />
          </Field>
          <div className={classes(css.buttons, css.end)}>
            <Button onClick={onCancel}>{ui('cancel')}</Button>
            <Button type="submit" look="danger" icon={Eraser} disabled={!isConfirmed}>
              {t('forgetting.confirm')}
            </Button>
          </div>
        </>
      ) : (
        <ErasePhaseLine phase={phase} />
      )}
    </form>
  );
}

const COUNTED = [
  'values',
  'encounters',
  'ties',
  'letters',
  'invitations',
  'introductions',
  'reminders',
  'mutuals',
  'merged',
  'deeds',
] as const satisfies readonly (keyof Forgetting['counts'])[];

function Goes({ forgetting: { counts } }: { readonly forgetting: Forgetting }) {
  const { t } = useTranslation('trash');
  const id = useId();
  return (
    <div className={css.part}>
      <h3 id={id}>{t('forgetting.goes')}</h3>
      <ul className={css.points} aria-labelledby={id}>
        {COUNTED.filter((one) => counts[one] > 0).map((one) => (
          <li key={one}>{t(`forgetting.counts.${one}`, { count: counts[one] })}</li>
        ))}
        <li>{t('forgetting.plans')}</li>
      </ul>
    </div>
  );
}

interface NamedProps {
  readonly named: Forgetting['named'];
  readonly clean: boolean;
  readonly onClean: (clean: boolean) => void;
}

/** Texts about others that name them: theirs to keep or to clean. */
function Named({ named: { total, rows }, clean, onClean }: NamedProps) {
  const { t } = useTranslation('trash');
  const id = useId();
  return (
    <div className={css.part}>
      <h3 id={id}>{t('forgetting.named', { count: total })}</h3>
      {/* It scrolls, so the keyboard has to get into it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className={css.texts} aria-labelledby={id} tabIndex={0}>
        {rows.map(({ place, of, excerpt }, at) => (
          // Two texts may read the same; their order never changes.
          // eslint-disable-next-line react/no-array-index-key
          <li key={at}>
            <p className={css.quiet} dir="auto">
              {t(`place.${place}`, { of })}
            </p>
            <p dir="auto">{excerpt}</p>
          </li>
        ))}
        {total > rows.length ? <li>{t('forgetting.namedMore', { count: total - rows.length })}</li> : null}
      </ul>
      <label className={css.check}>
        <input
          type="checkbox"
          checked={clean}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onClean(event.target.checked)}
        />
        {t('forgetting.clean')}
      </label>
      <p id={`${id}-hint`} className={css.quiet}>
        {t('forgetting.cleanHint')}
      </p>
    </div>
  );
}
