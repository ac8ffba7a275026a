import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#core/contacts/model.ts';
import type { KeptFrom } from '#core/manners/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { PersonPicker } from '#renderer/people/PersonPicker.tsx';
import type { Picked } from '#renderer/people/PersonPicker.tsx';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { LineForm } from './LineForm.tsx';
import css from './KeepingUp.module.css';

/** Whom this person is not introduced to, each with the owner's private reason, and a way to name one more. */
export function KeptFromList({
  contactId,
  fn,
  keptFrom,
}: {
  readonly contactId: ContactId;
  readonly fn: string;
  readonly keptFrom: readonly KeptFrom[];
}) {
  const { t } = useTranslation('manners');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {keptFrom.length === 0 ? null : (
        <ul className={css.list} aria-label={t('pairs.list', { fn })}>
          {keptFrom.map((other) => (
            <li key={other.id}>
              <span className={css.words}>
                {t('pairs.not')} <PersonLink id={other.contactId}>{other.fn}</PersonLink>{' '}
                <span className={css.quiet} dir="auto">
                  {other.reason}
                </span>
              </span>
              <IconButton
                icon={X}
                label={t('pairs.allow', { fn: other.fn })}
                onClick={() =>
                  void act(
                    () => client.manners.allow({ id: other.id }),
                    t('pairs.allowed', { a: fn, b: other.fn }),
                  )
                }
              />
            </li>
          ))}
        </ul>
      )}
      {isOpen ? (
        <PairForm
          contactId={contactId}
          fn={fn}
          except={keptFrom.map((other) => other.contactId)}
          onClose={() => setOpen(false)}
        />
      ) : (
        <div>
          <Button onClick={() => setOpen(true)}>{t('pairs.new')}</Button>
        </div>
      )}
    </>
  );
}

function PairForm({
  contactId,
  fn,
  except,
  onClose,
}: {
  readonly contactId: ContactId;
  readonly fn: string;
  readonly except: readonly ContactId[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('manners');
  const [other, setOther] = useState<Picked>();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const save = async () => {
    setTried(true);
    if (other?.kind !== 'known') return;
    const done = await act(
      () => client.manners.keepFrom({ a: contactId, b: other.id, reason }),
      t('pairs.said', { a: fn, b: other.fn }),
    );
    if (done !== undefined) onClose();
  };
  return (
    <LineForm saveLabel={t('pairs.save')} cancelLabel={t('cancel')} onSave={save} onCancel={onClose}>
      <Field
        label={t('pairs.who', { fn })}
        error={isTried && other === undefined ? t('pairs.whoMissing') : ''}
      >
        <PersonPicker
          value={other}
          // Opened by the owner's own press.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          except={[contactId, ...except]}
          onPick={setOther}
        />
      </Field>
      <Field label={t('pairs.reason')} hint={t('pairs.reasonHint')}>
        <TextInput
          spellCheck
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </LineForm>
  );
}
