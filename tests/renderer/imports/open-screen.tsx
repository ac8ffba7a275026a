// The imports screens over a fake book, for tests of what they show and do.
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import type { ImportBatch, ImportItem } from '#core/imports/model.ts';
import { connect } from '#renderer/client/client.ts';
import { createQueryClient } from '#renderer/client/queries.ts';
import { ImportScreen } from '#renderer/features/imports/ImportScreen.tsx';
import { ImportsList } from '#renderer/features/imports/ImportsList.tsx';
import { useWork } from '#renderer/features/imports/work.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import '#renderer/strings/i18n.ts';
import { aBatch, aChange, anItem, connectionTo, fakeBook, NOTHING } from './fake-book.ts';
import type { FakeBook, Procedures } from './fake-book.ts';

/** A person the fake book knows. */
export const contactId = 5 as NonNullable<ImportItem['contactId']>; // ids of the fake book are what the tests say

export const items = [
  anItem(1, {
    fn: 'Ana Ruiz',
    changes: [
      aChange('FN', 'Ana Ruiz'),
      aChange('EMAIL', 'ana@example.org', { type: 'work' }),
      aChange('X-HOBBY', 'rowing', { parameters: { 'X-ABLABEL': ['Hobby'] } }),
      aChange('PHOTO', `data:image/png;base64,${btoa('picture')}`),
    ],
  }),
  anItem(2, { action: 'review', contactId, fn: 'Sam Doe' }),
  anItem(3, { action: 'review', contactId, fn: 'Kim Roe' }),
  anItem(4, { action: 'update', contactId, changes: [aChange('ORG', 'New Ltd', { before: 'Old Ltd' })] }),
  anItem(5, { action: 'unusable', fn: '', issues: [{ line: 8, code: 'UNAVAILABLE_MEMBER', params: {} }] }),
];
export const counts = { ...NOTHING, create: 1, update: 1, review: 2, unusable: 1 };
export const entries: ImportBatch['entries'] = [
  {
    entryName: 'Connections.csv',
    kind: 'linkedin-connections',
    records: 5,
    verdict: 'recognised',
    because: 'First Name,Last Name',
  },
  { entryName: 'Logins.csv', records: 0, verdict: 'sensitive', because: '' },
];
export const batch = aBatch({ counts, entries, owner: { fn: 'Maria Muster', url: '' } });

/** Shows both panes of the section over these procedures. */
export async function show(procedures: Procedures): Promise<() => Promise<void>> {
  await connect(connectionTo(procedures));
  const queries = createQueryClient();
  render(
    <QueryClientProvider client={queries}>
      <ImportsList />
      <ImportScreen />
    </QueryClientProvider>,
  );
  return () => queries.invalidateQueries();
}

/** Opens the batch, changed as given, with these records. `refetch` is what the book's word of a change does; `beforeLook` makes the book slow to say how a file would be read. */
export async function open(
  change: Partial<ImportBatch> = {},
  records: readonly ImportItem[] = items,
  beforeLook?: () => Promise<void>,
): Promise<FakeBook & { readonly refetch: () => Promise<void> }> {
  const book = fakeBook({ ...batch, ...change }, records, beforeLook);
  navigate({ section: 'imports', id: batch.id });
  const refetch = await show(book.procedures);
  await screen.findByRole('heading', { name: 'archive.zip' });
  return { ...book, refetch };
}

export const tab = (name: RegExp) => screen.getByRole('tab', { name });
export const row = (name: RegExp) => screen.findByRole('option', { name });

/** Call it once in a test file: an empty page before each test, and nothing left of it after. */
export function onAnEmptyPage(): void {
  beforeEach(() => {
    // The list shows as many rows as fit, and nothing has a size where nothing is drawn.
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(640);
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(320);
    useWork.setState({ work: { state: 'idle' }, reverted: new Map(), uploads: new Map() });
    useStore.setState({ toasts: [], drops: [] });
  });
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
  });
}
