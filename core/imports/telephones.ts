// Telephone numbers of a file written the national way, told to the world: with the country they are dialled in.
import { telKey } from '#core/contacts/identity.ts';
import { internationalNumber } from '#core/contacts/telephone.ts';
import type { ContactDraft, DraftProperty, ParsedEntry } from './model.ts';

/**
 * The same entry with every national number of a region (ISO 3166-1 alpha-2) made international, so that it is found
 * again however another file writes it. Its digits stay as they were parted; the number as written is kept as
 * X-VERBATIM. What is no number of that region stays as it is. Without a region nothing is guessed.
 */
export function withInternationalNumbers(parsed: ParsedEntry, region: string | undefined): ParsedEntry {
  if (region === undefined) return parsed;
  return { ...parsed, contacts: parsed.contacts.map((draft) => ofRegion(draft, region)) };
}

function ofRegion(draft: ContactDraft, region: string): ContactDraft {
  if (!draft.properties.some(({ name }) => name === 'TEL')) return draft;
  const properties = draft.properties.map((property) =>
    property.name === 'TEL' ? (dialledFrom(property, region) ?? property) : property,
  );
  return { ...draft, properties };
}

function dialledFrom(property: DraftProperty, region: string): DraftProperty | undefined {
  const key = telKey(property.value);
  if (key === undefined || key.startsWith('+')) return undefined;
  const digits = key.replace(/x.*$/, '');
  const number = internationalNumber(digits, region);
  if (number === undefined) return undefined;
  return {
    ...property,
    value: written(property.value, number, digits),
    parameters: { ...property.parameters, 'X-VERBATIM': [property.value] },
  };
}

/** `(030) 123-45` as `+49 30 123-45`: the country before the digits that stay, parted as they were. */
function written(value: string, number: string, digits: string): string {
  const kept = commonEnd(number, digits);
  const country = number.slice(0, number.length - kept);
  let toSkip = digits.length - kept;
  let at = 0;
  for (; at < value.length && (toSkip > 0 || !isDigit(value.charAt(at))); at++)
    if (isDigit(value.charAt(at))) toSkip--;
  const opened = value.slice(0, at).includes('(') && !value.slice(0, at).includes(')');
  const rest = value.slice(at);
  const gap = country === '+' ? '' : ' ';
  return `${country}${gap}${opened ? rest.replace(')', '') : rest}`;
}

const isDigit = (letter: string): boolean => letter >= '0' && letter <= '9';

function commonEnd(one: string, other: string): number {
  let length = 0;
  while (length < other.length && one.at(-1 - length) === other.at(-1 - length)) length++;
  return length;
}
