import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '#core/invitations/model.ts';
import type { PastedInvitation } from '#core/invitations/pasted-invitation.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { navigate } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DetailPane } from '#renderer/ui/Pane.tsx';
import { EMPTY, fieldsOf, filledIn, formFrom } from './fields.ts';
import type { Fields } from './fields.ts';
import { formOf, saveForm } from './form.ts';
import { InvitationFields } from './InvitationFields.tsx';
import { PasteBox } from './PasteBox.tsx';
import { severalFrom } from './several.ts';
import type { One } from './several.ts';
import { SeveralInvitations } from './SeveralInvitations.tsx';
import css from './InvitationEditor.module.css';

/** An invitation received elsewhere: pasted, typed, or both; of a paste of several a list of them. */
export function NewInvitation() {
  const { t } = useTranslation('invitations');
  const [several, setSeveral] = useState<readonly One[]>();
  const create = async (fields: Fields) => {
    const form = formFrom(fields);
    if (form === undefined) return;
    const done = await act(() => client.invitations.create(form), t('done.created', { fn: form.fn }));
    if (done !== undefined) navigate({ section: 'invitations', id: done.result.id }, { replace: true });
  };
  if (several !== undefined) {
    return (
      <DetailPane label={t('form.newTitle')}>
        <h1 className={css.title}>{t('form.newTitle')}</h1>
        <SeveralInvitations
          several={several}
          onSeveral={setSeveral}
          onStartOver={() => setSeveral(undefined)}
        />
      </DetailPane>
    );
  }
  return (
    <InvitationForm
      title={t('form.newTitle')}
      initial={EMPTY}
      saveLabel={t('form.add')}
      onSeveral={(found) => setSeveral(severalFrom(found))}
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
  onSeveral,
  onSave,
  onCancel,
}: {
  readonly title: string;
  readonly initial: Fields;
  readonly saveLabel: string;
  /** Present: text may be pasted, and this takes it where it holds more than one. */
  readonly onSeveral?: (found: readonly PastedInvitation[]) => void;
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
  const take = (found: readonly PastedInvitation[]): number => {
    if (found.length > 1) onSeveral?.(found);
    const [first] = found;
    if (first === undefined) return 0;
    const read = filledIn(fields, first.form, first.about);
    setFields(read.fields);
    return read.count;
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
        {onSeveral === undefined ? null : <PasteBox onRead={take} />}
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
