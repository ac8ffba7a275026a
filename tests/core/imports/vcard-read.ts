// Cards of tests, read the way an import reads them.
import { sourceText } from '#core/formats/vcard/source-text.ts';
import type { ContactDraft, ParsedEntry } from '#core/imports/model.ts';
import { parseVCards } from '#core/imports/sources/vcard.ts';
import { card, utf8 } from '#tests/core/formats/vcard/written.ts';

export const parsed = (text: string): ParsedEntry => parseVCards(sourceText(utf8(text)));

/** The contact of one card of these lines, with an FN of its own. */
export function contactOf(lines: readonly string[], version = '3.0'): ContactDraft {
  const [contact] = parsed(card(['FN:Ana Ruiz', ...lines], version)).contacts;
  if (!contact) throw new Error('no contact');
  return contact;
}

/** Its properties as `NAME|type|value`, or with their parameters where it has some. */
export const said = (lines: readonly string[], version?: string): string[] =>
  contactOf(lines, version).properties.map(({ name, type, value, parameters }) =>
    [name, type, value, ...(parameters ? [JSON.stringify(parameters)] : [])].join('|'),
  );
