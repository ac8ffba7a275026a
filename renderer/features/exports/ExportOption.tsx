import { useId } from 'react';
import css from './ExportDialog.module.css';

/** Something an export leaves out unless it is asked for, and what asking for it means. */
export function ExportOption({
  label,
  hint,
  isChecked,
  onCheck,
}: {
  readonly label: string;
  readonly hint: string;
  readonly isChecked: boolean;
  readonly onCheck: (isChecked: boolean) => void;
}) {
  const id = useId();
  return (
    <div>
      <label className={css.check}>
        <input
          type="checkbox"
          checked={isChecked}
          aria-describedby={id}
          onChange={(event) => onCheck(event.target.checked)}
        />
        {label}
      </label>
      <p id={id} className={css.hint}>
        {hint}
      </p>
    </div>
  );
}
