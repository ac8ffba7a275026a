import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import css from './Pane.module.css';

/** A list pane: a bar that stays, and under it the list, which scrolls itself. */
export function ListPane({
  title,
  bar,
  foot,
  children,
}: {
  readonly title: string;
  /** Search, filters, the button that makes a new one. */
  readonly bar?: ReactNode;
  /** Under the list, always in sight. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={css.list} aria-label={title}>
      <header className={css.listBar}>
        <h1 className={css.listTitle}>{title}</h1>
        {bar}
      </header>
      <div className={css.listBody}>{children}</div>
      {foot}
    </section>
  );
}

/** A detail pane: everything about one thing, in reading order, at a comfortable measure. */
export function DetailPane({
  label,
  bar,
  wide = false,
  children,
}: {
  readonly label: string;
  /** Buttons at the top, at the end of the line. */
  readonly bar?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <article className={css.detail} aria-label={label}>
      {bar === undefined ? null : <div className={css.detailBar}>{bar}</div>}
      <div className={classes(css.detailBody, wide && css.wide)}>{children}</div>
    </article>
  );
}

/** A part that has nothing to show yet: a quiet line in its place, with the way to begin it. */
export function PaneLine({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <div className={css.line}>
      <p>{text}</p>
      {children}
    </div>
  );
}

/** One part of a detail pane, under its heading. */
export function PaneSection({
  title,
  isNamed = false,
  action,
  children,
}: {
  readonly title: string;
  /** The title says a name: blurred in presentations. */
  readonly isNamed?: boolean;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={css.section}>
      <div className={css.sectionHead}>
        <h2 data-private={isNamed ? '' : undefined}>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}
