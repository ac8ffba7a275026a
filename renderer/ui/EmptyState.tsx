import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './EmptyState.module.css';

/** Nothing is here yet: a calm sentence and what could be done next. */
export function EmptyState({
  icon: Icon,
  title,
  text,
  children,
}: {
  readonly icon?: LucideIcon;
  readonly title: string;
  readonly text?: string | undefined;
  /** The next actions, as buttons. */
  readonly children?: ReactNode;
}) {
  return (
    <div className={css.empty}>
      {Icon === undefined ? null : <Icon size={28} strokeWidth={1.25} aria-hidden />}
      <h2 className={css.title}>{title}</h2>
      {text === undefined ? null : <p className={css.text}>{text}</p>}
      {children === undefined ? null : <div className={css.actions}>{children}</div>}
    </div>
  );
}
