import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Provenance } from '#core/contacts/model.ts';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import { provenanceWords } from './property.ts';

/** A small clock that says, on hover and focus, where a value comes from. */
export function PropertySource({
  provenance,
  className,
}: {
  readonly provenance: Provenance;
  readonly className: string | undefined;
}) {
  const { t } = useTranslation('people');
  const words = provenanceWords(provenance);
  return (
    <Tooltip content={words}>
      <button type="button" className={className} aria-label={t('provenance.label', { words })}>
        <History size={14} strokeWidth={1.75} aria-hidden />
      </button>
    </Tooltip>
  );
}
