import { useQuery } from '@tanstack/react-query';
import { Rows3, TextCursorInput } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newPerson, noteOf, saidOf } from '#core/capture/captured-person.ts';
import { ContactId } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import type { Event } from '#core/events/model.ts';
import { orpc } from '#renderer/client/queries.ts';
import type { Picked } from '#renderer/people/PersonPicker.tsx';
import { useStore } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { CaptureForm } from './CaptureForm.tsx';
import { CaptureLog, Pinned } from './CaptureLog.tsx';
import { sayLogged, takeBack } from './log-captured.ts';
import type { Logged } from './log-captured.ts';
import type { Place } from './log-met.ts';
import { MetFields } from './MetFields.tsx';
import { placeOf, useCapture } from './use-capture.ts';

/** What the dialog starts with: where it is opened tells who or where it is about. */
interface Start {
  readonly person: Picked | undefined;
  readonly place: Place;
}

/**
 * "Met someone", from anywhere: one line, or all fields. Opened on an event's page, or while an event stays from the last
 * time, it is event mode: a line a person, and below who has just been added. On a person's page it begins with the
 * fields, because whom is known.
 */
export function MetDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation('ui');
  const start = useStart();
  if (start === undefined) return null;
  return (
    <Dialog title={t('met.title')} closeLabel={ui('close')} onClose={onClose} size="wide">
      <Met start={start} onClose={onClose} />
    </Dialog>
  );
}

/** The person or the event of the page it is opened on, else what stays from the last time; undefined while it is read. */
function useStart(): Start | undefined {
  const person = usePersonHere();
  const here = useEventHere();
  const sticky = useStore((state) => state.stickyEvent);
  const stickyMetOn = useStore((state) => state.stickyMetOn);
  if (person === 'wait' || here === 'wait') return undefined;
  const stays: Place = { event: sticky && { kind: 'known', ...sticky }, metOn: stickyMetOn };
  return {
    person,
    place: here === undefined ? stays : { event: { kind: 'known', id: here.id, summary: here.summary } },
  };
}

function usePersonHere(): Start['person'] | 'wait' {
  const id = useStore(({ route }) => (route.section === 'people' ? route.id : undefined));
  const { data, isPending } = useQuery({
    ...orpc.contacts.get.queryOptions({ input: { id: ContactId.parse(id ?? 1) } }),
    enabled: id !== undefined,
  });
  if (id === undefined) return undefined;
  if (isPending) return 'wait';
  return data === undefined || data.isOwner ? undefined : { kind: 'known', id: data.id, fn: data.fn };
}

function useEventHere(): Event | undefined | 'wait' {
  const id = useStore(({ route }) => (route.section === 'events' ? route.id : undefined));
  const { data, isPending } = useQuery({
    ...orpc.events.get.queryOptions({ input: { id: EventId.parse(id ?? 1) } }),
    enabled: id !== undefined,
  });
  if (id === undefined) return undefined;
  return isPending ? 'wait' : data?.event;
}

function Met({ start, onClose }: { readonly start: Start; readonly onClose: () => void }) {
  const { t } = useTranslation('events');
  const stick = useStore((state) => state.stick);
  const [hasAllFields, setAllFields] = useState(start.person !== undefined);
  const [pinned, setPinned] = useState(start.place);
  const [logged, setLogged] = useState<readonly Logged[]>([]);
  const capture = useCapture(pinned);
  const isEventMode = pinned.event !== undefined;

  const keep = (place: Place) => {
    setPinned(place);
    stick(place.event?.kind === 'known' ? place.event : undefined, place.metOn);
  };
  const onLogged = (one: Logged, isLast: boolean) => {
    keep(one.place);
    setLogged([one, ...logged]);
    if (!isLast) return;
    sayLogged(one);
    onClose();
  };
  const onTakeBack = async (one: Logged) => {
    if (await takeBack(one)) setLogged((all) => all.filter((other) => other !== one));
  };

  if (hasAllFields) {
    const { chips } = capture.captured;
    const fn = saidOf(chips, 'name');
    return (
      <MetFields
        initial={capture.same ?? (fn === '' ? start.person : { kind: 'new', fn })}
        note={noteOf(chips).replaceAll(/\s+/g, ' ')}
        details={detailsOf(chips)}
        place={placeOf(chips, pinned)}
        onKeep={keep}
        onClose={onClose}
      >
        <Button look="plain" icon={TextCursorInput} onClick={() => setAllFields(false)}>
          {t('capture.oneLine')}
        </Button>
      </MetFields>
    );
  }
  return (
    <>
      <Pinned place={pinned} onPlace={keep} />
      <CaptureForm capture={capture} isEventMode={isEventMode} onLogged={onLogged}>
        <Button look="plain" icon={Rows3} onClick={() => setAllFields(true)}>
          {t('capture.allFields')}
        </Button>
      </CaptureForm>
      <CaptureLog logged={logged} onTakeBack={(one) => void onTakeBack(one)} />
    </>
  );
}

/** What a line knows of a person besides the name, which the fields ask for themselves. */
function detailsOf(chips: Parameters<typeof newPerson>[0]) {
  const { org, title, emails, tels, urls, more } = newPerson(chips);
  return { org, title, emails, tels, urls, more };
}
