// What is known about a person, value by value, in words: the name of each, the value as people read it, who says so.
import { linkedInKey } from '#core/contacts/identity.ts';
import type { Property, Provenance } from '#core/contacts/model.ts';
import { formattedName, parseN } from '#core/contacts/structured-name.ts';
import { dateTimeWords, dateWords } from '#renderer/strings/dates.ts';
import { i18n } from '#renderer/strings/i18n.ts';

type Said = Pick<Property, 'name' | 'value' | 'type'>;

/** "E-mail", "Company"; a LinkedIn page has a word of its own. */
export function propertyTerm({ name, type, value }: Said): string {
  const isLinkedIn =
    name === 'URL' && (type === 'linkedin' || /^https:\/\/(?:[a-z]+\.)?linkedin\.com\//.test(value));
  return i18n.t(`people:properties.${isLinkedIn ? 'linkedin' : name}`);
}

/** A value as people read it. */
export function propertyText({ name, value }: Pick<Said, 'name' | 'value'>): string {
  switch (name) {
    case 'URL':
      return shownAddress(value);
    case 'BDAY':
      return dateWords(value);
    case 'N':
      return formattedName(parseN(value));
    default:
      return value;
  }
}

/** A web address as people read it: a LinkedIn page by its name in any script, others without the scheme. */
export function shownAddress(value: string): string {
  const profile = linkedInKey(value);
  return profile === undefined
    ? value.replace(/^https:\/\/(?:www\.)?|\/$/g, '')
    : `linkedin.com/in/${profile}`;
}

/** Who says so and since when. */
export function provenanceWords(provenance: Provenance): string {
  const on = dateTimeWords(provenance.recordedAt);
  return provenance.source === 'owner'
    ? i18n.t('people:provenance.owner', { on })
    : i18n.t('people:provenance.import', { on, fileName: provenance.fileName, line: provenance.line });
}
