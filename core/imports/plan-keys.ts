// The records of a batch with their keys worked out once, and an index of them: who in it may be whom.
import { emailKey, linkedInKey, telKey } from '#core/contacts/identity.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { nameKey } from '#core/contacts/names.ts';
import { fold } from '#core/shared/fold.ts';
import type { ContactDraft, DraftProperty, ItemAction, SourceKind } from './model.ts';
import { isInPassing } from './plan-values.ts';
import type { PlannedEntry } from './planned.ts';

/** One record about a person: its keys, and once that is decided, who it is about. */
export interface Keyed {
  readonly draft: ContactDraft;
  readonly kind: SourceKind;
  /** Which of the batch's entries it is from, and its place among all items of the plan. */
  readonly entry: number;
  readonly place: number;
  readonly url: string | undefined;
  readonly emails: readonly string[];
  readonly tels: readonly string[];
  readonly uid: string | undefined;
  readonly org: string;
  readonly title: string;
  /** What `nameOf` and `orgOf` have worked out. */
  name: string | undefined;
  orgKey: string | undefined;
  /** The same record as this one: of the same file, which makes it a repetition, or of another file of the batch. */
  twin: Keyed | undefined;
  isDecided: boolean;
  action: ItemAction;
  /** For `update` and `same`: the person in the book. For `review`: who it may be. */
  contactId: ContactId | undefined;
  /** The same for a person whom another record of the batch makes. */
  into: Keyed | undefined;
  /** The person is certain, and only what is said of them is in question. */
  isSure: boolean;
  /** It is the owner's own card. */
  isOwner: boolean;
  /** Everything it says has been said before. */
  isCovered: boolean;
  /** Others that the record may just as well be: whoever needs this person more can have them. */
  options: readonly ContactId[] | undefined;
  /** The profile of the person it makes, which another record may have told. */
  profile: string | undefined;
  /** In which entry the person it makes has been found again. */
  foundIn: number;
}

/** `nameKey` of what the record calls the person. */
export const nameOf = (record: Keyed): string => (record.name ??= nameKey(record.draft.fn));
/** The folded company. */
export const orgOf = (record: Keyed): string => (record.orgKey ??= fold(record.org));

/** Whose card a record goes to, if it is one that this batch makes. */
export const rootOf = (record: Keyed): Keyed =>
  record.action !== 'review' && record.into !== undefined ? record.into : record;

const NONE: readonly string[] = [];
/** Fewer digits are an extension, a short code or half a number. */
const SHORTEST_TEL = 7;

function keyed(draft: ContactDraft, kind: SourceKind, entry: number, place: number): Keyed {
  const record: Writable<Keyed> = {
    draft,
    kind,
    entry,
    place,
    url: undefined,
    emails: NONE,
    tels: NONE,
    uid: undefined,
    org: '',
    title: '',
    name: undefined,
    orgKey: undefined,
    twin: undefined,
    isDecided: false,
    action: 'create',
    contactId: undefined,
    into: undefined,
    isSure: false,
    isOwner: false,
    isCovered: false,
    options: undefined,
    profile: undefined,
    foundIn: -1,
  };
  for (const property of draft.properties) readKey(record, property);
  record.profile = record.url;
  return record;
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

function readKey(record: Writable<Keyed>, { name, value }: DraftProperty): void {
  switch (name) {
    case 'URL':
      record.url ??= linkedInKey(value);
      return;
    case 'EMAIL':
      record.emails = withKey(record.emails, emailKey(value));
      return;
    case 'TEL':
      record.tels = withKey(record.tels, longEnough(telKey(value)));
      return;
    case 'UID':
      record.uid ??= value;
      return;
    case 'ORG':
      record.org ||= value;
      return;
    case 'TITLE':
      record.title ||= value;
      return;
    case 'X-ME':
      record.isOwner = !/^(?:0|false|no)?$/i.test(value);
  }
}

/** One card with thousands of numbers is asked for its first ones only: matching stays linear. */
const MOST_KEYS = 50;

const withKey = (keys: readonly string[], key: string | undefined): readonly string[] =>
  key === undefined || keys.length >= MOST_KEYS || keys.includes(key) ? keys : [...keys, key];

const longEnough = (key: string | undefined) =>
  key !== undefined && key.replace(/\D/g, '').length >= SHORTEST_TEL ? key : undefined;

/** A key's records in the order in which they are decided; nearly always one, which then needs no list. */
type Holders = Map<string, Keyed | Keyed[]>;

/** So many records with one key are looked at; more of them share it, and it tells nobody apart. */
const MOST_HOLDERS = 8;

function addHolder(holders: Holders, key: string, record: Keyed): void {
  const there = holders.get(key);
  if (there === undefined) holders.set(key, record);
  else if (!Array.isArray(there)) holders.set(key, [there, record]);
  else if (there.length < MOST_HOLDERS) there.push(record);
}

const NOBODY: readonly Keyed[] = [];
function holdersOf(holders: Holders, key: string): readonly Keyed[] {
  const there = holders.get(key);
  if (there === undefined) return NOBODY;
  return Array.isArray(there) ? there : [there];
}

export type RecordKey = 'url' | 'email' | 'tel' | 'uid';

/** All people of a batch. */
export interface BatchIndex {
  /** In the order of the items. */
  readonly records: readonly Keyed[];
  /** Whether the batch has more than one file with people. */
  readonly isMany: boolean;
  /** In the order in which they are decided: those who know people best first. */
  readonly inOrder: readonly Keyed[];
  /** The records with a key, the first few of them. */
  withKey(kind: RecordKey, key: string): readonly Keyed[];
  /** A telephone number that several records of one file have: a household's, a company's. */
  isSharedTel(key: string): boolean;
  /** Every record of a name. */
  withName(name: string): readonly Keyed[];
}

/** Connections first, because one row is one member; those who name people in passing last. */
const rankOf = (kind: SourceKind): number => {
  if (kind === 'linkedin-connections') return 0;
  return isInPassing(kind) ? 2 : 1;
};

/** Reads all entries once. Records that come twice have a `twin` and are under no key. */
export function batchIndex(entries: readonly PlannedEntry[]): BatchIndex {
  const records: Keyed[] = [];
  const perEntry: Keyed[][] = [];
  for (const [entry, { parsed }] of entries.entries()) {
    const own: Keyed[] = [];
    for (const draft of parsed.contacts) {
      const record = keyed(draft, parsed.kind, entry, records.length);
      records.push(record);
      own.push(record);
    }
    perEntry.push(own);
  }
  const ranks = entries.map(({ parsed }) => rankOf(parsed.kind));
  const order = [...perEntry.keys()].toSorted((a, b) => ranks[a]! - ranks[b]! || a - b);
  const isAsWritten = order.length === 1 && records.every(hasKey);
  return indexed(records, isAsWritten ? records : order.flatMap((at) => keysFirst(perEntry[at]!)));
}

const hasKey = ({ url, emails, uid }: Keyed): boolean =>
  url !== undefined || emails.length > 0 || uid !== undefined;

/** Whoever has a key takes their own place before somebody with nothing but a name can. */
const keysFirst = (records: readonly Keyed[]): readonly Keyed[] => [
  ...records.filter(hasKey),
  ...records.filter((record) => !hasKey(record)),
];

function indexed(records: readonly Keyed[], inOrder: readonly Keyed[]): BatchIndex {
  const holders: Readonly<Record<RecordKey, Holders>> = {
    url: new Map(),
    email: new Map(),
    tel: new Map(),
    uid: new Map(),
  };
  const sharedTels = new Set<string>();
  const repetitions = repetitionFinder();
  for (const record of inOrder) {
    const { url, kind } = record;
    // Of nearly every profile there is one row, so there is nothing to look through.
    const isNewMember = kind === 'linkedin-connections' && url !== undefined && !holders.url.has(url);
    if (!isNewMember) record.twin = repetitions(record, holders.url);
    if (record.twin !== undefined) continue;
    if (url !== undefined) addHolder(holders.url, url, record);
    if (record.emails.length + record.tels.length > 0 || record.uid !== undefined)
      addOtherKeys(record, holders, sharedTels);
    if (record.draft.ref !== undefined) addHolder(holders.uid, record.draft.ref, record);
  }
  let names: Map<string, Keyed[]> | undefined;
  return {
    records,
    inOrder,
    isMany: records.length > 0 && records[0]!.entry !== records.at(-1)!.entry,
    withKey: (kind, key) => holdersOf(holders[kind], key),
    isSharedTel: (key) => sharedTels.has(key),
    withName(name) {
      names ??= namesOf(inOrder);
      return names.get(name) ?? NOBODY;
    },
  };
}

function addOtherKeys(
  record: Keyed,
  holders: Readonly<Record<RecordKey, Holders>>,
  sharedTels: Set<string>,
): void {
  const { emails, tels, uid, entry } = record;
  for (const email of emails) addHolder(holders.email, email, record);
  for (const tel of tels) {
    if (holdersOf(holders.tel, tel).some((other) => other.entry === entry)) sharedTels.add(tel);
    addHolder(holders.tel, tel, record);
  }
  if (uid !== undefined) addHolder(holders.uid, uid, record);
}

function namesOf(records: readonly Keyed[]): Map<string, Keyed[]> {
  const names = new Map<string, Keyed[]>();
  for (const record of records) {
    if (record.twin !== undefined) continue;
    const there = names.get(nameOf(record));
    if (there) there.push(record);
    else names.set(nameOf(record), [record]);
  }
  return names;
}

/** Of a photograph or a long note the beginning and the length tell enough to look closer. */
const GLANCE = 60;

/**
 * Finds the earlier record that says the same: of a member a second row of the same profile, whatever it says, because
 * LinkedIn writes one row a member; of everything else a record that is equal to the last letter.
 */
function repetitionFinder() {
  const alike: Holders = new Map();
  return (record: Keyed, urls: Holders): Keyed | undefined => {
    if (record.kind === 'linkedin-connections' && record.url !== undefined) {
      return holdersOf(urls, record.url).find(
        ({ entry, kind }) => entry === record.entry && kind === record.kind,
      );
    }
    const glance = glanceOf(record);
    const found = holdersOf(alike, glance).find((other) => isEqual(record.draft, other.draft));
    if (found === undefined) addHolder(alike, glance, record);
    return found;
  };
}

function glanceOf({ kind, draft: { fn, properties, connectedOn } }: Keyed): string {
  let text = `${kind}\n${fn}\n${connectedOn ?? ''}`;
  for (const { name, value } of properties)
    text += `\n${name}:${value.length <= GLANCE ? value : `${value.slice(0, GLANCE)}…${value.length}`}`;
  return text;
}

function isEqual(a: ContactDraft, b: ContactDraft): boolean {
  return (
    a.fn === b.fn &&
    a.connectedOn === b.connectedOn &&
    a.n.family === b.n.family &&
    a.n.given === b.n.given &&
    a.properties.length === b.properties.length &&
    a.properties.every(({ name, value, type }, at) => {
      const other = b.properties[at]!;
      return name === other.name && value === other.value && type === other.type;
    })
  );
}
