import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Encounter } from '#core/events/model.ts';
import type { TimelineEntry } from '#core/timeline/timeline.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { EditEncounter } from '#renderer/meetings/EncounterDialog.tsx';
import { loggedWords } from '#renderer/people/introduction-words.ts';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { countedWords } from '#renderer/people/tie.ts';
import { hashOf } from '#renderer/store/navigation.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import type { Person } from './person.ts';
import css from './PersonPage.module.css';

type Of<Kind extends TimelineEntry['kind']> = Extract<TimelineEntry, { kind: Kind }>;

/** One thing that happened: when, what with a way on to it, and where that is known from. */
export function TimelineRow({ entry, person }: { readonly entry: TimelineEntry; readonly person: Person }) {
  const { t } = useTranslation('contacts');
  return (
    <li>
      <span className={css.term}>
        {entry.on === undefined ? t('encounters.noDate') : dateWords(entry.on)}
      </span>
      <div className={css.meeting}>
        <What entry={entry} person={person} />
        {entry.source === undefined || entry.kind === 'added' ? null : (
          <p className={css.term}>
            <Source source={entry.source} />
          </p>
        )}
      </div>
      {entry.kind === 'met' ? <Tools encounter={entry.encounter} /> : <span />}
    </li>
  );
}

/** The file an import read; leads to the import. */
function Source({ source }: { readonly source: NonNullable<TimelineEntry['source']> }) {
  const { t } = useTranslation('contacts');
  return (
    <a href={hashOf({ section: 'imports', id: source.batchId })}>
      {t('timeline.from', { fileName: source.fileName })}
    </a>
  );
}

function What({ entry, person }: { readonly entry: TimelineEntry; readonly person: Person }) {
  switch (entry.kind) {
    case 'met':
      return <Meeting encounter={entry.encounter} />;
    case 'listed':
      return <Listed entry={entry} />;
    case 'invited':
      return <Invited entry={entry} />;
    case 'decided':
      return <Decided entry={entry} />;
    case 'introduction':
      return <Introduced entry={entry} person={person} />;
    case 'evidence': {
      // The day stands in front already.
      const { evidence: kind, text, count } = entry;
      return <p dir="auto">{countedWords({ kind, text, count }, 'owner')}</p>;
    }
    case 'added':
      return <Added entry={entry} />;
  }
}

function Meeting({ encounter }: { readonly encounter: Encounter }) {
  const { t } = useTranslation('contacts');
  const { eventId, eventSummary, location, channel, note, introducedBy } = encounter;
  const where = [eventId === undefined ? t(`encounters.channel.${channel}`) : '', location];
  return (
    <>
      <p dir="auto">
        {eventId === undefined ? null : (
          <a href={hashOf({ section: 'events', id: eventId })}>{eventSummary}</a>
        )}{' '}
        <span className={eventId === undefined ? undefined : css.term}>
          {where.filter((part) => part !== '').join(', ')}
        </span>
      </p>
      {introducedBy === undefined ? null : (
        <p className={css.term}>
          {t('encounters.introducedBy')} <PersonLink id={introducedBy.id}>{introducedBy.fn}</PersonLink>
        </p>
      )}
      {note === '' ? null : (
        <p className={css.value} dir="auto">
          {note}
        </p>
      )}
    </>
  );
}

function Tools({ encounter: { id, fn }, encounter }: { readonly encounter: Encounter }) {
  const { t } = useTranslation('contacts');
  const label = t('encounters.remove', { fn });
  return (
    <span className={css.tools}>
      <EditEncounter encounter={encounter} className={css.source} />
      <button
        type="button"
        className={css.source}
        aria-label={label}
        title={label}
        onClick={() => void act(() => client.events.deleteEncounter({ id }), t('encounters.removed', { fn }))}
      >
        <X size={14} aria-hidden />
      </button>
    </span>
  );
}

const linked = (href: string, words: ReactNode) => <a href={href}>{words}</a>;

function Listed({ entry: { eventId, eventSummary, partstat, role } }: { readonly entry: Of<'listed'> }) {
  const { t } = useTranslation('contacts');
  return (
    <p dir="auto">
      {linked(hashOf({ section: 'events', id: eventId }), eventSummary)}{' '}
      <span className={css.term}>
        {t(`timeline.listed.${partstat}`)}
        {role === '' ? null : ` · ${t(`timeline.role.${role}`)}`}
      </span>
    </p>
  );
}

function Invited({ entry: { invitationId, direction, message } }: { readonly entry: Of<'invited'> }) {
  const { t } = useTranslation('contacts');
  return (
    <>
      <p>{linked(hashOf({ section: 'invitations', id: invitationId }), t(`invitations.${direction}`))}</p>
      {message === '' ? null : (
        <p className={css.clipped} dir="auto">
          {message}
        </p>
      )}
    </>
  );
}

function Decided({ entry: { invitationId, decision, reason } }: { readonly entry: Of<'decided'> }) {
  const { t } = useTranslation('contacts');
  return (
    <>
      <p>{linked(hashOf({ section: 'invitations', id: invitationId }), t(`timeline.decided.${decision}`))}</p>
      {reason === '' ? null : (
        <p className={css.value} dir="auto">
          {reason}
        </p>
      )}
    </>
  );
}

/** What the owner did to introduce them and somebody else, told from the side of the person of the page. */
function Introduced({
  entry: { introductionId, direction, step, otherId, otherFn, isA },
  person: { fn },
}: {
  readonly entry: Of<'introduction'>;
  readonly person: Person;
}) {
  const { t } = useTranslation('contacts');
  const [fnA, fnB] = isA ? [fn, otherFn] : [otherFn, fn];
  return (
    <>
      <p>
        {linked(
          hashOf({ section: 'introductions', id: introductionId }),
          loggedWords({ direction, fnA, fnB }, step),
        )}
      </p>
      <p className={css.term}>
        {t('timeline.introducing')} <PersonLink id={otherId}>{otherFn}</PersonLink>
      </p>
    </>
  );
}

function Added({ entry: { source } }: { readonly entry: Of<'added'> }) {
  const { t } = useTranslation('contacts');
  if (source === undefined) return <p className={css.term}>{t('timeline.typed')}</p>;
  return (
    <p className={css.term}>
      {t('timeline.imported')} <Source source={source} />
    </p>
  );
}
