// A `PHOTO` value as bytes the page can show. Pictures on the web are never loaded.

const DATA_URI = /^data:(image\/(?:png|jpeg|webp|gif));base64,/i;

/** Larger than any portrait a book takes; more would only make the list slow. */
const MOST_CHARACTERS = 4_000_000;

/**
 * The picture in a `data:` URI (RFC 2397), or undefined for an address on the web, another kind of data, or damaged
 * base64. SECURITY: only the four raster kinds that cannot hold a script; an SVG is text with links in it.
 */
export function pictureOf(value: string): Blob | undefined {
  if (value.length > MOST_CHARACTERS) return undefined;
  const match = DATA_URI.exec(value);
  if (match === null) return undefined;
  try {
    const letters = atob(value.slice(match[0].length));
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
    return new Blob([bytes], { type: (match[1] ?? '').toLowerCase() });
  } catch {
    // `atob` throws at anything that is no base64.
    return undefined;
  }
}
