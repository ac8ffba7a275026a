import { describe, expect, it } from 'vitest';
import type { ContactId } from '#core/contacts/model.ts';
import { similarNames } from '#core/contacts/similar-names.ts';

const BOOK = [
  'Jon Smith',
  'Jonathan Smith',
  'John Smyth',
  'Petra Smith',
  'Julia Ivanova',
  'Robert Hale',
  'Madonna',
];
const people = BOOK.map((fn, at) => ({ id: (at + 1) as ContactId, fn }));
const like = (name: string) => similarNames(name, people, 5).map((id) => BOOK[id - 1]);

describe('who could be meant by a name', () => {
  it('is whose name agrees in both parts, the likest first', () => {
    expect(like('Jon Smith')[0]).toBe('Jon Smith');
    expect(like('Jonh Smith')).toContain('John Smyth');
    expect(like('Jonh Smith')).not.toContain('Petra Smith');
    expect(like('Bob Hale')).toEqual(['Robert Hale']);
    expect(like('Юлия Иванова')).toEqual(['Julia Ivanova']);
    expect(like('Hale, Robert')).toEqual(['Robert Hale']);
    expect(like('Madonna')).toEqual(['Madonna']);
  });
  it('is found among thousands', () => {
    const crowd = Array.from({ length: 3000 }, (_, at) => ({
      id: (at + 100) as ContactId,
      fn: `Ada${at} Smith`,
    }));
    expect(similarNames('Jonh Smith', [...crowd, ...people], 9).map((id) => BOOK[id - 1])).toContain(
      'John Smyth',
    );
  });

  it('is nobody where only one part agrees, or nothing is asked', () => {
    expect(like('Ada Smith')).toEqual([]);
    expect(like('')).toEqual([]);
    expect(similarNames('Jon Smith', people, 1)).toHaveLength(1);
  });
});
