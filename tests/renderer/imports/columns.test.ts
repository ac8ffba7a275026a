import { describe, expect, it } from 'vitest';
import {
  columnsFor,
  hasName,
  headerLines,
  meaningKey,
  meaningOf,
  meaningOptions,
  meaningWords,
  withMeaning,
} from '#renderer/features/imports/column-meanings.ts';
import { aMapping } from './fake-book.ts';

describe('what a column can be', () => {
  it.each([
    ['', '', 'Leave out'],
    ['GIVEN', '', 'Given name'],
    ['EMAIL', 'work', 'E-mail (work)'],
    ['TEL', 'home,fax', 'Telephone (home, fax)'],
    ['URL', 'linkedin', 'LinkedIn'],
    ['ADR-CITY', 'home', 'City (home)'],
    ['BDAY-YEAR', '', 'Birthday: year'],
    ['X-HOBBY', '', 'A field of its own: Hobby'],
    ['WO-GETROFFEN', '', 'A field of its own: Wo getroffen'],
  ])('%s of type %j is %s', (name, type, words) => {
    expect(meaningWords({ name, type })).toBe(words);
  });

  it('is offered once each, and survives the way through a menu', () => {
    const options = meaningOptions([]);
    expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
    for (const { value } of options) expect(meaningKey(meaningOf(value))).toBe(value);
    expect(options[0]).toEqual({ value: '\n', label: 'Leave out' });
  });

  it('keeps what is chosen and not usual among the choices', () => {
    const own = { name: 'X-HOBBY', type: '' };
    expect(meaningOptions([own]).map(({ value }) => value)).toContain(meaningKey(own));
  });
});

describe('a mapping', () => {
  const rows = [
    ['given', 'mail', 'town'],
    ['Ana', 'ana@example.org', 'Porto', 'left over'],
  ];

  it('has a column for every cell of the widest row', () => {
    expect(columnsFor(aMapping(), rows).map(({ name }) => name)).toEqual(['GIVEN', 'EMAIL', '', '']);
  });

  it('is changed in one column only', () => {
    const changed = withMeaning(aMapping(), rows, 2, { name: 'ADR-CITY', type: 'home' });
    expect(changed.columns.map(({ name }) => name)).toEqual(['GIVEN', 'EMAIL', 'ADR-CITY', '']);
    expect(changed).toMatchObject({ delimiter: ',', headerLine: 1, dateOrder: 'ymd' });
  });

  it('says whether anybody has a name in it', () => {
    const company = { name: 'ORG', type: '' };
    expect(hasName(aMapping())).toBe(true);
    expect(hasName({ ...aMapping(), columns: [company, { name: 'FULLNAME', type: '' }] })).toBe(true);
    expect(hasName({ ...aMapping(), columns: [company, { name: '', type: '' }] })).toBe(false);
  });

  it('offers the line its names are in, however far down that is', () => {
    expect(headerLines(1)).toContain(0);
    expect(headerLines(40).at(-1)).toBe(40);
  });
});
