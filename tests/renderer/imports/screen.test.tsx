// @vitest-environment happy-dom
import { ORPCError } from '@orpc/client';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { useWork } from '#renderer/features/imports/work.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { fakeBook, NOTHING } from './fake-book.ts';
import { batch, onAnEmptyPage, open, row, show, tab } from './open-screen.tsx';

onAnEmptyPage();

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
    expect(cells.map(({ textContent }) => textContent)).toEqual(['', 'Old Ltd', 'New Ltd']);
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
    expect(await screen.findByText(/1 added · 1 changed · 2 of a name your book has/)).toBeTruthy();
    expect(await screen.findByRole('button', { name: '3 invitations are waiting for you' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo this import' }));
    await refetch();
    expect(await screen.findByText(/2 people were removed\. 1 person stayed/)).toBeTruthy();
  });

  it('cannot be imported when nothing in it is new', async () => {
    await open({ counts: { ...NOTHING, same: 9 } });
    expect(screen.getByRole('button', { name: 'Import' })).toHaveProperty('disabled', true);
    expect(screen.getByText(/Nothing new in it/)).toBeTruthy();
  });

  it('offers no choice once it is done', async () => {
    await open({ state: 'applied', appliedAt: '2026-01-02T04:00:00Z' });
    await row(/Ana Ruiz/);
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.queryByRole('button', { name: /Mark all/ })).toBeNull();
  });
});

describe('the start of the section', () => {
  it('takes a drop over and says why it cannot be read', async () => {
    navigate({ section: 'imports' });
    await show(fakeBook(batch, []).procedures);
    expect(screen.getByRole('button', { name: 'Choose a file…' })).toBeTruthy();
    expect(screen.getByText(/works for 72 hours/)).toBeTruthy();
    expect(screen.getAllByText('Drop the .vcf here.').length).toBeGreaterThan(1);
    const file = new File([], 'empty.zip');
    useStore.getState().filesDropped('empty.zip', [{ name: 'empty.zip', file }]);
    // The fake book has no way in: that is a problem like any other.
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('This could not be prepared');
    expect(alert.textContent).toContain('File: empty.zip');
    expect(useStore.getState().drops).toEqual([]);
    expect(within(alert).queryByRole('button', { name: 'Say what it is…' })).toBeNull();
    await userEvent.click(within(alert).getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });
  it('takes pasted text as a file, from its dialog or straight from the keyboard', async () => {
    const user = userEvent.setup();
    const begun: unknown[] = [];
    const { procedures } = fakeBook(batch, []);
    const begin = (input: unknown) => {
      begun.push(input);
      return Promise.reject(
        new ORPCError('UNREADABLE_FILE', { data: { why: 'not_recognised', detail: '' } }),
      );
    };
    navigate({ section: 'imports' });
    await show({ ...procedures, imports: { ...procedures['imports'], begin } });
    await user.click(screen.getByRole('button', { name: /Paste text/ }));
    const dialog = within(screen.getByRole('dialog', { name: 'Paste text' }));
    expect(dialog.getByRole('button', { name: 'Look at it' })).toHaveProperty('disabled', true);
    await user.type(dialog.getByRole('textbox', { name: 'Text' }), 'BEGIN:VCARD');
    await user.click(dialog.getByRole('button', { name: 'Look at it' }));
    const file = { files: [{ name: 'Pasted text', size: 11 }] };
    await waitFor(() => expect(begun).toEqual([file]));
    await screen.findByRole('alert');
    const clipboardData = { files: [], getData: () => 'dn: cn=Ana\n' };
    fireEvent.paste(window, { clipboardData });
    await waitFor(() => expect(begun).toHaveLength(2));
    await screen.findByRole('alert');
    // Nothing but white space is nothing.
    fireEvent.paste(window, { clipboardData: { files: [], getData: () => ' \n' } });
    expect(useStore.getState().drops).toEqual([]);
  });
});
