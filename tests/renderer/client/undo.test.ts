// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { connect } from '#renderer/client/client.ts';
import { redo, undo } from '#renderer/client/commands.ts';
import { useStore } from '#renderer/store/store.ts';
import { connectionTo } from '#tests/renderer/imports/fake-book.ts';

const ENTRY = {
  id: 1,
  code: 'bulk.tag',
  params: { count: 100_000 },
  at: '2025-05-03T10:00:00Z',
  undone: true,
};
const toasts = () => useStore.getState().toasts.map(({ tone, text }) => [tone, text]);

beforeEach(() => {
  vi.useFakeTimers();
  useStore.setState({ toasts: [] });
});
afterEach(() => {
  vi.useRealTimers();
});

const takes = async (ms: number) => {
  const answer = async () => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return ENTRY;
  };
  await connect(connectionTo({ book: { undo: answer, redo: answer } }));
};

// Taking back what was done to everybody showed nothing for many seconds.
it.each([
  [undo, 'Taking it back…'],
  [redo, 'Doing it again…'],
])('what takes long is in sight, and goes when it is done', async (act, words) => {
  await takes(4000);
  const done = act();
  await vi.advanceTimersByTimeAsync(900);
  expect(toasts()).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(toasts()).toEqual([['busy', words]]);
  await vi.advanceTimersByTimeAsync(3000);
  await done;
  expect(toasts().map(([tone]) => tone)).toEqual(['done']);
});

it('what takes long says how far it has come and how long it will still take', async () => {
  const answer = async () => {
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    return ENTRY;
  };
  async function* replaying() {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    yield { done: 40_000, total: 100_000 };
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  }
  await connect(connectionTo({ book: { undo: answer, replaying } }));
  const done = undo();
  await vi.advanceTimersByTimeAsync(2000);
  expect(useStore.getState().toasts).toMatchObject([{ tone: 'busy', text: 'Taking it back…' }]);
  await vi.advanceTimersByTimeAsync(2500);
  expect(useStore.getState().toasts).toMatchObject([
    { tone: 'busy', far: { portion: 0.4, words: '40,000 of 100,000 changes · about 6 seconds left' } },
  ]);
  await vi.advanceTimersByTimeAsync(10_000);
  await done;
  expect(toasts().map(([tone]) => tone)).toEqual(['done']);
});

// An import that is taken back has no numbers to give: it says at least what is being taken back.
it('what takes long is called by its name, where that is what is taken back', async () => {
  const answer = async () => {
    await new Promise((resolve) => setTimeout(resolve, 4000));
    return ENTRY;
  };
  const named = { ...ENTRY, params: { count: 100_000, tags: 'met' }, undone: false };
  const summary = () => Promise.resolve({ undo: named });
  for (const [id, words] of [
    [undefined, 'Taking back: Tagged 100,000 people: met…'],
    [1, 'Taking back: Tagged 100,000 people: met…'],
    [2, 'Taking it back…'],
  ] as const) {
    await connect(connectionTo({ book: { undo: answer, summary } }));
    useStore.setState({ toasts: [] });
    const done = undo(id);
    await vi.advanceTimersByTimeAsync(1500);
    expect(toasts()).toEqual([['busy', words]]);
    await vi.advanceTimersByTimeAsync(4000);
    await done;
  }
});

it('what is done at once says only that it is', async () => {
  await takes(300);
  const done = undo();
  await vi.advanceTimersByTimeAsync(400);
  await done;
  await vi.advanceTimersByTimeAsync(5000);
  expect(toasts().map(([tone]) => tone)).toEqual(['done']);
});
