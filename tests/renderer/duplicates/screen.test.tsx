// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DuplicateGroupSummary } from '#api/duplicates.ts';
import { connect } from '#renderer/client/client.ts';
import { queryClient } from '#renderer/client/queries.ts';
import type { Comparison } from '#renderer/features/duplicates/comparison.ts';
import { DuplicatesList } from '#renderer/features/duplicates/DuplicatesList.tsx';
import { DuplicatesScreen } from '#renderer/features/duplicates/DuplicatesScreen.tsx';
import { MergeScreen } from '#renderer/features/duplicates/MergeScreen.tsx';
import { navigate, useStore } from '#renderer/store/store.ts';
import '#renderer/strings/i18n.ts';
import { TooltipProvider } from '#renderer/ui/Tooltip.tsx';
import { connectionTo } from '#tests/renderer/imports/fake-book.ts';
import { aField, aGroup, anOption, aPair, aPerson, aReason, compared } from './builders.ts';

const undo = { id: 1, code: 'contacts.merge', params: {}, at: '2025-05-03T10:00:00Z', undone: false };

const ada = aPerson(1, 'Ada Byron');
const augusta = aPerson(2, 'Augusta Byron', {
  links: { encounters: 2, ties: 1, invitations: 0, introductions: 0, imports: 1 },
});
const [bo, bob] = [aPerson(3, 'Bo Falk'), aPerson(4, 'Bob Falk')];
const org = aField(
  'ORG',
  true,
  anOption('ORG', 'Mill', [[1, 11]]),
  anOption('ORG', 'Loom', [[2, 21]], false),
);

interface Book {
  readonly groups: readonly DuplicateGroupSummary[];
  readonly comparisons: readonly Comparison[];
  readonly isReady?: boolean;
  /** Commands the book refuses. */
  readonly refuses?: readonly string[];
}

const TWO: Book = {
  groups: [aGroup([ada, augusta]), aGroup([bo, bob])],
  comparisons: [compared([ada, augusta], [org]), compared([bo, bob])],
};

/** The panes over a book that remembers what it was told; answers the commands it was given. */
async function open({ groups, comparisons, isReady = true, refuses = [] }: Book, Panes = <Review />) {
  const calls: [string, unknown][] = [];
  let waiting = [...groups];
  const gone = (ids: readonly number[]) => {
    waiting = waiting.filter(({ people }) => !people.some(({ id }) => ids.includes(id)));
  };
  const command = (name: string, ids: (input: never) => readonly number[]) => (input: never) => {
    if (refuses.includes(name)) throw new Error('refused');
    calls.push([name, input]);
    gone(ids(input));
    return { mergeIds: [] };
  };
  const matches =
    ({ tier, kind }: { tier?: string; kind?: string }) =>
    (group: DuplicateGroupSummary) =>
      (tier === undefined || group.tier === tier) && (kind === undefined || group.kind === kind);
  const count = (tier: string) => waiting.filter(matches({ tier, kind: 'same' })).length;
  await connect(
    connectionTo({
      duplicates: {
        summary: () => ({
          isReady,
          surely: count('surely'),
          probably: count('probably'),
          possibly: count('possibly'),
          clones: waiting.filter(matches({ kind: 'clone' })).length,
        }),
        list: (input: { tier?: string; kind?: string }) => {
          const rows = waiting.filter(matches(input));
          return { total: rows.length, rows };
        },
        compare: ({ ids }: { ids: number[] }) =>
          comparisons.find(({ people }) => people.every(({ id }) => ids.includes(id))),
        keepApart: command('keepApart', ({ ids }: { ids: number[] }) => ids),
      },
      contacts: {
        merge: command(
          'merge',
          ({ groups: all }: { groups: { survivorId: number; absorbedIds: number[] }[] }) =>
            all.flatMap(({ survivorId, absorbedIds }) => [survivorId, ...absorbedIds]),
        ),
      },
      book: {
        summary: () => ({ undo }),
        undo: () => {
          waiting = [...groups];
          // As the book's own `changed` would.
          void queryClient.invalidateQueries();
          return undo;
        },
      },
    }),
  );
  render(
    <QueryClientProvider client={queryClient}>
      <TooltipProvider>{Panes}</TooltipProvider>
    </QueryClientProvider>,
  );
  return calls;
}

function Review() {
  return (
    <>
      <DuplicatesList />
      <DuplicatesScreen />
    </>
  );
}

const press = (key: string, target: Element = document.activeElement ?? document.body) =>
  fireEvent.keyDown(target, { key });
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const toast = () => useStore.getState().toasts.at(-1);

beforeEach(() => {
  // The list shows as many rows as fit, and nothing has a size where nothing is drawn.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(640);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(320);
  useStore.setState({ toasts: [], overlay: undefined, skipped: [], leaving: [], decided: [], windows: 1 });
  navigate({ section: 'people', mode: 'duplicates' });
});
afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.restoreAllMocks();
});

describe('the review of duplicates', () => {
  it('opens the first group by itself and says where one is', async () => {
    await open(TWO);
    expect(await heading('Ada Byron and Augusta Byron')).toBe(document.activeElement);
    expect(screen.getByText('0 of 2 reviewed')).toBeTruthy();
    expect(screen.getByRole('tab', { name: /^Surely/ }).textContent).toBe('Surely2');
    expect(useStore.getState().route.params).toEqual({ tier: 'surely', ids: '1-2' });
  });

  it('is worked by keys alone: right wins, M merges, the next opens, and Undo is offered', async () => {
    const calls = await open(TWO);
    await heading('Ada Byron and Augusta Byron');
    press('ArrowRight');
    expect(
      (await screen.findByRole('radio', { name: 'Company: Loom, Augusta Byron' })).matches(':checked'),
    ).toBe(true);
    expect(screen.getByText('The values of Augusta Byron stand now.')).toBeTruthy();
    press('m');
    expect(await heading('Bo Falk and Bob Falk')).toBe(document.activeElement);
    await waitFor(() =>
      expect(calls).toEqual([
        ['merge', { groups: [{ survivorId: 1, absorbedIds: [2], hide: [10, 11], apart: [] }] }],
      ]),
    );
    await waitFor(() => expect(toast()?.text).toBe('Made one card of 2: Augusta Byron'));
    expect(toast()?.action?.label).toBe('Undo');
    expect(await screen.findByText('1 of 2 reviewed')).toBeTruthy();
  });

  it('takes N for different people, never to be asked again, and ends calmly', async () => {
    const calls = await open({ groups: [TWO.groups[0]!], comparisons: TWO.comparisons });
    await heading('Ada Byron and Augusta Byron');
    press('N');
    await waitFor(() => expect(calls).toEqual([['keepApart', { ids: [1, 2] }]]));
    await waitFor(() => expect(toast()?.text).toBe('Kept apart: Ada Byron and Augusta Byron'));
    expect(await heading('Twice in the book?')).toBeTruthy();
    expect(await screen.findByText('Nobody seems to be in your book twice.')).toBeTruthy();
  });

  it('puts a group off for this sitting: it comes last and nothing is written', async () => {
    const calls = await open(TWO);
    await heading('Ada Byron and Augusta Byron');
    press('s');
    await heading('Bo Falk and Bob Falk');
    const rows = screen.getAllByRole('option');
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringContaining('Bo Falk'),
      expect.stringMatching(/Augusta Byron.*put off/),
    ]);
    press('s');
    await heading('Ada Byron and Augusta Byron');
    expect(calls).toEqual([]);
  });

  it('moves by j and k without deciding', async () => {
    const calls = await open(TWO);
    await heading('Ada Byron and Augusta Byron');
    press('j');
    await heading('Bo Falk and Bob Falk');
    press('k');
    await heading('Ada Byron and Augusta Byron');
    expect(calls).toEqual([]);
  });

  it('leaves keys alone in dialogs, with a modifier, and when they are held down', async () => {
    const calls = await open(TWO);
    await heading('Ada Byron and Augusta Byron');
    fireEvent.keyDown(document.body, { key: 'm', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: 'n', repeat: true });
    await userEvent.click(screen.getByRole('button', { name: 'Merge all 2' }));
    press('m', screen.getByRole('dialog'));
    expect(calls).toEqual([]);
  });

  it('comes back to the group when the book refuses', async () => {
    await open({ ...TWO, refuses: ['merge'] });
    await heading('Ada Byron and Augusta Byron');
    press('m');
    await waitFor(() => expect(toast()?.tone).toBe('problem'));
    expect(await heading('Ada Byron and Augusta Byron')).toBeTruthy();
    expect(screen.getByText('0 of 2 reviewed')).toBeTruthy();
  });

  it('has a group wait again whose merge was taken back', async () => {
    await open(TWO);
    await heading('Ada Byron and Augusta Byron');
    press('m');
    expect(await screen.findByText('1 of 2 reviewed')).toBeTruthy();
    await waitFor(() => expect(toast()?.action?.label).toBe('Undo'));
    toast()?.action?.run();
    expect(await screen.findByText('0 of 2 reviewed')).toBeTruthy();
    expect(screen.getByRole('option', { name: /Ada Byron/ })).toBeTruthy();
    await heading('Bo Falk and Bob Falk');
  });

  it('says that everybody is still being compared', async () => {
    await open({ groups: [], comparisons: [], isReady: false });
    expect(await screen.findByText('Comparing everybody…')).toBeTruthy();
  });

  it('says so when somebody is gone meanwhile', async () => {
    navigate({ section: 'people', mode: 'duplicates', params: { tier: 'surely', ids: '1' } });
    await open(TWO);
    expect(await screen.findByText('One of them is no longer in the book')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Go on' }));
    await heading('Ada Byron and Augusta Byron');
  });
});

describe('cards side by side', () => {
  it('show what each says, what differs in so many words, and what hangs on each', async () => {
    await open(TWO);
    const table = await screen.findByRole('table', { name: 'Side by side' });
    expect(within(table).getByRole('rowheader', { name: /Company\s*differs/ })).toBeTruthy();
    expect(within(table).getByText('Met 2 times')).toBeTruthy();
    expect(within(table).getByText('1 tie')).toBeTruthy();
    expect(within(table).getByText('Nothing else hangs on it')).toBeTruthy();
    expect(within(table).getByText('This card stays')).toBeTruthy();
  });

  it('let each row be chosen by itself, and hide exactly what was not', async () => {
    const mails = aField(
      'EMAIL',
      false,
      anOption('EMAIL', 'a@example.org', [
        [1, 12],
        [2, 22],
      ]),
      anOption('EMAIL', 'b@example.org', [[2, 23]]),
    );
    const calls = await open({
      ...TWO,
      comparisons: [compared([ada, augusta], [org, mails]), compared([bo, bob])],
    });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('radio', { name: 'Name: Augusta Byron, Augusta Byron' }));
    await user.click(screen.getByRole('checkbox', { name: 'E-mail: b@example.org, Augusta Byron' }));
    expect(screen.getAllByRole('checkbox', { name: /a@example.org/ })).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: /^Merge M/ }));
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.[1]).toEqual({
      groups: [{ survivorId: 1, absorbedIds: [2], hide: [10, 21, 23], apart: [] }],
    });
  });

  it('give reasons for and against in words, with their strength and never as a number', async () => {
    const reasons = [
      aReason(),
      aReason({ field: 'family', values: ['Byron', 'Byron'], weight: 5, strength: 'clear', isRare: true }),
      aReason({
        field: 'given',
        agreement: 'different',
        values: ['Ada', 'Augusta'],
        weight: -1,
        strength: 'slight',
      }),
      aReason({ field: 'tel', agreement: 'missing', values: ['', ''], weight: 0, strength: 'slight' }),
    ];
    const pairs = [aPair(1, 2, { reasons })];
    await open({ ...TWO, comparisons: [compared([ada, augusta], [org], { pairs })] });
    const speaksFor = within(await screen.findByRole('list', { name: 'What speaks for one person' }));
    expect(speaksFor.getByText('The same e-mail address: ada@example.org')).toBeTruthy();
    expect(speaksFor.getByText('The same family name: Byron – rare in your book')).toBeTruthy();
    expect(speaksFor.getByText('speaks strongly for it')).toBeTruthy();
    const against = within(screen.getByRole('list', { name: 'What speaks for different people' }));
    expect(against.getAllByRole('listitem')).toHaveLength(1);
    expect(against.getByText('Different given names: Ada and Augusta')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/%|14\.25|score/i);
  });

  it('advise to keep a second profile apart, and merge it only as the second choice', async () => {
    const clone = { kind: 'clone', tier: 'possibly' } as const;
    const calls = await open({
      groups: [aGroup([ada, augusta], clone)],
      comparisons: [compared([ada, augusta], [], { pairs: [aPair(1, 2, clone)] })],
    });
    await heading('Ada Byron and Augusta Byron');
    expect(screen.getByText(/ask the person you know before you trust it/)).toBeTruthy();
    const deeds = within(screen.getByRole('group', { name: 'What they are' })).getAllByRole('button');
    expect(deeds.map((button) => button.textContent)).toEqual([
      'Keep apartN',
      'It is the same personM',
      'SkipS',
    ]);
    press('n');
    await waitFor(() => expect(calls).toEqual([['keepApart', { ids: [1, 2] }]]));
  });

  it('let one be taken out of a cluster and merge the rest', async () => {
    const people = [ada, augusta, bo];
    const calls = await open({
      groups: [aGroup(people)],
      comparisons: [compared(people, [], { pairs: [aPair(1, 2), aPair(2, 3)] })],
    });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Not one of them: Augusta Byron, card 2' }));
    expect(
      screen.getByRole<HTMLButtonElement>('button', { name: /^Not one of them: Bo Falk/ }).disabled,
    ).toBe(true);
    await user.click(screen.getByRole('button', { name: /^Merge the other 2/ }));
    await waitFor(() =>
      expect(calls).toEqual([
        ['merge', { groups: [{ survivorId: 1, absorbedIds: [3], hide: [30], apart: [2] }] }],
      ]),
    );
  });
});

describe('merging all who are surely the same', () => {
  it('lists them with the key that agrees, leaves out the unticked, and is one deed', async () => {
    const calls = await open(TWO);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Merge all 2' }));
    const list = within(screen.getByRole('list', { name: 'Cards that become one' }));
    expect(list.getAllByText('The same e-mail address: ada@example.org')).toHaveLength(2);
    await user.click(list.getByRole('checkbox', { name: /Ada Byron/ }));
    await user.click(screen.getByRole('button', { name: 'Merge 1' }));
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls).toEqual([
      ['merge', { groups: [{ survivorId: 3, absorbedIds: [4], hide: [40], apart: [] }] }],
    ]);
    await waitFor(() => expect(toast()?.text).toBe('Made one person of 1 group of cards'));
    expect(toast()?.action?.label).toBe('Undo');
    await heading('Ada Byron and Augusta Byron');
  });
});

describe('two people the owner chose', () => {
  it('are merged into the card that stands, or not at all', async () => {
    navigate({ section: 'people', id: 2, mode: 'merge', params: { with: '1' } });
    const calls = await open(
      { groups: [], comparisons: [compared([ada, augusta], [org], { pairs: [] })] },
      <MergeScreen />,
    );
    await heading('Ada Byron and Augusta Byron');
    expect(screen.getByText('You chose these cards to compare.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Not the same/ })).toBeNull();
    press('m');
    await waitFor(() => expect(calls).toHaveLength(1));
    await waitFor(() => expect(useStore.getState().route).toEqual({ section: 'people', id: 1 }));
  });
});
