// What a calendar says of an event besides who met there: its sort, its organiser, its series, everybody on its list.
import { propertiesOf, propertyOf } from '#core/formats/icalendar/components.ts';
import { type ContentLine, parameter, textValue } from '#core/formats/icalendar/content-lines.ts';
import { EventKind } from '#core/events/model.ts';
import type { Partstat } from '#core/events/model.ts';
import type { EventDraft, ListedDraft } from '../model.ts';
import { type Answer, type Attendee, organizerOf } from './icalendar-attendees.ts';
import { clipText } from './mail-clip.ts';
import type { People, Rules } from './icalendar-meetings.ts';
import type { Series } from './icalendar-series.ts';

/** vCalendar 1.0 has no ORGANIZER: it is a ROLE there. */
const isOrganizerLine = (line: ContentLine) => parameter(line, 'ROLE').toUpperCase() === 'ORGANIZER';

const PARTSTATS: Readonly<Record<Answer, Partstat>> = {
  accepted: 'ACCEPTED',
  declined: 'DECLINED',
  tentative: 'TENTATIVE',
  delegated: 'DELEGATED',
  none: 'NEEDS-ACTION',
};

/** Everybody on the list but the owner: also a crowd, and those who declined. */
export const listOf = (
  attendees: readonly Attendee[],
  { people, rules }: { readonly people: People; readonly rules: Rules },
): ListedDraft[] =>
  attendees
    .filter(({ id, isListed }) => isListed && !rules.ownerIds.has(id))
    .map((attendee) => ({
      person: people.refOf(attendee),
      partstat: PARTSTATS[attendee.answer],
      role: attendee.role,
    }));

/** What sort of event it is, whose, and, where it comes again, the name of its series. */
export function aboutSeries(
  { main: { properties }, changed }: Series,
  summary: string,
): Pick<EventDraft, 'kind' | 'organizer' | 'series'> {
  const categories = propertiesOf(properties, 'CATEGORIES').flatMap(({ value }) => value.split(','));
  const kind = categories.map((word) => EventKind.safeParse(word.trim().toLowerCase()).data).find(Boolean);
  const organizer = organizerOf(
    propertyOf(properties, 'ORGANIZER') ?? propertiesOf(properties, 'ATTENDEE').find(isOrganizerLine),
  );
  // RFC 9253 §8.2: what groups events that are no repetitions of each other, as our own export writes it.
  const group = clipText(textValue(propertyOf(properties, 'REFID')?.value ?? '').replace(/\s+/g, ' '), 300);
  const isSeries =
    changed.length > 0 || ['RRULE', 'RDATE'].some((name) => propertiesOf(properties, name).length > 0);
  return {
    ...(kind && { kind }),
    ...(organizer !== '' && { organizer }),
    ...(isSeries && summary !== '' && { series: summary }),
    ...(group !== '' && { series: group }),
  };
}
