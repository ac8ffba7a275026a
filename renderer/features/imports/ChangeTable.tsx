import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldChange, ImportBatchId, ImportItem } from '#core/imports/model.ts';
import { EVENT_FIELDS } from '#core/imports/plan-event-changes.ts';
import type { EventField } from '#core/imports/plan-event-changes.ts';
import { Picture } from '#renderer/people/Picture.tsx';
import { propertyTerm, propertyText } from '#renderer/people/property.ts';
import { kindWords } from '#renderer/people/property-kind.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { leaveOut } from './choices.ts';
import css from './ChangeTable.module.css';

interface TableProps {
  readonly item: ImportItem;
  readonly batchId: ImportBatchId;
  /** Whether single values can be left out: nothing is imported yet, and the record says something to the book. */
  readonly canChoose: boolean;
}

/** What the book says now and what the file says, value by value; for somebody new only what the file says. */
export function ChangeTable({ item, batchId, canChoose }: TableProps) {
  const { t } = useTranslation('imports');
  const hasBefore = item.changes.some(({ before }) => before !== '') || item.action === 'update';
  const [out, toggle] = useLeftOut(item, batchId);
  return (
    <table className={css.table}>
      <caption className={css.caption}>{hasBefore ? t('inspector.changes') : t('inspector.adds')}</caption>
      <colgroup>
        {canChoose ? <col className={css.takes} /> : null}
        <col className={css.terms} />
      </colgroup>
      <thead className={hasBefore ? undefined : 'visually-hidden'}>
        <tr>
          {canChoose ? (
            <th scope="col">
              <span className="visually-hidden">{t('inspector.take')}</span>
            </th>
          ) : null}
          <th scope="col">{t('inspector.field')}</th>
          {hasBefore ? <th scope="col">{t('inspector.before')}</th> : null}
          <th scope="col">{t('inspector.after')}</th>
        </tr>
      </thead>
      <tbody>
        {item.changes.map((change, at) => (
          // A plan is pinned: the place of a change is its name in the contract too.
          // eslint-disable-next-line react/no-array-index-key
          <tr key={at} data-out={out.includes(at) || undefined}>
            {canChoose ? (
              <td>
                <Take change={change} item={item} isTaken={!out.includes(at)} onToggle={() => toggle(at)} />
              </td>
            ) : null}
            <th scope="row">
              <Term change={change} item={item} />
            </th>
            {hasBefore ? (
              <td className={css.before}>
                <Value change={change} value={change.before} item={item} />
              </td>
            ) : null}
            <td>
              <Value change={change} value={change.after} item={item} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/**
 * What is left out. It is shown at once and stays shown: the book's answer comes a moment later, and a second press must
 * not be reckoned from before the first. Where the book refused, the old state comes back with a word.
 */
function useLeftOut(item: ImportItem, batchId: ImportBatchId): [readonly number[], (at: number) => void] {
  const [asked, setAsked] = useState<readonly number[]>();
  const out = asked ?? item.leftOut;
  const toggle = async (at: number) => {
    const next = out.includes(at) ? out.filter((one) => one !== at) : [...out, at].toSorted((a, b) => a - b);
    setAsked(next);
    if (!(await leaveOut(batchId, item.id, next))) setAsked(undefined);
  };
  return [out, (at) => void toggle(at)];
}

/** Whoever is new has to be called something: the book does not let that go. */
const isNeeded = ({ action, choice }: ImportItem, { name, before }: FieldChange): boolean =>
  action !== 'update' && choice !== 'join' && name === 'FN' && before === '';

function Take({
  change,
  item,
  isTaken,
  onToggle,
}: {
  readonly change: FieldChange;
  readonly item: ImportItem;
  readonly isTaken: boolean;
  readonly onToggle: () => void;
}) {
  const { t } = useTranslation('imports');
  const needed = isNeeded(item, change);
  return (
    <input
      type="checkbox"
      className={css.take}
      aria-label={t('inspector.takeField', {
        term: termOf(item, change, change.after),
        value: textOf(item, change, change.after),
      })}
      title={needed ? t('inspector.name') : undefined}
      checked={isTaken}
      disabled={needed}
      onChange={onToggle}
    />
  );
}

const saidOf = ({ name, type, parameters }: FieldChange, value: string) => ({
  name,
  type,
  parameters,
  value,
});

const isEventField = (name: string): name is EventField => Object.hasOwn(EVENT_FIELDS, name);

/** What an event says for itself has words of its own: its `SUMMARY` is its name. */
const termOf = ({ subject }: ImportItem, change: FieldChange, value: string): string =>
  subject === 'event' && isEventField(change.name)
    ? i18n.t(`imports:inspector.eventField.${change.name}`)
    : propertyTerm(saidOf(change, value));

const textOf = ({ subject }: ImportItem, change: FieldChange, value: string): string =>
  subject === 'event' && change.name.startsWith('DT')
    ? dateWords(value)
    : propertyText(saidOf(change, value));

function Term({ change, item }: { readonly change: FieldChange; readonly item: ImportItem }) {
  const said = saidOf(change, change.after === '' ? change.before : change.after);
  const { t } = useTranslation('imports');
  const kind = kindWords(said);
  return (
    <>
      {/* Beside the name as one writes it stands the same in its parts. */}
      <bdi>{change.name === 'N' ? t('inspector.nameParts') : termOf(item, change, said.value)}</bdi>
      {kind === '' ? null : <bdi className={css.kind}>{kind}</bdi>}
    </>
  );
}

function Value({
  change,
  value,
  item,
}: {
  readonly change: FieldChange;
  readonly value: string;
  readonly item: ImportItem;
}) {
  const { t } = useTranslation('imports');
  const { t: people } = useTranslation('people');
  if (value === '') return <span className={css.nothing}>{t('inspector.nothing')}</span>;
  const words = <bdi className={css.value}>{textOf(item, change, value)}</bdi>;
  return change.name === 'PHOTO' ? (
    <Picture
      value={value}
      alt={people('photo.alt', { fn: item.fn })}
      className={css.photo}
      otherwise={words}
    />
  ) : (
    words
  );
}
