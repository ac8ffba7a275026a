// LinkedIn's copy of an address book somebody once let it read: Contacts.csv, Imported Contacts.csv.
import { linkedInKey } from '#core/contacts/identity.ts';
import { nameFromFields, splitName } from '#core/contacts/names.ts';
import { parseCsv } from '#core/formats/csv-rfc4180.ts';
import type { ContactDraft, Issue } from '../model.ts';
import { addressValue, contactBuilder } from './contact-builder.ts';
import { numericOrder, type NumericOrder, usualOrder, readBirthday } from './linkedin-dates.ts';
import { tableFormat, type TableRow } from './linkedin-table.ts';
import { fullName } from './table.ts';

const LABELS = {
  source: 'Source',
  first: 'FirstName|First Name|Vorname|Prénom|Nombre|Nome|Voornaam|Imię|Имя',
  middle: 'MiddleName|Middle Name',
  last: 'LastName|Last Name|Nachname|Nom|Apellidos|Cognome|Sobrenome|Achternaam|Nazwisko|Фамилия',
  full: 'FullName|Full Name|Vollständiger Name|Nom complet|Nombre completo|Nome completo|Volledige naam',
  companies: 'Companies|Company|Unternehmen|Entreprises|Empresas|Aziende|Bedrijven|Firmy|Компании',
  title: 'Title|Titles|Job Title|Position',
  emails:
    'Emails|Email Address|Email Addresses|E-mail Address|Email|E-Mail-Adressen|Adresses e-mail|Correos electrónicos',
  phones: 'PhoneNumbers|Phone Numbers|Phone Number|Telefonnummern|Numéros de téléphone|Números de teléfono',
  createdAt: 'CreatedAt|Created At',
  addresses: 'Addresses|Address|Adressen|Adresses|Direcciones|Indirizzi|Endereços',
  sites: 'Sites|Websites|Site',
  handles: 'InstantMessageHandles|Instant Message Handles|Instant Messengers',
  birthday: 'Birthday|Birth Date|Geburtstag|Anniversaire|Cumpleaños|Compleanno|Aniversário',
  location: 'Location|Ort|Lieu|Ubicación|Località|Localidade',
  bookmarkedAt: 'BookmarkedAt|Bookmarked At',
  profiles: 'Profiles|Profile',
  notes: 'Notes|Note',
} as const;
type Column = keyof typeof LABELS;

/** Several values in one cell: joined by commas or semicolons, those with a comma of their own in quotes, or lines. */
function listOf(cell: string, separators: RegExp): string[] {
  if (cell === '') return [];
  const pieces = cell.includes('"')
    ? parseCsv(cell, ',').records.flatMap(({ fields }) => fields)
    : cell.split(separators);
  return pieces.map((piece) => piece.trim()).filter(Boolean);
}

/** A comma with a space behind it belongs to the name of a firm, a place or a street. */
const BETWEEN_NAMES = /,(?=\S)|;\s*|[\r\n]+/;
const BETWEEN_WORDS = /[,;\s]+/;
const BETWEEN_NUMBERS = /[,;\r\n]+/;
const BETWEEN_ADDRESSES = /;\s*|[\r\n]+/;

function draftOf(row: TableRow<Column>, order: NumericOrder): ContactDraft | Issue {
  const { line, cell, issues } = row;
  const person = contactBuilder(line, issues);
  for (const email of listOf(cell('emails'), BETWEEN_WORDS)) person.email(email);
  for (const tel of listOf(cell('phones'), BETWEEN_NUMBERS)) person.add('TEL', tel);
  for (const org of listOf(cell('companies'), BETWEEN_NAMES)) person.add('ORG', org);
  person.add('TITLE', cell('title'));
  for (const address of listOf(cell('addresses'), BETWEEN_ADDRESSES))
    person.add('ADR', addressValue({ street: address }));
  for (const site of listOf(cell('sites'), BETWEEN_WORDS)) person.url(site);
  for (const handle of listOf(cell('handles'), BETWEEN_NUMBERS)) person.add('IMPP', handle);
  const birthday = cell('birthday');
  person.add('BDAY', readBirthday(birthday, order) ?? birthday);
  person.add('X-LOCATION', cell('location'));
  for (const profile of listOf(cell('profiles'), BETWEEN_WORDS)) {
    if (linkedInKey(profile) === undefined) person.add('SOCIALPROFILE', profile);
    else person.url(profile);
  }
  person.add('NOTE', cell('notes'));
  return person.done(...nameOf(cell));
}

function nameOf(cell: TableRow<Column>['cell']) {
  const [first, last] = [`${cell('first')} ${cell('middle')}`.trim(), cell('last')];
  const whole = cell('full');
  if (first === '' && last === '') return [whole, splitName(whole)] as const;
  // Somebody called `A. Ruiz` in two fields and `Ana María Ruiz` in one is both; the longer one is read by people.
  const joined = fullName(first, last);
  return [whole.length > joined.length ? whole : joined, nameFromFields(first, last)] as const;
}

/**
 * Contacts.csv (2020 on), ImportedContacts.csv and the 2018 `Imported Contacts.csv`: every record one person with all
 * their mailboxes, numbers, firms, sites and handles. `Source`, `CreatedAt` and `BookmarkedAt` are LinkedIn's own
 * bookkeeping and left out. People known by a mailbox alone are called by it.
 */
export const linkedInContactsFormat = tableFormat({
  kind: 'linkedin-contacts',
  labels: LABELS,
  accepts: (has) =>
    (has('first', 'last') || has('full')) &&
    has('emails') &&
    (has('bookmarkedAt') ||
      has('profiles', 'createdAt') ||
      has('source', 'profiles') ||
      has('handles', 'createdAt')),
  read: ({ rows, header }) => {
    const contacts: ContactDraft[] = [];
    const issues: Issue[] = [];
    const order = numericOrder(
      rows.map(({ cell }) => cell('birthday')),
      usualOrder(header),
    );
    for (const row of rows) {
      const result = draftOf(row, order);
      if ('code' in result) issues.push(result);
      else contacts.push(result);
    }
    return { contacts, issues };
  },
});
