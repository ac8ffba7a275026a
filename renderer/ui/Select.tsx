import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import { useFieldControl } from './Field.tsx';
import css from './Field.module.css';

export interface SelectProps<Value extends string> extends Omit<
  ComponentProps<'select'>,
  'onChange' | 'value' | 'children'
> {
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onValue: (value: Value) => void;
  /** `plain`: one of many in a table, whose frame shows when it is pointed at or focused. */
  readonly look?: 'plain' | 'framed';
}

/** One of a few: the system's own list, which every keyboard and reader knows. */
export function Select<Value extends string>({
  options,
  value,
  onValue,
  look = 'framed',
  className,
  ...rest
}: SelectProps<Value>) {
  return (
    <span className={css.selectFrame}>
      <select
        {...useFieldControl()}
        {...rest}
        className={classes(css.control, css.select, look === 'plain' && css.plain, className)}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onValue(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
    </span>
  );
}
