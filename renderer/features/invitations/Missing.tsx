import { Handshake } from 'lucide-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invitation, InvitationForm, MissingField, Vetting } from '#core/invitations/model.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextArea, TextInput } from '#renderer/ui/TextInput.tsx';
import { formOf, mutualsFrom, saveForm, withMutuals } from './form.ts';
import { LogMeeting } from './LogMeeting.tsx';
import css from './Missing.module.css';

/** What would make the verdict surer, as fields to fill in on the spot. */
export function Missing({
  invitation,
  vetting,
}: {
  readonly invitation: Invitation;
  readonly vetting: Vetting;
}) {
  const { t } = useTranslation('invitations');
  const [isLogging, setLogging] = useState(false);
  const { missing } = vetting;
  if (missing.length === 0) return null;
  return (
    <section className={css.missing}>
      {missing.includes('encounter') && !isLogging ? (
        <Button icon={Handshake} className={css.remember} onClick={() => setLogging(true)}>
          {t('missing.encounter')}
        </Button>
      ) : null}
      {isLogging ? (
        <LogMeeting invitation={invitation} reasons={vetting.reasons} onDone={() => setLogging(false)} />
      ) : null}
      {missing.every((field) => field === 'encounter') ? null : (
        <h3 className={css.title}>{t('missing.title')}</h3>
      )}
      {missing.map((field) =>
        field === 'encounter' ? null : <MissingInput key={field} field={field} invitation={invitation} />,
      )}
    </section>
  );
}

type Typed = Exclude<MissingField, 'encounter'>;

/** The form with one more thing known; undefined while what is typed is nothing. */
function filled(invitation: Invitation, field: Typed, text: string): InvitationForm | undefined {
  const form = formOf(invitation);
  if (text.trim() === '') return undefined;
  if (field !== 'mutuals') return { ...form, [field]: field === 'message' ? text : text.trim() };
  const mutuals = mutualsFrom(text);
  return mutuals === undefined ? undefined : withMutuals(form, mutuals);
}

const LONGEST: Readonly<Record<Typed, number>> = { url: 2000, headline: 500, message: 4000, mutuals: 2000 };

function MissingInput({ field, invitation }: { readonly field: Typed; readonly invitation: Invitation }) {
  const { t } = useTranslation('invitations');
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const form = filled(invitation, field, text);
  const save = async () => {
    if (form === undefined || isBusy) return;
    setBusy(true);
    const saved = await saveForm(invitation, form);
    setBusy(false);
    if (saved) setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    // A message has lines; there only the modifier saves.
    if (field === 'message' && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    void save();
  };
  const control = { value: text, maxLength: LONGEST[field], onKeyDown };
  return (
    <Field label={t(`missing.${field}`)} hint={t(`missing.${field}Hint`)}>
      <div className={css.line}>
        {field === 'message' ? (
          <TextArea {...control} rows={2} onChange={(event) => setText(event.target.value)} />
        ) : (
          <TextInput
            {...control}
            inputMode={field === 'url' ? 'url' : 'text'}
            dir={field === 'url' ? 'ltr' : 'auto'}
            onChange={(event) => setText(event.target.value)}
          />
        )}
        {text.trim() === '' ? null : (
          <Button busy={isBusy} disabled={form === undefined} onClick={() => void save()}>
            {t('missing.save')}
          </Button>
        )}
      </div>
    </Field>
  );
}
