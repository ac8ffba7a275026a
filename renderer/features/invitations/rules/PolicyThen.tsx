import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { differences, UNKNOWN_POLICY } from '#core/invitations/policy.ts';
import { orpc } from '#renderer/client/queries.ts';
import { hashOf } from '#renderer/store/navigation.ts';
import { sentenceOf } from './sentences.ts';
import css from './Rules.module.css';

/** Which of the owner's rules a decision was made by, and what they said then that they no longer say. */
export function PolicyThen({ version }: { readonly version: number }) {
  const { t } = useTranslation('rules');
  const { data } = useQuery(orpc.rules.versions.queryOptions());
  const then = data?.find((policy) => policy.version === version);
  const now = data?.[0];
  if (now === undefined) return null;
  if (version === UNKNOWN_POLICY) return <p className={css.quiet}>{t('then.elsewhere')}</p>;
  if (then === undefined) return <p className={css.quiet}>{t('then.gone', { version })}</p>;
  const words = differences(then, now);
  return (
    <div className={css.then}>
      <p>
        <a href={hashOf({ section: 'invitations', mode: 'rules' })}>
          {t(words.length === 0 ? 'then.same' : 'then.other', { version, count: words.length })}
        </a>
      </p>
      {words.length === 0 ? null : (
        <ul>
          {words.map((word) => (
            <li key={word}>
              <span>{sentenceOf(word, then)}</span>
              <span className={css.today}>{t('then.today', { sentence: sentenceOf(word, now) })}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
