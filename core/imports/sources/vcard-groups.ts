// What the cards of one file say about each other: groups and their members, relatives by UID or by name.
import { emailKey, linkedInKey, telKey } from '#core/contacts/identity.ts';
import type { EvidenceDraft, Issue, PersonRef } from '../model.ts';
import { personRef } from './contact-builder.ts';
import { issue } from './table.ts';
import type { Related } from './vcard-building.ts';
import { type CardGroup, type OpenDraft, refOf } from './vcard-draft.ts';

/** Finds the people of a file by the keys other cards name them by. */
export interface FileIndex {
  readonly byKey: ReadonlyMap<string, readonly OpenDraft[]>;
}

const uidKey = (uid: string): string =>
  `uid:${uid
    .trim()
    .toLowerCase()
    .replace(/^urn:uuid:/, '')}`;

const KEYS: Readonly<Record<string, (value: string) => string | undefined>> = {
  UID: uidKey,
  EMAIL: (value) => {
    const key = emailKey(value);
    return key && `email:${key}`;
  },
  TEL: (value) => {
    const key = telKey(value);
    return key && `tel:${key}`;
  },
};

/** SECURITY: what more cards share names nobody. */
const MOST_SHARING = 50;

export function indexOf(contacts: readonly OpenDraft[]): FileIndex {
  const byKey = new Map<string, OpenDraft[]>();
  for (const draft of contacts) {
    for (const { name, value } of draft.properties) {
      const key = KEYS[name]?.(value);
      if (key === undefined) continue;
      const there = byKey.get(key);
      if (there === undefined) byKey.set(key, [draft]);
      else if (there.length < MOST_SHARING) there.push(draft);
    }
  }
  return { byKey };
}

/** The key a URI stands for: `mailto:` a mailbox, `tel:` a number, anything else a UID. */
function keyOfUri(uri: string): string | undefined {
  if (/^mailto:/i.test(uri)) return KEYS['EMAIL']?.(uri);
  return /^tel:/i.test(uri) ? KEYS['TEL']?.(uri) : uidKey(uri);
}

/** Members get the group's name as a category; a group of nobody in the file is an issue. */
export function joinGroups(groups: readonly CardGroup[], { byKey }: FileIndex): Issue[] {
  const issues: Issue[] = [];
  const tags = new Map<OpenDraft, Set<string>>();
  for (const { line, name, members } of groups) {
    const found = new Set([...new Set(members.map(keyOfUri))].flatMap((key) => byKey.get(key ?? '') ?? []));
    if (found.size === 0 || name === '') issues.push(issue(line, 'NOT_A_PERSON'));
    else for (const draft of found) addCategory(draft, name, tags);
  }
  return issues;
}

function addCategory(draft: OpenDraft, tag: string, tags: Map<OpenDraft, Set<string>>): void {
  const { properties } = draft;
  const known =
    tags.get(draft) ??
    new Set(properties.flatMap(({ name, value }) => (name === 'CATEGORIES' ? [value] : [])));
  tags.set(draft, known);
  if (known.has(tag)) return;
  known.add(tag);
  properties.push({ name: 'CATEGORIES', value: tag, type: '' });
}

/** Who a card's relatives are, as facts about two people: `person`'s spouse is `other`. */
export function evidenceFinder({ byKey }: FileIndex) {
  const refs = new Map<OpenDraft, PersonRef>();
  const refTo = (draft: OpenDraft): PersonRef => {
    const ref = refs.get(draft) ?? refOf(draft);
    refs.set(draft, ref);
    return ref;
  };
  return (draft: OpenDraft, related: readonly Related[]): EvidenceDraft[] => {
    const evidence: EvidenceDraft[] = [];
    for (const { line, value, text } of related) {
      const inFile = isUri(value) ? byKey.get(keyOfUri(value) ?? '')?.[0] : undefined;
      const other = inFile ? refTo(inFile) : named(value);
      if (other !== undefined && inFile !== draft)
        evidence.push({ line, kind: 'related', person: refTo(draft), other, text });
    }
    return evidence;
  };
}

const isUri = (value: string): boolean =>
  /^(?:urn|mailto|tel|uid|uuid):\S+$/i.test(value) || /^[\da-f-]{36}$/i.test(value);

/** More words are a sentence. */
const MOST_WORDS = 6;

/** Somebody who is not in the file: by a key, or by a name; not by an address of some page, nor by a whole sentence. */
function named(value: string): PersonRef | undefined {
  if (/^mailto:/i.test(value)) return personRef('', { email: value.slice(7) });
  if (/^tel:/i.test(value)) return personRef('', { tel: value.slice(4) });
  if (isUri(value)) return personRef('', { uid: value });
  if (linkedInKey(value) !== undefined) return personRef('', { url: value });
  const isName = value.length <= 100 && !/^[a-z][a-z0-9+.-]*:\S/i.test(value) && !/[\n@]/.test(value);
  if (isName) return value.split(/\s+/).length > MOST_WORDS ? undefined : personRef(value);
  return emailKey(value) === undefined ? undefined : personRef('', { email: value });
}
