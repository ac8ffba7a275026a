// What every format an import reads looks like to the pipeline: recognised by its content, then parsed as a whole.
import type { DateTime } from '#core/shared/dates.ts';
import type { Encoding } from '#core/formats/encodings.ts';
import type { ParsedEntry, Reading, SourceKind } from './model.ts';
import type { ColumnMapping } from './model.ts';
import type { Correspondence } from './sources/correspondence.ts';

/** One file of what was dropped. */
export interface Entry {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The whole text, decoded once, when first asked; formats that decode value by value never ask. */
  text(): string;
  /** Enough of the beginning to recognise it by, decoded (at least 4 096 bytes where there are as many). */
  readonly head: string;
}

/** What a parser may know besides the file. */
export interface ReadingContext {
  /** The moment of the import: what lies after it has not happened yet. */
  readonly now: DateTime;
  /** Keys (`emailKey`) of the mailboxes known to be the owner's. */
  readonly ownerEmails: ReadonlySet<string>;
  /** `fold`ed names of the owner. */
  readonly ownerNames: ReadonlySet<string>;
  /** ISO 3166-1 alpha-2, for telephone numbers written the national way. */
  readonly defaultRegion: string | undefined;
  /** The owner's own idea of how to read this entry. */
  readonly reading: Reading;
  /** All the mail of this import: letters are added to it, and who wrote to whom is asked when the last entry is read. */
  readonly correspondence?: Correspondence;
}

/** An entry that is of a format. */
export interface Recognised {
  readonly kind: SourceKind;
  /** What gave it away, in the file's own words: a header, a first line. */
  readonly because: string;
  /** For a table whose columns can be corrected. */
  readonly mapping?: ColumnMapping;
  /** How the text was decoded, for formats that decode by themselves. */
  readonly encoding?: Encoding;
  /** Reads all of it. Total: what is wrong becomes issues. */
  parse(context: ReadingContext): ParsedEntry;
}

export interface SourceFormat {
  /** The kinds it can answer; a reading that names one of them is asked of this format only. */
  readonly kinds: readonly SourceKind[];
  /** Undefined when the entry is something else. With a `reading` that names its kind it tries harder. */
  recognise(entry: Entry, reading: Reading): Recognised | undefined;
}
