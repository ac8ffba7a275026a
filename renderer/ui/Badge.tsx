import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './Badge.module.css';

export type Meaning = 'accept' | 'ask' | 'caution' | 'decline' | 'neutral';

/** A short word with its icon on a wash of its meaning. All three say the same, so none is needed alone. */
export function Badge({
  meaning = 'neutral',
  icon: Icon,
  children,
}: {
  readonly meaning?: Meaning;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}) {
  return (
    <span className={css.badge} data-meaning={meaning}>
      {Icon === undefined ? null : <Icon size={14} strokeWidth={2} aria-hidden />}
      <span className={css.words}>{children}</span>
    </span>
  );
}
