// Pieces of bytes that are to be kept or changed.

/**
 * A copy of the bytes from `start` to `end`. `slice` is none where the bytes are Node's: a Buffer's shares its memory, so that
 * what was changed in the one is changed in the other.
 */
export const copyOfBytes = (bytes: Uint8Array, start = 0, end = bytes.length): Uint8Array<ArrayBuffer> =>
  new Uint8Array(bytes.subarray(start, end));
