// How the book keeps a plan: some hundreds of records to a row, each as short as it can be written and read back.
import type { Parameters, PropertyName } from '#core/contacts/model.ts';
import { serialiseN } from '#core/contacts/structured-name.ts';
import type {
  ContactDraft,
  DraftProperty,
  FieldChange,
  ImportItem,
  Issue,
  ItemChoice,
  OwnerDraft,
} from '#core/imports/model.ts';
import type {
  PlannedEvent,
  PlannedEvidence,
  PlannedInvitation,
  PlannedItem,
  PlannedDiary,
  PlannedLetter,
} from '#core/imports/planned.ts';

/** One value somebody is said to have; what is empty at the end is left out. */
export type KeptValue = readonly [name: PropertyName, value: string, type?: string, parameters?: Parameters];

/** One change of a value, likewise. */
export type KeptChange = readonly [
  name: PropertyName,
  before: string,
  after: string,
  type?: string,
  parameters?: Parameters,
];

/** One record with all that the preview shows of it and apply does with it; what is empty is left out. */
export interface KeptItem {
  /** Its place in the plan, 0-based. */
  readonly at: number;
  /** Which of the batch's entries it is from; by name where the batch reports no such entry. */
  readonly entry: number | string;
  readonly line: number;
  readonly fn: string;
  readonly detail?: string;
  readonly id?: number;
  /** The place of the record that makes the person whom this one adds to. */
  readonly into?: number;
  /** What is done with it unless the owner says otherwise, where that is not what is usual of its tab. */
  readonly usual?: ItemChoice;
  readonly changes?: readonly KeptChange[];
  readonly issues?: readonly Issue[];
  /** All that is said about somebody new, FN and N first. */
  readonly says?: readonly KeptValue[];
  /** The day on which the owner and the person became connections. */
  readonly on?: string;
  readonly invitation?: PlannedInvitation;
  readonly event?: PlannedEvent;
  readonly evidence?: PlannedEvidence;
  readonly letter?: PlannedLetter;
  readonly diary?: PlannedDiary;
}

/** One row of `import_plan`, but for the batch it belongs to. */
export interface KeptPiece {
  readonly subject: ImportItem['subject'];
  readonly action: ImportItem['action'];
  readonly records: number;
  readonly first: number;
  readonly last: number;
  /** KeptItem[] as JSON. */
  readonly items: string;
}

/** Records to a row: few enough that a page of the preview reads one or two, many enough that rows cost nothing. */
const RECORDS = 500;
/** Photographs make a record a thousand times as long. */
const CHARACTERS = 2_000_000;

/**
 * Lays a plan out as rows whose records are about one subject and of one action, in the order of the plan. Rows of
 * different kinds may reach over each other; of one kind they do not. `picture` answers what a PHOTO's value stands for.
 */
export function* inPieces(
  planned: readonly PlannedItem[],
  entryNames: readonly string[],
  picture: PictureOf = asItIs,
): Generator<KeptPiece> {
  const entries = new Map(entryNames.map((name, at) => [name, at]));
  const open = new Map<string, OpenPiece>();
  for (const [at, item] of planned.entries()) {
    const kind = `${item.subject} ${item.action}`;
    let piece = open.get(kind);
    if (piece === undefined) open.set(kind, (piece = openPiece(item, at)));
    const text = textOf(item, at, entries, picture);
    piece.texts.push(text);
    piece.characters += text.length;
    piece.last = at;
    if (piece.texts.length < RECORDS && piece.characters < CHARACTERS) continue;
    open.delete(kind);
    yield closed(piece);
  }
  for (const piece of open.values()) yield closed(piece);
}

export type PictureOf = (value: string) => string;
const asItIs: PictureOf = (value) => value;
/** Places of a batch's entries in its report, by name. */
type Entries = ReadonlyMap<string, number>;

/** As `JSON.stringify` has it. Of nearly every record somebody is made, and that is written straight away. */
function textOf(item: PlannedItem, at: number, entries: Entries, picture: PictureOf): string {
  const { contact, entryName, line, fn, detail } = item;
  if (contact === undefined || isMore(item))
    return JSON.stringify(withPictures(toKept(item, at, entries), picture));
  const says = textOfSaid(contact, picture);
  const entry = entries.get(entryName) ?? quoted(entryName);
  const about = detail === '' ? '' : `,"detail":${quoted(detail)}`;
  const day = contact.connectedOn;
  const on = day === undefined ? '' : `,"on":${quoted(day)}`;
  return `{"at":${at},"entry":${entry},"line":${line},"fn":${quoted(fn)}${about},"says":[${says}]${on}}`;
}

/** There is more to a record than somebody new. */
export const isMore = ({ action, changes, issues, contactId, intoItem, usual }: PlannedItem): boolean =>
  action !== 'create' ||
  changes.length + issues.length > 0 ||
  contactId !== undefined ||
  intoItem !== undefined ||
  usual !== undefined;

/** `KeptValue`s. */
function textOfSaid({ fn, n, properties }: Described, picture: PictureOf): string {
  let text = `["FN",${quoted(fn)}],["N",${quoted(serialiseN(n))}]`;
  for (const { name, value, type, parameters } of properties) {
    const said = quoted(name === 'PHOTO' ? picture(value) : value);
    text += `,[${quoted(name)},${said}`;
    if (parameters !== undefined) text += `,${quoted(type)},${JSON.stringify(parameters)}]`;
    else text += type === '' ? ']' : `,${quoted(type)}]`;
  }
  return text;
}

/** What JSON writes otherwise than it is: quotes, backslashes, control characters, halves of a surrogate pair. */
// oxlint-disable-next-line no-control-regex
const WRITTEN_OTHERWISE = /["\\\u0000-\u001f\ud800-\udfff]/;
const quoted = (text: string): string => (WRITTEN_OTHERWISE.test(text) ? JSON.stringify(text) : `"${text}"`);

/** With the pictures themselves, as they are stored; what a change replaces is still found by its key. */
function withPictures(item: KeptItem, picture: PictureOf): KeptItem {
  const { says, changes } = item;
  const isPhoto = ([name]: KeptValue | KeptChange) => name === 'PHOTO';
  if (says?.some(isPhoto) !== true && changes?.some(isPhoto) !== true) return item;
  const said = (value: KeptValue): KeptValue => {
    const [name, text, ...more] = value;
    return isPhoto(value) ? [name, picture(text), ...more] : value;
  };
  const changed = (change: KeptChange): KeptChange => {
    const [name, before, after, ...more] = change;
    return isPhoto(change) ? [name, before, picture(after), ...more] : change;
  };
  return {
    ...item,
    ...(says && { says: says.map(said) }),
    ...(changes && { changes: changes.map(changed) }),
  };
}

interface OpenPiece extends Pick<KeptPiece, 'subject' | 'action' | 'first'> {
  last: number;
  characters: number;
  readonly texts: string[];
}

const openPiece = ({ subject, action }: PlannedItem, at: number): OpenPiece => ({
  subject,
  action,
  first: at,
  last: at,
  characters: 0,
  texts: [],
});

const closed = ({ subject, action, first, last, texts }: OpenPiece): KeptPiece => ({
  subject,
  action,
  records: texts.length,
  first,
  last,
  items: `[${texts.join(',')}]`,
});

/** The rows' text read back. */
export const itemsIn = (text: string): KeptItem[] => JSON.parse(text) as KeptItem[]; // written by inPieces or migration 0003

function toKept(item: PlannedItem, at: number, entries: Entries): KeptItem {
  const { entryName, line, fn, detail, contactId, intoItem, usual, changes, issues, diary } = item;
  return {
    at,
    entry: entries.get(entryName) ?? entryName,
    line,
    fn,
    ...(detail !== '' && { detail }),
    ...(contactId !== undefined && { id: contactId }),
    ...(intoItem !== undefined && { into: intoItem }),
    ...(usual !== undefined && { usual }),
    ...(changes.length > 0 && { changes: changes.map(keptChange) }),
    ...(issues.length > 0 && { issues }),
    // The preview says it in words, whatever is done with it.
    ...(diary !== undefined && { diary }),
    // What is there already needs nothing to apply.
    ...(item.action !== 'same' && toApply(item)),
  };
}

function toApply(item: PlannedItem): Partial<KeptItem> {
  const { contact, invitation, event, evidence, letter } = item;
  const says = saidBy(item);
  return {
    ...(says !== undefined && { says }),
    ...(contact?.connectedOn !== undefined && { on: contact.connectedOn }),
    ...(invitation !== undefined && { invitation }),
    ...(event !== undefined && { event }),
    ...(evidence !== undefined && { evidence }),
    ...(letter !== undefined && { letter }),
  };
}

/** All that makes a person of a record; undefined where none is made. */
function saidBy({ action, contact, owner }: PlannedItem): KeptValue[] | undefined {
  if (action !== 'create' && action !== 'review') return undefined;
  if (contact !== undefined) return saidOf(contact);
  return owner === undefined ? undefined : saidOfOwner(owner);
}

type Described = Pick<ContactDraft, 'fn' | 'n' | 'properties'>;

function saidOf({ fn, n, properties }: Described): KeptValue[] {
  const says: KeptValue[] = [
    ['FN', fn],
    ['N', serialiseN(n)],
  ];
  for (const property of properties) says.push(keptValue(property));
  return says;
}

function saidOfOwner({ fn, n, url, headline, properties = [] }: OwnerDraft): KeptValue[] {
  const more = properties.filter(
    ({ name, value }) => !(name === 'URL' && value === url) && !(name === 'TITLE' && value === headline),
  );
  return saidOf({
    fn,
    n,
    properties: [
      ...(url === '' ? [] : [{ name: 'URL', value: url, type: 'linkedin' }]),
      ...(headline === undefined || headline === '' ? [] : [{ name: 'TITLE', value: headline, type: '' }]),
      ...more,
    ],
  });
}

const keptValue = ({ name, value, type, parameters }: DraftProperty): KeptValue => {
  if (parameters !== undefined) return [name, value, type, parameters];
  return type === '' ? [name, value] : [name, value, type];
};

const keptChange = ({ name, before, after, type, parameters }: FieldChange): KeptChange => {
  if (parameters !== undefined) return [name, before, after, type, parameters];
  return type === '' ? [name, before, after] : [name, before, after, type];
};

/**
 * True when applying the record adds to somebody rather than making somebody new; a record of the Conflicts tab does the
 * one or the other as the owner chooses.
 */
export const addsToSomebody = (
  { id, into }: Pick<KeptItem, 'id' | 'into'>,
  { action, choice }: { readonly action: ImportItem['action']; readonly choice: ItemChoice },
): boolean => (action === 'review' && choice !== 'join' ? false : (id ?? into) !== undefined);

/** What the preview lists of a record: what it changes of somebody, or all that is said about somebody new. */
export function changesShown(
  item: KeptItem,
  what: { readonly action: ImportItem['action']; readonly choice: ItemChoice },
): FieldChange[] {
  const { changes = [], says } = item;
  return says === undefined || addsToSomebody(item, what)
    ? changes.map(([name, before, after, ...more]) => shown(name, before, after, more))
    : says.map(([name, value, ...more]) => shown(name, '', value, more));
}

const shown = (
  name: PropertyName,
  before: string,
  after: string,
  [type = '', parameters]: readonly [type?: string, parameters?: Parameters],
): FieldChange => ({ name, before, after, type, ...(parameters !== undefined && { parameters }) });
