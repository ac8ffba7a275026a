// Notes about members: whatever the columns are called, what was noted goes to whom it is about.
import { describe, expect, it } from 'vitest';
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

  it('about nobody who has a name are told', () => {
    expect(notes(`URL,Note\n${URL},likes jazz\n`)).toMatchObject({ people: [], issues: ['NO_NAME'] });
  });

  it('are not what any other table of people is, nor schools with notes', () => {
    const table = 'Name,Email,Notes\nAna Ruiz,ana@example.org,likes jazz\n';
    expect([notes(table, 'people.csv').kind, notes(table).kind]).toEqual(['csv', 'csv']);
    const schools =
      'School Name,Start Date,End Date,Notes,Degree Name,Activities\nExample School,2010,2014,,BSc,\n';
    expect(notes(schools, 'Education.csv').kind).toBe('linkedin-education');
  });
});
