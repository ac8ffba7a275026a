import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formattedName, parseN, serialiseN, sortKey } from '#core/contacts/structured-name.ts';

const n = (part: Partial<ReturnType<typeof parseN>>) => ({ ...parseN(''), ...part });
const component = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\r/g, ''));

describe('the N value', () => {
  it('comes back as it was written, whatever the components hold', () => {
    const names = fc.record({
      family: component,
      given: component,
      additional: component,
      prefix: component,
      suffix: component,
    });
    fc.assert(
      fc.property(names, (name) => {
        expect(parseN(serialiseN(name))).toEqual(name);
      }),
    );
  });
  it('escapes what separates', () => {
    expect(serialiseN(n({ family: 'a;b,c\\d', given: 'two\nlines' }))).toBe('a\\;b\\,c\\\\d;two\\nlines;;;');
  });
  it('reads lists, missing and surplus components', () => {
    expect(parseN('Stevenson;John;Philip,Paul;Dr.;Jr.,M.D.,A.C.P.;x;y')).toEqual({
      family: 'Stevenson',
      given: 'John',
      additional: 'Philip Paul',
      prefix: 'Dr.',
      suffix: 'Jr., M.D., A.C.P.',
    });
    expect(parseN('Plato')).toEqual(n({ family: 'Plato' }));
  });
  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Object.keys(parseN(text)).length === 5));
  });
});

describe('formattedName', () => {
  it.each([
    [
      n({ prefix: 'Dr.', given: 'Ada', additional: 'M.', family: 'Byron', suffix: 'PhD' }),
      'Dr. Ada M. Byron, PhD',
    ],
    [n({ given: 'John', family: 'Doe', suffix: 'Jr.' }), 'John Doe Jr.'],
    [n({ given: '明', family: '李' }), '李明'],
    [n({}), ''],
  ])('writes %j as %s', (name, fn) => {
    expect(formattedName(name)).toBe(fn);
  });
});

describe('sortKey', () => {
  it('is of two plain words what the long way makes of them', () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ÿ'-]{0,6}$/);
    fc.assert(
      fc.property(word, word, (family, given) => {
        // A blank behind the name does not count, and leads the long way round.
        expect(sortKey('X', n({ family, given }))).toBe(sortKey('X', n({ family, given: `${given} ` })));
      }),
    );
    expect(sortKey('Ada Byron', n({ family: 'Byron', given: 'Ada' }))).toBe('byron ada');
  });
  it.each([
    ['Ada Byron', n({ given: 'Ada', family: 'Byron' }), 'byron ada'],
    ['Ada Byron', n({}), 'byron ada'],
    ['Plato', n({ given: 'Plato' }), 'plato'],
    ['李明', n({ family: '李', given: '明' }), '李明'],
    ['李明', n({}), '李明'],
    ['🚀 Zoë', n({ given: '🚀 Zoë' }), 'zoe'],
    ['🚀', n({ given: '🚀' }), '🚀'],
    ['', n({}), ''],
  ])('orders %s', (fn, name, key) => {
    expect(sortKey(fn, name)).toBe(key);
  });
});
