// Addresses out of the cells of a row.
import { escaped } from '#core/formats/vcard/escapes.ts';
import type { Parameters } from '#core/contacts/model.ts';
import { trimmed } from '#core/shared/trimmed.ts';
import { googleLabels } from './google-labels.ts';
import type { Address, Cell } from './plan.ts';
import { add, type Draft } from './values.ts';

const EQUALS = 61;

/** `="0170 1234567"`: how spreadsheets are told to leave the zeros of a number alone. */
const withoutFormula = (text: string) => text.replace(/^="([^"]*)"$/, '$1').trim();

/** A cell without surrounding space; '' where the row is too short. */
export function cellAt(fields: readonly string[], at: number): string {
  const text = fields[at];
  if (text === undefined || text === '') return '';
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  if (first === EQUALS) return withoutFormula(text.trim());
  return first > 32 && last > 32 && first < 127 && last < 127 ? text : trimmed(text);
}

/** Several cells as one text, the empty ones left out. */
export function joined(fields: readonly string[], columns: readonly number[], sign: string): string {
  const [first] = columns;
  if (first === undefined) return '';
  if (columns.length === 1) return cellAt(fields, first);
  return columns
    .map((at) => cellAt(fields, at))
    .filter((text) => text !== '')
    .join(sign);
}

/** How an address is delivered, which Outlook writes where others say whose it is. */
export const MAIL_SYSTEM = /^(?:smtp|ex|x\.?400|mapipdl|notes|fax|ms)$/i;

const KINDS = googleLabels();

/** A cell or an address with the kind its row says it is of. */
export function ofKind<Kinded extends Pick<Cell, 'type' | 'parameters' | 'kindAt'>>(
  fields: readonly string[],
  one: Kinded,
): Kinded {
  const written = one.kindAt === undefined ? '' : cellAt(fields, one.kindAt);
  if (written === '' || MAIL_SYSTEM.test(written)) return one;
  const { type, parameters = one.parameters } = KINDS.typed(written.slice(0, 200));
  const both = one.parameters === undefined ? parameters : { ...one.parameters, ...parameters };
  return { ...one, type: type || one.type, parameters: both, last: undefined };
}

const HOUSE_NUMBER = /^\d+ ?\p{L}?(?:[-/]\d+ ?\p{L}?)?$/u;

/** The lines of a street; a house number with a column of its own goes behind its street. */
function street(fields: readonly string[], columns: readonly number[]): string {
  if (columns.length < 2) return joined(fields, columns, '');
  let text = '';
  for (const at of columns) {
    const line = cellAt(fields, at);
    // Where the street has its number already, another one is a flat's: a line of its own.
    const isHouse = HOUSE_NUMBER.test(line) && !/\d/.test(text);
    if (line !== '') text += text === '' ? line : `${isHouse ? ' ' : '\n'}${line}`;
  }
  return text;
}

/** Seven components as vCard writes `ADR` (RFC 6350 §6.3.1). */
export function addAddress(
  draft: Draft,
  components: readonly string[],
  whole: string,
  { type, parameters }: { readonly type: string; readonly parameters?: Parameters | undefined },
): void {
  const hasParts = components.some((component) => component !== '');
  if (!hasParts && whole === '') return;
  const parts = hasParts ? components : ['', '', whole, '', '', '', ''];
  const label = hasParts && whole !== '' ? { LABEL: [whole.replace(/\r\n?/g, '\n')] } : undefined;
  add(draft, 'ADR', parts.map(escaped).join(';'), {
    type,
    parameters: label || parameters ? { ...parameters, ...label } : undefined,
  });
}

const STREET = 2;

/** An address whose parts stand in columns of their own. */
export function readAddress(draft: Draft, fields: readonly string[], address: Address): void {
  const { parts, whole, all } = address;
  if (!all.some((at) => (fields[at] ?? '') !== '')) return;
  const components = parts.map((columns, part) =>
    part === STREET ? street(fields, columns) : joined(fields, columns, ' '),
  );
  addAddress(draft, components, joined(fields, whole, '\n'), ofKind(fields, address));
}
