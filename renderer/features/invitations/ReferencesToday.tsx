import { useQuery } from '@tanstack/react-query';
import { Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#api/contract.ts';
import { orpc } from '#renderer/client/queries.ts';
import { hashOf } from '#renderer/store/navigation.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Badge } from '#renderer/ui/Badge.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { Row } from '#renderer/ui/Row.tsx';
import { RowLink, RowLinks } from '#renderer/ui/RowLink.tsx';

type Open = Awaited<ReturnType<Client['invitations']['openReferences']>>[number];

/** For Today: who was asked about an inviter and may be reminded once, or whose silence counts as an answer by now. */
export function ReferencesToday() {
  const { t } = useTranslation('references');
  const { data = [] } = useQuery(orpc.invitations.openReferences.queryOptions());
  if (data.length === 0) return null;
  return (
    <PaneSection title={t('today.title')}>
      <RowLinks>
        {data.map((one) => (
          <RowLink key={one.mutualId} href={hashOf({ section: 'invitations', id: one.invitationId })}>
            <Question one={one} />
          </RowLink>
        ))}
      </RowLinks>
    </PaneSection>
  );
}

function Question({ one: { mutualId, contactId, fn, inviter, days, step } }: { readonly one: Open }) {
  const { t } = useTranslation('references');
  const isDue = step === 'nudge';
  return (
    <Row
      lead={<Avatar id={contactId ?? mutualId} name={fn} />}
      title={fn}
      note={t(isDue ? 'today.nudge' : 'today.silent', { count: days, inviter: isolated(inviter) })}
      end={
        <Badge icon={Clock} meaning={isDue ? 'ask' : 'caution'}>
          {t(isDue ? 'today.remind' : 'today.decide')}
        </Badge>
      }
    />
  );
}
