import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Simulation } from '#api/rules.ts';
import type { Verdict } from '#core/invitations/model.ts';
import type { Policy } from '#core/invitations/policy.ts';
import { errorWords } from '#renderer/client/errors.ts';
import { orpc } from '#renderer/client/queries.ts';
import { verdictLook, verdictWords } from '#renderer/people/verdict.ts';
import { hashOf } from '#renderer/store/navigation.ts';
import { Badge } from '#renderer/ui/Badge.tsx';
import css from './Rules.module.css';

/** What a policy would change. Another question ends the one before through its signal. */
const useSimulation = (policy: Policy) => useQuery(orpc.rules.simulate.queryOptions({ input: policy }));

const totalOf = ({ waiting, decided }: Simulation['judged']): number => waiting + decided;

/** In one sentence: how many verdicts a policy would change, before it is saved. */
export function Outcome({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation('rules');
  const { data, error } = useSimulation(policy);
  return (
    <p role="status" className={css.outcome}>
      {error !== null ? errorWords(error) : data === undefined ? t('try.looking') : <Counted found={data} />}
    </p>
  );
}

function Counted({ found }: { readonly found: Simulation }) {
  const { t, i18n } = useTranslation('rules');
  const total = totalOf(found.judged);
  const count = totalOf(found.changed);
  if (total === 0) return t('try.nobody');
  if (count === 0) return t('try.none', { count: total, total: total.toLocaleString(i18n.language) });
  return t('try.some', {
    count,
    changed: count.toLocaleString(i18n.language),
    total: total.toLocaleString(i18n.language),
    decided: found.changed.decided.toLocaleString(i18n.language),
  });
}

/** The first of those whose verdict would change, each a way to the invitation. */
export function WhoChanges({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation('rules');
  const { data } = useSimulation(policy);
  if (data === undefined || data.rows.length === 0) return null;
  const more = totalOf(data.changed) - data.rows.length;
  return (
    <section className={css.try} aria-label={t('try.rows')}>
      <ul>
        {data.rows.map(({ id, fn, before, after }) => (
          <li key={id}>
            <a className={css.change} href={hashOf({ section: 'invitations', id })}>
              <bdi className={css.who} data-private="">
                {fn}
              </bdi>
              <VerdictBadge verdict={before} />
              <ArrowRight size={16} strokeWidth={1.75} role="img" aria-label={t('try.becomes')} />
              <VerdictBadge verdict={after} />
            </a>
          </li>
        ))}
      </ul>
      {more === 0 ? null : <p className={css.quiet}>{t('try.more', { count: more })}</p>}
    </section>
  );
}

function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  const { icon, meaning } = verdictLook(verdict);
  return (
    <Badge icon={icon} meaning={meaning}>
      {verdictWords(verdict)}
    </Badge>
  );
}
