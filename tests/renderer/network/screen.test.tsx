// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { adviceOn } from '#core/network/advice.ts';
import type { MutualContact, NetworkPath } from '#core/network/model.ts';
import { connect } from '#renderer/client/client.ts';
import { createQueryClient } from '#renderer/client/queries.ts';
import { NetworkScreen } from '#renderer/features/network/NetworkScreen.tsx';
import { MutualContacts } from '#renderer/network-panels/MutualContacts.tsx';
import { navigate, useStore } from '#renderer/store/store.ts';
import '#renderer/strings/i18n.ts';
import { aDraft } from '#tests/renderer/drafts/a-draft.ts';
import { connectionTo } from '#tests/renderer/imports/fake-book.ts';

// Ids of the fake book are what the tests say.
const id = (value: number) => value as MutualContact['contactId'];
const tie = { level: 'know', certainty: 'recorded', setBy: 'rule', unconfirmed: false } as const;
const met = { ...tie, basis: [{ kind: 'met_at_event' as const, text: 'LoomConf' }] };
const way: NetworkPath = {
  weakest: 'know',
  steps: [
    { contactId: id(2), fn: 'Tom Example', org: 'Example Mill', tie: met },
    { contactId: id(3), fn: 'Ada Example', org: '', tie: met },
  ],
};
const person = (value: number, fn: string) => ({
  id: id(value),
  fn,
  org: '',
  title: '',
  metAt: '',
  isOwner: false,
});

async function open(paths: readonly NetworkPath[], mutuals: readonly MutualContact[] = []) {
  const calls: [string, unknown][] = [];
  const note = (name: string, answer: unknown) => (input: never) => {
    calls.push([name, input]);
    return answer;
  };
  await connect(
    connectionTo({
      network: {
        lookUp: note('lookUp', {
          advice: adviceOn(paths),
          paths: paths.map((one) => ({ ...one, stale: [], favours: { taken: 0, given: 0 } })),
          total: 2,
          known: [],
          knownCount: 0,
          former: [],
          introducers: [],
        }),
        stranger: note('stranger', { similar: [person(3, 'Ada Example')], mutuals: [] }),
        findOrgs: () => [{ org: 'Example Mill', people: 2 }],
        mutuals: () => mutuals,
        stateTie: note('stateTie', undefined),
      },
      contacts: {
        find: () => [person(3, 'Ada Example')],
        get: () => ({ ...person(3, 'Ada Example'), tie: met }),
        facetValues: ({ facet }: { facet: string }) =>
          facet === 'title'
            ? [{ text: 'Example maker', exact: true, people: 4 }]
            : facet === 'former'
              ? ['Example Mill', 'Example School'].map((text) => ({ text, exact: true, people: 3 }))
              : [],
      },
      introductions: {
        draft: note('draft', aDraft({ kind: 'introduction_request', body: 'Dear Tom' })),
        check: () => [],
      },
      book: { summary: () => ({}) },
    }),
  );
  return calls;
}
const show = (element: React.ReactElement) =>
  render(<QueryClientProvider client={createQueryClient()}>{element}</QueryClientProvider>);
afterEach(cleanup);

describe('who can introduce me', () => {
  it('takes a person or an organisation and keeps it in the address', async () => {
    navigate({ section: 'network' });
    const calls = await open([way]);
    show(<NetworkScreen />);
    const user = userEvent.setup();
    await user.type(screen.getByRole('combobox'), 'exa');
    await user.click(await screen.findByRole('option', { name: /Example Mill/ }));
    expect(useStore.getState().route.params).toEqual({ org: 'Example Mill' });
    await waitFor(() =>
      expect(calls).toContainEqual(['lookUp', { to: { kind: 'org', org: 'Example Mill' } }]),
    );
  });

  it('answers in sentences with each link, its basis and the weakest, and drafts the request', async () => {
    navigate({ section: 'network', id: 3 });
    const calls = await open([way]);
    show(<NetworkScreen />);
    const card = within(
      await screen.findByRole('article', { name: 'Tom Example can introduce you to Ada Example.' }),
    );
    expect(card.getByText('You and Tom Example')).toBeTruthy();
    expect(card.getByText('Tom Example and Ada Example')).toBeTruthy();
    expect(card.getAllByText(/LoomConf/)).toHaveLength(2);
    expect(card.getByText(/You know Tom Example: a fair thing to ask/)).toBeTruthy();
    await userEvent.setup().click(card.getByRole('button', { name: 'Draft the request to Tom Example' }));
    expect(await screen.findByLabelText('Letter')).toBeTruthy();
    const asked = { about: 'path', kind: 'introduction_request', to: 3, via: 2 };
    expect(calls).toContainEqual(['draft', { ...asked, purpose: '' }]);
  });

  it('takes a role, whatever a query finds, or a name that is not in the book', async () => {
    navigate({ section: 'network' });
    const calls = await open([way]);
    show(<NetworkScreen />);
    const user = userEvent.setup();
    await user.type(screen.getByRole('combobox'), 'exa');
    await user.click(await screen.findByRole('option', { name: /^Example maker 4 people/ }));
    expect(useStore.getState().route.params).toEqual({ q: 'title:="Example maker"' });
    await user.clear(screen.getByRole('combobox'));
    await user.type(screen.getByRole('combobox'), 'exa');
    await user.click(await screen.findByRole('option', { name: /^Example School/ }));
    expect(useStore.getState().route.params).toEqual({ org: 'Example School' });
    await user.clear(screen.getByRole('combobox'));
    await user.type(screen.getByRole('combobox'), 'exa');
    // Where people are now it is offered once.
    expect(await screen.findAllByRole('option', { name: /^Example Mill/ })).toHaveLength(1);
    await user.clear(screen.getByRole('combobox'));
    await user.type(screen.getByRole('combobox'), 'role:cto place:Berlin');
    await user.keyboard('{Enter}');
    const found = { kind: 'found', text: 'title:cto place:Berlin' };
    await waitFor(() => expect(calls).toContainEqual(['lookUp', { to: found }]));
    await user.clear(screen.getByRole('combobox'));
    await user.type(screen.getByRole('combobox'), 'Edda Nobody');
    await user.click(await screen.findByRole('option', { name: /“Edda Nobody” is not in my book/ }));
    expect(await screen.findByRole('heading', { name: 'Edda Nobody is not in your book' })).toBeTruthy();
    expect(await screen.findByRole('link', { name: 'Reach Ada Example' })).toBeTruthy();
    expect(screen.getByRole('article', { name: 'What to do' }).textContent).toMatch(/^No verified path yet/);
  });

  it('writes what the owner says into the letter once the field is left', async () => {
    navigate({ section: 'network', id: 3 });
    const calls = await open([way]);
    show(<NetworkScreen />);
    const advice = within(await screen.findByRole('article', { name: 'What to do' }));
    expect(advice.getByRole('status').textContent).toBe('Ask Tom Example to introduce you to Ada Example.');
    const user = userEvent.setup();
    await user.click(advice.getByRole('button', { name: 'Draft the request' }));
    await user.type(advice.getByLabelText('What exactly?'), 'A word about looms');
    expect(calls.filter(([name]) => name === 'draft')).toHaveLength(1);
    await user.tab();
    const asked = {
      about: 'path',
      kind: 'introduction_request',
      to: 3,
      via: 2,
      purpose: 'A word about looms',
    };
    await waitFor(() => expect(calls).toContainEqual(['draft', asked]));
  });

  it('says that there is no verified path yet, and what would open one', async () => {
    navigate({ section: 'network', id: 3 });
    const calls = await open([]);
    show(<NetworkScreen />);
    expect(await screen.findByRole('heading', { name: 'No verified path yet' })).toBeTruthy();
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Say who knows Ada Example' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('Choose somebody from your book.')).toBeTruthy();
    expect(calls.map(([name]) => name)).not.toContain('stateTie');
  });
});

describe('the people who know somebody', () => {
  it('are listed with both ties, and somebody can be said to know them', async () => {
    const calls = await open([], [{ contactId: id(2), fn: 'Tom Example', org: '', ownerTie: met, tie: met }]);
    show(<MutualContacts contactId={id(9)} fn="Cy Example" />);
    expect(await screen.findByRole('link', { name: 'Tom Example' })).toBeTruthy();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Say who knows Cy Example' }));
    await user.type(screen.getByRole('combobox', { name: 'Who knows Cy Example?' }), 'ada');
    await user.click(await screen.findByRole('option', { name: /Ada Example/ }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(calls).toContainEqual(['stateTie', { contactId: 9, other: 3, level: 'know', note: '' }]),
    );
  });
});
