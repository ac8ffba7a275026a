import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedValue } from '#core/contacts/bulk-edit.ts';
import { looseTagKey, tagKey, tagsAlike } from '#core/contacts/tags.ts';

const counted = (...tags: readonly string[]) => tags.map((tag, at) => ({ tag, people: at + 1 }));

describe('tags that may be one', () => {
  it.each([
    [['speaker', 'Speaker'], true],
    [['café', 'Cafe'], true],
    [['book club', 'book-club', 'BookClub'], true],
    [['#rowing', 'rowing'], true],
    [['speaker', 'speakers'], true],
    [['C++', 'C#'], false],
    [['boss', 'bos'], false],
    [['rowing', 'sailing'], false],
    [['has', 'ha'], false],
  ])('%j: %s', (tags, are) => {
    expect(tagsAlike(counted(...tags)).length === 1).toBe(are);
  });

  it('stand with the most written first', () => {
    expect(tagsAlike(counted('a b', 'x', 'A-B', 'ab')).map((group) => group.map(({ tag }) => tag))).toEqual([
      ['ab', 'A-B', 'a b'],
    ]);
  });

  it('are in one group at most, and every group has one key', () => {
    const tag = fc.string({ unit: fc.constantFrom('a', 'A', 'á', ' ', '-', '#', 's', '+'), maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(tag), (tags) => {
        const groups = tagsAlike(counted(...tags));
        const named = groups.flat().map((one) => one.tag);
        expect(new Set(named).size).toBe(named.length);
        for (const group of groups) {
          expect(group.length).toBeGreaterThan(1);
          expect(new Set(group.map((one) => looseTagKey(one.tag))).size).toBe(1);
        }
        for (const one of tags)
          for (const other of tags) {
            if (one !== other && tagKey(one) === tagKey(other) && looseTagKey(one) !== '')
              expect(groups.some((group) => [one, other].every((x) => group.some((y) => y.tag === x)))).toBe(
                true,
              );
          }
      }),
    );
  });
});

describe('a property of many', () => {
  it.each([
    ['Acme', { kind: 'set', to: 'Loom' }, 'Loom'],
    ['', { kind: 'set', to: 'Loom' }, 'Loom'],
    ['Acme', { kind: 'clear' }, ''],
    ['ACMÉ ', { kind: 'replace', from: 'acme', to: 'Loom' }, 'Loom'],
    ['Acme Labs', { kind: 'replace', from: 'acme', to: 'Loom' }, 'Acme Labs'],
    ['', { kind: 'replace', from: '', to: 'Loom' }, ''],
  ] as const)('%j %j → %j', (value, change, after) => {
    expect(changedValue(value, change)).toBe(after);
  });
});
