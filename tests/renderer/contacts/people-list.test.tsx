// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect } from '#renderer/client/client.ts';
import { queryClient } from '#renderer/client/queries.ts';
import { CommandPalette } from '#renderer/app/CommandPalette.tsx';
import { PeopleList } from '#renderer/features/contacts/PeopleList.tsx';
import { navigate, useStore } from '#renderer/store/store.ts';
import '#renderer/strings/i18n.ts';
import { connectionTo } from '#tests/renderer/imports/fake-book.ts';

const PEOPLE = ['Ana Ruiz', 'Bo Falk', 'Zoë Ångström'].map((fn, at) => ({
  id: at + 1,
  fn,
  org: '',
  title: '',
  metAt: '',
  isOwner: false,
}));

const SHARES: Record<string, object[]> = {
  tag: [
    { text: 'Rowing', exact: true, people: 2 },
    { text: 'Book Club', exact: true, people: 1 },
  ],
  level: [{ text: 'know', exact: false, people: 3 }],
  company: [],
};

/** The list over a book that finds people by these rules, and remembers its views and what it was asked. */
async function open(finds: (text: string) => readonly string[] = () => PEOPLE.map(({ fn }) => fn)) {
  const asked: object[] = [];
  let views: { id: number; name: string; text: string }[] = [{ id: 1, name: 'Rowers', text: 'tag:=Rowing' }];
  await connect(
    connectionTo({
      contacts: {
        list: ({ text }: { text: string }) => {
          const rows = PEOPLE.filter(({ fn }) => finds(text).includes(fn));
          return { total: rows.length, rows };
        },
        find: () => [],
        facetValues: (input: { facet: string }) => {
          asked.push(input);
          return SHARES[input.facet] ?? [];
        },
      },
      duplicates: { summary: () => ({ isReady: true, surely: 0, probably: 0, possibly: 0, clones: 0 }) },
      views: {
        list: () => views,
        save: ({ name, text }: { name: string; text: string }) => {
          views = [...views, { id: views.length + 1, name, text }];
          return { id: views.length };
        },
        rename: ({ id, name }: { id: number; name: string }) => {
          views = views.map((view) => (view.id === id ? { ...view, name } : view));
        },
        delete: ({ id }: { id: number }) => {
          views = views.filter((view) => view.id !== id);
        },
      },
      book: { summary: () => ({}) },
    }),
  );
  render(
    <QueryClientProvider client={queryClient}>
      <PeopleList />
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  return { user, asked, refetch: () => act(() => queryClient.invalidateQueries()) };
}

const box = () => screen.getByRole<HTMLInputElement>('searchbox');
const q = () => useStore.getState().route.params?.['q'];
const chips = () => screen.queryAllByRole('listitem').map((chip) => chip.textContent);

beforeEach(() => {
  // The list shows as many rows as fit, and nothing has a size where nothing is drawn.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(640);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(320);
  useStore.setState({ toasts: [] });
  navigate({ section: 'people' });
});
afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.restoreAllMocks();
});

describe('the people, filtered', () => {
  it('by a value chosen with the keyboard, which stands in the box as it would be typed', async () => {
    const { user, asked } = await open();
    await user.type(box(), 'bo');
    await user.tab();
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Filter' }));
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Filter people' });
    const value = await within(dialog).findByRole('checkbox', { name: 'Rowing 2' });
    expect(asked).toEqual([{ text: 'bo', facet: 'tag', find: '' }]);
    value.focus();
    await user.keyboard(' ');
    expect(box().value).toBe('bo tag:=Rowing');
    expect(q()).toBe('bo tag:=Rowing');
    await user.click(within(dialog).getByRole('checkbox', { name: 'Book Club 1' }));
    expect(box().value).toBe('bo tag:=Rowing,="Book Club"');
    await user.click(within(dialog).getByRole('radio', { name: 'None of these' }));
    await user.click(within(dialog).getByRole('checkbox', { name: 'Rowing 2' }));
    expect(box().value).toBe('bo tag:=Rowing,="Book Club" -tag:=Rowing');
    expect(chips()).toEqual(['Tag: Rowing or Book Club', 'Not Tag: Rowing']);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Filter, 2 chosen' }));
  });

  it('counts the values of a facet as if none of it were chosen yet', async () => {
    navigate({ section: 'people', params: { q: 'ana tag:=Rowing level:know' } });
    const { user, asked } = await open();
    expect(box().value).toBe('ana tag:=Rowing level:know');
    await user.click(screen.getByRole('button', { name: 'Filter, 2 chosen' }));
    expect(await screen.findByRole('checkbox', { name: 'Rowing 2', checked: true })).toBeDefined();
    expect(asked).toEqual([{ text: 'ana level:know', facet: 'tag', find: '' }]);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Filter by' }), 'Known at least as');
    expect(await screen.findByRole('checkbox', { name: 'Know 3', checked: true })).toBeDefined();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Filter by' }), 'Company, now or before');
    expect(await screen.findByText('Nobody here has anything to choose from.')).toBeDefined();
  });

  it('by what is typed: a chip for each facet, which can be taken out', async () => {
    const { user } = await open();
    await user.type(box(), 'ana company:acme -has:email (tag:a OR tag:b)');
    expect(chips()).toEqual(['Company: acme', 'Not Has: an e-mail address', 'tag:a OR tag:b']);
    await user.click(screen.getByRole('button', { name: 'Remove Not Has: an e-mail address' }));
    expect(box().value).toBe('ana company:acme (tag:a OR tag:b)');
    expect(document.activeElement).toBe(box());
  });

  it('says what it did not understand', async () => {
    const { user } = await open();
    await user.type(box(), 'mood:good level:best');
    const [hints] = screen.getAllByRole('status').filter(({ textContent }) => textContent !== '');
    expect(hints?.textContent).toBe(
      'There is no filter “mood:”, so it was searched for as words.“best” means nothing to “level:” and was passed over.',
    );
  });

  it('says what to leave out where nobody is found', async () => {
    const { user } = await open((text) => {
      if (text === 'tag:x') return ['Ana Ruiz', 'Bo Falk'];
      return text.includes('tag:x') || text === 'ana has:email' ? [] : ['Ana Ruiz'];
    });
    await user.type(box(), 'ana tag:x has:email');
    expect(await screen.findByText('Nobody matches all of this')).toBeDefined();
    expect(await screen.findByText('Even with any one of these left out there is nobody.')).toBeDefined();
    await user.clear(box());
    await user.type(box(), 'tag:x -has:email');
    await user.click(
      await screen.findByRole('button', { name: 'Without Not Has: an e-mail address: 2 people' }),
    );
    expect(box().value).toBe('tag:x');
    expect(await screen.findByRole('option', { name: /Bo Falk/ })).toBeDefined();
  });

  it('keeps the query in the route while people are opened, and takes over the route’s', async () => {
    const { user } = await open();
    await user.type(box(), 'tag:x');
    await user.click(await screen.findByRole('option', { name: /Bo Falk/ }));
    expect(useStore.getState().route).toEqual({ section: 'people', id: 2, params: { q: 'tag:x' } });
    act(() => navigate({ section: 'people', id: 3 }));
    expect(useStore.getState().route).toEqual({ section: 'people', id: 3, params: { q: 'tag:x' } });
    act(() => navigate({ section: 'people', params: { q: 'tag:y' } }));
    expect(box().value).toBe('tag:y');
    await user.clear(box());
    expect(useStore.getState().route).toEqual({ section: 'people', params: {} });
  });
});

describe('saved views', () => {
  it('are shown, saved, renamed and deleted', async () => {
    const { user, refetch } = await open();
    const group = await screen.findByRole('group', { name: 'Saved views' });
    expect(within(group).queryByRole('button', { name: 'Save view…' })).toBeNull();
    await user.click(within(group).getByRole('button', { name: 'Rowers' }));
    expect(box().value).toBe('tag:=Rowing');
    expect(within(group).getByRole('button', { name: 'Rowers', pressed: true })).toBeDefined();

    await user.type(box(), ' ana');
    await user.click(within(group).getByRole('button', { name: 'Save view…' }));
    await user.type(
      within(screen.getByRole('dialog')).getByRole('textbox', { name: 'Name' }),
      'Ana rows{Enter}',
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await refetch();
    expect(await within(group).findByRole('button', { name: 'Ana rows', pressed: true })).toBeDefined();

    await user.click(within(group).getByRole('button', { name: 'More about “Ana rows”' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Rename…' }));
    const name = within(screen.getByRole('dialog')).getByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.type(name, 'Ana{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await refetch();
    await user.click(await within(group).findByRole('button', { name: 'More about “Ana”' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await refetch();
    await waitFor(() => expect(within(group).queryByRole('button', { name: 'Ana' })).toBeNull());
    expect(useStore.getState().toasts.map(({ text }) => text)).toContain('Deleted the view Ana');
  });

  it('are in the palette', async () => {
    const { user } = await open();
    const close = vi.fn();
    render(
      <QueryClientProvider client={queryClient}>
        <CommandPalette onClose={close} />
      </QueryClientProvider>,
    );
    await user.click(await screen.findByRole('option', { name: 'Show view: Rowers' }));
    expect(close).toHaveBeenCalled();
    expect(box().value).toBe('tag:=Rowing');
  });
});
