// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect } from '#renderer/client/client.ts';
import { queryClient } from '#renderer/client/queries.ts';
import { PeoplePane } from '#renderer/app/PeoplePane.tsx';
import { isSelected, peopleOf } from '#renderer/store/selection.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import '#renderer/strings/i18n.ts';
import { connectionTo } from '#tests/renderer/imports/fake-book.ts';

const COUNT = 100_000;
const person = (at: number) => ({
  id: at + 1,
  fn: `Person ${at + 1}`,
  org: '',
  title: '',
  metAt: '',
  isOwner: false,
});

interface Stretch {
  readonly text: string;
  readonly offset: number;
  readonly limit: number;
}

/** The list over a book of very many, of whom `few` are found by any words; remembers which keys it was asked for. */
async function open(few = 3) {
  const stretches: Stretch[] = [];
  await connect(
    connectionTo({
      contacts: {
        list: ({ text, page }: { text: string; page: { offset: number; limit: number } }) => {
          const total = text === '' ? COUNT : few;
          const length = Math.max(0, Math.min(page.limit, total - page.offset));
          return { total, rows: Array.from({ length }, (_, at) => person(page.offset + at)) };
        },
        find: () => [],
        facetValues: () => [],
      },
      bulk: {
        ids: (stretch: Stretch) => {
          stretches.push(stretch);
          return Array.from({ length: stretch.limit }, (_, at) => stretch.offset + at + 1);
        },
      },
      duplicates: { summary: () => ({ isReady: true, surely: 0, probably: 0, possibly: 0, clones: 0 }) },
      views: { list: () => [] },
      book: { summary: () => ({}) },
    }),
  );
  render(
    <QueryClientProvider client={queryClient}>
      <PeoplePane />
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  await screen.findByText('Person 1');
  screen.getByRole('listbox').focus();
  return { user, stretches };
}

const bar = () => screen.queryByRole('group', { name: 'Selected people' });
const selection = () => useStore.getState().selection!;
const toasts = () => useStore.getState().toasts.map(({ text }) => text);

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(640);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(320);
  useStore.setState({ toasts: [], selection: undefined });
  navigate({ section: 'people' });
});
afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.restoreAllMocks();
});

describe('choosing people', () => {
  it('one by one and by stretches, with what was chosen before a stretch left as it was', async () => {
    const { user } = await open();
    await user.keyboard('{Home} ');
    expect(bar()?.textContent).toContain('1 selected');
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}');
    await waitFor(() => expect(peopleOf(selection())).toEqual({ ids: [1, 4, 5] }));
    expect(screen.getAllByRole('option', { selected: true })).toHaveLength(3);
    await user.keyboard('{Escape}');
    expect(bar()).toBeNull();
    expect(screen.getByRole('listbox').getAttribute('aria-multiselectable')).toBe('true');
  });

  it('by a stretch that has never been on the screen: its keys are asked for', async () => {
    const { user, stretches } = await open();
    await user.keyboard('{Home}{Shift>}{End}{/Shift}');
    await waitFor(() => expect(toasts()).toEqual([expect.stringContaining('No more than 5,000 rows')]));
    expect(stretches).toEqual([]);
    await user.keyboard('{Home}');
    for (let page = 0; page < 25; page += 1) await user.keyboard('{Shift>}{PageDown}{/Shift}');
    await waitFor(() => expect(selection().ids.size).toBeGreaterThan(200));
    expect(stretches.at(-1)?.limit).toBe(selection().ids.size);
  });

  it('everybody, as a query and those left out, never as a list of keys', async () => {
    const { user, stretches } = await open();
    await user.keyboard('{Control>}a{/Control}');
    expect(bar()?.textContent).toContain('100,000 selected');
    await user.keyboard('{Home} ');
    expect(peopleOf(selection())).toEqual({ query: '', except: [1] });
    expect(bar()?.textContent).toContain('99,999 selected');
    expect(isSelected(selection(), 1 as never)).toBe(false);
    expect(isSelected(selection(), 77_000 as never)).toBe(true);
    expect(stretches).toEqual([]);
  });

  it('is let go when another search shows others, and says so', async () => {
    const { user } = await open();
    await user.keyboard('{Home} ');
    await user.type(screen.getByRole('searchbox'), 'x');
    await waitFor(() => expect(bar()).toBeNull());
    expect(toasts()).toEqual(['The list shows other people now; the selection was let go.']);
  });

  it('goes with those it was of: everybody found, of nobody, is no selection', async () => {
    const { user } = await open(0);
    useStore.getState().selectPeople({ query: '', all: true, ids: new Set() });
    await user.type(screen.getByRole('searchbox'), 'x');
    await waitFor(() => expect(useStore.getState().selection).toBeUndefined());
  });

  it('stays while one of them is looked at', async () => {
    const { user } = await open();
    await user.keyboard('{Home} ');
    await user.click(screen.getByText('Person 3'));
    await waitFor(() => expect(useStore.getState().route.id).toBe(3));
    expect(bar()?.textContent).toContain('1 selected');
    await user.click(screen.getByText('Person 2'));
    await user.keyboard('{Control>}');
    await user.click(screen.getByText('Person 4'));
    await user.keyboard('{/Control}');
    await waitFor(() => expect(bar()?.textContent).toContain('2 selected'));
    expect(useStore.getState().route.id).toBe(2);
  });
});
