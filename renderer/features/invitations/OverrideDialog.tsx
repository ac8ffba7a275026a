import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision, Invitation, Verdict } from '#core/invitations/model.ts';
import { verdictWords } from '#renderer/people/verdict.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextArea } from '#renderer/ui/TextInput.tsx';
import { decide } from './decisions.ts';
import css from './NextStep.module.css';

/** Deciding against the verdict: allowed, with a place for the reason, and kept with the evidence. */
export function OverrideDialog({
  invitation,
  verdict,
  decision,
  onClose,
}: {
  readonly invitation: Invitation;
  readonly verdict: Verdict;
  readonly decision: Decision;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('invitations');
  const { t: ui } = useTranslation('ui');
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    const done = await decide(invitation, decision, reason.trim());
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Dialog
      title={t('override.title', { decision: t(`action.${decision}`) })}
      closeLabel={ui('close')}
      onClose={onClose}
    >
      <form
        className={css.override}
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        <p>{t('override.says', { verdict: verdictWords(verdict) })}</p>
        <Field label={t('override.reason')} hint={t('override.reasonHint')}>
          <TextArea
            spellCheck
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <div className={css.buttons}>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="primary" type="submit" busy={isBusy}>
            {t('override.confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
