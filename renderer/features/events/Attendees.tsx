import { Handshake, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AttendeeRole, Partstat } from '#core/events/model.ts';
import type { Attendee, Event } from '#core/events/model.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { PersonPicker } from '#renderer/people/PersonPicker.tsx';
import { splitName } from '#renderer/people/names.ts';
import type { Picked } from '#renderer/people/PersonPicker.tsx';
import { i18n } from '#renderer/strings/i18n.ts';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Capped } from './Capped.tsx';
import css from './Attendees.module.css';

/** Who is on the list of an event and what they answered. Whom the owner met is said by a badge, not by the list. */
export function Attendees({
  event,
  attendees,
  met,
}: {
  readonly event: Event;
  readonly attendees: readonly Attendee[];
  readonly met: ReadonlySet<ContactId>;
}) {
  const { t } = useTranslation('events');
  return (
    <PaneSection
      title={t('listed.title')}
      action={<span className={css.counts}>{countWords(attendees)}</span>}
    >
      <p className={css.hint}>{t('listed.hint')}</p>
      <AddAttendee event={event} except={attendees.map(({ contactId }) => contactId)} />
      {attendees.length === 0 ? null : (
        <Capped
          items={attendees}
          className={css.list}
          render={(attendee) => (
            <Listed
              key={attendee.contactId}
              event={event}
              attendee={attendee}
              isMet={met.has(attendee.contactId)}
            />
          )}
        />
      )}
    </PaneSection>
  );
}

const ORDER: readonly Partstat[] = ['ACCEPTED', 'TENTATIVE', 'NEEDS-ACTION', 'DELEGATED', 'DECLINED'];

/** "3 coming · 1 maybe · 2 declined". */
function countWords(attendees: readonly Attendee[]): string {
  return ORDER.flatMap((partstat) => {
    const count = attendees.filter((one) => one.partstat === partstat).length;
    return count === 0 ? [] : [i18n.t(`events:listed.counts.${partstat}`, { count })];
  }).join(' · ');
}

function AddAttendee({ event, except }: { readonly event: Event; readonly except: readonly ContactId[] }) {
  const { t } = useTranslation('events');
  const [key, setKey] = useState(0);
  const add = async (picked: Picked) => {
    const done = await act(
      () =>
        client.events.setAttendee({
          eventId: event.id,
          who:
            picked.kind === 'known'
              ? { kind: 'known', contactId: picked.id }
              : { kind: 'new', contact: splitName(picked.fn) },
        }),
      t('listed.added', { fn: picked.fn }),
    );
    // The picker is emptied for the next name.
    if (done !== undefined) setKey(key + 1);
  };
  return (
    <Field label={t('listed.add')}>
      <PersonPicker
        key={key}
        value={undefined}
        canCreate
        // After somebody has been added the next name is typed.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={key > 0}
        except={except}
        onPick={(picked) => {
          if (picked !== undefined) void add(picked);
        }}
      />
    </Field>
  );
}

function Listed({
  event,
  attendee,
  isMet,
}: {
  readonly event: Event;
  readonly attendee: Attendee;
  readonly isMet: boolean;
}) {
  const { t } = useTranslation('events');
  const { contactId, fn, org, partstat, role } = attendee;
  const set = (change: Partial<Pick<Attendee, 'partstat' | 'role'>>) =>
    act(
      () =>
        client.events.setAttendee({
          eventId: event.id,
          who: { kind: 'known', contactId },
          partstat: change.partstat ?? partstat,
          role: change.role ?? role,
        }),
      t('listed.changed', { fn }),
    );
  return (
    <li className={css.row}>
      <div className={css.who}>
        <PersonLink id={contactId}>{fn}</PersonLink>
        {org === '' ? null : <span className={css.org}>{org}</span>}
      </div>
      <Select
        look="plain"
        aria-label={t('listed.answerOf', { fn })}
        value={partstat}
        onValue={(value) => void set({ partstat: value })}
        options={Partstat.options.map((value) => ({ value, label: t(`listed.partstat.${value}`) }))}
      />
      <Select
        look="plain"
        aria-label={t('listed.roleOf', { fn })}
        value={role}
        onValue={(value) => void set({ role: value })}
        options={AttendeeRole.options.map((value) => ({ value, label: t(`listed.role.${value || 'none'}`) }))}
      />
      {isMet ? (
        <span>
          <Badge icon={Handshake}>{t('listed.met')}</Badge>
        </span>
      ) : (
        <Button
          look="plain"
          icon={Handshake}
          aria-label={t('listed.meetPerson', { fn })}
          onClick={() =>
            void act(
              () => client.events.logEncounter({ who: { kind: 'known', contactId }, eventId: event.id }),
              t('met.logged', { fn }),
            )
          }
        >
          {t('listed.meet')}
        </Button>
      )}
      <IconButton
        icon={X}
        label={t('listed.remove', { fn })}
        onClick={() =>
          void act(
            () => client.events.removeAttendee({ eventId: event.id, contactId }),
            t('listed.removed', { fn }),
          )
        }
      />
    </li>
  );
}
