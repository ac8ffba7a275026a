import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '#core/invitations/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { ProfileLine } from '#renderer/drafts/HandOver.tsx';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { hashOf } from '#renderer/store/navigation.ts';
import { navigate } from '#renderer/store/store.ts';
import { dateTimeWords, dateWords } from '#renderer/strings/dates.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { IconButton } from '#renderer/ui/Button.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { AboutFacts } from './AboutFacts.tsx';
import css from './Received.module.css';

/** Where links to "the message" lead. */
export const MESSAGE_ID = 'invitation-message';

/** The invitation as it came, word for word. */
export function Received({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useTranslation('invitations');
  const { id, fn, headline, org, location, email, contactId, batchId } = invitation;
  return (
    <section className={css.received} aria-label={t('received.label')}>
      <header className={css.head}>
        <Avatar id={contactId ?? id} name={fn} size="large" />
        <div className={css.who}>
          <h1 className={css.name} dir="auto">
            {fn}
          </h1>
          {[headline, [org, location].filter((part) => part !== '').join(' · '), email].map((line, at) =>
            line === '' ? null : (
              // The three lines keep their places.
              // eslint-disable-next-line react/no-array-index-key
              <p key={at} className={at === 0 ? css.headline : css.quiet} dir="auto">
                {line}
              </p>
            ),
          )}
        </div>
        <ReceivedMenu invitation={invitation} />
      </header>
      <Message invitation={invitation} />
      <AboutFacts about={invitation.aboutProfile} />
      <footer className={css.foot}>
        <p>
          <Origin invitation={invitation} />
          {batchId === undefined ? null : (
            <>
              {' · '}
              <a href={hashOf({ section: 'imports', id: batchId })}>{t('received.import')}</a>
            </>
          )}
        </p>
        {contactId === undefined ? null : (
          <p>
            {t('received.inBook')} <PersonLink id={contactId}>{fn}</PersonLink>
          </p>
        )}
        <ProfileLine url={invitation.url} />
      </footer>
    </section>
  );
}

function Message({ invitation: { message, source } }: { readonly invitation: Invitation }) {
  const { t } = useTranslation('invitations');
  return (
    // The evidence links here; a focus without a tab stop.
    <div
      id={MESSAGE_ID}
      className={css.message}
      tabIndex={-1}
      role="group"
      aria-label={t('received.message')}
    >
      {message.trim() === '' ? (
        <p className={css.silent}>
          {source === 'archive' ? t('received.noMessage') : t('received.notGiven')}
        </p>
      ) : (
        <blockquote className={css.words} dir="auto">
          {message}
        </blockquote>
      )}
    </div>
  );
}

function Origin({ invitation: { sentAt, source } }: { readonly invitation: Invitation }) {
  const { t } = useTranslation('invitations');
  // A day typed without a time is kept as its midnight.
  const when =
    sentAt?.endsWith('T00:00') === true ? dateWords(sentAt.slice(0, 10)) : dateTimeWords(sentAt ?? '');
  return [
    sentAt === undefined ? t('received.undated') : t('received.sent', { on: when }),
    t(`received.${source}`),
  ].join(' · ');
}

function ReceivedMenu({ invitation: { id, fn } }: { readonly invitation: Invitation }) {
  const { t } = useTranslation('invitations');
  const remove = async () => {
    navigate({ section: 'invitations' });
    await act(() => client.invitations.delete({ id }), t('done.deleted', { fn }));
  };
  return (
    <Menu
      label={t('received.more')}
      trigger={<IconButton icon={Ellipsis} label={t('received.more')} />}
      items={[
        {
          id: 'edit',
          label: t('received.edit'),
          icon: Pencil,
          run: () => navigate({ section: 'invitations', id, mode: 'edit' }),
        },
        { id: 'delete', label: t('received.delete'), icon: Trash2, isDanger: true, run: () => void remove() },
      ]}
    />
  );
}
