// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { OpenUpload } from '#renderer/features/imports/transfer.ts';
import { useWork } from '#renderer/features/imports/work.ts';
import { useStore } from '#renderer/store/store.ts';
import { aChange, anItem, NOTHING } from './fake-book.ts';
import { batch, contactId, items, onAnEmptyPage, open, row, tab } from './open-screen.tsx';

onAnEmptyPage();

describe('single values', () => {
  const boxes = () => screen.findByRole('table', { name: 'What the file says' }).then(within);

  it('are shown by name, label and type, and left out one by one; the name of somebody new stays', async () => {
    const user = userEvent.setup();
    const { leftOut, refetch } = await open();
    const table = await boxes();
    expect(table.getByRole('rowheader', { name: 'E-mail work' })).toBeTruthy();
    expect(table.getByRole('rowheader', { name: 'Hobby' })).toBeTruthy();
    expect(table.getByRole('checkbox', { name: 'Bring in Name: Ana Ruiz' })).toHaveProperty('disabled', true);
    await user.click(table.getByRole('checkbox', { name: 'Bring in E-mail: ana@example.org' }));
    await user.click(table.getByRole('checkbox', { name: 'Bring in Hobby: rowing' }));
    expect(leftOut.at(-1)).toEqual({ itemId: 1, leftOut: [1, 2] });
    await refetch();
    expect((await row(/Ana Ruiz/)).textContent).toContain('2 left out');
    await user.click(table.getByRole('checkbox', { name: 'Bring in E-mail: ana@example.org' }));
    expect(leftOut.at(-1)).toEqual({ itemId: 1, leftOut: [2] });
  });

  it('show a picture out of the file itself, by an address of the page’s own', async () => {
    await open();
    const picture = (await boxes()).getByRole('img', { name: 'Photo of Ana Ruiz' });
    expect(picture.getAttribute('src')).toMatch(/^blob:/);
  });

  it('say whose record of another file they add to', async () => {
    await open({}, [
      anItem(1, { fn: 'Ana Ruiz', joins: { entryName: 'Connections.csv', line: 12, fn: 'Ana Ruiz' } }),
    ]);
    expect(await screen.findByText('Joins Ana Ruiz, Connections.csv line 12')).toBeTruthy();
  });
});

describe('what a newer calendar changes', () => {
  it('is said in words, and each of it can be left out', async () => {
    const user = userEvent.setup();
    const changes = [
      aChange('SUMMARY', 'Long lunch', { before: 'Lunch' }),
      aChange('DTSTART', '2025-05-14', { before: '2025-05-12' }),
    ];
    const { leftOut } = await open({ counts: { ...NOTHING, update: 1 } }, [
      anItem(1, { subject: 'event', action: 'update', fn: 'Long lunch', changes }),
    ]);
    const table = within(await screen.findByRole('table', { name: 'What changes' }));
    expect(table.getByRole('row', { name: /Name Lunch Long lunch/ })).toBeTruthy();
    expect(table.getByRole('row', { name: /Begins May 12, 2025 May 14, 2025/ })).toBeTruthy();
    await user.click(table.getByRole('checkbox', { name: 'Bring in Begins: May 14, 2025' }));
    expect(leftOut.at(-1)).toEqual({ itemId: 1, leftOut: [1] });
  });
});

describe('many records', () => {
  const many = [
    ...['Ana Ruiz', 'Bo Falk', 'Cleo Ruiz'].map((fn, at) => anItem(at + 1, { fn })),
    anItem(4, { subject: 'event', fn: 'Paper Fair' }),
    anItem(5, { subject: 'evidence', fn: 'Bo Falk' }),
  ];
  const records = () => within(screen.getByRole('listbox', { name: 'New: records' }));
  const all = { counts: { ...NOTHING, create: 5 } };

  it('are narrowed to one subject, and all of it is marked at once', async () => {
    const user = userEvent.setup();
    const { chosen, chosenAll } = await open(all, many);
    const subjects = within(await screen.findByRole('group', { name: 'Show' }));
    expect(subjects.getAllByRole('radio')).toHaveLength(4);
    await user.click(subjects.getByRole('radio', { name: 'Events 1' }));
    await row(/Paper Fair/);
    expect(records().getAllByRole('option')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Mark all 1 found' }));
    await user.click(screen.getByRole('button', { name: 'Leave out' }));
    expect(chosen).toEqual([{ itemIds: [4], choice: 'skip' }]);
    expect(chosenAll).toEqual([]);
  });

  it('are searched, and all that is found is decided about in one go', async () => {
    const user = userEvent.setup();
    const { chosenAll } = await open(all, many);
    await row(/Cleo Ruiz/);
    await user.type(screen.getByRole('searchbox', { name: 'Search these records' }), 'ruiz');
    await waitFor(() => expect(records().getAllByRole('option')).toHaveLength(2));
    await user.click(screen.getByRole('button', { name: 'Mark all 2 found' }));
    await user.click(screen.getByRole('button', { name: 'Leave out' }));
    expect(chosenAll).toEqual([{ action: 'create', search: 'ruiz', choice: 'skip' }]);
    // Choosing changes nothing in the book: what an Undo took back would be something else.
    const toast = useStore.getState().toasts.at(-1);
    expect(toast).toMatchObject({ text: 'Leave out: 2 records' });
    expect(toast?.action).toBeUndefined();
  });

  it('say so where a search finds none', async () => {
    const user = userEvent.setup();
    await open(all, many);
    await row(/Cleo/);
    await user.type(screen.getByRole('searchbox', { name: 'Search these records' }), 'zz');
    expect(await screen.findByText('No record matches “zz”.')).toBeTruthy();
  });
});

describe('a newer export', () => {
  const newer = [
    anItem(1),
    anItem(2, { action: 'update', changes: [aChange('ORG', 'New Ltd', { before: 'Old Ltd' })] }),
    anItem(3, { action: 'left', fn: 'Dora Gone', choice: 'skip', contactId }),
  ];
  const change = {
    counts: { ...NOTHING, create: 1, update: 1, same: 7, left: 1 },
    appliedBefore: '2026-01-01T10:00:00Z',
  };

  it('says who joined, changed and left, and that this very file was there before', async () => {
    await open(change, newer);
    const summary = within(await screen.findByRole('region', { name: 'What is new since the last export' }));
    expect((await summary.findAllByRole('listitem')).map(({ textContent }) => textContent)).toEqual([
      '1 joined',
      '1 changed job',
      '1 no longer there',
    ]);
    expect(screen.getByText(/You imported this very file .*2026/)).toBeTruthy();
  });

  it('takes nobody off unless the owner says so', async () => {
    const user = userEvent.setup();
    const { chosen } = await open(change, newer);
    await user.click(tab(/No longer there/));
    expect(screen.getByText(/They stay in your book/)).toBeTruthy();
    await row(/Dora Gone/);
    expect(await screen.findByRole('radio', { name: 'Leave as it is' })).toHaveProperty('checked', true);
    await user.click(screen.getByRole('radio', { name: 'Take the connection off' }));
    expect(chosen).toEqual([{ itemIds: [3], choice: 'take' }]);
  });

  it('has no such tab where everybody is still there', async () => {
    await open();
    expect(screen.queryByRole('tab', { name: /No longer there/ })).toBeNull();
  });
});

describe('reading a file differently', () => {
  const upload = { uploadId: 'u', fileName: 'archive.zip', readings: {} } as unknown as OpenUpload; // a branded id

  it('shows how it would be read, and stages it again in the place of the first preview', async () => {
    const user = userEvent.setup();
    const { staged } = await open();
    useWork.setState({ uploads: new Map([[batch.id, upload]]) });
    await user.click(await screen.findByRole('button', { name: 'Read it differently… Connections.csv' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Read Connections.csv differently' }));
    const encoding = await dialog.findByRole('combobox', { name: 'Encoding' });
    await user.selectOptions(encoding, 'Windows-1252 (Western European)');
    const second = await dialog.findByRole('combobox', { name: 'Column 2: mail' });
    await user.selectOptions(second, 'Nickname');
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Dates are written' }), 'day, month, year');
    await user.click(dialog.getByRole('button', { name: 'Read it like this' }));
    await waitFor(() => expect(staged).toHaveLength(1));
    expect(staged[0]).toEqual({
      readings: {
        'Connections.csv': {
          kind: 'csv',
          encoding: 'windows-1252',
          mapping: {
            delimiter: ',',
            headerLine: 1,
            dateOrder: 'dmy',
            columns: [
              { name: 'GIVEN', type: '' },
              { name: 'NICKNAME', type: '' },
            ],
          },
        },
      },
      replaces: batch.id,
    });
    await waitFor(() => expect(useStore.getState().route.id).toBe(batch.id + 1));
  });

  // The second column was chosen while the book still answered about the first, and the first was lost.
  it('keeps every column that was chosen, however slowly the book answers', async () => {
    const user = userEvent.setup();
    const slow = Promise.withResolvers<void>();
    let asked = 0;
    const { staged } = await open({}, items, async () => {
      asked += 1;
      if (asked > 1) await slow.promise;
    });
    useWork.setState({ uploads: new Map([[batch.id, upload]]) });
    await user.click(await screen.findByRole('button', { name: 'Read it differently… Connections.csv' }));
    const first = await screen.findByRole('combobox', { name: 'Column 1: given' });
    await user.selectOptions(first, 'Family name');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Column 2: mail' }), 'Nickname');
    await user.click(screen.getByRole('button', { name: 'Read it like this' }));
    await waitFor(() => expect(staged).toHaveLength(1));
    expect(staged[0]).toMatchObject({
      readings: {
        'Connections.csv': { mapping: { columns: [{ name: 'FAMILY' }, { name: 'NICKNAME' }] } },
      },
    });
    slow.resolve();
  });

  it('is not offered for what was left unread on purpose, nor once the bytes are gone', async () => {
    await open();
    expect(screen.queryByRole('button', { name: /differently/ })).toBeNull();
    expect(screen.getByText(/drop it once more/)).toBeTruthy();
    useWork.setState({ uploads: new Map([[batch.id, upload]]) });
    expect(await screen.findAllByRole('button', { name: /differently/ })).toHaveLength(1);
  });
});
