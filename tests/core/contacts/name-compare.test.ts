import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitName } from '#core/contacts/names.ts';
import { compareNames } from '#core/contacts/names/compare.ts';
import { expectLinear } from '#tests/linear.ts';

/** Two written names, and how given and family name agree; `swapped` when they agree crosswise. */
type Row = readonly [one: string, other: string, given: string, family: string, swapped?: 'swapped'];

const CLASSES: Readonly<Record<string, readonly Row[]>> = {
  'capitals, order and decoration': [
    ['Ada Byron', 'Ada Byron', 'same', 'same'],
    ['Ada Byron', 'ADA BYRON', 'same', 'same'],
    ['Ada Byron', 'Byron, Ada', 'same', 'same'],
    ['Dr. Ada Byron, PhD', 'Ada Byron (she/her)', 'same', 'same'],
    ['Sean ONeill', 'Sean O’Neill', 'same', 'same'],
  ],
  'accents and umlauts': [
    ['Zoë Krämer', 'Zoe Kramer', 'same', 'same'],
    ['Jürgen Müller', 'Juergen Mueller', 'equivalent', 'equivalent'],
    ['Jürgen Müller', 'Jurgen Muller', 'same', 'same'],
    ['Łukasz Żak', 'Lukasz Zak', 'same', 'same'],
    ['Guðrún Jónsdóttir', 'Gudrun Jonsdottir', 'same', 'same'],
    ['Søren Kjær', 'Soeren Kjaer', 'equivalent', 'same'],
  ],
  'scripts and transliterations': [
    ['Юлия Иванова', 'Julia Iwanowa', 'equivalent', 'equivalent'],
    ['Сергей Чайковский', 'Sergei Tchaikovsky', 'equivalent', 'equivalent'],
    ['Yevgeny Zhukov', 'Jewgeni Schukow', 'equivalent', 'equivalent'],
    ['Πέτρος Παπαδόπουλος', 'Petros Papadopoulos', 'equivalent', 'equivalent'],
    ['محمد حسن', 'Mohammed Hassan', 'equivalent', 'equivalent'],
    ['Omar Hassan', 'Umar Hasan', 'equivalent', 'equivalent'],
    ['김민준', 'Kim Min-jun', 'equivalent', 'equivalent'],
    ['김민준', 'Minjun Kim', 'equivalent', 'equivalent'],
    ['李明', 'Li Ming', 'equivalent', 'equivalent'],
    ['王小明', 'Wang Xiaoming', 'equivalent', 'equivalent'],
    ['田中太郎', 'Taro Tanaka', 'equivalent', 'equivalent'],
    ['Nguyễn Văn An', 'Nguyen Van An', 'same', 'same'],
  ],
  'spellings of one sound': [
    ['John Smith', 'John Smyth', 'same', 'equivalent'],
    ['Hans Meier', 'Hans Mayer', 'same', 'equivalent'],
    ['Mary McDonald', 'Mary MacDonald', 'same', 'equivalent'],
    ['Stephen Clark', 'Steven Clarke', 'equivalent', 'equivalent'],
    ['Erik Karlsson', 'Eric Carlsson', 'equivalent', 'equivalent'],
  ],
  'short forms': [
    ['Bob Smith', 'Robert Smith', 'equivalent', 'same'],
    ['Bob Smith', 'Rob Smith', 'equivalent', 'same'],
    ['Liz Windsor', 'Elizabeth Windsor', 'equivalent', 'same'],
    ['Саша Иванова', 'Александра Иванова', 'equivalent', 'same'],
    ['Sasha Ivanov', 'Александр Иванов', 'equivalent', 'equivalent'],
    ['Tomek Nowak', 'Tomasz Nowak', 'equivalent', 'same'],
  ],
  initials: [
    ['J. Smith', 'John Smith', 'initial', 'same'],
    ['J. R. Smith', 'John Robert Smith', 'initial', 'same'],
    ['J.R. Smith', 'John Robert Smith', 'initial', 'same'],
    ['JR Smith', 'John Robert Smith', 'initial', 'same'],
    ['J. Smith', 'Robert Smith', 'different', 'same'],
    ['J. P. Smith', 'John Robert Smith', 'partial', 'same'],
    ['John S.', 'John Smith', 'same', 'initial'],
  ],
  'middle names': [
    ['John Paul Smith', 'John Smith', 'same', 'same'],
    ['John R. Smith', 'John Robert Smith', 'same', 'same'],
    ['John R. Smith', 'John Paul Smith', 'partial', 'same'],
    ['John Robert Smith', 'Robert Smith', 'partial', 'same'],
  ],
  'compound given names': [
    ['Jean-Pierre Dupont', 'Jean Pierre Dupont', 'same', 'same'],
    ['Jean-Pierre Dupont', 'Jeanpierre Dupont', 'same', 'same'],
    ['Otto-Felix Weber', 'OF Weber', 'initial', 'same'],
    ['Otto-Felix Weber', 'O.-F. Weber', 'initial', 'same'],
    ['Jean-Pierre Dupont', 'Jean Dupont', 'same', 'same'],
    ['María José Ruiz', 'Mª José Ruiz', 'same', 'same'],
    ['María Teresa Ruiz', 'Ma. Teresa Ruiz', 'same', 'same'],
    ['Anna Maria Rossi', 'Annamaria Rossi', 'same', 'same'],
    ['Wm. Smith', 'William Smith', 'same', 'same'],
  ],
  'double and former family names': [
    ['Gabriel García', 'Gabriel García Márquez', 'same', 'partial'],
    ['Gabriel Márquez', 'Gabriel García Márquez', 'same', 'partial'],
    ['Anna Weber-Schulz', 'Anna Weber', 'same', 'partial'],
    ['Anna Schulz', 'Anna Weber-Schulz', 'same', 'partial'],
    ['Anna Weber-Schulz', 'Anna Weber Schulz', 'same', 'partial'],
    ['Anna Weber-Schulz', 'Anna Schulz-Weber', 'same', 'partial'],
  ],
  particles: [
    ['Jan van der Berg', 'Jan Vanderberg', 'same', 'same'],
    ['Jan van der Berg', 'Jan Berg', 'same', 'equivalent'],
    ['Jan van der Berg', 'Jan van den Berg', 'same', 'equivalent'],
    ['Jan Vanderberg', 'Jan Berg', 'same', 'equivalent'],
    ['Ali El Masri', 'Ali Al-Masri', 'same', 'equivalent'],
    ['Ali al-Masri', 'Ali Masri', 'same', 'equivalent'],
    ['Juan de la Vega', 'Juan Vega', 'same', 'equivalent'],
  ],
  'slips of the hand': [
    ['Ada Byron', 'Ada Byrom', 'same', 'similar'],
    ['Ada Byron', 'Ada Bryon', 'same', 'similar'],
    ['Jonathan Miller', 'Jonahtan Milller', 'similar', 'equivalent'],
    ['Ann Li', 'Ann Lu', 'same', 'different'],
  ],
  'swapped fields': [
    ['Smith John', 'John Smith', 'same', 'same', 'swapped'],
    ['Müller Jürgen', 'Jürgen Mueller', 'equivalent', 'equivalent', 'swapped'],
    ['Smith Bob', 'Robert Smith', 'equivalent', 'equivalent', 'swapped'],
  ],
  'what is missing': [
    ['Ada', 'Ada Byron', 'same', 'missing'],
    ['Mr. Byron', 'Ada Byron', 'missing', 'same'],
    ['', 'Ada Byron', 'missing', 'missing'],
    ['🚀', 'Ada Byron', 'missing', 'missing'],
  ],
  'other people': [
    ['Ada Byron', 'Bert Keller', 'different', 'different'],
    ['Ada Byron', 'Ada Keller', 'same', 'different'],
    ['Ada Byron', 'Bert Byron', 'different', 'same'],
    ['Tim Keller', 'Tom Keller', 'different', 'same'],
    ['Hasan Kaya', 'Hussein Kaya', 'different', 'same'],
  ],
};

describe.each(Object.entries(CLASSES))('compareNames knows %s', (_, rows) => {
  it.each(rows)('%s and %s: given %s, family %s', (...row) => {
    const [one = '', other = '', given, family, swapped] = row;
    const expected = { given, family, isSwapped: swapped !== undefined };
    expect(compareNames(splitName(one), splitName(other))).toEqual(expected);
    expect(compareNames(splitName(other), splitName(one))).toEqual(expected);
  });
});

describe('compareNames', () => {
  it('reads one name written into a single field', () => {
    const parted = { family: '李', given: '明', additional: '', prefix: '', suffix: '' };
    const whole = { family: '', given: '李明', additional: '', prefix: '', suffix: '' };
    expect(compareNames(parted, whole)).toEqual({
      given: 'equivalent',
      family: 'equivalent',
      isSwapped: false,
    });
  });

  const WORDS = [
    'Ada',
    'J.',
    'JP',
    'Jean',
    'Pierre',
    'Bob',
    'Robert',
    'Юлия',
    'Julia',
    '李',
    '明',
    'García',
    'Márquez',
  ];
  const part = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc
      .array(fc.constantFrom(...WORDS, 'van', 'der', 'Berg', 'Vanderberg', 'Müller', '-', '🚀'), {
        maxLength: 3,
      })
      .map((words) => words.join(' ')),
  );
  const name = fc.record({ family: part, given: part, additional: part, prefix: part, suffix: part });

  it('answers the same whichever name comes first, and never throws', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(compareNames(a, b)).toEqual(compareNames(b, a));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds every name the same as itself, as far as it has letters', () => {
    fc.assert(
      fc.property(name, (a) => {
        const { given, family, isSwapped } = compareNames(a, { ...a });
        expect(['same', 'missing']).toContain(given);
        expect(['same', 'missing']).toContain(family);
        expect(isSwapped).toBe(false);
      }),
    );
  });

  it('takes time in proportion to the length of a name', () => {
    const long = (times: number) => ({
      ...splitName(''),
      given: 'a'.repeat(times),
      family: 'b'.repeat(times),
    });
    expectLinear((times) => compareNames(long(times), long(times + 1)), 2000);
  });
});
