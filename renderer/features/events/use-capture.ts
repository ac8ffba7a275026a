// The state of the line: what is typed, what it is read as, who it may be, and saving it.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { captureLine } from '#core/capture/capture-line.ts';
import { saidOf } from '#core/capture/captured-person.ts';
import { editedLine, extendedLine } from '#core/capture/edit-line.ts';
import { SINGLE_KINDS } from '#core/capture/model.ts';
import type { CaptureContext, Chip } from '#core/capture/model.ts';
import type { Said } from '#core/capture/written-line.ts';
import type { ContactSummary } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import { sayProblem } from '#renderer/client/commands.ts';
import { orpc } from '#renderer/client/queries.ts';
import type { PickedEvent } from '#renderer/meetings/EventPicker.tsx';
import type { Picked } from '#renderer/people/PersonPicker.tsx';
import { locale } from '#renderer/strings/i18n.ts';
import { isNamesake, offersFor, useOffers } from './capture-offers.ts';
import type { Wanted } from './capture-offers.ts';
import { logCaptured } from './log-captured.ts';
import type { Logged } from './log-captured.ts';
import type { Place } from './log-met.ts';

type Known = Extract<Picked, { kind: 'known' }>;

const known = ({ id, fn }: ContactSummary): Known => ({ kind: 'known', id, fn });

const pad = (value: number) => String(value).padStart(2, '0');

/** The owner's day, in their own time zone. */
export function today(now = new Date()): string {
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** What a line is read in: this day, the newest events of the book, the page's language. */
function useCaptureContext(): CaptureContext {
  const events = useQuery(orpc.events.list.queryOptions({ input: { page: { offset: 0, limit: 500 } } }));
  const rows = events.data?.rows;
  const day = today();
  return useMemo(
    () => ({
      now: day,
      knownEvents: (rows ?? []).map(({ id, summary }) => ({ id, summary })),
      language: locale(),
    }),
    [rows, day],
  );
}

/** Where and when the line says it was, before what stays from the last one. */
export function placeOf(chips: readonly Chip[], pinned: Place): Place {
  const event = chips.find(({ kind }) => kind === 'event');
  const metOn: PartialDate = saidOf(chips, 'date');
  const location = saidOf(chips, 'place');
  const own: PickedEvent | undefined =
    event === undefined
      ? undefined
      : event.eventId === undefined
        ? { kind: 'new', summary: event.value }
        : { kind: 'known', id: EventId.parse(event.eventId), summary: event.value };
  // The day and the place that stay are those of the event that stays.
  const isElsewhere = own !== undefined && own.summary !== pinned.event?.summary;
  return {
    event: own ?? pinned.event,
    metOn: metOn === '' ? (isElsewhere ? undefined : pinned.metOn) : metOn,
    location: location === '' ? (isElsewhere ? undefined : pinned.location) : location,
  };
}

/** The line with what a code says, and where that comes from. Of what is said once, the line's own word stands. */
function lineWith(
  { line, text, source }: { readonly line: string; readonly text: string; readonly source: string },
  context: CaptureContext,
): string {
  const start = line.trim() === '' ? text : line;
  const said: readonly Said[] = start === text ? [] : captureLine(text, context).chips;
  return [...said, { kind: 'note', value: source } as const].reduce((now, one) => {
    const { chips } = captureLine(now, context);
    const isSaid = SINGLE_KINDS.has(one.kind) && chips.some(({ kind }) => kind === one.kind);
    return isSaid ? now : extendedLine(now, chips, { kind: one.kind, value: one.value }, context);
  }, start);
}

/** The line itself: what is typed, what it is read as, and corrections that are written into it. */
function useLine(start: string, onChange: () => void) {
  const context = useCaptureContext();
  const [line, setText] = useState(start);
  const captured = useMemo(() => captureLine(line, context), [line, context]);
  const setLine = (next: string) => {
    onChange();
    // A pasted card becomes the line it says.
    setText(captureLine(next, context).line);
  };
  return {
    captured,
    context,
    setLine,
    change: (chip: Chip, to: Said | undefined) =>
      setLine(editedLine(captured.line, captured.chips, { chip, to }, context)),
    takeIn: (text: string, source: string) =>
      setLine(lineWith({ line: captured.line, text, source }, context)),
    add: (said: Said) => setLine(extendedLine(captured.line, captured.chips, said, context)),
  };
}

/** Who of the book the line may be about, and whom the owner has said it is. */
function useWho(wanted: Wanted, onNobody: () => void) {
  const { offers } = useOffers(wanted);
  const same = useChoice(wanted.name);
  // The name whose namesakes have been on the screen.
  const seen = useRef('');
  const isOffered = offers.some((person) => isNamesake(person, wanted));
  useEffect(() => {
    if (isOffered) seen.current = wanted.name;
  }, [isOffered, wanted.name]);

  /** Whom the line is saved for; `wait`: nobody of that name, or somebody the owner has not been shown yet. */
  const whoIs = async (takesFirst: boolean): Promise<Known | 'new' | 'wait'> => {
    if (same.value !== undefined) return same.value;
    const found = await offersFor(wanted);
    const [first] = found;
    if (takesFirst) {
      if (first !== undefined) return known(first);
      onNobody();
      return 'wait';
    }
    const isUnseen = seen.current !== wanted.name && found.some((person) => isNamesake(person, wanted));
    seen.current = wanted.name;
    return isUnseen ? 'wait' : 'new';
  };
  const forget = () => {
    seen.current = '';
    same.set(undefined);
  };
  return { offers, same, whoIs, forget };
}

/** Everything about the line: its pieces, the people offered, and saving it as a meeting. */
export type Capture = ReturnType<typeof useCapture>;

/** `pinned`: the event, day and place of the last line, which stand where this one says none. */
export function useCapture(pinned: Place) {
  const [problem, setProblem] = useState<'nameless' | 'nobody'>();
  const [isBusy, setBusy] = useState(false);
  const line = useLine('', () => setProblem(undefined));
  const { chips } = line.captured;
  const wanted: Wanted = {
    name: saidOf(chips, 'name'),
    email: saidOf(chips, 'email'),
    addresses: chips.filter(({ kind }) => kind === 'tel' || kind === 'url').map(({ value }) => value),
  };
  const who = useWho(wanted, () => setProblem('nobody'));
  const via = saidOf(chips, 'introducer');
  const { offers: introducers } = useOffers({ name: via, email: '' });
  const introducer = useChoice(via);

  const log = async (takesFirst: boolean, photo: string | undefined): Promise<Logged | undefined> => {
    const person = await who.whoIs(takesFirst);
    if (person === 'wait') return undefined;
    return logCaptured({
      said: chips,
      same: person === 'new' ? undefined : person,
      introducedBy: introducer.value?.id,
      place: placeOf(chips, pinned),
      photo,
    });
  };
  /** Saves; `takesFirst`: as the first person offered; `photo`: their picture, a `data:` URI. Undefined when something is to be looked at first, or failed. */
  const save = async (takesFirst = false, photo?: string): Promise<Logged | undefined> => {
    if (isBusy) return undefined;
    if (wanted.name === '') {
      setProblem('nameless');
      return undefined;
    }
    setBusy(true);
    const logged = await log(takesFirst, photo).catch((error: unknown) => sayProblem(error));
    setBusy(false);
    if (!logged) return undefined;
    who.forget();
    introducer.set(undefined);
    line.setLine('');
    return logged;
  };
  return {
    ...line,
    offers: who.offers,
    same: who.same.value,
    setSame: who.same.set,
    introducers,
    introducer: introducer.value,
    setIntroducer: introducer.set,
    problem,
    isBusy,
    save,
  };
}

/** A person chosen for a name: another name is another person. */
function useChoice(name: string) {
  const [choice, setChoice] = useState<{ name: string; person: Known }>();
  return {
    value: choice?.name === name ? choice.person : undefined,
    set: (person: Known | undefined) => setChoice(person && { name, person }),
  };
}
