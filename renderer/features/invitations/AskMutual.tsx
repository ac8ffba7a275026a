import { CircleAlert, HeartHandshake, MailCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cautionsOf, stopsOf, wantsReason } from '#core/invitations/ask-whom.ts';
import type { Invitation, Mutual } from '#core/invitations/model.ts';
import { DraftEditor } from '#renderer/drafts/DraftEditor.tsx';
import { GoodwillLine } from '#renderer/keeping-up/GoodwillLine.tsx';
import { cautionWords, stopWords } from '#renderer/keeping-up/references-words.ts';
import { noteThanks } from '#renderer/keeping-up/thanks.ts';
import { useToday } from '#renderer/keeping-up/today.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { markAsked, markNudged, nameOf } from './asking.ts';
import css from './MutualList.module.css';

/** Asking one mutual connection: the letter, how goodwill stands, what speaks against it, and noting that it was done. */
export function AskMutual({
  invitation,
  mutual,
  onDone,
}: {
  readonly invitation: Invitation;
  readonly mutual: Mutual;
  readonly onDone: () => void;
}) {
  return (
    <div className={css.panel}>
      <LetterTo invitation={invitation} mutual={mutual} kind="reference_request" />
      <MarkAsked mutual={mutual} onDone={onDone} />
    </div>
  );
}

/** A letter about an invitation, to somebody in the book. */
function LetterTo({
  invitation,
  mutual: { contactId },
  kind,
}: {
  readonly invitation: Invitation;
  readonly mutual: Mutual;
  readonly kind: 'reference_request' | 'nudge';
}) {
  if (contactId === undefined) return null;
  return <DraftEditor request={{ about: 'invitation', kind, invitationId: invitation.id, to: contactId }} />;
}

/** Notes that they were asked. Where something speaks against it, it says what, and wants a reason. */
export function MarkAsked({ mutual, onDone }: { readonly mutual: Mutual; readonly onDone?: () => void }) {
  const { t } = useTranslation('invitations');
  const { t: words } = useTranslation('references');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const today = useToday();
  const fn = nameOf(mutual);
  const isWanted = wantsReason(mutual, today);
  const mark = async () => {
    if (isWanted && reason.trim() === '') return setMissing(true);
    if (await markAsked(mutual, isWanted ? reason : '')) onDone?.();
  };
  return (
    <form
      className={css.mark}
      onSubmit={(event) => {
        event.preventDefault();
        void mark();
      }}
    >
      {mutual.asking === undefined ? null : <GoodwillLine goodwill={mutual.asking.goodwill} />}
      <AgainstAsking mutual={mutual} today={today} />
      <Thank mutual={mutual} />
      {isWanted ? (
        <Field
          label={words('ask.reason')}
          hint={words('ask.reasonHint')}
          error={isMissing && reason.trim() === '' ? words('ask.reasonMissing', { fn }) : undefined}
        >
          <TextInput maxLength={1900} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      ) : null}
      <Button type="submit" icon={MailCheck} aria-label={t('mutuals.markAskedOf', { fn })}>
        {t('mutuals.markAsked')}
      </Button>
    </form>
  );
}

/** Stops and cautions, each in words. */
export function AgainstAsking({ mutual, today }: { readonly mutual: Mutual; readonly today: string }) {
  const { t } = useTranslation('references');
  const against = [...stopsOf(mutual, today).map(stopWords), ...cautionsOf(mutual).map(cautionWords)];
  if (against.length === 0) return null;
  return (
    <p className={css.against}>
      <CircleAlert size={14} strokeWidth={2} aria-hidden />
      <span className="visually-hidden">{t('stop.label')}: </span>
      <span>
        {against.map((words) => (
          <span key={words} className={css.one}>
            {words}
          </span>
        ))}
      </span>
    </p>
  );
}

/** Thanks come before the next question. */
function Thank({ mutual }: { readonly mutual: Mutual }) {
  const { t } = useTranslation('references');
  const { contactId, asking } = mutual;
  if (contactId === undefined || (asking?.goodwill.thanksOwed ?? 0) === 0) return null;
  const fn = nameOf(mutual);
  return (
    <div>
      <Button
        icon={HeartHandshake}
        aria-label={t('ask.thankOf', { fn })}
        onClick={() => void noteThanks(contactId, fn)}
      >
        {t('ask.thank')}
      </Button>
    </div>
  );
}

/** The one reminder: a letter with a way out, and noting that it went. */
export function NudgeMutual({
  invitation,
  mutual,
  onDone,
}: {
  readonly invitation: Invitation;
  readonly mutual: Mutual;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('references');
  const mark = async () => {
    if (await markNudged(mutual)) onDone();
  };
  return (
    <div className={css.panel}>
      <LetterTo invitation={invitation} mutual={mutual} kind="nudge" />
      <div className={css.mark}>
        <Button icon={MailCheck} onClick={() => void mark()}>
          {t('nudge.mark')}
        </Button>
      </div>
    </div>
  );
}
