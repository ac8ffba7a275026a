import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportFormat } from '#core/exports/model.ts';
import { client } from '#renderer/client/client.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { Check } from '#renderer/ui/Check.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import css from './ExportDialog.module.css';
import { SaveButtons } from './SaveButtons.tsx';
import { takeOut } from './take-out.ts';
import { useExport } from './use-export.ts';
import { useWhom } from './whom.ts';
import type { Whom } from './whom.ts';

type Wish = Parameters<typeof client.exports.people>[0];

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
  const { progress, save, stop } = useExport(onClose, async (wish: Wish, how) => {
    const { blob, result } = await takeOut(await client.exports.people(wish, { signal: how.signal }), how);
    const { people: count, fileName, leftOut } = result;
    const said = [t('done', { count, fileName })];
    if (leftOut > 0) said.push(t('leftOut', { count: leftOut }));
    return { blob, fileName, said: said.join(' ') };
  });
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
      {whom.length === 1 ? (
        // Nothing to choose, and yet to be known before the file is written.
        <p className={css.everybody}>{whom.map(words).join('')}</p>
      ) : (
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
      <Check
        label={t('private')}
        hint={t('privateHint')}
        isChecked={withPrivate}
        onChecked={setWithPrivate}
      />
      {isNamed ? null : (
        <Check
          label={t('confidential')}
          hint={t('confidentialHint')}
          isChecked={withConfidential}
          onChecked={setWithConfidential}
        />
      )}
      <SaveButtons
        progress={progress}
        words={(made) => t('progress', { ...made })}
        onClose={onClose}
        onStop={stop}
      />
    </form>
  );
}
