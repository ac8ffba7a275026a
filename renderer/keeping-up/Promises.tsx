import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#core/contacts/model.ts';
import type { Day, Outcome, Reminder } from '#core/reminders/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { DayField } from './DayField.tsx';
import { LineForm } from './LineForm.tsx';
import { refOf } from './reminder-ref.ts';
import { awayWords } from './today.ts';
import css from './KeepingUp.module.css';

/** What the owner has promised somebody and not done yet, and a line for one more. */
export function Promises({
  contactId,
  fn,
  promises,
  today,
}: {
  readonly contactId: ContactId;
  readonly fn: string;
  readonly promises: readonly Reminder[];
  readonly today: Day;
}) {
  const { t } = useTranslation('reminders');
  const answer = (one: Reminder, outcome: Outcome) =>
    void act(
      () => client.reminders.settle({ reminder: refOf(one), outcome }),
      t(`answered.promise.${outcome}`, { fn }),
    );
  return (
    <>
      {promises.length === 0 ? null : (
        <ul className={css.list} aria-label={t('promise.list')}>
          {promises.map((one) => (
            <li key={one.id}>
              <span className={css.words} dir="auto">
                {one.text}
              </span>
              <time className={css.quiet} dateTime={one.dueOn} title={dateWords(one.dueOn)}>
                {awayWords(one.dueOn, today)}
              </time>
              <IconButton
                icon={Check}
                label={t('promise.done', { text: one.text })}
                onClick={() => answer(one, 'done')}
              />
              <IconButton
                icon={X}
                label={t('promise.letGo', { text: one.text })}
                onClick={() => answer(one, 'let_go')}
              />
            </li>
          ))}
        </ul>
      )}
      <NewPromise contactId={contactId} fn={fn} />
    </>
  );
}

function NewPromise({ contactId, fn }: { readonly contactId: ContactId; readonly fn: string }) {
  const { t } = useTranslation('reminders');
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t('promise.new')}</Button>
      </div>
    );
  return <PromiseForm contactId={contactId} fn={fn} onClose={() => setOpen(false)} />;
}

function PromiseForm({
  contactId,
  fn,
  onClose,
}: {
  readonly contactId: ContactId;
  readonly fn: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('reminders');
  const [text, setText] = useState('');
  const [dueOn, setDueOn] = useState<Day>();
  const [isTried, setTried] = useState(false);
  const save = async () => {
    setTried(true);
    if (text.trim() === '' || dueOn === undefined) return;
    const done = await act(
      () => client.reminders.promise({ contactId, text: text.trim(), dueOn }),
      t('promise.noted', { fn }),
    );
    if (done !== undefined) onClose();
  };
  return (
    <LineForm saveLabel={t('promise.save')} cancelLabel={t('cancel')} onSave={save} onCancel={onClose}>
      <Field
        label={t('promise.what', { fn })}
        error={isTried && text.trim() === '' ? t('promise.whatMissing') : ''}
      >
        <TextInput
          // Opened by the owner's own press on "I promised something".
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          spellCheck
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <DayField
        label={t('promise.by')}
        onDay={setDueOn}
        error={isTried && dueOn === undefined ? t('promise.byMissing') : undefined}
      />
    </LineForm>
  );
}
