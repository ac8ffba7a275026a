import type { ComponentProps } from 'react';
import { Search, X } from 'lucide-react';
import { IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import { useFieldControl } from './Field.tsx';
import css from './Field.module.css';

/** One line of text. Names are not spell-checked or completed: they are people's. */
export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <input
      type="text"
      autoComplete="off"
      spellCheck={false}
      dir="auto"
      {...useFieldControl()}
      {...rest}
      className={classes(css.control, className)}
    />
  );
}

/** Text of any length; the box grows with it. */
export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={3}
      dir="auto"
      {...useFieldControl()}
      {...rest}
      className={classes(css.control, css.area, className)}
    />
  );
}

export interface SearchInputProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  readonly label: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly onText: (text: string) => void;
}

/** A search field; Escape or its button empties it. `/` anywhere in the shell focuses the one that is visible. */
export function SearchInput({ label, clearLabel, value, onText, ...rest }: SearchInputProps) {
  return (
    <div className={css.affixed}>
      <Search size={16} strokeWidth={1.75} aria-hidden />
      <input
        type="search"
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        aria-label={label}
        placeholder={label}
        data-search=""
        {...rest}
        className={css.control}
        value={value}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          rest.onKeyDown?.(event);
          if (event.key !== 'Escape' || event.nativeEvent.isComposing || value === '') return;
          event.preventDefault();
          onText('');
        }}
      />
      {value === '' ? null : (
        <IconButton icon={X} label={clearLabel} className={css.clear} onClick={() => onText('')} />
      )}
    </div>
  );
}
