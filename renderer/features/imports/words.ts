// The words for what the importer says in codes.
import { parseN } from '#core/contacts/structured-name.ts';
import type { EntryReport, FieldChange, ImportBatch, ImportItem, Issue } from '#core/imports/model.ts';
import { dateTimeWords } from '#renderer/strings/dates.ts';
import { i18n, locale } from '#renderer/strings/i18n.ts';

/** The order of the tabs, which is also the order of counts in a sentence. */
export const ACTIONS = [
  'create',
  'update',
  'same',
  'review',
  'unusable',
] as const satisfies readonly ImportItem['action'][];

/** The choices a record of each plan offers, the one that does most first; none where nothing can be chosen. */
export const CHOICES: Readonly<Record<ImportItem['action'], readonly ImportItem['choice'][]>> = {
  create: ['take', 'skip'],
  update: ['take', 'skip'],
  review: ['join', 'take', 'skip'],
  same: [],
  unusable: [],
};

/** The plans that do something, in the order of the tabs. */
const DOING = ['create', 'update', 'review'] as const;

/** What a preview would do: "409 new · 3 changed · 7 to decide"; counts of nothing are left out. */
export const plannedWords = (counts: ImportBatch['counts']): string =>
  DOING.filter((action) => counts[action] > 0)
    .map((action) => i18n.t(`imports:plan.${action}`, { count: counts[action] }))
    .join(' · ');

/** What an import has done: "409 added · 3 changed". */
export const broughtWords = (counts: ImportBatch['counts']): string =>
  DOING.filter((action) => counts[action] > 0)
    .map((action) => i18n.t(`imports:brought.${action}`, { count: counts[action] }))
    .join(' · ');

/** "a, b and c" in the language of the page. */
export const listWords = (names: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names);

/** When the batch came to be what it is. */
export const batchDate = (batch: ImportBatch): string =>
  dateTimeWords(batch.revertedAt ?? batch.appliedAt ?? batch.stagedAt);

/** An issue as a sentence, with the value it stumbled over where the parser gave it. */
export function issueWords({ code, params }: Issue): string {
  const words = i18n.t(`imports:issue.${code}`, params);
  const value = String(params['value'] ?? '').trim();
  return value === '' ? words : i18n.t('imports:issueValue', { words, value });
}

/** The same with its line in front, where it has one of its own. */
export function issueLineWords(issue: Issue, recordLine: number): string {
  const words = issueWords(issue);
  return issue.line === 0 || issue.line === recordLine
    ? words
    : i18n.t('imports:issueLine', { line: issue.line, words });
}

/** What an entry is and why we think so, or why it was left alone. */
export function entryWords(entry: EntryReport): string {
  if (entry.verdict !== 'recognised') return i18n.t(`imports:verdictWhy.${entry.verdict}`);
  const parts = [
    entry.because === ''
      ? i18n.t('imports:verdictWhy.recognised')
      : i18n.t('imports:entries.because', { because: entry.because.replaceAll(/\s*[,;\t]\s*/g, ', ') }),
    entry.encoding === undefined || entry.encoding === 'utf-8'
      ? ''
      : i18n.t('imports:entries.encoding', { encoding: i18n.t(`imports:encoding.${entry.encoding}`) }),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** A value as a person reads it: `N` is stored in its five parts (RFC 6350 §6.2.2). */
export function valueWords({ name }: Pick<FieldChange, 'name'>, value: string): string {
  if (name !== 'N') return value;
  const n = parseN(value);
  return [n.prefix, n.given, n.additional, n.family, n.suffix].filter((part) => part !== '').join(' ');
}

/** A size in the unit that keeps it short: "1.4 MB". */
export function sizeWords(bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

/** How far along, or undefined before there is anything to measure. */
export const portion = (done: number, total: number): number | undefined =>
  total > 0 ? Math.min(1, done / total) : undefined;

/** Whether importing the batch would do anything. */
export const hasNews = (counts: ImportBatch['counts']): boolean =>
  counts.create + counts.update + counts.review > 0;
