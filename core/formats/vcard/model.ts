// A vCard as it stands in a file: properties in their order, values still written the way the file writes them.
import type { Encoding } from '#core/formats/encodings.ts';
import type { Issue } from '#core/imports/model.ts';

/** Parameters of a property (RFC 6350 §5), names upper case, values without quotes and RFC 6868 carets. */
export type VCardParameters = Readonly<Record<string, readonly string[]>>;

export interface VCardProperty {
  /** 1-based physical line the property starts on. */
  readonly line: number;
  /** `item1` of `item1.EMAIL`, as written; empty without one. */
  readonly group: string;
  /** Upper case. */
  readonly name: string;
  readonly parameters: VCardParameters;
  /**
   * Unfolded and in Unicode; quoted-printable is undone, base64 stays base64, without white space. The backslash
   * escapes of the format are still in it, so that it can be written out again as it is.
   */
  readonly value: string;
  /** The card that stands inside an AGENT (vCard 2.1 and 3.0). */
  readonly nested?: VCard;
}

export interface VCard {
  /** 1-based physical line of its BEGIN. */
  readonly line: number;
  /** As written: `2.1`, `3.0`, `4.0`; empty where the card does not say. */
  readonly version: string;
  /** All but BEGIN, END and VERSION. */
  readonly properties: readonly VCardProperty[];
  readonly issues: readonly Issue[];
}

export interface VCardFile {
  readonly cards: readonly VCard[];
  /** What is wrong outside the cards. */
  readonly issues: readonly Issue[];
  /** How the file is written; `windows-1252` stands for every code page, which cards may choose one by one. */
  readonly encoding: Encoding;
}

export interface VCardOptions {
  /** Reads the file in this encoding, whatever its bytes look like. */
  readonly encoding?: Encoding | undefined;
  /** More than these are left out, with an issue. */
  readonly maxCards?: number;
}

/** No parameters at all, as most lines have them. */
export const NO_PARAMETERS: VCardParameters = Object.freeze({});
