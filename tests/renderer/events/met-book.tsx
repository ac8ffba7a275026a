// A book in memory that knows people and events, and "Met someone" over it.
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { ContactId } from '#core/contacts/model.ts';
import type { ContactSummary } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import { fold } from '#core/shared/fold.ts';
import { connect } from '#renderer/client/client.ts';
import { queryClient } from '#renderer/client/queries.ts';
import { MetDialog } from '#renderer/features/events/MetDialog.tsx';
import { TooltipProvider } from '#renderer/ui/Tooltip.tsx';
import { connectionTo } from '#tests/renderer/imports/fake-book.ts';

export interface Call {
  readonly name: string;
  readonly input: unknown;
}

export const aPerson = (id: number, fn: string, change: Partial<ContactSummary> = {}): ContactSummary => ({
  id: ContactId.parse(id),
  fn,
  org: '',
  title: '',
  metAt: '',
  isOwner: false,
  ...change,
});

export interface MetBook {
  readonly people?: readonly ContactSummary[];
  readonly events?: readonly { id: number; summary: string }[];
  /** How long finding somebody takes. */
  readonly slow?: number;
  /** Commands the book refuses. */
  readonly refuses?: readonly string[];
}

/** Opens the dialog; answers the commands given and whether it was closed. */
export async function openMet({ people = [], events = [], slow = 0, refuses = [] }: MetBook = {}) {
  const calls: Call[] = [];
  const closed: true[] = [];
  let entry = 0;
  const command = (name: string, answer: () => unknown) => (input: never) => {
    if (refuses.includes(name)) throw new Error('refused');
    calls.push({ name, input });
    entry += 1;
    return answer();
  };
  const eventOf = ({ id, summary }: { id: number; summary: string }) => ({
    id: EventId.parse(id),
    summary,
    location: '',
    url: '',
    description: '',
    kind: '',
    organizer: '',
    series: '',
    metCount: 0,
  });
  await connect(
    connectionTo({
      contacts: {
        find: async ({ text }: { text: string }) => {
          if (slow > 0) await new Promise((resolve) => setTimeout(resolve, slow));
          const words = fold(text).split(' ');
          return people.filter(({ fn, org }) => words.every((word) => fold(`${fn} ${org}`).includes(word)));
        },
        withAddress: () => people.filter(({ metAt }) => metAt === 'by address'),
        get: ({ id }: { id: number }) => ({
          id,
          fn: people.find((person) => person.id === id)?.fn ?? '',
          isOwner: false,
        }),
      },
      events: {
        list: () => ({ total: events.length, rows: events.map(eventOf) }),
        get: ({ id }: { id: number }) => ({
          event: eventOf(events.find((event) => event.id === id) ?? { id, summary: '' }),
          encounters: [],
          attendees: [],
          similar: [],
        }),
        create: command('events.create', () => ({ id: 77 })),
        logEncounter: command('events.logEncounter', () => ({ id: 500 + entry, contactId: 900 + entry })),
      },
      book: {
        summary: () => ({
          undo: { id: entry, code: 'events.logEncounter', params: {}, at: '', undone: false },
        }),
        undo: command('book.undo', () => undefined),
      },
    }),
  );
  render(
    <QueryClientProvider client={queryClient}>
      <TooltipProvider>
        <MetDialog onClose={() => closed.push(true)} />
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return { calls, closed };
}
