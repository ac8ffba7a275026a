import { CircleCheck, CircleHelp, CircleMinus, CircleX, Clock } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#core/contacts/model.ts';
import type { Answer, Mutual } from '#core/invitations/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { PersonPicker } from '#renderer/people/PersonPicker.tsx';
import { TieBadge } from '#renderer/people/TieBadge.tsx';
import { dateWords } from '#renderer/strings/dates.ts';
import { Badge } from '#renderer/ui/Badge.tsx';
import type { Meaning } from '#renderer/ui/Badge.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Answers } from './Answers.tsx';
import css from './MutualList.module.css';

const LOOK: Readonly<Record<Answer, { readonly icon: LucideIcon; readonly meaning: Meaning }>> = {
  knows_well: { icon: CircleCheck, meaning: 'accept' },
  knows: { icon: CircleCheck, meaning: 'accept' },
  met: { icon: CircleHelp, meaning: 'neutral' },
  not_really: { icon: CircleMinus, meaning: 'caution' },
  warns: { icon: CircleX, meaning: 'decline' },
  no_reply: { icon: Clock, meaning: 'neutral' },
};

/** One mutual connection. With the focus on it: K notes that they were asked, A opens the answers, 1–6 picks one. */
export function MutualRow({ mutual }: { readonly mutual: Mutual }) {
  const { t } = useTranslation('invitations');
  const [isAnswering, setAnswering] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const fn = mutual.fn === '' ? mutual.name : mutual.fn;
  const markAsked = () =>
    act(() => client.invitations.recordAsked({ mutualId: mutual.id }), t('done.asked', { fn }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLInputElement) return;
    if (event.key === 'a') setAnswering(true);
    else if (event.key === 'k' && mutual.answer === undefined) void markAsked();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // A group of controls that is a stop of its own, so that two keys are enough for an answer.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex
    <li ref={row} className={css.mutual} tabIndex={0} aria-label={fn} onKeyDown={onKeyDown}>
      <Who mutual={mutual} />
      <div className={css.asked}>
        <AnswerState mutual={mutual} />
        {mutual.answer === undefined ? (
          <Button aria-label={t('mutuals.markAskedOf', { fn })} onClick={() => void markAsked()}>
            {t('mutuals.markAsked')}
          </Button>
        ) : null}
        <Button
          aria-label={t('mutuals.answerOf', { fn })}
          aria-expanded={isAnswering}
          onClick={() => setAnswering(!isAnswering)}
        >
          {t('mutuals.answer')}
        </Button>
      </div>
      {isAnswering ? (
        <Answers
          mutual={mutual}
          fn={fn}
          onDone={() => {
            setAnswering(false);
            row.current?.focus();
          }}
        />
      ) : null}
    </li>
  );
}

/** Who they are in the book; a name nobody was matched to asks for it. */
function Who({ mutual }: { readonly mutual: Mutual }) {
  const { t } = useTranslation('invitations');
  const [isChanging, setChanging] = useState(false);
  const { id: mutualId, name, contactId, fn, ownerLevel } = mutual;
  const match = async (contact: { id: ContactId; fn: string } | undefined) => {
    setChanging(false);
    await act(
      () =>
        client.invitations.matchMutual({
          mutualId,
          ...(contact === undefined ? {} : { contactId: contact.id }),
        }),
      contact === undefined ? t('done.unmatched', { name }) : t('done.matched', { name, fn: contact.fn }),
    );
  };
  if (contactId !== undefined && !isChanging) {
    return (
      <div className={css.who}>
        <span className={css.name}>
          <PersonLink id={contactId}>{fn}</PersonLink>
        </span>
        <TieBadge tie={{ level: ownerLevel, unconfirmed: false }} />
        {name === fn ? null : (
          <span className={css.quiet} dir="auto">
            {name}
          </span>
        )}
        <Button look="plain" onClick={() => setChanging(true)}>
          {t('mutuals.change')}
        </Button>
      </div>
    );
  }
  return (
    <div className={css.who}>
      <span className={css.name} dir="auto">
        {name}
      </span>
      <div className={css.picker}>
        <PersonPicker
          value={undefined}
          label={t('mutuals.who', { name })}
          placeholder={t('mutuals.whoPlaceholder')}
          // It opens because this very field was asked for.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={isChanging}
          onPick={(picked) => {
            if (picked?.kind === 'known') void match(picked);
          }}
        />
      </div>
      {isChanging ? (
        <Button look="plain" onClick={() => void match(undefined)}>
          {t('mutuals.nobody')}
        </Button>
      ) : null}
    </div>
  );
}

/** How the question to them stands. */
function AnswerState({ mutual: { answer, askedOn, answeredOn } }: { readonly mutual: Mutual }) {
  const { t } = useTranslation('invitations');
  if (answer !== undefined) {
    const { icon, meaning } = LOOK[answer];
    return (
      <span className={css.answer}>
        <Badge icon={icon} meaning={meaning}>
          {t(`mutuals.choices.${answer}`)}
        </Badge>
        {answeredOn === undefined ? null : (
          <span className={css.quiet}>{t('mutuals.answeredOn', { on: dateWords(answeredOn) })}</span>
        )}
      </span>
    );
  }
  if (askedOn === undefined) return null;
  return <span className={css.quiet}>{t('mutuals.asked', { on: dateWords(askedOn) })}</span>;
}
