// Everything the vetting rules may look at, as plain data: what the book supplies and what is worked out from it.
import type { ContactId } from '#core/contacts/model.ts';
import type { Encounter, EventId } from '#core/events/model.ts';
import type { Tie, TieLevel } from '#core/network/model.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import { type Identity, resolveIdentity } from './identity.ts';
import { type MessageReading, readMessage } from './message.ts';
import type { Exposure, Invitation } from './model.ts';
import type { Policy } from './policy.ts';

/** One time the owner met a candidate. */
export type EncounterFact = Readonly<
  Pick<Encounter, 'eventId' | 'eventSummary' | 'metOn' | 'location' | 'note'>
>;

/** A recorded introduction of a candidate to the owner, by somebody in the book. */
export interface IntroductionFact {
  readonly introducerId: ContactId;
  readonly introducer: string;
  /** The owner's tie to the introducer. */
  readonly ownerLevel: TieLevel;
  /** The owner agreed to be introduced (or asked for it, or has met them through it). */
  readonly consented: boolean;
  readonly on?: PartialDate | undefined;
}

/** A person of the book who may be the inviter. */
export interface CandidateFacts {
  readonly contactId: ContactId;
  readonly fn: string;
  readonly org: string;
  /** `linkedInKey` of each of their LinkedIn addresses, old slugs included. */
  readonly urlKeys: readonly string[];
  /** `emailKey` of each of their addresses. */
  readonly emailKeys: readonly string[];
  /** A LinkedIn connection of the owner, and since when. */
  readonly connected: boolean;
  readonly connectedOn?: PartialDate | undefined;
  /** The import that says so. */
  readonly connectedBatch?: number | undefined;
  /** The owner's own tie to them. */
  readonly tie: Tie;
  /** Newest first. */
  readonly encounters: readonly EncounterFact[];
  readonly introductions: readonly IntroductionFact[];
}

/** An event of the book whose name occurs in the message; events in the book are those the owner attended. */
export interface NamedEvent {
  readonly eventId: EventId;
  readonly summary: string;
  readonly dtstart?: PartialDate | undefined;
  /** The owner's own answer to it was no. */
  readonly declined?: boolean;
  /** A candidate stands on its list of people. */
  readonly inviterListed?: boolean;
}

/** A person of the book whose name occurs in the message. */
export interface NamedPerson {
  readonly contactId: ContactId;
  readonly fn: string;
  readonly ownerLevel: TieLevel;
  /** What is on record between them and a candidate: their own word wins over anything inferred. */
  readonly aboutInviter?: 'knows' | 'disowns';
}

/**
 * What the book supplies, raw. `candidates` are all people sharing a URL key, an e-mail address or a name key
 * with the inviter, and whoever `invitation.contactId` names; the owner's own card never. `namedEvents` and
 * `namedPeople` come from `phrasesIn(phraseIndex(…), invitation.message)`, without the owner and the candidates.
 */
export interface VettingFacts {
  /** A full date, `YYYY-MM-DD`. */
  readonly today: string;
  readonly policy: Policy;
  /** As stored; each mutual with the owner's level and their answer. */
  readonly invitation: Invitation;
  readonly candidates: readonly CandidateFacts[];
  readonly namedEvents: readonly NamedEvent[];
  readonly namedPeople: readonly NamedPerson[];
  /** Organisations on the owner's own card, past ones included, as written. */
  readonly ownerOrgs: readonly string[];
  /** Names of other inviters who sent the same message (`ReceivedNotes`). */
  readonly sameMessageFrom: readonly string[];
  /** Of still others who sent nearly the same one. */
  readonly nearMessageFrom: readonly string[];
  /** Other invitations from the same organisation within a week of this one. */
  readonly sameOrgInWeek: number;
  /** How many connections accepting would show them. */
  readonly connections: number;
}

/** What the rules decide on: the facts, with the identity resolved and the message read. */
export interface VettingCase extends Omit<VettingFacts, 'connections'> {
  readonly identity: Identity;
  /** The candidate taken to be the inviter; undefined for a stranger, a clone or an open question. */
  readonly person: CandidateFacts | undefined;
  readonly reading: MessageReading;
  readonly exposure: Exposure;
}

/**
 * The case of one invitation: resolves who the inviter is and reads the message. Total: any facts make a case.
 */
export function vettingCase(facts: VettingFacts): VettingCase {
  const { connections, ...rest } = facts;
  const { invitation, policy } = facts;
  const identity = resolveIdentity(invitation, facts.candidates);
  const person =
    identity.outcome === 'same' || identity.outcome === 'probable'
      ? facts.candidates.find((one) => one.contactId === identity.contactId)
      : undefined;
  const shared = Math.max(invitation.mutualCount ?? 0, invitation.mutuals.length);
  return {
    ...rest,
    identity,
    person,
    reading: readMessage(invitation.message),
    exposure: { connections, shared, listVisible: policy.connectionsVisible },
  };
}
