// Pictures in vCards: base64 of any version, data URIs, addresses.
import { unescaped } from '#core/formats/vcard/escapes.ts';
import type { VCardProperty } from '#core/formats/vcard/model.ts';
import { base64Bytes } from '#core/formats/vcard/quoted-printable.ts';
import { transferEncoding } from '#core/formats/vcard/values.ts';

/** Bytes of a picture the book takes. */
export const LARGEST_PHOTO = 2 * 1024 * 1024;
const LONGEST_ADDRESS = 2000;

const DATA = /^data:([\w.+/-]*)[^,]{0,100}base64\\?,/i;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const ADDRESS = /^[a-z][a-z0-9+.-]*:\S+$/i;

/**
 * The PHOTO of a draft: a `data:` URI (RFC 2397) when the bytes are a PNG, JPEG, GIF or WebP by their beginning,
 * whatever the card calls them, and of 2 MiB at most; an address as it is, which nobody ever opens. Undefined for
 * everything else. A card that forgets to say that a value is base64 is read as if it had.
 */
export function photoValue({ value, parameters }: VCardProperty): string | undefined {
  const text = value.trim();
  const data = DATA.exec(text.slice(0, 200));
  const isMarked = data !== null || transferEncoding(parameters) === 'base64';
  const body = (data ? text.slice(data[0].length) : text).replace(/\s+/g, '');
  if (isMarked || !text.includes(':')) return pictureUri(body);
  const address = unescaped(text);
  return address.length <= LONGEST_ADDRESS && ADDRESS.test(address) && !/^data:/i.test(address)
    ? address
    : undefined;
}

function pictureUri(base64: string): string | undefined {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  if (Math.floor(((base64.length - padding) * 3) / 4) > LARGEST_PHOTO) return undefined;
  const bytes = base64Bytes(base64.slice(0, 16));
  const kind = bytes && kindOf(bytes);
  return kind !== undefined && BASE64.test(base64) ? `data:image/${kind};base64,${base64}` : undefined;
}

const startsWith = (bytes: Uint8Array, at: number, signature: readonly number[]) =>
  signature.every((byte, i) => bytes[at + i] === byte);

/** What the first twelve bytes are of; undefined for anything the book does not show. */
function kindOf(bytes: Uint8Array): 'png' | 'jpeg' | 'gif' | 'webp' | undefined {
  if (startsWith(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, 0, [0x47, 0x49, 0x46, 0x38])) return 'gif';
  const isWebp =
    startsWith(bytes, 0, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, 8, [0x57, 0x45, 0x42, 0x50]);
  return isWebp ? 'webp' : undefined;
}
