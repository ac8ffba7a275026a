// What was dropped – an archive, an unpacked folder, lone files – as named entries, one after the other, with hostile
// archives kept out. Parsers in core/ never see an archive; names are labels for the report and never become paths.
import {
  ARCHIVE_LIMITS,
  ArchiveError,
  type ArchiveLimits,
  Budget,
  type Unreadable,
} from './archive-limits.ts';
import { isDocumentZip } from '#core/imports/other-files.ts';
import { DamagedEntry, type Dropped, type DroppedEntry, type DroppedFile, fileInMemory } from './dropped.ts';
import {
  beginsLikeOurs,
  HEAD_BYTES,
  isBinary,
  isDropping,
  isMailbox,
  isUnsafe,
  labelOf,
  nameClass,
  reportOf,
  setAside,
} from './entry-names.ts';
import { gunzipped, isGzip, withoutGz } from './gzip-reader.ts';
import type { Packed } from './packed.ts';
import { Pieces } from './pieces.ts';
import { isTar, tarMembers } from './tar-reader.ts';
import { isZip, zipMembers } from './zip-reader.ts';

export { ARCHIVE_LIMITS, ArchiveError } from './archive-limits.ts';

/** What has become known about all that was dropped. */
interface Walk {
  readonly budget: Budget;
  encrypted: number;
  /** The first archive that turned out damaged. */
  broken: string | undefined;
}

/** Where a member lies. */
interface Place {
  readonly folder: string;
  /** 0 for what was dropped itself and for what lies in it; archives inside archives are opened one level deep. */
  readonly depth: number;
  /** Alone it is tried whatever its name is; among others the name sorts it out. */
  readonly alone: boolean;
}

/**
 * Unpacks what was dropped, one entry at a time: hold on to none and it needs no more memory than the largest. What is
 * a zip, a tar or gzip is decided by content, not by name; an archive inside an archive (`.zip.zip`) is opened one
 * level deep. Names that climb (`../`), start at a root or a drive, or hold a NUL are refused one by one; folders,
 * `__MACOSX/` and `.DS_Store` are passed over; what cannot hold contacts, by its name or its first bytes, is reported
 * without being unpacked. Of files larger than ARCHIVE_LIMITS.entryBytes only mailboxes are read, as streams.
 * Throws ArchiveError when nothing can be made of it at all, or as soon as a limit is broken.
 */
export async function* openDropped(
  files: readonly DroppedFile[],
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): AsyncGenerator<Dropped> {
  const packed = files.reduce((sum, { size }) => sum + size, 0);
  if (packed === 0) throw new ArchiveError('empty', files[0]?.name ?? '');
  const walk: Walk = { budget: new Budget(limits, packed), encrypted: 0, broken: undefined };
  const seen: Seen = { entries: 0, reports: 0, tooLarge: undefined };
  for (const file of files) {
    for await (const dropped of everythingIn(file, files.length === 1, walk)) {
      note(dropped, seen);
      yield dropped;
    }
  }
  const nothing = whyNothing(seen, walk);
  if (nothing !== undefined)
    throw new ArchiveError(nothing, seen.tooLarge ?? walk.broken ?? files[0]?.name ?? '');
}

/** What has been handed over so far. */
interface Seen {
  entries: number;
  reports: number;
  tooLarge: string | undefined;
}

function note({ entry, report }: Dropped, seen: Seen): void {
  if (entry) seen.entries += 1;
  else seen.reports += 1;
  if (report?.verdict === 'too_large') seen.tooLarge ??= report.entryName;
}

/** Why there was nothing to read: it needs a password, is damaged, too large for us, or is not there. */
function whyNothing({ entries, reports, tooLarge }: Seen, walk: Walk): Unreadable | undefined {
  if (entries > 0) return undefined;
  if (walk.encrypted > 0) return 'encrypted_zip';
  if (walk.broken !== undefined) return 'broken_zip';
  if (tooLarge !== undefined) return 'too_large';
  return reports === 0 ? 'empty' : undefined;
}

type Container = 'zip' | 'tar' | 'gzip';

function containerOf(head: Uint8Array): Container | undefined {
  if (isZip(head)) return 'zip';
  if (isGzip(head)) return 'gzip';
  return isTar(head) ? 'tar' : undefined;
}

/** One dropped file: an archive, or a member by itself. */
async function* everythingIn(file: DroppedFile, alone: boolean, walk: Walk): AsyncGenerator<Dropped> {
  const name = labelOf(file.name);
  const head = file.read(0, HEAD_BYTES);
  const container = containerOf(head);
  const isNamedSo = nameClass(name) === 'later' || nameClass(name) === 'media';
  // Spreadsheets are zips as well, but not ones that anybody packed.
  if (container && (isNamedSo || isDocumentZip(name, head))) yield { report: setAside(name, head) };
  else if (container) yield* membersIn(container, file, { folder: '', depth: 0, alone }, walk);
  else yield* member(packedAs(file, name), { folder: '', depth: 0, alone }, walk);
}

const packedAs = (file: DroppedFile, name: string): Packed => ({
  name,
  isFolder: false,
  size: file.size,
  needsPassword: false,
  canUnpack: true,
  open: () => inTurn(file.chunks()),
});

async function* inTurn(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** The members of an archive; damage in its own structure costs what comes after, and is reported. */
async function* membersIn(
  container: Container,
  file: DroppedFile,
  place: Place,
  walk: Walk,
): AsyncGenerator<Dropped> {
  try {
    if (container === 'gzip') yield* unzipped(file, place, walk);
    else {
      const inside = { ...place, alone: false };
      const members =
        container === 'zip' ? zipMembers(file, walk.budget) : tarMembers(inTurn(file.chunks()), file.name);
      for await (const packed of members) yield* member(packed, inside, walk);
    }
  } catch (error) {
    const isBroken = error instanceof DamagedEntry || isBrokenArchive(error);
    if (!isBroken) throw error;
    walk.broken ??= error.message;
    yield { report: reportOf(file.name, 'unreadable') };
  }
}

const isBrokenArchive = (error: unknown): error is ArchiveError =>
  error instanceof ArchiveError && error.why === 'broken_zip';

/** A gzip holds a tar or a single file; which, its first bytes tell. */
async function* unzipped(file: DroppedFile, place: Place, walk: Walk): AsyncGenerator<Dropped> {
  const pieces = new Pieces(gunzipped(file, walk.budget));
  try {
    if (isTar(await pieces.head(HEAD_BYTES))) {
      const inside = { ...place, alone: false };
      for await (const packed of tarMembers(pieces.rest(), file.name)) yield* member(packed, inside, walk);
      return;
    }
    // The archive's own name is the label here: there is no folder to put it in.
    const single: Packed = {
      name: withoutGz(labelOf(file.name)),
      isFolder: false,
      size: 0,
      needsPassword: false,
      canUnpack: true,
      open: () => pieces.rest(),
    };
    yield* member(single, { ...place, folder: '' }, walk);
  } finally {
    await pieces.end();
  }
}

/** One member: left alone, opened as an archive, or handed over to be read. */
async function* member(packed: Packed, place: Place, walk: Walk): AsyncGenerator<Dropped> {
  const name = labelOf(place.folder + packed.name);
  walk.budget.countEntry(name);
  if (packed.isFolder || isDropping(packed.name)) return;
  const refused = refusal(packed, place, walk);
  if (refused) {
    yield { report: { ...refused, entryName: name } };
    return;
  }
  const pieces = new Pieces(counted(packed, name, walk.budget));
  try {
    const head = await pieces.head(HEAD_BYTES);
    const container = containerOf(head);
    if (container && !isDocumentZip(name, head))
      yield* inner(container, { packed, name, pieces }, place, walk);
    else yield await judged({ packed, name, pieces, head }, place, walk);
  } catch (error) {
    // Half a table would look like people who were removed.
    if (!(error instanceof DamagedEntry)) throw error;
    yield { report: reportOf(name, 'unreadable') };
  } finally {
    await pieces.end();
  }
}

/** Why a member is not even looked into. */
function refusal(packed: Packed, { alone }: Place, walk: Walk) {
  const { name, size, packedSize } = packed;
  if (isUnsafe(name)) return reportOf(name, 'unsafe_name');
  const says = alone ? 'read' : nameClass(name);
  if (says === 'later' || says === 'media') return setAside(name);
  if (packed.needsPassword) walk.encrypted += 1;
  if (!packed.canUnpack) return reportOf(name, 'unreadable');
  if (packedSize !== undefined) walk.budget.checkRatio(size, packedSize, name);
  return undefined;
}

/** What comes out of a compressed member, counted; what was dropped as it is has been counted when it was sent. */
async function* counted(packed: Packed, name: string, budget: Budget): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const bytes of packed.open()) {
    length += bytes.length;
    if (packed.packedSize !== undefined) {
      // SECURITY: the ratio is of what really came out.
      budget.checkRatio(length, packed.packedSize, name);
      budget.countBytes(bytes.length, name);
    }
    yield bytes;
  }
}

/** A member that is being looked at. */
interface Opened {
  readonly packed: Packed;
  readonly name: string;
  readonly pieces: Pieces;
}

/** An archive inside what was dropped. A broken one beside good files costs only itself; a bomb costs everything. */
async function* inner(
  container: Container,
  { packed, name, pieces }: Opened,
  place: Place,
  walk: Walk,
): AsyncGenerator<Dropped> {
  const { entryBytes } = walk.budget.limits;
  if (place.depth > 0) {
    yield { report: setAside(name) };
    return;
  }
  const asItLies = await packed.file?.();
  const bytes = asItLies ? undefined : await pieces.gather(entryBytes, packed.size);
  const file = asItLies ?? (bytes && fileInMemory(name, bytes));
  if (file === undefined) yield { report: reportOf(name, 'too_large') };
  else {
    const inside = { folder: `${name}/`, depth: place.depth + 1, alone: false };
    yield* membersIn(container, { ...file, name }, inside, walk);
  }
}

/** A member that is no archive, by its first bytes and its size. */
async function judged(
  { packed, name, pieces, head }: Opened & { readonly head: Uint8Array },
  { alone }: Place,
  walk: Walk,
): Promise<Dropped> {
  const isStrange = !alone && nameClass(packed.name) === 'look' && !beginsLikeOurs(head);
  if (isBinary(head) || isStrange) {
    if (alone && /\.zip$/i.test(name)) walk.broken ??= name;
    return { report: setAside(name, head) };
  }
  const { heldBytes, entryBytes } = walk.budget.limits;
  const isLetters = isMailbox(packed.name, head);
  const most = isLetters ? Math.min(heldBytes, entryBytes) : entryBytes;
  const bytes = packed.size > most ? undefined : await heldBytesOf(pieces, most, { packed, isLetters });
  if (bytes) return { entry: heldEntry(name, head, bytes) };
  if (!isLetters) return { report: reportOf(name, 'too_large') };
  return { entry: { name, size: packed.size, head, chunks: () => pieces.rest() } };
}

/** All of a member, unless it is larger; undefined as well for a damaged mailbox, which is read as far as it goes. */
async function heldBytesOf(
  pieces: Pieces,
  most: number,
  { packed, isLetters }: { packed: Packed; isLetters: boolean },
): Promise<Uint8Array | undefined> {
  try {
    return await pieces.gather(most, packed.size);
  } catch (error) {
    // The letters before the damage are good, and no list of whom somebody knows.
    if (error instanceof DamagedEntry && isLetters) return undefined;
    throw error;
  }
}

const heldEntry = (name: string, head: Uint8Array, bytes: Uint8Array): DroppedEntry => ({
  name,
  size: bytes.length,
  head,
  bytes,
  chunks: () => inTurn([bytes]),
});
