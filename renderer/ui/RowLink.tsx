import type { ReactNode } from 'react';
import css from './RowLink.module.css';

/** A list of rows that lead somewhere; wider than the text around it, so that the rows' words stand in line with it. */
export function RowLinks({ children }: { readonly children: ReactNode }) {
  return <ul className={css.rows}>{children}</ul>;
}

/** A row that leads somewhere, among `RowLinks`. */
export function RowLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <li>
      <a className={css.line} href={href}>
        {children}
      </a>
    </li>
  );
}
