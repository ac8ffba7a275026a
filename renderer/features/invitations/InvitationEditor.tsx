import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '#core/invitations/model.ts';
import { parsePastedInvitation } from '#core/invitations/pasted-invitation.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { navigate } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { DetailPane } from '#renderer/ui/Pane.tsx';
import { TextArea } from '#renderer/ui/TextInput.tsx';
import { EMPTY, fieldsOf, filledIn, formFrom } from './fields.ts';
import type { Fields } from './fields.ts';
import { formOf, saveForm } from './form.ts';
import { InvitationFields } from './InvitationFields.tsx';
import css from './InvitationEditor.module.css';

/** An invitation received elsewhere: pasted, typed, or both. */
export function NewInvitation() {
  const { t } = useTranslation('invitations');
  const create = async (fields: Fields) => {
    const form = formFrom(fields);
    if (form === undefined) return;
    const done = await act(() => client.invitations.create(form), t('done.created', { fn: form.fn }));
    if (done !== undefined) navigate({ section: 'invitations', id: done.result.id }, { replace: true });
  };
  return (
    <InvitationForm
      title={t('form.newTitle')}
      initial={EMPTY}
      saveLabel={t('form.add')}
      canPaste
      onSave={create}
      onCancel={() => navigate({ section: 'invitations' })}
    />
  );
}

export function EditInvitation({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useTranslation('invitations');
  const back = () => navigate({ section: 'invitations', id: invitation.id }, { replace: true });
  const save = async (fields: Fields) => {
    const form = formFrom(fields);
    if (form !== undefined && (await saveForm(invitation, form))) back();
  };
  return (
    <InvitationForm
      title={t('form.editTitle', { fn: invitation.fn })}
      initial={fieldsOf(formOf(invitation))}
      saveLabel={t('form.save')}
      onSave={save}
      onCancel={back}
    />
  );
}

function InvitationForm({
  title,
  initial,
  saveLabel,
  canPaste = false,
  onSave,
  onCancel,
}: {
  readonly title: string;
  readonly initial: Fields;
  readonly saveLabel: string;
  readonly canPaste?: boolean;
  readonly onSave: (fields: Fields) => Promise<void>;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('invitations');
  const [fields, setFields] = useState(initial);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setTried(true);
    if (formFrom(fields) === undefined || isBusy) return;
    setBusy(true);
    await onSave(fields);
    setBusy(false);
  };
  return (
    <DetailPane label={title}>
      <form
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <h1 className={css.title} dir="auto">
          {title}
        </h1>
        {canPaste ? <Paste fields={fields} onFields={setFields} /> : null}
        <InvitationFields
          fields={fields}
          isTried={isTried}
          onChange={(part) => setFields((before) => ({ ...before, ...part }))}
        />
        <div className={css.buttons}>
          <Button look="primary" type="submit" busy={isBusy}>
            {saveLabel}
          </Button>
          <Button onClick={onCancel}>{t('form.cancel')}</Button>
        </div>
      </form>
    </DetailPane>
  );
}

/** Text copied from the page or the e-mail, read into the fields as soon as it is pasted. */
function Paste({
  fields,
  onFields,
}: {
  readonly fields: Fields;
  readonly onFields: (fields: Fields) => void;
}) {
  const { t } = useTranslation('invitations');
  const [text, setText] = useState('');
  const [count, setCount] = useState<number>();
  const read = (pasted: string) => {
    const { fields: next, count: filled } = filledIn(fields, parsePastedInvitation(pasted));
    setCount(filled);
    onFields(next);
  };
  return (
    <div className={css.paste}>
      <Field label={t('form.paste')} hint={t('form.pasteHint')}>
        <TextArea
          rows={4}
          maxLength={20_000}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setCount(undefined);
          }}
          onPaste={(event) => {
            const field = event.currentTarget;
            // After the browser has put the text in.
            setTimeout(() => read(field.value));
          }}
        />
      </Field>
      <div className={css.read}>
        <Button disabled={text.trim() === ''} onClick={() => read(text)}>
          {t('form.pasteRead')}
        </Button>
        <p role="status" className={css.count}>
          {count === undefined ? '' : count === 0 ? t('form.pasteNothing') : t('form.pasteDone', { count })}
        </p>
      </div>
    </div>
  );
}
