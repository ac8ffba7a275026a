// Quoted-printable (RFC 2045 §6.7) as vCard 2.1 uses it, on text that is already unfolded.
import { bytesOf } from './source-text.ts';

const EQUALS = 61;

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const upper = code & ~32;
  return upper >= 65 && upper <= 70 ? upper - 55 : -1;
}

/**
 * The bytes a quoted-printable text of ASCII (or of one character a byte) stands for. An `=` that no two hexadecimal
 * digits follow stays, except at the very end, where it is a line break that nothing followed.
 */
export function quotedPrintableBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== EQUALS) {
      bytes[length++] = code;
      continue;
    }
    const high = hexDigit(text.charCodeAt(at + 1));
    const low = hexDigit(text.charCodeAt(at + 2));
    if (high >= 0 && low >= 0) {
      bytes[length++] = high * 16 + low;
      at += 2;
    } else if (at < text.length - 1) bytes[length++] = EQUALS;
  }
  return bytes.subarray(0, length);
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const VALUES = new Uint8Array(128);
for (const [value, sign] of Array.from(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
).entries())
  VALUES[sign.charCodeAt(0)] = value;

/** The bytes of a base64 text without white space; undefined when it is none. */
export function base64Bytes(text: string): Uint8Array | undefined {
  if (!BASE64.test(text)) return undefined;
  const signs = bytesOf(text.replace(/=+$/, ''));
  const bytes = new Uint8Array(Math.floor((signs.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let length = 0;
  for (const sign of signs) {
    held = ((held << 6) | VALUES[sign]!) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = (held >> bits) & 0xff;
  }
  return bytes;
}
