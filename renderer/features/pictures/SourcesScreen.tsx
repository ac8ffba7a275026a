import { useQuery } from '@tanstack/react-query';
import { GitFork } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { errorWords } from '#renderer/client/errors.ts';
import { orpc } from '#renderer/client/queries.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { NobodyYet, PictureFrame } from './PictureFrame.tsx';
import { SourceTree } from './SourceTree.tsx';

/** Where everybody comes from and who introduced whom. */
export function SourcesScreen() {
  const { t } = useTranslation('pictures');
  const { data, error } = useQuery(orpc.network.sources.queryOptions());
  return (
    <PictureFrame title={t('sources.title')} intro={t('sources.intro')}>
      {error !== null ? (
        <EmptyState icon={GitFork} title={errorWords(error)} />
      ) : data === undefined ? (
        <Skeleton lines={8} />
      ) : data.length === 0 ? (
        <NobodyYet icon={GitFork} title={t('sources.none')} text={t('sources.noneText')} />
      ) : (
        <SourceTree sources={data} />
      )}
    </PictureFrame>
  );
}
