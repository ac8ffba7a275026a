// What the note itself contributes, in the inviter's own words.
import type { Claim } from './claims.ts';
import { checkedClaims, type ClaimCheck } from './claim-check.ts';
import { hasExchanged, isNoteKnown } from './case-questions.ts';
import type { VettingCase } from './evidence.ts';
import { cuesOfKind } from './note-kind.ts';
import type { Reason } from './model.ts';
import { INVITATION, namedReasons, quoted, reason } from './reasons.ts';

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
    ...quoted(cuesOfKind(reading, 'acquainted'), () => 'says_acquainted', 'for'),
    ...quoted(cuesOfKind(reading, 'interest'), () => 'says_interest', 'for'),
    ...quoted(cuesOfKind(reading, 'seeker'), () => 'seeker', 'open'),
    ...quoted(cuesOfKind(reading, 'recruiter'), () => 'recruiter', 'open'),
  ];
  return claims.length > 0 ? claims : [reason('note_unspecific', 'open', { source: INVITATION })];
}

/** A claimed introduction, and what the book says of it. */
export const introductionReasons = (one: VettingCase, claim: Claim): Reason[] => [
  reason('claims_introduction', 'open', {
    params: { name: claim.name, quote: claim.quote },
    source: INVITATION,
  }),
  ...checkedReasons(one, 'introducer'),
];

/** What the note says of how they met, checked against the book. */
export const meetingReasons = (one: VettingCase): Reason[] => [
  ...checkedReasons(one, 'event'),
  ...checkedReasons(one, 'work'),
  ...namedReasons(one),
];

const checkedReasons = (one: VettingCase, about: ClaimCheck['about']): Reason[] =>
  checkedClaims(one).flatMap((check) => (check.about === about ? [check.reason] : []));
