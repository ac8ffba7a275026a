// The first thing to say about a person: how we know each other, strongest first.
import { z } from 'zod';
import { PartialDate } from '#core/shared/dates.ts';
import type { Encounter } from '#core/events/model.ts';
import type { TieEvidence } from './model.ts';

/** One way we know each other, as a code and its parameters; the catalogue has the words. */
export const HowWeKnow = z.strictObject({
  code: z.enum([
    'met',
    'introduced',
    'said',
    'accepted',
    'vouched',
    'connected',
    'invited_me',
    'i_invited',
    'imported',
    'typed',
  ]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  on: PartialDate.optional(),
});
export type HowWeKnow = z.infer<typeof HowWeKnow>;

/** What the book holds about how a person came into it. */
export interface AcquaintanceFacts {
  /** Newest first. */
  readonly encounters: readonly Encounter[];
  /** About the owner and this person. */
  readonly evidence: readonly TieEvidence[];
  readonly invitations: readonly {
    readonly direction: 'incoming' | 'outgoing';
    readonly sentAt?: string | undefined;
  }[];
  /** Of their invitations those accepted here, and who stood up for them then; the newest first. */
  readonly acceptances: readonly { readonly on: string; readonly vouchers: readonly string[] }[];
  /** How the card came into the book. */
  readonly origin: { readonly fileName?: string | undefined; readonly on: string };
}

/**
 * Every way we know each other, meetings first (the first time we met, with how often since), then introductions,
 * what the owner said, the invitation that was accepted and who vouched, LinkedIn, invitations; how the card came into the book only when there is nothing else.
 */
export function howWeKnow(facts: AcquaintanceFacts): HowWeKnow[] {
  const ways = [
    ...meetings(facts.encounters),
    ...said(facts.evidence),
    ...fromAcceptances(facts.acceptances),
    ...connected(facts.evidence),
    ...fromInvitations(facts.invitations),
  ];
  if (ways.length > 0) return ways;
  const { fileName, on } = facts.origin;
  return [
    fileName === undefined
      ? { code: 'typed', params: {}, on: on.slice(0, 10) }
      : { code: 'imported', params: { fileName }, on: on.slice(0, 10) },
  ];
}

function meetings(encounters: readonly Encounter[]): HowWeKnow[] {
  const first = encounters.at(-1);
  if (first === undefined) return [];
  const { introducedBy } = first;
  const params: HowWeKnow['params'] = {
    event: first.eventSummary,
    place: first.location,
    since: encounters.length - 1,
    channel: first.channel,
    introducer: introducedBy?.fn ?? '',
  };
  return [{ code: introducedBy === undefined ? 'met' : 'introduced', params, ...on(first.metOn) }];
}

function said(evidence: readonly TieEvidence[]): HowWeKnow[] {
  const one = evidence.find(({ kind, level }) => kind === 'user_statement' && level !== undefined);
  return one === undefined
    ? []
    : [{ code: 'said', params: { level: one.level ?? '', note: one.text }, ...on(one.on) }];
}

function connected(evidence: readonly TieEvidence[]): HowWeKnow[] {
  const one = evidence.find(({ kind }) => kind === 'li_connected');
  return one === undefined ? [] : [{ code: 'connected', params: {}, ...on(one.on) }];
}

function fromAcceptances([newest]: AcquaintanceFacts['acceptances']): HowWeKnow[] {
  if (newest === undefined) return [];
  const [fn, ...others] = newest.vouchers;
  return [
    fn === undefined
      ? { code: 'accepted', params: {}, on: newest.on }
      : { code: 'vouched', params: { fn, others: others.length }, on: newest.on },
  ];
}

function fromInvitations(invitations: AcquaintanceFacts['invitations']): HowWeKnow[] {
  return invitations.slice(0, 1).map(({ direction, sentAt }) => ({
    code: direction === 'incoming' ? 'invited_me' : 'i_invited',
    params: {},
    ...on(sentAt?.slice(0, 10)),
  }));
}

const on = (date: PartialDate | undefined) => (date === undefined ? {} : { on: date });
