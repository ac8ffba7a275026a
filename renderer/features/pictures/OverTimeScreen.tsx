import { useQuery } from '@tanstack/react-query';
import { CalendarRange } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TimeStep } from '#core/network/over-time.ts';
import { errorWords } from '#renderer/client/errors.ts';
import { orpc } from '#renderer/client/queries.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { Choice } from '#renderer/ui/Choice.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { NobodyYet, PictureFrame } from './PictureFrame.tsx';
import { TimeBars } from './TimeBars.tsx';
import { TimeTable } from './TimeTable.tsx';

/** Whom the owner met by month or year, as bars and as a table. */
export function OverTimeScreen() {
  const { t } = useTranslation('pictures');
  const step: TimeStep = useStore(({ route }) => (route.params?.['by'] === 'month' ? 'month' : 'year'));
  return (
    <PictureFrame
      title={t('time.title')}
      intro={t('time.intro')}
      tools={
        <Choice
          label={t('time.by')}
          hideLabel
          value={step}
          onValue={(by) =>
            navigate({ section: 'network', mode: 'timeline', params: { by } }, { replace: true })
          }
          options={(['year', 'month'] as const).map((value) => ({ value, label: t(`time.${value}`) }))}
        />
      }
    >
      <OverTime step={step} />
    </PictureFrame>
  );
}

function OverTime({ step }: { readonly step: TimeStep }) {
  const { t } = useTranslation('pictures');
  const { data, error } = useQuery(orpc.network.overTime.queryOptions({ input: { step } }));
  if (error !== null) return <EmptyState icon={CalendarRange} title={errorWords(error)} />;
  if (data === undefined) return <Skeleton lines={8} />;
  if (data.periods.length === 0)
    return <NobodyYet icon={CalendarRange} title={t('time.none')} text={t('time.noneText')} />;
  return (
    <>
      <TimeBars data={data} />
      <TimeTable data={data} />
    </>
  );
}
