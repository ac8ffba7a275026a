import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { WaitingFor } from '#api/invitations.ts';
import type { InvitationId } from '#core/invitations/model.ts';
import { orpc } from '#renderer/client/queries.ts';
import { OpenQuestion } from '#renderer/features/invitations/OpenQuestion.tsx';
import type { Question } from '#renderer/features/invitations/OpenQuestion.tsx';
import { dateWords } from '#renderer/strings/dates.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Row } from '#renderer/ui/Row.tsx';
import { Glance, Line } from './Glance.tsx';

type Waiting = z.infer<typeof WaitingFor>;
type Asked = Waiting['inviter']['rows'][number];

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
      <AskedAbout references={data.references} />
    </>
  );
}

/** One row an inviter: first those of whom a question has waited long enough to ask for something. */
function AskedAbout({ references: { rows, total } }: { readonly references: Waiting['references'] }) {
  const { t } = useTranslation('app');
  const { data = [] } = useQuery(orpc.invitations.openReferences.queryOptions());
  const pressing = firstOfEach(data);
  return (
    <Glance title={t('today.waitingReferences')} total={total} to={{ section: 'invitations' }}>
      {[...pressing].map(([id, one]) => (
        <Line key={id} to={{ section: 'invitations', id }}>
          <OpenQuestion one={one} />
        </Line>
      ))}
      {rows
        .filter(({ id }) => !pressing.has(id))
        .map((row) => (
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
  );
}

/** Of several questions about the same inviter the one that waits longest; they come in that order. */
function firstOfEach(questions: readonly Question[]): ReadonlyMap<InvitationId, Question> {
  const first = new Map<InvitationId, Question>();
  for (const one of questions) if (!first.has(one.invitationId)) first.set(one.invitationId, one);
  return first;
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
