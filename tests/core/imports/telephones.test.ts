import { getCountries } from 'libphonenumber-js/min';
import { describe, expect, it } from 'vitest';
import { telKey } from '#core/contacts/identity.ts';
import { REGIONS } from '#core/contacts/regions.ts';
import { withInternationalNumbers } from '#core/imports/telephones.ts';
import { read } from '#tests/fixtures/reading.ts';

const card = (tel: string) =>
  read(`BEGIN:VCARD\nVERSION:4.0\nFN:Ana Ruiz\nTEL;TYPE=home:${tel}\nEND:VCARD\n`).parsed!;
const number = (tel: string, region: string | undefined) =>
  withInternationalNumbers(card(tel), region).contacts[0]?.properties.find(({ name }) => name === 'TEL');

describe('withInternationalNumbers', () => {
  it.each([
    ['DE', '(030) 123 456-78', '+49 30 123 456-78', '+493012345678'],
    ['DE', '030/12345678', '+49 30/12345678', '+493012345678'],
    ['US', '(415) 555-2671', '+1 415 555-2671', '+14155552671'],
    ['US', '1-415-555-2671 x12', '+1-415-555-2671 x12', '+14155552671x12'],
    ['IT', '06 1234 5678', '+39 06 1234 5678', '+390612345678'],
    ['FR', '01 42 68 53 00', '+33 1 42 68 53 00', '+33142685300'],
  ])('%s: %s is %s', (region, tel, value, key) => {
    const found = number(tel, region);
    expect(found).toMatchObject({ value, type: 'home', parameters: { 'X-VERBATIM': [tel] } });
    expect(telKey(found?.value ?? '')).toBe(key);
  });
  it.each([
    ['DE', '+33 1 42 68 53 00'],
    ['DE', '110'],
    ['US', '030 12345678'],
    [undefined, '030 12345678'],
  ])('leaves what it cannot know: %s %s', (region, tel) => {
    expect(number(tel, region)).toEqual({ name: 'TEL', value: tel, type: 'home' });
  });
});

describe('REGIONS', () => {
  it('are those whose numbering plans are known', () => {
    expect(REGIONS).toEqual(getCountries().toSorted());
  });
});
