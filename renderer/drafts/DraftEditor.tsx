import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft, DraftRequest, Recipient, StyleChoice } from '#core/introductions/model.ts';
import { errorWords } from '#renderer/client/errors.ts';
import { orpc } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { TextArea, TextInput } from '#renderer/ui/TextInput.tsx';
import { useAnswering } from './answering.ts';
import { useChecked } from './checked.ts';
import { FactList } from './FactList.tsx';
import { Flags } from './Flags.tsx';
import { HandOver } from './HandOver.tsx';
import { roomLeft } from './letter.ts';
import { ReplyOption } from './ReplyOption.tsx';
import { StyleBar } from './StyleBar.tsx';
import css from './DraftEditor.module.css';

interface DraftEditorProps {
  /** What the letter is about; the book writes it. */
  readonly request: DraftRequest;
  /** The recipient's LinkedIn page, where the letter goes there: shown in full, opened on a press only. */
  readonly profileUrl?: string | undefined;
  /** Offered once the letter has been copied, opened in a mail program, or saved: that it was sent. */
  readonly onWritten?: (() => void) | undefined;
}

/** A letter the book has drafted, to be read, changed, and sent by its owner by other means. */
export function DraftEditor({ request, profileUrl, onWritten }: DraftEditorProps) {
  // Another letter is another editor: what was typed or chosen for the last one does not follow.
  return (
    <RequestedLetter
      key={matterOf(request)}
      request={request}
      profileUrl={profileUrl}
      onWritten={onWritten}
    />
  );
}

/** What a letter is about. The owner's own words for it may change without taking away what they have written by hand. */
const matterOf = (request: DraftRequest): string =>
  JSON.stringify({ ...request, why: undefined, purpose: undefined, offer: undefined });

function RequestedLetter({ request, profileUrl, onWritten }: DraftEditorProps) {
  // Undefined until something is chosen: the letter follows the reader's card.
  const [style, setStyle] = useState<StyleChoice | undefined>(request.style);
  const styled: DraftRequest = style === undefined ? request : { ...request, style };
  const draft = useQuery({
    ...orpc.introductions.draft.queryOptions({ input: styled }),
    // The letter stays on the page while it is written in another language.
    placeholderData: keepPreviousData,
  });
  if (draft.error !== null) {
    return (
      <p className={css.problem} role="alert">
        <CircleAlert size={16} aria-hidden />
        {errorWords(draft.error)}
      </p>
    );
  }
  if (draft.data === undefined) return <Skeleton lines={6} />;
  return (
    <LetterEditor
      request={styled}
      draft={draft.data}
      profileUrl={profileUrl}
      onWritten={onWritten}
      onStyle={(change) => setStyle({ ...style, ...change })}
    />
  );
}

interface LetterEditorProps extends DraftEditorProps {
  readonly draft: Draft;
  readonly onStyle: (change: StyleChoice) => void;
}

function LetterEditor({ request, draft, profileUrl, onWritten, onStyle }: LetterEditorProps) {
  const { t } = useTranslation('drafts');
  const { letter, isEdited, isOutdated, change, shelve, writeAnew, putBack, ...answering } =
    useAnswering(draft);
  const checked = useChecked(request, letter);
  const isMail = draft.channel === 'email';
  return (
    <section className={css.letter} aria-label={t(`kind.${draft.kind}`)}>
      <h3 className={css.title}>{t(`kind.${draft.kind}`)}</h3>
      <StyleBar
        draft={draft}
        onStyle={(style) => {
          if (isEdited) writeAnew();
          onStyle(style);
        }}
      />
      <Recipients to={letter.to} isMail={isMail} onTo={(to) => change({ to })} />
      {isMail && letter.bcc !== undefined && letter.bcc.length > 0 ? (
        <Recipients to={letter.bcc} isMail isUnseen onTo={(bcc) => change({ bcc })} />
      ) : null}
      {draft.reply === undefined ? null : (
        <ReplyOption
          reply={draft.reply}
          isAnswer={answering.isAnswer}
          isPossible={answering.isPossible}
          onAnswer={answering.choose}
        />
      )}
      {isMail || letter.subject !== '' ? (
        <Field label={t('subject')}>
          <TextInput
            spellCheck
            value={letter.subject}
            onChange={(event) => change({ subject: event.target.value })}
          />
        </Field>
      ) : null}
      <Field label={t('body')}>
        <TextArea
          rows={6}
          spellCheck
          lang={draft.style.language}
          className={css.body}
          value={letter.body}
          onChange={(event) => change({ body: event.target.value })}
        />
      </Field>
      <div className={css.state}>
        <Room body={letter.body} limit={draft.limit} />
        {putBack === undefined ? null : (
          <Button look="plain" onClick={putBack}>
            {t('putBack')}
          </Button>
        )}
        {isEdited ? (
          <Button look="plain" onClick={writeAnew}>
            {isOutdated ? t('writeAnew') : t('startAgain')}
          </Button>
        ) : null}
      </div>
      {isOutdated ? (
        <p className={css.hint} role="status">
          {t('newWords')}
        </p>
      ) : null}
      <Flags
        flags={checked.flags}
        isCurrent={checked.isCurrent}
        onRemove={({ part }, without) => {
          shelve();
          change({ [part]: without });
        }}
      />
      <FactList facts={draft.facts} />
      <HandOver
        letter={letter}
        isMail={isMail}
        limit={draft.limit}
        replyTo={answering.replyTo}
        profileUrl={profileUrl}
        onWritten={onWritten}
        check={checked.ask}
      />
    </section>
  );
}

/** Who it goes to. An address can be typed where a mail could be opened; on LinkedIn a name is enough. */
function Recipients({
  to,
  isMail,
  isUnseen = false,
  onTo,
}: {
  readonly to: readonly Recipient[];
  readonly isMail: boolean;
  /** In Bcc, which the others do not see. */
  readonly isUnseen?: boolean;
  readonly onTo: (to: readonly Recipient[]) => void;
}) {
  const { t, i18n } = useTranslation('drafts');
  const people = to.length === 0 && isMail ? [{ fn: '', email: '' }] : to;
  if (!isMail) {
    if (people.length === 0) return null;
    const names = new Intl.ListFormat(i18n.language).format(people.map(({ fn }) => fn));
    return (
      <p className={css.to}>
        {t('to')} <bdi>{names}</bdi>
      </p>
    );
  }
  return people.map(({ fn, email }, at) => (
    // Recipients have no identity but their place, and their places do not change.
    // eslint-disable-next-line react/no-array-index-key
    <Field
      key={at}
      label={isUnseen ? t('bccPerson', { fn }) : fn === '' ? t('to') : t('toPerson', { fn })}
      hint={email === '' ? t('noAddress') : undefined}
    >
      <TextInput
        type="email"
        inputMode="email"
        dir="ltr"
        multiple
        value={email}
        onChange={(event) =>
          onTo(
            people.map((person, other) => (other === at ? { ...person, email: event.target.value } : person)),
          )
        }
      />
    </Field>
  ));
}

const LONG = 1000;

/** What is left of the channel's room; said aloud only once it is used up. */
function Room({ body, limit }: { readonly body: string; readonly limit: number | undefined }) {
  const { t } = useTranslation('drafts');
  if (limit === undefined) return <span />;
  const left = roomLeft(body, limit);
  // Nobody counts down from eight thousand.
  if (limit > LONG && left > LONG / 2) return <span />;
  return (
    <p className={css.room} data-over={left < 0 || undefined} role={left < 0 ? 'status' : undefined}>
      {left < 0 ? <CircleAlert size={14} aria-hidden /> : null}
      {left < 0 ? t('over', { count: -left, limit }) : t('left', { count: left, limit })}
    </p>
  );
}
