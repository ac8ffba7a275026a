import { UserPlus } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NetworkFrame, NetworkTitle } from '#renderer/network-panels/NetworkFrame.tsx';
import { useStore } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
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

/** Where a picture has nobody to show yet: what would change that, and the press that does. */
export function NobodyYet({
  icon,
  title,
  text,
}: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
}) {
  const { t } = useTranslation('app');
  const openOverlay = useStore((state) => state.openOverlay);
  return (
    <EmptyState icon={icon} title={title} text={text}>
      <Button look="primary" icon={UserPlus} onClick={() => openOverlay('met')}>
        {t('actions.met')}
      </Button>
    </EmptyState>
  );
}
