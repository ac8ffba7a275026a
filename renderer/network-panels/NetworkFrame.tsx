import type { ReactNode } from 'react';
import { NetworkTabs } from './NetworkTabs.tsx';
import css from './NetworkFrame.module.css';

/** A page of the network under the tabs all of them share, so that the tabs stay where they are from one to the next. */
export function NetworkFrame({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section className={css.screen} aria-label={label}>
      <div className={css.column}>
        <NetworkTabs />
        {children}
      </div>
    </section>
  );
}

export function NetworkTitle({ children }: { readonly children: string }) {
  return <h1 className={css.title}>{children}</h1>;
}
