// Google Contacts' export, old (until 2024) and new: numbered columns in pairs, several values in one cell.
import type { HeaderLine } from '#core/formats/table-dialect.ts';
import { headerLines } from '#core/formats/table-dialect.ts';
import type { ParsedEntry } from '../../model.ts';
import type { Entry, ReadingContext, SourceFormat } from '../../source-format.ts';
import { remembered } from '../mail-memo.ts';
import { columnsOf } from './columns.ts';
import { orderOf } from './dates.ts';
import { type Group, groupsOf, valuesOf } from './google-groups.ts';
import { googleLabels } from './google-labels.ts';
import { readGroup } from './google-values.ts';
import { type Plan, planOf } from './plan.ts';
import { cellAt } from './cells.ts';
import { type People, readRows } from './row.ts';
import { type Body, bodyOf } from './rows.ts';
import { mappedTable } from './table.ts';
import { columnOf } from './targets.ts';
import { unwrapped } from './unwrapped.ts';
import { add, type Draft } from './values.ts';

const hasAll = (labels: ReadonlySet<string>, ...names: readonly string[]) =>
  names.every((name) => labels.has(name));

/** Columns with numbers (`E-mail 1 - Value`), or those of somebody who has nobody's address. */
function isGoogle({ labels }: HeaderLine): boolean {
  if (labels.length < 3) return false;
  const lower = new Set(labels.map((label) => label.toLowerCase()));
  const isNamed = ['given name', 'first name', 'name', 'last name'].some((name) => lower.has(name));
  return (
    (isNamed && groupsOf(labels).some(({ isKnown }) => isKnown)) ||
    hasAll(lower, 'given name', 'family name', 'group membership') ||
    hasAll(lower, 'first name', 'last name', 'file as', 'labels')
  );
}

function headerOf(entry: Entry): HeaderLine | undefined {
  const head = /[\r\n]/.test(entry.head) ? entry.head : entry.text();
  for (const header of headerLines(head)) if (isGoogle(header)) return header;
  return undefined;
}

const TAGS = /^(?:group membership|labels)$/i;

/** Groups people made; those with a star are Google's own (`* myContacts`, `* starred`). The same few stand in most rows. */
const ownTags = remembered((text: string) => valuesOf(text).filter((tag) => !tag.startsWith('*')));

function addTags(draft: Draft, text: string): void {
  for (const tag of ownTags(text)) add(draft, 'CATEGORIES', tag, PLAIN);
}
const PLAIN = { type: '' };

function planFor({ labels }: HeaderLine, body: Body, thisYear: number): Plan {
  const groups: readonly Group[] = groupsOf(labels);
  const grouped = new Set(groups.flatMap(({ columns }) => [...columns.values()]));
  const tags = labels.flatMap((label, at) => (TAGS.test(label) ? [at] : []));
  const single = columnsOf(labels.map((label, at) => (grouped.has(at) ? '' : label)));
  const columns = single.targets.map((target, at) =>
    columnOf(grouped.has(at) || tags.includes(at) ? '' : target),
  );
  const birthdays = columns.flatMap(({ name }, at) => (name === 'BDAY' ? [at] : []));
  const dates = body.sample.flatMap(({ fields }) => birthdays.map((at) => fields[at] ?? ''));
  const dateOrder = orderOf(dates, 'mdy');
  const plan = planOf({ delimiter: ',', headerLine: 1, dateOrder, columns }, labels);
  const meanings = googleLabels();
  return {
    ...plan,
    more: (draft, fields, relations) => {
      for (const at of tags) if (fields[at]) addTags(draft, cellAt(fields, at));
      for (const group of groups)
        readGroup(group, { draft, fields, relations, meanings, dateOrder, thisYear });
    },
  };
}

function parse(entry: Entry, header: HeaderLine, context: ReadingContext): ParsedEntry {
  const body = bodyOf(entry.text(), header);
  const thisYear = Number(context.now.slice(0, 4));
  const people: People = { contacts: [], evidence: [], unusable: [], thisYear };
  const plan = planFor(header, body, thisYear);
  readRows(body, plan, people);
  const { contacts, evidence, unusable } = people;
  return {
    kind: 'google-csv',
    contacts,
    invitations: [],
    ...(evidence.length > 0 && { evidence }),
    issues: unusable,
  };
}

/**
 * Google Contacts as CSV, by its columns: any number of numbered ones, ` ::: ` between several values of one label,
 * `* ` before the preferred one and before Google's own groups, birthdays without a year. Photographs stay addresses.
 */
export const googleFormat: SourceFormat = {
  kinds: ['google-csv'],
  recognise(file, { kind, mapping }) {
    const entry = unwrapped(file);
    if (kind !== undefined && kind !== 'google-csv') return undefined;
    if (kind === 'google-csv' && mapping) return mappedTable('google-csv', entry, mapping);
    const header = headerOf(entry);
    if (!header) return undefined;
    if (mapping) return mappedTable('google-csv', entry, mapping);
    return {
      kind: 'google-csv',
      because: header.labels.join(header.delimiter),
      parse: (context) => parse(entry, header, context),
    };
  },
};
