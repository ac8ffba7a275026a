// Address books as vCards (RFC 6350, RFC 2426, vCard 2.1) and jCards (RFC 7095): who is in them, and who is whose.
import { jCardMark, readJCards } from '#core/formats/vcard/jcard.ts';
import type { VCard } from '#core/formats/vcard/model.ts';
import { eachVCard } from '#core/formats/vcard/reader.ts';
import { type SourceText, sourceText } from '#core/formats/vcard/source-text.ts';
import type { EvidenceDraft, Issue, ParsedEntry, Reading, SourceKind } from '../model.ts';
import type { Entry, Recognised, SourceFormat } from '../source-format.ts';
import { issue } from './table.ts';
import type { Related } from './vcard-building.ts';
import { type CardGroup, type OpenDraft, readCard } from './vcard-draft.ts';
import { evidenceFinder, indexOf, joinGroups } from './vcard-groups.ts';

/** How much of a file may stand before its first card. */
const HEAD = 65_536;
const BEGIN = /^[ \t\ufeff]*(?:[\w-]{1,60}\.)?BEGIN[ \t]*:[ \t]*VCARD/im;

/** What all cards of a file give together. */
interface Collected {
  readonly contacts: OpenDraft[];
  readonly groups: CardGroup[];
  readonly related: { readonly draft: OpenDraft; readonly related: readonly Related[] }[];
  readonly issues: Issue[];
}

function takeCard(collected: Collected, card: VCard): void {
  const result = readCard(card);
  if (result.kind === 'contact') {
    collected.contacts.push(result.draft);
    if (result.related.length > 0) collected.related.push(result);
  } else if (result.kind === 'group') collected.groups.push(result.group);
  else collected.issues.push(...result.issues);
}

/** Reads cards as they come, then what they say about each other. */
function parsed(kind: SourceKind, read: (take: (card: VCard) => void) => readonly Issue[]): ParsedEntry {
  const collected: Collected = { contacts: [], groups: [], related: [], issues: [] };
  const outside = read((card) => takeCard(collected, card));
  const { contacts, groups, related, issues } = collected;
  const evidence: EvidenceDraft[] = [];
  if (groups.length > 0 || related.length > 0) {
    const index = indexOf(contacts);
    for (const found of joinGroups(groups, index)) issues.push(found);
    const evidenceOf = evidenceFinder(index);
    for (const card of related) for (const fact of evidenceOf(card.draft, card.related)) evidence.push(fact);
  }
  const isEmpty = contacts.length === 0 && groups.length === 0 && issues.length === 0 && outside.length === 0;
  return {
    kind,
    contacts,
    invitations: [],
    ...(evidence.length > 0 && { evidence }),
    issues: isEmpty ? [issue(0, 'NO_ROWS')] : [...outside, ...issues],
  };
}

/** Everything in a text of vCards. Total: what is wrong becomes issues. */
export const parseVCards = (source: SourceText): ParsedEntry =>
  parsed('vcard', (take) => eachVCard(source, {}, take));

/** Everything in a jCard document. Total: what is wrong becomes issues. */
export const parseJCards = (text: string): ParsedEntry =>
  parsed('jcard', (take) => {
    const { cards, issues } = readJCards(text);
    for (const card of cards) take(card);
    return issues;
  });

function recogniseJCard(entry: Entry, isChosen: boolean): Recognised | undefined {
  const because = jCardMark(isChosen ? entry.text() : entry.head);
  return because === undefined
    ? undefined
    : { kind: 'jcard', because, parse: () => parseJCards(entry.text()) };
}

/** Whether nothing but blanks stands before the card. */
const isFirst = (text: string, { index }: RegExpExecArray): boolean =>
  /^[\s\ufeff]*$/.test(text.slice(0, index));

function recogniseCards(
  entry: Entry,
  { kind, encoding }: Reading,
  isAnywhere: boolean,
): Recognised | undefined {
  const start = sourceText(entry.bytes.subarray(0, HEAD), encoding).text;
  const head = [entry.head, start].flatMap((text) => {
    const found = BEGIN.exec(text);
    return found && (isAnywhere || isFirst(text, found)) ? [found] : [];
  })[0];
  if (head === undefined && kind !== 'vcard') return undefined;
  const source = sourceText(entry.bytes, encoding);
  const mark = head ?? BEGIN.exec(source.text);
  if (mark === null) return undefined;
  const because = mark[0].trim();
  return { kind: 'vcard', because, encoding: source.encoding, parse: () => parseVCards(source) };
}

export const vcardFormat: SourceFormat = {
  kinds: ['vcard', 'jcard'],
  recognise(entry, reading) {
    const { kind } = reading;
    if (kind !== 'vcard') {
      const jcard = recogniseJCard(entry, kind === 'jcard');
      if (jcard || kind === 'jcard') return jcard;
    }
    return recogniseCards(entry, reading, false);
  },
};

/** Cards behind something else, in a file of which nobody knows better: any table may hold a card in one of its cells. */
export const vcardsWithinFormat: SourceFormat = {
  kinds: ['vcard'],
  recognise: (entry, reading) => recogniseCards(entry, reading, true),
};
