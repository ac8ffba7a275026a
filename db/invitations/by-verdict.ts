// Verdicts on all invitations of a list, for filtering by them: worked out in slices, kept until the book changes.
import { setImmediate as turn } from 'node:timers/promises';
import type { InvitationId, Verdict } from '#core/invitations/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { invitationsById } from './read.ts';
import { versionOf } from './received.ts';
import { verdicts } from './vetting.ts';

interface Kept {
  readonly version: string;
  readonly verdicts: Map<InvitationId, Verdict>;
}

const kept = new WeakMap<ReadBook, Kept>();

/** As many as take a few milliseconds: other questions are answered in between. */
const SLICE = 25;

/** The verdict on each; stops with the signal's reason when nobody waits for the answer any more. */
export async function verdictsOn(
  book: ReadBook,
  ids: readonly InvitationId[],
  { now, signal }: { readonly now: DateTime; readonly signal: AbortSignal | undefined },
): Promise<ReadonlyMap<InvitationId, Verdict>> {
  // By the day too: silence grows into an answer.
  const version = `${versionOf(book)} ${now.slice(0, 10)}`;
  const known = kept.get(book);
  const all = known?.version === version ? known : { version, verdicts: new Map<InvitationId, Verdict>() };
  kept.set(book, all);
  const open = ids.filter((id) => !all.verdicts.has(id));
  for (let from = 0; from < open.length; from += SLICE) {
    signal?.throwIfAborted();
    const found = invitationsById(book, open.slice(from, from + SLICE), now);
    const judged = verdicts(book, found, now);
    for (const [at, { id }] of found.entries()) all.verdicts.set(id, judged[at]!);
    await turn();
  }
  return all.verdicts;
}
