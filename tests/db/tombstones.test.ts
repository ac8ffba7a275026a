// What a tombstone tells whoever has the file: nothing without trying, and nothing at all about another book's.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isConfirmedBy, keysToAskFor, keysToRemember } from '#core/contacts/forgotten.ts';
import type { Recognisable } from '#core/contacts/forgotten.ts';
import { daysLeft } from '#core/contacts/trash.ts';
import { Recorder } from '#db/history/journal.ts';
import { bury, exhume, forgottenIn } from '#db/trash/tombstones.ts';
import { emptyBook } from './planned-batch.ts';

const NOW = '2026-03-01T00:00:00Z';
const nobodyShares = () => false;
const of = (fn: string, ...values: (readonly [string, string])[]): Recognisable => ({
  fns: [fn],
  values: values.map(([name, value]) => ({ name, value })),
});
const ANA = of(
  'Ana Ruiz',
  ['EMAIL', 'Ana@Example.org'],
  ['URL', 'https://www.linkedin.com/in/ana-ruiz/'],
  ['TEL', '+49 30 555 01 99'],
  ['UID', '1'],
  ['ORG', 'Acme'],
);

const isMet = (person: Recognisable, record: Recognisable, isShared = nobodyShares): boolean => {
  const keys = new Set(keysToRemember(person, isShared));
  return keysToAskFor(record).some((key) => keys.has(key));
};

describe('a forgotten person is recognised', () => {
  it.each([
    ['by their mailbox, whatever they are called', of('A. R.', ['EMAIL', 'ana@example.org']), true],
    ['by their profile', of('Ana R.', ['URL', 'linkedin.com/in/Ana-Ruiz']), true],
    ['by a number together with the name', of('Ruiz Ana', ['TEL', '0049 30 5550199']), true],
    ['not by a number alone: a household has one', of('Ben Ruiz', ['TEL', '+49305550199']), false],
    ['not by a card’s number alone: programs count', of('Ben Okafor', ['UID', '1']), false],
    ['not by name', of('Ana Ruiz'), false],
    ['not by name and company, where something better was known', of('Ana Ruiz', ['ORG', 'Acme']), false],
    ['not as a namesake', of('Ana Ruiz', ['EMAIL', 'ana@elsewhere.example']), false],
  ])('%s', (_, record, expected) => {
    expect(isMet(ANA, record)).toBe(expected);
  });

  it('by name and company where there is nothing else, unless the record knows better', () => {
    const known = of('Ana Ruiz', ['ORG', 'Acme']);
    expect(isMet(known, of('Ana Ruiz', ['ORG', 'ACME']))).toBe(true);
    expect(isMet(known, of('Ana Ruiz', ['ORG', 'Elm']))).toBe(false);
    expect(isMet(known, of('Ana Ruiz', ['ORG', 'Acme'], ['EMAIL', 'other@example.org']))).toBe(false);
    expect(keysToRemember(of('Ana Ruiz'), nobodyShares)).toEqual([]);
  });

  it('by a shared mailbox only together with the name', () => {
    const shared = of('Ana Ruiz', ['EMAIL', 'both@example.org']);
    expect(isMet(shared, of('Ben Ruiz', ['EMAIL', 'both@example.org']), () => true)).toBe(false);
    expect(isMet(shared, of('Ana Ruiz', ['EMAIL', 'both@example.org']), () => true)).toBe(true);
  });

  it('by whatever of their own record says, for any record with a key', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    fc.assert(
      fc.property(word, word, word, (given, family, box) => {
        const person = of(`${given} ${family}`, ['EMAIL', `${box}@example.org`], ['ORG', family]);
        expect(isMet(person, person)).toBe(true);
        expect(isMet(person, of(`${given} ${family}`, ['EMAIL', `not-${box}@example.org`]))).toBe(false);
      }),
    );
  });
});

describe('a tombstone', () => {
  it('holds none of the words it is about, and is another one in every book', () => {
    const hashes = [1, 2].map(() => {
      const book = emptyBook();
      bury(new Recorder(book), keysToRemember(ANA, nobodyShares), NOW);
      const found = book.sqlite.prepare('select hash from tombstone order by id').pluck().all();
      expect(JSON.stringify(found)).not.toMatch(/ana|ruiz|example|555/i);
      expect(forgottenIn(book)?.(['email:ana@example.org'])).toBe(true);
      expect(forgottenIn(book)?.(['email:ben@example.org'])).toBe(false);
      book.close();
      return found;
    });
    expect(hashes[0]).toHaveLength(4);
    expect(hashes[0]!.filter((hash) => hashes[1]!.includes(hash))).toEqual([]);
  });

  it('costs nothing where there is none, and goes with all the others of the same person', () => {
    const book = emptyBook();
    expect(forgottenIn(book)).toBeUndefined();
    bury(new Recorder(book), ['url:ana', 'email:ana@example.org'], NOW);
    bury(new Recorder(book), ['url:ben'], '2026-03-02T00:00:00Z');
    exhume(new Recorder(book), ['url:ana']);
    const isForgotten = forgottenIn(book);
    expect(['url:ana', 'email:ana@example.org', 'url:ben'].map((key) => isForgotten?.([key]))).toEqual([
      false,
      false,
      true,
    ]);
    book.close();
  });
});

describe('the trash', () => {
  it.each([
    ['2026-03-01T12:00:00Z', '2026-03-01T12:00:00Z', 30],
    ['2026-03-01T12:00:00Z', '2026-03-01T13:00:00Z', 30],
    ['2026-03-01T12:00:00Z', '2026-03-02T12:00:00Z', 29],
    ['2026-03-01T12:00:00Z', '2026-03-31T11:00:00Z', 1],
    ['2026-03-01T12:00:00Z', '2026-03-31T12:00:00Z', 0],
    ['2026-03-01T12:00:00Z', '2027-01-01T00:00:00Z', 0],
  ])('of %s has at %s %i days left', (deletedAt, now, days) => {
    expect(daysLeft(deletedAt, now)).toBe(days);
  });

  it('a name confirms whatever its spaces and capitals, and nothing else does', () => {
    expect(isConfirmedBy('Ana  Ruiz', 'ana ruiz ')).toBe(true);
    expect(isConfirmedBy('Ana Ruiz', 'Ana')).toBe(false);
    expect(isConfirmedBy(' ', '')).toBe(false);
  });
});
