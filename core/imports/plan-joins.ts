// Who a record is among the people of its own batch: the same archive names many of them in several files.
import { compareNames } from '#core/contacts/names/compare.ts';
import type { SourceKind } from './model.ts';
import { isNameless } from './plan-claims.ts';
import { nameOf, orgOf } from './plan-keys.ts';
import type { BatchIndex, Keyed, RecordKey } from './plan-keys.ts';

/** Another record of the batch that has a key in common; `agrees` when nothing speaks against the two being one person. */
export interface Kin {
  readonly record: Keyed;
  readonly agrees: boolean;
}

/** Whether the person whom a record is about has another profile than this record. */
export type IsOther = (record: Keyed, other: Keyed) => boolean;

/** A record decided before this one with which it shares a profile, a mailbox, a card or a telephone nobody else has. */
export function kinOf(record: Keyed, index: BatchIndex, isOther: IsOther): Kin | undefined {
  // One file of connections has every profile once.
  const hasProfiles = index.isMany || record.kind !== 'linkedin-connections';
  if (record.url !== undefined && hasProfiles) {
    const [same] = before(record, 'url', record.url, index);
    if (same) return { record: same, agrees: true };
  }
  let doubtful: Keyed | undefined;
  for (const email of record.emails) {
    const holders = before(record, 'email', email, index);
    const same = holders.find((other) => agrees(record, other, isOther));
    if (same) return { record: same, agrees: true };
    // Two people of one file who share a mailbox are two people: the file says so.
    doubtful ??= holders.find(({ entry }) => entry !== record.entry);
  }
  const same = cardOrTelephone(record, index, isOther);
  if (same) return { record: same, agrees: true };
  return doubtful && { record: doubtful, agrees: false };
}

function cardOrTelephone(record: Keyed, index: BatchIndex, isOther: IsOther): Keyed | undefined {
  const { uid, tels } = record;
  if (uid !== undefined) {
    const same = before(record, 'uid', uid, index).find((other) => agrees(record, other, isOther));
    if (same) return same;
  }
  for (const tel of tels) {
    if (index.isSharedTel(tel)) continue;
    const same = before(record, 'tel', tel, index).find((other) => agrees(record, other, isOther));
    if (same) return same;
  }
  return undefined;
}

/** The records with this key that are decided already. */
function before(record: Keyed, kind: RecordKey, key: string, index: BatchIndex): readonly Keyed[] {
  const holders = index.withKey(kind, key);
  return holders.length === 1 && holders[0] === record
    ? NOBODY
    : holders.filter(({ isDecided }) => isDecided);
}
const NOBODY: readonly Keyed[] = [];

function agrees(record: Keyed, other: Keyed, isOther: IsOther): boolean {
  if (isOther(record, other)) return false;
  if (isNameless(record) || isNameless(other)) return true;
  return compareNames(record.draft.n, other.draft.n).given !== 'different';
}

/** So many records of one name are looked at. */
const MOST_NAMESAKES = 64;

/**
 * The address book of an archive has no profiles: there a name together with the company tells who of the connections it
 * is, and a name alone where it comes once in both files. `agrees` is false when somebody of that name is there and
 * neither holds. Only asked of records without a match by key.
 */
export function archiveKin(record: Keyed, index: BatchIndex): Kin | undefined {
  const kind = acrossFrom(record.kind);
  if (kind === undefined || !index.isMany || nameOf(record) === '') return undefined;
  const namesakes = index.withName(nameOf(record)).slice(0, MOST_NAMESAKES);
  const across = namesakes.filter((other) => other.kind === kind);
  const decided = across.find(({ isDecided }) => isDecided);
  if (decided === undefined) return undefined;
  const isColleague = (other: Keyed) => orgOf(record) !== '' && orgOf(other) === orgOf(record);
  const own = namesakes.filter((other) => other.kind === record.kind);
  const isKnownThere = across.some(isColleague);
  const [one, ...others] = isKnownThere ? across.filter(isColleague) : across;
  const rivals = isKnownThere ? own.filter(isColleague) : own;
  return one?.isDecided === true && others.length === 0 && rivals.length === 1
    ? { record: one, agrees: true }
    : { record: decided, agrees: false };
}

/** The file of an archive that names the same people as another. */
function acrossFrom(kind: SourceKind): SourceKind | undefined {
  if (kind === 'linkedin-contacts') return 'linkedin-connections';
  return kind === 'linkedin-connections' ? 'linkedin-contacts' : undefined;
}
