import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exposed, Exposure } from '#core/invitations/model.ts';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import css from './ExposureLine.module.css';

/** What accepting would show of the owner's network: how many, whom of those kept confidential, whom in any case. */
export function ExposureLine({
  exposure: { connections, shared, listVisible },
  exposed,
}: {
  readonly exposure: Exposure;
  readonly exposed: Exposed;
}) {
  const { t, i18n } = useTranslation('invitations');
  const total = connections.toLocaleString(i18n.language);
  const { confidential, confidentialCount } = exposed;
  const more = confidentialCount - confidential.length;
  return (
    <section className={css.exposure}>
      <h3>{t('exposure.title')}</h3>
      <p>
        {listVisible
          ? t('exposure.visible', { count: connections, total })
          : t('exposure.hidden', { count: shared })}
        {listVisible && shared > 0 ? ` ${t('exposure.shared', { count: shared })}` : null}
      </p>
      {confidentialCount === 0 ? null : (
        <People
          lead={<Lock size={14} strokeWidth={1.75} aria-hidden />}
          words={t('exposure.confidential', { count: confidentialCount })}
          people={confidential}
          end={more > 0 ? t('exposure.more', { count: more }) : null}
        />
      )}
      {exposed.shared.length === 0 ? null : (
        <People words={t('exposure.sharedNames')} people={exposed.shared} />
      )}
    </section>
  );
}

function People({
  lead,
  words,
  people,
  end,
}: {
  readonly lead?: ReactNode;
  readonly words: string;
  readonly people: Exposed['shared'];
  readonly end?: ReactNode;
}) {
  const { t } = useTranslation('invitations');
  return (
    <div className={css.people}>
      {lead}
      <span>{words}</span>
      <ul aria-label={words}>
        {people.map(({ contactId, fn, isConfidential }, at) => (
          // Two people may have one name, and neither be in the book.
          // eslint-disable-next-line react/no-array-index-key
          <li key={at}>
            {contactId === undefined ? <bdi>{fn}</bdi> : <PersonLink id={contactId}>{fn}</PersonLink>}
            {isConfidential === true && lead === undefined ? (
              <span className={css.secret}>
                <Lock size={12} strokeWidth={1.75} aria-hidden /> {t('exposure.isConfidential')}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {end}
    </div>
  );
}
