// LinkedIn's Events.csv: what the owner signed up for, with nobody LinkedIn would name.
import type { PartialDate } from '#core/shared/dates.ts';
import { fold } from '#core/shared/fold.ts';
import type { EventDraft, Issue } from '../model.ts';
import { clipped } from './contact-builder.ts';
import {
  dayAfter,
  numericOrder,
  type NumericOrder,
  usualOrder,
  readDate,
  readDateTime,
} from './linkedin-dates.ts';
import { tableFormat } from './linkedin-table.ts';
import { issue } from './table.ts';

/** LinkedIn's word is APPROVED; the others are its interface's. RELINQUISHED, INTERESTED and the like are no visits. */
const ATTENDED = new Set([
  'approved',
  'attending',
  'attended',
  'accepted',
  'going',
  'registered',
  'confirmed',
  'speaker',
  'organizer',
  'host',
]);

const BETWEEN = /\s+[-–—]\s+|\s+(?:to|bis|au|al|até)\s+/;
const CLOCK_ALONE = /^\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?\s?m\.?)?$/i;

const dayOf = (text: string, order: NumericOrder): PartialDate | undefined =>
  readDateTime(text, order)?.slice(0, 10) ?? readDate(text, order);

/** First and last day: two moments, a moment and a clock (`10:00 AM - 11:00 AM`, past midnight the next day), or one. */
function daysOf(text: string, order: NumericOrder): { dtstart?: PartialDate; dtend?: PartialDate } {
  const whole = dayOf(text, order);
  if (whole !== undefined) return { dtstart: whole };
  const [from = '', to = ''] = text.split(BETWEEN, 2);
  const start = dayOf(from, order);
  if (start === undefined) return {};
  const end = CLOCK_ALONE.test(to.trim()) ? endByClock(from, start, to, order) : dayOf(to, order);
  return { dtstart: start, ...(end !== undefined && end >= start && { dtend: end }) };
}

/** The day a clock falls on that is read behind a start: the same, or the next when it is earlier. */
function endByClock(
  from: string,
  start: PartialDate,
  to: string,
  order: NumericOrder,
): PartialDate | undefined {
  const begins = readDateTime(from, order);
  const ends = readDateTime(`${start} ${to}`, order);
  if (begins === undefined || ends === undefined || ends >= begins) return start;
  return dayAfter(start);
}

/**
 * Events.csv: an EventDraft for everything the owner attended, by its name, day(s) and address; the UID is the address, or
 * name and start where there is none. Events given up again (RELINQUISHED) or only looked at are left out.
 */
export const linkedInEventsFormat = tableFormat({
  kind: 'linkedin-events',
  labels: {
    name: 'Event Name|Name der Veranstaltung|Veranstaltung|Nom de l’événement|Nombre del evento|Nome dell’evento|Nome evento|Nome do evento|Naam evenement|Nazwa wydarzenia|Название события',
    time: 'Event Time|Event Date|Zeit der Veranstaltung|Heure de l’événement|Hora del evento|Ora dell’evento|Horário do evento|Tijd evenement|Czas wydarzenia',
    status: 'Status|Statut|Estado|Stato|Статус',
    url: 'External Url|Event Url|Url|Externe URL|URL externe|URL externa|URL esterno',
  },
  accepts: (has) => has('name', 'time'),
  read: ({ rows, has, header }) => {
    const events: EventDraft[] = [];
    const issues: Issue[] = [];
    const order = numericOrder(
      rows.map(({ cell }) => cell('time')),
      usualOrder(header),
    );
    for (const { line, cell, issues: own } of rows) {
      if (has('status') && !ATTENDED.has(fold(cell('status')))) continue;
      const name = cell('name');
      if (name === '') {
        issues.push(issue(line, 'NO_NAME'));
        continue;
      }
      const time = cell('time');
      const days = daysOf(time, order);
      const found = [...own];
      if (time !== '' && days.dtstart === undefined)
        found.push(issue(line, 'BAD_DATE', { value: time.slice(0, 100) }));
      const summary = clipped(name, 300);
      if (summary.length < name.length) found.push(issue(line, 'VALUE_TOO_LONG', { name: 'SUMMARY' }));
      const url = clipped(cell('url'), 2000);
      const uid = url || `${summary}|${days.dtstart ?? ''}`;
      events.push({
        line,
        uid,
        summary,
        location: '',
        url,
        description: '',
        ...days,
        met: [],
        issues: found,
      });
    }
    return { events, issues };
  },
});
