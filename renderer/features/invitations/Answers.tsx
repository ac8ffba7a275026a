import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '#core/invitations/model.ts';
import type { Mutual } from '#core/invitations/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import css from './MutualList.module.css';

/** What somebody said when asked, one key each; below it their own words, and whether the inviter may be told. */
export function Answers({
  mutual,
  fn,
  onDone,
}: {
  readonly mutual: Mutual;
  readonly fn: string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('invitations');
  const { t: words } = useTranslation('references');
  const [quoteShareable, setShareable] = useState(mutual.quoteShareable);
  const [quote, setQuote] = useState(mutual.quote ?? '');
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => group.current?.querySelector('button')?.focus(), []);
  const answered = async (answer: Answer) => {
    const said = { mutualId: mutual.id, answer, quote, quoteShareable };
    const done = await act(() => client.invitations.recordAnswer(said), t('done.answered', { fn }));
    if (done !== undefined) onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isWriting = event.target instanceof HTMLInputElement && event.target.type === 'text';
    const answer = isWriting ? undefined : Answer.options[Number(event.key) - 1];
    if (event.key === 'Escape') onDone();
    else if (event.key === 'Enter' && isWriting && mutual.answer !== undefined) void answered(mutual.answer);
    else if (answer !== undefined) void answered(answer);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const saved = mutual.answer;
  return (
    // The keys belong to the buttons inside; the group only listens for their numbers.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset ref={group} className={css.panel} data-digits="" onKeyDown={onKeyDown}>
      <legend className="visually-hidden">{t('mutuals.answerOf', { fn })}</legend>
      <div className={css.answers}>
        {Answer.options.map((answer, at) => (
          <Button key={answer} aria-pressed={saved === answer} onClick={() => void answered(answer)}>
            <Kbd keys={String(at + 1)} />
            {t(`mutuals.choices.${answer}`)}
          </Button>
        ))}
      </div>
      <Field label={words('answer.quote')} hint={words('answer.quoteHint')}>
        <TextInput
          type="text"
          maxLength={1000}
          spellCheck
          value={quote}
          onChange={(event) => setQuote(event.target.value)}
        />
      </Field>
      <div className={css.asked}>
        <label className={css.quote}>
          <input
            type="checkbox"
            checked={quoteShareable}
            onChange={(event) => setShareable(event.target.checked)}
          />
          {words('answer.share')}
        </label>
        {saved === undefined ? null : (
          <Button onClick={() => void answered(saved)}>{words('answer.save')}</Button>
        )}
      </div>
      <p className={css.quiet}>{words('answer.warnHint')}</p>
    </fieldset>
  );
}
