import type { ReactNode } from 'react';
import { NetworkFrame, NetworkTitle } from '#renderer/network-panels/NetworkFrame.tsx';
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
    <NetworkFrame label={title}>
      <header className={css.head}>
        <div className={css.titleLine}>
          <NetworkTitle>{title}</NetworkTitle>
          {tools}
        </div>
        <p className={css.intro}>{intro}</p>
      </header>
      {children}
    </NetworkFrame>
  );
}
