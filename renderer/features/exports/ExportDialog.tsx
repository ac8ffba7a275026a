import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ContactId } from '#core/contacts/model.ts';
import { ExportFormat } from '#core/exports/model.ts';
import { client } from '#renderer/client/client.ts';
import { sayProblem } from '#renderer/client/commands.ts';
import { orpc } from '#renderer/client/queries.ts';
import { saveBlob } from '#renderer/drafts/hand-over.ts';
import { useStore } from '#renderer/store/store.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Choice } from '#renderer/ui/Choice.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import css from './ExportDialog.module.css';
import { takeOut } from './take-out.ts';

interface Person {
  readonly id: ContactId;
  readonly fn: string;
}

/** Everybody, or whoever is on the screen, as a file for another program. Nothing leaves but by the owner's own hand. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('exports');
  const { t: ui } = useTranslation('ui');
  const shownId = useStore(({ route }) => (route.section === 'people' ? route.id : undefined));
  const shown = useQuery({
    ...orpc.contacts.get.queryOptions({ input: { id: ContactId.parse(shownId ?? 1) } }),
    enabled: shownId !== undefined,
  });
  if (shownId !== undefined && shown.isPending) return null;
  const person = shownId === undefined ? undefined : shown.data;
  return (
    <Dialog title={t('title')} closeLabel={ui('close')} onClose={onClose}>
      <ExportForm person={person} onClose={onClose} />
    </Dialog>
  );
}

function ExportForm({
  person,
  onClose,
}: {
  readonly person: Person | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('exports');
  const [who, setWho] = useState<'everybody' | 'only'>('everybody');
  const [format, setFormat] = useState<ExportFormat>('vcard-4');
  const [withPrivate, setWithPrivate] = useState(false);
  const [withConfidential, setWithConfidential] = useState(false);
  const { progress, save, stop } = useExport(onClose);
  const ids = who === 'only' && person !== undefined ? [person.id] : undefined;
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save({ format, withPrivate, withConfidential, ...(ids && { ids }) });
      }}
    >
      {person === undefined ? null : (
        <Choice
          label={t('who')}
          value={who}
          onValue={setWho}
          options={[
            { value: 'everybody', label: t('everybody') },
            { value: 'only', label: t('only', { fn: isolated(person.fn) }) },
          ]}
        />
      )}
      <Field label={t('format')} hint={t(`holds.${format}`)}>
        <Select
          value={format}
          onValue={setFormat}
          options={ExportFormat.options.map((value) => ({ value, label: t(`formats.${value}`) }))}
        />
      </Field>
      <Check label={t('private')} hint={t('privateHint')} isChecked={withPrivate} onCheck={setWithPrivate} />
      {ids === undefined ? (
        <Check
          label={t('confidential')}
          hint={t('confidentialHint')}
          isChecked={withConfidential}
          onCheck={setWithConfidential}
        />
      ) : null}
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
