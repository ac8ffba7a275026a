import { BookX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { troubleWords } from '#renderer/client/errors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';

/** The book does not answer: what happened, what was kept, what to do. A reload connects anew in both hosts. */
export function ConnectionScreen({ why }: { readonly why: string }) {
  const { t } = useTranslation('app');
  return (
    <main role="alert">
      <EmptyState icon={BookX} title={t('trouble.title')} text={troubleWords(why)}>
        {why === 'no_session' ? null : (
          <Button look="primary" onClick={() => window.location.reload()}>
            {t('trouble.again')}
          </Button>
        )}
      </EmptyState>
    </main>
  );
}
