// LinkedIn's Profile.csv: one row about the archive's owner.
import { nameFromFields } from '#core/contacts/names.ts';
import { findHeader, isProfileHeader } from '../header.ts';
import type { ParsedEntry } from '../model.ts';
import { bodyOf, cellReader, fullName, issue, withoutHeader } from './table.ts';

/**
 * Reads the owner's own card. It has no profile address (that comes from Invitations.csv), so `url` is ''. A row
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
  return {
    ...nothing,
    owner: { fn, n: nameFromFields(first, last), url: '', ...(headline !== '' && { headline }) },
  };
}
