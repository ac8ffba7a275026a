import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { WaitingFor } from '#api/invitations.ts';
import { orpc } from '#renderer/client/queries.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Row } from '#renderer/ui/Row.tsx';
import { Glance, Line } from './Glance.tsx';

type Asked = z.infer<typeof WaitingFor>['inviter']['rows'][number];

/** Whom the owner has asked where they met, and whom about somebody: since when, and who lets the time go by. */
export function WaitingForAnswers() {
  const { t } = useTranslation('app');
  const { data } = useQuery(orpc.invitations.waitingFor.queryOptions());
  if (data === undefined) return null;
  return (
    <>
      <Glance title={t('today.waitingInviter')} total={data.inviter.total} to={{ section: 'invitations' }}>
        {data.inviter.rows.map((row) => (
          <AskedLine key={row.id} row={row} words={[]} />
        ))}
      </Glance>
      <Glance
        title={t('today.waitingReferences')}
        total={data.references.total}
        to={{ section: 'invitations' }}
      >
        {data.references.rows.map((row) => (
          <AskedLine
            key={row.id}
            row={row}
            words={[
              row.waiting === 0 ? '' : t('today.referencesWaiting', { count: row.waiting }),
              row.silent === 0 ? '' : t('today.referencesSilent', { count: row.silent }),
              row.answered === 0 ? '' : t('today.referencesAnswered', { count: row.answered }),
            ]}
          />
        ))}
      </Glance>
    </>
  );
}

function AskedLine({ row, words }: { readonly row: Asked; readonly words: readonly string[] }) {
  const { t } = useTranslation('app');
  const { id, fn, since } = row;
  const asked = since === undefined ? t('today.askedUndated') : t('today.askedOn', { on: dateWords(since) });
  return (
    <Line to={{ section: 'invitations', id }}>
      <Row
        lead={<Avatar id={id} name={fn} />}
        title={fn}
        note={[asked, ...words].filter((part) => part !== '').join(' · ')}
      />
    </Line>
  );
}
