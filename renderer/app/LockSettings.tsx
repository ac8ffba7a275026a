import { useQuery } from '@tanstack/react-query';
import { Lock, LockOpen } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LockState } from '#api/lock.ts';
import { IDLE_MINUTES, SHORTEST_PASSPHRASE } from '#core/shared/lock.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { orpc } from '#renderer/client/queries.ts';
import { useStore } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { useFocusFirst } from '#renderer/ui/focus-first.ts';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import css from './SettingsScreen.module.css';

/** The lock: what it is and is not, its passphrase, when it falls. */
export function LockSettings() {
  const { t } = useTranslation('lock');
  const { data: state } = useQuery(orpc.lock.state.queryOptions());
  const [asked, ask] = useState<'choose' | 'remove'>();
  // What had the focus goes away with what was done: it goes on where the next thing can be.
  const [hasActed, setActed] = useState(false);
  if (state === undefined) return null;
  const isAsking = asked !== undefined || !state.isSet;
  return (
    <PaneSection title={t('settings')}>
      <p className={css.lockWords}>{t('what')}</p>
      {state.isSet ? <When state={state} /> : null}
      {isAsking ? (
        <PassphraseForm
          key={asked}
          isSet={state.isSet}
          removes={asked === 'remove'}
          takesFocus={asked !== undefined || hasActed}
          onDone={() => {
            setActed(true);
            ask(undefined);
          }}
        />
      ) : (
        <div className={css.lockButtons}>
          <Button icon={Lock} onClick={() => void act(() => client.lock.lock())}>
            {t('now')}
          </Button>
          {/* eslint-disable-next-line jsx-a11y/no-autofocus -- as above */}
          <Button autoFocus={hasActed} onClick={() => ask('choose')}>
            {t('change')}
          </Button>
          <Button icon={LockOpen} onClick={() => ask('remove')}>
            {t('remove')}
          </Button>
        </div>
      )}
    </PaneSection>
  );
}

function When({ state }: { readonly state: LockState }) {
  const { t } = useTranslation('lock');
  const { idleMinutes, atStart } = state;
  const change = (to: Partial<Pick<LockState, 'idleMinutes' | 'atStart'>>) =>
    void act(() => client.lock.configure({ idleMinutes, atStart, ...to }));
  return (
    <>
      <Field label={t('idle')}>
        <Select
          value={String(idleMinutes)}
          onValue={(chosen) =>
            change({ idleMinutes: IDLE_MINUTES.find((one) => String(one) === chosen) ?? 0 })
          }
          options={IDLE_MINUTES.map((minutes) => ({
            value: String(minutes),
            label: minutes === 0 ? t('never') : t('minutes', { count: minutes }),
          }))}
        />
      </Field>
      <label className={css.lockCheck}>
        <input
          type="checkbox"
          checked={atStart}
          onChange={(event) => change({ atStart: event.target.checked })}
        />
        {t('atStart')}
      </label>
    </>
  );
}

interface Words {
  readonly current: string;
  readonly passphrase: string;
  readonly again: string;
}

/** What is wrong with what is typed, by the catalogue's key; undefined: nothing. */
function faultOf({ passphrase, again }: Words): 'short' | 'differ' | undefined {
  if ([...passphrase].length < SHORTEST_PASSPHRASE) return 'short';
  return passphrase === again ? undefined : 'differ';
}

function PassphraseForm({
  isSet,
  removes,
  takesFocus,
  onDone,
}: {
  readonly isSet: boolean;
  readonly removes: boolean;
  /** It was asked for, or comes where the owner has just done something. */
  readonly takesFocus: boolean;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('lock');
  const { t: ui } = useTranslation('ui');
  const first = useFocusFirst<HTMLFormElement>();
  const [words, setWords] = useState<Words>({ current: '', passphrase: '', again: '' });
  const [problem, setProblem] = useState<{ readonly at: keyof Words; readonly text: string }>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const fault = removes ? undefined : faultOf(words);
    if (fault !== undefined)
      return setProblem({
        at: fault === 'short' ? 'passphrase' : 'again',
        text: t(fault, { count: SHORTEST_PASSPHRASE }),
      });
    const { current, passphrase } = words;
    const done = await act(() =>
      removes
        ? client.lock.remove({ passphrase: current })
        : client.lock.choose({ passphrase, ...(isSet ? { current } : {}) }),
    );
    if (done === undefined) return;
    const { isRight, waitMs } = done.result;
    if (!isRight)
      return setProblem({
        at: 'current',
        text: waitMs > 0 ? t('wait', { seconds: Math.ceil(waitMs / 1000) }) : t('wrong'),
      });
    useStore.getState().showToast({ text: t(removes ? 'removed' : 'chosen'), tone: 'done' });
    setWords({ current: '', passphrase: '', again: '' });
    onDone();
  };
  const field = (name: keyof Words, hint?: string) => (
    <Field label={t(name)} hint={hint} error={problem?.at === name ? problem.text : undefined}>
      <TextInput
        type="password"
        autoComplete="off"
        maxLength={200}
        value={words[name]}
        onChange={({ target }) => {
          setProblem(undefined);
          setWords({ ...words, [name]: target.value });
        }}
      />
    </Field>
  );
  return (
    <form
      ref={takesFocus ? first : undefined}
      className={css.lockForm}
      onSubmit={(event) => void submit(event)}
    >
      {isSet ? field('current') : null}
      {removes ? null : field('passphrase', t('forgotten'))}
      {removes ? null : field('again')}
      <div className={css.lockButtons}>
        <Button type="submit" look="primary">
          {t(removes ? 'remove' : isSet ? 'change' : 'choose')}
        </Button>
        {isSet ? <Button onClick={onDone}>{ui('cancel')}</Button> : null}
      </div>
    </form>
  );
}
