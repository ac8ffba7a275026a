import { CircleAlert, Copy, FileDown, Lock, Mail } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceivedLetterId } from '#core/introductions/reply.ts';
import type { Flag } from '#core/introductions/privacy/model.ts';
import { linkedInProfile } from '#core/shared/links.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { openLink } from '#renderer/client/links.ts';
import { useStore } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ExternalLink } from '#renderer/ui/Link.tsx';
import { copyLetter, saveFile } from './hand-over.ts';
import { letterHtml, mailFile, mailWay } from './letter.ts';
import type { Letter, MailWay } from './letter.ts';
import { MailTarget } from './MailTarget.tsx';
import css from './DraftEditor.module.css';

/** The ways a letter gets out of the app, all of them by the owner's hand. */
export function HandOver({
  letter,
  isMail,
  limit,
  replyTo,
  profileUrl,
  onWritten,
  check,
}: {
  readonly letter: Letter;
  readonly isMail: boolean;
  readonly limit: number | undefined;
  /** The letter of its reader's that a file of it answers. */
  readonly replyTo?: ReceivedLetterId | undefined;
  readonly profileUrl: string | undefined;
  /** Offered once it has been handed over: nobody but the owner knows whether it was sent. */
  readonly onWritten?: (() => void) | undefined;
  /** What the privacy check says of the letter as it stands. */
  readonly check: () => Promise<readonly Flag[]>;
}) {
  const { t } = useTranslation('drafts');
  const { mayLeave, warned } = useLookFirst(letter, check);
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
    if (!(await mayLeave())) return;
    const copied = await copyLetter(letter.body, letterHtml(letter.body));
    if (copied) say(t('copied'));
    else showToast({ text: t('notCopied'), tone: 'problem' });
  };
  const save = () =>
    act(async () => {
      if (!(await mayLeave())) return;
      const { fileName, text } = await client.introductions.eml(mailFile(letter, replyTo));
      saveFile({ fileName, text, type: 'message/rfc822' });
      if (onWritten !== undefined) say(t('saved'));
    });
  const target = async () => {
    if (opening === 'asked') setOpening(undefined);
    else if (await mayLeave()) setOpening('asked');
  };
  const open = async () => {
    if (way.kind !== 'link' || !(await mayLeave())) return;
    setOpening('opened');
    openLink(way.href);
    if (onWritten !== undefined) say(t('opened'));
  };
  return (
    <>
      {warned === 0 ? null : (
        <p className={css.caution} role="alert">
          <CircleAlert size={14} aria-hidden />
          {t('flags.lookFirst', { count: warned })}
        </p>
      )}
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
              onClick={() => void target()}
            >
              {t('openMail')}
            </Button>
            <Button icon={FileDown} onClick={() => void save()}>
              {t('saveFile')}
            </Button>
          </>
        ) : null}
      </div>
      {takesMail ? <LinkNote way={way.kind} isAnswer={replyTo !== undefined} /> : null}
      {opening === 'asked' && way.kind === 'link' ? (
        <MailTarget
          letter={letter}
          href={way.href}
          onCancel={() => setOpening(undefined)}
          onOpen={() => void open()}
        />
      ) : null}
      {opening === 'opened' ? <p className={css.hint}>{t('mail.opened')}</p> : null}
      <ProfileLine url={isMail ? undefined : profileUrl} />
      <Never />
    </>
  );
}

function Never() {
  const { t } = useTranslation('drafts');
  return (
    <p className={css.never}>
      <Lock size={13} strokeWidth={1.75} aria-hidden />
      {t('never')}
    </p>
  );
}

/** What the link to a mail program cannot do. */
function LinkNote({ way, isAnswer }: { readonly way: MailWay['kind']; readonly isAnswer: boolean }) {
  const { t } = useTranslation('drafts');
  if (way !== 'link') return <p className={css.hint}>{t(`mail.${way}`)}</p>;
  return isAnswer ? <p className={css.hint}>{t('reply.link')}</p> : null;
}

/**
 * The first press on a flagged letter only says so; the second lets it go. Changed in between, it is asked about anew.
 */
function useLookFirst(letter: Letter, check: () => Promise<readonly Flag[]>) {
  const [warned, setWarned] = useState<{ readonly text: string; readonly count: number }>();
  const text = `${letter.subject}\n${letter.body}`;
  return {
    warned: warned?.text === text ? warned.count : 0,
    mayLeave: async (): Promise<boolean> => {
      const { length } = await check();
      if (length === 0 || warned?.text === text) return true;
      setWarned({ text, count: length });
      return false;
    },
  };
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
