// The whole book compared with itself: blocking, comparing, learning, judging – and one edit compared with the book.
import { ContactId } from '#core/contacts/model.ts';
import { FIELD_COUNT, MISSING, patternOf, SAME } from './agreement.ts';
import type { Comparison } from './agreement.ts';
import { blockingKeys } from './blocking.ts';
import { addToBlocks, blockMates, MOST_RECORDS } from './blocks.ts';
import { compareAll } from './compare-all.ts';
import type { Linkage, LinkageProgress } from './compare-all.ts';
import { compareRecords } from './compare-records.ts';
import { count, isRareHere } from './frequencies.ts';
import type { DuplicatePair, LinkageRecord } from './model.ts';
import { prepare } from './prepared.ts';
import { reasonsFor } from './reasons.ts';
import { fieldWeights, isHopeless, scoreOf } from './scoring.ts';
import type { Scored } from './scoring.ts';

export type { Linkage };

/**
 * Compares everybody with everybody worth comparing and learns the match weights from this very book. Pauses (yields) every
 * millisecond or so, so that whoever runs it can do something else; `done` of `total` records. Deterministic.
 */
export function* buildLinkage(records: readonly LinkageRecord[]): Generator<LinkageProgress, Linkage> {
  const { linkage, candidates } = yield* compareAll(records);
  for (let at = 0; at < candidates.size; at++) {
    judge(linkage, candidates.a[at]!, candidates.b[at]!, candidates.patterns[at]!);
    if ((at & 4095) === 0) yield { done: records.length, total: records.length };
  }
  return linkage;
}

function judge(linkage: Linkage, a: number, b: number, pattern: number): void {
  const { prepared, comparing, frequency, scale, suggested } = linkage;
  const scored = scoreOf(prepared[a]!, prepared[b]!, { comparing, frequency, scale, pattern });
  if (scored === undefined) return;
  suggest(suggested, a, b, scored);
  suggest(suggested, b, a, scored);
}

function suggest(suggested: Linkage['suggested'], from: number, to: number, scored: Scored): void {
  const known = suggested.get(from);
  if (known === undefined) suggested.set(from, new Map([[to, scored]]));
  else known.set(to, scored);
}

/** Replaces or adds `changed` and takes `removed` out; only what shares a blocking key with them is compared again. */
export function updateLinkage(
  linkage: Linkage,
  changed: readonly LinkageRecord[],
  removed: readonly number[],
): void {
  for (const id of removed) forget(linkage, id);
  for (const record of changed) forget(linkage, record.id);
  const comparison = new Uint8Array(FIELD_COUNT);
  for (const record of changed) {
    const { records, prepared, slotOf, comparing, frequency, blocks } = linkage;
    const slot = records.length;
    if (slot >= MOST_RECORDS) return;
    const one = prepare(record, comparing);
    const keys = blockingKeys(one, comparing);
    const mates = blockMates(blocks, keys);
    records.push(record);
    prepared.push(one);
    slotOf.set(record.id, slot);
    count(frequency, one, 1);
    for (const mate of mates) {
      if (slotOf.get(records[mate]!.id) !== mate) continue;
      compareRecords(prepared[mate]!, one, comparing, comparison);
      if (!isHopeless(comparison)) judge(linkage, mate, slot, patternOf(comparison));
    }
    addToBlocks(blocks, slot, keys);
  }
}

export interface LinkageChanges {
  readonly changed: readonly LinkageRecord[];
  /** Ids of those who are not there any more. */
  readonly removed: readonly number[];
}

/** What `records`, the whole book as it is now, say that the linkage does not know yet. Pauses (yields) now and then. */
export function* changesSince(
  { records: known, slotOf }: Linkage,
  records: readonly LinkageRecord[],
): Generator<void, LinkageChanges> {
  const changed: LinkageRecord[] = [];
  const there = new Set<number>();
  for (const [at, record] of records.entries()) {
    there.add(record.id);
    const slot = slotOf.get(record.id);
    if (slot === undefined || JSON.stringify(known[slot]) !== JSON.stringify(record)) changed.push(record);
    if (at % 1000 === 0) yield;
  }
  return { changed, removed: [...slotOf.keys()].filter((id) => !there.has(id)) };
}

function forget({ slotOf, suggested, frequency, prepared }: Linkage, id: number): void {
  const slot = slotOf.get(id);
  if (slot === undefined) return;
  slotOf.delete(id);
  count(frequency, prepared[slot]!, -1);
  for (const other of suggested.get(slot)?.keys() ?? []) suggested.get(other)?.delete(slot);
  suggested.delete(slot);
}

/** All suggested pairs, or those with one end in `ids`, each once, in the order of the people's ids. */
export function suggestedPairs(linkage: Linkage, ids?: readonly number[]): DuplicatePair[] {
  const slots =
    ids === undefined ? [...linkage.suggested.keys()] : ids.flatMap((id) => linkage.slotOf.get(id) ?? []);
  const asked = new Set(slots);
  const pairs: DuplicatePair[] = [];
  for (const slot of slots) {
    for (const [other, scored] of linkage.suggested.get(slot) ?? []) {
      if (!asked.has(other) || slot < other) pairs.push(toPair(linkage, slot, other, scored));
    }
  }
  return pairs.sort((x, y) => x.a - y.a || x.b - y.b);
}

function toPair(
  linkage: Linkage,
  slot: number,
  other: number,
  { kind, tier, weight }: Scored,
): DuplicatePair {
  const { records, prepared, comparing, frequency, scale } = linkage;
  const [a, b] = records[slot]!.id < records[other]!.id ? [slot, other] : [other, slot];
  const comparison: Comparison = new Uint8Array(FIELD_COUNT).fill(MISSING);
  const isSwapped = compareRecords(prepared[a]!, prepared[b]!, comparing, comparison);
  const weights = fieldWeights(prepared[a]!, prepared[b]!, { comparison, frequency, scale });
  const isRare = (field: number) =>
    comparison[field] === SAME && isRareHere(frequency, prepared[a]!, prepared[b]!, field);
  return {
    a: ContactId.parse(records[a]!.id),
    b: ContactId.parse(records[b]!.id),
    kind,
    tier,
    weight: Math.round(weight * 10) / 10,
    reasons: reasonsFor(records[a]!, records[b]!, { comparison, weights, isSwapped, isRare }),
  };
}
