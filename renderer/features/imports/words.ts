// The words for what the importer says in codes.
import type { EntryReport, ImportBatch, ImportItem, Issue, SourceKind } from '#core/imports/model.ts';
import { propertyTerm } from '#renderer/people/property.ts';
import { dateTimeWords } from '#renderer/strings/dates.ts';
import { i18n, locale } from '#renderer/strings/i18n.ts';

/** The order of the tabs, which is also the order of counts in a sentence. */
export const ACTIONS = [
  'create',
  'update',
  'same',
  'review',
  'unusable',
  'left',
] as const satisfies readonly ImportItem['action'][];

/** The choices a record of each plan offers, the one that does most first; none where nothing can be chosen. */
export const CHOICES: Readonly<Record<ImportItem['action'], readonly ImportItem['choice'][]>> = {
  create: ['take', 'skip'],
  update: ['take', 'skip'],
  review: ['join', 'take', 'skip'],
  same: [],
  unusable: [],
  left: ['take', 'skip'],
};

/** What becomes of a record where nothing is decided: whoever is no longer there stays as they are. */
export const usualChoice = (action: ImportItem['action']): ImportItem['choice'] =>
  action === 'left' ? 'skip' : 'take';

/** The tabs a batch has: the last one only where a newer export leaves somebody out. */
export const tabsOf = ({ left }: ImportBatch['counts']): readonly ImportItem['action'][] =>
  left > 0 ? ACTIONS : ACTIONS.filter((action) => action !== 'left');

/** The plans that do something, in the order of the tabs. */
const DOING = ['create', 'update', 'review'] as const;

const countedIn = (
  counts: ImportBatch['counts'],
  word: 'plan' | 'brought',
  actions: readonly ('create' | 'update' | 'review' | 'left')[],
): string =>
  actions
    .filter((action) => counts[action] > 0)
    .map((action) => i18n.t(`imports:${word}.${action}`, { count: counts[action] }))
    .join(' · ');

/** What a preview would do: "409 new · 3 changed · 7 to decide"; counts of nothing are left out. */
export const plannedWords = (counts: ImportBatch['counts']): string =>
  countedIn(counts, 'plan', [...DOING, 'left']);

/** What an import has done: "409 added · 3 changed". */
export const broughtWords = (counts: ImportBatch['counts']): string => countedIn(counts, 'brought', DOING);

/** "a, b and c" in the language of the page. */
export const listWords = (names: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names);

/** When the batch came to be what it is. */
export const batchDate = (batch: ImportBatch): string =>
  dateTimeWords(batch.revertedAt ?? batch.appliedAt ?? batch.stagedAt);

/** An issue as a sentence, with the value it stumbled over, the property it is about and how often, where it says so. */
export function issueWords({ code, params }: Issue): string {
  const name = String(params['name'] ?? '').trim();
  const said = i18n.t(`imports:issue.${code}`, params);
  const about = /^[A-Z0-9][A-Z0-9_-]*$/.test(name) ? propertyTerm({ name, value: '', type: '' }) : name;
  const words = about === '' ? said : i18n.t('imports:issueAbout', { about, words: said });
  const value = String(params['value'] ?? '').trim();
  const valued = value === '' ? words : i18n.t('imports:issueValue', { words, value });
  const count = Number(params['count'] ?? 1);
  return count > 1 ? i18n.t('imports:issueCount', { words: valued, count }) : valued;
}

/** The same with its line in front, where it has one of its own. */
export function issueLineWords(issue: Issue, recordLine: number): string {
  const words = issueWords(issue);
  return issue.line === 0 || issue.line === recordLine
    ? words
    : i18n.t('imports:issueLine', { line: issue.line, words });
}

/** Tables are known by their columns, everything else by its first words. */
const isTable = ({ kind, mapping }: EntryReport): boolean =>
  mapping !== undefined || (kind !== undefined && (kind.startsWith('linkedin-') || kind.endsWith('csv')));

/** What an entry is and why we think so, or why it was left alone. */
export function entryWords(entry: EntryReport): string {
  if (entry.other !== undefined) return i18n.t(`imports:otherFile.${entry.other}`);
  if (entry.verdict !== 'recognised') return i18n.t(`imports:verdictWhy.${entry.verdict}`);
  const parts = [
    becauseWords(entry),
    entry.encoding === undefined || entry.encoding === 'utf-8'
      ? ''
      : i18n.t('imports:entries.encoding', { encoding: i18n.t(`imports:encoding.${entry.encoding}`) }),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** A header of a hundred columns says no more than its beginning. */
const MOST_BECAUSE = 200;

function becauseWords(entry: EntryReport): string {
  const because = entry.because.trim();
  if (because === '') return i18n.t('imports:verdictWhy.recognised');
  const said = isTable(entry) ? because.replaceAll(/\s*[,;\t|]\s*/g, ', ') : because;
  const short =
    said.length <= MOST_BECAUSE ? said : `${said.slice(0, MOST_BECAUSE).replace(/[,\s]*[^,\s]*$/, '')}…`;
  return i18n.t(isTable(entry) ? 'imports:entries.because' : 'imports:entries.becauseWords', {
    because: short,
  });
}

/** A size in the unit that keeps it short: "1.4 MB". */
export function sizeWords(bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

/** How far along, or undefined before there is anything to measure. */
export const portion = (done: number, total: number): number | undefined =>
  total > 0 ? Math.min(1, done / total) : undefined;

/** Whether importing the batch would do anything, or could. */
export const hasNews = ({ create, update, review, left }: ImportBatch['counts']): boolean =>
  create + update + review + left > 0;

/** What an entry may be read as, in words. */
export const kindOptions = (kinds: readonly SourceKind[]): { value: SourceKind; label: string }[] =>
  kinds.map((value) => ({ value, label: i18n.t(`imports:kind.${value}`) }));
