import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { InvitationCounts, Show } from '#api/invitations.ts';
import { Verdict } from '#core/invitations/model.ts';
import { orpc } from '#renderer/client/queries.ts';
import { verdictWords } from '#renderer/people/verdict.ts';
import { Select } from '#renderer/ui/Select.tsx';
import css from './InvitationsList.module.css';

const WHOSE = ['asked', 'waiting_inviter', 'waiting_references'] as const satisfies readonly Show[];
export type Whose = (typeof WHOSE)[number];

/** Of those that wait for an answer: whose. */
export function WhoseFilter({
  value,
  counts,
  onValue,
}: {
  readonly value: Whose;
  readonly counts: InvitationCounts;
  readonly onValue: (value: Whose) => void;
}) {
  const { t } = useTranslation('invitations');
  const { waitingInviter, waitingReferences } = counts;
  const count = {
    asked: waitingInviter + waitingReferences,
    waiting_inviter: waitingInviter,
    waiting_references: waitingReferences,
  };
  return (
    <Select
      className={css.filter}
      aria-label={t('filter.whose')}
      value={value}
      onValue={onValue}
      options={WHOSE.map((whose) => ({
        value: whose,
        label: t(`filter.${whose}`, { count: count[whose] }),
      }))}
    />
  );
}

/** More than this are not counted by verdict unasked: every one would have to be judged. */
const MOST_COUNTED = 1000;
const ANY = '';

/** Those of one verdict. Of a short list only the verdicts there are, each with its number. */
export function VerdictFilter({
  show,
  count,
  value,
  onValue,
}: {
  readonly show: Show;
  readonly count: number;
  readonly value: Verdict | undefined;
  readonly onValue: (value: Verdict | undefined) => void;
}) {
  const { t } = useTranslation('invitations');
  const { data } = useQuery(
    orpc.invitations.verdicts.queryOptions({
      input: { show },
      enabled: count <= MOST_COUNTED,
      placeholderData: (before) => before,
    }),
  );
  const countOf = new Map(data?.map((one) => [one.verdict, one.count]));
  const offered = Verdict.options.filter(
    (verdict) => data === undefined || countOf.has(verdict) || verdict === value,
  );
  return (
    <Select
      className={css.filter}
      aria-label={t('filter.verdict')}
      value={value ?? ANY}
      onValue={(chosen) => onValue(chosen === ANY ? undefined : chosen)}
      options={[
        { value: ANY, label: t('filter.anyVerdict') },
        ...offered.map((verdict) => ({
          value: verdict,
          label:
            data === undefined
              ? verdictWords(verdict)
              : t('filter.withCount', { verdict: verdictWords(verdict), count: countOf.get(verdict) ?? 0 }),
        })),
      ]}
    />
  );
}
