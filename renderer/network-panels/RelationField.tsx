import { useTranslation } from 'react-i18next';
import { RELATION_TYPES, relationNamed } from '#core/network/relation.ts';
import type { RelationType } from '#core/network/relation.ts';
import { relationWords } from '#renderer/people/relation.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';

/** What is chosen: one of the relations we have a sentence for, words of one's own, or nothing yet. */
export interface RelationChoice {
  readonly type: RelationType | 'own' | '';
  readonly words: string;
}
export const NOT_SAID: RelationChoice = { type: '', words: '' };

/** The word to be kept; undefined where nothing is said, or words of one's own are missing or have a sentence. */
export function relationIn({ type, words }: RelationChoice): string | undefined {
  if (type !== 'own') return type === '' ? undefined : type;
  const own = words.trim();
  return own === '' || relationNamed(own) !== undefined ? undefined : own;
}

/** One list of sentences that go on from a person's name, the direction in each; words of one's own come last. */
export function RelationField({
  label,
  fn,
  value: { type, words },
  onValue,
  isTried,
  isOptional = false,
}: {
  readonly label: string;
  /** The other one's name; undefined: the owner. */
  readonly fn: string | undefined;
  readonly value: RelationChoice;
  readonly onValue: (choice: RelationChoice) => void;
  /** Somebody has tried to save: what is missing is said. */
  readonly isTried: boolean;
  readonly isOptional?: boolean;
}) {
  const { t } = useTranslation('network');
  const own = words.trim();
  const problem =
    own === '' ? t('relations.ownMissing') : relationNamed(own) === undefined ? '' : t('relations.ownListed');
  return (
    <>
      <Field isNamed label={label}>
        <Select
          value={type}
          onValue={(next) => onValue({ type: next, words })}
          options={[
            ...(isOptional ? [{ value: '' as const, label: t('relations.notSaid') }] : []),
            ...RELATION_TYPES.map((one) => ({
              value: one,
              label: relationWords({ word: one, isTurned: false, fn }),
            })),
            { value: 'own' as const, label: t('relations.own') },
          ]}
        />
      </Field>
      {type === 'own' ? (
        <Field
          label={t('relations.ownField')}
          hint={t('relations.ownHint')}
          error={isTried ? problem : undefined}
        >
          <TextInput
            spellCheck
            maxLength={100}
            value={words}
            onChange={(event) => onValue({ type, words: event.target.value })}
          />
        </Field>
      ) : null}
    </>
  );
}
