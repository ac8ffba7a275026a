import { X } from 'lucide-react';
import css from './Chip.module.css';

/** A short text that can be taken out by the small press at its end; goes into a list item or a line of its own. */
export function Chip({
  text,
  removeLabel,
  onRemove,
  look = 'plain',
}: {
  readonly text: string;
  readonly removeLabel: string;
  readonly onRemove: () => void;
  /** `chosen` where it narrows what is shown. */
  readonly look?: 'plain' | 'chosen';
}) {
  return (
    <span className={css.chip} data-look={look}>
      <bdi>{text}</bdi>
      <button type="button" className={css.remove} aria-label={removeLabel} onClick={onRemove}>
        <X size={12} aria-hidden />
      </button>
    </span>
  );
}
