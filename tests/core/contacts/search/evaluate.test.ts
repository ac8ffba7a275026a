import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, buildSearchIndex, search } from '#core/contacts/search-index.ts';
import { findPeople, peopleFound } from '#core/contacts/search/evaluate.ts';
import type { SearchedBook } from '#core/contacts/search/evaluate.ts';
import { finished } from '#tests/core/contacts/duplicates/builders.ts';
import { facetCollector } from '#core/contacts/search/facet-build.ts';
import { docCollector } from '#core/contacts/search/facet-doc.ts';
import type { FacetSink } from '#core/contacts/search/facet-doc.ts';
import { overFacetBase, withDocs } from '#core/contacts/search/facet-index.ts';
import { bySlot, valueShares } from '#core/contacts/search/facet-shares.ts';
import { FLAGS, TEXT_FACETS } from '#core/contacts/search/facets.ts';
import type { FacetName, FacetValue, Flag, TextFacet } from '#core/contacts/search/facets.ts';
import { clausesOf, parseQuery } from '#core/contacts/search/query.ts';
import type { Query } from '#core/contacts/search/query.ts';
import { nameWords, otherWords, queryWords } from '#core/contacts/search/words.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import { fold, tokens } from '#core/shared/fold.ts';

interface Person {
  readonly id: number;
  readonly fn: string;
  readonly texts: Readonly<Record<TextFacet, readonly string[]>>;
  readonly met: readonly string[];
  readonly days: readonly string[];
  readonly addedOn: string;
  readonly flags: readonly Flag[];
  readonly level: number;
}

const texts = fc.array(
  fc.constantFrom(
    'Acme',
    'ACME',
    'Acme Labs',
    'Globex Ltd.',
    'Café',
    'cafe',
    '山田商事',
    '★',
    'São Paulo',
    'a',
  ),
  { maxLength: 2 },
);
const date = fc.constantFrom(
  '',
  '2023',
  '2023-05',
  '2023-05-12',
  '2024-10-02',
  '2024-11',
  '--05-17',
  '1999-12-31',
);
const person = (id: number): fc.Arbitrary<Person> =>
  fc.record({
    id: fc.constant(id),
    fn: fc.constantFrom('Ana Ruiz', 'Bo Falk', 'Zoë Ångström', '山田 太郎', 'Acme Falk'),
    // Exactly the facets that TEXT_FACETS lists.
    texts: fc.record(Object.fromEntries(TEXT_FACETS.map((name) => [name, texts]))) as fc.Arbitrary<
      Person['texts']
    >,
    met: fc.array(date, { maxLength: 2 }),
    days: fc.array(date, { maxLength: 2 }),
    addedOn: fc.constantFrom('2024-10-01T00:00:00Z', '2022-01-01T00:00:00Z'),
    flags: fc.subarray([...FLAGS]),
    level: fc.integer({ min: 0, max: TIE_LEVELS.length - 1 }),
  });

function give(sink: FacetSink, people: readonly Person[]): void {
  for (const { id, addedOn } of people) sink.person(id, addedOn);
  for (const { id, texts: own, met, days, flags } of people) {
    for (const name of TEXT_FACETS) for (const text of own[name]) sink.value(name, id, text);
    for (const on of met) sink.value('met', id, on);
    for (const on of days) sink.day(id, on);
    for (const flag of flags) sink.flag(flag, id);
  }
}

const searchDoc = ({ id, fn, texts: own }: Person) => ({ id, fn, sortKey: fold(fn), more: own.company });

/** A book of which some people were edited, added and removed since it was read. */
function bookOf(before: readonly Person[], after: readonly Person[], ownerId: number): SearchedBook {
  const base = facetCollector();
  give(base, before);
  const docs = docCollector();
  const changed = after.filter((one) => !before.includes(one));
  give(docs, changed);
  const there = new Set(after.map(({ id }) => id));
  const removed = before.map(({ id }) => id).filter((id) => !there.has(id));
  const ids = [...changed.map(({ id }) => id), ...removed];
  const facets = withDocs(overFacetBase(structuredClone(finished(base.finish()))), ids, docs.docs());
  return {
    words: applyEdits(buildSearchIndex(before.map(searchDoc)), { changed: changed.map(searchDoc), removed }),
    facets,
    levels: bySlot(
      facets,
      after.map(({ id }) => id),
      (at) => after[at]!.level,
    ),
    ownerId,
  };
}

/** Whether a query is true of a person, the slow and obvious way; undefined where it says nothing. */
function isTrue(query: Query, one: Person, ownerId: number): boolean | undefined {
  if (query.kind === 'word') {
    const words = queryWords(query.text);
    const own = [...nameWords(one.fn), ...one.texts.company.flatMap(otherWords)];
    return words.length === 0 ? undefined : words.every((word) => own.some((its) => its.startsWith(word)));
  }
  if (query.kind === 'not') {
    const of = isTrue(query.of, one, ownerId);
    return of === undefined ? undefined : !of;
  }
  if (query.kind === 'facet') return isFacetTrue(query.name, query.values, one, ownerId);
  const parts = query.of.map((part) => isTrue(part, one, ownerId)).filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  return query.kind === 'and' ? parts.every(Boolean) : parts.some(Boolean);
}

const DAYS: Readonly<Record<string, string>> = {
  '2024': '2024-01-01',
  '2023-05': '2023-05-01',
  '2024-1': '2024-01-01',
};
const LEVELS: Readonly<Record<string, number>> = { know: 4, 'Know well': 5, met: 2, unknown: 0 };
const firstDay = (day: string): string => day + '-01-01'.slice(day.length - 4);

function isFacetTrue(
  name: FacetName,
  values: readonly FacetValue[],
  one: Person,
  ownerId: number,
): boolean | undefined {
  const any = (known: readonly string[], test: (value: FacetValue) => boolean): boolean | undefined => {
    const usable = values.filter(({ text }) => known.includes(text));
    return usable.length === 0 ? undefined : usable.some(test);
  };
  const since =
    one.days
      .filter((day) => /^\d{4}/.test(day))
      .map(firstDay)
      .sort()[0] ?? one.addedOn.slice(0, 10);
  switch (name) {
    case 'level':
      return any(Object.keys(LEVELS), ({ text, exact }) =>
        exact ? one.level === LEVELS[text] : one.level >= LEVELS[text]!,
      );
    case 'since':
      return any(Object.keys(DAYS), ({ text }) => since >= DAYS[text]!);
    case 'before':
      return any(Object.keys(DAYS), ({ text }) => since < DAYS[text]!);
    case 'has':
      return any(FLAGS, ({ text }) => one.flags.some((flag) => flag === text));
    case 'missing':
      return any(FLAGS, ({ text }) => !one.flags.some((flag) => flag === text));
    case 'is':
      return any(['owner'], () => one.id === ownerId);
    case 'met': {
      if (values.length === 0) return one.met.length > 0;
      return any(Object.keys(DAYS), ({ text }) => one.met.some((on) => on.startsWith(text)));
    }
    default: {
      const own = one.texts[name];
      return values.length === 0
        ? own.length > 0
        : own.some((text) => values.some((like) => isSaid(text, like)));
    }
  }
}

function isSaid(text: string, { text: wanted, exact }: FacetValue): boolean {
  const words = tokens(wanted);
  if (exact || words.length === 0) return (tokens(text).join(' ') || text) === (words.join(' ') || wanted);
  return words.every((word) => otherWords(text).some((its) => its.startsWith(word)));
}

const value = fc.record({
  text: fc.constantFrom(
    'acme',
    'Acme Labs',
    'labs ac',
    'caf',
    '商事',
    '★',
    'sao',
    'nobody',
    'email',
    'tag',
    'owner',
    ...Object.keys(DAYS),
    ...Object.keys(LEVELS),
  ),
  exact: fc.boolean(),
});
const NAMES = [...TEXT_FACETS, 'met', 'level', 'since', 'before', 'has', 'missing', 'is'] as const;
const leaf: fc.Arbitrary<Query> = fc.oneof(
  fc.record({
    kind: fc.constant('facet' as const),
    name: fc.constantFrom(...NAMES),
    values: fc.array(value, { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('word' as const),
    text: fc.constantFrom('ana', 'falk', 'ac', '太郎', '&', 'a'),
  }),
);
const query: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    tie('query').map((of): Query => ({ kind: 'not', of })),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('query'), { minLength: 2, maxLength: 3 }))
      .map(([kind, of]): Query => ({ kind, of })),
  ),
})).query;

/** People as they were read, and as they are now: some edited, some gone, some new. */
const history = fc
  .tuple(
    fc.tuple(...[1, 2, 3, 4, 5, 70_000].map(person)),
    fc.tuple(...[1, 2, 3, 4, 5, 6, 7].map(person)),
    fc.nat(),
  )
  .map(([before, later, mask]) => ({
    before,
    after: [
      ...before.flatMap((one, at) => {
        const fate = (mask >> (2 * at)) & 3;
        if (fate === 0) return [];
        return fate === 1 && at < 5 ? [later[at]!] : [one];
      }),
      ...later.slice(5, 5 + ((mask >> 12) & 3)),
    ],
  }));

describe('a query asked of a book', () => {
  it('finds whom the obvious way finds, in the order of the search', () => {
    fc.assert(
      fc.property(history, query, fc.integer({ min: 1, max: 7 }), ({ before, after }, asked, ownerId) => {
        const book = bookOf(before, after, ownerId);
        const { ids } = findPeople(asked, book);
        const expected = after.filter((one) => isTrue(asked, one, ownerId) !== false).map(({ id }) => id);
        const words = clausesOf(asked).flatMap((clause) => (clause.kind === 'word' ? [clause.text] : []));
        const inOrder = [...search(book.words, words.join(' ')).ids];
        expect([...ids]).toEqual(inOrder.filter((id) => expected.includes(id)));
        expect(ids.length).toBe(expected.length);
      }),
      { numRuns: 1500 },
    );
  });

  it('counts each value as choosing it would find', () => {
    fc.assert(
      fc.property(history, query, fc.constantFrom(...NAMES), ({ before, after }, asked, name) => {
        const book = bookOf(before, after, 2);
        const found = findPeople(asked, book).ids.length;
        const shares = valueShares(name, book, { among: peopleFound(asked, book), text: '', limit: 100 });
        for (const { people, ...chosen } of shares) {
          const facet: Query = { kind: 'facet', name, values: [chosen] };
          expect([chosen, findPeople({ kind: 'and', of: [asked, facet] }, book).ids.length]).toEqual([
            chosen,
            people,
          ]);
          expect(people).toBeLessThanOrEqual(found);
        }
        expect(new Set(shares.map(({ text }) => text)).size).toBe(shares.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the values to choose from', () => {
  const people = [1, 2, 3, 4].map((id): Person => {
    const none = Object.fromEntries(TEXT_FACETS.map((name) => [name, []])) as unknown as Person['texts']; // as above
    const companies = [['Acme'], ['ACME'], ['Acme', 'Loom'], ['Mill']][id - 1]!;
    const [met, addedOn] = [[['2023-05-12', '2023-07'], ['2024']][id - 1] ?? [], `202${id}-01-01`];
    return {
      id,
      fn: 'Ana',
      texts: { ...none, company: companies },
      met,
      days: [],
      addedOn,
      flags: [],
      level: id,
    };
  });
  const book = bookOf(people, people, 1);
  const everybody = { among: undefined, text: '', limit: 10 };

  it('are one value in all its spellings, most people first, then by name', () => {
    expect(valueShares('company', book, everybody)).toEqual([
      { text: 'Acme', exact: true, people: 3 },
      { text: 'Loom', exact: true, people: 1 },
      { text: 'Mill', exact: true, people: 1 },
    ]);
    expect(valueShares('company', book, { ...everybody, limit: 1 })).toHaveLength(1);
    expect(valueShares('company', book, { ...everybody, text: 'mi' }).map(({ text }) => text)).toEqual([
      'Mill',
    ]);
    const among = peopleFound(parseQuery('company:loom').query, book);
    expect(valueShares('company', book, { ...everybody, among }).map(({ text }) => text)).toEqual([
      'Acme',
      'Loom',
    ]);
  });

  it('are years, newest first, and levels, highest first', () => {
    expect(valueShares('met', book, everybody)).toEqual([
      { text: '2024', exact: false, people: 1 },
      { text: '2023', exact: false, people: 1 },
    ]);
    expect(valueShares('since', book, everybody).map(({ text, people: count }) => [text, count])).toEqual([
      ['2024', 1],
      ['2023', 2],
      ['2022', 3],
      ['2021', 4],
    ]);
    expect(valueShares('level', book, everybody).map(({ text, people: count }) => [text, count])).toEqual([
      ['know', 1],
      ['acquaintance', 2],
      ['met_once', 3],
      ['name_only', 4],
    ]);
  });
});
