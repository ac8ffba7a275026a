import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedEntry } from '#core/imports/model.ts';
import type { SourceFormat } from '#core/imports/source-format.ts';
import { acquaintFormat } from '#core/imports/sources/acquaint.ts';
import type { AcquaintDocument } from '#core/imports/sources/acquaint-schema.ts';
import { contrackFormat } from '#core/imports/sources/contrack.ts';
import { isoDay } from '#core/imports/sources/json-dates.ts';
import { monicaFormat } from '#core/imports/sources/monica.ts';
import { nametagFormat } from '#core/imports/sources/nametag.ts';
import { codes, readAs, readIfAny, recognises } from '#tests/fixtures/import-entry.ts';
import { profile } from '#tests/fixtures/linkedin.ts';

const people = ({ contacts }: ParsedEntry) =>
  contacts.map(({ fn, properties }) => [
    fn,
    ...properties.map(({ name, value, type, parameters = {} }) =>
      [
        `${name}${type === '' ? '' : `;${type}`}=${value}`,
        ...Object.entries(parameters).map(([key, all]) => `${key}:${all.join('+')}`),
      ].join(' '),
    ),
  ]);
const facts = ({ evidence = [] }: ParsedEntry) =>
  evidence.map(({ kind, person, other, on, text }) =>
    [kind, person.fn, other?.fn ?? '', on ?? '', text].join(' | '),
  );

const counted = (type: string, values: unknown[]) => ({ count: values.length, type, values });

const MONICA = {
  version: '1.0-preview.1',
  app_version: '4.1.0',
  export_date: '2026-01-01T00:00:00Z',
  account: {
    uuid: 'a-1',
    data: [
      counted('user', [
        {
          uuid: 'u-1',
          first_name: 'Olive',
          last_name: 'Owner',
          email: 'olive@example.org',
          properties: { me_contact: 'c-me' },
        },
      ]),
      counted('contact', [
        {
          uuid: 'c-1',
          properties: {
            first_name: 'Ana',
            middle_name: 'María',
            last_name: 'Ruiz',
            nickname: 'Anita',
            job: 'Engineer',
            company: 'Acme',
            description: 'Likes chess',
            gender: 'F',
            tags: ['climbing', 'work'],
            birthdate: {
              uuid: 'd',
              is_age_based: false,
              is_year_unknown: true,
              date: '2016-05-17T00:00:00Z',
            },
            deceased_date: { is_age_based: true, is_year_unknown: false, date: '2020-01-01' },
            first_met_date: { date: '2019-03-04T00:00:00Z' },
            first_met_through: 'c-2',
          },
          data: [
            counted('contact_field', [
              { properties: { data: 'ana@example.org', type: 't-mail' } },
              { properties: { data: '+34 600 11 22 33', type: 't-tel' } },
              { properties: { data: profile('ana-ruiz'), type: 't-web' } },
              { properties: { data: 'ana_r', type: 't-chat' } },
            ]),
            counted('address', [
              { properties: { name: 'Home', street: 'Calle Mayor 1', city: 'Madrid', country: 'ES' } },
            ]),
            counted('note', [{ properties: { body: 'Met on a train' } }]),
            counted('activity', ['x-1']),
          ],
        },
        { uuid: 'c-2', properties: { first_name: 'Bo', last_name: 'Li' } },
        { uuid: 'c-me', properties: { first_name: 'Olive', last_name: 'Owner' } },
        { uuid: 'c-4', properties: {} },
      ]),
      counted('relationship', [
        { properties: { type: 'father', contact_is: 'c-2', of_contact: 'c-1' } },
        { properties: { type: 'friend', contact_is: 'c-2', of_contact: 'gone' } },
      ]),
      counted('activity', [
        { uuid: 'x-1', properties: { summary: 'Lunch', description: 'Soup', happened_at: '2024-02-03' } },
      ]),
    ],
    instance: {
      contact_field_types: [
        { uuid: 't-mail', properties: { name: 'Email', protocol: 'mailto:', type: 'email' } },
        { uuid: 't-tel', properties: { name: 'Phone', protocol: 'tel:', type: 'phone' } },
        { uuid: 't-web', properties: { name: 'LinkedIn' } },
        { uuid: 't-chat', properties: { name: 'Telegram', protocol: 'telegram:' } },
      ],
    },
  },
};

describe('monicaFormat', () => {
  const parsed = readAs(monicaFormat, 'monica.json', JSON.stringify(MONICA, null, 2));
  it('reads people with their fields, and not the owner', () => {
    expect(people(parsed)).toEqual([
      [
        'Ana María Ruiz',
        'UID=c-1',
        'NICKNAME=Anita',
        'TITLE=Engineer',
        'ORG=Acme',
        'GENDER=F',
        'BDAY=--05-17',
        'DEATHDATE=2020',
        'CATEGORIES=climbing',
        'CATEGORIES=work',
        'NOTE=Likes chess',
        'X-FIRST-MET=2019-03-04',
        'EMAIL=ana@example.org',
        'TEL=+34 600 11 22 33',
        `URL;linkedin=${profile('ana-ruiz')}`,
        'SOCIALPROFILE=ana_r SERVICE-TYPE:Telegram',
        'ADR=;;Calle Mayor 1;Madrid;;;ES X-ABLABEL:Home',
        'NOTE=Met on a train',
      ],
      ['Bo Li', 'UID=c-2'],
    ]);
    expect(parsed.owner).toMatchObject({
      fn: 'Olive Owner',
      properties: [{ name: 'EMAIL', value: 'olive@example.org' }],
    });
    expect(parsed.issues.map(({ code }) => code)).toEqual(['NO_NAME']);
  });
  it('reads who is what to whom, who introduced whom, and what was done together', () => {
    expect(facts(parsed)).toEqual([
      'related | Ana María Ruiz | Bo Li |  | parent',
      'introduced_by | Bo Li | Ana María Ruiz | 2019-03-04 | ',
    ]);
    expect(parsed.events).toMatchObject([
      {
        uid: 'x-1',
        summary: 'Lunch',
        dtstart: '2024-02-03',
        met: [{ person: { uid: 'c-1' }, on: ['2024-02-03'] }],
      },
    ]);
  });
  it('reads the older shape, with plural names and everything under properties', () => {
    const older = {
      account: {
        uuid: 'a',
        number_of_invitations_sent: 0,
        users: {
          count: 1,
          values: [
            {
              uuid: 'u',
              first_name: 'Olive',
              last_name: 'Owner',
              email: 'olive@example.org',
              properties: { metric: 'x' },
            },
          ],
        },
        contacts: {
          count: 1,
          values: [
            {
              uuid: 'c-1',
              properties: {
                first_name: 'Ana',
                last_name: 'Ruiz',
                gender: { type: 'array', properties: { type: 'F', name: 'Woman' } },
                deceased_date: {
                  type: 'specialDate',
                  properties: { date: '2020-01-02', is_age_based: false, is_year_unknown: false },
                },
                activities: { count: 1, values: ['x-1'] },
              },
            },
          ],
        },
        activities: {
          count: 1,
          values: [{ uuid: 'x-1', properties: { summary: 'Walk', happened_at: '2020-02-03 00:00:00' } }],
        },
      },
    };
    const read = readAs(monicaFormat, 'old.json', JSON.stringify(older));
    expect(people(read)).toEqual([['Ana Ruiz', 'UID=c-1', 'GENDER=F', 'DEATHDATE=2020-01-02']]);
    expect(read.events).toMatchObject([
      { summary: 'Walk', dtstart: '2020-02-03', met: [{ person: { uid: 'c-1' } }] },
    ]);
  });
  it('reads lists that PHP wrote as objects, and files that were cut off', () => {
    const text = JSON.stringify({
      ...MONICA,
      account: { ...MONICA.account, data: Object.fromEntries(MONICA.account.data.entries()) },
    });
    expect(people(readAs(monicaFormat, 'm.json', text))).toHaveLength(2);
    const cut = readAs(monicaFormat, 'm.json', text.slice(0, text.indexOf('"c-2"}')));
    expect(cut.contacts.length).toBeGreaterThan(0);
    expect(cut.issues.map(({ code }) => code)).toContain('CUT_OFF');
  });
});

describe('contrackFormat', () => {
  const text = JSON.stringify({
    exportedAt: '2026-01-01T00:00:00Z',
    version: 1,
    contacts: [
      {
        id: 'k1',
        name: 'Ana Ruiz',
        firstName: 'Ana',
        lastName: 'Ruiz',
        company: 'Acme',
        role: 'Engineer',
        location: 'Madrid',
        birthday: '05-17',
        about: 'Likes chess',
        isGhost: false,
        deletedAt: null,
        emails: [{ id: 'e', email: 'ana@example.org', label: 'work', isPrimary: true, source: null }],
        phones: [{ id: 'p', phone: '+34 600 11 22 33', label: 'boat', isPrimary: false }],
        addresses: [{ address: 'Calle Mayor 1, Madrid', label: 'home', isPrimary: false }],
        socialLinks: [
          { platform: 'linkedin', url: profile('ana-ruiz') },
          { platform: 'mastodon', url: 'https://social.example.org/@ana' },
        ],
        education: [
          {
            school: 'Example University',
            degree: 'BSc',
            fieldOfStudy: 'Chess',
            startDate: '2008',
            endDate: '2012',
          },
        ],
        experience: [
          { company: 'Globex', role: 'Intern', startDate: '2012-03', endDate: null, isCurrent: false },
        ],
        tags: [{ tag: 'climbing' }],
        interests: [{ interest: 'Go' }],
        attributes: [{ name: 'Coat size', value: 'M' }],
      },
      { id: 'k2', name: 'Ghost', isGhost: true },
      { id: 'k3', name: 'Trashed', deletedAt: '2025-01-01' },
      { id: 'k4', name: '' },
    ],
    interactions: [
      {
        contactId: 'k1',
        type: 'meeting',
        title: 'Lunch',
        content: 'Secret words',
        date: '2024-02-03T12:00:00Z',
      },
      { contactId: 'k1', type: 'note', title: 'Note', date: '2024-02-03' },
      { contactId: 'k3', type: 'meeting', title: 'Gone', date: '2024-02-03' },
    ],
  });
  it('reads contacts with all their rows, and meetings', () => {
    const parsed = readAs(contrackFormat, 'contrack.json', text);
    expect(people(parsed)).toEqual([
      [
        'Ana Ruiz',
        'UID=k1',
        'EMAIL;work=ana@example.org PREF:1',
        'TEL=+34 600 11 22 33 X-ABLABEL:boat',
        'ADR;home=;;Calle Mayor 1\\, Madrid;;;;',
        `URL;linkedin=${profile('ana-ruiz')}`,
        'SOCIALPROFILE=https://social.example.org/@ana SERVICE-TYPE:mastodon',
        'ORG=Acme',
        'TITLE=Engineer',
        'ORG;work=Globex X-FROM:2012-03 GROUP:position1',
        'TITLE;work=Intern X-FROM:2012-03 GROUP:position1',
        'ORG;school=Example University X-FROM:2008 X-TO:2012 X-DEGREE:BSc, Chess',
        'BDAY=--05-17',
        'NOTE=Likes chess',
        'X-LOCATION=Madrid',
        'CATEGORIES=climbing',
        'INTEREST=Go',
        'X-COAT-SIZE=M X-ABLABEL:Coat size',
      ],
    ]);
    expect(facts(parsed)).toEqual(['meeting | Ana Ruiz |  | 2024-02-03 | Lunch']);
    expect(JSON.stringify(parsed)).not.toContain('Secret');
    expect(codes(parsed.issues)).toEqual(['1 NO_NAME']);
  });
});

describe('nametagFormat', () => {
  const data = {
    version: '1.2',
    exportDate: '2026-01-01T00:00:00Z',
    user: { email: 'olive@example.org', name: 'Olive Owner', theme: 'DARK' },
    groups: [{ id: 'g', name: 'Climbers' }],
    people: [
      {
        id: 'p1',
        name: 'Ana',
        middleName: null,
        surname: 'Ruiz',
        secondLastName: 'Gómez',
        nickname: 'Anita',
        prefix: 'Dr.',
        organization: 'Acme',
        jobTitle: 'Engineer',
        photo: 'p1.jpg',
        gender: null,
        anniversary: '2015-06-01T00:00:00.000Z',
        lastContact: '2025-02-03T00:00:00.000Z',
        notes: 'Likes chess',
        importantDates: [
          { title: 'Birthday', date: '1604-05-17T00:00:00.000Z' },
          { title: 'Name day', date: '2020-07-26T00:00:00.000Z' },
        ],
        phoneNumbers: [{ type: 'mobile', number: '+34 600 11 22 33' }],
        emails: [{ type: 'work', email: 'ana@example.org' }],
        addresses: [
          {
            type: 'home',
            streetLine1: 'Calle Mayor 1',
            streetLine2: '2º',
            locality: 'Madrid',
            region: null,
            postalCode: '28001',
            country: 'ES',
          },
        ],
        urls: [{ type: 'personal', url: profile('ana-ruiz') }],
        imHandles: [{ protocol: 'signal', handle: 'ana.01' }],
        locations: [{ type: 'home', latitude: 40.4, longitude: -3.7, label: '' }],
        customFields: [{ key: 'X-COAT-SIZE', value: 'M', type: null }],
        customFieldValues: [{ slug: 'coffee', value: 'black' }],
        relationshipToUser: { name: 'FRIEND', label: 'Friend' },
        groups: ['Climbers'],
        relationships: [
          {
            relatedPersonId: 'p2',
            relatedPersonName: 'Bo Li',
            relationshipType: { name: 'SIBLING', label: 'Brother' },
          },
          { relatedPersonId: 'p9', relatedPersonName: 'Cy Doe', relationshipType: null },
        ],
      },
      { id: 'p2', name: 'Bo', surname: 'Li', relationships: [] },
      { id: 'p3', fullName: 'Di Doe' },
    ],
  };
  it.each([
    ['as it is', data],
    ['inside its server’s answer', { data }],
  ])('reads people, %s', (_, document) => {
    const parsed = readAs(nametagFormat, 'nametag.json', JSON.stringify(document));
    expect(people(parsed)).toEqual([
      [
        'Dr. Ana Ruiz Gómez',
        'UID=p1',
        'EMAIL;work=ana@example.org',
        'TEL;cell=+34 600 11 22 33',
        `URL;linkedin=${profile('ana-ruiz')}`,
        'ADR;home=;;Calle Mayor 1\\n2º;Madrid;;28001;ES',
        'IMPP=ana.01 SERVICE-TYPE:signal',
        'GEO=geo:40.4,-3.7',
        'ANNIVERSARY=2015-06-01',
        'X-LAST-CONTACT=2025-02-03',
        'BDAY=--05-17',
        'X-ABDATE=2020-07-26 X-ABLABEL:Name day',
        'NICKNAME=Anita',
        'ORG=Acme',
        'TITLE=Engineer',
        'NOTE=Likes chess',
        'CATEGORIES=Climbers',
        'X-COAT-SIZE=M X-ABLABEL:X-COAT-SIZE',
        'X-COFFEE=black X-ABLABEL:coffee',
        'RELATED;sibling=Bo Li',
        'RELATED=Cy Doe',
      ],
      ['Bo Li', 'UID=p2'],
      ['Di Doe', 'UID=p3'],
    ]);
    expect(facts(parsed)).toEqual([
      'related | Dr. Ana Ruiz Gómez |  |  | friend',
      'related | Dr. Ana Ruiz Gómez | Bo Li |  | sibling',
      'related | Dr. Ana Ruiz Gómez | Cy Doe |  | ',
    ]);
    expect(parsed.owner).toMatchObject({ fn: 'Olive Owner', properties: [{ value: 'olive@example.org' }] });
  });
});

describe('acquaintFormat', () => {
  const book: AcquaintDocument = {
    acquaint: 1,
    exportedAt: '2026-01-01T00:00',
    owner: 'me',
    people: [
      {
        id: 'me',
        fn: 'Olive Owner',
        properties: [
          { name: 'URL', value: profile('olive-owner'), type: 'linkedin' },
          { name: 'EMAIL', value: 'olive@example.org', type: '' },
        ],
      },
      {
        id: '1',
        fn: 'Ana Ruiz',
        n: { family: 'Ruiz', given: 'Ana', additional: '', prefix: '', suffix: '' },
        connectedOn: '2024-09-28',
        properties: [
          { name: 'EMAIL', value: 'ana@example.org', type: 'work', parameters: { PREF: ['1'] } },
          { name: 'UID', value: 'urn:uuid:1', type: '' },
        ],
      },
      { id: '2', fn: 'Bo Li', properties: [] },
    ],
    events: [
      {
        id: 'e',
        uid: 'e@example.org',
        summary: 'Meetup',
        location: 'Madrid',
        url: '',
        description: '',
        dtstart: '2024-02-03',
        kind: 'meetup',
        organizer: 'Bo Li',
        series: 'Meetups',
        attendees: [{ person: '2', partstat: 'DECLINED', role: '' }],
      },
    ],
    encounters: [
      { person: '1', event: 'e', on: '2024-02-03', location: '', note: '', introducedBy: '2' },
      { person: '2', on: '2024-02-04', location: 'Bar', note: '' },
    ],
    evidence: [
      { kind: 'user_statement', person: '1', level: 'know', text: 'From school' },
      { kind: 'related', person: '1', other: '2', text: 'friend' },
      { kind: 'related', person: '1', other: 'gone', text: 'friend' },
    ],
  };
  it('reads back what the book wrote', () => {
    const parsed = readAs(acquaintFormat, 'book.json', JSON.stringify(book));
    expect(people(parsed)).toEqual([
      ['Ana Ruiz', 'EMAIL;work=ana@example.org PREF:1', 'UID=urn:uuid:1'],
      ['Bo Li'],
    ]);
    expect(parsed.contacts[0]).toMatchObject({ connectedOn: '2024-09-28', n: { family: 'Ruiz' } });
    expect(parsed.owner).toMatchObject({
      fn: 'Olive Owner',
      url: profile('olive-owner'),
      properties: [{ name: 'EMAIL' }],
    });
    expect(parsed.events).toMatchObject([
      {
        uid: 'e@example.org',
        summary: 'Meetup',
        dtstart: '2024-02-03',
        met: [],
      },
    ]);
    expect(facts(parsed)).toEqual([
      'user_statement | Ana Ruiz |  |  | From school',
      'related | Ana Ruiz | Bo Li |  | friend',
    ]);
    expect(parsed.diary).toMatchObject([
      {
        what: 'encounter',
        person: { uid: '#1' },
        event: 'e@example.org',
        on: '2024-02-03',
        introducedBy: { uid: '#2' },
      },
      { what: 'encounter', person: { uid: '#2' }, on: '2024-02-04', location: 'Bar' },
    ]);
    expect(codes(parsed.issues)).toEqual(['1 NOBODY_KNOWN']);
  });
  it('a broken record costs only itself', () => {
    const text =
      '{"acquaint": 1,\n"people": [{"id":1,"fn":"No"},\n{"id":"1","fn":"Ana Ruiz","properties":[{"name":"bad name","value":"x"},{"name":"NOTE","value":"Hi"}]},\n{"id":"2"';
    const parsed = readAs(acquaintFormat, 'book.json', text);
    expect(people(parsed)).toEqual([['Ana Ruiz', 'NOTE=Hi']]);
    expect(codes(parsed.issues)).toEqual(['4 CUT_OFF', '2 BAD_LINE', '4 BAD_LINE', '3 BAD_LINE']);
  });
  it('reads no version it does not know', () => {
    expect(recognises(acquaintFormat, 'book.json', '{"acquaint":2,"people":[]}')).toBeUndefined();
  });
});

describe('all of them', () => {
  const FORMATS: readonly SourceFormat[] = [monicaFormat, contrackFormat, nametagFormat, acquaintFormat];
  it.each([
    ['{"account":{"id":1,"data":[]}}'],
    ['{"version":"1.0","people":[]}'],
    ['{"contacts":[],"version":1}'],
    ['["vcard",[]]'],
    ['{"friends_v2":[]}'],
    ['[]'],
    ['acquaint: 1'],
  ])('none of them takes %s', (text) => {
    expect(FORMATS.map((format) => recognises(format, 'x.json', text)).filter(Boolean)).toEqual([]);
  });
  it('never throw', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '"people"',
      '"contacts"',
      '"account"',
      '"data"',
      '"id"',
      'null',
      '"__proto__"',
      '1',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.jsonValue(), (pieces, value) => {
        for (const format of FORMATS) {
          const reading = { kind: format.kinds[0]! };
          for (const text of [
            `{"people":[],"contacts":[],${pieces.join('')}`,
            JSON.stringify({ people: value, contacts: value, account: { data: value, contacts: value } }),
          ])
            expect(readIfAny(format, 'x.json', text, { reading })?.kind ?? reading.kind).toBe(reading.kind);
        }
      }),
      { numRuns: 300 },
    );
  });
  it.each([
    ['2024-02-03T12:00:00Z', '2024-02-03'],
    ['1604-05-17', '--05-17'],
    ['2024-02', '2024-02'],
    ['2024', '2024'],
    ['05-17', '--05-17'],
    ['3 Feb 2024', '2024-02-03'],
    ['2024-02-31', undefined],
    ['soon', undefined],
  ])('%s is %s', (text, day) => {
    expect(isoDay(text)).toBe(day);
  });
});
