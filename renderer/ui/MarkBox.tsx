import { Check } from 'lucide-react';
import type { ContactSummary } from '#core/contacts/model.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { classes } from '#renderer/ui/classes.ts';
import css from './MarkBox.module.css';

/** In front of a row: the initials, and pressed a mark that the person is chosen. The row itself says so to readers. */
export function MarkBox({
  person: { id, fn },
  isMarked,
}: {
  readonly person: ContactSummary;
  readonly isMarked: boolean;
}) {
  return (
    <span className={classes(css.box, isMarked && css.marked)} data-mark="" aria-hidden>
      <Avatar id={id} name={fn} />
      <span className={css.check}>
        <Check size={16} strokeWidth={2.5} />
      </span>
    </span>
  );
}
