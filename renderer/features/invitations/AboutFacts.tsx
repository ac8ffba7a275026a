import { useTranslation } from 'react-i18next';
import type { AboutProfile } from '#core/invitations/model.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import css from './Received.module.css';

/** What the page's own "About this profile" says; nothing where nobody has looked. */
export function AboutFacts({ about }: { readonly about: AboutProfile }) {
  const { t } = useTranslation('invitations');
  const { joined, contactUpdated, photoUpdated, verified } = about;
  const facts = [
    { name: 'joined', words: joined === undefined ? undefined : dateWords(joined) },
    { name: 'contactUpdated', words: contactUpdated },
    { name: 'photoUpdated', words: photoUpdated },
    {
      name: 'verified',
      words: verified === undefined ? undefined : t(verified ? 'about.verified_yes' : 'about.verified_no'),
    },
  ] as const;
  const known = facts.filter(({ words }) => words !== undefined && words !== '');
  if (known.length === 0) return null;
  return (
    <section className={css.about} aria-label={t('about.title')}>
      <h2>{t('about.title')}</h2>
      <dl>
        {known.map(({ name, words }) => (
          <div key={name}>
            <dt>{t(`about.${name}`)}</dt>
            <dd dir="auto">{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
