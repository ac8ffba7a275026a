// The first thing to say about a person: how we know each other, strongest first.
import { z } from 'zod';
import { PartialDate } from '#core/shared/dates.ts';
import type { Encounter } from '#core/events/model.ts';
import type { TieEvidence } from './model.ts';

/** One way we know each other, as a code and its parameters; the catalogue has the words. */
export const HowWeKnow = z.strictObject({
  code: z.enum(['met', 'introduced', 'said', 'connected', 'invited_me', 'i_invited', 'imported', 'typed']),
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
  /** How the card came into the book. */
  readonly origin: { readonly fileName?: string | undefined; readonly on: string };
}

/**
 * Every way we know each other, meetings first (the first time we met, with how often since), then introductions,
 * what the owner said, LinkedIn, invitations; how the card came into the book only when there is nothing else.
 */
export function howWeKnow(facts: AcquaintanceFacts): HowWeKnow[] {
  const ways = [
    ...meetings(facts.encounters),
    ...fromEvidence(facts.evidence),
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

function fromEvidence(evidence: readonly TieEvidence[]): HowWeKnow[] {
  const said = evidence.find((one) => one.kind === 'user_statement' && one.level !== undefined);
  const connected = evidence.find((one) => one.kind === 'li_connected');
  return [
    ...(said === undefined
      ? []
      : [{ code: 'said' as const, params: { level: said.level ?? '', note: said.text }, ...on(said.on) }]),
    ...(connected === undefined ? [] : [{ code: 'connected' as const, params: {}, ...on(connected.on) }]),
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
