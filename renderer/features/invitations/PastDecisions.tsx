import { useTranslation } from 'react-i18next';
import { isOtherwise } from '#core/invitations/advice.ts';
import { verdictLook, verdictWords } from '#renderer/people/verdict.ts';
import { dateTimeWords } from '#renderer/strings/dates.ts';
import { Badge } from '#renderer/ui/Badge.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import type { InvitationPage } from './invitation-page.ts';
import { PolicyThen } from './rules/PolicyThen.tsx';
import css from './PastDecisions.module.css';

/** What was decided before, with what was on the screen then. */
export function PastDecisions({ decisions }: { readonly decisions: InvitationPage['decisions'] }) {
  const { t } = useTranslation('invitations');
  if (decisions.length === 0) return null;
  return (
    <PaneSection title={t('past.title')}>
      <ol className={css.past}>
        {decisions.map(({ decision, reason, decidedAt, vetting }) => {
          const { icon, meaning } = verdictLook(vetting.verdict);
          return (
            <li key={decidedAt} className={css.decision}>
              <p className={css.what}>
                <strong>{t(`past.decision.${decision}`)}</strong>{' '}
                <time dateTime={decidedAt}>{dateTimeWords(decidedAt)}</time>
              </p>
              {reason === '' ? null : (
                <blockquote className={css.reason} dir="auto">
                  {reason}
                </blockquote>
              )}
              {decision === 'reopen' ? null : (
                <details>
                  <summary>{t('past.evidence')}</summary>
                  <div className={css.then}>
                    <Badge icon={icon} meaning={meaning}>
                      {t(isOtherwise(decision, vetting.verdict) ? 'past.otherwise' : 'past.agreed', {
                        verdict: verdictWords(vetting.verdict),
                      })}
                    </Badge>
                    <EvidenceList reasons={vetting.reasons} matching={vetting.matching} />
                    <PolicyThen version={vetting.policyVersion} />
                  </div>
                </details>
              )}
            </li>
          );
        })}
      </ol>
    </PaneSection>
  );
}
