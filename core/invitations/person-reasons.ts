// What the book says about the person taken to be the inviter.
import type { CandidateFacts, VettingCase } from './evidence.ts';
import type { Reason } from './model.ts';
import { reason } from './reasons.ts';

const card = (person: CandidateFacts) => ({ kind: 'contact', contactId: person.contactId }) as const;

/** How the inviter was recognised, or what speaks against it. */
export function identityReasons(one: VettingCase): Reason[] {
  const { identity, candidates } = one;
  if (identity.outcome === 'unknown') return [];
  if (identity.outcome === 'possible') {
    const people = candidates.filter((candidate) => identity.contactIds.includes(candidate.contactId));
    const [first] = people;
    if (!first) return [];
    const { fn, org } = first;
    return people.length > 1
      ? [reason('identity_several', 'open', { params: { fn, count: people.length } })]
      : [reason('identity_elsewhere', 'open', { params: { fn, org }, source: card(first) })];
  }
  const person = candidates.find((candidate) => candidate.contactId === identity.contactId);
  if (!person) return [];
  const { fn, org } = person;
  const source = card(person);
  if (identity.outcome === 'same') return [reason(`identity_${identity.by}`, 'for', { source })];
  if (identity.outcome === 'probable') {
    return identity.by === 'name'
      ? [reason('identity_name', 'open', { params: { fn }, source })]
      : [reason('identity_name_org', 'open', { params: { fn, org }, source })];
  }
  const clash = identity.urlKnown
    ? reason('clone_other_url', 'against', { params: { fn }, source })
    : reason('clone_url_unknown', 'open', { params: { fn }, source });
  if (identity.org === 'unknown') return [clash];
  return [
    clash,
    identity.org === 'equal'
      ? reason('clone_same_org', 'against', { params: { fn, org }, source })
      : reason('clone_other_org', 'open', { params: { fn, org }, source }),
  ];
}

/** The tie and the times they met. */
export function metReasons(person: CandidateFacts): Reason[] {
  const { fn, tie, encounters } = person;
  const source = card(person);
  const level = reason('tie_level', 'for', { params: { fn, level: tie.level }, on: tie.lastOn, source });
  return [
    level,
    ...encounters.map((encounter) =>
      reason('encounter', 'for', {
        params: { fn, event: encounter.eventSummary, location: encounter.location },
        on: encounter.metOn,
        source: encounter.eventId === undefined ? source : { kind: 'event', eventId: encounter.eventId },
      }),
    ),
  ];
}
