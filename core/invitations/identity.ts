// Who the inviter is: the step before any rule, from the surest key to the weakest.
import { emailKey, linkedInKey } from '#core/contacts/identity.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { startOf, type PartialDate } from '#core/shared/dates.ts';
import { tokens } from '#core/shared/fold.ts';

/** What identity is decided on; every `CandidateFacts` has it. */
export interface IdentityCandidate {
  readonly contactId: ContactId;
  readonly fn: string;
  readonly org: string;
  readonly urlKeys: readonly string[];
  readonly emailKeys: readonly string[];
  readonly connected: boolean;
  readonly connectedOn?: PartialDate | undefined;
}

/** What an invitation says about its sender. */
export interface InviterIdentity {
  readonly url: string;
  readonly email: string;
  readonly org: string;
  readonly headline: string;
  readonly sentAt?: string | undefined;
}

/** How two statements of where somebody works compare. */
type OrgRelation = 'equal' | 'unknown' | 'different';

export type Identity =
  /** One strong key is shared. */
  | { readonly outcome: 'same'; readonly by: 'url' | 'email'; readonly contactId: ContactId }
  /** Only the name (and the company) agree, nothing contradicts: to be confirmed. */
  | { readonly outcome: 'probable'; readonly by: 'name_org' | 'name'; readonly contactId: ContactId }
  /** Several people of that name, or one who works elsewhere or has another address: nobody is assumed. */
  | { readonly outcome: 'possible'; readonly contactIds: readonly ContactId[] }
  /** An existing connection's name under another LinkedIn address (or, `urlKnown` false, under none yet). */
  | {
      readonly outcome: 'clone';
      readonly contactId: ContactId;
      readonly org: OrgRelation;
      readonly urlKnown: boolean;
    }
  | { readonly outcome: 'unknown' };

const LEGAL_FORMS = new Set(
  'gmbh ag kg ohg ug se mbh inc incorporated llc ltd limited plc corp corporation co company sa sas sarl srl spa bv nv ab as oy aps sl lda ltda pty'.split(
    ' ',
  ),
);

const orgWords = (org: string) => tokens(org).filter((word) => !LEGAL_FORMS.has(word));

function orgRelation(inviter: InviterIdentity, org: string): OrgRelation {
  const known = orgWords(org).join(' ');
  if (known === '') return 'unknown';
  const claimed = orgWords(inviter.org).join(' ');
  if (claimed === known || ` ${orgWords(inviter.headline).join(' ')} `.includes(` ${known} `)) return 'equal';
  return claimed === '' ? 'unknown' : 'different';
}

/** An invitation older than the connection was simply accepted; one sent later comes from a second profile. */
function acceptedSince(inviter: InviterIdentity, candidate: IdentityCandidate): boolean {
  const sent = inviter.sentAt && startOf(inviter.sentAt.slice(0, 10));
  const connected = candidate.connectedOn && startOf(candidate.connectedOn);
  return typeof sent === 'number' && typeof connected === 'number' && sent <= connected + 86_400_000;
}

/**
 * Who an invitation is from: exact LinkedIn address, then e-mail address, then name and company, then name.
 * `people` are those of the book sharing at least one of these keys with the inviter, in any order.
 * Somebody already connected cannot invite again, so a connection's name (or e-mail) under another address is
 * a clone suspicion, unless another person fits better by company.
 */
export function resolveIdentity(inviter: InviterIdentity, people: readonly IdentityCandidate[]): Identity {
  // Two cards may share an address: the connection counts, else the older card; never the order of the input.
  const candidates = people.toSorted(
    (a, b) => Number(b.connected) - Number(a.connected) || a.contactId - b.contactId,
  );
  const url = linkedInKey(inviter.url);
  const email = emailKey(inviter.email);
  const byUrl = url && candidates.find((one) => one.urlKeys.includes(url));
  if (byUrl) return { outcome: 'same', by: 'url', contactId: byUrl.contactId };
  const hasOtherUrl = (one: IdentityCandidate) => url !== undefined && one.urlKeys.length > 0;
  const byEmail = email && candidates.find((one) => one.emailKeys.includes(email));
  if (byEmail) {
    return byEmail.connected && hasOtherUrl(byEmail)
      ? cloneOf(byEmail, inviter, true)
      : { outcome: 'same', by: 'email', contactId: byEmail.contactId };
  }
  return byName(inviter, candidates, hasOtherUrl);
}

function byName(
  inviter: InviterIdentity,
  candidates: readonly IdentityCandidate[],
  hasOtherUrl: (one: IdentityCandidate) => boolean,
): Identity {
  if (candidates.length === 0) return { outcome: 'unknown' };
  const related = (org: OrgRelation) => (one: IdentityCandidate) => orgRelation(inviter, one.org) === org;
  const fitting = candidates.filter((one) => !hasOtherUrl(one));
  const colleagues = fitting.filter(related('equal'));
  const clashing = candidates.filter((one) => one.connected && hasOtherUrl(one));
  const clashAtWork = clashing.find(related('equal'));
  if (clashAtWork) return cloneOf(clashAtWork, inviter, true);
  const [colleague] = colleagues;
  if (colleague && colleagues.length === 1) return named(colleague, inviter, 'name_org');
  const [clash] = clashing;
  if (clash) return cloneOf(clash, inviter, true);
  const unsaid = fitting.filter(related('unknown'));
  const [only] = unsaid;
  if (only && candidates.length === 1) return named(only, inviter, 'name');
  return { outcome: 'possible', contactIds: candidates.map((one) => one.contactId) };
}

const cloneOf = (one: IdentityCandidate, inviter: InviterIdentity, urlKnown: boolean): Identity => ({
  outcome: 'clone',
  contactId: one.contactId,
  org: orgRelation(inviter, one.org),
  urlKnown,
});

/** The one person of that name; a connection whose address was not given stays a question of address. */
function named(one: IdentityCandidate, inviter: InviterIdentity, by: 'name_org' | 'name'): Identity {
  const second = one.connected && one.urlKeys.length > 0 && linkedInKey(inviter.url) === undefined;
  return second && !acceptedSince(inviter, one)
    ? cloneOf(one, inviter, false)
    : { outcome: 'probable', by, contactId: one.contactId };
}
