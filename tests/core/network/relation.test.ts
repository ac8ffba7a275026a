// What two people are to each other: both ends of every relation, and one person's list of them.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContactId } from '#core/contacts/model.ts';
import { atLeast } from '#core/network/model.ts';
import {
  inverseOf,
  levelOfRelation,
  RELATION_TYPES,
  relationNamed,
  relationsOf,
  RelationWord,
} from '#core/network/relation.ts';
import type { RelatedRow } from '#core/network/relation.ts';

const id = (value: number) => ContactId.parse(value);
const ben = { contactId: id(2), fn: 'Ben Ode' };
const row = (text: string, more: Partial<RelatedRow> = {}): RelatedRow => ({
  id: 1,
  other: ben,
  text,
  isTurned: false,
  isOwn: true,
  ...more,
});
const words = (rows: readonly RelatedRow[]) => relationsOf(rows).map(({ word }) => word);

describe('a relation', () => {
  it.each(RELATION_TYPES)('%s read from the other end and back is itself', (type) => {
    expect(inverseOf(inverseOf(type))).toBe(type);
    expect(relationNamed(type)).toBe(type);
  });

  it.each([
    ['mentor', 'mentee'],
    ['manager', 'report'],
    ['client', 'supplier'],
    ['investor', 'founder'],
    ['teacher', 'student'],
    ['assistant', 'principal'],
    ['parent', 'child'],
    ['friend', 'friend'],
    ['co-founder', 'co-founder'],
  ] as const)('%s is %s from the other end', (one, other) => {
    expect(inverseOf(one)).toBe(other);
    expect(inverseOf(other)).toBe(one);
  });

  it.each(RELATION_TYPES)('%s makes the same tie from both ends, at least an acquaintance', (type) => {
    expect(levelOfRelation(inverseOf(type))).toBe(levelOfRelation(type));
    expect(atLeast(levelOfRelation(type), 'acquaintance')).toBe(true);
  });

  it.each([
    ['Mother', 'parent'],
    ['Domestic Partner', 'partner'],
    [' coworker ', 'co-worker'],
    ['godparent', undefined],
    ['constructor', undefined],
  ])('%j is read as %s', (word, type) => expect(relationNamed(word)).toBe(type));

  it('is kept by its own word, and without the comma that would make two of it', () => {
    expect(RelationWord.parse(' Colleague ')).toBe('co-worker');
    expect(RelationWord.parse('landlord, since 2019')).toBe('landlord; since 2019');
    expect(RelationWord.safeParse('  ').success).toBe(false);
  });
});

describe('the relations of one person', () => {
  it('read from the page they are on', () => {
    expect(words([row('mentor')])).toEqual(['mentor']);
    expect(words([row('mentor', { isTurned: true })])).toEqual(['mentee']);
    expect(words([row('climbing partners', { isTurned: true })])).toEqual(['climbing partners']);
  });

  it('say a file’s own words from the end the file says them from', () => {
    const turned = relationsOf([row('godparent', { isTurned: true, isOwn: false })]);
    expect(turned).toMatchObject([{ word: 'godparent', isTurned: true, isOwn: false }]);
    expect(relationsOf([row('godparent, friend', { isOwn: false })])).toMatchObject([
      { word: 'godparent', isTurned: false },
      { word: 'friend', isTurned: false },
    ]);
  });

  it('are said once, by the owner where they have said it', () => {
    const rows = [
      row('mother', { isOwn: false, fileName: 'cards.vcf' }),
      row('child', { id: 2, isTurned: true }),
      row('parent', { id: 3, isOwn: false, fileName: 'others.vcf' }),
    ];
    expect(relationsOf(rows)).toEqual([{ id: 2, other: ben, word: 'parent', isTurned: false, isOwn: true }]);
  });

  it('begin with those to the owner', () => {
    const rows = [row('friend'), row('mentor', { id: 2, other: undefined })];
    expect(relationsOf(rows).map(({ other }) => other?.fn)).toEqual([undefined, 'Ben Ode']);
  });

  it('are the inverse of the same rows seen from the other page, in any order', () => {
    const rows = fc.array(
      fc.record({
        id: fc.integer({ min: 1, max: 99 }),
        text: fc.constantFrom(...RELATION_TYPES, 'mother', 'godparent'),
        isTurned: fc.boolean(),
        isOwn: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(rows, (given) => {
        const here = given.map((one) => row(one.text, one));
        const there = given.map((one) => row(one.text, { ...one, isTurned: !one.isTurned })).toReversed();
        const seen = (from: readonly RelatedRow[], turn: boolean) =>
          relationsOf(from)
            .map(({ word }) => {
              const type = relationNamed(word);
              return type === undefined ? word : turn ? inverseOf(type) : type;
            })
            .filter((word) => relationNamed(word) !== undefined)
            .toSorted();
        expect(seen(there, true)).toEqual(seen(here, false));
      }),
    );
  });
});
