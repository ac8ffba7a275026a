import { Download } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportFormat } from '#core/exports/model.ts';
import { client } from '#renderer/client/client.ts';
import { sayProblem } from '#renderer/client/commands.ts';
import { saveBlob } from '#renderer/drafts/hand-over.ts';
import { useStore } from '#renderer/store/store.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import css from './ExportDialog.module.css';
import { takeOut } from './take-out.ts';
import { useWhom } from './whom.ts';
import type { Whom } from './whom.ts';

/** Everybody, those selected or found, or whoever is on the screen, as a file for another program. Nothing leaves but by the owner's own hand. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('exports');
  const { t: ui } = useTranslation('ui');
  const whom = useWhom();
  if (whom === undefined) return null;
  return (
    <Dialog title={t('title')} closeLabel={ui('close')} onClose={onClose}>
      <ExportForm whom={whom} onClose={onClose} />
    </Dialog>
  );
}

function ExportForm({ whom, onClose }: { readonly whom: readonly Whom[]; readonly onClose: () => void }) {
  const { t } = useTranslation('exports');
  const [kind, setKind] = useState<Whom['kind']>(whom[0]?.kind ?? 'everybody');
  const [format, setFormat] = useState<ExportFormat>('vcard-4');
  const [withPrivate, setWithPrivate] = useState(false);
  const [withConfidential, setWithConfidential] = useState(false);
  const { progress, save, stop } = useExport(onClose);
  const wanted = whom.find((one) => one.kind === kind);
  const people = wanted !== undefined && 'people' in wanted ? wanted.people : undefined;
  // Whoever is named goes along, confidential or not.
  const isNamed = people !== undefined && 'ids' in people;
  const words = (one: Whom): string =>
    one.kind === 'person' ? t('only', { fn: isolated(one.fn) }) : t(`whom.${one.kind}`, { count: one.count });
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save({
          format,
          withPrivate,
          withConfidential,
          ...(people !== undefined && { people }),
        });
      }}
    >
      {whom.length === 1 ? null : (
        <Field label={t('who')}>
          <Select
            value={wanted?.kind ?? 'everybody'}
            onValue={setKind}
            options={whom.map((one) => ({ value: one.kind, label: words(one) }))}
          />
        </Field>
      )}
      <Field label={t('format')} hint={t(`holds.${format}`)}>
        <Select
          value={format}
          onValue={setFormat}
          options={ExportFormat.options.map((value) => ({ value, label: t(`formats.${value}`) }))}
        />
      </Field>
      <Check label={t('private')} hint={t('privateHint')} isChecked={withPrivate} onCheck={setWithPrivate} />
      {isNamed ? null : (
        <Check
          label={t('confidential')}
          hint={t('confidentialHint')}
          isChecked={withConfidential}
          onCheck={setWithConfidential}
        />
      )}
      {progress === undefined ? (
        <div className={css.buttons}>
          <Button type="submit" look="primary" icon={Download}>
            {t('save')}
          </Button>
        </div>
      ) : (
        <div className={css.buttons} role="status">
          <progress className={css.bar} value={progress.done} max={Math.max(progress.total, 1)} />
          <span>{t('progress', { done: progress.done, total: progress.total })}</span>
          <Button onClick={stop}>{t('cancel')}</Button>
        </div>
      )}
    </form>
  );
}

function Check({
  label,
  hint,
  isChecked,
  onCheck,
}: {
  readonly label: string;
  readonly hint: string;
  readonly isChecked: boolean;
  readonly onCheck: (isChecked: boolean) => void;
}) {
  const id = useId();
  return (
    <div>
      <label className={css.check}>
        <input
          type="checkbox"
          checked={isChecked}
          aria-describedby={id}
          onChange={(event) => onCheck(event.target.checked)}
        />
        {label}
      </label>
      <p id={id} className={css.hint}>
        {hint}
      </p>
    </div>
  );
}

interface Progress {
  readonly done: number;
  readonly total: number;
}

/** One export at a time; closing the dialog stops it. */
function useExport(onDone: () => void) {
  const { t } = useTranslation('exports');
  const [progress, setProgress] = useState<Progress>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const save = async (wish: Parameters<typeof takeOut>[1]) => {
    const controller = new AbortController();
    running.current = controller;
    setProgress({ done: 0, total: 0 });
    try {
      const { blob, fileName, people, leftOut } = await takeOut(client.exports, wish, {
        signal: controller.signal,
        onProgress: (done, total) => setProgress({ done, total }),
      });
      saveBlob(fileName, blob);
      useStore.getState().showToast({
        text: [t('done', { count: people, fileName }), leftOut > 0 ? t('leftOut', { count: leftOut }) : '']
          .join(' ')
          .trim(),
        tone: 'done',
      });
      onDone();
    } catch (error) {
      if (!controller.signal.aborted) sayProblem(error);
    } finally {
      setProgress(undefined);
    }
  };
  return { progress, save, stop: () => running.current?.abort() };
}
