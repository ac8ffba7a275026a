// What a column can mean, written as one word: `GIVEN`, `TEL work,fax`, `ADR-CITY home`, `X-HOBBY`.
import type { ColumnMapping } from '#core/imports/model.ts';

/**
 * A column's meaning: the name of a property or of a part of one, a space, and its TYPE. The parts are `GIVEN`, `FAMILY`,
 * `ADDITIONAL`, `PREFIX`, `SUFFIX`, `FULLNAME`, `ORG-UNIT`, `BDAY-YEAR|-MONTH|-DAY`,
 * `ADR-STREET|-CITY|-REGION|-CODE|-COUNTRY|-POBOX|-EXT` and `CONNECTED-ON`; '' leaves a column out. In dictionaries
 * `NAME?` is any part of a name, `TITLE?` a title before the name or a position, and `#` the label's own number.
 */
export type Target = string;

export type Column = ColumnMapping['columns'][number];

/** A meaning as a mapping has it. */
export function columnOf(target: Target): Column {
  const space = target.indexOf(' ');
  return space < 0
    ? { name: target, type: '' }
    : { name: target.slice(0, space), type: target.slice(space + 1) };
}

/** Meanings a person has once: a second column that says the same is a field of its own. */
export const SINGLE: ReadonlySet<string> = new Set([
  'GIVEN',
  'FAMILY',
  'ADDITIONAL',
  'SUFFIX',
  'FULLNAME',
  'BDAY',
  'BDAY-YEAR',
  'BDAY-MONTH',
  'BDAY-DAY',
  'GENDER',
  'CONNECTED-ON',
  'UID',
]);

/** Parts of an address, in the order of vCard's `ADR` (RFC 6350 §6.3.1). */
export const ADDRESS_PARTS = [
  'ADR-POBOX',
  'ADR-EXT',
  'ADR-STREET',
  'ADR-CITY',
  'ADR-REGION',
  'ADR-CODE',
  'ADR-COUNTRY',
] as const;

const LONGEST_NAME = 60;

/**
 * The property a column of nobody's becomes: its label in ASCII capitals, `X-COLUMN-7` when there are none left in it.
 * The label itself goes into the parameter X-ABLABEL.
 */
export function ownName(asciiLabel: string, at: number): string {
  const bare = asciiLabel
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST_NAME)
    .replace(/-+$/, '');
  if (!/[A-Z]/.test(bare)) return `X-COLUMN-${at + 1}`;
  return bare.startsWith('X-') ? bare : `X-${bare}`;
}
