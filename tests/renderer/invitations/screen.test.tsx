// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Invitation } from '#core/invitations/model.ts';
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
      ['recordAnswer', { mutualId: 4, answer: 'not_really', quoteShareable: false }],
    ]);
  });

  it('ask who a name is that nobody was matched to', async () => {
    const { contactId: _, ...mutual } = aMutual(4, { fn: '', name: 'Bo Example', ownerLevel: 'unknown' });
    await open({ invitations: [anInvitation({ mutuals: [mutual] })] });
    expect(await screen.findByRole('combobox', { name: 'Who is Bo Example in your book?' })).toBeTruthy();
  });
});
