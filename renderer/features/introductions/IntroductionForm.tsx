import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Introduction, IntroductionForm as Form } from '#core/introductions/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { PersonPicker } from '#renderer/people/PersonPicker.tsx';
import type { Picked } from '#renderer/people/PersonPicker.tsx';
import { navigate } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { DetailPane } from '#renderer/ui/Pane.tsx';
import { TextArea } from '#renderer/ui/TextInput.tsx';
import css from './Introductions.module.css';

type Known = Extract<Picked, { kind: 'known' }>;
interface Fields {
  readonly a: Known | undefined;
  readonly b: Known | undefined;
  readonly purpose: string;
  readonly benefitA: string;
  readonly benefitB: string;
}

const EMPTY: Fields = { a: undefined, b: undefined, purpose: '', benefitA: '', benefitB: '' };

export function NewIntroduction() {
  const { t } = useTranslation('introductions');
  const create = async (form: Form, a: string, b: string) => {
    const done = await act(() => client.introductions.create(form), t('created', { a, b }));
    if (done !== undefined) navigate({ section: 'introductions', id: done.result.id }, { replace: true });
  };
  return (
    <FormPane
      title={t('form.newTitle')}
      initial={EMPTY}
      saveLabel={t('form.add')}
      onSave={create}
      onCancel={() => navigate({ section: 'introductions' })}
    />
  );
}

export function EditIntroduction({ introduction }: { readonly introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const { id, a, b, fnA, fnB, purpose, benefitA, benefitB, state } = introduction;
  const back = () => navigate({ section: 'introductions', id }, { replace: true });
  const save = async (form: Form) => {
    const done = await act(() => client.introductions.update({ id, form }), t('updated', { a: fnA, b: fnB }));
    if (done !== undefined) back();
  };
  return (
    <FormPane
      title={t('form.editTitle')}
      initial={{
        a: { kind: 'known', id: a, fn: fnA },
        b: { kind: 'known', id: b, fn: fnB },
        purpose,
        benefitA,
        benefitB,
      }}
      saveLabel={t('form.save')}
      isFixed={state !== 'idea'}
      onSave={save}
      onCancel={back}
    />
  );
}

interface FormPaneProps {
  readonly title: string;
  readonly initial: Fields;
  readonly saveLabel: string;
  /** Who is introduced to whom can no longer change. */
  readonly isFixed?: boolean;
  readonly onSave: (form: Form, a: string, b: string) => Promise<void>;
  readonly onCancel: () => void;
}

function FormPane({ title, initial, saveLabel, isFixed = false, onSave, onCancel }: FormPaneProps) {
  const { t } = useTranslation('introductions');
  const [fields, setFields] = useState(initial);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const { a, b, purpose, benefitA, benefitB } = fields;
  const change = (part: Partial<Fields>) => setFields((before) => ({ ...before, ...part }));
  const save = async () => {
    setTried(true);
    if (a === undefined || b === undefined || a.id === b.id || isBusy) return;
    setBusy(true);
    await onSave({ a: a.id, b: b.id, purpose, benefitA, benefitB }, a.fn, b.fn);
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
        <h1 className={css.title}>{title}</h1>
        {isFixed ? (
          <p className={css.faint}>{t('form.fixed')}</p>
        ) : (
          <People fields={fields} isTried={isTried} onChange={change} />
        )}
        <Field label={t('form.purpose')} hint={t('form.purposeHint')}>
          <TextArea
            spellCheck
            rows={2}
            maxLength={2000}
            value={purpose}
            onChange={(event) => change({ purpose: event.target.value })}
          />
        </Field>
        <div className={css.pairFields}>
          <Field label={t('form.benefitA', { fn: a?.fn ?? t('form.first') })} hint={t('form.benefitHint')}>
            <TextArea
              spellCheck
              maxLength={2000}
              value={benefitA}
              onChange={(event) => change({ benefitA: event.target.value })}
            />
          </Field>
          <Field label={t('form.benefitB', { fn: b?.fn ?? t('form.second') })} hint={t('form.benefitHint')}>
            <TextArea
              spellCheck
              maxLength={2000}
              value={benefitB}
              onChange={(event) => change({ benefitB: event.target.value })}
            />
          </Field>
        </div>
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

/** Whom to ask first and second: the order is the order of asking. */
function People({
  fields: { a, b },
  isTried,
  onChange,
}: {
  readonly fields: Fields;
  readonly isTried: boolean;
  readonly onChange: (part: Partial<Fields>) => void;
}) {
  const { t } = useTranslation('introductions');
  const missing = (person: Known | undefined) =>
    isTried && person === undefined ? t('form.missing') : undefined;
  const same = a !== undefined && a.id === b?.id ? t('form.same') : undefined;
  const known = (picked: Picked | undefined) => (picked?.kind === 'known' ? picked : undefined);
  return (
    <div className={css.pairFields}>
      <Field label={t('form.a')} hint={t('form.aHint')} error={missing(a)}>
        <PersonPicker
          value={a}
          except={b === undefined ? [] : [b.id]}
          onPick={(picked) => onChange({ a: known(picked) })}
        />
      </Field>
      <Field label={t('form.b')} hint={t('form.bHint')} error={missing(b) ?? same}>
        <PersonPicker
          value={b}
          except={a === undefined ? [] : [a.id]}
          onPick={(picked) => onChange({ b: known(picked) })}
        />
      </Field>
    </div>
  );
}
