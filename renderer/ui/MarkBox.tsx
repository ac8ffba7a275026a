import { Check } from 'lucide-react';
import { Avatar } from './Avatar.tsx';
import { classes } from './classes.ts';
import css from './MarkBox.module.css';

/** In front of a row: the initials, and pressed a mark that the row is chosen. The row itself says so to readers. */
export function MarkBox({
  id,
  name,
  isMarked,
}: {
  readonly id: number;
  readonly name: string;
  readonly isMarked: boolean;
}) {
  return (
    <span className={classes(css.box, isMarked && css.marked)} data-mark="" aria-hidden>
      <Avatar id={id} name={name} />
      <span className={css.check}>
        <Check size={16} strokeWidth={2.5} />
      </span>
    </span>
  );
}
