// What the files say about two people: added up by pair and kind, and compared with what imports have said so far.
import type { PartialDate } from '#core/shared/dates.ts';
import type { EvidenceKind } from '#core/network/model.ts';
import { inverseWord } from '#core/network/relation.ts';
import type { EvidenceDraft, ItemAction } from './model.ts';
import type { OwnersKeys } from './plan-owner-keys.ts';
import { personKey } from './plan-people.ts';
import type { PeopleFinder } from './plan-people.ts';
import type { BookLookup, KnownEvidence, PersonAt, PlannedEntry, PlannedItem } from './planned.ts';

/** Of these it matters who says it of whom; all else is about two people alike. */
const DIRECTED: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>([
  'li_recommended',
  'related',
  'introduced_by',
  'vouched',
  'disowned',
]);

/** Sources of these have names without keys: there a name may tell who is meant. */
const BY_NAME: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>([
  'li_message_two_way',
  'li_connected',
  'li_mutual',
  'li_endorsed',
  'li_recommended',
  'group_chat',
  'chat_two_way',
  'related',
]);

/** Of these every word counts, of all others that of the newest. */
const LISTED: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>(['li_endorsed', 'related']);

interface Pair {
  readonly person: PersonAt;
  /** Absent: the owner. */
  readonly other?: PersonAt;
  /** The draft's fact read the other way round. */
  readonly isTurned: boolean;
  readonly fns: readonly [string, string];
}

/** What has come together about one pair. */
interface Sum {
  readonly entryName: string;
  readonly line: number;
  readonly kind: EvidenceKind;
  readonly pair: Pair;
  on: PartialDate | undefined;
  count: number | undefined;
  readonly texts: Set<string>;
  text: string;
  level: EvidenceDraft['level'] | undefined;
}

/** How many records of an entry name somebody whom nobody knows, and where the first of them is. */
export interface Strangers {
  count: number;
  line: number;
}

/** Counts one more of them. */
export function addStranger(strangers: Map<number, Strangers>, entry: number, line: number): void {
  const there = strangers.get(entry);
  if (there) there.count++;
  else strangers.set(entry, { count: 1, line });
}

/** The items of all evidence; whom nobody knows is counted in `strangers`. */
export function evidenceItems(
  entries: readonly PlannedEntry[],
  people: PeopleFinder,
  { book, owner }: { readonly book: BookLookup; readonly owner: OwnersKeys },
  strangers: Map<number, Strangers>,
): PlannedItem[] {
  const sums = new Map<string, Sum>();
  for (const [entry, { entryName, parsed }] of entries.entries()) {
    const isAnothers = owner.isAnothers && parsed.kind.startsWith('linkedin-');
    for (const draft of parsed.evidence ?? []) {
      const pair = pairOf(draft, entry, people);
      if (pair === 'stranger') addStranger(strangers, entry, draft.line);
      // What another member's archive says of its owner is not about ours.
      else if (pair !== undefined && !(isAnothers && pair.other === undefined))
        addUp(sums, entryName, draft, pair);
    }
  }
  return Array.from(sums.values(), (sum) => itemOf(sum, book));
}

/** Undefined where the owner or one and the same person stands on both sides. */
function pairOf(draft: EvidenceDraft, entry: number, people: PeopleFinder): Pair | 'stranger' | undefined {
  const byName = BY_NAME.has(draft.kind);
  const person = people.find(draft.person, entry, byName);
  const other = draft.other === undefined ? 'owner' : people.find(draft.other, entry, byName);
  if (person === undefined || other === undefined) return 'stranger';
  const fns = [draft.person.fn, draft.other?.fn ?? ''] as const;
  if (person === 'owner')
    return other === 'owner' ? undefined : { person: other, isTurned: true, fns: [fns[1], ''] };
  if (other === 'owner') return { person, isTurned: false, fns: [fns[0], ''] };
  if (personKey(person) === personKey(other)) return undefined;
  return !DIRECTED.has(draft.kind) && isBefore(other, person)
    ? { person: other, other: person, isTurned: true, fns: [fns[1], fns[0]] }
    : { person, other, isTurned: false, fns };
}

/** People of the book come first, then those of the batch in the order in which they are made. */
function isBefore(a: PersonAt, b: PersonAt): boolean {
  if ('contactId' in a) return !('contactId' in b) || a.contactId < b.contactId;
  return 'item' in b && a.item < b.item;
}

function addUp(sums: Map<string, Sum>, entryName: string, draft: EvidenceDraft, pair: Pair): void {
  const { kind, line, on, count, level } = draft;
  const text = pair.isTurned && kind === 'related' ? (inverseWord(draft.text) ?? draft.text) : draft.text;
  const key = `${kind} ${personKey(pair.person)} ${pair.other === undefined ? '' : personKey(pair.other)}`;
  const sum = sums.get(key);
  if (sum === undefined) {
    sums.set(key, { entryName, line, kind, pair, on, count, level, texts: new Set([text]), text });
    return;
  }
  if (count !== undefined) sum.count = (sum.count ?? 0) + count;
  sum.texts.add(text);
  if ((on ?? '') <= (sum.on ?? '')) return;
  sum.on = on;
  sum.text = text;
  sum.level = level;
}

/** As many words as are worth keeping. */
const MOST_TEXTS = 20;

function itemOf(
  { entryName, line, kind, pair, on, count = 1, level, texts, text }: Sum,
  book: BookLookup,
): PlannedItem {
  const { person, other, fns } = pair;
  const words = LISTED.has(kind) ? [...texts].filter(Boolean).slice(0, MOST_TEXTS).join(', ') : text;
  const known = knownOf(kind, person, other, book);
  return {
    entryName,
    line,
    subject: 'evidence',
    action: actionOf(known, { kind, on: on ?? '', count, text: words }),
    fn: fns[0],
    detail: [fns[1], words].filter(Boolean).join(' · '),
    ...('contactId' in person && { contactId: person.contactId }),
    changes: [],
    issues: [],
    evidence: {
      kind,
      person,
      ...(other && { other }),
      ...(on !== undefined && { on }),
      ...(level !== undefined && { level }),
      count,
      text: words,
    },
  };
}

function knownOf(
  kind: EvidenceKind,
  person: PersonAt,
  other: PersonAt | undefined,
  book: BookLookup,
): readonly KnownEvidence[] {
  if (!('contactId' in person) || (other && !('contactId' in other))) return [];
  // Since when the owner is connected with somebody is kept apart.
  if (kind === 'li_connected' && other === undefined)
    return book.connectedOn(person.contactId).map((on) => ({ kind, on, count: 1, text: '' }));
  return book.evidenceBetween(person.contactId, other?.contactId).filter((known) => known.kind === kind);
}

/** What is known already or is older than what is known changes nothing. */
function actionOf(known: readonly KnownEvidence[], said: KnownEvidence): ItemAction {
  if (known.length === 0) return 'create';
  const isKnown = known.some(
    ({ on, count, text }) => on > said.on || (on === said.on && count === said.count && text === said.text),
  );
  return isKnown ? 'same' : 'update';
}
