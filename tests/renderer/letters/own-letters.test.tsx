// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VARIABLES } from '#core/introductions/variable-names.ts';
import { previewOf } from '#core/introductions/preview.ts';
import type { TemplateForm } from '#core/introductions/own-letters.ts';
import { connect } from '#renderer/client/client.ts';
import { createQueryClient } from '#renderer/client/queries.ts';
import { OwnLetters } from '#renderer/features/letters/OwnLetters.tsx';
import type { SampleReader } from '#renderer/features/letters/Preview.tsx';
import { useStore } from '#renderer/store/store.ts';
import '#renderer/strings/i18n.ts';
import { connectionTo } from '#tests/renderer/imports/fake-book.ts';

const kept = {
  id: 7,
  kind: 'nudge',
  language: 'de',
  tone: 'short',
  name: 'Kurz',
  subject: 'Hallo',
  body: 'Na, {{ name }}?',
};

async function open(letters: readonly object[] = []) {
  const saved: unknown[] = [];
  const deleted: unknown[] = [];
  await connect(
    connectionTo({
      letters: {
        list: () => letters,
        shipped: ({ language }: { readonly language: string }) => ({
          subject: `Subject ${language}`,
          body: `Shipped ${language}`,
        }),
        preview: ({ address, knowledge, ...form }: Omit<TemplateForm, 'name'> & SampleReader) =>
          previewOf(form, address, knowledge),
        save: (input: never) => {
          saved.push(input);
          return { id: 7 };
        },
        delete: (input: never) => void deleted.push(input),
      },
      book: { summary: () => ({}) },
    }),
  );
  render(
    <QueryClientProvider client={createQueryClient()}>
      <OwnLetters />
    </QueryClientProvider>,
  );
  return { saved, deleted, user: userEvent.setup() };
}

const field = (label: string) => screen.getByLabelText<HTMLTextAreaElement>(label);

beforeEach(() => useStore.setState({ toasts: [], unsavedLetter: undefined }));
afterEach(cleanup);

describe('letters in own words', () => {
  it('begin as a copy of the shipped one, in the language chosen until something is typed', async () => {
    const { saved, user } = await open();
    await user.click(screen.getByRole('button', { name: 'Write your own' }));
    await waitFor(() => expect(field('Letter').value).toBe('Shipped en'));
    await user.selectOptions(screen.getByLabelText('Language'), 'de');
    await waitFor(() => expect(field('Letter').value).toBe('Shipped de'));
    await user.click(field('Letter'));
    await user.selectOptions(screen.getByLabelText('Language'), 'fr');
    // Looking at it with the cursor in it is not writing.
    await waitFor(() => expect(field('Letter').value).toBe('Shipped fr'));
    await user.type(field('Letter'), '!');
    await user.selectOptions(screen.getByLabelText('Language'), 'es');
    await waitFor(() => expect(field('Subject').value).toBe('Subject es'));
    expect(field('Letter').value).toContain('!');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]).toMatchObject({ form: { kind: 'reconnect', language: 'es', tone: 'warm', name: '' } });
    expect(saved[0]).not.toHaveProperty('id');
    expect(await screen.findByRole('button', { name: 'Write your own' })).toBe(document.activeElement);
  });

  it('are shown as somebody would get them, and say where a mistake is', async () => {
    const { user } = await open([kept]);
    await user.click(
      await screen.findByRole('button', { name: 'Edit Remind them once: German, Short, “Kurz”' }),
    );
    expect(await screen.findByText('Na, Ada?')).toBeTruthy();
    await user.type(field('Letter'), '{Enter}{{{{nme ');
    expect(await screen.findByText('Line 2: “{{nme” is begun and not ended.')).toBeTruthy();
    // The letter as it was is still there.
    expect(screen.getByText('Na, Ada?')).toBeTruthy();
    await user.type(field('Letter'), '}}');
    expect(await screen.findByText('Line 2: there is nothing called “nme” to fill in.')).toBeTruthy();
  });

  it('offer what can be filled in, while it is typed and in a list', async () => {
    const { user } = await open([kept]);
    await user.click(await screen.findByRole('button', { name: /^Edit/ }));
    await user.clear(field('Letter'));
    await user.type(field('Letter'), 'At {{{{ev');
    expect(screen.getByRole('option', { name: /event.*The event where you met/ })).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(field('Letter').value).toBe('At {{ event }}');
    await user.keyboard(' on {{{{');
    expect(within(screen.getByRole('listbox')).getAllByRole('option')).toHaveLength(VARIABLES.length);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(screen.getByLabelText('Name')).toBeTruthy();
    await user.keyboard('{Backspace}{Backspace}');
    await user.type(screen.getByRole('combobox', { name: 'Put in at the cursor' }), 'talked about{Enter}');
    expect(field('Letter').value).toBe('At {{ event }} on {{ topic }}');
    expect(document.activeElement).toBe(field('Letter'));
  });

  it('wait half written while the owner is elsewhere, and are put away only on a press that is taken back', async () => {
    const { saved, user } = await open([kept]);
    await user.click(await screen.findByRole('button', { name: /^Edit/ }));
    // Looking at one is not writing it.
    cleanup();
    await open([kept]);
    expect(screen.queryByLabelText('Letter')).toBeNull();
    await user.click(await screen.findByRole('button', { name: /^Edit/ }));
    await user.type(field('Letter'), ' Hm.');
    await user.type(screen.getByLabelText('Name'), '!');
    cleanup();
    const again = await open([kept]);
    expect(field('Letter').value).toBe('Na, {{ name }}? Hm.');
    expect(screen.getByText(/You were writing this when you left/)).toBeTruthy();
    // Whoever comes to Settings for something else is not taken into it.
    expect(document.activeElement).toBe(document.body);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByLabelText('Letter')).toBeNull();
    expect(useStore.getState().unsavedLetter).toBeUndefined();
    const [toast] = useStore.getState().toasts;
    expect(toast?.action?.label).toBe('Go on writing');
    act(() => toast?.action?.run());
    expect(field('Letter').value).toBe('Na, {{ name }}? Hm.');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(again.saved).toHaveLength(1));
    expect(again.saved[0]).toMatchObject({ id: 7, form: { name: 'Kurz!', body: 'Na, {{ name }}? Hm.' } });
    expect(saved).toEqual([]);
    await waitFor(() => expect(useStore.getState().unsavedLetter).toBeUndefined());
  });

  it('are changed and deleted', async () => {
    const { saved, deleted, user } = await open([kept]);
    await user.click(await screen.findByRole('button', { name: /^Edit/ }));
    await user.clear(screen.getByLabelText('Name'));
    expect(
      screen.getByText('Without one it takes the place of the letter that comes with Acquaint.'),
    ).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    const { id, ...form } = kept;
    expect(saved[0]).toEqual({ id, form: { ...form, name: '' } });
    await user.click(await screen.findByRole('button', { name: /^Delete/ }));
    await waitFor(() => expect(deleted).toEqual([{ id: 7 }]));
  });
});
