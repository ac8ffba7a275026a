// Mailboxes whose lines end with CR alone, as mail programs of the old Mac wrote them, read as if with LF.
import { copyOfBytes } from '#core/shared/bytes.ts';

export interface LineEnds {
  /** The next piece of a file with its line ends as LF or CRLF; the same bytes where they are so already. */
  read(bytes: Uint8Array): Uint8Array;
  /** What was held back until more was known. */
  end(): Uint8Array;
}

const CR = 13;
const LF = 10;
const NONE = new Uint8Array(0);

const withLineFeeds = (bytes: Uint8Array) => bytes.map((byte) => (byte === CR ? LF : byte));

/** The first line end tells: a CR that no LF follows. The pieces may be cut anywhere. */
export function lineEnds(): LineEnds {
  let isMac: boolean | undefined;
  let held = NONE;

  const decide = (bytes: Uint8Array) => {
    const at = bytes.findIndex((byte) => byte === CR || byte === LF);
    if (at < 0) return;
    if (bytes[at] === LF) isMac = false;
    else if (at + 1 < bytes.length) isMac = bytes[at + 1] !== LF;
  };
  const joined = (bytes: Uint8Array) => {
    if (held.length === 0) return bytes;
    const whole = new Uint8Array(held.length + bytes.length);
    whole.set(held);
    whole.set(bytes, held.length);
    held = NONE;
    return whole;
  };
  return {
    read(piece) {
      if (isMac === false && held.length === 0) return piece;
      const bytes = joined(piece);
      if (isMac === undefined) decide(bytes);
      // A piece that ends with the very first CR waits for the next one.
      if (isMac === undefined && bytes.at(-1) === CR) {
        held = copyOfBytes(bytes, bytes.length - 1);
        return bytes.subarray(0, -1);
      }
      return isMac === true ? withLineFeeds(bytes) : bytes;
    },
    end: () => withLineFeeds(joined(NONE)),
  };
}
