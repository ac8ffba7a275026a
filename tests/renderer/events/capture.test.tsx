// @vitest-environment happy-dom
// "Met someone" by keys alone: the line, its pieces, the people offered, event mode.
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { queryClient } from '#renderer/client/queries.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import '#renderer/strings/i18n.ts';
import { aPerson, openMet } from './met-book.tsx';

const keys = userEvent.setup();
const theLine = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: /line/ });
const chips = () =>
  within(screen.getByRole('list', { name: 'What the line says' }))
    .getAllByRole('button')
    .map((chip) => chip.textContent.replace('– change', ''));

beforeEach(() => {
  useStore.setState({ toasts: [], stickyEvent: undefined, stickyMetOn: undefined });
  navigate({ section: 'today' });
});
afterEach(() => {
  cleanup();
  queryClient.clear();
});

describe('the line', () => {
  it('has the focus, shows what it says, and Enter saves all of it and closes', async () => {
    const { calls, closed } = await openMet({ events: [{ id: 5, summary: 'Paper Days 2026' }] });
    const line = await theLine();
    expect(document.activeElement).toBe(line);
    await keys.type(
      line,
      'Ana Ruiz, CTO @Acme, ana@acme.test met Paper Days 2024-05-03 #speaker – likes bees',
    );
    expect(chips()).toEqual([
      'Name Ana Ruiz',
      'Title CTO',
      'Company Acme',
      'E-mail ana@acme.test',
      'Event Paper Days 2026',
      expect.stringMatching(/^Day .*2024/),
      'Tag speaker',
      'Note likes bees',
    ]);
    await keys.keyboard('{Enter}');
    await waitFor(() => expect(closed).toHaveLength(1));
    expect(calls).toEqual([
      {
        name: 'events.logEncounter',
        input: expect.objectContaining({
          eventId: 5,
          metOn: '2024-05-03',
          note: 'likes bees',
          who: {
            kind: 'new',
            contact: expect.objectContaining({
              given: 'Ana',
              family: 'Ruiz',
              title: 'CTO',
              org: 'Acme',
              emails: ['ana@acme.test'],
              more: [expect.objectContaining({ name: 'CATEGORIES', value: 'speaker' })],
            }),
          },
        }),
      },
    ]);
  });

  it('says that it was saved, and takes all of it back', async () => {
    const { calls } = await openMet({ people: [aPerson(3, 'Ana Ruiz')] });
    await keys.type(await theLine(), 'Ana Ruiz #ink{Alt>}{Enter}{/Alt}');
    await waitFor(() => expect(useStore.getState().toasts.at(-1)?.text).toBe('Logged Ana Ruiz'));
    useStore.getState().toasts.at(-1)?.action?.run();
    await waitFor(() => expect(calls).toHaveLength(2));
    // One deed: what Ana gained goes with the meeting.
    expect(calls[1]).toEqual({ name: 'book.undo', input: { id: 1 } });
  });

  it('without a name says so, and suggests the one an address tells', async () => {
    const { calls } = await openMet();
    const line = await theLine();
    await keys.type(line, 'ana.ruiz@acme.test{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('Write a name');
    expect(calls).toEqual([]);
    await keys.click(screen.getByRole('button', { name: 'Name: Ana Ruiz?' }));
    expect(line.value).toBe('Ana Ruiz, ana.ruiz@acme.test');
    expect(document.activeElement).toBe(line);
  });

  it('takes a pasted card as a line', async () => {
    await openMet();
    const line = await theLine();
    line.focus();
    await keys.paste('MECARD:N:Ruiz,Ana;EMAIL:ana@acme.test;;');
    expect(line.value).toBe('name:"Ana Ruiz" ana@acme.test');
    expect(chips()).toEqual(['Name Ana Ruiz', 'E-mail ana@acme.test']);
  });

  it('stays as it is when the book refuses', async () => {
    const { closed } = await openMet({ refuses: ['events.logEncounter'] });
    const line = await theLine();
    await keys.type(line, 'Ana Ruiz{Enter}');
    await waitFor(() => expect(useStore.getState().toasts.at(-1)?.tone).toBe('problem'));
    expect(line.value).toBe('Ana Ruiz');
    expect(closed).toEqual([]);
  });

  it('puts an introducer nobody was chosen for into the note', async () => {
    const { calls } = await openMet();
    await keys.type(await theLine(), 'Ana Ruiz via Tom{Enter}');
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.input).toMatchObject({ note: 'Introduced by Tom' });
    expect(calls[0]?.input).not.toHaveProperty('introducedBy');
  });
});

describe('a piece', () => {
  it('is reached by Tab, corrected, and written into the line', async () => {
    const { calls } = await openMet();
    const line = await theLine();
    await keys.type(line, 'Ana Ruiz, Acme');
    expect(chips()).toEqual(['Name Ana Ruiz', 'Title Acme']);
    await keys.tab();
    await keys.tab();
    await keys.keyboard('{Enter}');
    const editor = screen.getByRole('group', { name: 'Change this piece' });
    expect(document.activeElement).toBe(within(editor).getByRole('textbox', { name: 'Text' }));
    await keys.selectOptions(within(editor).getByRole('combobox', { name: 'What it is' }), 'Company');
    await keys.type(within(editor).getByRole('textbox', { name: 'Text' }), ' Ltd{Enter}');
    expect(document.activeElement).toBe(line);
    expect(chips()).toEqual(['Name Ana Ruiz', 'Company Acme Ltd']);
    expect(line.value).toBe('Ana Ruiz, @"Acme Ltd"');
    expect(calls).toEqual([]);
  });

  it('is taken out by Delete, and left as it was by Escape', async () => {
    await openMet();
    const line = await theLine();
    await keys.type(line, 'Ana Ruiz #ink');
    screen.getByRole('button', { name: /^Tag ink/ }).focus();
    await keys.keyboard('{Delete}');
    expect(line.value).toBe('Ana Ruiz');
    screen.getByRole('button', { name: /^Name/ }).focus();
    await keys.keyboard('{Enter}x{Escape}');
    expect(line.value).toBe('Ana Ruiz');
    expect(screen.queryByRole('group', { name: 'Change this piece' })).toBeNull();
  });

  it('that is a day takes any day, and says what is none', async () => {
    await openMet();
    const line = await theLine();
    await keys.type(line, 'Ana Ruiz today');
    await keys.click(screen.getByRole('button', { name: /^Day/ }));
    const text = screen.getByRole('textbox', { name: 'Text' });
    await keys.clear(text);
    await keys.type(text, 'tomorrow{Enter}');
    expect(screen.getByRole('alert').textContent).toContain('Not a day');
    await keys.clear(text);
    await keys.type(text, '3 May 2024{Enter}');
    expect(line.value).toBe('Ana Ruiz 2024-05-03');
  });
});

describe('somebody of that name', () => {
  const ana = aPerson(3, 'Ana Ruiz', { org: 'Acme' });

  it('is offered; Enter adds a new person all the same', async () => {
    const { calls } = await openMet({ people: [ana] });
    await keys.type(await theLine(), 'Ana Ruiz');
    await screen.findByRole('button', { name: 'Is this Ana Ruiz of Acme?' });
    await keys.keyboard('{Enter}');
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.input).toMatchObject({ who: { kind: 'new' } });
  });

  it('is taken by Alt Enter, and gains what the line knows', async () => {
    const { calls, closed } = await openMet({ people: [ana] });
    await keys.type(await theLine(), 'Ana Ruiz, CTO @Other, ana@acme.test{Alt>}{Enter}{/Alt}');
    await waitFor(() => expect(closed).toHaveLength(1));
    expect(calls).toEqual([
      {
        name: 'events.logEncounter',
        input: expect.objectContaining({
          who: {
            kind: 'known',
            contactId: 3,
            additions: expect.objectContaining({ title: 'CTO', org: 'Other', emails: ['ana@acme.test'] }),
          },
        }),
      },
    ]);
  });

  it('is taken by a press, until another name is typed', async () => {
    const { calls } = await openMet({ people: [ana] });
    const line = await theLine();
    await keys.type(line, 'Ana Ruiz');
    const offer = await screen.findByRole('button', { name: 'Is this Ana Ruiz of Acme?' });
    await keys.click(offer);
    expect(offer.getAttribute('aria-pressed')).toBe('true');
    expect(document.activeElement).toBe(line);
    await keys.type(line, 'x');
    await keys.keyboard('{Enter}');
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.input).toMatchObject({ who: { kind: 'new' } });
  });

  it('is shown before a second one is added, when Enter was faster than the book', async () => {
    const { calls } = await openMet({ people: [ana], slow: 60 });
    await keys.type(await theLine(), 'Ana Ruiz');
    await keys.keyboard('{Enter}');
    await screen.findByRole('button', { name: 'Is this Ana Ruiz of Acme?' });
    expect(calls).toEqual([]);
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', false),
    );
    await keys.keyboard('{Enter}');
    await waitFor(() => expect(calls).toHaveLength(1));
  });

  it('is nobody: Alt Enter says so and saves nothing', async () => {
    const { calls } = await openMet();
    await keys.type(await theLine(), 'Bo Falk{Alt>}{Enter}{/Alt}');
    expect((await screen.findByRole('alert')).textContent).toContain('Nobody in the book');
    expect(calls).toEqual([]);
  });

  it('who introduced is offered too, and then linked', async () => {
    const { calls } = await openMet({ people: [aPerson(4, 'Tom Bell')] });
    const line = await theLine();
    await keys.type(line, 'Bo Falk via Tom');
    await keys.click(await screen.findByRole('button', { name: 'Is this Tom Bell?' }));
    await keys.keyboard('{Enter}');
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.input).toMatchObject({ introducedBy: 4, note: '' });
  });
});

describe('event mode', () => {
  const events = [{ id: 5, summary: 'Paper Days' }];

  it('begins on an event’s page: a line a person, Enter goes on, each can be taken back', async () => {
    navigate({ section: 'events', id: 5 });
    const { calls, closed } = await openMet({ events });
    const line = await theLine();
    expect(screen.getByRole('group', { name: 'Stays for the next person' }).textContent).toContain(
      'Paper Days',
    );
    for (const name of ['Ana Ruiz', 'Bo Falk', 'Cy Ito']) {
      await keys.type(line, `${name} – about ink{Enter}`);
      await waitFor(() => expect(line.value).toBe(''));
      expect(document.activeElement).toBe(line);
    }
    expect(closed).toEqual([]);
    expect(calls.map(({ input }) => (input as { eventId: number }).eventId)).toEqual([5, 5, 5]);
    const log = screen.getByRole('region', { name: 'Just added' });
    expect(
      within(log)
        .getAllByRole('listitem')
        .map((row) => row.textContent),
    ).toEqual([
      expect.stringContaining('Cy Ito'),
      expect.stringContaining('Bo Falk'),
      expect.stringContaining('Ana Ruiz'),
    ]);
    await keys.click(screen.getByRole('button', { name: 'Take back Bo Falk' }));
    await waitFor(() => expect(within(log).getAllByRole('listitem')).toHaveLength(2));
    expect(calls.at(-1)).toEqual({ name: 'book.undo', input: { id: 2 } });
  });

  it('begins with Shift Enter: a new event is added once and stays with its day', async () => {
    const { calls, closed } = await openMet();
    const line = await theLine();
    await keys.type(line, 'Ana Ruiz met InkCon 2024-05-03 in Lyon{Shift>}{Enter}{/Shift}');
    await waitFor(() => expect(line.value).toBe(''));
    await keys.type(line, 'Bo Falk{Enter}');
    await waitFor(() => expect(calls).toHaveLength(3));
    expect(calls.map(({ name }) => name)).toEqual([
      'events.create',
      'events.logEncounter',
      'events.logEncounter',
    ]);
    expect(calls[2]?.input).toMatchObject({ eventId: 77, metOn: '2024-05-03', location: 'Lyon' });
    expect(closed).toEqual([]);
    expect(useStore.getState().stickyEvent).toEqual({ kind: 'known', id: 77, summary: 'InkCon' });
  });

  it('ends when the event is let go', async () => {
    useStore.setState({ stickyEvent: { id: 5 as never, summary: 'Paper Days' }, stickyMetOn: '2024-05-03' });
    const { calls, closed } = await openMet({ events });
    const line = await theLine();
    await keys.click(screen.getByRole('button', { name: 'Do not keep Paper Days' }));
    expect(screen.queryByRole('group', { name: 'Stays for the next person' })).toBeNull();
    await keys.type(line, 'Ana Ruiz{Enter}');
    await waitFor(() => expect(closed).toHaveLength(1));
    expect(calls[0]?.input).not.toHaveProperty('eventId');
    expect(calls[0]?.input).not.toHaveProperty('metOn');
  });

  it('does not lend its day to another event', async () => {
    useStore.setState({ stickyEvent: { id: 5 as never, summary: 'Paper Days' }, stickyMetOn: '2024-05-03' });
    const { calls } = await openMet({ events: [...events, { id: 6, summary: 'Ink Fair' }] });
    await keys.type(await theLine(), 'Ana Ruiz met Ink Fair{Enter}');
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.input).toMatchObject({ eventId: 6 });
    expect(calls[0]?.input).not.toHaveProperty('metOn');
  });
});

describe('all fields', () => {
  it('take what the line has said, and save it', async () => {
    const { calls } = await openMet();
    await keys.type(await theLine(), 'Ana Ruiz, CTO @Acme 2024-05-03 – likes bees');
    await keys.click(screen.getByRole('button', { name: 'All fields' }));
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Whom' }).value).toBe('Ana Ruiz');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'What about' }).value).toBe('likes bees');
    await keys.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(calls).toHaveLength(1));
    expect(calls[0]?.input).toMatchObject({
      metOn: '2024-05-03',
      note: 'likes bees',
      who: { contact: { given: 'Ana', family: 'Ruiz', title: 'CTO', org: 'Acme' } },
    });
  });

  it('come first where the person is known, on their page', async () => {
    navigate({ section: 'people', id: 3 });
    await openMet({ people: [aPerson(3, 'Ana Ruiz')] });
    expect((await screen.findByRole<HTMLInputElement>('combobox', { name: 'Whom' })).value).toBe('Ana Ruiz');
    await keys.click(screen.getByRole('button', { name: 'One line' }));
    expect(await theLine()).toBeTruthy();
  });
});
