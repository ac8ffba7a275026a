// Reads everybody into the index of facets.
import { dayNumber, VALUE_FACETS } from './facets.ts';
import type { ValueFacet } from './facets.ts';
import { byFacet, flagBit } from './facet-doc.ts';
import type { FacetSink } from './facet-doc.ts';
import { ValueCollector } from './facet-values.ts';
import type { FacetValues } from './facet-values.ts';
import type { FacetBase } from './facet-index.ts';

/** Collects a whole book: `person` of each first, then the rest in any order. `finish` pauses after each facet. */
export function facetCollector(): FacetSink & { readonly finish: () => Generator<void, FacetBase> } {
  const ids: number[] = [];
  const slots = new Map<number, number>();
  const added: number[] = [];
  const first: number[] = [];
  const flags: number[] = [];
  const values = byFacet((facet) => new ValueCollector(facet));
  // Thousands come into the book in the same moment.
  let [lastAddedOn, lastDay] = ['', 0];
  return {
    person(id, addedOn) {
      if (addedOn !== lastAddedOn) [lastAddedOn, lastDay] = [addedOn, dayNumber(addedOn)];
      slots.set(id, ids.length);
      ids.push(id);
      added.push(lastDay);
      first.push(0);
      flags.push(0);
    },
    value(facet, id, text) {
      const slot = slots.get(id);
      if (slot !== undefined) values[facet].add(slot, text);
    },
    flag(flag, id) {
      const slot = slots.get(id);
      if (slot !== undefined) flags[slot]! |= flagBit(flag);
    },
    day(id, date) {
      const slot = slots.get(id);
      const day = dayNumber(date);
      if (slot !== undefined && day > 0 && (first[slot] === 0 || day < first[slot]!)) first[slot] = day;
    },
    *finish() {
      const finished: Partial<Record<ValueFacet, FacetValues>> = {};
      for (const facet of VALUE_FACETS) {
        finished[facet] = values[facet].finish();
        yield;
      }
      return {
        ids: Float64Array.from(ids),
        // Each has just been finished.
        values: finished as Record<ValueFacet, FacetValues>,
        flags: Uint32Array.from(flags),
        since: Uint32Array.from(first, (day, slot) => day || added[slot]!),
      };
    },
  };
}
