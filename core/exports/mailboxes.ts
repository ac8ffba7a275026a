// Addresses as the head of a letter takes them (RFC 5322 §3.4), in letters of any script (RFC 6532).

/** What an unquoted name consists of: atoms and spaces. Everything above ASCII is an atom's letter. */
const PHRASE = /^[\w!#$%&'*+\-/=?^`{|}~\u{80}-\u{10ffff}]+(?: [\w!#$%&'*+\-/=?^`{|}~\u{80}-\u{10ffff}]+)*$/u;
/** What would end a line. */
const LINE_ENDS = /[\p{Cc}\u2028\u2029\s]+/gu;
/** What would write the rest of the line the other way round. */
const TURNS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

// SECURITY: a name out of a file cannot bring a recipient of its own.
/** `Ana Ruiz <ana@example.org>`, the name in quotes where it holds signs that mean something. Without a name the address. */
export function mailbox(fn: string, address: string): string {
  const name = fn.replaceAll(TURNS, '').replaceAll(LINE_ENDS, ' ').trim();
  if (name === '' || name === address) return address;
  const phrase = PHRASE.test(name) ? name : `"${name.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
  return `${phrase} <${address}>`;
}
