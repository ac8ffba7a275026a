// Notes about members: whatever the columns are called, what was noted goes to whom it is about.
import { describe, expect, it } from 'vitest';
import { planImport } from '#core/imports/plan.ts';
import { CONNECTIONS_HEADER } from '#tests/fixtures/linkedin.ts';
import { modelBook, named } from './plan-model-book.ts';
import { read } from '#tests/fixtures/reading.ts';

const URL = 'https://www.linkedin.com/in/ana-ruiz';
const notes = (text: string, name = 'Notes.csv') => {
  const { report, parsed } = read(text, name);
  const people = parsed?.contacts.map(
    ({ fn, properties }) => `${fn}: ${properties.map(({ value }) => value).join(' | ')}`,
  );
  return { kind: report.kind, people, issues: parsed?.issues.map(({ code }) => code) };
};

describe('LinkedIn’s notes', () => {
  it.each([
    `Name,Profile URL,Note,Created At\nAna Ruiz,${URL},"Met, likes jazz",2024-01-02 10:00:00 UTC\n`,
    `First Name,Last Name,Member URL,Note Text\nAna,Ruiz,${URL},"Met, likes jazz"\n`,
    `Member Name;Subject Profile;Content;Author\nAna Ruiz;${URL};Met, likes jazz;Olive Owner\n`,
  ])('are found under %s', (text) => {
    expect(notes(text, 'Profile Notes.csv')).toEqual({
      kind: 'linkedin-notes',
      people: [`Ana Ruiz: ${URL} | Met, likes jazz`],
      issues: [],
    });
  });

  it('about one person are one record', () => {
    const { people } = notes(`Name,URL,Note\nAna Ruiz,${URL},one\nAna Ruiz,${URL},two\nBo Lind,,three\n`);
    expect(people).toEqual([`Ana Ruiz: ${URL} | one | two`, 'Bo Lind: three']);
  });

  it('know somebody by their profile alone, and are never news about a name', () => {
    const text = `URL,Note,Created At,Author\n${URL},likes jazz,2024-01-02 10:00:00 UTC,Olive Owner\n`;
    const { parsed } = read(text, 'Notes.csv');
    expect(parsed?.contacts).toMatchObject([
      {
        fn: 'ana-ruiz',
        properties: [
          { name: 'URL', value: URL },
          {
            name: 'NOTE',
            value: 'likes jazz',
            parameters: { CREATED: ['20240102T100000Z'], 'AUTHOR-NAME': ['Olive Owner'] },
          },
        ],
      },
    ]);
    const connections = read(
      `${CONNECTIONS_HEADER}\nAna,Ruiz,${URL},,Acme,Tester,28 Sep 2024\n`,
      'Connections.csv',
    );
    const planned = planImport(named([connections.parsed!, parsed!]), modelBook().lookup);
    expect(planned.filter(({ action }) => action === 'create').map(({ fn }) => fn)).toEqual(['Ana Ruiz']);
    const changes = planned.flatMap(({ contact, changes: all }) => (contact?.fn === 'ana-ruiz' ? all : []));
    expect(changes.map(({ name }) => name)).toEqual(['NOTE']);
  });

  it('about nobody at all are told', () => {
    expect(notes('URL,Note\n,likes jazz\n')).toMatchObject({ people: [], issues: ['NO_NAME'] });
  });

  it('are not what any other table of people is, nor schools with notes', () => {
    const table = 'Name,Email,Notes\nAna Ruiz,ana@example.org,likes jazz\n';
    expect([notes(table, 'people.csv').kind, notes(table).kind]).toEqual(['csv', 'csv']);
    const schools =
      'School Name,Start Date,End Date,Notes,Degree Name,Activities\nExample School,2010,2014,,BSc,\n';
    expect(notes(schools, 'Education.csv').kind).toBe('linkedin-education');
  });
});
