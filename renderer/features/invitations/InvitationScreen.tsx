import { useQuery } from '@tanstack/react-query';
import { MailOpen, MailX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { InvitationId } from '#core/invitations/model.ts';
import { orpc } from '#renderer/client/queries.ts';
import { useStore } from '#renderer/store/store.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { DetailPane } from '#renderer/ui/Pane.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { EditInvitation, NewInvitation } from './InvitationEditor.tsx';
import { MutualList } from './MutualList.tsx';
import type { InvitationPage } from './invitation-page.ts';
import { PastDecisions } from './PastDecisions.tsx';
import { useQueueKeys } from './queue-keys.ts';
import { Received } from './Received.tsx';
import { VerdictCard } from './VerdictCard.tsx';
import css from './InvitationScreen.module.css';

/** The right pane of Invitations: one with its verdict, one being changed, or a new one. */
export function InvitationScreen() {
  const { id, mode } = useStore((state) => state.route);
  if (id !== undefined) return <Known key={id} id={InvitationId.parse(id)} isEditing={mode === 'edit'} />;
  if (mode === 'new') return <NewInvitation />;
  return <NoneChosen />;
}

/** Says nothing while there is no invitation to choose: the list says it then. */
function NoneChosen() {
  const { t } = useTranslation('invitations');
  const { data } = useQuery(
    orpc.invitations.list.queryOptions({ input: { show: 'all', page: { offset: 0, limit: 1 } } }),
  );
  return data === undefined || data.total === 0 ? null : (
    <EmptyState icon={MailOpen} title={t('list.choose')} text={t('list.chooseText')} />
  );
}

function Known({ id, isEditing }: { readonly id: InvitationId; readonly isEditing: boolean }) {
  const { t } = useTranslation('invitations');
  const page = useQuery(orpc.invitations.get.queryOptions({ input: { id } }));
  if (page.error !== null) return <EmptyState icon={MailX} title={t('notFound')} text={t('notFoundText')} />;
  if (page.data === undefined) {
    return (
      <DetailPane label={t('received.label')} wide>
        <Skeleton lines={8} />
      </DetailPane>
    );
  }
  return isEditing ? <EditInvitation invitation={page.data.invitation} /> : <Page page={page.data} />;
}

/** Left what was received, right what the book makes of it. */
function Page({ page: { invitation, vetting, exposed, decisions } }: { readonly page: InvitationPage }) {
  const { t } = useTranslation('invitations');
  useQueueKeys({ chosen: { ...invitation, verdict: vetting.verdict }, listenOn: 'detail' });
  return (
    <DetailPane label={t('received.from', { fn: invitation.fn })} wide>
      <div className={css.halves}>
        <div className={css.half}>
          <Received invitation={invitation} />
        </div>
        <div className={css.half}>
          <VerdictCard invitation={invitation} vetting={vetting} exposed={exposed} />
        </div>
        <div className={css.half}>
          <MutualList invitation={invitation} />
          <PastDecisions decisions={decisions} />
        </div>
      </div>
    </DetailPane>
  );
}
