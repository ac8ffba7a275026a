import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IntroductionDirection } from '#core/introductions/model.ts';
import type { Introduction, IntroductionForm as Form } from '#core/introductions/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { PersonPicker } from '#renderer/people/PersonPicker.tsx';
import type { Picked } from '#renderer/people/PersonPicker.tsx';
import { navigate } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Choice } from '#renderer/ui/Choice.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { DetailPane } from '#renderer/ui/Pane.tsx';
import { TextArea } from '#renderer/ui/TextInput.tsx';
import { DoubtList, useDoubts } from './Doubts.tsx';
import css from './Introductions.module.css';

type Known = Extract<Picked, { kind: 'known' }>;
interface Fields {
  readonly direction: IntroductionDirection;
  readonly a: Known | undefined;
  readonly b: Known | undefined;
  readonly purpose: string;
  readonly benefitA: string;
  readonly benefitB: string;
}

const EMPTY: Fields = {
  direction: 'outgoing',
  a: undefined,
  b: undefined,
  purpose: '',
  benefitA: '',
  benefitB: '',
};

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
  const { id, direction, a, b, fnA, fnB, purpose, benefitA, benefitB, state } = introduction;
  const back = () => navigate({ section: 'introductions', id }, { replace: true });
  const save = async ({ direction: _begun, ...form }: Form) => {
    const done = await act(() => client.introductions.update({ id, form }), t('updated', { a: fnA, b: fnB }));
    if (done !== undefined) back();
  };
  return (
    <FormPane
      title={t('form.editTitle')}
      isBegun
      initial={{
        direction,
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
  /** Which way it goes can no longer change. */
  readonly isBegun?: boolean;
  readonly onSave: (form: Form, a: string, b: string) => Promise<void>;
  readonly onCancel: () => void;
}

function FormPane({
  title,
  initial,
  saveLabel,
  isFixed = false,
  isBegun = false,
  onSave,
  onCancel,
}: FormPaneProps) {
  const { t } = useTranslation('introductions');
  const [fields, setFields] = useState(initial);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const { direction, a, b, purpose } = fields;
  const change = (part: Partial<Fields>) => setFields((before) => ({ ...before, ...part }));
  const save = async () => {
    setTried(true);
    const form = formOf(fields);
    if (form === undefined || a === undefined || b === undefined || isBusy) return;
    setBusy(true);
    await onSave(form, a.fn, b.fn);
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
        {isBegun ? null : (
          <Choice
            label={t('form.which')}
            options={IntroductionDirection.options.map((value) => ({
              value,
              label: t(`direction.${value}`),
            }))}
            value={direction}
            onValue={(value) => change({ direction: value })}
          />
        )}
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
        <Benefits fields={fields} onChange={change} />
        <Thoughts fields={fields} />
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

/** The form as the book takes it; undefined while it needs somebody else. */
const formOf = ({ a, b, ...rest }: Fields): Form | undefined =>
  a === undefined || b === undefined || a.id === b.id ? undefined : { ...rest, a: a.id, b: b.id };

/** What is in it for each: goes into the letter to that one, where there is one. */
function Benefits({
  fields: { direction, a, b, benefitA, benefitB },
  onChange,
}: {
  readonly fields: Fields;
  readonly onChange: (part: Partial<Fields>) => void;
}) {
  const { t } = useTranslation('introductions');
  const isAskedFor = direction === 'requested';
  const hint = (isPrivate: boolean) => t(isPrivate ? 'form.benefitPrivateHint' : 'form.benefitHint');
  return (
    <div className={css.pairFields}>
      <Field
        label={t('form.benefitA', { fn: a?.fn ?? t('form.first') })}
        hint={hint(direction !== 'outgoing')}
      >
        <TextArea
          spellCheck
          maxLength={2000}
          value={benefitA}
          onChange={(event) => onChange({ benefitA: event.target.value })}
        />
      </Field>
      <Field label={t('form.benefitB', { fn: b?.fn ?? t('form.second') })} hint={hint(isAskedFor)}>
        <TextArea
          spellCheck
          maxLength={2000}
          value={benefitB}
          onChange={(event) => onChange({ benefitB: event.target.value })}
        />
      </Field>
    </div>
  );
}

/** What there is to think about, while it is being written. It stops nobody from saving. */
function Thoughts({ fields }: { readonly fields: Fields }) {
  const { t } = useTranslation('introductions');
  const { a, b } = fields;
  const doubts = useDoubts(formOf(fields));
  if (doubts === undefined || a === undefined || b === undefined) return null;
  return (
    <section className={css.worth} aria-label={t('doubts.title')}>
      <h2>{t('doubts.title')}</h2>
      <DoubtList doubts={doubts} names={{ fnA: a.fn, fnB: b.fn }} />
    </section>
  );
}

const PEOPLE = {
  outgoing: { a: 'form.a', aHint: 'form.aHint', b: 'form.b', bHint: 'form.bHint' },
  incoming: { a: 'form.aAsks', aHint: 'form.aAsksHint', b: 'form.bAsked', bHint: 'form.bAskedHint' },
  requested: { a: 'form.aVia', aHint: 'form.aViaHint', b: 'form.bTarget', bHint: 'form.bTargetHint' },
} as const;

/** Whom to ask first and second: the order is the order of asking. */
function People({
  fields: { direction, a, b },
  isTried,
  onChange,
}: {
  readonly fields: Fields;
  readonly isTried: boolean;
  readonly onChange: (part: Partial<Fields>) => void;
}) {
  const { t } = useTranslation('introductions');
  const words = PEOPLE[direction];
  const missing = (person: Known | undefined) =>
    isTried && person === undefined ? t('form.missing') : undefined;
  const same = a !== undefined && a.id === b?.id ? t('form.same') : undefined;
  const known = (picked: Picked | undefined) => (picked?.kind === 'known' ? picked : undefined);
  return (
    <div className={css.pairFields}>
      <Field label={t(words.a)} hint={t(words.aHint)} error={missing(a)}>
        <PersonPicker
          value={a}
          except={b === undefined ? [] : [b.id]}
          onPick={(picked) => onChange({ a: known(picked) })}
        />
      </Field>
      <Field label={t(words.b)} hint={t(words.bHint)} error={missing(b) ?? same}>
        <PersonPicker
          value={b}
          except={a === undefined ? [] : [a.id]}
          onPick={(picked) => onChange({ b: known(picked) })}
        />
      </Field>
    </div>
  );
}
