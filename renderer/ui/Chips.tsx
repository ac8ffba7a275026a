import { useState } from 'react';
import { Chip } from './Chip.tsx';
import { useFieldControl } from './Field.tsx';
import css from './Chips.module.css';

/**
 * Several short texts in one field. Enter, a comma or leaving the field adds what is typed; Backspace in the
 * empty field takes the last one back into it; each can be removed by its button.
 */
export function Chips({
  values,
  onValues,
  removeLabel,
  placeholder,
  inputType = 'text',
}: {
  readonly values: readonly string[];
  readonly onValues: (values: string[]) => void;
  readonly removeLabel: (value: string) => string;
  readonly placeholder?: string;
  readonly inputType?: 'text' | 'email' | 'tel' | 'url';
}) {
  const [text, setText] = useState('');
  const control = useFieldControl();
  const add = () => {
    const value = text.trim();
    if (value !== '' && !values.includes(value)) onValues([...values, value]);
    setText('');
  };
  return (
    <div className={css.chips}>
      {values.map((value) => (
        <Chip
          key={value}
          text={value}
          removeLabel={removeLabel(value)}
          onRemove={() => onValues(values.filter((other) => other !== value))}
        />
      ))}
      <input
        {...control}
        className={css.input}
        inputMode={inputType}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        placeholder={values.length === 0 ? placeholder : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if ((event.key === 'Enter' && text.trim() !== '') || event.key === ',') {
            event.preventDefault();
            add();
          } else if (event.key === 'Backspace' && text === '' && values.length > 0) {
            event.preventDefault();
            setText(values.at(-1) ?? '');
            onValues(values.slice(0, -1));
          }
        }}
      />
    </div>
  );
}
