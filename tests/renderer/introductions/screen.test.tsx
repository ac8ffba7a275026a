// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { stepsFrom } from '#core/introductions/lifecycle.ts';
import { progressOf } from '#core/introductions/progress.ts';
import type { Introduction, IntroductionState, IntroductionStep } from '#core/introductions/model.ts';
import type { Doubt } from '#core/introductions/win-win.ts';
import { connect } from '#renderer/client/client.ts';
import { createQueryClient } from '#renderer/client/queries.ts';
import { IntroductionScreen } from '#renderer/features/introductions/IntroductionScreen.tsx';
import { navigate } from '#renderer/store/store.ts';
import '#renderer/strings/i18n.ts';
import { aDraft } from '#tests/renderer/drafts/a-draft.ts';
import { connectionTo } from '#tests/renderer/imports/fake-book.ts';

// Ids of the fake book are what the tests say.
const anIntroduction = (state: IntroductionState): Introduction => ({
  id: 1 as Introduction['id'],
  direction: 'outgoing',
  a: 2 as Introduction['a'],
  b: 3 as Introduction['b'],
  fnA: 'Ada Example',
  fnB: 'Bo Example',
  purpose: 'Looms',
  benefitA: 'A weaver',
  benefitB: '',
  state,
  steps: stepsFrom(progressOf({ direction: 'outgoing', state, log: logOf(state) }), TODAY),
  log: logOf(state),
});

const TODAY = new Date().toISOString().slice(0, 10);

/** As much of a log as a test needs: asked just now, so that no reminder is due. */
function logOf(state: IntroductionState): Introduction['log'] {
  const at = `${TODAY}T00:00:00Z`;
  const steps: IntroductionStep[] = state === 'idea' ? [] : ['ask_a'];
  if (state === 'b_yes') steps.push('a_says_yes', 'ask_b', 'b_says_yes');
  return steps.map((step) => ({ step, at, note: '' }));
}

async function open(state: IntroductionState, doubts: readonly Doubt[] = []) {
  const calls: [string, unknown][] = [];
  const note = (name: string, answer: unknown) => (input: never) => {
    calls.push([name, input]);
    return answer;
  };
  const letter = aDraft();
  await connect(
    connectionTo({
      introductions: {
        list: () => [anIntroduction(state)],
        get: () => anIntroduction(state),
        advance: note('advance', undefined),
        create: note('create', { id: 1 }),
        draft: note('draft', letter),
        doubts: () => doubts,
        suggestions: () => [],
        check: () => [],
      },
      manners: { get: () => ({ introductionPolicy: 'ask-first' }) },
      contacts: {
        get: () => ({ org: 'Example Mill', title: '', tie: { level: 'know', unconfirmed: false } }),
        find: () => [],
      },
      book: { summary: () => ({}) },
    }),
  );
  render(
    <QueryClientProvider client={createQueryClient()}>
      <IntroductionScreen />
    </QueryClientProvider>,
  );
  return calls;
}
afterEach(cleanup);

describe('an introduction', () => {
  it.each([
    ['idea', 'consent_a', 'I have asked Ada Example', 'ask_a'],
    ['a_yes', 'consent_b', 'I have asked Bo Example', 'ask_b'],
    ['b_yes', 'introduction', 'I have introduced them', 'introduce'],
  ] as const)('in the state %s offers the letter %s and the step on', async (state, kind, name, step) => {
    navigate({ section: 'introductions', id: 1 });
    const calls = await open(state);
    await userEvent.setup().click(await screen.findByRole('button', { name }));
    await waitFor(() => expect(calls).toContainEqual(['advance', { id: 1, step }]));
    expect(calls).toContainEqual(['draft', { about: 'introduction', kind, introductionId: 1 }]);
  });

  it('offers a yes and a no while an answer is awaited, and tells what stays private', async () => {
    navigate({ section: 'introductions', id: 1 });
    await open('asked_a');
    expect(await screen.findByRole('button', { name: 'Ada Example would rather not' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Ada Example said yes' })).toBeTruthy();
    expect(
      screen.getByText(/Until Bo Example has said yes, nothing of theirs goes to Ada Example/),
    ).toBeTruthy();
    const way = within(screen.getByRole('list', { name: 'The way to an introduction' }));
    expect(way.getByText('Ask Ada Example').closest('li')?.getAttribute('aria-current')).toBe('step');
  });

  it('shows the two side by side and says where nothing is in it for somebody', async () => {
    navigate({ section: 'introductions', id: 1 });
    await open('idea');
    const a = within(await screen.findByRole('article', { name: 'Ada Example' }));
    const b = within(screen.getByRole('article', { name: 'Bo Example' }));
    expect(a.getByText('A weaver')).toBeTruthy();
    expect(b.getByText(/Not written down yet/)).toBeTruthy();
  });

  it('holds back the letter while something is doubtful, and says how to go on all the same', async () => {
    navigate({ section: 'introductions', id: 1 });
    const calls = await open('idea', [
      { code: 'no_benefit', side: 'b' },
      { code: 'pressure', where: 'purpose', quote: 'urgent' },
    ]);
    expect(await screen.findByText('Nothing is in it for Bo Example yet.')).toBeTruthy();
    expect(screen.getByText('“urgent” makes it hard to say no.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'I have asked Ada Example' })).toBeNull();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Go on all the same…' }));
    await user.click(screen.getByRole('button', { name: 'Write it down' }));
    expect(await screen.findByText(/Say why: it is what makes it fair/)).toBeTruthy();
    await user.type(screen.getByLabelText('Why it is worth it all the same'), 'Bo asked me');
    await user.click(screen.getByRole('button', { name: 'Write it down' }));
    await waitFor(() =>
      expect(calls).toContainEqual(['advance', { id: 1, step: 'check_fit', note: 'Bo asked me' }]),
    );
  });

  it('offers no letter and no step after a no, and gives no reason away', async () => {
    navigate({ section: 'introductions', id: 1 });
    const calls = await open('closed_no');
    expect(await screen.findByText(/Nobody is told why/)).toBeTruthy();
    expect(screen.queryByLabelText('Letter')).toBeNull();
    expect(calls).toEqual([]);
  });

  it('is not made of nobody', async () => {
    navigate({ section: 'introductions', mode: 'new' });
    const calls = await open('idea');
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Add' }));
    expect(screen.getAllByText('Choose somebody from your book.')).toHaveLength(2);
    expect(calls).toEqual([]);
  });

  it('stands on the board under its stage', async () => {
    navigate({ section: 'introductions' });
    await open('a_yes');
    const stage = within(await screen.findByRole('region', { name: 'First asked' }));
    expect(stage.getByRole('link', { name: /Ada Example and Bo Example/ }).getAttribute('href')).toBe(
      '#/introductions/1',
    );
  });
});
