// What the note itself contributes, in the inviter's own words.
import { fold } from '#core/shared/fold.ts';
import type { Claim } from './claims.ts';
import { hasExchanged, isNoteKnown, recordedClaim } from './case-questions.ts';
import type { VettingCase } from './evidence.ts';
import { cuesOfKind } from './note-kind.ts';
import type { Reason } from './model.ts';
import { INVITATION, quoted, reason } from './reasons.ts';

/** What a note says, or that it says nothing. */
export function noteReasons(one: VettingCase): Reason[] {
  const { reading, invitation } = one;
  const exchange =
    one.person && hasExchanged(one)
      ? [
          reason('tie_exchange', 'for', {
            params: { fn: one.person.fn },
            on: one.person.tie.lastOn,
            source: { kind: 'contact', contactId: one.person.contactId },
          }),
        ]
      : [];
  return [...exchange, ...wording(one, reading.note, invitation.message)];
}

function wording(one: VettingCase, note: VettingCase['reading']['note'], message: string): Reason[] {
  switch (note) {
    case 'none':
      return [reason(isNoteKnown(one) ? 'no_note' : 'note_not_given', 'open')];
    case 'stock':
      return [reason('note_stock', 'open', { source: INVITATION })];
    case 'generic':
      return [reason('note_generic', 'open', { params: { quote: message.trim() }, source: INVITATION })];
    default:
      return ownWords(one);
  }
}

function ownWords({ reading }: VettingCase): Reason[] {
  const claims = [
    ...quoted(cuesOfKind(reading, 'met'), () => 'says_met', 'for'),
    ...quoted(cuesOfKind(reading, 'worked_together'), () => 'says_worked_together', 'for'),
    ...quoted(cuesOfKind(reading, 'interest'), () => 'says_interest', 'for'),
    ...quoted(cuesOfKind(reading, 'recruiter'), () => 'recruiter', 'open'),
  ];
  return claims.length > 0 ? claims : [reason('note_unspecific', 'open', { source: INVITATION })];
}

/** A claimed introduction, and whether the introducer is in the book. */
export function claimReasons(one: VettingCase, claim: Claim): Reason[] {
  const recorded = recordedClaim(one);
  const name = fold(claim.name);
  const person = one.namedPeople.find(
    (known) => fold(known.fn).startsWith(name) || name.startsWith(fold(known.fn)),
  );
  return [
    reason('claims_introduction', 'open', {
      params: { name: claim.name, quote: claim.quote },
      source: INVITATION,
    }),
    ...(recorded
      ? [
          reason('introduced_unconfirmed', 'open', {
            params: { introducer: recorded.introducer },
            on: recorded.on,
            source: { kind: 'contact', contactId: recorded.introducerId },
          }),
        ]
      : []),
    person
      ? reason('claimed_introducer_known', 'for', {
          params: { fn: person.fn, level: person.ownerLevel },
          source: { kind: 'contact', contactId: person.contactId },
        })
      : reason('claimed_introducer_unknown', 'open', { params: { name: claim.name } }),
  ];
}
