import { useTranslation } from 'react-i18next';
import type { Policy, PolicyWord } from '#core/invitations/policy.ts';
import { classes } from '#renderer/ui/classes.ts';
import { choicesOf, choiceWords, PARAGRAPHS, partsOf } from './sentences.ts';
import css from './Rules.module.css';

/** The rules as a short text; every sentence has one word that can be chosen. */
export function Sentences({
  policy,
  changed,
  onChange,
}: {
  readonly policy: Policy;
  /** Words that are not saved yet: they are marked. */
  readonly changed: readonly PolicyWord[];
  readonly onChange: (to: Policy) => void;
}) {
  const { t } = useTranslation('rules');
  return PARAGRAPHS.map(({ title, words }) => (
    <section key={title} className={css.paragraph} aria-label={t(`paragraph.${title}`)}>
      <h2 className={css.about}>{t(`paragraph.${title}`)}</h2>
      <ul className={css.sentences}>
        {words.map((word) => (
          <Sentence
            key={word}
            word={word}
            policy={policy}
            isChanged={changed.includes(word)}
            onChange={onChange}
          />
        ))}
      </ul>
    </section>
  ));
}

function Sentence({
  word,
  policy,
  isChanged,
  onChange,
}: {
  readonly word: PolicyWord;
  readonly policy: Policy;
  readonly isChanged: boolean;
  readonly onChange: (to: Policy) => void;
}) {
  const { t } = useTranslation('rules');
  const [before, after] = partsOf(word);
  const choices = choicesOf(word, policy[word]);
  return (
    <li className={css.sentence}>
      {before}
      <select
        className={classes(css.choice, isChanged && css.changed)}
        aria-label={t(`label.${word}`)}
        title={isChanged ? t('notSaved') : undefined}
        value={String(policy[word])}
        onChange={(event) => {
          const said = choices.find((choice) => String(choice) === event.target.value);
          if (said !== undefined) onChange({ ...policy, [word]: said });
        }}
      >
        {choices.map((choice) => (
          <option key={String(choice)} value={String(choice)}>
            {choiceWords(word, choice)}
          </option>
        ))}
      </select>
      {after}
    </li>
  );
}
