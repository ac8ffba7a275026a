// Columns somebody has added to LinkedIn's connections: a number, a town, tags, remarks. Read as in any address book.
import { fold } from '#core/shared/fold.ts';
import type { Header } from '../header.ts';
import type { DraftProperty, Issue } from '../model.ts';
import { cellAt, readAddress } from './address-book/cells.ts';
import { columnsOf } from './address-book/columns.ts';
import { planOf } from './address-book/plan.ts';
import { addCell } from './address-book/row.ts';
import { columnOf, ownName } from './address-book/targets.ts';

interface Draft {
  readonly line: number;
  readonly properties: DraftProperty[];
  readonly issues: Issue[];
}

/** Parts of what LinkedIn's own columns say already: another one of them is a field of its own. */
const PARTS =
  /^(?:FULLNAME|FN|N|GIVEN|FAMILY|ADDITIONAL|PREFIX|SUFFIX|ORG|ORG-UNIT|CONNECTED-ON|X-SURNAME-PREFIX|X-SECOND-FAMILY-NAME|BDAY-\w+)$/;

/** A birthday in '31 is of the last century. */
const PIVOT = 2030;

/** Adds what the columns say that are not LinkedIn's own; undefined where there are none. */
export function extrasReader({
  labels,
  columns,
  delimiter,
  line,
}: Header): ((draft: Draft, fields: readonly string[], fn: string) => void) | undefined {
  const own = new Set(columns.values());
  const isExtra = (at: number) => !own.has(at) && labels[at] !== '';
  if (!labels.some((_, at) => isExtra(at))) return undefined;
  const { targets } = columnsOf(labels);
  const meanings = labels.map((label, at) => {
    const { name, type } = columnOf(isExtra(at) ? (targets[at] ?? '') : '');
    return PARTS.test(name) ? { name: ownName(fold(label), at), type: '' } : { name, type };
  });
  const plan = planOf({ delimiter, headerLine: line, dateOrder: 'mdy', columns: meanings }, labels);
  const reading = { plan, people: { thisYear: PIVOT } };
  return (draft, fields, fn) => {
    for (const cell of plan.cells) {
      const text = cellAt(fields, cell.at);
      if (text !== '') addCell(draft, cell, text, { ...reading, fn, relations: [] });
    }
    for (const address of plan.addresses) readAddress(draft, fields, address);
  };
}
