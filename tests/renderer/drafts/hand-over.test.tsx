// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { HandOver } from '#renderer/drafts/HandOver.tsx';
import { useStore } from '#renderer/store/store.ts';

vi.mock(import('#renderer/drafts/hand-over.ts'), () => ({
  copyLetter: () => Promise.resolve(true),
  saveFile: () => undefined,
}));
afterEach(cleanup);

const noFlags = () => Promise.resolve([]);
const letter = { to: [], subject: '', body: 'Good to meet you.' };

// Copying a letter said that it had been written: it may never be sent.
it('a letter that is copied is written only when its owner says so', async () => {
  const onWritten = vi.fn<() => void>();
  render(
    <HandOver
      letter={letter}
      isMail={false}
      limit={undefined}
      profileUrl={undefined}
      onWritten={onWritten}
      check={noFlags}
    />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Copy' }));
  await waitFor(() => expect(useStore.getState().toasts.at(-1)?.action?.label).toBe('Mark as written'));
  const toast = useStore.getState().toasts.at(-1);
  expect(onWritten).not.toHaveBeenCalled();
  toast?.action?.run();
  expect(onWritten).toHaveBeenCalledOnce();
});

it('of a letter nobody waits for nothing is asked', async () => {
  render(
    <HandOver letter={letter} isMail={false} limit={undefined} profileUrl={undefined} check={noFlags} />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Copy' }));
  await waitFor(() => expect(useStore.getState().toasts).not.toEqual([]));
  expect(useStore.getState().toasts.at(-1)?.action).toBeUndefined();
});
