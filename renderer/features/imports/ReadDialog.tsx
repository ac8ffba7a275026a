import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Encoding } from '#core/formats/encodings.ts';
import type { ColumnMapping, Reading, SourceKind } from '#core/imports/model.ts';
import { orpc } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import { HeadPreview } from './HeadPreview.tsx';
import { kindOptions } from './words.ts';
import { readDifferently } from './work.ts';
import type { OpenEntry } from './work.ts';
import css from './Dialogs.module.css';

/** What an entry is, its encoding and its columns, put right by the owner; how it would then be read is shown at once. */
export function ReadDialog({ entry, onClose }: { readonly entry: OpenEntry; readonly onClose: () => void }) {
  const { t } = useTranslation('imports');
  const { t: ui } = useTranslation('ui');
  const { entryName, upload } = entry;
  const [reading, setReading] = useState<Reading>(upload.readings[entryName] ?? {});
  const look = useQuery({
    ...orpc.imports.look.queryOptions({ input: { uploadId: upload.uploadId, entryName, reading } }),
    placeholderData: keepPreviousData,
  });
  // What was chosen a moment ago stands, even while the book still answers an earlier question.
  const mapping = look.data?.mapping === undefined ? undefined : (reading.mapping ?? look.data.mapping);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    void readDifferently(entry, reading);
  };
  return (
    <Dialog size="wide" title={t('read.title', { entryName })} closeLabel={ui('close')} onClose={onClose}>
      <form className={css.form} onSubmit={submit}>
        {look.isError ? <p role="alert">{t('read.failed')}</p> : null}
        {look.data === undefined ? (
          <p role="status">{look.isError ? '' : t('read.loading')}</p>
        ) : (
          <div className={look.isPlaceholderData ? `${css.form} ${css.stale}` : css.form}>
            <Choices reading={reading} onReading={setReading} look={look.data} />
            <HeadPreview head={look.data.head} />
            {mapping === undefined ? null : (
              <ColumnChooser
                mapping={mapping}
                rows={look.data.rows}
                onMapping={(chosen) => setReading(withMapping(reading, look.data.kinds, chosen))}
              />
            )}
          </div>
        )}
        <div className={css.buttons}>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" look="primary" disabled={look.data === undefined || look.isError}>
            {t('read.go')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Columns are only asked for where the kind is settled: what it is read as now, or a table of any kind. */
const withMapping = (reading: Reading, kinds: readonly SourceKind[], mapping: ColumnMapping): Reading => ({
  ...reading,
  kind: reading.kind ?? kinds[0] ?? 'csv',
  mapping,
});

/** A reading without what is not said: kind or encoding as recognised. Columns are recognised anew. */
const readingOf = (kind: SourceKind | '', encoding: Encoding | ''): Reading => ({
  ...(kind === '' ? {} : { kind }),
  ...(encoding === '' ? {} : { encoding }),
});

function Choices({
  reading,
  onReading,
  look,
}: {
  readonly reading: Reading;
  readonly onReading: (reading: Reading) => void;
  readonly look: { readonly encoding: Encoding; readonly kinds: readonly SourceKind[] };
}) {
  const { t } = useTranslation('imports');
  const { kind = '', encoding = '' } = reading;
  const kinds = kind === '' || look.kinds.includes(kind) ? look.kinds : [kind, ...look.kinds];
  return (
    <div className={css.row}>
      <Field label={t('read.kind')} error={look.kinds.length === 0 ? t('read.nothing') : undefined}>
        <Select<SourceKind | ''>
          value={kind}
          options={[{ value: '', label: t('read.kindAuto') }, ...kindOptions(kinds)]}
          onValue={(value) => onReading(readingOf(value, encoding))}
        />
      </Field>
      <Field label={t('read.encoding')} hint={t('read.encodingHint')}>
        <Select<Encoding | ''>
          value={encoding}
          options={[
            { value: '', label: t('read.encodingAuto', { encoding: t(`encoding.${look.encoding}`) }) },
            ...Encoding.options.map((value) => ({ value, label: t(`encoding.${value}`) })),
          ]}
          onValue={(value) => onReading(readingOf(kind, value))}
        />
      </Field>
    </div>
  );
}
