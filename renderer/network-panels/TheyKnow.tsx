import { UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#core/contacts/model.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import type { TieLevel } from '#core/network/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import type { Picked } from '#renderer/people/PersonPicker.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { OtherPerson } from './OtherPerson.tsx';
import { NOT_SAID, RelationField, relationIn } from './RelationField.tsx';
import css from './NetworkPanels.module.css';

interface Person {
  readonly contactId: ContactId;
  readonly fn: string;
}

/** A button that opens the one line in which the owner says who knows this person. */
export function TheyKnow({ contactId, fn }: Person) {
  const { t } = useTranslation('network');
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <TheyKnowForm contactId={contactId} fn={fn} onDone={() => setOpen(false)} />;
  return (
    <div>
      <Button icon={UserRoundCheck} onClick={() => setOpen(true)}>
        <span dir="auto">{t('each.button', { fn })}</span>
      </Button>
    </div>
  );
}

/** "They know each other": whom, how well, and how the owner knows. */
function TheyKnowForm({ contactId, fn, onDone }: Person & { readonly onDone: () => void }) {
  const { t } = useTranslation('network');
  const [other, setOther] = useState<Picked>();
  const [level, setLevel] = useState<TieLevel>('know');
  const [note, setNote] = useState('');
  const [choice, setChoice] = useState(NOT_SAID);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setTried(true);
    const word = level === 'unknown' ? undefined : relationIn(choice);
    const isUnsaid = level !== 'unknown' && choice.type !== '' && word === undefined;
    if (other?.kind !== 'known' || isUnsaid || isBusy) return;
    setBusy(true);
    const relation = word === undefined ? {} : { relation: word };
    const done = await act(
      () => client.network.stateTie({ contactId, other: other.id, level, note: note.trim(), ...relation }),
      t(level === 'unknown' ? 'each.doneNot' : 'each.done', { a: other.fn, b: fn }),
    );
    setBusy(false);
    if (done !== undefined) onDone();
  };
  return (
    <form
      className={css.form}
      aria-label={t('each.title', { fn })}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={css.pair}>
        <OtherPerson
          label={t('each.who', { fn })}
          value={other}
          except={contactId}
          missing={isTried ? t('each.missing') : undefined}
          onPick={setOther}
        />
        <Field label={t('each.level')}>
          <Select
            value={level}
            onValue={setLevel}
            options={TIE_LEVELS.toReversed().map((value) => ({ value, label: t(`level.${value}`) }))}
          />
        </Field>
      </div>
      {level === 'unknown' ? null : (
        <div className={css.pair}>
          <RelationField
            isOptional
            label={t('relations.optional', { fn })}
            fn={other?.fn ?? t('relations.somebodyShort')}
            value={choice}
            onValue={setChoice}
            isTried={isTried}
          />
        </div>
      )}
      <Field label={t('each.note')} hint={t('each.noteHint')}>
        <TextInput
          spellCheck
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
      <div className={css.buttons}>
        <Button look="primary" type="submit" busy={isBusy}>
          {t('each.save')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {t('each.cancel')}
        </Button>
      </div>
    </form>
  );
}
