import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import css from './Choice.module.css';

/** One of two to four, all in sight: radio buttons that look like one control. Arrow keys move, as in any radio group. */
export function Choice<Value extends string>({
  label,
  hideLabel = false,
  options,
  value,
  onValue,
}: {
  readonly label: string;
  /** The label is for screen readers only: in a bar, where the choices say what they are. */
  readonly hideLabel?: boolean;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly icon?: LucideIcon }[];
  readonly value: Value;
  readonly onValue: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className={css.choice}>
      <legend className={hideLabel ? 'visually-hidden' : css.legend}>{label}</legend>
      <div className={css.options}>
        {options.map(({ icon: Icon, ...option }) => (
          <label key={option.value} className={css.option}>
            <input
              type="radio"
              name={name}
              className={css.radio}
              checked={option.value === value}
              onChange={() => onValue(option.value)}
            />
            {Icon === undefined ? null : <Icon size={16} strokeWidth={1.75} aria-hidden />}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
