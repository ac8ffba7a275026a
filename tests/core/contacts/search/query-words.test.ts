// Facets typed in another language are the canonical ones.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queryText } from '#core/contacts/search/query-text.ts';
import { queryWords } from '#core/contacts/search/query-words.ts';
import { parseQuery } from '#core/contacts/search/query.ts';

const GERMAN = queryWords({
  facets: {
    company: 'Firma Arbeitgeber',
    tag: 'Schlagwort',
    since: 'seit',
    has: 'hat',
    missing: 'fehlt',
    level: 'Stufe',
    is: 'ist',
    // Somebody translated it with a space and a hyphen: it cannot be typed before a colon, and is no word then.
    place: 'in-der Stadt',
    // The canonical name of another facet goes on meaning that one.
    title: 'event Rolle',
  },
  flags: { photo: 'Foto Bild', tel: 'Telefon', address: 'Anschrift' },
  levels: { know_well: 'gut', trusted: 'vertraut' },
  owner: 'ich',
});
const canonical = (text: string): string => queryText(parseQuery(text, GERMAN).query);

describe('a query in the words of a language', () => {
  it.each([
    ['firma:acme', 'company:acme'],
    ['ARBEITGEBER:acme', 'company:acme'],
    ['company:acme', 'company:acme'],
    ['org:acme', 'company:acme'],
    ['seit:2024 -schlagwort:x', 'since:2024 -tag:x'],
    ['hat:Foto', 'has:photo'],
    ['hat:fo', 'has:photo'],
    ['hat:tel', 'has:tel'],
    ['fehlt:anschrift,email', 'missing:address,email'],
    ['stufe:gut', 'level:know_well'],
    ['stufe:=vertr', 'level:=trusted'],
    ['ist:ich', 'is:owner'],
    ['hat:nichts', 'has:nichts'],
    ['stadt:ulm', 'place:ulm'],
    ['event:messe', 'event:messe'],
    ['rolle:x', 'title:x'],
    ['hallo:x', 'hallo:x'],
    // A word with a colon that another language reads as a facet stays a word.
    ['"firma:acme"', 'firma:acme'],
  ])('%s is %s', (typed, meant) => {
    expect(canonical(typed)).toBe(meant);
  });

  it('is written back in those words', () => {
    const { query } = parseQuery('company:=Acme -has:photo (tag:x OR event:)');
    expect(queryText(query, GERMAN)).toBe('Firma:=Acme -hat:photo (Schlagwort:x OR event:)');
  });

  it('means the same after any way there and back', () => {
    const piece = fc.oneof(
      fc.constantFrom('firma:', 'hat:', 'fehlt:foto', 'stufe:gut', '-', ' OR ', '(', ')', ' ', '"', ',', '='),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { query } = parseQuery(pieces.join(''), GERMAN);
        expect(parseQuery(queryText(query, GERMAN), GERMAN).query).toEqual(query);
        expect(parseQuery(queryText(query)).query).toEqual(query);
      }),
    );
  });
});
