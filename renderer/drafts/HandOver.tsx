import { Copy, FileDown, Lock, Mail } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { linkedInProfile } from '#core/shared/links.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { openLink } from '#renderer/client/links.ts';
import { useStore } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ExternalLink } from '#renderer/ui/Link.tsx';
import { copyLetter, saveFile } from './hand-over.ts';
import { letterHtml, mailFile, mailWay } from './letter.ts';
import type { Letter } from './letter.ts';
import { MailTarget } from './MailTarget.tsx';
import css from './DraftEditor.module.css';

/** The ways a letter gets out of the app, all of them by the owner's hand. */
export function HandOver({
  letter,
  isMail,
  limit,
  profileUrl,
  onWritten,
}: {
  readonly letter: Letter;
  readonly isMail: boolean;
  readonly limit: number | undefined;
  readonly profileUrl: string | undefined;
  /** Offered once it has been handed over: nobody but the owner knows whether it was sent. */
  readonly onWritten?: (() => void) | undefined;
}) {
  const { t } = useTranslation('drafts');
  const showToast = useStore((state) => state.showToast);
  const way = mailWay(letter);
  const takesMail = isMail || letter.to.some(({ email }) => email.trim() !== '');
  const [opening, setOpening] = useState<'asked' | 'opened'>();
  const say = (text: string) =>
    showToast({
      text,
      tone: 'done',
      ...(onWritten !== undefined && { action: { label: t('markWritten'), run: onWritten } }),
    });
  const copy = async () => {
    const copied = await copyLetter(letter.body, letterHtml(letter.body));
    if (copied) say(t('copied'));
    else showToast({ text: t('notCopied'), tone: 'problem' });
  };
  const save = () =>
    act(async () => {
      const { fileName, text } = await client.introductions.eml(mailFile(letter));
      saveFile({ fileName, text, type: 'message/rfc822' });
      if (onWritten !== undefined) say(t('saved'));
    });
  return (
    <>
      <div className={css.ways}>
        <Button
          icon={Copy}
          disabled={limit !== undefined && letter.body.length > limit}
          onClick={() => void copy()}
        >
          {t('copy')}
        </Button>
        {takesMail ? (
          <>
            <Button
              icon={Mail}
              disabled={way.kind !== 'link'}
              aria-expanded={opening === 'asked'}
              onClick={() => setOpening(opening === 'asked' ? undefined : 'asked')}
            >
              {t('openMail')}
            </Button>
            <Button icon={FileDown} onClick={() => void save()}>
              {t('saveFile')}
            </Button>
          </>
        ) : null}
      </div>
      {takesMail && way.kind !== 'link' ? <p className={css.hint}>{t(`mail.${way.kind}`)}</p> : null}
      {opening === 'asked' && way.kind === 'link' ? (
        <MailTarget
          letter={letter}
          href={way.href}
          onCancel={() => setOpening(undefined)}
          onOpen={() => {
            setOpening('opened');
            openLink(way.href);
            if (onWritten !== undefined) say(t('opened'));
          }}
        />
      ) : null}
      {opening === 'opened' ? <p className={css.hint}>{t('mail.opened')}</p> : null}
      <ProfileLine url={isMail ? undefined : profileUrl} />
      <p className={css.never}>
        <Lock size={13} strokeWidth={1.75} aria-hidden />
        {t('never')}
      </p>
    </>
  );
}

/** The whole address of a LinkedIn page, to be read before it is pressed. */
export function ProfileLine({ url }: { readonly url: string | undefined }) {
  const { t } = useTranslation('drafts');
  const href = url === undefined ? undefined : linkedInProfile(url);
  if (href === undefined) return null;
  return (
    <p className={css.profile}>
      <span>{t('profile')}</span>
      <ExternalLink href={href} onOpen={openLink}>
        {href}
      </ExternalLink>
    </p>
  );
}
