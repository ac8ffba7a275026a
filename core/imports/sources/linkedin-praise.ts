// Who speaks for whom on LinkedIn: recommendations in words, endorsements of skills. The words themselves are not kept.
import type { PartialDate } from '#core/shared/dates.ts';
import { fold } from '#core/shared/fold.ts';
import type { EvidenceDraft, Issue, ParsedEntry } from '../model.ts';
import { personRef } from './contact-builder.ts';
import { numericOrder, type NumericOrder, usualOrder, readDate } from './linkedin-dates.ts';
import { isNobody, memberKey } from './linkedin-people.ts';
import { bareName, type Table, tableFormat, type TableRow } from './linkedin-table.ts';
import { fullName, issue } from './table.ts';

const dateIn = (
  text: string,
  line: number,
  order: NumericOrder,
  issues: Issue[],
): PartialDate | undefined => {
  const on = readDate(text, order);
  if (text !== '' && on === undefined) issues.push(issue(line, 'BAD_DATE', { value: text.slice(0, 100) }));
  return on;
};

const goneCount = (gone: number): Issue[] =>
  gone > 0 ? [issue(0, 'UNAVAILABLE_MEMBER', { count: gone })] : [];

const RECOMMENDATION = {
  first: 'First Name|Vorname|Prénom|Nombre|Nome|Voornaam|Imię|Имя',
  last: 'Last Name|Nachname|Nom|Apellidos|Cognome|Sobrenome|Achternaam|Nazwisko|Фамилия',
  company: 'Company|Unternehmen|Entreprise|Empresa|Azienda|Bedrijf|Firma|Компания',
  title: 'Job Title|Position|Titel|Poste|Cargo|Qualifica|Functie|Stanowisko|Должность',
  text: 'Text|Texte|Texto|Testo|Tekst|Recommendation|Empfehlung|Текст',
  on: 'Creation Date|Created On|Erstellungsdatum|Date de création|Fecha de creación|Data di creazione|Data de criação|Aanmaakdatum|Data utworzenia|Дата создания',
  status: 'Status|Display Status|Statut|Estado|Stato|Статус',
} as const;

const SHOWN = new Set([
  'visible',
  'shown',
  'sichtbar',
  'affichee',
  'visibile',
  'visivel',
  'zichtbaar',
  'widoczne',
]);

/**
 * Whether a recommendation stands: what was received counts when it is VISIBLE; what was given also with an empty
 * status, because LinkedIn often leaves it out there. Without a status column there is nothing to go by, and it counts.
 */
function stands(status: string, direction: string, hasStatus: boolean): boolean {
  if (!hasStatus) return true;
  return status === '' ? direction !== 'received' : SHOWN.has(fold(status));
}

/** Both files have the same columns: only their names say who recommended whom. */
function directionOf(entryName: string): 'given' | 'received' | '' {
  const name = bareName(entryName);
  if (/given|abgegeben|erteilt|donn|dadas|emitid|fornit|gegeven/.test(name)) return 'given';
  return /recei|erhalten|re[cç]u|recib|ricev|recebid|ontvang/.test(name) ? 'received' : '';
}

function readRecommendations(
  { rows, has, header }: Table<keyof typeof RECOMMENDATION>,
  entryName: string,
): Partial<ParsedEntry> {
  const direction = directionOf(entryName);
  const order = numericOrder(
    rows.map(({ cell }) => cell('on')),
    usualOrder(header),
  );
  const evidence: EvidenceDraft[] = [];
  const issues: Issue[] = [];
  let gone = 0;
  for (const { line, cell, issues: own } of rows) {
    issues.push(...own);
    const fn = fullName(cell('first'), cell('last'));
    if (isNobody(fn, '')) gone++;
    if (isNobody(fn, '') || !stands(cell('status'), direction, has('status'))) continue;
    const on = dateIn(cell('on'), line, order, issues);
    const person = personRef(fn, { org: cell('company') });
    evidence.push({ line, kind: 'li_recommended', person, ...(on !== undefined && { on }), text: direction });
  }
  return { evidence, issues: [...issues, ...goneCount(gone)] };
}

/**
 * Recommendations_Received.csv and _Given.csv: `li_recommended` with the day, the person told apart by their company, and
 * who recommended whom as the text: `received` (the person spoke for the owner), `given` (the owner for the person),
 * '' when the file's name does not tell. What was written is not kept.
 */
export const linkedInRecommendationsFormat = tableFormat({
  kind: 'linkedin-recommendations',
  labels: RECOMMENDATION,
  accepts: (has) => has('first', 'last', 'text') && (has('on') || has('title', 'status')),
  read: (table, _, entryName) => readRecommendations(table, entryName),
});

const ENDORSEMENT = {
  on: 'Endorsement Date|Date|Datum|Fecha|Data',
  skill: 'Skill Name|Skill|Kenntnis|Compétence|Aptitud|Competenza|Competência',
  endorserFirst: 'Endorser First Name',
  endorserLast: 'Endorser Last Name',
  endorserUrl: 'Endorser Public Url|Endorser Profile Url|Endorser Url',
  endorseeFirst: 'Endorsee First Name',
  endorseeLast: 'Endorsee Last Name',
  endorseeUrl: 'Endorsee Public Url|Endorsee Profile Url|Endorsee Url',
  status: 'Endorsement Status|Status',
} as const;
type Endorsement = TableRow<keyof typeof ENDORSEMENT>;

interface Praise {
  readonly fn: string;
  readonly url: string;
  readonly skills: string[];
  line: number;
  count: number;
  on: PartialDate | undefined;
}

/** So many skills are named; the number of them is the count. */
const NAMED_SKILLS = 3;

const partyOf = ({ cell }: Endorsement) =>
  cell('endorseeFirst') + cell('endorseeLast') + cell('endorseeUrl') === ''
    ? { fn: fullName(cell('endorserFirst'), cell('endorserLast')), url: cell('endorserUrl') }
    : { fn: fullName(cell('endorseeFirst'), cell('endorseeLast')), url: cell('endorseeUrl') };

function addPraise(row: Endorsement, on: PartialDate | undefined, people: Map<string, Praise>): void {
  const { fn, url } = partyOf(row);
  const key = memberKey(fn, url);
  const praise = people.get(key) ?? { fn, url, skills: [], line: row.line, count: 0, on: undefined };
  people.set(key, praise);
  praise.count++;
  if (on !== undefined && (praise.on === undefined || on > praise.on))
    [praise.on, praise.line] = [on, row.line];
  const skill = row.cell('skill');
  if (skill !== '' && praise.skills.length < NAMED_SKILLS && !praise.skills.includes(skill))
    praise.skills.push(skill.slice(0, 100));
}

function readEndorsements({ rows, header }: Table<keyof typeof ENDORSEMENT>): Partial<ParsedEntry> {
  const order = numericOrder(
    rows.map(({ cell }) => cell('on')),
    usualOrder(header),
  );
  const people = new Map<string, Praise>();
  const issues: Issue[] = [];
  let gone = 0;
  for (const row of rows) {
    issues.push(...row.issues);
    const { fn, url } = partyOf(row);
    if (fn === '' || isNobody(fn, url)) gone++;
    const status = fold(row.cell('status'));
    if (fn === '' || isNobody(fn, url) || (status !== '' && status !== 'accepted')) continue;
    addPraise(row, dateIn(row.cell('on'), row.line, order, issues), people);
  }
  const evidence = [...people.values()].map(({ fn, url, skills, line, count, on }): EvidenceDraft => ({
    line,
    kind: 'li_endorsed',
    person: personRef(fn, { url }),
    ...(on !== undefined && { on }),
    count,
    text: skills.join(', '),
  }));
  return { evidence, issues: [...issues, ...goneCount(gone)] };
}

/**
 * Endorsement_Received_Info.csv and _Given_Info.csv: `li_endorsed` once a person, with how many skills, the newest day
 * and up to three of the skills; accepted ones only. Before 2021 they have no addresses: then a name is one person.
 */
export const linkedInEndorsementsFormat = tableFormat({
  kind: 'linkedin-endorsements',
  labels: ENDORSEMENT,
  accepts: (has) => has('skill') && (has('endorserFirst') || has('endorseeFirst')),
  read: readEndorsements,
});
