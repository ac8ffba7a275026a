// What is done with tags themselves, each in one deed.
import type { PeopleChanged } from '#api/people.ts';
import { client } from '#renderer/client/client.ts';
import { doWithPeople } from '#renderer/client/people-deeds.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { namesInWords } from '#renderer/strings/lists.ts';

type Done = Promise<PeopleChanged | undefined>;

export function renameTag(from: string, to: string): Done {
  const tags = namesInWords([from]);
  return doWithPeople((options) => client.tags.rename({ from, to }, options), {
    done: (count) => i18n.t('tags:done.rename', { count, tags, to }),
    none: i18n.t('tags:done.none', { tags }),
  });
}

/** Whoever has one of `all` has `to` afterwards, which may be one of them. */
export function mergeTags(all: readonly string[], to: string): Done {
  const from = all.filter((tag) => tag !== to);
  const tags = namesInWords(from);
  return doWithPeople((options) => client.tags.merge({ from, to }, options), {
    done: (count) => i18n.t('tags:done.merge', { count, tags, to }),
    none: i18n.t('tags:done.none', { tags }),
  });
}

export function deleteTag(tag: string): Done {
  const tags = namesInWords([tag]);
  return doWithPeople((options) => client.tags.delete({ tag }, options), {
    done: (count) => i18n.t('tags:done.delete', { count, tags }),
    none: i18n.t('tags:done.none', { tags }),
  });
}
