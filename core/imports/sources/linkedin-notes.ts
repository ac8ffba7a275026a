// Notes an owner took about members: a table of LinkedIn's whose columns nobody has published, so its name has to say it.
import { linkedInKey } from '#core/contacts/identity.ts';
import { nameFromFields, nameKey, splitName } from '#core/contacts/names.ts';
import type { Parameters } from '#core/contacts/model.ts';
import type { ContactDraft, Issue } from '../model.ts';
import { type ContactBuilder, contactBuilder } from './contact-builder.ts';
import { readDate, readDateTime } from './linkedin-dates.ts';
import { bareName, tableFormat, type TableRow } from './linkedin-table.ts';
import { fullName, issue } from './table.ts';

const LABELS = {
  first: 'First Name|FirstName|Member First Name|Vorname|Prénom|Nombre|Nome',
  last: 'Last Name|LastName|Member Last Name|Nachname|Nom|Apellidos|Cognome|Sobrenome',
  full: 'Name|Full Name|Member Name|Member|Profile Name|Contact Name|Contact|Person|Connection|Subject',
  url: 'URL|Profile URL|Member URL|Member Profile URL|Public Profile URL|Profile|LinkedIn URL|Subject Profile|Subject URL',
  on: 'Created At|CreatedAt|Created On|Created|Date|Note Date|Added On|Updated At|Erstellt am|Date de création|Fecha|Data',
  by: 'Author|Author Name|Autor|Auteur|Autore',
  note: 'Note|Notes|Note Text|Note Content|Text|Content|Comment|Notiz|Remarque|Nota',
} as const;
type Column = keyof typeof LABELS;

/** Somebody’s own list under the same name. */
const OF_AN_ADDRESS_BOOK = /mail|phone|tel|addr|birth|compan|firma/i;

/** Everything noted about one person, on the line of the first note. */
interface Noted {
  readonly person: ContactBuilder;
  readonly fn: string;
  readonly first: string;
  readonly last: string;
}

const nameIn = (cell: TableRow<Column>['cell']) => {
  const [first, last] = [cell('first'), cell('last')];
  return { first, last, fn: first === '' && last === '' ? cell('full') : fullName(first, last) };
};

/** What a profile's address calls its owner: good enough until another file of the archive says the name. */
const slugOf = (url: string): string => linkedInKey(url)?.split('/').at(-1) ?? '';

/** When a note was taken, and by whom (RFC 9554 §4.1, §4.3). */
function aboutNote(cell: TableRow<Column>['cell']): Parameters | undefined {
  const [moment, day, author] = [readDateTime(cell('on')), readDate(cell('on')), cell('by')];
  const created = moment?.replace(/[-:]|\.\d+/g, '') ?? day;
  const about = { ...(created && { CREATED: [created] }), ...(author && { 'AUTHOR-NAME': [author] }) };
  return Object.keys(about).length === 0 ? undefined : about;
}

const draftOf = ({ person, fn, first, last }: Noted): ContactDraft | Issue =>
  person.done(fn, first === '' && last === '' ? splitName(fn) : nameFromFields(first, last));

/**
 * `Notes.csv`, by its name and any columns that say who and what: one person with a NOTE for each row about them, known
 * by their profile, else by name. A row that names nobody or without a text is an issue.
 */
export const linkedInNotesFormat = tableFormat({
  kind: 'linkedin-notes',
  labels: LABELS,
  acceptsName: (name) => /(?:^|[ _-])notes?(?=[ _.(-]|$)/.test(bareName(name)),
  accepts: (has, { labels }) =>
    has('note') &&
    (has('url') || has('full') || has('first', 'last')) &&
    !labels.some((label) => OF_AN_ADDRESS_BOOK.test(label)),
  read: ({ rows }) => {
    const noted = new Map<string, Noted>();
    const issues: Issue[] = [];
    for (const { line, cell, issues: own } of rows) {
      const name = nameIn(cell);
      const url = linkedInKey(cell('url')) === undefined ? '' : cell('url');
      const called = name.fn || slugOf(url);
      if (called === '') {
        issues.push(issue(line, 'NO_NAME'));
        continue;
      }
      const key = linkedInKey(url) ?? `name:${nameKey(name.fn)}`;
      const known = noted.get(key) ?? { ...name, fn: called, person: contactBuilder(line, own) };
      noted.set(key, known);
      known.person.url(url);
      known.person.add('NOTE', cell('note'), '', aboutNote(cell));
    }
    const contacts: ContactDraft[] = [];
    for (const draft of Array.from(noted.values(), draftOf)) {
      if ('code' in draft) issues.push(draft);
      else contacts.push(draft);
    }
    return { contacts, issues };
  },
});
