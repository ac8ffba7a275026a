// What is known about a person, value by value, in words: the name of each, the value as people read it, who says so.
import { linkedInKey } from '#core/contacts/identity.ts';
import { KNOWN_PROPERTIES } from '#core/contacts/model.ts';
import type { KnownProperty, Provenance } from '#core/contacts/model.ts';
import { formattedName, parseN } from '#core/contacts/structured-name.ts';
import { dateTimeWords, dateWords } from '#renderer/strings/dates.ts';
import { i18n, locale } from '#renderer/strings/i18n.ts';
import { addressLines } from './address.ts';
import { componentsOf, plainText } from './components.ts';
import { addressWords, askingWords, cadenceWords, channelWords, policyWords } from './manners.ts';
import { isLabelled, labelWords } from './property-kind.ts';
import type { Qualified } from './property-kind.ts';

type Said = Qualified;
type Valued = Pick<Said, 'name' | 'value' | 'parameters'>;

/** Whether the book does something with a property, and therefore has a word for it. */
export const isKnown = (name: string): name is KnownProperty =>
  (KNOWN_PROPERTIES as readonly string[]).includes(name); // widened to be asked

/** "E-mail", "Company"; a LinkedIn page has a word of its own, an unknown property its label or its own name. */
export function propertyTerm(property: Said): string {
  const { name, type, value, parameters } = property;
  if (!isKnown(name)) return isLabelled(property) ? labelWords(parameters) : name;
  const isLinkedIn =
    name === 'URL' && (type === 'linkedin' || /^https:\/\/(?:[a-z]+\.)?linkedin\.com\//.test(value));
  return i18n.t(`people:properties.${isLinkedIn ? 'linkedin' : name}`);
}

/** A text that is no words but data (a key, a sound) would fill the page and say nothing. */
const MOST_SHOWN = 2000;

/** The longest beginning of a text that is shown, never half a letter. */
const shown = (text: string): string =>
  text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN).replace(/[\ud800-\udbff]$/, '')}…`;

const TEXTS: Readonly<Partial<Record<KnownProperty, (value: string, said: Valued) => string>>> = {
  URL: shownAddress,
  SOCIALPROFILE: shownAddress,
  BDAY: dateWords,
  ANNIVERSARY: dateWords,
  DEATHDATE: dateWords,
  N: (value) => formattedName(parseN(value)),
  ADR: (value) => addressLines(value).join(', '),
  ORG: (value, { parameters }) => [value, ...unitsOf(parameters)].join(', '),
  IMPP: (value) => value.replace(/^[a-z][a-z0-9+.-]{1,30}:(?=[^/])/i, ''),
  TEL: (value) => value.replace(/^tel:/i, ''),
  RELATED: (value) => value.replace(/^mailto:/i, ''),
  GENDER: genderWords,
  LANG: languageWords,
  GEO: (value) => value.replace(/^geo:/i, '').replace(/[;,]\s*/, ', '),
  KIND: kindWord,
  CLASS: (value) => (/^confidential$/i.test(value) ? i18n.t('people:confidential') : value),
  'X-INTRODUCTION-POLICY': policyWords,
  'X-PREFERRED-CHANNEL': channelWords,
  'X-ADDRESS': addressWords,
  'X-CADENCE': cadenceWords,
  'X-REFERENCE-POLICY': askingWords,
  'X-THANKED-ON': dateWords,
  PHOTO: (value) => i18n.t(value.startsWith('data:') ? 'people:photo.here' : 'people:photo.elsewhere'),
};

/** A value as people read it, on one line where it can be. */
export function propertyText(said: Valued): string {
  const { name, value } = said;
  if (!isKnown(name)) return shown(plainText(value));
  return TEXTS[name]?.(value, said) ?? value;
}

const unitsOf = (parameters: Said['parameters']): readonly string[] =>
  parameters !== undefined && Object.hasOwn(parameters, 'X-UNIT') ? (parameters['X-UNIT'] ?? []) : [];

/** vCard's `M`, `F`, `O`, `N`, `U` with or without words of the person's own, which then stand alone (RFC 6350 §6.2.7). */
function genderWords(value: string): string {
  const [sex = '', text = ''] = componentsOf(value);
  if (text !== '') return text;
  const code = sex.toUpperCase();
  return code === 'M' || code === 'F' || code === 'O' || code === 'N' || code === 'U'
    ? i18n.t(`people:gender.${code}`)
    : value;
}

/** A language by its name: `pt-BR` is "Brazilian Portuguese"; what is no tag stays as it is (BCP 47). */
function languageWords(value: string): string {
  try {
    return new Intl.DisplayNames(locale(), { type: 'language' }).of(value) ?? value;
  } catch {
    // RangeError is how it says that this is no tag: the source wrote a word.
    return value;
  }
}

function kindWord(value: string): string {
  const kind = value.toLowerCase();
  return kind === 'org' || kind === 'individual' || kind === 'group' ? i18n.t(`people:kind.${kind}`) : value;
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
