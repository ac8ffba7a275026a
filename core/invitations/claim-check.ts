// What a note claims, held against events, calendar and ties: supported, contradicted, or no record of it.
import type { Claim } from './claims.ts';
import { recordedClaim } from './case-questions.ts';
import type { NamedEvent, NamedPerson, VettingCase } from './evidence.ts';
import type { Reason } from './model.ts';
import { cuesOfKind } from './note-kind.ts';
import { phraseIndex, phrasesIn } from './phrase-index.ts';
import { INVITATION, reason } from './reasons.ts';
import { fold } from '#core/shared/fold.ts';

/** One claim and how it stands. "No record" is all that is ever said against an honest memory. */
export interface ClaimCheck {
  readonly about: 'event' | 'introducer' | 'work';
  readonly standing: 'supported' | 'contradicted' | 'no_record';
  readonly reason: Reason;
}

/** Every claim of the note that the book can say something about, in the order event, introducer, work. */
export const checkedClaims = (one: VettingCase): ClaimCheck[] => [
  ...checkedEvents(one),
  ...checkedIntroducer(one),
  ...checkedWork(one),
];

const YEAR = /\b(?:19|20)\d{2}\b/;

function checkedEvents(one: VettingCase): ClaimCheck[] {
  const { reading, namedEvents } = one;
  const found = namedEvents.map((event) => checkedEvent(one, event));
  if (found.length > 0 || reading.event === undefined) return found;
  const { name, quote } = reading.event;
  return [
    {
      about: 'event',
      standing: 'no_record',
      reason: reason('event_not_in_book', 'against', { params: { event: name, quote }, source: INVITATION }),
    },
  ];
}

function checkedEvent({ reading, invitation }: VettingCase, event: NamedEvent): ClaimCheck {
  const params = { event: event.summary };
  const draft = { params, on: event.dtstart, source: { kind: 'event', eventId: event.eventId } as const };
  const about = 'event' as const;
  const claimedYear = YEAR.exec(reading.event?.name ?? '')?.[0];
  const year = YEAR.exec(event.dtstart ?? '')?.[0];
  if (claimedYear !== undefined && year !== undefined && claimedYear !== year)
    return { about, standing: 'no_record', reason: reason('event_other_year', 'open', draft) };
  if (event.declined === true)
    return { about, standing: 'contradicted', reason: reason('event_declined', 'against', draft) };
  if (isAfter(event.dtstart, invitation.sentAt))
    return { about, standing: 'contradicted', reason: reason('event_after_note', 'against', draft) };
  const code = event.inviterListed === true ? 'event_inviter_listed' : 'event_attended';
  return { about, standing: 'supported', reason: reason(code, 'for', draft) };
}

/** A day later than the note was written on; only whole dates can say so. */
const isAfter = (dtstart: string | undefined, sentAt: string | undefined) =>
  dtstart !== undefined &&
  sentAt !== undefined &&
  /^\d{4}-\d{2}-\d{2}/.test(dtstart) &&
  dtstart.slice(0, 10) > sentAt.slice(0, 10);

/** The person of the book a note names as introducer; several of one name stay several. */
function introducerNamed(one: VettingCase, claim: Claim): NamedPerson | undefined {
  const name = fold(claim.name);
  return one.namedPeople.find((known) => fold(known.fn).startsWith(name) || name.startsWith(fold(known.fn)));
}

function checkedIntroducer(one: VettingCase): ClaimCheck[] {
  const claim = one.reading.introducer;
  if (claim === undefined) return [];
  const about = 'introducer' as const;
  const recorded = recordedClaim(one);
  const person = introducerNamed(one, claim);
  const checks: ClaimCheck[] = recorded
    ? [
        {
          about,
          standing: 'supported',
          reason: reason('introduced_unconfirmed', 'open', {
            params: { introducer: recorded.introducer },
            on: recorded.on,
            source: { kind: 'contact', contactId: recorded.introducerId },
          }),
        },
      ]
    : [];
  if (person === undefined) {
    return [
      ...checks,
      {
        about,
        standing: 'no_record',
        reason: reason('claimed_introducer_unknown', 'open', { params: { name: claim.name } }),
      },
    ];
  }
  const source = { kind: 'contact', contactId: person.contactId } as const;
  const known = reason('claimed_introducer_known', 'for', {
    params: { fn: person.fn, level: person.ownerLevel },
    source,
  });
  return [...checks, { about, standing: 'supported', reason: known }, ...asTheySay(one, person)];
}

/** What the named introducer is on record as saying about the inviter. */
function asTheySay(one: VettingCase, person: NamedPerson): ClaimCheck[] {
  const draft = {
    params: { fn: person.fn },
    source: { kind: 'contact', contactId: person.contactId } as const,
  };
  const answered = one.invitation.mutuals.some(
    (mutual) => mutual.contactId === person.contactId && mutual.answer === 'not_really',
  );
  if (answered || person.aboutInviter === 'disowns')
    return [
      {
        about: 'introducer',
        standing: 'contradicted',
        reason: reason('introducer_disowns', 'against', draft),
      },
    ];
  return person.aboutInviter === 'knows'
    ? [{ about: 'introducer', standing: 'supported', reason: reason('introducer_knows', 'for', draft) }]
    : [];
}

/** Work or study together, against the organisations on the owner's own card. */
function checkedWork(one: VettingCase): ClaimCheck[] {
  const [claim] = cuesOfKind(one.reading, 'worked_together');
  if (claim === undefined || one.ownerOrgs.length === 0) return [];
  const names = one.ownerOrgs.map((org) => ({ id: org, name: org }));
  const [shared] = phrasesIn(phraseIndex(names, 'events'), one.invitation.message);
  const about = 'work' as const;
  return shared === undefined
    ? [
        {
          about,
          standing: 'no_record',
          reason: reason('work_not_recorded', 'open', { params: { quote: claim.quote }, source: INVITATION }),
        },
      ]
    : [{ about, standing: 'supported', reason: reason('work_same_org', 'for', { params: { org: shared } }) }];
}
