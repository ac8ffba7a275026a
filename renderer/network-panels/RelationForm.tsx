import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#core/contacts/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import type { Picked } from '#renderer/people/PersonPicker.tsx';
import { relationWords } from '#renderer/people/relation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Choice } from '#renderer/ui/Choice.tsx';
import { OtherPerson } from './OtherPerson.tsx';
import { NOT_SAID, RelationField, relationIn } from './RelationField.tsx';
import type { RelationChoice } from './RelationField.tsx';
import css from './NetworkPanels.module.css';

interface Person {
  readonly contactId: ContactId;
  readonly fn: string;
}

/** What somebody is to the owner or to another: "Ana Ruiz … mentored Ben Ode". */
export function RelationForm({ contactId, fn, onDone }: Person & { readonly onDone: () => void }) {
  const { t } = useTranslation('network');
  const [toWhom, setToWhom] = useState<'me' | 'somebody'>('somebody');
  const [other, setOther] = useState<Picked>();
  const [choice, setChoice] = useState<RelationChoice>({ ...NOT_SAID, type: 'co-worker' });
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const isMe = toWhom === 'me';
  const otherFn = isMe ? undefined : (other?.fn ?? t('relations.somebodyShort'));
  const save = async () => {
    setTried(true);
    const relation = relationIn(choice);
    if (isBusy || relation === undefined || (!isMe && other?.kind !== 'known')) return;
    setBusy(true);
    const sentence = relationWords({ word: relation, isTurned: false, fn: otherFn });
    const whom = !isMe && other?.kind === 'known' ? { other: other.id } : {};
    const done = await act(
      () => client.network.addRelation({ contactId, ...whom, relation }),
      t('relations.added', { fn, sentence }),
    );
    setBusy(false);
    if (done !== undefined) onDone();
  };
  return (
    <form
      className={css.form}
      aria-label={t('relations.form', { fn })}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Choice
        label={t('relations.toWhom')}
        value={toWhom}
        onValue={setToWhom}
        options={[
          { value: 'somebody', label: t('relations.somebody') },
          { value: 'me', label: t('relations.me') },
        ]}
      />
      <div className={css.pair}>
        {isMe ? null : (
          <OtherPerson
            label={t('relations.who')}
            value={other}
            except={contactId}
            missing={isTried ? t('relations.missing') : undefined}
            onPick={setOther}
          />
        )}
        <RelationField
          label={t('relations.what', { fn })}
          fn={otherFn}
          value={choice}
          onValue={setChoice}
          isTried={isTried}
        />
      </div>
      <div className={css.buttons}>
        <Button look="primary" type="submit" busy={isBusy}>
          {t('relations.save')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {t('relations.cancel')}
        </Button>
      </div>
    </form>
  );
}
