// LinkedIn's Profile.csv: one row about the archive's owner.
import { nameFromFields } from '#core/contacts/names.ts';
import { findHeader, type Header, isProfileHeader, labelKey } from '../header.ts';
import type { DraftProperty, Issue, ParsedEntry } from '../model.ts';
import { fittingValue } from './contact-builder.ts';
import { readBirthday } from './linkedin-dates.ts';
import { bodyOf, cellReader, fullName, issue, withoutHeader } from './table.ts';

/** Labels of columns only this file has; the first is what LinkedIn writes today. */
const keysOf = (labels: string) => new Set(labels.split('|').map(labelKey));
const BIRTHDAY = keysOf(
  'Birth Date|Geburtsdatum|Date de naissance|Fecha de nacimiento|Data di nascita|Data de nascimento|Geboortedatum|Data urodzenia',
);
const WEBSITES = keysOf('Websites|Website|Webseiten|Sites web|Sitios web|Siti web|Sites|Strony internetowe');

const cellUnder = ({ labels }: Header, fields: readonly string[], keys: ReadonlySet<string>): string => {
  const at = labels.findIndex((label) => keys.has(labelKey(label)));
  return (at < 0 ? '' : (fields[at] ?? '')).trim();
};

const KINDS: Readonly<Record<string, string>> = { personal: 'home', company: 'work', portfolio: 'work' };
/** An address may hold commas: only one before the next kind, or the next address, parts two of them. */
const BETWEEN = /,\s*(?=[A-Za-z_ ]{1,30}:(?:https?:|www\.)|https?:|www\.)/;
const WITH_KIND = /^([A-Za-z_ ]{1,30}):\s*(?=https?:|www\.)(.*)$/s;

/** `[PERSONAL:https://…,OTHER:https://…]`, or bare addresses. */
function websitesOf(cell: string): DraftProperty[] {
  return cell
    .replace(/^\[|\]$/g, '')
    .split(BETWEEN)
    .flatMap((written) => {
      const [, kind = '', address = written] = WITH_KIND.exec(written.trim()) ?? [];
      const { value } = fittingValue('URL', address);
      return /^\S+\.\S+$/.test(value) ? [{ name: 'URL', value, type: KINDS[kind.toLowerCase()] ?? '' }] : [];
    });
}

/** Mostly without a year: `Dec 10`. */
function birthdayOf(cell: string, line: number): { said: DraftProperty[]; wrong: Issue[] } {
  const value = cell === '' ? undefined : readBirthday(cell);
  const said = value === undefined ? [] : [{ name: 'BDAY', value, type: '' } as const];
  const isBad = cell !== '' && value === undefined;
  return { said, wrong: isBad ? [issue(line, 'BAD_DATE', { value: cell.slice(0, 100) })] : [] };
}

/**
 * Reads the owner's own card: name, headline, birthday and websites. It has no profile address (that comes from Invitations.csv), so `url` is ''. A row
 * without a name is NO_NAME; rows after the first are ignored, LinkedIn writes one. Never throws.
 */
export function parseProfile(text: string, header = findHeader(text, isProfileHeader)): ParsedEntry {
  if (!header) return withoutHeader('linkedin-profile');
  const { rows, issues } = bodyOf(text, header);
  const nothing = { kind: 'linkedin-profile', contacts: [], invitations: [], issues } as const;
  const [row] = rows;
  if (!row) return nothing;
  const cell = cellReader(header);
  const first = cell(row.fields, 'firstName');
  const last = cell(row.fields, 'lastName');
  const fn = fullName(first, last);
  if (fn === '') return { ...nothing, issues: [...issues, issue(row.line, 'NO_NAME')] };
  const headline = cell(row.fields, 'headline');
  const { said, wrong } = birthdayOf(cellUnder(header, row.fields, BIRTHDAY), row.line);
  const properties = [...said, ...websitesOf(cellUnder(header, row.fields, WEBSITES))];
  return {
    ...nothing,
    issues: [...issues, ...wrong],
    owner: {
      fn,
      n: nameFromFields(first, last),
      url: '',
      ...(headline !== '' && { headline }),
      ...(properties.length > 0 && { properties }),
    },
  };
}
