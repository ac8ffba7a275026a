// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImportBatch } from '#core/imports/model.ts';
import { connect } from '#renderer/client/client.ts';
import { createQueryClient } from '#renderer/client/queries.ts';
import { ImportScreen } from '#renderer/features/imports/ImportScreen.tsx';
import { ImportsList } from '#renderer/features/imports/ImportsList.tsx';
import { useWork } from '#renderer/features/imports/work.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import '#renderer/strings/i18n.ts';
import { aBatch, anItem, connectionTo, fakeBook } from './fake-book.ts';
import type { FakeBook } from './fake-book.ts';

const contactId = 5 as NonNullable<ReturnType<typeof anItem>['contactId']>; // a person the fake book knows
const items = [
  anItem(1),
  anItem(2, { action: 'review', contactId, fn: 'Sam Doe' }),
  anItem(3, { action: 'review', contactId, fn: 'Kim Roe' }),
  anItem(4, { action: 'update', contactId, changes: [{ name: 'ORG', before: 'Old Ltd', after: 'New Ltd' }] }),
  anItem(5, { action: 'unusable', fn: '', issues: [{ line: 8, code: 'UNAVAILABLE_MEMBER', params: {} }] }),
];
const counts = { create: 1, update: 1, same: 0, review: 2, unusable: 1 };
const entries: ImportBatch['entries'] = [
  {
    entryName: 'Connections.csv',
    kind: 'linkedin-connections',
    records: 5,
    verdict: 'recognised',
    because: 'First Name,Last Name',
  },
  { entryName: 'Logins.csv', records: 0, verdict: 'sensitive', because: '' },
];
const batch = aBatch({ counts, entries, owner: { fn: 'Maria Muster', url: '' } });

async function open(
  change: Partial<ImportBatch> = {},
): Promise<FakeBook & { readonly refetch: () => Promise<void> }> {
  const book = fakeBook({ ...batch, ...change }, items);
  await connect(connectionTo(book.procedures));
  const queries = createQueryClient();
  navigate({ section: 'imports', id: batch.id });
  render(
    <QueryClientProvider client={queries}>
      <ImportsList />
      <ImportScreen />
    </QueryClientProvider>,
  );
  await screen.findByRole('heading', { name: 'archive.zip' });
  return { ...book, refetch: () => queries.invalidateQueries() };
}
const tab = (name: RegExp) => screen.getByRole('tab', { name });
const row = (name: RegExp) => screen.findByRole('option', { name });

beforeEach(() => {
  // The list shows as many rows as fit, and nothing has a size where nothing is drawn.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(640);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(320);
  useWork.setState({ work: { state: 'idle' }, reverted: new Map() });
  useStore.setState({ toasts: [], drops: [] });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the preview of an import', () => {
  it('says whose archive it is, what each file is, and names the sensitive ones', async () => {
    await open();
    expect(screen.getByText('This looks like your own archive, Maria Muster.')).toBeTruthy();
    const left = within(screen.getByRole('list', { name: '1 left out, and why' }));
    expect(left.getByText('Logins.csv')).toBeTruthy();
    expect(left.getByText('Sensitive, left out')).toBeTruthy();
    expect(screen.getByText(/Recognised by its columns: First Name, Last Name/)).toBeTruthy();
  });

  it('counts what would happen on its tabs', async () => {
    await open();
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual([
      'New1',
      'Changed1',
      'Same0',
      'Conflicts2',
      'Unusable1',
    ]);
  });

  it('shows a change before and after, and why a record is unusable', async () => {
    const user = userEvent.setup();
    await open();
    await user.click(tab(/Changed/));
    const cells = within(await screen.findByRole('table', { name: 'What changes' })).getAllByRole('cell');
    expect(cells.map(({ textContent }) => textContent)).toEqual(['Old Ltd', 'New Ltd']);
    await user.click(tab(/Unusable/));
    expect((await row(/No name/)).textContent).toContain('the account is closed or hidden');
  });

  it('joins a record with the person of its name only when asked', async () => {
    const user = userEvent.setup();
    const { chosen, refetch } = await open();
    await user.click(screen.getByRole('button', { name: 'Decide' }));
    await row(/Sam Doe/);
    expect(await screen.findByRole('link', { name: 'Person in the book' })).toBeTruthy();
    expect(screen.getByRole('radio', { name: 'New person' })).toHaveProperty('checked', true);
    await user.click(screen.getByRole('radio', { name: 'Same person' }));
    expect(chosen).toEqual([{ itemIds: [2], choice: 'join' }]);
    await refetch();
    expect((await row(/Sam Doe/)).textContent).toContain('Same person');
  });

  it('marks records with Space and decides about all of them at once', async () => {
    const user = userEvent.setup();
    const { chosen } = await open();
    await user.click(tab(/Conflicts/));
    await row(/Sam Doe/);
    screen.getByRole('listbox', { name: /Conflicts/ }).focus();
    await user.keyboard(' {ArrowDown} ');
    const bulk = within(screen.getByRole('group', { name: 'What to do with the marked records' }));
    expect(bulk.getByText('2 marked')).toBeTruthy();
    await user.click(bulk.getByRole('button', { name: 'Leave out' }));
    expect(chosen).toEqual([{ itemIds: [2, 3], choice: 'skip' }]);
    await waitFor(() => expect(bulk.queryByText('2 marked')).toBeNull());
  });

  it('marks a stretch with Shift, and all with Ctrl-A, and none with Escape', async () => {
    const user = userEvent.setup();
    await open();
    await user.click(tab(/Conflicts/));
    fireEvent.click(await row(/Sam Doe/));
    fireEvent.click(await row(/Kim Roe/), { shiftKey: true });
    expect(screen.getByText('2 marked')).toBeTruthy();
    const list = screen.getByRole('listbox', { name: /Conflicts/ });
    fireEvent.keyDown(list, { key: 'Escape' });
    expect(screen.queryByText('2 marked')).toBeNull();
    fireEvent.keyDown(list, { key: 'a', ctrlKey: true });
    expect(screen.getByText('2 marked')).toBeTruthy();
  });

  it('is imported, then taken back', async () => {
    const user = userEvent.setup();
    const { refetch } = await open();
    await user.click(screen.getByRole('button', { name: 'Import' }));
    await waitFor(() => expect(useWork.getState().work.state).toBe('idle'));
    await refetch();
    expect(await screen.findByText(/1 added · 1 changed · 2 decided by you/)).toBeTruthy();
    expect(await screen.findByRole('button', { name: '3 invitations are waiting for you' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo this import' }));
    await refetch();
    expect(await screen.findByText(/2 people were removed\. 1 person stayed/)).toBeTruthy();
  });

  it('cannot be imported when nothing in it is new', async () => {
    await open({ counts: { create: 0, update: 0, same: 9, review: 0, unusable: 0 } });
    expect(screen.getByRole('button', { name: 'Import' })).toHaveProperty('disabled', true);
    expect(screen.getByText(/Nothing new in it/)).toBeTruthy();
  });

  it('offers no choice once it is done', async () => {
    await open({ state: 'applied', appliedAt: '2026-01-02T04:00:00Z' });
    await row(/Person 1/);
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.queryByRole('button', { name: /Mark all/ })).toBeNull();
  });
});

describe('the start of the section', () => {
  it('takes a drop over and says why it cannot be read', async () => {
    await connect(connectionTo(fakeBook(batch, []).procedures));
    navigate({ section: 'imports' });
    render(
      <QueryClientProvider client={createQueryClient()}>
        <ImportsList />
        <ImportScreen />
      </QueryClientProvider>,
    );
    expect(screen.getByRole('button', { name: 'Choose a file…' })).toBeTruthy();
    expect(screen.getByText(/works for 72 hours/)).toBeTruthy();
    const file = new File([], 'empty.zip');
    useStore.getState().filesDropped('empty.zip', [{ name: 'empty.zip', file }]);
    // The fake book has no way in: that is a problem like any other.
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('This could not be prepared');
    expect(alert.textContent).toContain('File: empty.zip');
    expect(useStore.getState().drops).toEqual([]);
    await userEvent.click(within(alert).getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
