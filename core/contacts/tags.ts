// Tags as people write them: which are one tag, which may be, and what renaming makes of somebody's.
import { fold } from '#core/shared/fold.ts';

/** What makes two spellings one tag: neither case nor accents count, signs do (C++ is not C#). */
export const tagKey = (tag: string): string => fold(tag.trim());

/** Tags that somebody may mean as one: signs that join words, a leading # and a plural's s do not count either. */
export function looseTagKey(tag: string): string {
  const key = tagKey(tag)
    .replaceAll(/[\s\-_./&]+/g, '')
    .replace(/^#+/, '');
  return key.length > 3 && key.endsWith('s') && !key.endsWith('ss') ? key.slice(0, -1) : key;
}

/** A tag with how many people have it. */
export interface CountedTag {
  readonly tag: string;
  readonly people: number;
}

/** Groups of tags that may be one, the most written first in each and among them. */
export function tagsAlike<Counted extends CountedTag>(tags: readonly Counted[]): Counted[][] {
  const groups = new Map<string, Counted[]>();
  for (const counted of tags) {
    const key = looseTagKey(counted.tag);
    const group = groups.get(key);
    if (key === '') continue;
    if (group === undefined) groups.set(key, [counted]);
    else group.push(counted);
  }
  const most = (a: CountedTag, b: CountedTag): number => b.people - a.people || (a.tag < b.tag ? -1 : 1);
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.toSorted(most))
    .toSorted((a, b) => most(a[0]!, b[0]!));
}
