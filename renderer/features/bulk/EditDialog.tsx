import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { BulkEdit } from '#api/bulk.ts';
import type { People } from '#api/people.ts';
import { BULK_PROPERTIES } from '#core/contacts/bulk-edit.ts';
import type { BulkProperty } from '#core/contacts/bulk-edit.ts';
import { orpc } from '#renderer/client/queries.ts';
import { Choice } from '#renderer/ui/Choice.tsx';
import { Combobox } from '#renderer/ui/Combobox.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { BulkDialog, BulkForm } from './BulkDialog.tsx';
import type { BulkDialogProps } from './BulkDialog.tsx';
import { editPeople } from './deeds.ts';
import css from './Bulk.module.css';

const KINDS = ['set', 'replace', 'clear'] as const;
type Kind = (typeof KINDS)[number];
type Edit = z.input<typeof BulkEdit>;

/** The change as the book takes it; undefined while something is missing. */
function changeOf(kind: Kind, from: string, to: string): Edit['change'] | undefined {
  if (kind === 'clear') return { kind };
  if (to.trim() === '') return undefined;
  if (kind === 'set') return { kind, to };
  return from.trim() === '' ? undefined : { kind, from, to };
}

/** Company or title of the selected people: set, replaced where it says something, or cleared; with how many change. */
export function EditDialog({ onClose }: BulkDialogProps) {
  const { t } = useTranslation('bulk');
  const [property, setProperty] = useState<BulkProperty>('ORG');
  const [kind, setKind] = useState<Kind>('set');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const change = changeOf(kind, from, to);
  const edit = change === undefined ? undefined : { property, change };
  return (
    <BulkDialog title={(count) => t('edit.title', { count })} onClose={onClose}>
      {({ people }) => (
        <BulkForm
          run={t('edit.run')}
          canRun={edit !== undefined}
          onRun={() => edit !== undefined && void editPeople(people, edit)}
          onClose={onClose}
        >
          <Field label={t('edit.property')}>
            <Select
              value={property}
              onValue={setProperty}
              options={BULK_PROPERTIES.map((value) => ({ value, label: t(`edit.properties.${value}`) }))}
            />
          </Field>
          <Choice
            label={t('edit.how')}
            value={kind}
            onValue={setKind}
            options={KINDS.map((value) => ({ value, label: t(`edit.kinds.${value}`) }))}
          />
          {kind === 'replace' ? (
            <ValueField label={t('edit.from')} property={property} text={from} onText={setFrom} />
          ) : null}
          {kind === 'clear' ? null : (
            <ValueField label={t('edit.to')} property={property} text={to} onText={setTo} />
          )}
          <Preview people={people} edit={edit} />
        </BulkForm>
      )}
    </BulkDialog>
  );
}

/** Says beforehand how many it changes. */
function Preview({ people, edit }: { readonly people: People; readonly edit: Edit | undefined }) {
  const { t } = useTranslation('bulk');
  const { data } = useQuery({
    ...orpc.bulk.preview.queryOptions({
      input: { people, edit: edit ?? { property: 'ORG', change: { kind: 'clear' } } },
    }),
    enabled: edit !== undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <p className={css.preview} role="status">
      {edit === undefined || data === undefined
        ? null
        : t('edit.preview', { count: data.changed, total: data.of })}
    </p>
  );
}

interface ValueFieldProps {
  readonly label: string;
  readonly property: BulkProperty;
  readonly text: string;
  readonly onText: (text: string) => void;
}

const FACET_OF = { ORG: 'company', TITLE: 'title' } as const;
const MOST_OFFERED = 8;

/** A text with what others have, so that one company does not become two. */
function ValueField({ label, property, text, onText }: ValueFieldProps) {
  const { t } = useTranslation('bulk');
  const { data } = useQuery({
    ...orpc.contacts.facetValues.queryOptions({
      input: { facet: FACET_OF[property], find: text.trim(), limit: MOST_OFFERED },
    }),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
  });
  const options = (data ?? []).map((share) => share.text).filter((value) => value !== text);
  return (
    <Field label={label}>
      <Combobox
        text={text}
        onText={(next) => onText(next.slice(0, 500))}
        options={text.trim() === '' ? [] : options}
        keyOf={(value) => value}
        render={(value) => <bdi>{value}</bdi>}
        onChoose={onText}
        create={text.trim() === '' ? undefined : { label: text.trim(), run: () => onText(text.trim()) }}
        none={t('edit.noSuggestion')}
        listLabel={t('edit.suggestions')}
      />
    </Field>
  );
}
