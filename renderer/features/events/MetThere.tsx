import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { introductionTrees } from '#core/events/met-there.ts';
import type { Introducing, MetPerson } from '#core/events/met-there.ts';
import type { Encounter, Event } from '#core/events/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { EditEncounter } from '#renderer/meetings/EncounterDialog.tsx';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { dateWords } from '#renderer/strings/dates.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Capped } from './Capped.tsx';
import css from './EventPage.module.css';

/** Everybody met at the event, each once, with every meeting of theirs. */
export function MetThere({
  people,
  event,
}: {
  readonly people: readonly MetPerson[];
  readonly event: Event;
}) {
  return (
    <Capped
      items={people}
      className={css.people}
      render={({ contactId, fn, encounters }) => (
        <li key={contactId} className={css.person}>
          <Avatar id={contactId} name={fn} />
          <div className={encounters.every((one) => isBare(one, event)) ? css.bare : css.body}>
            <PersonLink id={contactId}>{fn}</PersonLink>
            {encounters.map((encounter) => (
              <Meeting key={encounter.id} encounter={encounter} event={event} />
            ))}
          </div>
        </li>
      )}
    />
  );
}

const dayOf = ({ metOn }: Encounter, { dtstart }: Event): string =>
  metOn === undefined || metOn === dtstart ? '' : dateWords(metOn);

/** Says nothing beyond that they were met. */
const isBare = (encounter: Encounter, event: Event): boolean =>
  encounter.note === '' && encounter.introducedBy === undefined && dayOf(encounter, event) === '';

function Meeting({ encounter, event }: { readonly encounter: Encounter; readonly event: Event }) {
  const { t } = useTranslation('events');
  const { id, fn, note, introducedBy } = encounter;
  const day = dayOf(encounter, event);
  return (
    <div className={css.meeting}>
      <div>
        {day === '' && introducedBy === undefined ? null : (
          <p className={css.quiet}>
            {day}{' '}
            {introducedBy === undefined ? null : (
              <>
                {t('page.introducedBy')} <PersonLink id={introducedBy.id}>{introducedBy.fn}</PersonLink>
              </>
            )}
          </p>
        )}
        {note === '' ? null : (
          <p className={css.text} dir="auto">
            {note}
          </p>
        )}
      </div>
      <EditEncounter encounter={encounter} className={css.tool} />
      <button
        type="button"
        className={css.tool}
        aria-label={t('page.remove', { fn })}
        title={t('page.remove', { fn })}
        onClick={() => void act(() => client.events.deleteEncounter({ id }), t('page.removed', { fn }))}
      >
        <X size={14} strokeWidth={1.75} aria-hidden />
      </button>
    </div>
  );
}

/** Who introduced whom there, as trees; nothing where nobody did. */
export function WhoIntroduced({ encounters }: { readonly encounters: readonly Encounter[] }) {
  const { t } = useTranslation('events');
  const trees = introductionTrees(encounters);
  if (trees.length === 0) return null;
  return (
    <div className={css.trees}>
      <h3 className={css.subhead}>{t('page.whoIntroduced')}</h3>
      <Branch introducing={trees} />
    </div>
  );
}

function Branch({ introducing }: { readonly introducing: readonly Introducing[] }) {
  return (
    <ul className={css.tree}>
      {introducing.map(({ id, fn, introduced }) => (
        <li key={id}>
          <PersonLink id={id}>{fn}</PersonLink>
          {introduced.length === 0 ? null : <Branch introducing={introduced} />}
        </li>
      ))}
    </ul>
  );
}
