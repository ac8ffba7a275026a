// Events with the people who were met at them: new ones, and people newly met at those the book has.
import type { PartialDate } from '#core/shared/dates.ts';
import { fold } from '#core/shared/fold.ts';
import type { EventId } from '#core/events/model.ts';
import { regularTitles } from '#core/events/series.ts';
import type { EventDraft, Issue, MeetingDraft } from './model.ts';
import { isNewerVersion } from './event-version.ts';
import { eventChanges, isOutdated, worded } from './plan-event-changes.ts';
import { addStranger } from './plan-evidence.ts';
import type { Strangers } from './plan-evidence.ts';
import { personKey } from './plan-people.ts';
import type { PeopleFinder } from './plan-people.ts';
import type {
  BookLookup,
  PersonAt,
  PlannedEntry,
  PlannedEvent,
  PlannedItem,
  PlannedListing,
} from './planned.ts';

/** Somebody met there: the days, and the first words about it. */
interface Meeting extends Pick<MeetingDraft, 'channel' | 'note'> {
  readonly person: PersonAt;
  readonly on: Set<PartialDate>;
}

/** One event, out of all the records that describe it. */
interface Gathered {
  readonly entry: number;
  /** The newest of them. */
  draft: EventDraft;
  readonly met: Map<string, Meeting>;
  readonly listed: Map<string, PlannedListing>;
  /** Its item's place among those of the events. */
  readonly at: number;
}

/** The items of all events, and which of them (0-based, among these) is about the event with a UID. */
interface PlannedEvents {
  readonly items: readonly PlannedItem[];
  withUid(uid: string): { readonly at: number; readonly eventId: EventId | undefined } | undefined;
}

/**
 * Plans events by UID, else by name and day. A second record of an event adds whom it names to the first and is itself
 * nothing new: a repetition in the same file, the same in another.
 */
export function eventItems(
  entries: readonly PlannedEntry[],
  people: PeopleFinder,
  book: BookLookup,
  strangers: Map<number, Strangers>,
): PlannedEvents {
  const gathered = new Map<string, Gathered>();
  const items: PlannedItem[] = [];
  for (const [entry, { entryName, parsed }] of entries.entries())
    for (const draft of parsed.events ?? []) {
      const key = keyOf(draft);
      const there = key === '' ? undefined : gathered.get(key);
      const event = there ?? { entry, draft, met: new Map(), listed: new Map(), at: items.length };
      if (outdates(draft, event.draft)) event.met.clear();
      if (!outdates(event.draft, draft)) meet(event, draft, people, { entry, strangers });
      list(event, draft, people, entry);
      event.draft = newerOf(event.draft, draft);
      if (there === undefined) gathered.set(key || `#${items.length}`, event);
      items.push(
        there === undefined ? itemOf(entryName, draft) : repetition(entryName, draft, there.entry === entry),
      );
    }
  const regular = regularTitles(Array.from(gathered.values(), ({ draft }) => draft));
  for (const event of gathered.values())
    items[event.at] = { ...items[event.at]!, ...planned(event, book, regular) };
  return {
    items,
    withUid(uid) {
      const at = gathered.get(`uid ${uid}`)?.at;
      return at === undefined ? undefined : { at, eventId: items[at]?.event?.eventId };
    },
  };
}

/** Of two states of an event the newer one; the first where nothing tells. */
const newerOf = (one: EventDraft, other: EventDraft): EventDraft =>
  one.version !== undefined && other.version !== undefined && isNewerVersion(other.version, one.version)
    ? { ...other, line: one.line }
    : one;

/** A newer state of an event that was moved or called off since the other: nobody was met at that one. */
const outdates = (one: EventDraft, other: EventDraft): boolean =>
  one.version !== undefined &&
  other.version !== undefined &&
  one.version.isSeries !== true &&
  isNewerVersion(one.version, other.version) &&
  (one.version.isCancelled === true || one.dtstart !== other.dtstart);

/** Empty where nothing tells whether it is the same event. */
function keyOf({ uid, summary, dtstart }: EventDraft): string {
  if (uid !== '') return `uid ${uid}`;
  return summary === '' && dtstart === undefined ? '' : `on ${dtstart ?? ''} ${fold(summary)}`;
}

function meet(
  { met }: Gathered,
  draft: EventDraft,
  people: PeopleFinder,
  { entry, strangers }: { readonly entry: number; readonly strangers: Map<number, Strangers> },
): void {
  for (const { person: ref, on, ...words } of draft.met) {
    const person = people.find(ref, entry, true);
    if (person === 'owner') continue;
    if (person === undefined) {
      addStranger(strangers, entry, draft.line);
      continue;
    }
    const key = personKey(person);
    const there = met.get(key) ?? { person, on: new Set(), ...words };
    met.set(key, there);
    for (const day of on) there.on.add(day);
    if (on.length === 0 && draft.dtstart !== undefined) there.on.add(draft.dtstart);
  }
}

/** Whoever is on a list is nobody new by that: a crowd would fill the book. */
function list({ listed }: Gathered, draft: EventDraft, people: PeopleFinder, entry: number): void {
  for (const { person: ref, ...answer } of draft.listed ?? []) {
    const person = people.find(ref, entry, true);
    if (person !== undefined && person !== 'owner') listed.set(personKey(person), { person, ...answer });
  }
}

const itemOf = (entryName: string, draft: EventDraft): PlannedItem => ({
  entryName,
  line: draft.line,
  subject: 'event',
  action: 'same',
  fn: draft.summary,
  detail: detailOf(draft),
  changes: [],
  issues: draft.issues,
});

const detailOf = ({ dtstart = '', location }: EventDraft): string =>
  [dtstart, location].filter(Boolean).join(' · ');

function repetition(entryName: string, draft: EventDraft, isSameFile: boolean): PlannedItem {
  const item = itemOf(entryName, draft);
  if (!isSameFile) return item;
  const issue: Issue = { line: draft.line, code: 'DUPLICATE_IN_FILE', params: {} };
  return { ...item, action: 'unusable', issues: [...draft.issues, issue] };
}

function planned(
  { draft, met, listed }: Gathered,
  book: BookLookup,
  regular: ReadonlySet<string>,
): Partial<PlannedItem> & Pick<PlannedItem, 'action'> {
  const { line, issues, met: _met, listed: _listed, ...kept } = draft;
  const eventId = inBook(draft, book);
  const isSeries = draft.series === undefined && regular.has(fold(draft.summary));
  const said = worded(kept);
  const event: PlannedEvent = {
    draft: isSeries ? { ...said, series: draft.summary } : said,
    ...(eventId !== undefined && { eventId }),
    listed: [...listed.values()].filter(
      ({ person, partstat }) =>
        eventId === undefined ||
        !('contactId' in person) ||
        book.partstatOf(eventId, person.contactId) !== partstat,
    ),
    met: Array.from(met.values(), ({ on, ...meeting }) => ({
      ...meeting,
      on: newDays(meeting.person, on, eventId, book),
    })).filter(({ on }) => on.length > 0),
  };
  const shown = { fn: said.summary, detail: detailOf(draft) };
  if (eventId === undefined) return { action: 'create', event, ...shown };
  const known = book.eventSaid?.(eventId);
  const { changes, unmet, issues: more } = eventChanges(kept, known, line, book);
  const says = [event.met, event.listed ?? []].some(({ length }) => length > 0);
  if (says && isOutdated(kept, known, book))
    return { action: 'same', event: { ...event, met: [], listed: [] }, ...shown };
  const isNews = [event.met, event.listed ?? [], changes, unmet].some(({ length }) => length > 0);
  return {
    action: isNews ? 'update' : 'same',
    event: unmet.length === 0 ? event : { ...event, unmet },
    ...shown,
    changes,
    issues: [...issues, ...more],
  };
}

function inBook({ uid, summary, dtstart }: EventDraft, book: BookLookup): EventId | undefined {
  const known = uid === '' ? undefined : book.eventByUid(uid);
  // One with neither is told apart by its key alone; without a name, by its day only where it has no key.
  const isNamed = summary !== '' || (uid === '' && dtstart !== undefined);
  return known ?? (isNamed ? book.eventByName(fold(summary), dtstart ?? '') : undefined);
}

function newDays(
  person: PersonAt,
  on: ReadonlySet<PartialDate>,
  eventId: EventId | undefined,
  book: BookLookup,
): PartialDate[] {
  const days = [...on].toSorted();
  if (eventId === undefined || !('contactId' in person)) return days;
  const known = new Set(book.daysMet(eventId, person.contactId));
  return days.filter((day) => !known.has(day));
}
