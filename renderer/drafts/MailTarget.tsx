import { useTranslation } from 'react-i18next';
import type { Recipient } from '#core/introductions/model.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { Letter } from './letter.ts';
import css from './MailTarget.module.css';

/** All that a mail program would be handed, to be read before it is: whom, what about, and the link itself to its last letter. */
export function MailTarget({
  letter: { to, cc, bcc, subject },
  href,
  onOpen,
  onCancel,
}: {
  readonly letter: Letter;
  readonly href: string;
  readonly onOpen: () => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('drafts');
  return (
    <section className={css.target} aria-label={t('target.title')}>
      <h4>{t('target.title')}</h4>
      <dl className={css.heads}>
        <Head term={t('target.to')} people={to} />
        <Head term={t('target.cc')} people={cc} />
        <Head term={t('target.bcc')} people={bcc} />
        {subject === '' ? null : (
          <>
            <dt>{t('target.subject')}</dt>
            <dd dir="auto" data-private="">
              {subject}
            </dd>
          </>
        )}
        <dt>{t('target.whole')}</dt>
        <dd>
          <code className={css.whole} dir="ltr" data-private="">
            {href}
          </code>
        </dd>
      </dl>
      <div className={css.buttons}>
        <Button look="primary" onClick={onOpen}>
          {t('target.open')}
        </Button>
        <Button onClick={onCancel}>{t('target.cancel')}</Button>
      </div>
    </section>
  );
}

function Head({
  term,
  people = [],
}: {
  readonly term: string;
  readonly people?: readonly Recipient[] | undefined;
}) {
  const known = people.filter(({ email }) => email.trim() !== '');
  if (known.length === 0) return null;
  return (
    <>
      <dt>{term}</dt>
      {known.map(({ fn, email }) => (
        <dd key={email} data-private="">
          {fn === '' ? null : <bdi>{fn} </bdi>}
          <bdi dir="ltr">{email}</bdi>
        </dd>
      ))}
    </>
  );
}
