import { useState } from 'react';
import type { PartialDate } from '#core/shared/dates.ts';
import { Field } from './Field.tsx';
import { parsePartialDate } from './partial-date.ts';
import { TextInput } from './TextInput.tsx';

export interface DateFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with a date that is one, as the form sees it. */
  readonly error?: string | undefined;
  /** What to say when the text is not a date, or could be two. */
  readonly wrong: string;
  readonly value: PartialDate | undefined;
  readonly onDate: (date: PartialDate | undefined) => void;
  /** Writes a date in words; also names the language in which months may be written. */
  readonly write: (date: PartialDate) => string;
  readonly language: string;
  /** The owner may leave text that is no date; the form asks before it saves. */
  readonly onValid?: (isValid: boolean) => void;
}

/** A date to whatever precision is known, typed as people write it: `2024`, `May 2024`, `28 Sep 2024`, `today`. */
export function DateField({
  label,
  hint,
  error,
  wrong,
  value,
  onDate,
  write,
  language,
  onValid,
}: DateFieldProps) {
  // Text while it is being typed; undefined: show the value in words.
  const [typed, setTyped] = useState<string>();
  const [isWrong, setWrong] = useState(false);
  const take = (text: string): boolean => {
    const date = parsePartialDate(text, language, new Date());
    const valid = text.trim() === '' || date !== undefined;
    onValid?.(valid);
    onDate(date);
    return valid;
  };
  return (
    <Field label={label} hint={hint} error={isWrong ? wrong : error}>
      <TextInput
        value={typed ?? (value === undefined ? '' : write(value))}
        onChange={(event) => {
          setTyped(event.target.value);
          if (take(event.target.value)) setWrong(false);
        }}
        onBlur={() => {
          if (typed === undefined) return;
          const valid = take(typed);
          setWrong(!valid);
          if (valid) setTyped(undefined);
        }}
      />
    </Field>
  );
}
