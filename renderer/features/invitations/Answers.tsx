import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '#core/invitations/model.ts';
import type { Mutual } from '#core/invitations/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import css from './MutualList.module.css';

/** What somebody said when asked, one key each. */
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
  const [quoteShareable, setShareable] = useState(mutual.quoteShareable);
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => group.current?.querySelector('button')?.focus(), []);
  const answered = async (answer: Answer) => {
    const done = await act(
      () => client.invitations.recordAnswer({ mutualId: mutual.id, answer, quoteShareable }),
      t('done.answered', { fn }),
    );
    if (done !== undefined) onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const answer = Answer.options[Number(event.key) - 1];
    if (event.key === 'Escape') onDone();
    else if (answer !== undefined) void answered(answer);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // The keys belong to the buttons inside; the group only listens for their numbers.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset ref={group} className={css.answers} data-digits="" onKeyDown={onKeyDown}>
      <legend className="visually-hidden">{t('mutuals.answerOf', { fn })}</legend>
      {Answer.options.map((answer, at) => (
        <Button key={answer} aria-pressed={mutual.answer === answer} onClick={() => void answered(answer)}>
          <Kbd keys={String(at + 1)} />
          {t(`mutuals.choices.${answer}`)}
        </Button>
      ))}
      <label className={css.quote}>
        <input
          type="checkbox"
          checked={quoteShareable}
          onChange={(event) => setShareable(event.target.checked)}
        />
        {t('mutuals.quote')}
      </label>
    </fieldset>
  );
}
