import { PenLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#core/contacts/model.ts';
import { PersonalKind } from '#core/introductions/model.ts';
import { PersonPicker } from '#renderer/people/PersonPicker.tsx';
import type { Picked } from '#renderer/people/PersonPicker.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { PaneLine, PaneSection } from '#renderer/ui/Pane.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea } from '#renderer/ui/TextInput.tsx';
import { DraftEditor } from './DraftEditor.tsx';
import css from './DraftEditor.module.css';

/** Letters about somebody else: who was introduced, or asked about. */
const ABOUT_SOMEBODY: ReadonlySet<PersonalKind> = new Set(['thank_you', 'outcome_report', 'nudge']);
/** Letters that are the better for a word of the owner's own. */
const WITH_PURPOSE: ReadonlySet<PersonalKind> = new Set([
  'brief_note',
  'outcome_report',
  'reconnect',
  'thank_you',
]);

/** A letter to somebody in the book, for their page: what for, about whom, and the draft. */
export function WriteTo({
  contactId,
  profileUrl,
}: {
  readonly contactId: ContactId;
  readonly profileUrl: string | undefined;
}) {
  const { t } = useTranslation('drafts');
  const [isOpen, setOpen] = useState(false);
  const [kind, setKind] = useState<PersonalKind>('reconnect');
  const [other, setOther] = useState<Picked>();
  const [purpose, setPurpose] = useState('');
  if (!isOpen) {
    return (
      <PaneLine text={t('write.text')}>
        <Button
          look="plain"
          icon={PenLine}

          onClick={() => setOpen(true)}
        >
          {t('write.button')}
        </Button>
      </PaneLine>
    );
  }
  return (
    <PaneSection
      title={t('write.title')}
      action={
        <Button look="plain" onClick={() => setOpen(false)}>
          {t('write.close')}
        </Button>
      }
    >
      <div className={css.asked}>
        <Field label={t('write.kind')}>
          <Select
            // Pressing the line opens the letter, and one goes on in it.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            value={kind}
            onValue={setKind}
            options={PersonalKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        </Field>
        {ABOUT_SOMEBODY.has(kind) ? (
          <Field label={t('write.other')} hint={t('write.otherHint')}>
            <PersonPicker value={other} onPick={setOther} except={[contactId]} />
          </Field>
        ) : null}
      </div>
      {WITH_PURPOSE.has(kind) ? <Purpose key={kind} said={purpose} onSaid={setPurpose} /> : null}
      <DraftEditor
        request={{
          about: 'person',
          kind,
          to: contactId,
          why: '',
          purpose: WITH_PURPOSE.has(kind) ? purpose : '',
          ...(ABOUT_SOMEBODY.has(kind) && other?.kind === 'known' && { other: other.id }),
        }}
        profileUrl={profileUrl}
      />
    </PaneSection>
  );
}

/** Goes into the letter when it is left, so that the letter does not change under the hands that write it. */
function Purpose({ said, onSaid }: { readonly said: string; readonly onSaid: (text: string) => void }) {
  const { t } = useTranslation('drafts');
  const [text, setText] = useState(said);
  return (
    <Field label={t('write.purpose')} hint={t('write.purposeHint')}>
      <TextArea
        rows={2}
        spellCheck
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => onSaid(text.trim())}
      />
    </Field>
  );
}
