// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { navigate, useStore } from '#renderer/store/store.ts';
import { open, useQueue } from './open-queue.tsx';

useQueue();

describe('a new invitation', () => {
  it('fills its fields from pasted text and wants a name before it is saved', async () => {
    navigate({ section: 'invitations', mode: 'new' });
    const calls = await open();
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Add' }));
    expect(screen.getByText(/write their name/)).toBeTruthy();
    const paste = screen.getByRole('textbox', { name: 'Paste it here' });
    fireEvent.change(paste, {
      target: { value: 'Bo Example\nBuilds looms\nAna Example and 3 other mutual connections\nHello there' },
    });
    await user.click(screen.getByRole('button', { name: 'Fill in the fields' }));
    await user.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(calls[0]?.[0]).toBe('create'));
    expect(calls[0]?.[1]).toMatchObject({
      fn: 'Bo Example',
      headline: 'Builds looms',
      mutualNames: ['Ana Example'],
      mutualCount: 4,
    });
  });

  const cards = (...names: string[]) =>
    names.flatMap((fn) => [fn, `Headline of ${fn}`, 'Ignore', 'Accept']).join('\n');
  const paste = async (text: string) => {
    fireEvent.change(screen.getByRole('textbox', { name: 'Paste it here' }), { target: { value: text } });
    fireEvent.click(screen.getByRole('button', { name: 'Fill in the fields' }));
    await screen.findByRole('list', { name: 'Invitations read' });
  };

  it('lists several of one paste, to be put right, left out and added together', async () => {
    navigate({ section: 'invitations', mode: 'new' });
    const calls = await open();
    const user = userEvent.setup();
    await screen.findByRole('button', { name: 'Add' });
    await paste(cards('Bo Example', 'Cyd Example', 'Dee Example', 'Bo Example'));
    expect(screen.getByText(/4 invitations were read/)).toBeTruthy();
    const wanted = screen.getAllByRole<HTMLInputElement>('checkbox').map((one) => one.checked);
    expect(wanted, 'who comes twice is wanted once').toEqual([true, true, true, false]);
    await user.click(screen.getByRole('checkbox', { name: 'Add the invitation from Dee Example' }));
    await user.click(screen.getByRole('button', { name: 'Change the invitation from Cyd Example' }));
    await user.type(screen.getByRole('textbox', { name: 'Organisation' }), 'Example Mill');
    await user.click(screen.getByRole('button', { name: 'Add 2 invitations' }));
    await waitFor(() => expect(calls[0]?.[0]).toBe('createMany'));
    expect(calls[0]?.[1]).toMatchObject({
      forms: [{ fn: 'Bo Example' }, { fn: 'Cyd Example', org: 'Example Mill' }],
    });
    expect(calls).toHaveLength(1);
  });

  it('adds none while one of them cannot be saved, and shows which', async () => {
    navigate({ section: 'invitations', mode: 'new' });
    const calls = await open();
    await screen.findByRole('button', { name: 'Add' });
    await paste(cards('Bo Example', 'Cyd Example'));
    fireEvent.click(screen.getByRole('button', { name: 'Change the invitation from Cyd Example' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: ' ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add 2 invitations' }));
    expect(await screen.findByText(/write their name/)).toBeTruthy();
    expect(calls).toEqual([]);
  });

  it('hands the source of an e-mail to the imports, and says that pictures are not read', async () => {
    navigate({ section: 'invitations', mode: 'new' });
    await open();
    const field = await screen.findByRole('textbox', { name: 'Paste it here' });
    const picture = new File(['x'], 'shot.png', { type: 'image/png' });
    fireEvent.paste(field, { clipboardData: { files: [picture], getData: () => '' } });
    expect(useStore.getState().toasts.at(-1)?.text).toContain('A picture of an invitation is not read');

    const mail = 'From: LinkedIn <invitations@linkedin.example.org>\nMessage-ID: <1@example.org>\n\nHi';
    fireEvent.change(field, { target: { value: mail } });
    fireEvent.click(screen.getByRole('button', { name: 'Read it as a file' }));
    expect(useStore.getState().route.section).toBe('imports');
    expect(useStore.getState().drops.at(-1)?.files).toHaveLength(1);
  });
});
