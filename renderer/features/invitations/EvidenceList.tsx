import { Check, Circle, X } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Reason } from '#core/invitations/model.ts';
import { hashOf } from '#renderer/store/navigation.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { MESSAGE_ID } from './Received.tsx';
import { reasonWords } from './words.ts';
import css from './VerdictCard.module.css';

type Stance = Reason['stance'];
const ICONS: Readonly<Record<Stance, LucideIcon>> = { for: Check, against: X, open: Circle };
const STANCES = ['for', 'against', 'open'] as const satisfies readonly Stance[];

/** What the verdict rests on: for, against and open, each with its day and a way to look for oneself. */
export function EvidenceList({ reasons }: { readonly reasons: readonly Reason[] }) {
  const { t } = useTranslation('invitations');
  if (reasons.length === 0) return <p className={css.quiet}>{t('evidence.none')}</p>;
  return (
    <div className={css.evidence}>
      {STANCES.map((stance) => {
        const some = reasons.filter((reason) => reason.stance === stance);
        return some.length === 0 ? null : (
          <ul key={stance} aria-label={t(`evidence.${stance}`)} className={css.reasons}>
            {some.map((reason) => (
              <Evidence key={JSON.stringify(reason)} reason={reason} />
            ))}
          </ul>
        );
      })}
    </div>
  );
}

function Evidence({ reason }: { readonly reason: Reason }) {
  const { t } = useTranslation('invitations');
  const Icon = ICONS[reason.stance];
  return (
    <li className={css.reason} data-stance={reason.stance}>
      <Icon size={16} strokeWidth={2.25} aria-hidden />
      <p>
        <span className="visually-hidden">{t(`evidence.stance.${reason.stance}`)} </span>
        <span className={css.said}>{reasonWords(reason)}</span>
        {reason.on === undefined && reason.source === undefined ? null : (
          <span className={css.source}>
            {reason.on === undefined ? null : <time dateTime={reason.on}>{dateWords(reason.on)}</time>}
            <SourceLink source={reason.source} />
          </span>
        )}
      </p>
    </li>
  );
}

function SourceLink({ source }: { readonly source: Reason['source'] }) {
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
