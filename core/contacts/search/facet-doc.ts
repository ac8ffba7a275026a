// One person as the facets see them, and whether a facet is true of them: the obvious way, for the few just edited.
import { tokens } from '#core/shared/fold.ts';
import {
  dayMeant,
  datesMeant,
  dayNumber,
  FLAGS,
  flagMeant,
  isUsable,
  VALUE_FACETS,
  valueKey,
} from './facets.ts';
import type { FacetName, FacetValue, Flag, ValueFacet } from './facets.ts';
import { isUnspaced } from './words.ts';

export interface FacetDoc {
  readonly id: number;
  readonly values: Readonly<Record<ValueFacet, readonly string[]>>;
  readonly flags: ReadonlySet<Flag>;
  /** The first day on record, as a number; 0 where there is none. */
  readonly since: number;
}

/** Takes what is read about people, in any order. A person not begun with `person` is passed over. */
export interface FacetSink {
  /** Somebody, and when their card came into the book: their first day, unless another is known. */
  readonly person: (id: number, addedOn: string) => void;
  readonly value: (facet: ValueFacet, id: number, text: string) => void;
  readonly flag: (flag: Flag, id: number) => void;
  /** A day on which something between the owner and them is on record. */
  readonly day: (id: number, date: string) => void;
}

interface Collected {
  readonly values: Record<ValueFacet, string[]>;
  readonly flags: Set<Flag>;
  first: number;
  readonly added: number;
}

/** Collects people one by one. */
export function docCollector(): FacetSink & { readonly docs: () => FacetDoc[] } {
  const people = new Map<number, Collected>();
  return {
    person(id, addedOn) {
      people.set(id, { values: byFacet(() => []), flags: new Set(), first: 0, added: dayNumber(addedOn) });
    },
    value: (facet, id, text) => void people.get(id)?.values[facet].push(text),
    flag: (flag, id) => void people.get(id)?.flags.add(flag),
    day(id, date) {
      const person = people.get(id);
      const day = dayNumber(date);
      if (person !== undefined && day > 0 && (person.first === 0 || day < person.first)) person.first = day;
    },
    docs: () =>
      [...people].map(([id, { values, flags, first, added }]) => ({
        id,
        values,
        flags,
        since: first || added,
      })),
  };
}

/** One thing for each facet of values. */
export const byFacet = <Thing>(make: (facet: ValueFacet) => Thing): Record<ValueFacet, Thing> =>
  // Exactly the facets that VALUE_FACETS lists.
  Object.fromEntries(VALUE_FACETS.map((facet) => [facet, make(facet)])) as Record<ValueFacet, Thing>;

/** Whether a value of the book is what was typed: it, or the beginning of words in it. */
export function isLike(facet: ValueFacet, text: string, wanted: FacetValue): boolean {
  if (facet === 'met') return text.startsWith(datesMeant(wanted.text) ?? '\0');
  const key = valueKey(text);
  const words = tokens(wanted.text);
  if (wanted.exact || words.length === 0) return key === valueKey(wanted.text);
  return words.every((word) => ` ${key}`.includes(isUnspaced(word) ? word : ` ${word}`));
}

/** The facets that can be told from the person alone. */
export type DocFacet = Exclude<FacetName, 'level' | 'is'>;

/** What is asked of a person. */
export interface FacetTest {
  readonly name: DocFacet;
  /** Any of them; none: whether there is a value at all. */
  readonly values: readonly FacetValue[];
}

const FACET_TESTS: Readonly<Record<Exclude<DocFacet, ValueFacet>, (doc: FacetDoc, text: string) => boolean>> =
  {
    since: (doc, text) => doc.since >= dayMeant(text)!,
    before: (doc, text) => doc.since < dayMeant(text)!,
    has: (doc, text) => doc.flags.has(flagMeant(text)!),
    missing: (doc, text) => !doc.flags.has(flagMeant(text)!),
  };

const isTested = (name: DocFacet): name is Exclude<DocFacet, ValueFacet> => Object.hasOwn(FACET_TESTS, name);

/** Whether a facet with a value that it can use is true of a person. */
export function isTrueOf(doc: FacetDoc, { name, values }: FacetTest): boolean {
  const usable = values.filter(({ text }) => isUsable(name, text));
  // The tests are asked about usable values only, which mean something.
  if (isTested(name)) return usable.some(({ text }) => FACET_TESTS[name](doc, text));
  const own = doc.values[name];
  return usable.length === 0
    ? own.length > 0
    : own.some((text) => usable.some((one) => isLike(name, text, one)));
}

/** The place of a flag's bit. */
export const flagBit = (flag: Flag): number => 1 << FLAGS.indexOf(flag);
