// @vitest-environment happy-dom
import { UNTOUCHED } from '#core/introductions/goodwill.ts';
import type { Invitation } from '#core/invitations/model.ts';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { navigate, useStore } from '#renderer/store/store.ts';
import { aMutual, anInvitation } from './builders.ts';
import { open, useQueue } from './open-queue.tsx';

useQueue();

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

  it('puts off for "later" and moves on; of one that waits for others it only moves on', async () => {
    const calls = await open({ invitations: two });
    await screen.findByRole('option', { name: /Bo Example/ });
    fireEvent.keyDown(document.body, { key: '0' });
    await waitFor(() => expect(useStore.getState().route.id).toBe(2));
    await waitFor(() => expect(calls).toEqual([['decide', { id: 1, decision: 'later', reason: '' }]]));
    cleanup();
    navigate({ section: 'invitations', id: 1 });
    const asked = two.map((one): Invitation => ({ ...one, state: 'waiting_inviter' }));
    const none = await open({ invitations: asked });
    await screen.findByRole('option', { name: /Bo Example/ });
    fireEvent.keyDown(document.body, { key: '0' });
    await waitFor(() => expect(useStore.getState().route.id).toBe(2));
    expect(none).toEqual([]);
  });

  it('is decided several rows at once, each by what its verdict advises to ask, and then none is chosen', async () => {
    const calls = await open({ invitations: two, vetting: { verdict: 'ASK_MUTUALS' } });
    await screen.findByRole('option', { name: /Bo Example/ });
    const list = screen.getByRole('listbox', { name: 'Invitations' });
    fireEvent.keyDown(list, { key: 'a', ctrlKey: true });
    const bar = within(await screen.findByRole('group', { name: 'The chosen invitations' }));
    expect(bar.getByText('2 chosen')).toBeTruthy();
    fireEvent.keyDown(document.body, { key: '2' });
    await waitFor(() =>
      expect(calls).toEqual([
        [
          'decideMany',
          {
            decisions: [
              { id: 1, decision: 'ask_mutuals' },
              { id: 2, decision: 'ask_mutuals' },
            ],
          },
        ],
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('group', { name: 'The chosen invitations' })).toBeNull());
    expect(useStore.getState().toasts[0]?.text).toBe('Decided about 2 invitations');
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
      ['recordAnswer', { mutualId: 4, answer: 'not_really', quote: '', quoteShareable: false }],
    ]);
  });

  const goodwill = { ...UNTOUCHED, taken: 3, left: 0, lastAskedOn: '2000-01-01' };
  const asking = {
    goodwill,
    reliability: { answers: 9, disowned: 4 },
    isNotAsked: true,
    hasDisowned: false,
    knows: { level: 'unknown', certainty: 'recorded' },
  } as const;

  it('say what speaks against asking, and want a reason before it is noted', async () => {
    const calls = await open({ invitations: [anInvitation({ mutuals: [aMutual(4, { asking })] })] });
    const row = await screen.findByRole('listitem', { name: 'Mutual 4' });
    expect(row.textContent).toContain('does not want to be asked');
    expect(row.textContent).toContain('asked 3 times this year already');
    expect(row.textContent).toContain(
      'Said of 4 of 9 people shown as mutual that they do not really know them',
    );
    fireEvent.keyDown(row, { key: 'k' });
    expect(calls).toEqual([]);
    const user = userEvent.setup();
    await user.click(await within(row).findByRole('button', { name: 'I asked them – Mutual 4' }));
    expect(calls).toEqual([]);
    expect(within(row).getByText(/Write down why you do/)).toBeTruthy();
    await user.type(within(row).getByLabelText('Why you ask all the same'), 'They offered.{Enter}');
    await waitFor(() => expect(calls).toEqual([['recordAsked', { mutualId: 4, reason: 'They offered.' }]]));
  });

  it('offer one reminder from day five on, and never a second', async () => {
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
    const calls = await open({
      invitations: [
        anInvitation({
          state: 'waiting_references',
          mutuals: [
            aMutual(4, { askedOn: ago(7) }),
            aMutual(5, { askedOn: ago(8), nudgedOn: ago(2) }),
            aMutual(6, { askedOn: ago(12) }),
            aMutual(7, { askedOn: ago(2) }),
          ],
        }),
      ],
    });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Remind them once – Mutual 4' }));
    await user.click(await screen.findByRole('button', { name: 'I reminded them' }));
    await waitFor(() => expect(calls).toEqual([['recordNudged', { mutualId: 4 }]]));
    expect(screen.queryByRole('button', { name: /Remind them once – Mutual [567]/ })).toBeNull();
    expect(screen.getByRole('listitem', { name: 'Mutual 6' }).textContent).toContain('silence counts as one');
  });

  it('keep what somebody said in their own words, and whether it may be shared', async () => {
    const calls = await open({
      invitations: [anInvitation({ mutuals: [aMutual(4, { answer: 'knows', answeredOn: '2026-01-02' })] })],
    });
    const row = await screen.findByRole('listitem', { name: 'Mutual 4' });
    const user = userEvent.setup();
    fireEvent.keyDown(row, { key: 'a' });
    await user.type(await screen.findByLabelText('In their words'), 'Knows 3 looms');
    await user.click(screen.getByLabelText('May be shared with the inviter'));
    await user.click(screen.getByRole('button', { name: 'Save their words' }));
    const said = { mutualId: 4, answer: 'knows', quote: 'Knows 3 looms', quoteShareable: true };
    await waitFor(() => expect(calls).toEqual([['recordAnswer', said]]));
  });

  it('choose among several of one name, and take none of them for granted', async () => {
    const { contactId: _, ...mutual } = aMutual(4, { fn: '', name: 'Bo Example', ownerLevel: 'unknown' });
    const two = [21, 22].map((contactId) => ({
      contactId,
      fn: 'Bo Example',
      org: `Mill ${contactId}`,
      ownerLevel: 'know',
    }));
    const calls = await open({ invitations: [anInvitation({ mutuals: [mutual] })], called: two });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Bo Example, Mill 22 is Bo Example' }));
    await waitFor(() => expect(calls).toEqual([['matchMutual', { mutualId: 4, contactId: 22 }]]));
    await user.click(screen.getByRole('button', { name: 'None of them is Bo Example' }));
    expect(screen.queryByRole('button', { name: /Mill 22/ })).toBeNull();
    expect(screen.getByRole('combobox', { name: 'Who is Bo Example in your book?' })).toBeTruthy();
  });

  it('ask who a name is that nobody was matched to', async () => {
    const { contactId: _, ...mutual } = aMutual(4, { fn: '', name: 'Bo Example', ownerLevel: 'unknown' });
    await open({ invitations: [anInvitation({ mutuals: [mutual] })] });
    expect(await screen.findByRole('combobox', { name: 'Who is Bo Example in your book?' })).toBeTruthy();
  });
});
