// A typed name as the two parts the book asks for.

/**
 * Splits what a badge says. `Lovelace, Ada` is family first; else the last word is the family name, with the
 * particles before it (`van der Berg`); one word is a given name. The owner can correct it on the person's page.
 */
export function splitName(fn: string): { readonly given: string; readonly family: string } {
  const name = fn.trim().replace(/\s+/gu, ' ');
  const comma = name.indexOf(', ');
  if (comma > 0) return { family: name.slice(0, comma), given: name.slice(comma + 2) };
  const words = name.split(' ');
  if (words.length < 2) return { given: name, family: '' };
  let first = words.length - 1;
  while (
    first > 1 &&
    /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|zu|bin|ibn|al|el)$/iu.test(words[first - 1]!)
  ) {
    first -= 1;
  }
  return { given: words.slice(0, first).join(' '), family: words.slice(first).join(' ') };
}
