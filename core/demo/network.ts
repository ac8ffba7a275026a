// A made-up network to try everything with: nobody in it exists, and every address is reserved for examples.
import { fold, tokens } from '#core/shared/fold.ts';
import { startOf } from '#core/shared/dates.ts';
import type { DateTime, PartialDate } from '#core/shared/dates.ts';
import type { ContactForm } from '#core/contacts/model.ts';
import { ENCOUNTERS, EVENTS } from './events.ts';
import type { EventRow } from './events.ts';
import { APART, BIRTHDAYS, MANNERS, PROMISES, TAGS } from './keeping-up.ts';
import { INVITATIONS } from './invitations.ts';
import type { InvitationRow } from './invitations.ts';
import type { DemoEncounter, DemoIntroduction, DemoInvitation, DemoNetwork } from './model.ts';
import { PEOPLE_ONE } from './people-one.ts';
import { PEOPLE_TWO } from './people-two.ts';
import type { PersonRow } from './person-row.ts';
import { STATEMENTS } from './statements.ts';

/** Answers the day so many days before the demo's today, negative for one to come. */
type DaysAgo = (days: number) => PartialDate;

/** The demo network as it looks on `today`: the same for the same day, all dates counted back from it. */
export function demoNetwork(today: DateTime): DemoNetwork {
  const start = startOf(today.slice(0, 10)) ?? 0;
  const ago: DaysAgo = (days) => dateOf(Math.floor(start / 86_400_000) - days);
  return {
    owner: 'owner',
    contacts: [...PEOPLE_ONE, ...PEOPLE_TWO].map((row) => ({
      key: row.key,
      form: { ...contactForm(row), ...birthday(row, ago), ...tags(row) },
      ...(row.connected === undefined ? {} : { connectedOn: ago(row.connected) }),
    })),
    events: EVENTS.map((row) => ({
      key: row.key,
      form: eventForm(row, ago),
      listed: (row.listed ?? []).map(([contact, partstat, role = '']) => ({ contact, partstat, role })),
    })),
    encounters: ENCOUNTERS.map((row): DemoEncounter => {
      const event = EVENTS.find(({ key }) => key === row.at);
      return {
        contact: row.who,
        metOn: ago(event?.days ?? row.days ?? 0),
        location: row.where ?? event?.location ?? '',
        channel: row.channel ?? 'in_person',
        note: row.note ?? '',
        ...(event === undefined ? {} : { event: event.key }),
        ...(row.by === undefined ? {} : { introducedBy: row.by }),
      };
    }),
    statements: STATEMENTS.map(({ days, note = '', ...row }) => ({ ...row, note, statedOn: ago(days) })),
    invitations: INVITATIONS.map((row) => invitation(row, ago)),
    introductions: introductions(ago),
    promises: PROMISES.map(({ who, text, days }) => ({ contact: who, text, dueOn: ago(days) })),
    manners: MANNERS,
    apart: APART,
  };
}

function contactForm({
  key,
  given = '',
  family = '',
  title,
  org = '',
  domain,
  email = domain === undefined ? undefined : `${key}@${domain}`,
  connected,
}: PersonRow): ContactForm {
  const handle = tokens(fold(`${given} ${family}`)).join('-');
  const ascii = /^[a-z0-9-]+$/.test(handle) ? handle : key;
  return {
    given,
    family,
    suffix: '',
    nickname: '',
    org,
    title,
    emails: email === undefined ? [] : [email],
    tels: [],
    urls: connected === undefined ? [] : [`https://www.linkedin.com/in/${ascii}`],
    note: '',
  };
}

function birthday({ key }: PersonRow, ago: DaysAgo): Pick<ContactForm, 'bday'> {
  const row = BIRTHDAYS.find(({ who }) => who === key);
  if (row === undefined) return {};
  const day = ago(row.days);
  const year = row.turns === undefined ? '-' : String(Number(day.slice(0, 4)) - row.turns);
  return { bday: `${year}${day.slice(4)}` };
}

function tags({ key }: PersonRow): Pick<ContactForm, 'more'> {
  const theirs = TAGS.filter(([, who]) => who.includes(key));
  const plain = { name: 'CATEGORIES', type: '', label: '', preferred: false, service: '' };
  return theirs.length === 0 ? {} : { more: theirs.map(([value]) => ({ ...plain, value })) };
}

const eventForm = (row: EventRow, ago: DaysAgo): DemoNetwork['events'][number]['form'] => ({
  summary: row.summary,
  location: row.location,
  dtstart: ago(row.days),
  dtend: ago(row.days - (row.lasts ?? 1) + 1),
  url: '',
  description: row.description ?? '',
  kind: row.kind,
  organizer: row.organizer ?? '',
  series: row.series ?? '',
});

function invitation(row: InvitationRow, ago: DaysAgo): DemoInvitation {
  return {
    key: row.key,
    form: {
      fn: row.fn,
      url: row.slug === undefined ? '' : `https://www.linkedin.com/in/${row.slug}`,
      email: '',
      headline: row.headline ?? '',
      org: row.org ?? '',
      location: row.location ?? '',
      message: row.message ?? '',
      sentAt: `${ago(row.days)}T09:30`,
      mutualNames: [...(row.mutualNames ?? [])],
      aboutProfile: row.about ?? {},
      ...(row.mutualCount === undefined ? {} : { mutualCount: row.mutualCount }),
    },
    answers: (row.answers ?? []).map(({ quote = '', quoteShareable = false, ...answer }) => ({
      ...answer,
      quote,
      quoteShareable,
      askedOn: ago(row.days - 1),
      answeredOn: ago(row.days - 3),
    })),
  };
}

/** One waiting for its second yes, one already made, and one the owner had asked for. */
const introductions = (ago: DaysAgo): DemoIntroduction[] => [
  {
    form: {
      direction: 'outgoing',
      a: 'linh',
      b: 'haruka',
      purpose: 'Linh’s second novel deserves a translator who likes rain.',
      benefitA: 'Haruka has just finished a long book and is choosing the next one.',
      benefitB: 'The manuscript is two hundred pages and very good.',
    },
    log: [
      { step: 'ask_a', at: `${ago(9)}T10:00` },
      { step: 'a_says_yes', at: `${ago(8)}T18:20` },
      { step: 'ask_b', at: `${ago(7)}T09:05` },
    ],
  },
  {
    form: {
      direction: 'outgoing',
      a: 'wanjiru',
      b: 'tomas',
      purpose: 'A night-train map of the continent, drawn from memory.',
      benefitA: 'Tomás knows every timetable since the eighties.',
      benefitB: 'Wanjirũ can draw what a timetable only says.',
    },
    log: [
      { step: 'ask_a', at: `${ago(60)}T10:00` },
      { step: 'a_says_yes', at: `${ago(58)}T12:00` },
      { step: 'ask_b', at: `${ago(58)}T12:30` },
      { step: 'b_says_yes', at: `${ago(55)}T08:15` },
      { step: 'introduce', at: `${ago(55)}T08:40` },
    ],
  },
  {
    form: {
      direction: 'requested',
      a: 'jose',
      b: 'katalin',
      purpose: 'A book about paper folding needs somebody who can prove that it folds.',
      benefitA: '',
      benefitB: 'Her lectures, bound.',
    },
    log: [
      { step: 'ask_a', at: `${ago(13)}T09:00` },
      { step: 'introduce', at: `${ago(9)}T16:10` },
      { step: 'first_reply', at: `${ago(8)}T10:00` },
      { step: 'tell_outcome', at: `${ago(7)}T18:00` },
      { step: 'thank', at: `${ago(7)}T18:00` },
    ],
  },
];

/** The civil date so many days after 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms"). */
function dateOf(days: number): PartialDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  );
}
