// Damage and spreadsheets leave lines of signs behind; nobody is called `=`, and a file read twice makes nobody twice.
import { describe, expect, it } from 'vitest';
import { planImport } from '#core/imports/plan.ts';
import { read } from '#tests/fixtures/reading.ts';
import { CONNECTIONS_HEADER } from '#tests/fixtures/linkedin.ts';
import { applyAll, modelBook, named } from './plan-model-book.ts';

const table = (rows: readonly string[]) => read(['Name,Phone,Notes', ...rows, ''].join('\n'), 'people.csv');

describe('a line of signs', () => {
  it('is no person', () => {
    const { parsed } = read(`${CONNECTIONS_HEADER}\nAna,Ruiz,,,,,\n=\n"""}"\n`, 'Connections.csv');
    expect(parsed?.contacts.map(({ fn }) => fn)).toEqual(['Ana Ruiz']);
    const nameless = parsed?.issues.filter(({ code }) => code === 'NO_NAME').map(({ line }) => line);
    expect(nameless).toEqual([3, 4]);
  });

  it('is one where there is a number to call, and an emoji where there is anything', () => {
    const { parsed } = table(['.,+44 20 7946 0000,', '❤,,call on Sundays', '-,none,', '★,,', 'Ana,,']);
    expect(parsed?.contacts.map(({ fn }) => fn)).toEqual(['+44 20 7946 0000', '❤', 'Ana']);
  });

  it('is the same person the next time', () => {
    const { parsed } = table(['❤,,call on Sundays']);
    const book = modelBook();
    applyAll(book, planImport(named([parsed!]), book.lookup), [parsed!]);
    expect(planImport(named([parsed!]), book.lookup).map(({ action }) => action)).toEqual(['same']);
  });
});

describe('a name that cannot be seen or told again', () => {
  const birthday =
    'Primary Email,First Name,Mobile Number,Birth Year,Birth Month,Birth Day,Last Name,Notes\n';
  const read1 = (row: string) => read(`${birthday}${row}\n`, 'people.csv').parsed;

  it('is no person by a number of four digits: a damaged row was somebody new with every import', () => {
    const parsed = read1(',},1980,,,,,x');
    expect([parsed?.contacts, parsed?.issues.map(({ code }) => code)]).toEqual([[], ['NO_NAME']]);
  });

  it('is no person by an accent that no letter carries', () => {
    expect(read1(',\u05bb,1980,,,,,')?.contacts).toEqual([]);
  });

  it('gives way to the number where there is one', () => {
    expect(read1(',\ue000,+44 20 7946 0000,,,,,')?.contacts.map(({ fn }) => fn)).toEqual([
      '+44 20 7946 0000',
    ]);
  });
});

describe('what nobody sees', () => {
  it('is left out: NULs of a damaged disk, control characters of a damaged byte', () => {
    const { parsed } = read('Name,Email\nAna\0\0 Ru\x05iz,ana@example.org\n', 'people.csv');
    expect(parsed?.contacts.map(({ fn }) => fn)).toEqual(['Ana Ruiz']);
  });

  it('is no event: neither name nor day nor anybody', () => {
    const ics = (lines: string) =>
      `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n${lines}END:VEVENT\r\nEND:VCALENDAR\r\n`;
    expect(read(ics(''), 'a.ics').parsed?.events).toEqual([]);
    expect(read(ics('DTSTART:20240102T100000Z\r\n'), 'a.ics').parsed?.events).toHaveLength(1);
  });

  it('an event without a name is the same event the next time', () => {
    const ics =
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20240102T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
    const { parsed } = read(ics, 'a.ics');
    const book = modelBook();
    applyAll(book, planImport(named([parsed!]), book.lookup), [parsed!]);
    expect(planImport(named([parsed!]), book.lookup).map(({ action }) => action)).toEqual(['same']);
  });
});

describe('a header that stands in the file twice', () => {
  it('leaves the rows above it what they are', () => {
    const header = 'First Name,Last Name,Primary Email';
    const rows = `Ana,Ruiz,ana@example.org\n${header},Phone\nBen,Okafor,ben@example.org\n`;
    const { parsed } = read(`${header}\n${rows}`, 'people.csv');
    expect(parsed?.contacts.map(({ fn }) => fn)).toContain('Ana Ruiz');
  });
});
