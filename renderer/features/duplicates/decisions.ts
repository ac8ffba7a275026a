// What the owner can decide about cards that may be one person. Each is one deed with its Undo.
import type { DuplicateGroupSummary } from '#api/duplicates.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { client } from '#renderer/client/client.ts';
import { act, sayProblem } from '#renderer/client/commands.ts';
import { orpc, queryClient } from '#renderer/client/queries.ts';
import { useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { namesInWords } from '#renderer/strings/lists.ts';
import type { MergeRequest } from './comparison.ts';
import { mergeRequest } from './rows.ts';

/** How many side-by-side looks are asked for at once. */
const AT_ONCE = 20;

/**
 * Runs a deed about groups: they leave the list at once and come back when the book refuses.
 * The list and its counts are fetched anew before they count as decided, so that they never flash up again.
 */
async function settling(keys: readonly string[], run: () => Promise<boolean>): Promise<boolean> {
  const { groupsLeave, groupsSettled } = useStore.getState();
  groupsLeave(keys);
  let isDone = false;
  try {
    isDone = await run();
    await Promise.all(
      [orpc.duplicates.list.key(), orpc.duplicates.summary.key()].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
  } finally {
    groupsSettled(keys, isDone);
  }
  return isDone;
}

/**
 * Makes one person of a group; those it keeps apart are said to be somebody else than the card that stays. Answers whether
 * it is in the book.
 */
export const mergeGroup = (key: string, request: MergeRequest, fn: string): Promise<boolean> =>
  settling([key], async () => {
    const count = request.absorbedIds.length + 1;
    const done = await act(
      () => client.contacts.merge({ groups: [request] }),
      i18n.t('duplicates:done.merged', { count, fn }),
    );
    return done !== undefined;
  });

/** They are different people, all of them. Answers whether it is in the book. */
export const keepApart = (
  key: string,
  people: readonly { readonly id: ContactId; readonly fn: string }[],
): Promise<boolean> =>
  settling([key], async () => {
    const names = namesInWords(people.map(({ fn }) => fn));
    const done = await act(
      () => client.duplicates.keepApart({ ids: people.map(({ id }) => id) }),
      i18n.t('duplicates:done.keptApart', { names }),
    );
    return done !== undefined;
  });

/** Makes one person of each group, in one deed, exactly as each would stand side by side. */
export const mergeAll = (groups: readonly DuplicateGroupSummary[]): Promise<boolean> =>
  settling(
    groups.map(({ key }) => key),
    async () => {
      let requests: readonly MergeRequest[];
      try {
        requests = await requestsFor(groups);
      } catch (error) {
        sayProblem(error);
        return false;
      }
      const done = await act(
        () => client.contacts.merge({ groups: [...requests] }),
        i18n.t('duplicates:done.bulk', { count: requests.length }),
      );
      return done !== undefined;
    },
  );

async function requestsFor(groups: readonly DuplicateGroupSummary[]): Promise<MergeRequest[]> {
  const requests: MergeRequest[] = [];
  for (let from = 0; from < groups.length; from += AT_ONCE) {
    const some = groups.slice(from, from + AT_ONCE);
    const compared = await Promise.all(
      some.map(({ people }) => client.duplicates.compare({ ids: people.map(({ id }) => id) })),
    );
    requests.push(...compared.flatMap((comparison) => mergeRequest(comparison) ?? []));
  }
  return requests;
}
