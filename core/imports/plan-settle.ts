// What each record of a batch would change, once it is known who it is about.
import type { ContactId, PropertyName } from '#core/contacts/model.ts';
import { serialiseN } from '#core/contacts/structured-name.ts';
import type { FieldChange, ItemAction, Issue, SourceKind } from './model.ts';
import { changesOf, knownOf, rememberChanges, saysNothingNew, textSaid } from './plan-changes.ts';
import type { Changes, Known } from './plan-changes.ts';
import type { DecidedPeople } from './plan-contacts.ts';
import { rootOf } from './plan-keys.ts';
import type { Keyed } from './plan-keys.ts';
import { isSingle, normalForm } from './plan-values.ts';
import type { BookLookup, ImportedValue, PlannedEntry, PlannedItem } from './planned.ts';

const NO_CHANGES: readonly FieldChange[] = [];

/** The items of all people, in the order of the entries. */
export function contactItems(
  entries: readonly PlannedEntry[],
  people: DecidedPeople,
  book: BookLookup,
): PlannedItem[] {
  const { records, inOrder } = people.index;
  const groups = people.isCrowded ? groupsOf(inOrder, book) : NO_GROUPS;
  const itemOf = (record: Keyed): PlannedItem => {
    const { entryName } = entries[record.entry]!;
    return record.action === 'unusable'
      ? repetition(record, entryName)
      : settled(record, entryName, groups, book);
  };
  if (inOrder === records) return records.map(itemOf);
  const items = new Map(inOrder.map((record) => [record, itemOf(record)]));
  return records.map((record) => items.get(record)!);
}

function repetition({ draft }: Keyed, entryName: string): PlannedItem {
  const issue: Issue = { line: draft.line, code: 'DUPLICATE_IN_FILE', params: {} };
  return {
    entryName,
    line: draft.line,
    subject: 'contact',
    action: 'unusable',
    fn: draft.fn,
    detail: '',
    changes: NO_CHANGES,
    issues: [...draft.issues, issue],
  };
}

/** What several records of a batch say about one person, in turn. */
interface Group {
  readonly known: Known;
  readonly former: Known;
  readonly days: Set<string>;
  /** What each file says of each property, as normal forms. */
  readonly words: Map<string, Set<string>>;
  /** Of each kind of file and each property the last file that speaks of it. */
  readonly last: Map<string, number>;
  readonly kinds: ReadonlySet<SourceKind>;
}
type Groups = ReadonlyMap<ContactId | Keyed, Group>;
const NO_GROUPS: Groups = new Map();

/** Whom a record adds to; undefined for somebody new of whom no other record speaks, and where it is not certain. */
const targetOf = (record: Keyed): ContactId | Keyed | undefined =>
  record.action === 'review' && !record.isSure ? undefined : (record.contactId ?? rootOf(record));

/** Groups of those people of whom several records speak. */
function groupsOf(records: readonly Keyed[], book: BookLookup): Groups {
  const spoken = new Map<ContactId, Keyed>();
  const several = new Map<ContactId | Keyed, Keyed[]>();
  for (const record of records) {
    if (record.twin !== undefined || (record.contactId === undefined && record.into === undefined)) continue;
    const target = targetOf(record);
    if (target === undefined) continue;
    const first = typeof target === 'number' ? spoken.get(target) : target;
    const there = several.get(target);
    if (there) there.push(record);
    else if (first !== undefined) several.set(target, [first, record]);
    else if (typeof target === 'number') spoken.set(target, record);
  }
  const groups = new Map<ContactId | Keyed, Group>();
  for (const [target, them] of several) groups.set(target, groupOf(target, them, book));
  return groups;
}

function groupOf(target: ContactId | Keyed, records: readonly Keyed[], book: BookLookup): Group {
  const isNew = typeof target !== 'number';
  const days = isNew ? [target.draft.connectedOn ?? ''] : book.connectedOn(target);
  const group: Group = {
    known: knownOf(isNew ? wordsOf(target) : book.importedValues(target)),
    former: knownOf(isNew ? [] : book.formerValues(target)),
    days: new Set(days),
    words: new Map(),
    last: new Map(),
    kinds: new Set(records.map(({ kind }) => kind)),
  };
  for (const record of records)
    for (const { name, value } of wordsOf(record)) {
      if (!isSingle(name) && name !== 'URL') continue;
      const kind = `${record.kind} ${name}`;
      group.last.set(kind, Math.max(group.last.get(kind) ?? 0, record.entry));
      const file = `${record.entry} ${name}`;
      const there = group.words.get(file);
      if (there) there.add(normalForm(name, value));
      else group.words.set(file, new Set([normalForm(name, value)]));
    }
  return group;
}

export function wordsOf({ draft: { fn, n, properties }, kind }: Keyed): ImportedValue[] {
  const kinds = new Set([kind]);
  return [
    { name: 'FN', value: fn, kinds },
    { name: 'N', value: serialiseN(n), kinds },
    ...properties.map(({ name, value }) => ({ name, value, kinds })),
  ];
}

function settled(record: Keyed, entryName: string, groups: Groups, book: BookLookup): PlannedItem {
  const { draft } = record;
  const item = {
    entryName,
    line: draft.line,
    subject: 'contact',
    action: record.action,
    fn: draft.fn,
    detail: detailOf(record),
    changes: NO_CHANGES,
    issues: draft.issues,
    contact: draft,
  } as const;
  const { contactId, into } = record;
  // Most records are about somebody new, and there is nothing to compare.
  if (contactId === undefined && into === undefined) return item;
  const { changes, contradicts, isNews } = record.isOwner
    ? ownersNews(newsOf(record, groups, book))
    : newsOf(record, groups, book);
  const action = actionOf(record, contradicts, isNews);
  // Whether what is said elsewhere about this person goes to them or to the record hangs on it.
  record.action = action;
  record.isSure ||= contradicts;
  const found: PlannedItem = { ...item, action, changes };
  const who = contactId === undefined ? into && { intoItem: into.place } : { contactId };
  return action === 'review' && record.isSure ? { ...found, ...who, usual: 'join' } : { ...found, ...who };
}

/** An address book that calls the owner otherwise is not asked about, and does not rename them. */
function ownersNews(news: News): News {
  if (!news.contradicts) return news;
  const changes = news.changes.filter(({ name }) => name !== 'FN' && name !== 'N');
  return { changes, contradicts: false, isNews: changes.length > 0 };
}

function detailOf({ title, org }: Keyed): string {
  if (title === '') return org;
  return org === '' ? title : `${title} · ${org}`;
}

/** A match with nothing new to say is `same`; one that contradicts what others say is asked about. */
function actionOf(record: Keyed, contradicts: boolean, isNews: boolean): ItemAction {
  if (record.action !== 'update') return record.action;
  if (contradicts) return 'review';
  return isNews ? 'update' : 'same';
}

interface News extends Changes {
  readonly isNews: boolean;
}
const NO_NEWS: News = { changes: NO_CHANGES, contradicts: false, isNews: false };

function newsOf(record: Keyed, groups: Groups, book: BookLookup): News {
  const { contactId, draft } = record;
  if (record.twin !== undefined || record.isCovered) return NO_NEWS;
  const target = targetOf(record);
  const group = target === undefined ? undefined : groups.get(target);
  if (group !== undefined) return newsInGroup(record, group);
  const isSure = record.action === 'update';
  const { changes, contradicts } = isSaidAgain(record, book) ? NO_NEWS : wordNews(record, isSure, book);
  // What a record would change of somebody it may not be about contradicts nobody.
  if (!isSure || contactId === undefined) return { changes, contradicts: false, isNews: false };
  const day = draft.connectedOn;
  const isNews = changes.length > 0 || (day !== undefined && !book.connectedOn(contactId).includes(day));
  return { changes, contradicts, isNews };
}

/** Imports say of the person exactly this, in this order: nearly every record of a file that comes again. */
function isSaidAgain({ contactId, draft }: Keyed, book: BookLookup): boolean {
  const text = contactId === undefined ? undefined : book.importedText?.(contactId);
  return text !== undefined && text === textSaid(draft);
}

function wordNews({ contactId, into, draft, kind }: Keyed, isSure: boolean, book: BookLookup): Changes {
  const known = contactId === undefined ? (into ? wordsOf(into) : []) : book.importedValues(contactId);
  return saysNothingNew(draft, known)
    ? NO_NEWS
    : changesOf({ draft, kind, replaces: isSure }, knownOf(known));
}

/** Files of a kind have the last word in their order, and what an earlier record adds is known to the next. */
function newsInGroup({ draft, kind, entry, action }: Keyed, group: Group): News {
  const replaces = action === 'update';
  const says = (file: number | undefined, name: PropertyName, form: string) =>
    file !== undefined && group.words.get(`${file} ${name}`)?.has(form) === true;
  const isOvertaken = (name: PropertyName, form: string) => {
    const last = group.last.get(`${kind} ${name}`) ?? entry;
    return (
      last > entry && !says(last, name, form) && group.former.groups.get(name)?.normals.has(form) === true
    );
  };
  const isStanding = (name: PropertyName, form: string) =>
    says(entry, name, form) ||
    [...group.kinds].some((other) => other !== kind && says(group.last.get(`${other} ${name}`), name, form));
  const found = changesOf({ draft, kind, replaces, isOvertaken, isStanding }, group.known);
  rememberChanges(group.known, found.changes, kind);
  const day = draft.connectedOn;
  const isNewDay = day !== undefined && !group.days.has(day);
  if (day !== undefined) group.days.add(day);
  return { ...found, isNews: found.changes.length > 0 || isNewDay };
}
