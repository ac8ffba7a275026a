import { useTranslation } from 'react-i18next';
import type { Reason } from '#core/invitations/model.ts';
import { hashOf } from '#renderer/store/navigation.ts';
import { MESSAGE_ID } from './Received.tsx';
import css from './EvidenceList.module.css';

/** Where a piece of evidence comes from: a person, an event, the message itself, the import that says so. */
export function SourceLinks({ reason: { source, batchId } }: { readonly reason: Reason }) {
  const { t } = useTranslation('invitations');
  return (
    <>
      <SourceLink source={source} />
      {batchId === undefined ? null : (
        <a href={hashOf({ section: 'imports', id: batchId })}>
          {t('evidence.openSource', { source: t('evidence.source.import') })}
        </a>
      )}
    </>
  );
}

function SourceLink({ source }: Pick<Reason, 'source'>) {
  const { t } = useTranslation('invitations');
  if (source === undefined) return null;
  const label = t('evidence.openSource', { source: t(`evidence.source.${source.kind}`) });
  switch (source.kind) {
    case 'contact':
      return <a href={hashOf({ section: 'people', id: source.contactId })}>{label}</a>;
    case 'event':
      return <a href={hashOf({ section: 'events', id: source.eventId })}>{label}</a>;
    default:
      // A hash is a route here, so it is a press and not a link.
      return (
        <button type="button" className={css.linkish} onClick={showMessage}>
          {label}
        </button>
      );
  }
}

function showMessage(): void {
  const message = document.getElementById(MESSAGE_ID);
  message?.scrollIntoView({ block: 'nearest' });
  message?.focus({ preventScroll: true });
}
