import type { ReactNode } from 'react';
import { NetworkTabs } from '#renderer/network-panels/NetworkTabs.tsx';
import css from './Pictures.module.css';

/** A picture of the network under the tabs they share, with what it says at its head. */
export function PictureFrame({
  title,
  intro,
  tools,
  children,
}: {
  readonly title: string;
  readonly intro: string;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={css.screen} aria-label={title}>
      <div className={css.column}>
        <NetworkTabs />
        <header className={css.head}>
          <div className={css.titleLine}>
            <h1 className={css.title}>{title}</h1>
            {tools}
          </div>
          <p className={css.intro}>{intro}</p>
        </header>
        {children}
      </div>
    </section>
  );
}
