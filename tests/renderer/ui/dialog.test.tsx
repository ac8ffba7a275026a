// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Dialog } from '#renderer/ui/Dialog.tsx';

afterEach(cleanup);

const inDialog = (children: React.ReactNode) => (
  <Dialog title="Tags" closeLabel="Close" onClose={() => undefined}>
    {children}
  </Dialog>
);

// The list of tags comes from the book: its search was there a moment later than the dialog, and was never entered.
it('gives the focus to its first field, also where that comes later', async () => {
  const { rerender } = render(inDialog(null));
  expect(document.activeElement).toBe(screen.getByRole('dialog', { hidden: true }));
  rerender(inDialog(<input aria-label="Find a tag" />));
  await new Promise((resolve) => setTimeout(resolve));
  expect(document.activeElement).toBe(screen.getByLabelText('Find a tag'));
});

it('leaves whoever has moved on by then where they are', async () => {
  const merge = <button type="button">Merge</button>;
  const both = (field: React.ReactNode) => (
    <div>
      {field}
      {merge}
    </div>
  );
  const { rerender } = render(inDialog(both(null)));
  screen.getByText('Merge').focus();
  rerender(inDialog(both(<input aria-label="Find a tag" />)));
  await new Promise((resolve) => setTimeout(resolve));
  expect(document.activeElement).toBe(screen.getByText('Merge'));
});

// Logging a meeting with somebody known began in their name, which stands before the note that asked for the focus.
it('gives the focus to what asks for it, though a field stands before it', () => {
  render(
    inDialog(
      <>
        <input aria-label="Whom" />
        <input aria-label="Note" data-autofocus="" />
      </>,
    ),
  );
  expect(document.activeElement).toBe(screen.getByLabelText('Note'));
});
