import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AGREEMENTS,
  FIELD_COUNT,
  fieldAt,
  patternOf,
  readPattern,
} from '#core/contacts/duplicates/agreement.ts';
import { compareDates } from '#core/contacts/duplicates/compare-dates.ts';
import { compareRecords } from '#core/contacts/duplicates/compare-records.ts';
import type { Agreement, LinkageField, LinkageRecord } from '#core/contacts/duplicates/model.ts';
import { orgWords } from '#core/contacts/duplicates/organisation.ts';
import { lexicon, packedDate, prepare } from '#core/contacts/duplicates/prepared.ts';
import { aRecord } from './builders.ts';

function compared(a: LinkageRecord, b: LinkageRecord) {
  const words = lexicon();
  const into = new Uint8Array(FIELD_COUNT);
  const isSwapped = compareRecords(
    prepare(a, words),
    prepare(b, words),
    { ...words, vagueNewYear: false },
    into,
  );
  return { into, isSwapped, at: (field: LinkageField): Agreement => AGREEMENTS[into[fieldAt(field)]!]! };
}

type Card = Parameters<typeof aRecord>[0];

/** field, how it agrees, one card, the other */
const TABLE: readonly (readonly [LinkageField, Agreement, Card, Card])[] = [
  ['given', 'same', { given: 'Ana', family: 'Ruiz' }, { given: 'ANA', family: 'Ruíz' }],
  ['given', 'same', { given: 'Jean-Pierre' }, { given: 'Jean Pierre' }],
  ['given', 'equivalent', { given: 'Bob', family: 'Hale' }, { given: 'Robert', family: 'Hale' }],
  ['given', 'equivalent', { given: 'Юлия', family: 'Ким' }, { given: 'Yuliya', family: 'Kim' }],
  ['given', 'equivalent', { given: 'محمد' }, { given: 'Mohammed' }],
  ['family', 'equivalent', { family: 'الأحمد' }, { family: 'Al-Ahmad' }],
  ['given', 'equivalent', { given: 'Sasha' }, { given: 'Aleksandr' }],
  ['given', 'initial', { given: 'J', family: 'Hale' }, { given: 'Joan', family: 'Hale' }],
  ['given', 'similar', { given: 'Gwendolyn' }, { given: 'Gwednolyn' }],
  ['given', 'partial', { given: 'María', additional: 'José' }, { given: 'María', additional: 'Luisa' }],
  ['given', 'partial', { given: 'Karl', additional: 'Otto' }, { given: 'Otto' }],
  ['given', 'same', { given: 'Karl', additional: 'Otto' }, { given: 'Karl', additional: '' }],
  ['given', 'different', { given: 'Ana' }, { given: 'Tom' }],
  ['given', 'different', { given: 'John', suffix: 'Jr.' }, { given: 'John', suffix: 'Sr.' }],
  ['given', 'equivalent', { given: 'Hildegard' }, { given: 'Puck', otherNames: ['Hildegard'] }],
  ['given', 'missing', { family: 'Hale' }, { given: 'Joan', family: 'Hale' }],
  ['family', 'same', { family: 'van der Berg' }, { family: 'Van Der Berg' }],
  ['family', 'same', { family: 'van der Berg' }, { family: 'Berg' }],
  ['family', 'equivalent', { family: 'Müller' }, { family: 'Mueller' }],
  ['family', 'similar', { family: 'Lindqvist' }, { family: 'Lindqvits' }],
  ['family', 'partial', { family: 'García Márquez' }, { family: 'García' }],
  ['family', 'partial', { family: 'Weber-Schulz' }, { family: 'Weber' }],
  [
    'family',
    'equivalent',
    { given: 'Eva', family: 'Sommer' },
    { given: 'Eva', family: 'Winter', otherNames: ['Sommer'] },
  ],
  ['family', 'different', { family: 'Hale' }, { family: 'Ortega' }],
  ['email', 'same', { emails: ['ana@example.org'] }, { emails: ['x@example.org', 'ana@example.org'] }],
  [
    'email',
    'equivalent',
    { given: 'Ana', emails: ['kolibri77@example.org'] },
    { given: 'Ana', emails: ['kolibri77@mail.example'] },
  ],
  [
    'email',
    'partial',
    { given: 'Ana', family: 'Ruiz', emails: ['ana.ruiz@example.org'] },
    { given: 'Ana', family: 'Ruiz', emails: ['ana.ruiz@mail.example'] },
  ],
  ['email', 'similar', { emails: ['kolibri77@example.org'] }, { emails: ['kolirbi77@example.org'] }],
  ['email', 'different', { emails: ['info@example.org'] }, { emails: ['info@mail.example'] }],
  ['tel', 'same', { tels: ['+49301234567'] }, { tels: ['+49301234567'] }],
  ['tel', 'equivalent', { tels: ['+49301234567'] }, { tels: ['0301234567'] }],
  ['tel', 'different', { tels: ['+49301234567'] }, { tels: ['+44301234567'] }],
  ['profile', 'same', { profiles: ['ana-ruiz'] }, { profiles: ['ana-ruiz'] }],
  ['profile', 'different', { profiles: ['ana-ruiz'] }, { profiles: ['ana-ruiz-2'] }],
  [
    'profile',
    'renamed',
    { given: 'Ana', family: 'Ruiz', profiles: ['ana-ruiz-1b2'], connectedOn: '2024-05-01' },
    { given: 'Ana', family: 'Ruiz', profiles: ['anaruiz'], connectedOn: '2024-05-01' },
  ],
  [
    'profile',
    'different',
    { given: 'Ana', family: 'Ruiz', profiles: ['ana-ruiz-1b2'], connectedOn: '2024-05-01' },
    { given: 'Tom', family: 'Ruiz', profiles: ['tomruiz'], connectedOn: '2024-05-01' },
  ],
  ['identifier', 'same', { identifiers: ['AB 123-456'] }, { identifiers: ['ab123456'] }],
  ['identifier', 'similar', { identifiers: ['1234567'] }, { identifiers: ['1243567'] }],
  ['org', 'same', { org: 'Acme Robotics GmbH' }, { org: 'ACME Robotics' }],
  ['org', 'equivalent', { org: 'Acme' }, { org: 'Acme Robotics' }],
  ['org', 'partial', { org: 'Acme Robotics' }, { org: 'Acme Textiles' }],
  ['org', 'different', { org: 'Acme' }, { org: 'Globex' }],
  ['title', 'same', { title: 'Software Engineer' }, { title: 'Engineer, Software' }],
  ['street', 'same', { adr: [{ street: '12 Harbour Lane' }] }, { adr: [{ street: 'Harbour Lane 12' }] }],
  ['street', 'equivalent', { adr: [{ street: 'Harbour Lane' }] }, { adr: [{ street: 'Harbour Lane 12' }] }],
  ['street', 'similar', { adr: [{ street: '12 Harbour Lane' }] }, { adr: [{ street: '12 Harbuor Lane' }] }],
  [
    'street',
    'same',
    { adr: [{ street: '12 Harbour Lane' }] },
    { adr: [{ street: '12', extended: 'Harbour Lane' }] },
  ],
  ['street', 'partial', { adr: [{ street: '12 Harbour Lane' }] }, { adr: [{ street: '14 Harbour Lane' }] }],
  ['street', 'different', { adr: [{ street: '12 Harbour Lane' }] }, { adr: [{ street: '9 Meadow Row' }] }],
  [
    'place',
    'same',
    { adr: [{ locality: 'Köln', code: '50667' }] },
    { adr: [{ locality: 'Koeln', code: '50667' }] },
  ],
  ['place', 'same', { adr: [{ locality: 'Köln' }] }, { adr: [{ locality: 'Köln', code: '50667' }] }],
  [
    'place',
    'equivalent',
    { adr: [{ locality: 'Köln', code: '50667' }] },
    { adr: [{ locality: 'Köln', code: '50999' }] },
  ],
  [
    'place',
    'similar',
    { adr: [{ locality: 'Ulm', code: '50667' }] },
    { adr: [{ locality: 'Bonn', code: '50676' }] },
  ],
  [
    'place',
    'partial',
    { adr: [{ region: 'WA', locality: 'Ulm' }] },
    { adr: [{ region: 'WA', locality: 'Bonn' }] },
  ],
  ['place', 'same', { adr: [{ locality: 'Ulm' }, { locality: 'Bonn' }] }, { adr: [{ locality: 'Bonn' }] }],
];

describe('comparing two records', () => {
  it.each(TABLE)('%s: %s – %o and %o', (field, agreement, a, b) => {
    expect(compared(aRecord(a), aRecord(b)).at(field)).toBe(agreement);
    expect(compared(aRecord(b), aRecord(a)).at(field)).toBe(agreement);
  });

  it('sees names that were typed into each other’s field, short forms among them', () => {
    for (const swapped of [
      { given: 'Ruizberg', family: 'Robert' },
      { given: 'Ruizberg', family: 'Bob' },
      { given: 'Ruizberg', additional: 'T', family: 'Robert' },
    ]) {
      const { at, isSwapped } = compared(aRecord({ given: 'Robert', family: 'Ruizberg' }), aRecord(swapped));
      expect(isSwapped).toBe(true);
      expect([at('given'), at('family')]).not.toContain('different');
    }
  });

  it('sees a compound name in the other field, and one name in the wrong field beside another', () => {
    const whole = compared(
      aRecord({ given: 'Chelsea', family: 'van Groesen' }),
      aRecord({ given: 'van Groesen', family: 'Chelsea' }),
    );
    expect([whole.isSwapped, whole.at('given'), whole.at('family')]).toEqual([true, 'same', 'same']);
    const one = compared(
      aRecord({ given: 'Bordin', family: 'Brody' }),
      aRecord({ given: 'Joel', family: 'Bordin' }),
    );
    expect([one.isSwapped, one.at('given'), one.at('family')]).toEqual([false, 'different', 'partial']);
  });

  it('takes a name from an address where there is none', () => {
    const { at } = compared(
      aRecord({ emails: ['ana.ruiz@example.org'] }),
      aRecord({ given: 'Ana', family: 'Ruiz' }),
    );
    expect([at('given'), at('family')]).toEqual(['same', 'same']);
  });

  const word = fc.constantFrom(
    'Ana',
    'Bob',
    'Robert',
    'Ruiz',
    'Ruíz',
    'de la Cruz',
    'J',
    'Юлия',
    '李',
    '',
    '  ',
    'O’Brien',
  );
  const card = fc.record({
    given: word,
    family: word,
    additional: word,
    suffix: fc.constantFrom('', 'Jr.', 'Sr.', 'PhD'),
    otherNames: fc.array(word, { maxLength: 2 }),
    emails: fc.array(fc.constantFrom('ana@x.example', 'ana.ruiz@x.example', 'anna@x.example'), {
      maxLength: 2,
    }),
    tels: fc.array(fc.constantFrom('+49301234567', '0301234567', '+49301234576'), { maxLength: 2 }),
    profiles: fc.array(fc.constantFrom('a', 'b'), { maxLength: 1 }),
    identifiers: fc.array(fc.constantFrom('1234567', '1234576', '77'), { maxLength: 1 }),
    bday: fc.constantFrom('', '1970-01-01', '1970-01-10', '--05-17', '1971', '1970-10-01'),
    org: fc.constantFrom('', 'Acme', 'Acme Robotics', 'Globex Inc.'),
    title: fc.string({ maxLength: 12 }),
    adr: fc.array(
      fc.record({
        street: word,
        extended: word,
        locality: word,
        region: word,
        code: fc.constantFrom('', '123', '1234', '1243'),
      }),
      { maxLength: 2 },
    ),
    connectedOn: fc.constantFrom('', '2024-05-01'),
  });

  it('is symmetric, and everything agrees with itself', () => {
    const words = lexicon();
    fc.assert(
      fc.property(card, card, (a, b) => {
        const one = prepare(aRecord(a), words);
        const other = prepare(aRecord(b), words);
        const comparing = { ...words, vagueNewYear: false };
        const there = new Uint8Array(FIELD_COUNT);
        const back = new Uint8Array(FIELD_COUNT);
        compareRecords(one, other, comparing, there);
        compareRecords(other, one, comparing, back);
        expect([...back]).toEqual([...there]);
        compareRecords(one, one, comparing, there);
        for (const code of there) expect(['different', 'initial', 'similar']).not.toContain(AGREEMENTS[code]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a pattern', () => {
  it('says the same as the comparison it was made of', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: FIELD_COUNT, maxLength: FIELD_COUNT, max: 7 }),
        fc.uint8Array({ minLength: FIELD_COUNT, maxLength: FIELD_COUNT, max: 7 }),
        (one, other) => {
          expect([...readPattern(patternOf(one), new Uint8Array(FIELD_COUNT))]).toEqual([...one]);
          expect(patternOf(one) === patternOf(other)).toBe(one.every((code, at) => code === other[at]));
        },
      ),
    );
  });
});

describe('birthdays', () => {
  it.each([
    ['1970-05-17', '1970-05-17', 'same'],
    ['1970-05-17', '--05-17', 'equivalent'],
    ['1970-05-17', '1970-05', 'equivalent'],
    ['1970-05-17', '1970', 'equivalent'],
    ['1970-05-17', '1970-05-18', 'similar'],
    ['1970-05-17', '1971-05-17', 'similar'],
    ['1970-05-07', '1970-07-05', 'similar'],
    ['1970-05-17', '1970-11-02', 'partial'],
    ['1970', '1971', 'partial'],
    ['1970-05-17', '1948-11-02', 'different'],
    ['--05-17', '--06-18', 'different'],
    ['', '1970', 'missing'],
    ['1970', '--05-17', 'missing'],
  ])('%s and %s: %s', (a, b, agreement) => {
    expect(AGREEMENTS[compareDates(packedDate(a), packedDate(b), false)]).toBe(agreement);
    expect(AGREEMENTS[compareDates(packedDate(b), packedDate(a), false)]).toBe(agreement);
  });

  it('read 1 January as a year where a book uses it so', () => {
    expect(AGREEMENTS[compareDates(packedDate('1970-01-01'), packedDate('1970-05-17'), true)]).toBe(
      'equivalent',
    );
    expect(AGREEMENTS[compareDates(packedDate('1970-01-01'), packedDate('1970-05-17'), false)]).toBe(
      'partial',
    );
  });
});

describe('the words of a company', () => {
  it.each([
    ['Acme Robotics GmbH', 'acme robotics'],
    ['ACME Robotics, Inc.', 'acme robotics'],
    ['Acme S.p.A.', 'acme'],
    ['AB', 'ab'],
    ['Holding', 'holding'],
    ['', ''],
  ])('%s: %s', (org, words) => expect(orgWords(org).join(' ')).toBe(words));
});
