import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, UserRoundSearch } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditFilter, AuditRow } from '#api/audit.ts';
import { AuditGroup } from '#core/invitations/audit.ts';
import { usePagedRows } from '#renderer/client/paged.ts';
import { orpc } from '#renderer/client/queries.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { IconButton } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { useListSelection } from '#renderer/ui/list-selection.ts';
import { ListPane } from '#renderer/ui/Pane.tsx';
import { Row } from '#renderer/ui/Row.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { AUDIT_KEYS, useAuditKeys } from './deeds.ts';
import { FirstLine } from './FirstLine.tsx';
import { auditRoute, shownGroup, shownId } from './route.ts';
import css from './Audit.module.css';

/** Connections that are names on a list, one group at a time, in place of the list of invitations. */
export function AuditList() {
  const { t } = useTranslation('audit');
  const { data } = useQuery(orpc.audit.summary.queryOptions());
  const group = useStore(({ route }) => shownGroup(route, data?.groups));
  return (
    <ListPane
      title={t('title')}
      bar={
        <>
          <IconButton
            icon={ArrowLeft}
            label={t('back')}
            onClick={() => navigate({ section: 'invitations' })}
          />
          <FirstLine />
          <Groups group={group} />
        </>
      }
    >
      <InGroup key={group} group={group} />
    </ListPane>
  );
}

function Groups({ group }: { readonly group: AuditGroup }) {
  const { t, i18n } = useTranslation('audit');
  const { data } = useQuery(orpc.audit.summary.queryOptions());
  return (
    <Field label={t('which')} hideLabel>
      <Select
        value={group}
        onValue={(next) => navigate(auditRoute(next), { replace: true })}
        options={AuditGroup.options.map((value) => ({
          value,
          label: t('groupCount', {
            group: t(`group.${value}`),
            total: (data?.groups[value] ?? 0).toLocaleString(i18n.language),
          }),
        }))}
      />
    </Field>
  );
}

type Narrowed = Pick<AuditFilter, 'year' | 'orgKey'>;

function InGroup({ group }: { readonly group: AuditGroup }) {
  const { t } = useTranslation('audit');
  const [narrowed, setNarrowed] = useState<Narrowed>({});
  const id = useStore(({ route }) => shownId(route));
  const rows = usePagedRows<AuditRow>((page) =>
    orpc.audit.list.queryOptions({ input: { group, ...narrowed, page } }),
  );
  const count = rows.total ?? 0;
  const go = useCallback(
    (row: AuditRow) =>
      navigate(auditRoute(group, row.id), {
        replace: shownId(useStore.getState().route) !== undefined,
      }),
    [group],
  );
  const selection = useListSelection({ rowAt: rows.rowAt, count, id, go });
  const at = selection.selectedIndex;
  useAuditKeys(at < 0 ? undefined : rows.rowAt(at), () => {
    if (rows.rowAt(at + 1) !== undefined) selection.onSelect(at + 1, 'key');
    else if (at > 0) selection.onSelect(at - 1, 'key');
  });
  return (
    <div className={css.queue}>
      <Narrowing group={group} narrowed={narrowed} onChange={setNarrowed} />
      {rows.total === 0 ? (
        <EmptyState icon={UserRoundSearch} title={t('empty')} text={t(`emptyText.${group}`)} />
      ) : (
        <VirtualList
          {...selection}
          label={t(`group.${group}`)}
          count={count}
          rowAt={rows.rowAt}
          onRange={rows.onRange}
          isStale={rows.isStale}
          render={(row) => <AuditedRow row={row} />}
        />
      )}
      {rows.total === 0 ? null : (
        <ul className={css.keys} aria-label={t('keys.label')}>
          {AUDIT_KEYS.map(([key, what]) => (
            <li key={key}>
              <Kbd keys={key} /> {t(`keys.${what}`)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** By year and by organisation; nothing to choose from is not shown. */
function Narrowing({
  group,
  narrowed,
  onChange,
}: {
  readonly group: AuditGroup;
  readonly narrowed: Narrowed;
  readonly onChange: (to: Narrowed) => void;
}) {
  const { t } = useTranslation('audit');
  const { data } = useQuery(orpc.audit.facets.queryOptions({ input: { group } }));
  if (data === undefined || data.years.length + data.orgs.length < 2) return null;
  const ANY = '*';
  const years = data.years.map(({ year, people }) => ({
    value: year,
    label: t('choice', { what: year === '' ? t('noYear') : year, count: people }),
  }));
  const orgs = data.orgs.map(({ orgKey, org, people }) => ({
    value: orgKey,
    label: t('choice', { what: org, count: people }),
  }));
  return (
    <div className={css.narrowing}>
      <Field label={t('year')} hideLabel>
        <Select
          value={narrowed.year ?? ANY}
          onValue={(year) => onChange({ orgKey: narrowed.orgKey, year: year === ANY ? undefined : year })}
          options={[{ value: ANY, label: t('anyYear') }, ...years]}
        />
      </Field>
      <Field label={t('org')} hideLabel>
        <Select
          value={narrowed.orgKey ?? ANY}
          onValue={(orgKey) => onChange({ year: narrowed.year, orgKey: orgKey === ANY ? undefined : orgKey })}
          options={[{ value: ANY, label: t('anyOrg') }, ...orgs]}
        />
      </Field>
    </div>
  );
}

function AuditedRow({ row: { id, fn, org, title, connectedOn } }: { readonly row: AuditRow }) {
  return (
    <Row
      lead={<Avatar id={id} name={fn} />}
      title={fn}
      note={[title, org].filter((part) => part !== '').join(' · ')}
      end={connectedOn === undefined ? undefined : dateWords(connectedOn.slice(0, 7))}
    />
  );
}
