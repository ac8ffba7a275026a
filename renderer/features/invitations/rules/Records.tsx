import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { hitsOf } from '#core/invitations/hindsight.ts';
import type { RuleRecord, Tally } from '#core/invitations/hindsight.ts';
import { orpc } from '#renderer/client/queries.ts';
import { savePreferences } from '#renderer/client/preferences.ts';
import { useStore } from '#renderer/store/store.ts';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import css from './Rules.module.css';

/** How decisions turned out, rule by rule, by the owner's own word. Nothing here changes a rule. */
export function Records() {
  const { t } = useTranslation('rules');
  const { data } = useQuery(orpc.rules.records.queryOptions());
  const asks = useStore((state) => state.preferences.asksHindsight);
  if (data === undefined) return null;
  return (
    <PaneSection title={t('right.title')}>
      <p className={css.quiet}>{t('right.about')}</p>
      <label className={css.check}>
        <input
          type="checkbox"
          checked={asks}
          onChange={(event) => void savePreferences({ asksHindsight: event.target.checked })}
        />
        {t('right.ask')}
      </label>
      {data.rules.length === 0 ? (
        <p className={css.quiet}>{data.due === 0 ? t('right.none') : t('right.due', { count: data.due })}</p>
      ) : (
        <dl className={css.records}>
          {data.rules.map((record) => (
            <RecordOf key={record.rule} record={record} />
          ))}
        </dl>
      )}
    </PaneSection>
  );
}

function RecordOf({ record: { rule, followed, against } }: { readonly record: RuleRecord }) {
  const { t } = useTranslation('rules');
  const unsure = followed.unsure + against.unsure;
  return (
    <div className={css.record}>
      <dt>
        {t(`rule.${rule}`)} <span className={css.ruleId}>{rule}</span>
      </dt>
      <dd>
        <Hits tally={followed} kind="followed" />
        <Hits tally={against} kind="against" />
        {unsure === 0 ? null : <span>{t('right.unsure', { count: unsure })}</span>}
      </dd>
    </div>
  );
}

function Hits({ tally, kind }: { readonly tally: Tally; readonly kind: 'followed' | 'against' }) {
  const { t } = useTranslation('rules');
  const { right, of, percent } = hitsOf(tally);
  if (of === 0) return null;
  return (
    <span>
      {percent === undefined
        ? t(`right.${kind}`, { count: of, right })
        : t(`right.${kind}Percent`, { count: of, right, percent })}
    </span>
  );
}
