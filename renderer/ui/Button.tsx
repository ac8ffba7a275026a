import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import css from './Button.module.css';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary`: the one thing to do here. `quiet`: beside it. `plain`: no border. `danger`: takes something away. */
  readonly look?: 'primary' | 'quiet' | 'plain' | 'danger';
  readonly icon?: LucideIcon;
  /** Shows that the press is being worked on, and takes no second one. */
  readonly busy?: boolean;
}

/** A press that does something. `type` is `button` unless said otherwise, so it never submits by accident. */
export function Button({
  look = 'quiet',
  icon: Icon,
  busy = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(css.button, css[look], className)}
      aria-busy={busy || undefined}
      disabled={rest.disabled === true || busy}
    >
      {Icon === undefined ? null : <Icon size={16} strokeWidth={1.75} aria-hidden />}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  readonly icon: LucideIcon;
  /** What it does, for those who cannot see the icon and as its tooltip. */
  readonly label: string;
}

/** A press shown as an icon only; its label is its name and tooltip. */
export function IconButton({ icon: Icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button type="button" title={label} {...rest} aria-label={label} className={classes(css.icon, className)}>
      <Icon size={18} strokeWidth={1.75} aria-hidden />
    </button>
  );
}
