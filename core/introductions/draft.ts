// A letter with the book's facts filled in, for a person to read, change and send themselves.
import { linkedInProfile } from '#core/shared/links.ts';
import type { Correspondent, DraftFacts } from './facts.ts';
import type { Draft, DraftKind, Recipient } from './model.ts';
import { LINKEDIN_NOTE } from './templates/brief-note.ts';
import { ENGLISH } from './templates/en.ts';

/** A reply to an invitation is a message on LinkedIn; it can be written without accepting. */
const REPLIES: readonly DraftKind[] = ['ask_inviter', 'decline_polite', 'acceptance'];

/**
 * The draft of a kind. Nothing is invented and no `[placeholder]` is left: a missing fact makes a shorter letter.
 * Letters go by e-mail where an address is known, else by LinkedIn message; a possible copy of somebody's profile
 * is asked about by e-mail only, because whoever made it may read messages on LinkedIn. An e-mail letter without
 * a known address names its reader with an empty `email`.
 */
export function draft(kind: DraftKind, facts: DraftFacts): Draft {
  const { subject, body } = ENGLISH[kind](withSafeLink(facts));
  const channel = channelOf(kind, facts);
  const people = kind === 'introduction' && facts.other ? [facts.to, facts.other] : [facts.to];
  return {
    kind,
    channel,
    to: people.map(recipient),
    subject: channel === 'email' ? subject : '',
    body,
    ...(channel === 'linkedin_note' && { limit: LINKEDIN_NOTE }),
  };
}

function channelOf(kind: DraftKind, { to, by }: DraftFacts): Draft['channel'] {
  if (kind === 'brief_note' && by !== undefined) return by;
  if (REPLIES.includes(kind)) return 'linkedin_message';
  if (kind === 'verify_identity' || kind === 'introduction') return 'email';
  return to.email === '' ? 'linkedin_message' : 'email';
}

const recipient = ({ fn, email }: Correspondent): Recipient => ({ fn, email });

/** SECURITY: only a plain profile address goes into a letter, without the parameters that tell who clicked. */
function withSafeLink(facts: DraftFacts): DraftFacts {
  return { ...facts, profileUrl: linkedInProfile(facts.profileUrl ?? '') ?? '' };
}
