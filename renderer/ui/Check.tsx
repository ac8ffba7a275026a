import { useId } from 'react';
import css from './Check.module.css';

/** A box to tick, and under it what ticking it means. */
export function Check({
  label,
  hint,
  isChecked,
  isDisabled = false,
  onChecked,
}: {
  readonly label: string;
  readonly hint: string;
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
  readonly onChecked: (isChecked: boolean) => void;
}) {
  const id = useId();
  return (
    <div>
      <label className={css.check}>
        <input
          type="checkbox"
          checked={isChecked}
          disabled={isDisabled}
          aria-describedby={id}
          onChange={(event) => onChecked(event.target.checked)}
        />
        {label}
      </label>
      <p id={id} className={css.hint}>
        {hint}
      </p>
    </div>
  );
}
