import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContactDraft } from '#core/imports/model.ts';
import { parseN, serialiseN } from '#core/contacts/structured-name.ts';
import { expectLinear } from '#tests/linear.ts';
import { contextOf, entryOf, read, recognised, table } from './reading.ts';

/** A made-up person with what every layout has a place for. */
interface Person {
  readonly given: string;
  readonly family: string;
  readonly email: string;
  readonly work: string;
  readonly cell: string;
  readonly org: string;
  readonly title: string;
  readonly street: string;
  readonly city: string;
  readonly code: string;
  readonly note: string;
  readonly birthday: string;
}

/** Text of a cell: any script, delimiters and quotes, no space around it, nothing a product reads otherwise. */
const words = (maxLength: number) =>
  fc
    .string({ unit: fc.constantFrom(...Array.from('abcdefÄöß漢字Жя,;"\'|- .')), minLength: 1, maxLength })
    .map((text) => text.trim().replace(/^[^\p{L}]+/u, ''))
    .filter((text) => /^\p{L}/u.test(text));
const number = fc.stringMatching(/^\+[1-9]\d{7,11}$/);
const two = (value: number) => String(value).padStart(2, '0');

const person: fc.Arbitrary<Person> = fc.record({
  given: words(12),
  family: words(12),
  email: fc.stringMatching(/^[a-z]{1,8}[0-9]{0,3}@example\.(?:org|com)$/),
  work: number,
  cell: number,
  org: words(20),
  title: words(20),
  street: words(20),
  city: words(12),
  code: fc.stringMatching(/^[1-9]\d{4}$/),
  note: fc.array(words(20), { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
  birthday: fc
    .tuple(
      fc.integer({ min: 1930, max: 2020 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`),
});

type Layout = (people: readonly Person[]) => string;
const split = (date: string) => date.split('-').map(Number);

/** Dates need one day above twelve, or nobody could tell how they are meant. */
const american = (date: string) => {
  const [year, month, day] = split(date);
  return `${month}/${day}/${year}`;
};

interface Writing {
  readonly delimiter?: string;
  /** What every row holds besides the person. */
  readonly always?: Readonly<Record<string, string>>;
}

function byColumns(
  labels: Readonly<Record<keyof Person, string>>,
  more: string,
  birthday: (date: string) => string,
  { delimiter = ',', always = {} }: Writing = {},
): Layout {
  const header = [...Object.values(labels), ...more.split('|')].join('|');
  const row = (one: Person) => ({
    ...Object.fromEntries(
      // Object.entries of a Record<keyof Person, string> gives its own keys.
      Object.entries(labels).map(([key, label]) => [label, one[key as keyof Person]]),
    ),
    [labels.birthday]: birthday(one.birthday),
    ...always,
  });
  return (people) => table(header, people.map(row), { delimiter });
}

const LAYOUTS: Readonly<Record<string, Layout>> = {
  'google-csv': byColumns(
    {
      given: 'First Name',
      family: 'Last Name',
      email: 'E-mail 1 - Value',
      work: 'Phone 1 - Value',
      cell: 'Phone 2 - Value',
      org: 'Organization Name',
      title: 'Organization Title',
      street: 'Address 1 - Street',
      city: 'Address 1 - City',
      code: 'Address 1 - Postal Code',
      note: 'Notes',
      birthday: 'Birthday',
    },
    'Labels|File As|Address 1 - Country|Phone 1 - Label|Phone 2 - Label',
    (date) => date,
    { always: { 'Phone 1 - Label': 'Work', 'Phone 2 - Label': '* Mobile' } },
  ),
  'outlook-csv': byColumns(
    {
      given: 'First Name',
      family: 'Last Name',
      email: 'E-mail Address',
      work: 'Business Phone',
      cell: 'Mobile Phone',
      org: 'Company',
      title: 'Job Title',
      street: 'Business Street',
      city: 'Business City',
      code: 'Business Postal Code',
      note: 'Notes',
      birthday: 'Birthday',
    },
    'Title|Suffix|Categories',
    american,
  ),
  'outlook-csv in German': byColumns(
    {
      given: 'Vorname',
      family: 'Nachname',
      email: 'E-Mail-Adresse',
      work: 'Telefon geschäftlich',
      cell: 'Mobiltelefon',
      org: 'Firma',
      title: 'Position',
      street: 'Straße geschäftlich',
      city: 'Ort geschäftlich',
      code: 'Postleitzahl geschäftlich',
      note: 'Notizen',
      birthday: 'Geburtstag',
    },
    'Anrede|Suffix|Kategorien',
    (date) => date.split('-').toReversed().join('.'),
    { delimiter: ';' },
  ),
  csv: byColumns(
    {
      given: 'given_name',
      family: 'FAMILY NAME',
      email: 'Work e-mail',
      work: 'phone (work)',
      cell: 'Cell',
      org: 'organisation',
      title: 'Position',
      street: 'Street (work)',
      city: 'Town (work)',
      code: 'Zip (work)',
      note: 'Remarks',
      birthday: 'Date of birth',
    },
    'Shoe size',
    (date) => date,
    { delimiter: '\t' },
  ),
  'thunderbird-csv': (people) =>
    table(
      'First Name|Last Name|Display Name|Primary Email|Work Phone|Mobile Number|Work Address|Work Address 2|Work City|Work ZipCode|' +
        'Job Title|Organization|Birth Year|Birth Month|Birth Day|Custom 1|Notes',
      people.map((one) => {
        const [year, month, day] = split(one.birthday);
        return {
          'First Name': one.given,
          'Last Name': one.family,
          'Primary Email': one.email,
          'Work Phone': one.work,
          'Mobile Number': one.cell,
          'Work Address': one.street,
          'Work City': one.city,
          'Work ZipCode': one.code,
          'Job Title': one.title,
          Organization: one.org,
          'Birth Year': String(year),
          'Birth Month': String(month),
          'Birth Day': String(day),
          Notes: one.note,
        };
      }),
    ),
  ldif: (people) =>
    people
      .map((one, at) => {
        const [year, month, day] = split(one.birthday);
        const base64 = (text: string) =>
          Buffer.from(text, 'utf8')
            .toString('base64')
            .replace(/(.{60})(?=.)/g, '$1\n ');
        const values = {
          givenName: one.given,
          sn: one.family,
          mail: one.email,
          telephoneNumber: one.work,
          mobile: one.cell,
          o: one.org,
          title: one.title,
          street: one.street,
          l: one.city,
          postalCode: one.code,
          description: one.note,
          birthyear: String(year),
          birthmonth: String(month),
          birthday: String(day),
        };
        return `dn: cn=${at}\nobjectclass: mozillaAbPersonAlpha\n${Object.entries(values)
          .map(([name, value]) => `${name}:: ${base64(value)}`)
          .join('\n')}\n`;
      })
      .join('\n'),
};

/** What a draft says, in the shape it was written from. */
function asPerson({ n, properties }: ContactDraft): Person {
  const value = (name: string, type?: string) =>
    properties.find((property) => property.name === name && (type === undefined || property.type === type))
      ?.value ?? '';
  // `ADR` is written as `N` is: the first components are read the same way.
  const [, , street = '', city = '', , code = ''] = value('ADR').split(/(?<!\\);/);
  const plain = (component: string) => parseN(component).family;
  return {
    given: n.given,
    family: n.family,
    email: value('EMAIL'),
    work: value('TEL', 'work'),
    cell: value('TEL', 'cell'),
    org: value('ORG'),
    title: value('TITLE'),
    street: plain(street),
    city: plain(city),
    code,
    note: value('NOTE'),
    birthday: value('BDAY'),
  };
}

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 200);
const LATE = { given: 'Last', family: 'One', email: 'last@example.org', birthday: '1999-12-31' };

describe('every layout', () => {
  it.each(Object.entries(LAYOUTS))('%s reads back whoever was written', (name, layout) => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 5 }), (some) => {
        const people = [...some, { ...some[0]!, ...LATE }];
        const parsed = read(layout(people));
        expect(parsed.kind).toBe(name.split(' ')[0]);
        expect(parsed.contacts.map(asPerson)).toEqual(people);
        expect(parsed.issues.concat(parsed.contacts.flatMap(({ issues }) => issues))).toEqual([]);
      }),
      { numRuns: Math.min(RUNS, 60) },
    );
  });
  it('writes names as the book does', () => {
    expect(
      parseN(serialiseN({ family: 'a,b;c\\', given: '', additional: '', prefix: '', suffix: '' })).family,
    ).toBe('a,b;c\\');
  });
});

const SAMPLE: Person = {
  given: 'Ana',
  family: 'Ruiz',
  email: 'ana@example.org',
  work: '+3491000000',
  cell: '+3460000000',
  org: 'Bakery',
  title: 'Owner',
  street: 'Calle 1',
  city: 'Madrid',
  code: '28001',
  note: 'two\nlines',
  birthday: '1980-05-17',
};

describe('damaged files', () => {
  it.each(Object.entries(LAYOUTS))('%s never throws, and loses nobody before the damage', (_, layout) => {
    const people = Array.from({ length: 6 }, (__, at) => ({
      ...SAMPLE,
      given: `Ana${at}`,
      email: `ana${at}@example.org`,
    }));
    const bytes = new TextEncoder().encode(layout(people));
    const half = Math.floor(bytes.length / 2);
    const before = read(layout(people)).contacts.length;
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.integer({ min: half, max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 })),
          { minLength: 1, maxLength: 4 },
        ),
        fc.integer({ min: half, max: bytes.length }),
        (changes, length) => {
          const damaged = bytes.slice();
          for (const [at, byte] of changes) damaged[at] = byte;
          // Encodings are another matter: what is no UTF-8 any more may be read as something else altogether.
          const found = recognised(new TextDecoder().decode(damaged.slice(0, length)));
          const contacts = found?.parse(contextOf()).contacts ?? [];
          expect(before).toBe(6);
          expect(contacts.slice(0, 2).map(({ n }) => n.given)).toEqual(['Ana0', 'Ana1']);
        },
      ),
      { numRuns: RUNS },
    );
  });
  it('anything at all is read as anything without an exception', () => {
    const kind = fc.constantFrom('google-csv', 'outlook-csv', 'thunderbird-csv', 'csv', 'ldif', undefined);
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(
          fc.constantFrom(
            'Name',
            'E-mail',
            ',',
            ';',
            '"',
            '\n',
            '\t',
            '__proto__',
            'dn: ',
            '::: ',
            '\ud800',
            'constructor',
          ),
          { maxLength: 40 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, kind, (content, named) => {
        const found = recognised(content, named === undefined ? {} : { kind: named });
        found?.parse(contextOf());
        void found?.mapping;
      }),
      { numRuns: RUNS },
    );
  });
  it('takes time in proportion to what there is', () => {
    const parse = (text: string) => {
      const entry = entryOf(text);
      recognised(entry.text(), { kind: 'csv' })?.parse(contextOf());
    };
    expectLinear((times) => parse(`Name,Email\n${'Ana,ana@example.org\n'.repeat(times)}`), 200);
    const many = (times: number) => Array.from({ length: times }, (_, at) => `a${at}@example.org`).join(';');
    expectLinear((times) => parse(`Name,Email\nAna,"${many(times)}"\n`), 100);
    expectLinear((times) => parse(`Name,Email,E-mail Display Name\nAna,,a${' '.repeat(times)}b\n`), 3000);
    expectLinear((times) => parse(`Name,Email\n${'"'.repeat(times)}`), 500);
    expectLinear((times) => parse(`Name${',x'.repeat(times)}\nAna\n`), 30);
    expectLinear((times) => parse(`Name,Birthday\nAna,${'1'.repeat(times)}\n`), 1000);
  });
});
