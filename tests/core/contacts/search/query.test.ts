import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACETS } from '#core/contacts/search/facets.ts';
import { facetClauseOf, hasValue, withoutClause, withToggled } from '#core/contacts/search/query-edit.ts';
import { queryText } from '#core/contacts/search/query-text.ts';
import { clausesOf, EVERYBODY, parseQuery } from '#core/contacts/search/query.ts';
import type { Query } from '#core/contacts/search/query.ts';
import { expectLinear } from '#tests/linear.ts';

/** The query as typed again, brackets and all: short to read in a table. */
const asTyped = (text: string): string => queryText(parseQuery(text).query);

describe('a query', () => {
  it.each([
    ['', ''],
    ['   ', ''],
    ['ana', 'ana'],
    ['  Ana   Ruiz ', 'Ana Ruiz'],
    ["o'brien ana@example.org", "o'brien ana@example.org"],
    ['tag:friend', 'tag:friend'],
    ['TAG:Friend', 'tag:Friend'],
    ['ｔａｇ：friend', 'tag:friend'],
    ['tags:a role:cto org:acme', 'tag:a title:cto company:acme'],
    ['tag:a,b', 'tag:a,b'],
    ['tag:a，b、c', 'tag:a,b,c'],
    ['tag:a,,b,', 'tag:a,b'],
    ['tag:a,a,=a', 'tag:a,=a'],
    ['tag:a, b', 'tag:a b'],
    ['tag:"two words"', 'tag:"two words"'],
    ['tag:“two words”', 'tag:"two words"'],
    ['tag:«two words»,c', 'tag:"two words",c'],
    ['company:="Acme, Inc."', 'company:="Acme, Inc."'],
    ['company:="Say \\"hi\\" \\\\ there"', 'company:="Say \\"hi\\" \\\\ there"'],
    ['tag:"unclosed one', 'tag:"unclosed one"'],
    ['tag:"=x"', 'tag:"=x"'],
    ['tag:', 'tag:'],
    ['tag: friend', 'tag: friend'],
    ['tag:=', 'tag:'],
    ['tag:""', 'tag:'],
    ['"ana ruiz"', '"ana ruiz"'],
    ['""', ''],
    ['"AND" "tag:x" "-x"', '"AND" "tag:x" "-x"'],
    ['foo:bar', 'foo:bar'],
    ['https://example.org/a', 'https://example.org/a'],
    ['12:30', '12:30'],
    ['-tag:a', '-tag:a'],
    ['NOT tag:a', '-tag:a'],
    ['NOT NOT tag:a', 'tag:a'],
    ['-NOT ana', 'ana'],
    ['not tag:a', 'not tag:a'],
    ['-(tag:a ana)', '-(tag:a ana)'],
    ['-(tag:a)', '-tag:a'],
    ['ana - ruiz', 'ana ruiz'],
    ['ana -- ruiz --x', 'ana ruiz x'],
    ['Ruiz-Weber', 'Ruiz-Weber'],
    ['-', ''],
    ['NOT', ''],
    ['ana OR', 'ana'],
    ['OR ana', 'ana'],
    ['ana NOT OR bo', 'ana OR bo'],
    ['ana AND bo', 'ana bo'],
    ['a b OR c d', 'a b OR c d'],
    ['a (b OR c) d', 'a (b OR c) d'],
    ['(a OR b) OR c', 'a OR b OR c'],
    ['((a) (b c))', 'a b c'],
    ['a OR (b c)', 'a OR b c'],
    ['-(a OR -b)', '-(a OR -b)'],
    ['-(-a)', 'a'],
    ['()', ''],
    ['-()', ''],
    [') ana (', 'ana'],
    ['Ana (Acme) :)', 'Ana Acme :'],
    ['foo(bar)', 'foo bar'],
    ['tag:a(b)', 'tag:a b'],
  ])('%j is read as %j', (text, expected) => {
    expect(asTyped(text)).toBe(expected);
  });

  it('has AND before OR, and a comma is an OR within a facet', () => {
    expect(parseQuery('tag:a ana OR -tag:b,="c d"').query).toEqual({
      kind: 'or',
      of: [
        {
          kind: 'and',
          of: [
            { kind: 'facet', name: 'tag', values: [{ text: 'a', exact: false }] },
            { kind: 'word', text: 'ana' },
          ],
        },
        {
          kind: 'not',
          of: {
            kind: 'facet',
            name: 'tag',
            values: [
              { text: 'b', exact: false },
              { text: 'c d', exact: true },
            ],
          },
        },
      ],
    });
  });

  it.each([
    ['ana tag:x', []],
    ['foo:bar', [{ code: 'unknownFacet', name: 'foo' }]],
    ['level:best', [{ code: 'badValue', name: 'level', value: 'best' }]],
    ['level:know,"know well",tru level:=met_once level:', []],
    ['since:2024 before:2024-05 before:2024-05-03 since:20 met:2024/5', []],
    ['since:soon', [{ code: 'badValue', name: 'since', value: 'soon' }]],
    ['since:2024-13', [{ code: 'badValue', name: 'since', value: '2024-13' }]],
    ['has:email,hat missing:phone', [{ code: 'badValue', name: 'has', value: 'hat' }]],
    ['is:owner is:m', []],
    ['is:tall', [{ code: 'badValue', name: 'is', value: 'tall' }]],
    ['https://example.org mailto://x', []],
  ])('%j gives the hints %j', (text, hints) => {
    expect(parseQuery(text).hints).toEqual(hints);
  });

  it('is linear in whatever is typed', () => {
    for (const part of ['(', ')', '"', '"\\', 'tag:', 'a,', 'tag:a,', '-', 'NOT ', 'a OR ', '(a ', ' ', 'a:'])
      expectLinear((times) => parseQuery(part.repeat(times)), 2000);
  });
});

const piece = fc.constantFrom(
  'ana',
  'tag:',
  'tag:x',
  'is:',
  '"',
  '“',
  '\\',
  '(',
  ')',
  '-',
  ' ',
  ' OR ',
  ' AND ',
  ' NOT ',
  ',',
  '=',
  ':',
  'two words',
  'Ünï',
  '山田',
  '\u3000',
  'level:know',
  'foo:',
  '\ud800',
  '\0',
  '__proto__:',
  'constructor:x',
);
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
);

const value = fc.record({
  text: fc
    .oneof(typed, fc.constantFrom('a', 'AND', '=x', 'a,b', '-'))
    .map((text) => text.trim())
    .filter((text) => text !== ''),
  exact: fc.boolean(),
});
const facet = fc.record({
  kind: fc.constant('facet' as const),
  name: fc.constantFrom(...FACETS),
  values: fc.uniqueArray(value, { maxLength: 3, selector: ({ text, exact }) => `${exact}${text}` }),
});
const word = fc.record({ kind: fc.constant('word' as const), text: value.map(({ text }) => text) });
const leaf: fc.Arbitrary<Query> = fc.oneof(facet, word);
const clause = fc.oneof(
  leaf,
  leaf.map((of): Query => ({ kind: 'not', of })),
);
const alternatives = fc
  .array(clause, { minLength: 2, maxLength: 3 })
  .map((of): Query => ({ kind: 'or', of }));
const query: fc.Arbitrary<Query> = fc.oneof(
  clause,
  alternatives,
  alternatives.map((of): Query => ({ kind: 'not', of })),
  fc
    .array(fc.oneof(clause, alternatives), { minLength: 2, maxLength: 3 })
    .map((of): Query => ({ kind: 'and', of })),
);

describe('typed and clicked', () => {
  it('any text is a query, and what is written of it is that query again', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = parseQuery(text).query;
        expect(parseQuery(queryText(parsed)).query).toEqual(parsed);
      }),
      { numRuns: 2000 },
    );
  });

  it('any query is written so that it is read again', () => {
    fc.assert(
      fc.property(query, (made) => {
        expect(parseQuery(queryText(made)).query).toEqual(made);
      }),
      { numRuns: 1000 },
    );
  });

  it('a value chosen is there, and taken back leaves the query as it was', () => {
    fc.assert(
      fc.property(
        typed,
        fc.constantFrom('tag', 'company', 'has'),
        fc.boolean(),
        value,
        (text, name, negated, one) => {
          const before = parseQuery(text).query;
          const at = { name, negated } as const;
          fc.pre(!hasValue(before, at, one));
          const chosen = withToggled(before, at, one);
          expect(hasValue(chosen, at, one)).toBe(true);
          const hadAny = clausesOf(before).some((own) => {
            const clauseOf = facetClauseOf(own);
            return clauseOf?.name === name && clauseOf.negated === negated && clauseOf.values.length === 0;
          });
          // "Has a tag" has become "has this tag", which is one click less to take back.
          if (!hadAny) expect(withToggled(chosen, at, one)).toEqual(before);
        },
      ),
    );
  });

  it('adds to the words as they stand, as any of several, and as what must not be', () => {
    const friend = { text: 'friend', exact: true };
    const steps: [string, Query][] = [];
    let now: Query = parseQuery('ana (x OR y)').query;
    const step = (next: Query) => {
      now = next;
      steps.push([queryText(now), now]);
    };
    step(withToggled(now, { name: 'tag', negated: false }, friend));
    step(withToggled(now, { name: 'tag', negated: false }, { text: 'two words', exact: true }));
    step(withToggled(now, { name: 'tag', negated: true }, friend));
    step(withToggled(now, { name: 'level', negated: false }, { text: 'know', exact: false }));
    step(withToggled(now, { name: 'level', negated: false }, { text: 'trusted', exact: false }));
    step(withToggled(now, { name: 'level', negated: false }, { text: 'trusted', exact: false }));
    step(withToggled(now, { name: 'tag', negated: false }, friend));
    step(withoutClause(now, clausesOf(now)[2]!));
    expect(steps.map(([text]) => text)).toEqual([
      'ana (x OR y) tag:=friend',
      'ana (x OR y) tag:=friend,="two words"',
      'ana (x OR y) tag:=friend,="two words" -tag:=friend',
      'ana (x OR y) tag:=friend,="two words" -tag:=friend level:know',
      'ana (x OR y) tag:=friend,="two words" -tag:=friend level:trusted',
      'ana (x OR y) tag:=friend,="two words" -tag:=friend',
      'ana (x OR y) tag:="two words" -tag:=friend',
      'ana (x OR y) -tag:=friend',
    ]);
  });

  it('a choice among alternatives goes beside them, in brackets', () => {
    const now = withToggled(
      parseQuery('a OR b').query,
      { name: 'tag', negated: false },
      { text: 'x', exact: true },
    );
    expect(queryText(now)).toBe('(a OR b) tag:=x');
    expect(withoutClause(parseQuery('tag:x').query, parseQuery('tag:x').query)).not.toEqual(EVERYBODY);
    const only = parseQuery('tag:x').query;
    expect(withoutClause(only, only)).toEqual(EVERYBODY);
  });
});
