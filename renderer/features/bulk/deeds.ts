// What is done with the selected people, each in one deed.
import type { z } from 'zod';
import type { BulkEdit } from '#api/bulk.ts';
import type { People } from '#api/people.ts';
import type { EventForm } from '#core/events/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { doWithPeople } from '#renderer/client/people-deeds.ts';
import type { PickedEvent } from '#renderer/meetings/EventPicker.tsx';
import { navigate, useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { namesInWords } from '#renderer/strings/lists.ts';
import { fewSelected } from './selected.ts';
import type { Selected } from './selected.ts';

/** As many as stand side by side. */
export const MOST_COMPARED = 20;

const tagWords = (tags: readonly string[]): string => namesInWords(tags);

export function tagPeople(people: People, tags: string[]): Promise<unknown> {
  const words = tagWords(tags);
  return doWithPeople((options) => client.bulk.tag({ people, tags }, options), {
    done: (count) => i18n.t('bulk:tag.done', { count, tags: words }),
    none: i18n.t('bulk:tag.none', { tags: words }),
  });
}

export function untagPeople(people: People, tags: string[]): Promise<unknown> {
  const words = tagWords(tags);
  return doWithPeople((options) => client.bulk.untag({ people, tags }, options), {
    done: (count) => i18n.t('bulk:untag.done', { count, tags: words }),
    none: i18n.t('bulk:untag.none', { tags: words }),
  });
}

export function meetPeople(people: People, picked: PickedEvent): Promise<unknown> {
  const form = { summary: picked.summary } satisfies z.input<typeof EventForm>;
  const event =
    picked.kind === 'known' ? ({ kind: 'known', id: picked.id } as const) : ({ kind: 'new', form } as const);
  return doWithPeople((options) => client.bulk.meet({ people, event }, options), {
    done: (count) => i18n.t('bulk:meet.done', { count, event: picked.summary }),
    none: i18n.t('bulk:meet.none', { event: picked.summary }),
  });
}

export const editPeople = (people: People, edit: z.input<typeof BulkEdit>): Promise<unknown> =>
  doWithPeople((options) => client.bulk.edit({ people, edit }, options), {
    done: (count) => i18n.t('bulk:edit.done', { count }),
    none: i18n.t('bulk:edit.none'),
  });

export const classifyPeople = (people: People, confidential: boolean): Promise<unknown> =>
  doWithPeople((options) => client.bulk.classify({ people, confidential }, options), {
    done: (count) => i18n.t(confidential ? 'bulk:classify.yes' : 'bulk:classify.no', { count }),
    none: i18n.t('bulk:classify.none'),
  });

/** Deletes them; whoever of them is being looked at is looked at no more. */
export async function deletePeople(people: People): Promise<void> {
  const result = await doWithPeople((options) => client.bulk.delete({ people }, options), {
    done: (count) => i18n.t('bulk:delete.done', { count }),
    none: i18n.t('bulk:delete.none'),
  });
  if (result === undefined) return;
  const { route, selectPeople } = useStore.getState();
  selectPeople(undefined);
  const q = route.params?.['q'];
  if (route.section === 'people' && route.id !== undefined)
    navigate({ section: 'people', ...(q === undefined ? {} : { params: { q } }) }, { replace: true });
}

/** Shows them side by side, to become one card. */
export async function mergeSelected(selected: Selected): Promise<void> {
  const [first, ...others] = (await fewSelected(selected, MOST_COMPARED)) ?? [];
  if (first === undefined || others.length === 0) return;
  useStore.getState().selectPeople(undefined);
  navigate({ section: 'people', id: first, mode: 'merge', params: { with: others.join(',') } });
}

/** They are different people, all of them. */
export async function keepSelectedApart(selected: Selected): Promise<void> {
  const ids = (await fewSelected(selected, MOST_COMPARED)) ?? [];
  if (ids.length < 2) return;
  const { people } = await client.duplicates.compare({ ids: [...ids] });
  await act(
    () => client.duplicates.keepApart({ ids: [...ids] }),
    i18n.t('bulk:apart.done', { names: namesInWords(people.map(({ fn }) => fn)) }),
  );
}
