// For Today: a question about an inviter that may be asked once more, or that silence has answered by now.
import { Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#api/contract.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Row } from '#renderer/ui/Row.tsx';

export type Question = Awaited<ReturnType<Client['invitations']['openReferences']>>[number];

/** The inside of the inviter's row: whom the owner asked about them, how long ago, and what that asks for. */
export function OpenQuestion({ one: { invitationId, fn, inviter, days, step } }: { readonly one: Question }) {
  const { t } = useTranslation('references');
  const isDue = step === 'nudge';
  return (
    <Row
      lead={<Avatar id={invitationId} name={inviter} />}
      title={inviter}
      note={t(isDue ? 'today.nudge' : 'today.silent', { count: days, fn: isolated(fn) })}
      end={
        <Badge icon={Clock} meaning={isDue ? 'ask' : 'caution'}>
          {t(isDue ? 'today.remind' : 'today.decide')}
        </Badge>
      }
    />
  );
}
