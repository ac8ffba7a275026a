import { MessageSquareQuote, NotebookPen, Waypoints } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Certainty, Tie } from '#core/network/model.ts';
import { evidenceWords } from '#renderer/people/tie.ts';
import { Badge } from '#renderer/ui/Badge.tsx';
import css from './NetworkPanels.module.css';

const ICONS: Readonly<Record<Certainty, LucideIcon>> = {
  stated: MessageSquareQuote,
  recorded: NotebookPen,
  likely: Waypoints,
};

/** How sure it is that two people know each other. */
export function CertaintyBadge({ certainty }: { readonly certainty: Certainty }) {
  const { t } = useTranslation('network');
  return (
    <Badge icon={ICONS[certainty]} meaning={certainty === 'likely' ? 'caution' : 'neutral'}>
      {t(`certainty.${certainty}`)}
    </Badge>
  );
}

/** The facts a tie rests on, strongest first. */
export function Basis({ tie, most = 4 }: { readonly tie: Tie; readonly most?: number }) {
  const { t } = useTranslation('network');
  if (tie.basis.length === 0) return <p className={css.quiet}>{t('path.noBasis')}</p>;
  return (
    <ul className={css.basis}>
      {tie.basis.slice(0, most).map((evidence) => (
        <li key={JSON.stringify(evidence)} dir="auto">
          {evidenceWords(evidence)}
        </li>
      ))}
    </ul>
  );
}
