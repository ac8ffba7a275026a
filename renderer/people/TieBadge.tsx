import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Tie } from '#core/network/model.ts';
import { Badge } from '#renderer/ui/Badge.tsx';
import { tieLook, tieWords } from './tie.ts';

/** How well we know them: icon and words; an old statement is marked as unconfirmed. */
export function TieBadge({ tie }: { readonly tie: Pick<Tie, 'level' | 'unconfirmed'> }) {
  const { t } = useTranslation('people');
  const { icon, meaning } = tieLook(tie.level);
  return (
    <>
      <Badge icon={icon} meaning={meaning}>
        {tieWords(tie.level)}
      </Badge>
      {tie.unconfirmed ? (
        <Badge icon={TriangleAlert} meaning="caution">
          {t('unconfirmed')}
        </Badge>
      ) : null}
    </>
  );
}
