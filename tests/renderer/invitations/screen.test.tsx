// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Invitation, Vetting } from '#core/invitations/model.ts';
import { connect } from '#renderer/client/client.ts';
import { createQueryClient } from '#renderer/client/queries.ts';
import { InvitationScreen } from '#renderer/features/invitations/InvitationScreen.tsx';
import { InvitationsList } from '#renderer/features/invitations/InvitationsList.tsx';
import { navigate, useStore } from '#renderer/store/store.ts';
import '#renderer/strings/i18n.ts';
import { TooltipProvider } from '#renderer/ui/Tooltip.tsx';
import { connectionTo } from '#tests/renderer/imports/fake-book.ts';
import { aMutual, anInvitation, aVetting } from './builders.ts';

const undo = { id: 1, code: 'invitations.decide', params: {}, at: '2025-05-03T10:00:00Z', undone: false };
const draft = {
  kind: 'ask_inviter',
  channel: 'linkedin_message',
  to: [],
  subject: '',
  body: 'Where did we meet?',
};

interface Open {
  readonly invitations?: readonly Invitation[];
  readonly vetting?: Partial<Vetting>;
  readonly decisions?: readonly unknown[];
}

/** The two panes over a book of a few invitations; answers what commands it was given. */
async function open({ invitations = [anInvitation()], vetting = {}, decisions = [] }: Open = {}) {
  const calls: [string, unknown][] = [];
  const command = (name: string) => (input: never) => {
    calls.push([name, input]);
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
          decisions,
        }),
        decide: command('decide'),
        update: command('update'),
        recordAsked: command('recordAsked'),
        recordAnswer: command('recordAnswer'),
        create: command('create'),
      },
      events: { logEncounter: command('logEncounter'), list: () => ({ total: 0, rows: [] }) },
      introductions: { draft: () => draft },
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

describe('the queue of invitations', () => {
  const two = [anInvitation(), anInvitation({ id: 2 as Invitation['id'], fn: 'Bo Example' })];

  it('is worked by keys: one press decides, offers Undo and moves on', async () => {
    const calls = await open({ invitations: two });
    await screen.findByRole('option', { name: /Bo Example/ });
    fireEvent.keyDown(document.body, { key: '3' });
    await waitFor(() => expect(calls).toEqual([['decide', { id: 1, decision: 'decline', reason: '' }]]));
    await waitFor(() => expect(useStore.getState().route.id).toBe(2));
    await waitFor(() =>
      expect(useStore.getState().toasts[0]).toMatchObject({ text: 'Declined Ada Example' }),
    );
    expect(useStore.getState().toasts[0]?.action?.label).toBe('Undo');
  });

  it('moves on without deciding for "later"', async () => {
    const calls = await open({ invitations: two });
    await screen.findByRole('option', { name: /Bo Example/ });
    fireEvent.keyDown(document.body, { key: '0' });
    await waitFor(() => expect(useStore.getState().route.id).toBe(2));
    expect(calls).toEqual([]);
  });

  it('leaves digits alone while text is written, a key is held down or a modifier is pressed', async () => {
    const calls = await open({ vetting: { missing: ['headline'] } });
    const field = await screen.findByRole('textbox', { name: 'Headline' });
    fireEvent.keyDown(field, { key: '1' });
    fireEvent.keyDown(document.body, { key: '1', repeat: true });
    fireEvent.keyDown(document.body, { key: '1', ctrlKey: true });
    expect(calls).toEqual([]);
  });

  it('shows a verdict as words, never as a number', async () => {
    await open({ vetting: { verdict: 'ACCEPT_MET', certainty: 'clear' } });
    const row = await screen.findByRole('option', { name: /Ada Example/ });
    expect(within(row).getByText('Accept – we have met')).toBeTruthy();
    expect(screen.queryByText(/%|score/i)).toBeNull();
  });
});

describe('the verdict card', () => {
  it('lists evidence for, against and open, with what would change it and what accepting shows', async () => {
    await open({
      vetting: {
        reasons: [
          {
            code: 'event_attended',
            stance: 'for',
            params: { event: 'LoomConf' },
            on: '2025-05-03',
            source: { kind: 'event', eventId: 3 as never },
          },
          { code: 'no_encounter', stance: 'against', params: {} },
          { code: 'no_named_mutual', stance: 'open', params: {}, source: { kind: 'invitation' } },
        ],
        wouldChange: [{ code: 'if_met', params: {}, verdict: 'ACCEPT_MET' }],
      },
    });
    const speaksFor = within(await screen.findByRole('list', { name: 'What speaks for it' }));
    expect(speaksFor.getByText('You were at LoomConf')).toBeTruthy();
    expect(speaksFor.getByRole('link', { name: 'Open the event' }).getAttribute('href')).toBe('#/events/3');
    expect(screen.getByText('No record of meeting this person')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Open the message' }));
    expect(document.activeElement?.textContent).toContain('Great talking');
    expect(screen.getByText('If you remember where you met')).toBeTruthy();
    expect(screen.getByText(/browse your 1,412 connections\. They would see the 7 people/)).toBeTruthy();
  });

  it('takes what is missing on the spot', async () => {
    const calls = await open({ vetting: { missing: ['mutuals'] } });
    const user = userEvent.setup();
    const field = await screen.findByRole('textbox', { name: 'Mutual connections' });
    await user.type(field, 'Bo Example and 8 other mutual connections{Enter}');
    await waitFor(() => expect(calls[0]?.[0]).toBe('update'));
    expect(calls[0]?.[1]).toMatchObject({ id: 1, form: { mutualNames: ['Bo Example'], mutualCount: 9 } });
  });

  it('logs where they met from the card, with the event the message names', async () => {
    const calls = await open({
      vetting: {
        missing: ['encounter'],
        reasons: [
          {
            code: 'event_attended',
            stance: 'for',
            params: { event: 'LoomConf' },
            on: '2025-05-03',
            source: { kind: 'event', eventId: 3 as never },
          },
        ],
      },
    });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: /Yes, I remember/ }));
    await user.click(screen.getByRole('button', { name: 'Log it' }));
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]).toEqual([
      'logEncounter',
      expect.objectContaining({
        eventId: 3,
        metOn: '2025-05-03',
        who: {
          kind: 'new',
          contact: expect.objectContaining({ given: 'Ada', family: 'Example', urls: [anInvitation().url] }),
        },
      }),
    ]);
  });

  it('asks why when the decision goes against it, and keeps the reason', async () => {
    const calls = await open({ vetting: { verdict: 'IGNORE' } });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: /Decide otherwise/ }));
    await user.click(await screen.findByRole('menuitem', { name: /^Accept/ }));
    await user.type(await screen.findByLabelText('Why you decide this way'), 'A neighbour');
    await user.click(screen.getByRole('button', { name: 'Decide' }));
    await waitFor(() =>
      expect(calls).toEqual([['decide', { id: 1, decision: 'accept', reason: 'A neighbour' }]]),
    );
  });

  it('shows past decisions with the evidence they were taken on', async () => {
    const vetting = aVetting({
      verdict: 'REPORT',
      reasons: [{ code: 'scam_money', stance: 'against', params: { quote: 'send money' } }],
    });
    await open({
      invitations: [anInvitation({ state: 'accepted' })],
      decisions: [{ decision: 'accept', reason: 'A neighbour', decidedAt: '2025-05-03T10:00:00Z', vetting }],
    });
    expect(await screen.findByText('A neighbour')).toBeTruthy();
    expect(screen.getByText('The book said: Report')).toBeTruthy();
    expect(screen.getByText('Asks for money: “send money”')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Open it again' })).toBeTruthy();
  });
});

describe('the mutual connections of an invitation', () => {
  it('record an answer with two keys and a question with one', async () => {
    const calls = await open({ invitations: [anInvitation({ mutuals: [aMutual(4)] })] });
    const row = await screen.findByRole('listitem', { name: 'Mutual 4' });
    fireEvent.keyDown(row, { key: 'k' });
    fireEvent.keyDown(row, { key: 'a' });
    fireEvent.keyDown(await screen.findByRole('button', { name: /Knows them well/ }), { key: '4' });
    await waitFor(() => expect(calls).toHaveLength(2));
    expect(calls).toEqual([
      ['recordAsked', { mutualId: 4 }],
      ['recordAnswer', { mutualId: 4, answer: 'not_really', quoteShareable: false }],
    ]);
  });

  it('ask who a name is that nobody was matched to', async () => {
    const { contactId: _, ...mutual } = aMutual(4, { fn: '', name: 'Bo Example', ownerLevel: 'unknown' });
    await open({ invitations: [anInvitation({ mutuals: [mutual] })] });
    expect(await screen.findByRole('combobox', { name: 'Who is Bo Example in your book?' })).toBeTruthy();
  });
});

describe('a new invitation', () => {
  it('fills its fields from pasted text and wants a name before it is saved', async () => {
    navigate({ section: 'invitations', mode: 'new' });
    const calls = await open();
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Add' }));
    expect(screen.getByText(/write their name/)).toBeTruthy();
    const paste = screen.getByRole('textbox', { name: 'Paste it here' });
    fireEvent.change(paste, {
      target: { value: 'Bo Example\nBuilds looms\nAna Example and 3 other mutual connections\nHello there' },
    });
    await user.click(screen.getByRole('button', { name: 'Fill in the fields' }));
    await user.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(calls[0]?.[0]).toBe('create'));
    expect(calls[0]?.[1]).toMatchObject({
      fn: 'Bo Example',
      headline: 'Builds looms',
      mutualNames: ['Ana Example'],
      mutualCount: 4,
    });
  });
});
