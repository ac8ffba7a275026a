// Every way in which tags are written: values of a facet are one whatever their case; their owner may want them one as well.
import { hasBit } from './bits.ts';
import { valueKey } from './facets.ts';
import { peopleWith } from './facet-index.ts';
import type { FacetIndex } from './facet-index.ts';
import { valueCount } from './facet-values.ts';
import { stringAt } from './index-build.ts';

/** The `valueKey`s of tags that are, or a moment ago were, written in several ways. */
export function tagsSpeltSeveralWays({ base, recent }: FacetIndex): Set<string> {
  const { keys, labels, otherwise } = base.values.tag;
  const several = new Set<string>();
  const seen = new Map<string, string>();
  for (let place = 0; place < valueCount(base.values.tag); place += 1) {
    const key = stringAt(keys, place).slice(1, -1);
    seen.set(key, stringAt(labels, place));
    if (stringAt(otherwise, place) !== '') several.add(key);
  }
  for (const doc of recent.values()) {
    for (const text of doc?.values.tag ?? []) {
      const key = valueKey(text);
      const known = seen.get(key);
      if (known === undefined) seen.set(key, text);
      else if (known !== text) several.add(key);
    }
  }
  return several;
}

/** The keys of everybody with a tag, however they write it. */
export function peopleTagged(index: FacetIndex, tag: string): number[] {
  const bits = peopleWith(index, { name: 'tag', values: [{ text: tag, exact: true }] });
  if (bits === undefined) return [];
  const ids: number[] = [];
  index.base.ids.forEach((id, slot) => {
    if (hasBit(bits, slot)) ids.push(id);
  });
  for (const [id, slot] of index.added) if (hasBit(bits, slot)) ids.push(id);
  return ids;
}
