// What a LinkedIn archive says about its owner beside Profile.csv: positions, schools, mailboxes, numbers.
import { looksLikeEmail } from '#core/contacts/identity.ts';
import type { Parameters } from '#core/contacts/model.ts';
import type { DraftProperty, Issue, OwnerDraft, ParsedEntry } from '../model.ts';
import { clipped, fittingValue, NO_NAME } from './contact-builder.ts';
import { numericOrder, usualOrder, readPeriodDate } from './linkedin-dates.ts';
import { isYes } from './linkedin-people.ts';
import { bareName, tableFormat, type TableRow } from './linkedin-table.ts';
import { issue } from './table.ts';

/** Collects the owner's properties and what was wrong with them. */
class Facts {
  readonly properties: DraftProperty[] = [];
  readonly issues: Issue[] = [];
  readonly #seen = new Set<string>();

  add(line: number, property: DraftProperty): void {
    const { value, cut } = fittingValue(property.name, property.value);
    if (value === '') return;
    if (cut) this.issues.push(issue(line, 'VALUE_TOO_LONG', { name: property.name }));
    const key = JSON.stringify([property.name, value, property.type, property.parameters]);
    if (!this.#seen.has(key)) this.properties.push({ ...property, value });
    this.#seen.add(key);
  }

  /** The owner without a name: that is in other files of the archive. */
  parsed(): Partial<ParsedEntry> {
    const { properties, issues } = this;
    const owner: OwnerDraft = { fn: '', n: NO_NAME, url: '', properties };
    return { ...(properties.length > 0 && { owner }), issues };
  }
}

const parametersOf = (entries: readonly (readonly [string, string | undefined])[]): Parameters =>
  Object.fromEntries(
    entries.flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, [clipped(value, 1000)]] as const],
    ),
  );

type Dated = 'start' | 'end';

/** From when to when, as far as it can be read; what cannot is BAD_DATE. */
function periodOf(row: TableRow<Dated>, facts: Facts, order: ReturnType<typeof numericOrder>) {
  const dateOf = (name: Dated) => {
    const text = row.cell(name);
    const date = readPeriodDate(text, order);
    if (text !== '' && date === undefined)
      facts.issues.push(issue(row.line, 'BAD_DATE', { value: text.slice(0, 100) }));
    return date;
  };
  return [
    ['X-FROM', dateOf('start')],
    ['X-TO', dateOf('end')],
  ] as const;
}

const START =
  'Started On|Start Date|From|Beginn|Begonnen am|Startdatum|Date de début|Fecha de inicio|Data di inizio|Data de início|Data rozpoczęcia|Дата начала|開始日|开始日期';
const END =
  'Finished On|End Date|Ended On|To|Ende|Beendet am|Enddatum|Date de fin|Fecha de finalización|Data di fine|Data de término|Data zakończenia|Дата окончания|終了日|结束日期';

/**
 * Positions.csv: ORG and TITLE, held together by GROUP, with X-FROM and X-TO (a PartialDate; no X-TO means still there)
 * and X-LOCATION. The description is prose about work, not about whom one knows, and is left out.
 */
export const linkedInPositionsFormat = tableFormat({
  kind: 'linkedin-positions',
  labels: {
    company:
      'Company Name|Company|Organization|Unternehmen|Name des Unternehmens|Nom de l’entreprise|Entreprise|Nombre de la empresa|Empresa|Nome dell’azienda|Azienda|Nome da empresa|Bedrijfsnaam|Nazwa firmy',
    title: 'Title|Position|Titel|Position/Titel|Intitulé du poste|Poste|Cargo|Qualifica|Functie|Stanowisko',
    description: 'Description|Beschreibung|Descripción|Descrizione|Descrição|Omschrijving|Opis',
    location: 'Location|Ort|Lieu|Ubicación|Località|Localidade|Locatie|Lokalizacja',
    start: START,
    end: END,
  },
  accepts: (has, { labels }) => has('company', 'title', 'start') && labels.length <= 8,
  read: ({ rows, header }) => {
    const facts = new Facts();
    const order = numericOrder(
      rows.flatMap(({ cell }) => [cell('start'), cell('end')]),
      usualOrder(header),
    );
    for (const [at, row] of rows.entries()) {
      facts.issues.push(...row.issues);
      const parameters = parametersOf([
        ...periodOf(row, facts, order),
        ['X-LOCATION', row.cell('location')],
        ['GROUP', `position${at + 1}`],
      ]);
      facts.add(row.line, { name: 'ORG', value: row.cell('company'), type: 'work', parameters });
      facts.add(row.line, { name: 'TITLE', value: row.cell('title'), type: 'work', parameters });
    }
    return facts.parsed();
  },
});

/** Education.csv: each school an ORG of type `school` with X-FROM, X-TO and X-DEGREE. */
export const linkedInEducationFormat = tableFormat({
  kind: 'linkedin-education',
  labels: {
    school:
      'School Name|School|Name der Schule|Hochschule|Nom de l’école|École|Nombre de la institución|Institución educativa|Nome scuola|Nome da instituição|Naam school|Nazwa uczelni',
    start: START,
    end: END,
    notes: 'Notes|Notizen|Notas|Note',
    degree: 'Degree Name|Degree|Abschluss|Diplôme|Titulación|Título|Titolo di studio|Diploma|Stopień',
    activities: 'Activities|Aktivitäten|Activités|Actividades|Attività|Atividades',
  },
  accepts: (has) => has('school') && (has('degree') || has('start') || has('activities')),
  read: ({ rows, header }) => {
    const facts = new Facts();
    const order = numericOrder(
      rows.flatMap(({ cell }) => [cell('start'), cell('end')]),
      usualOrder(header),
    );
    for (const row of rows) {
      facts.issues.push(...row.issues);
      const parameters = parametersOf([...periodOf(row, facts, order), ['X-DEGREE', row.cell('degree')]]);
      facts.add(row.line, { name: 'ORG', value: row.cell('school'), type: 'school', parameters });
    }
    return facts.parsed();
  },
});

/**
 * Email Addresses.csv: the owner's mailboxes, the primary one with PREF 1; one that was never confirmed has
 * X-CONFIRMED `no`, because it need not be theirs.
 */
export const linkedInEmailAddressesFormat = tableFormat({
  kind: 'linkedin-email-addresses',
  labels: {
    email:
      'Email Address|E-mail Address|Email|E-Mail-Adresse|Adresse e-mail|Dirección de correo electrónico|Indirizzo email|Endereço de e-mail|E-mailadres|Adres e-mail',
    confirmed: 'Confirmed|Bestätigt|Confirmée|Confirmado|Confermato|Bevestigd|Potwierdzony',
    primary: 'Primary|Primär|Principale|Principal|Primario|Primair|Główny',
    updated: 'Updated On|Aktualisiert am|Mis à jour le|Actualizado el|Aggiornato il|Atualizado em',
  },
  accepts: (has, { labels }) => has('email') && (has('confirmed') || has('primary')) && labels.length <= 6,
  read: ({ rows, has }) => {
    const facts = new Facts();
    for (const { line, cell, issues } of rows) {
      facts.issues.push(...issues);
      const value = cell('email');
      if (!looksLikeEmail(value)) {
        if (value !== '') facts.issues.push(issue(line, 'BAD_EMAIL', { value: value.slice(0, 200) }));
        continue;
      }
      const parameters = parametersOf([
        ['PREF', isYes(cell('primary')) ? '1' : ''],
        ['X-CONFIRMED', has('confirmed') && !isYes(cell('confirmed')) ? 'no' : ''],
      ]);
      facts.add(line, { name: 'EMAIL', value, type: '', parameters });
    }
    return facts.parsed();
  },
});

/** LinkedIn's kinds of telephone as vCard TYPEs. */
const TEL_TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mobile: 'cell',
    cell: 'cell',
    home: 'home',
    work: 'work',
    fax: 'fax',
    mobil: 'cell',
    privat: 'home',
    movil: 'cell',
    portable: 'cell',
    cellulare: 'cell',
    celular: 'cell',
  }),
);

/** `+44` in the column called extension is the country's code; `12` is an extension. */
function dialled(number: string, extension: string): string {
  if (extension === '' || number === '') return number;
  return extension.startsWith('+') ? `${extension} ${number}` : `${number} x${extension}`;
}

/** PhoneNumbers.csv (2018: Phone Numbers.csv) and Whatsapp Phone Numbers.csv: the owner's numbers. */
export const linkedInPhoneNumbersFormat = tableFormat({
  kind: 'linkedin-phone-numbers',
  labels: {
    extension: 'Extension|Durchwahl|Vorwahl|Extensión|Estensione|Ramal',
    number: 'Number|Phone Number|Nummer|Telefonnummer|Numéro|Número|Numero',
    type: 'Type|Typ|Tipo',
    whatsApp: 'Is_WhatsApp_Number|Is WhatsApp Number',
  },
  accepts: (has, { labels }) => has('number') && (has('extension') || has('whatsApp')) && labels.length <= 5,
  read: ({ rows }, _, entryName) => {
    const facts = new Facts();
    const named = /whatsapp/.test(bareName(entryName));
    for (const { line, cell, issues } of rows) {
      facts.issues.push(...issues);
      const isWhatsApp = cell('whatsApp') === '' ? named : isYes(cell('whatsApp'));
      facts.add(line, {
        name: 'TEL',
        value: dialled(cell('number'), cell('extension')),
        type: TEL_TYPES.get(cell('type').toLowerCase()) ?? (isWhatsApp ? 'cell' : ''),
        ...(isWhatsApp && { parameters: { 'X-ABLABEL': ['WhatsApp'] } }),
      });
    }
    return facts.parsed();
  },
});

/**
 * Registration.csv: in 2018 it named who invited the owner to LinkedIn, kept as X-INVITED-BY. When and from which
 * address they registered is nobody's business.
 */
export const linkedInRegistrationFormat = tableFormat({
  kind: 'linkedin-registration',
  labels: {
    at: 'Registered At|Registriert am|Inscrit le|Registrado el|Registrato il|Registrado em',
    address: 'Registration Ip',
    subscriptions: 'Subscription Types|Subscription Type',
    first: 'Invited by (First Name)|Inviter First Name',
    last: 'Invited by (Last Name)|Inviter Last Name',
    whole: 'Invited by|Invited By (Full Name)',
  },
  accepts: (has) => has('at') && (has('address') || has('subscriptions') || has('first') || has('whole')),
  read: ({ rows }) => {
    const facts = new Facts();
    for (const { line, cell, issues } of rows) {
      facts.issues.push(...issues);
      const value = cell('whole') || `${cell('first')} ${cell('last')}`.trim();
      facts.add(line, { name: 'X-INVITED-BY', value, type: '' });
    }
    return facts.parsed();
  },
});

/** Company Follows.csv: recognised so that it can be named; it is about companies, so it gives no records. */
export const linkedInCompanyFollowsFormat = tableFormat({
  kind: 'linkedin-company-follows',
  labels: {
    organization:
      'Organization|Organisation|Company|Unternehmen|Entreprise|Organización|Organizzazione|Organização',
    on: 'Followed On|Gefolgt am|Suivi le|Seguido el|Seguita il|Seguido em',
  },
  accepts: (has) => has('organization', 'on'),
  read: ({ rows }) => ({ issues: rows.flatMap(({ issues }) => issues) }),
});
