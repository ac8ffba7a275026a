// Queue and detail of invitations over a fake book, for tests of what they show and do.
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Exposed, Invitation, Vetting } from '#core/invitations/model.ts';
import { Policy } from '#core/invitations/policy.ts';
import { connect } from '#renderer/client/client.ts';
import { createQueryClient } from '#renderer/client/queries.ts';
import { InvitationScreen } from '#renderer/features/invitations/InvitationScreen.tsx';
import { InvitationsList } from '#renderer/features/invitations/InvitationsList.tsx';
import { navigate, useStore } from '#renderer/store/store.ts';
import '#renderer/strings/i18n.ts';
import { TooltipProvider } from '#renderer/ui/Tooltip.tsx';
import { aDraft } from '#tests/renderer/drafts/a-draft.ts';
import { connectionTo } from '#tests/renderer/imports/fake-book.ts';
import { anInvitation, aVetting } from './builders.ts';

const undo = { id: 1, code: 'invitations.decide', params: {}, at: '2025-05-03T10:00:00Z', undone: false };
const draft = aDraft({
  kind: 'ask_inviter',
  channel: 'linkedin_message',
  subject: '',
  body: 'Where did we meet?',
});

interface Open {
  readonly invitations?: readonly Invitation[];
  readonly vetting?: Partial<Vetting>;
  readonly decisions?: readonly unknown[];
  readonly exposed?: Exposed;
  /** Whom a name may mean. */
  readonly called?: readonly unknown[];
}

const NOBODY: Exposed = { confidential: [], confidentialCount: 0, shared: [] };

/** The two panes over a book of a few invitations; answers what commands it was given. */
export async function open({
  invitations = [anInvitation()],
  vetting = {},
  decisions = [],
  exposed = NOBODY,
  called = [],
}: Open = {}) {
  const calls: [string, unknown][] = [];
  const command = (name: string) => (input: never) => {
    calls.push([name, input]);
    if (name === 'decideMany') return { decided: 2 };
    if (name === 'createMany') return { ids: [1, 2] };
    return name === 'logEncounter' || name === 'create' ? { id: 1, contactId: 6 } : undefined;
  };
  const full = aVetting(vetting);
  const summary = (invitation: Invitation) => ({
    id: invitation.id,
    fn: invitation.fn,
    headline: invitation.headline,
    state: invitation.state,
    verdict: full.verdict,
    hasMessage: invitation.message !== '',
  });
  await connect(
    connectionTo({
      invitations: {
        list: () => ({ total: invitations.length, rows: invitations.map(summary) }),
        get: ({ id }: { id: number }) => ({
          invitation: invitations.find((one) => one.id === id),
          vetting: full,
          exposed,
          decisions,
        }),
        counts: () => ({
          pending: invitations.length,
          waitingInviter: 0,
          waitingReferences: 0,
          decided: 0,
          all: invitations.length,
        }),
        verdicts: () => [{ verdict: full.verdict, count: invitations.length }],
        decideMany: command('decideMany'),
        createMany: command('createMany'),
        decide: command('decide'),
        update: command('update'),
        recordAsked: command('recordAsked'),
        recordAnswer: command('recordAnswer'),
        recordNudged: command('recordNudged'),
        matchMutual: command('matchMutual'),
        peopleCalled: () => called,
        policy: () => Policy.parse({}),
        create: command('create'),
      },
      events: { logEncounter: command('logEncounter'), list: () => ({ total: 0, rows: [] }) },
      introductions: { draft: () => draft, check: () => [] },
      contacts: { find: () => [] },
      book: { summary: () => ({ undo }) },
    }),
  );
  render(
    <QueryClientProvider client={createQueryClient()}>
      <TooltipProvider>
        <InvitationsList />
        <InvitationScreen />
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return calls;
}

/** Before each test the first invitation is open; after it nothing is left. */
export function useQueue(): void {
  beforeEach(() => {
    // The list shows as many rows as fit, and nothing has a size where nothing is drawn.
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(640);
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(320);
    useStore.setState({ toasts: [], overlay: undefined });
    navigate({ section: 'invitations', id: 1 });
  });
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
  });
}
