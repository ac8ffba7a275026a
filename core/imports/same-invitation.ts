// One invitation that is told of several times: by LinkedIn's e-mail, by its reminders, by the archive, by the owner.
import { linkedInKey } from '#core/contacts/identity.ts';
import { nameKey } from '#core/contacts/names.ts';
import { daysBetween } from '#core/shared/dates.ts';
import type { InvitationDraft } from './model.ts';
import type { KnownInvitation, PlannedEntry } from './planned.ts';

/**
 * LinkedIn keeps one invitation of a member open at a time, and lets nobody invite the same person again for three weeks after it was
 * withdrawn; reminders come within that time.
 */
const ONE_INVITATION_DAYS = 21;
/** Of so many with one name the latest are looked at: a mailbox may have thousands. */
const MOST_NAMESAKES = 20;

type Told = Pick<InvitationDraft, 'fn' | 'url' | 'message' | 'sentAt'>;

/**
 * Whether two that go the same way are one invitation: within three weeks, from or to one profile. Where one of the two names no
 * profile, one name will do, unless both have a note and the notes differ.
 */
function isOne(a: Told, b: Told): boolean {
  const days = daysBetween(a.sentAt ?? '', b.sentAt ?? '');
  if (days === undefined || days < -ONE_INVITATION_DAYS || days >= ONE_INVITATION_DAYS) return false;
  const [keyOfA, keyOfB] = [linkedInKey(a.url), linkedInKey(b.url)];
  if (keyOfA !== undefined && keyOfB !== undefined) return keyOfA === keyOfB;
  const name = nameKey(a.fn);
  return (
    name !== '' &&
    name === nameKey(b.fn) &&
    !(a.message !== '' && b.message !== '' && a.message !== b.message)
  );
}

/** The one of these, all of which go the same way, that a draft tells of once more; undefined where there is none. */
export const sameInvitation = (
  draft: InvitationDraft,
  known: readonly KnownInvitation[],
): KnownInvitation | undefined => known.find((one) => isOne(draft, { ...one, sentAt: one.on }));

/** What all files of a batch together say of one invitation. */
export interface WholeInvitation {
  /** Whose record it is; all others say nothing of their own. */
  readonly first: InvitationDraft;
  whole: InvitationDraft;
  /** LinkedIn's table has it. */
  hasRow: boolean;
}

/**
 * Which of a batch's invitations are one. Rows of LinkedIn's table are never joined with each other: it says itself which
 * are several.
 */
export function wholeInvitations(entries: readonly PlannedEntry[]): Map<InvitationDraft, WholeInvitation> {
  const all = new Map<InvitationDraft, WholeInvitation>();
  const byKey = new Map<string, WholeInvitation[]>();
  for (const { parsed } of entries) {
    const isRow = parsed.kind === 'linkedin-invitations';
    for (const draft of parsed.invitations) {
      const lists = keysOf(draft).map((key) => byKey.get(key) ?? byKey.set(key, []).get(key)!); // set before
      const known = lists
        .flatMap((list) => list.slice(-MOST_NAMESAKES))
        .find((one) => !(isRow && one.hasRow) && isOne(one.whole, draft));
      const told = known ?? { first: draft, whole: draft, hasRow: false };
      told.whole = completed(told.whole, draft);
      told.hasRow ||= isRow;
      all.set(draft, told);
      for (const list of lists) if (!list.slice(-MOST_NAMESAKES).includes(told)) list.push(told);
    }
  }
  return all;
}

const keysOf = ({ direction, fn, url }: InvitationDraft): string[] => {
  const key = linkedInKey(url);
  const name = nameKey(fn);
  return [
    ...(key === undefined ? [] : [`${direction} ${key}`]),
    ...(name === '' ? [] : [`${direction} ~${name}`]),
  ];
};

/** The first word stands; what it leaves open the next one says. A note is never shortened by a reminder that quotes its beginning. */
function completed(whole: InvitationDraft, next: InvitationDraft): InvitationDraft {
  const message = next.message.length > whole.message.length ? next.message : whole.message;
  const url = whole.url === '' ? next.url : whole.url;
  const headline = whole.headline || next.headline;
  return { ...whole, message, url, ...(headline !== undefined && { headline }) };
}

/** Whether it says of the stored one what the book does not know yet. */
export const completes = (
  { message, url, headline = '' }: InvitationDraft,
  known: KnownInvitation,
): boolean =>
  (known.message === '' && message !== '') ||
  (known.url === '' && url !== '') ||
  (known.headline === '' && headline !== '');
