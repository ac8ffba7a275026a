// One file of what was dropped, decoded no sooner and no further than somebody asks.
import { decodeText, type DecodedText } from '#core/formats/encoding.ts';
import type { Encoding } from '#core/formats/encodings.ts';
import type { Entry } from './source-format.ts';

/** Enough to find a header behind the longest preamble, or the first card after a page of junk. */
export const HEAD_BYTES = 65_536;

export type DecodingEntry = Entry & {
  /** How the text was decoded; undefined as long as nobody asked for it. */
  decoded(): DecodedText | undefined;
};

/** An entry whose text is decoded when a format asks for it, in the encoding chosen or the one recognised. */
export function entryOf(name: string, bytes: Uint8Array, encoding?: Encoding): DecodingEntry {
  let whole: DecodedText | undefined;
  const head = decodeText(bytes.subarray(0, HEAD_BYTES), encoding);
  const decode = () => (whole ??= bytes.length <= HEAD_BYTES ? head : decodeText(bytes, encoding));
  return { name, bytes, head: head.text, text: () => decode().text, decoded: () => whole };
}
