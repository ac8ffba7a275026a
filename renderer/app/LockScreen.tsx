import { Lock } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '#renderer/client/client.ts';
import { errorWords } from '#renderer/client/errors.ts';
import { useStore } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import css from './LockScreen.module.css';

/** All there is to see and to do while the book is locked. */
export function LockScreen() {
  const { t } = useTranslation('lock');
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const { left, whole, waitFor } = useCountdown();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  useNothingElse();

  const unlock = async (event: FormEvent) => {
    event.preventDefault();
    if (passphrase === '' || isBusy || left > 0) return;
    setBusy(true);
    try {
      const { isRight, waitMs } = await client.lock.unlock({ passphrase });
      waitFor(waitMs);
      if (isRight) useStore.getState().lockChanged(false);
      else setProblem(t('wrong'));
    } catch (error) {
      setProblem(errorWords(error));
    } finally {
      setBusy(false);
      setPassphrase('');
      field.current?.focus();
    }
  };
  return (
    <main className={css.screen}>
      <form className={css.form} onSubmit={(event) => void unlock(event)}>
        <Lock size={28} strokeWidth={1.25} aria-hidden />
        <h1 className={css.title}>{t('title')}</h1>
        <Field
          label={t('passphrase')}
          // Said once: an alert that changes by the second would be read out by the second.
          error={left > 0 ? t('wait', { seconds: Math.ceil(whole / 1000) }) : problem}
        >
          <TextInput
            ref={field}
            type="password"
            dir="auto"
            maxLength={200}
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
          />
        </Field>
        <Button type="submit" look="primary" busy={isBusy} disabled={left > 0}>
          {left > 0 ? t('unlockIn', { seconds: Math.ceil(left / 1000) }) : t('unlock')}
        </Button>
      </form>
    </main>
  );
}

interface Countdown {
  /** Milliseconds still to wait, counted down by the second. */
  readonly left: number;
  /** How many it were when the wait was heard of. */
  readonly whole: number;
  readonly waitFor: (ms: number) => void;
}

function useCountdown(): Countdown {
  const [whole, setWhole] = useState(0);
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(0);
  const isWaiting = until > now;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, [isWaiting]);
  const waitFor = useCallback((ms: number) => {
    setNow(performance.now());
    setWhole(ms);
    setUntil(ms === 0 ? 0 : performance.now() + ms);
  }, []);
  useEffect(() => {
    // A wait that began before this page did.
    client.lock.state().then(
      ({ waitMs }) => waitFor(waitMs),
      () => undefined,
    );
  }, [waitFor]);
  return { left: Math.max(0, until - now), whole, waitFor };
}

/** No key and no file reaches what waits behind. */
function useNothingElse(): void {
  useEffect(() => {
    const refuse = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const keep = (event: Event) => event.stopPropagation();
    const files = ['dragenter', 'dragover', 'drop'] as const;
    for (const type of files) window.addEventListener(type, refuse, { capture: true });
    // Keys pressed here end here: shortcuts listen on the window.
    document.addEventListener('keydown', keep);
    return () => {
      for (const type of files) window.removeEventListener(type, refuse, { capture: true });
      document.removeEventListener('keydown', keep);
    };
  }, []);
}
