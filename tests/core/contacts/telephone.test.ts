import * as fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { describe, expect, it } from 'vitest';
import { internationalNumber } from '#core/contacts/telephone.ts';

describe('internationalNumber', () => {
  it.each([
    ['DE', '03012345678', '+493012345678'],
    ['DE', '3012345678', '+493012345678'],
    ['DE', '0033142685300', '+33142685300'],
    ['US', '4155552671', '+14155552671'],
    ['US', '14155552671', '+14155552671'],
    ['US', '01149301234567', '+49301234567'],
    ['IT', '0612345678', '+390612345678'],
    ['FR', '0142685300', '+33142685300'],
    ['GB', '02079460018', '+442079460018'],
    ['AR', '01123456789', '+541123456789'],
    ['MX', '5512345678', '+525512345678'],
    ['BR', '01155256325', '+551155256325'],
    ['SE', '46085551234', '+4685551234'],
  ])('%s: %s', (region, digits, expected) => {
    expect(internationalNumber(digits, region)).toBe(expected);
  });
  it.each([
    ['US', '03012345678'],
    ['US', '110'],
    ['DE', '1'],
    ['XX', '03012345678'],
    ['__proto__', '03012345678'],
  ])('guesses nothing: %s %s', (region, digits) => {
    expect(internationalNumber(digits, region)).toBeUndefined();
  });
  it('agrees with the library wherever the library finds a valid number', () => {
    const regions = [
      'DE',
      'US',
      'IT',
      'FR',
      'GB',
      'ES',
      'PT',
      'PL',
      'NL',
      'CH',
      'AT',
      'SE',
      'JP',
      'IN',
      'AU',
      'BR',
    ];
    // Calling codes and trunk prefixes in front, alone and together, as people type them without the plus.
    const prefix = fc.constantFrom(
      '',
      '0',
      '8',
      '1',
      '49',
      '46',
      '460',
      '390',
      '4930',
      '810',
      '0046',
      '01146',
    );
    const digits = fc.tuple(prefix, fc.stringMatching(/^0?[1-9]\d{5,10}$/)).map(([a, b]) => a + b);
    fc.assert(
      fc.property(fc.constantFrom(...regions), digits, (region, dialled) => {
        const parsed = parsePhoneNumberFromString(dialled, region as 'DE');
        if (parsed?.isValid() === true) expect(internationalNumber(dialled, region)).toBe(parsed.number);
      }),
      { numRuns: 3000 },
    );
  });
});
