import { expectLinear } from '#tests/linear.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameFromFields, nameKey, splitName, withoutNoise } from '#core/contacts/names.ts';
import { parseName } from '#core/contacts/names/parse.ts';

const parts = (fn: string) => {
  const { prefix, given, additional, family, suffix } = splitName(fn);
  return [prefix, given, additional, family, suffix].join('|');
};

describe('splitName', () => {
  it.each([
    ['Ada Byron', '|Ada||Byron|'],
    ['Byron, Ada', '|Ada||Byron|'],
    ['Dr. Juan Q. Xavier de la Vega, Jr.', 'Dr.|Juan|Q. Xavier|de la Vega|Jr.'],
    ['de la Vega, Dr. Juan Q. III', 'Dr.|Juan|Q.|de la Vega|III'],
    ['Juan Velasquez y Garcia', '|Juan||Velasquez y Garcia|'],
    ['Joao da Silva do Amaral de Souza', '|Joao|da Silva do Amaral|de Souza|'],
    ['Van Nguyen', '|Van||Nguyen|'],
    ['Ludwig van Beethoven', '|Ludwig||van Beethoven|'],
    ['Kenneth Clarke QC MP', '|Kenneth||Clarke|QC, MP'],
    ['John Doe, CLU, CFP, LUTC', '|John||Doe|CLU, CFP, LUTC'],
    ['Grace Hopper, SHRM-CP', '|Grace||Hopper|SHRM-CP'],
    ['Ma, Jack', '|Jack||Ma|'],
    ['Yo-Yo Ma', '|Yo-Yo||Ma|'],
    ['DOE, JOHN', '|JOHN||DOE|'],
    ['Smith, J.R.', '|J.R.||Smith|'],
    ['Ada Byron (She/Her)', '|Ada||Byron|'],
    ['🚀 Ada Byron™ ★ hiring', '|Ada||Byron|'],
    ['Ada Byron | Poet', '|Ada||Byron|'],
    ['Benjamin "Ben" Franklin', '|Benjamin||Franklin|'],
    ['Plato', '|Plato|||'],
    ['李明', '|明||李|'],
    ['欧阳修', '|修||欧阳|'],
    ['김철수', '|철수||김|'],
    ['', '||||'],
  ])('takes %s apart', (fn, expected) => {
    expect(parts(fn)).toBe(expected);
  });
  it('never throws and never makes letters up', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (fn) => {
        const { prefix, given, additional, family, suffix } = splitName(fn);
        for (const word of [prefix, given, additional, family].join(' ').split(' '))
          expect(fn).toContain(word);
        expect(suffix.length).toBeLessThanOrEqual(fn.length * 2);
      }),
    );
  });
  it.each([
    '(',
    '"',
    "'",
    '“',
    'a/',
    ' - ',
    '🚀',
    ',',
    'de ',
    'and ',
    'Dr. ',
    'of the ',
    'PhD ',
    ' geb. A',
    '李',
    'A.',
    'B ',
    '1st Earl ',
  ])('takes a name of nothing but %s in linear time', (sign) => {
    expectLinear((times) => splitName(sign.repeat(times)), 3000);
  });
});

describe('the quick way for usual names', () => {
  const TELLING =
    'Ada Mary Zoë Łukasz Dr Mr Sir Lady Dean Don Pan Judge Graf Kim Li Wang Nagy István Nguyen Tanaka Taro Van De La Ben Al Abdul Abu ' +
    'And Y Jr Ma MD PhD Neto Senior I V García Márquez Ruiz Juan José Ivanovich Ivanovna Petrov Byron BYRON McKay Q. V. D. J.R. Geb Den Auf Bin';
  const word = fc.constantFrom(...TELLING.split(' '));
  it('gives what the way through all the rules gives', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 3 }), (words) => {
        const written = words.join(' ');
        // A second space is nothing to the rules, but sends the name the long way.
        expect(splitName(written)).toEqual(splitName(words.join('  ')));
        expect(nameKey(written)).toBe(nameKey(words.join('  ')));
      }),
      { numRuns: 4000 },
    );
  });
});

describe('parseName', () => {
  it('answers the components that splitName answers, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (written) => {
        const { n, nicknames, pronouns, generation, credentials, birthNames } = parseName(written);
        expect(n).toEqual(splitName(written));
        for (const part of [...nicknames, ...credentials, ...birthNames]) expect(part).not.toBe('');
        expect(n.suffix).toContain(generation);
        expect(pronouns).not.toMatch(/\s/);
      }),
      { numRuns: 500 },
    );
  });
  it.each([
    ['John Doe Jr., MD PhD', 'Jr.', ['MD', 'PhD']],
    ['John Doe III', 'III', []],
    ['Sir Thomas Chudleigh, 2nd Baronet, KCB', '', ['KCB']],
    ['Ada Byron, Ph. D.', '', ['Ph. D.']],
    ['Ada Byron', '', []],
  ])('tells generation and credentials of %s apart', (written, generation, credentials) => {
    expect(parseName(written)).toMatchObject({ generation, credentials });
  });
});

describe('nameFromFields', () => {
  it.each([
    ['Ada', 'Lovelace, PhD', '|Ada||Lovelace|PhD'],
    ['Ada', 'Lovelace PhD, MBA', '|Ada||Lovelace|PhD, MBA'],
    ['Dr. Ada', 'Lovelace (she/her)', 'Dr.|Ada||Lovelace|'],
    ['Ada 🚀', 'Lovelace ★', '|Ada||Lovelace|'],
    ['Ada', 'PhD', '|Ada|||PhD'],
    ['Minh', 'DO', '|Minh||DO|'],
    ['Madonna', '', '|Madonna|||'],
  ])('reads %s / %s', (first, last, expected) => {
    const { prefix, given, additional, family, suffix } = nameFromFields(first, last);
    expect([prefix, given, additional, family, suffix].join('|')).toBe(expected);
  });
});

describe('nameKey', () => {
  it.each([
    ['Ada Lovelace', 'Lovelace, Ada'],
    ['Ada Lovelace, PhD', 'ada LOVELACE (She/Her)'],
    ['Dr. Łukasz Żak', 'Lukasz Zak'],
    ['Seán O’Brien', "Sean O'Brien ®"],
    ['李明', '明 李'],
  ])('does not tell %s from %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
    expect(nameKey(one)).not.toBe('');
  });
  it('is the signs of a name without letters, so that its card is known again', () => {
    expect(nameKey(' 🚀  ★')).toBe('🚀 ★');
    expect(nameKey(' – ')).toBe('');
    expect(nameKey('{"Bob":[')).toBe('bob');
  });
  it('keeps the original when noise is all there is', () => {
    expect(withoutNoise('(she/her)')).not.toBe('');
    expect(withoutNoise('PhD')).toBe('PhD');
  });
});

describe('nameFromFields in the order the name is written', () => {
  it.each([
    ['李', '明', '李', '明'],
    ['明', '李', '李', '明'],
    ['김', '민준', '김', '민준'],
    ['민준', '김', '김', '민준'],
    // Both are family names: the columns are believed.
    ['林', '高', '高', '林'],
    ['小明', '王', '王', '小明'],
  ])('%s | %s is of the family %s', (first, last, family, given) => {
    expect(nameFromFields(first, last)).toMatchObject({ family, given });
  });
});
