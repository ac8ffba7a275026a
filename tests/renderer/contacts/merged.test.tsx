// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Merged } from '#api/contacts.ts';
import { connect } from '#renderer/client/client.ts';
import { createQueryClient } from '#renderer/client/queries.ts';
import { PeopleList } from '#renderer/features/contacts/PeopleList.tsx';
import { PersonScreen } from '#renderer/features/contacts/PersonScreen.tsx';
import { navigate, useStore } from '#renderer/store/store.ts';
import '#renderer/strings/i18n.ts';
import { TooltipProvider } from '#renderer/ui/Tooltip.tsx';
import { aProperty } from '#tests/renderer/duplicates/builders.ts';
import { connectionTo } from '#tests/renderer/imports/fake-book.ts';

const merged: Merged = {
  mergeId: 8 as Merged['mergeId'], // ids of the fake book are what the tests say
  fn: 'Augusta Byron',
  mergedAt: '2025-05-03T10:00:00Z',
  properties: [
    aProperty(20, 'N', 'Byron;Augusta;;;'),
    aProperty(21, 'EMAIL', 'augusta@example.org'),
    aProperty(22, 'TEL', '+1 555 0100'),
  ],
  links: { encounters: 2, ties: 0, invitations: 1, introductions: 0 },
};

const person = (id: number) => ({
  id,
  fn: 'Ada Byron',
  org: '',
  title: '',
  isOwner: false,
  properties: [aProperty(10, 'N', 'Byron;Ada;;;')],
  howWeKnow: [],
  encounters: [],
  tie: { level: 'unknown', setBy: 'rule', basis: [], unconfirmed: false, certainty: 'none' },
  invitations: [],
});

async function open(summary = { isReady: true, surely: 0, probably: 0, possibly: 0, clones: 0 }) {
  const calls: unknown[] = [];
  await connect(
    connectionTo({
      contacts: {
        // Card 2 has become part of card 1.
        get: ({ id }: { id: number }) => person(id === 2 ? 1 : id),
        merged: ({ id }: { id: number }) => (id === 1 ? [merged] : []),
        unmerge: (input) => {
          calls.push(input);
          return { id: 9 };
        },
        list: () => ({ total: 1, rows: [{ ...person(1), metAt: '' }] }),
        find: () => [{ ...person(5), fn: 'Bo Falk', metAt: '' }],
      },
      duplicates: { summary: () => summary },
      network: { mutuals: () => [], mutualContacts: () => [] },
      book: { summary: () => ({ counts: { contacts: 1 } }) },
    }),
  );
  render(
    <QueryClientProvider client={createQueryClient()}>
      <TooltipProvider>
        <PeopleList />
        <PersonScreen />
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return calls;
}

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(640);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(320);
  useStore.setState({ toasts: [], overlay: undefined });
  navigate({ section: 'people', id: 1 });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('a card that others have become part of', () => {
  it('says who, and what came along', async () => {
    await open();
    expect(await screen.findByRole('heading', { name: 'Merged into this card' })).toBeTruthy();
    expect(screen.getByText('Came along: 3 values, 2 meetings, 1 invitation')).toBeTruthy();
  });

  it('lets somebody out again with the values that are ticked, and goes to them', async () => {
    const calls = await open();
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Take out again… Augusta Byron' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Take Augusta Byron out again' }));
    expect(dialog.queryByRole('checkbox', { name: /^Name/ })).toBeNull();
    await user.click(dialog.getByRole('checkbox', { name: 'Telephone +1 555 0100' }));
    await user.click(dialog.getByRole('button', { name: 'Take out' }));
    await waitFor(() => expect(calls).toEqual([{ mergeId: 8, stays: [22], keepApart: true }]));
    await waitFor(() => expect(useStore.getState().route).toEqual({ section: 'people', id: 9 }));
  });

  it('lets them be suggested again where the owner says so', async () => {
    const calls = await open();
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Take out again… Augusta Byron' }));
    await user.click(screen.getByRole('checkbox', { name: 'Do not suggest them again' }));
    await user.click(screen.getByRole('button', { name: 'Take out' }));
    await waitFor(() => expect(calls).toEqual([{ mergeId: 8, stays: [], keepApart: false }]));
  });

  it('is where an old link to one of them leads', async () => {
    navigate({ section: 'people', id: 2 });
    await open();
    await waitFor(() => expect(useStore.getState().route).toEqual({ section: 'people', id: 1 }));
  });
});

describe('the way to a merge', () => {
  it('is the menu of a card: the other is picked, then both are looked at', async () => {
    await open();
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Merge with…' }));
    await user.type(await screen.findByRole('combobox', { name: 'Who is the same person?' }), 'bo');
    await user.click(await screen.findByRole('option', { name: /Bo Falk/ }));
    await user.click(screen.getByRole('button', { name: 'Compare' }));
    expect(useStore.getState().route).toEqual({
      section: 'people',
      id: 1,
      mode: 'merge',
      params: { with: '5' },
    });
  });

  it('is a quiet button over the list, which counts the three tiers and no second profiles', async () => {
    await open({ isReady: true, surely: 1, probably: 2, possibly: 3, clones: 4 });
    await userEvent.click(await screen.findByRole('button', { name: '6 may be in the book twice' }));
    expect(useStore.getState().route).toEqual({ section: 'people', mode: 'duplicates' });
  });

  it('is not there while nobody is in the book twice', async () => {
    await open();
    await screen.findByRole('heading', { name: 'Merged into this card' });
    expect(screen.queryByRole('button', { name: /twice/ })).toBeNull();
  });
});
