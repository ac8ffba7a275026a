import { useQuery } from '@tanstack/react-query';
import { Info, Link2, TriangleAlert } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#core/contacts/model.ts';
import type { ImportBatchId, ImportItem } from '#core/imports/model.ts';
import { orpc } from '#renderer/client/queries.ts';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { isolated } from '#renderer/strings/isolate.ts';
import { ChangeTable } from './ChangeTable.tsx';
import { ChoiceGroup } from './ChoiceGroup.tsx';
import { detailWords, titleWords } from './item-words.ts';
import { CHOICES, issueLineWords } from './words.ts';
import css from './Inspector.module.css';

/** One record in full: where it stands, whom it matched, what changes, what is wrong, and the choice about it. */
export function Inspector({
  item,
  batchId,
  canChoose,
  paneRef,
  onLeave,
}: {
  readonly item: ImportItem;
  readonly batchId: ImportBatchId;
  readonly canChoose: boolean;
  readonly paneRef: RefObject<HTMLElement | null>;
  /** Escape: back to the list. */
  readonly onLeave: () => void;
}) {
  const { t } = useTranslation('imports');
  const name = titleWords(item) ?? t('items.noName');
  return (
    // Escape is a way back that Shift-Tab is too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={paneRef}
      className={css.inspector}
      aria-label={t('inspector.label', { fn: name })}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <header>
        <h3 className={css.name} dir="auto">
          {name}
        </h3>
        <p className={css.detail} dir="auto">
          {detailWords(item)}
        </p>
        <p className={css.origin} dir="auto">
          {item.subject === 'contact' ? '' : `${t(`inspector.${item.subject}`)} · `}
          {item.line === 0
            ? item.entryName
            : t('inspector.origin', { entryName: item.entryName, line: item.line })}
        </p>
      </header>
      <Joins item={item} />
      {item.contactId === undefined ? null : <Match id={item.contactId} isSure={item.action !== 'review'} />}
      {canChoose && CHOICES[item.action].length > 0 ? <ChoiceGroup item={item} batchId={batchId} /> : null}
      {item.changes.length === 0 ? null : (
        <ChangeTable item={item} batchId={batchId} canChoose={canChoose && TAKES_VALUES.has(item.action)} />
      )}
      <Issues item={item} />
    </section>
  );
}

/** Where single values can be left out. */
const TAKES_VALUES: ReadonlySet<ImportItem['action']> = new Set(['create', 'update', 'review']);

/** Whom another record of the same import makes, where this one is about them too. */
function Joins({ item }: { readonly item: ImportItem }) {
  const { t } = useTranslation('imports');
  if (item.joins === undefined) return null;
  const { entryName, line, fn } = item.joins;
  return (
    <p className={css.joins} dir="auto">
      <Link2 size={16} strokeWidth={1.75} aria-hidden />
      <span>
        {line === 0
          ? t('inspector.joinsFile', { fn: isolated(fn), entryName })
          : t('inspector.joins', { fn: isolated(fn), entryName, line })}
      </span>
    </p>
  );
}

/** Whom in the book the record is about, or may be about. */
function Match({ id, isSure }: { readonly id: ContactId; readonly isSure: boolean }) {
  const { t } = useTranslation('imports');
  const person = useQuery(orpc.contacts.get.queryOptions({ input: { id } }));
  if (person.data === undefined) return null;
  const { fn, org, title } = person.data;
  return (
    <p className={css.match}>
      <span className={css.label}>{isSure ? t('inspector.match') : t('inspector.maybe')}</span>
      <PersonLink id={id}>{fn}</PersonLink>
      <bdi className={css.detail}>{[title, org].filter((part) => part !== '').join(' · ')}</bdi>
    </p>
  );
}

function Issues({ item }: { readonly item: ImportItem }) {
  const { t } = useTranslation('imports');
  if (item.issues.length === 0) return null;
  const isUnusable = item.action === 'unusable';
  const Icon = isUnusable ? TriangleAlert : Info;
  const label = isUnusable ? t('inspector.issues') : t('inspector.smallIssues');
  return (
    <div>
      <h4 className={css.label}>{label}</h4>
      <ul className={css.issues} aria-label={label}>
        {item.issues.map((issue, index) => (
          // The same thing can be wrong twice in one record; their order never changes.
          // eslint-disable-next-line react/no-array-index-key
          <li key={index}>
            <Icon size={16} strokeWidth={1.75} aria-hidden />
            <span dir="auto">{issueLineWords(issue, item.line)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
