// Contrack's "Everything (.json)" export: contacts with all their rows, and the timeline of interactions.
import {
  isJsonObject,
  type JsonObject,
  type JsonReading,
  memberOf,
  objectsOf,
  readJson,
  textOf,
} from '#core/formats/json-lenient.ts';
import { nameFromFields, splitName } from '#core/contacts/names.ts';
import { linkedInKey } from '#core/contacts/identity.ts';
import type { ContactDraft, EvidenceDraft, Issue, ParsedEntry, PersonRef } from '../model.ts';
import type { SourceFormat } from '../source-format.ts';
import { addressValue, clipped, type ContactBuilder, contactBuilder, personRef } from './contact-builder.ts';
import { isoDay } from './json-dates.ts';
import { issue } from './table.ts';

/** Its labels of numbers and addresses as vCard TYPEs; other labels are kept as labels. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['mobile', 'cell'],
  ['cell', 'cell'],
  ['home', 'home'],
  ['personal', 'home'],
  ['work', 'work'],
  ['fax', 'fax'],
]);

function labelled(row: JsonObject) {
  const label = textOf(row, 'label');
  const type = TYPES.get(label.toLowerCase()) ?? '';
  const isPrimary = memberOf(row, 'isPrimary');
  const parameters = {
    ...(label !== '' && type === '' && { 'X-ABLABEL': [label] }),
    ...((isPrimary === true || isPrimary === 1) && { PREF: ['1'] }),
  };
  return { type, parameters: Object.keys(parameters).length === 0 ? undefined : parameters };
}

function addWays(person: ContactBuilder, contact: JsonObject): void {
  for (const row of objectsOf(contact['emails'])) {
    const { type, parameters } = labelled(row);
    person.email(textOf(row, 'email'), type, parameters);
  }
  for (const row of objectsOf(contact['phones'])) {
    const { type, parameters } = labelled(row);
    person.add('TEL', textOf(row, 'phone'), type, parameters);
  }
  for (const row of objectsOf(contact['addresses'])) {
    const { type, parameters } = labelled(row);
    person.add('ADR', addressValue({ street: textOf(row, 'address') }), type, parameters);
  }
  for (const row of objectsOf(contact['socialLinks'])) {
    const [platform, url] = [textOf(row, 'platform'), textOf(row, 'url') || textOf(row, 'handle')];
    if (linkedInKey(url) !== undefined) person.url(url);
    else person.add('SOCIALPROFILE', url, '', platform === '' ? undefined : { 'SERVICE-TYPE': [platform] });
  }
}

const period = (row: JsonObject) => {
  const [from, to] = [isoDay(textOf(row, 'startDate')), isoDay(textOf(row, 'endDate'))];
  return { ...(from !== undefined && { 'X-FROM': [from] }), ...(to !== undefined && { 'X-TO': [to] }) };
};

function addWork(person: ContactBuilder, contact: JsonObject): void {
  person.add('ORG', textOf(contact, 'company'));
  person.add('TITLE', textOf(contact, 'role'));
  for (const [at, row] of objectsOf(contact['experience']).entries()) {
    const parameters = { ...period(row), GROUP: [`position${at + 1}`] };
    person.add('ORG', textOf(row, 'company'), 'work', parameters);
    person.add('TITLE', textOf(row, 'role'), 'work', parameters);
  }
  for (const row of objectsOf(contact['education'])) {
    const degree = [textOf(row, 'degree'), textOf(row, 'fieldOfStudy')].filter(Boolean).join(', ');
    person.add('ORG', textOf(row, 'school'), 'school', {
      ...period(row),
      ...(degree !== '' && { 'X-DEGREE': [degree] }),
    });
  }
}

function addRest(person: ContactBuilder, contact: JsonObject): void {
  const of = (key: string) => textOf(contact, key);
  person.add('BDAY', isoDay(of('birthday')) ?? of('birthday'));
  person.add('NOTE', of('about'));
  person.add('NOTE', of('preferences'));
  person.add('PRONOUNS', of('pronouns'));
  person.url(of('website'));
  person.add('X-HEADLINE', of('headline'));
  person.add('X-LOCATION', of('location'));
  person.add('X-INDUSTRY', of('industry'));
  person.add('X-LAST-CONTACT', isoDay(of('lastContactedAt')) ?? '');
  for (const row of objectsOf(contact['tags'])) person.add('CATEGORIES', textOf(row, 'tag'));
  for (const row of objectsOf(contact['interests'])) person.add('INTEREST', textOf(row, 'interest'));
  for (const row of objectsOf(contact['attributes'])) {
    const label = textOf(row, 'name');
    const name = label
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 80);
    person.add(name === '' ? 'X-ATTRIBUTE' : `X-${name}`, textOf(row, 'value'), '', { 'X-ABLABEL': [label] });
  }
}

/** A name Contrack only read in a note, somebody in its trash, or one half of a merged pair is no contact. */
const isLeftOut = (contact: JsonObject) =>
  contact['isGhost'] === true ||
  contact['isGhost'] === 1 ||
  textOf(contact, 'deletedAt') !== '' ||
  textOf(contact, 'canonicalId') !== '';

function contactOf(contact: JsonObject, line: number): ContactDraft | Issue {
  const person = contactBuilder(line);
  person.add('UID', textOf(contact, 'id'));
  addWays(person, contact);
  addWork(person, contact);
  addRest(person, contact);
  const [first, last, whole] = [
    textOf(contact, 'firstName'),
    textOf(contact, 'lastName'),
    textOf(contact, 'name'),
  ];
  const n = first + last === '' ? splitName(whole) : nameFromFields(first, last);
  return person.done(whole || `${first} ${last}`, n);
}

const MEETING = /meet|lunch|dinner|coffee|event|visit|in[ _-]?person/i;

/** Meetings of the timeline, one fact each; calls, letters and notes are not meetings. */
function meetings(reading: JsonReading, people: ReadonlyMap<string, PersonRef>): EvidenceDraft[] {
  return objectsOf(memberOf(reading.value, 'interactions')).flatMap((interaction) => {
    const person = people.get(textOf(interaction, 'contactId'));
    if (!person || !MEETING.test(textOf(interaction, 'type'))) return [];
    const on = isoDay(textOf(interaction, 'date'));
    const text = clipped(textOf(interaction, 'title'), 300);
    return [
      { line: reading.lineOf(interaction), kind: 'meeting', person, ...(on !== undefined && { on }), text },
    ];
  });
}

function parse(text: string): ParsedEntry {
  const reading = readJson(text);
  const issues: Issue[] = reading.troubles.map(({ line, code }) => issue(line, code));
  const contacts: ContactDraft[] = [];
  const people = new Map<string, PersonRef>();
  for (const contact of objectsOf(memberOf(reading.value, 'contacts'))) {
    if (isLeftOut(contact)) continue;
    const result = contactOf(contact, reading.lineOf(contact));
    const uid = textOf(contact, 'id');
    if ('code' in result) issues.push(result);
    else {
      contacts.push(result);
      people.set(uid, personRef(result.fn, { uid }));
    }
  }
  if (!isJsonObject(reading.value)) issues.push(issue(0, 'NO_ROWS'));
  return { kind: 'contrack', contacts, invitations: [], evidence: meetings(reading, people), issues };
}

const HEAD = /^\s*\{\s*"exportedAt"\s*:\s*"[^"]{0,40}"\s*,\s*"version"\s*:\s*\d+\s*,\s*"contacts"\s*:\s*\[/;

/**
 * Contrack (github.com/arvarik/contrack), as its export service writes it: contacts without ghosts, trash and merged
 * halves, archived ones included; meetings of the timeline as `meeting`, by their title. Lists, follow-ups and the log of
 * merges stay there. Its vCard and CSV exports are read as what they are.
 */
export const contrackFormat: SourceFormat = {
  kinds: ['contrack'],
  recognise: (entry, reading) => {
    const because = HEAD.test(entry.head) ? '"exportedAt" "version" "contacts"' : undefined;
    const isLikely = reading.kind === 'contrack' && /^\s*\{[^]*"contacts"/.test(entry.head);
    if (because === undefined && !isLikely) return undefined;
    return { kind: 'contrack', because: because ?? '', parse: () => parse(entry.text()) };
  },
};
