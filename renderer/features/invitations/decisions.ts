// What the owner can do about an invitation: by key, by the verdict's own button, or against the verdict.
import { advised } from '#core/invitations/advice.ts';
import { allowedDecisions } from '#core/invitations/decide.ts';
import type {
  Decision,
  Invitation,
  InvitationId,
  InvitationState,
  Reason,
  Verdict,
  Vetting,
} from '#core/invitations/model.ts';
import type { DraftRequest } from '#core/introductions/model.ts';
import { client } from '#renderer/client/client.ts';
import { act, offerUndo } from '#renderer/client/commands.ts';
import { useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';

/** What the queue has to know of an invitation to decide about it. */
export interface Queued {
  readonly id: InvitationId;
  readonly fn: string;
  readonly state: InvitationState;
  readonly verdict: Verdict;
}

export type QueueKey = 'accept' | 'ask' | 'decline' | 'ignore' | 'later';

/** The keys of the queue, in the order they are shown. */
export const QUEUE_KEYS: readonly (readonly [string, QueueKey])[] = [
  ['1', 'accept'],
  ['2', 'ask'],
  ['3', 'decline'],
  ['4', 'ignore'],
  ['0', 'later'],
];

export const queueKey = (key: string): QueueKey | undefined =>
  QUEUE_KEYS.find(([printed]) => printed === key)?.[1];

/**
 * What a key decides: undefined when the state does not allow it, or for "later" on one that waits for others, which
 * only moves on; on one that is concluded it opens it again. "Ask" asks whomever the verdict advises to ask, and the
 * inviter where it advises no question.
 */
export function decisionOf(
  key: QueueKey,
  { state, verdict }: { readonly state: InvitationState; readonly verdict: Verdict },
): Decision | undefined {
  const allowed = allowedDecisions(state);
  const wanted = wantedBy(key, state, verdict);
  return allowed.includes(wanted) ? wanted : undefined;
}

function wantedBy(key: QueueKey, state: InvitationState, verdict: Verdict): Decision {
  if (key === 'later') return isConcluded(state) ? 'reopen' : 'later';
  return key === 'ask' ? questionOf(verdict) : key;
}

/** Whether all that is left to do is to open it again. */
export const isConcluded = (state: InvitationState): boolean => !allowedDecisions(state).includes('accept');

const questionOf = (verdict: Verdict): Decision =>
  advised(verdict) === 'ask_mutuals' ? 'ask_mutuals' : 'ask_inviter';

/** Takes a decision, says so, and offers to take it back. Answers whether it is in the book. */
export async function decide(
  { id, fn }: { readonly id: InvitationId; readonly fn: string },
  decision: Decision,
  reason = '',
): Promise<boolean> {
  const done = await act(
    () => client.invitations.decide({ id, decision, reason }),
    i18n.t(`invitations:done.${decision}`, { fn }),
  );
  return done !== undefined;
}

/** Takes the decision of a key about several at once, as one deed. Answers whether any was taken. */
export async function decideMany(rows: readonly Queued[], key: QueueKey): Promise<boolean> {
  const decisions = rows.flatMap((row) => {
    const decision = decisionOf(key, row);
    return decision === undefined ? [] : [{ id: row.id, decision }];
  });
  if (decisions.length === 0) {
    useStore.getState().showToast({ text: i18n.t('invitations:marks.none'), tone: 'done' });
    return false;
  }
  const done = await act(() => client.invitations.decideMany({ decisions }));
  if (done === undefined) return false;
  await offerUndo(i18n.t('invitations:marks.done', { count: done.result.decided }));
  return true;
}

export interface Correspondence {
  readonly request: DraftRequest;
  /** Whom it goes to, where there is a choice. */
  readonly fn: string;
  readonly key: string;
}

/** The letters that go with a verdict: one, or one for each person worth asking. */
export function lettersFor(invitation: Invitation, vetting: Vetting): Correspondence[] {
  const { id: invitationId, fn } = invitation;
  const about = { about: 'invitation', invitationId } as const;
  switch (vetting.verdict) {
    case 'ACCEPT_KNOWN':
    case 'ACCEPT_MET':
    case 'ACCEPT_INTRODUCED':
    case 'ACCEPT_VOUCHED':
      return [{ request: { ...about, kind: 'acceptance' }, fn, key: 'acceptance' }];
    case 'ASK_INVITER':
      return [{ request: { ...about, kind: 'ask_inviter' }, fn, key: 'ask_inviter' }];
    case 'DECLINE':
    case 'DECLINE_POLITE':
      return [{ request: { ...about, kind: 'decline_polite' }, fn, key: 'decline_polite' }];
    case 'ASK_MUTUALS':
      return vetting.askWhom.map((person) => ({
        request: { ...about, kind: 'reference_request', to: person.contactId },
        fn: person.fn,
        key: `reference_request/${person.contactId}`,
      }));
    case 'ASK_INTRODUCER':
      return toPeopleIn(vetting.reasons, 'R07', (to) => ({ ...about, kind: 'ask_introducer', to }));
    case 'VERIFY_IDENTITY':
      return toPeopleIn(vetting.reasons, 'R02', (to) => ({ ...about, kind: 'verify_identity', to }));
    default:
      return [];
  }
}

type ContactSource = Extract<NonNullable<Reason['source']>, { kind: 'contact' }>;

/** One letter to each person the deciding rule's reasons lead to. */
function toPeopleIn(
  reasons: readonly Reason[],
  rule: Reason['rule'],
  requestTo: (id: ContactSource['contactId']) => DraftRequest,
): Correspondence[] {
  const letters = new Map<number, Correspondence>();
  for (const { rule: stated, source, params } of reasons) {
    if (stated !== rule || source?.kind !== 'contact' || letters.has(source.contactId)) continue;
    const fn = String(params['fn'] ?? params['introducer'] ?? '');
    letters.set(source.contactId, {
      request: requestTo(source.contactId),
      fn,
      key: `${rule}/${source.contactId}`,
    });
  }
  return [...letters.values()];
}
