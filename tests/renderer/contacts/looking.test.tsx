// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Looking } from '#renderer/features/contacts/Looking.tsx';
import '#renderer/strings/i18n.ts';

const WORDS = 'Looking through everybody…';
const status = () => screen.getByRole('status').textContent;
const passes = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

// The first facet asked about right after opening showed an empty list for a second, and said nothing.
it('a list that takes long says that it is looked for, and one that is quick says nothing', async () => {
  const { rerender } = render(<Looking isLooking />);
  await passes(300);
  expect(status()).toBe('');
  await passes(200);
  expect(status()).toBe(WORDS);
  rerender(<Looking isLooking={false} />);
  expect(status()).toBe('');
  expect(screen.queryAllByText(WORDS)).toEqual([]);
  // A key a moment later begins its own wait.
  rerender(<Looking isLooking />);
  await passes(300);
  expect(status()).toBe('');
});
