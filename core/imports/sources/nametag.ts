// Nametag's JSON export (Settings → Export, versions 1.0 to 1.2): people, their groups and how they are related.
import { formattedName } from '#core/contacts/structured-name.ts';
import { splitName } from '#core/contacts/names.ts';
import {
  isJsonObject,
  type JsonObject,
  type JsonReading,
  listOf,
  memberOf,
  objectsOf,
  readJson,
  textOf,
} from '#core/formats/json-lenient.ts';
import { fold } from '#core/shared/fold.ts';
import type { ContactDraft, EvidenceDraft, Issue, OwnerDraft, ParsedEntry, PersonRef } from '../model.ts';
import type { SourceFormat } from '../source-format.ts';
import { inverseWord } from '#core/network/relation.ts';
import { addressValue, type ContactBuilder, contactBuilder, NO_NAME, personRef } from './contact-builder.ts';
import { isoDay } from './json-dates.ts';
import { relationType } from './relations.ts';
import { issue } from './table.ts';

const BIRTHDAY = /birth|geburts|cumple|anniversaire|naissance|compleanno|aniversario|誕生|生日|день рожд/;
const ANNIVERSARY = /anniversary|hochzeit|mariage|boda|matrimonio|wedding|casamento/;

const typeOf = (row: JsonObject) => {
  const type = textOf(row, 'type').toLowerCase();
  return type === 'mobile' ? 'cell' : type === 'other' ? '' : type;
};

function addWays(person: ContactBuilder, of: JsonObject): void {
  for (const row of objectsOf(of['emails'])) person.email(textOf(row, 'email'), typeOf(row));
  for (const row of objectsOf(of['phoneNumbers'])) person.add('TEL', textOf(row, 'number'), typeOf(row));
  for (const row of objectsOf(of['urls'])) person.url(textOf(row, 'url'), typeOf(row));
  for (const row of objectsOf(of['addresses'])) {
    const value = addressValue({
      street: [textOf(row, 'streetLine1'), textOf(row, 'streetLine2')].filter(Boolean).join('\n'),
      city: textOf(row, 'locality'),
      region: textOf(row, 'region'),
      code: textOf(row, 'postalCode'),
      country: textOf(row, 'country'),
    });
    person.add('ADR', value, typeOf(row));
  }
  for (const row of objectsOf(of['imHandles'])) {
    const service = textOf(row, 'protocol');
    person.add('IMPP', textOf(row, 'handle'), '', service === '' ? undefined : { 'SERVICE-TYPE': [service] });
  }
  for (const row of objectsOf(of['locations'])) {
    const [latitude, longitude] = [textOf(row, 'latitude'), textOf(row, 'longitude')];
    if (latitude !== '' && longitude !== '') person.add('GEO', `geo:${latitude},${longitude}`);
  }
}

function addDates(person: ContactBuilder, of: JsonObject): void {
  person.add('ANNIVERSARY', isoDay(textOf(of, 'anniversary')) ?? '');
  person.add('X-LAST-CONTACT', isoDay(textOf(of, 'lastContact')) ?? '');
  for (const row of objectsOf(of['importantDates'])) {
    const [title, date] = [textOf(row, 'title'), isoDay(textOf(row, 'date')) ?? ''];
    const folded = fold(title);
    if (ANNIVERSARY.test(folded)) person.add('ANNIVERSARY', date);
    else if (BIRTHDAY.test(folded)) person.add('BDAY', date);
    else person.add('X-ABDATE', date, '', { 'X-ABLABEL': [title] });
  }
}

function addRest(person: ContactBuilder, of: JsonObject): void {
  person.add('NICKNAME', textOf(of, 'nickname'));
  person.add('ORG', textOf(of, 'organization'));
  person.add('TITLE', textOf(of, 'jobTitle'));
  person.add('GENDER', textOf(of, 'gender'));
  person.add('NOTE', textOf(of, 'notes'));
  for (const group of listOf(of['groups']))
    person.add('CATEGORIES', typeof group === 'string' ? group : textOf(group, 'name'));
  for (const row of [...objectsOf(of['customFields']), ...objectsOf(of['customFieldValues'])]) {
    const label = textOf(row, 'key') || textOf(row, 'slug');
    const name = label
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '-')
      .replace(/^(?:X-)?-*|-$/g, '')
      .slice(0, 80);
    person.add(name === '' ? 'X-CUSTOM' : `X-${name}`, textOf(row, 'value'), '', { 'X-ABLABEL': [label] });
  }
}

function nameOf(of: JsonObject) {
  const n = {
    given: textOf(of, 'name'),
    additional: textOf(of, 'middleName'),
    family: [textOf(of, 'surname'), textOf(of, 'secondLastName')].filter(Boolean).join(' '),
    prefix: textOf(of, 'prefix'),
    suffix: textOf(of, 'suffix'),
  };
  const whole = textOf(of, 'fullName');
  // The first versions had one name for all of it.
  if (whole !== '' && n.family === '') return [whole, splitName(whole)] as const;
  return [textOf(of, 'displayNameOverride') || formattedName(n) || textOf(of, 'nickname'), n] as const;
}

function contactOf(of: JsonObject, line: number): ContactDraft | Issue {
  const person = contactBuilder(line);
  person.add('UID', textOf(of, 'id'));
  addWays(person, of);
  addDates(person, of);
  addRest(person, of);
  for (const relationship of objectsOf(of['relationships'])) {
    const type = relationType(
      textOf(relationship['relationshipType'], 'label') || textOf(relationship['relationshipType'], 'name'),
    );
    person.add('RELATED', textOf(relationship, 'relatedPersonName'), type);
  }
  return person.done(...nameOf(of));
}

const labelIn = (value: JsonObject[string] | undefined) => textOf(value, 'label') || textOf(value, 'name');

/** What somebody is to the owner, and to other people of the file. */
function relations(of: JsonObject, line: number, people: ReadonlyMap<string, PersonRef>): EvidenceDraft[] {
  const person = people.get(textOf(of, 'id'));
  if (!person) return [];
  const toOwner = labelIn(of['relationshipToUser']);
  const type = relationType(toOwner);
  const others = objectsOf(of['relationships']).flatMap((relationship): EvidenceDraft[] => {
    const uid = textOf(relationship, 'relatedPersonId');
    const fn = textOf(relationship, 'relatedPersonName');
    const other = people.get(uid) ?? (fn === '' ? undefined : personRef(fn, { uid }));
    const text = relationType(labelIn(relationship['relationshipType']));
    return other ? [{ line, kind: 'related', person, other, text }] : [];
  });
  return toOwner === ''
    ? others
    : // It is what they are to the owner; evidence has what the owner is to them.
      [{ line, kind: 'related', person, text: inverseWord(type) ?? type }, ...others];
}

function ownerOf(user: JsonObject[string] | undefined): OwnerDraft | undefined {
  const [fn, email] = [textOf(user, 'name'), textOf(user, 'email')];
  if (fn === '' && email === '') return undefined;
  const properties = email === '' ? [] : [{ name: 'EMAIL', value: email, type: '' }];
  return { fn, n: fn === '' ? NO_NAME : splitName(fn), url: '', properties };
}

function parse(text: string): ParsedEntry {
  const reading: JsonReading = readJson(text);
  const issues: Issue[] = reading.troubles.map(({ line, code }) => issue(line, code));
  // The page saves the answer of its server as it is, or what was in it.
  const root = isJsonObject(memberOf(reading.value, 'data'))
    ? memberOf(reading.value, 'data')
    : reading.value;
  const listed = objectsOf(memberOf(root, 'people'));
  const contacts: ContactDraft[] = [];
  const people = new Map<string, PersonRef>();
  for (const of of listed) {
    const result = contactOf(of, reading.lineOf(of));
    const uid = textOf(of, 'id');
    if ('code' in result) issues.push(result);
    else {
      contacts.push(result);
      people.set(uid, personRef(result.fn, { uid }));
    }
  }
  const owner = ownerOf(memberOf(root, 'user'));
  if (listed.length === 0) issues.push(issue(0, 'NO_ROWS'));
  const evidence = listed.flatMap((of) => relations(of, reading.lineOf(of), people));
  return { kind: 'nametag', contacts, invitations: [], evidence, ...(owner && { owner }), issues };
}

const HEAD = /"version"\s*:\s*"\d+\.\d+"\s*,\s*"exportDate"\s*:\s*"/;

/**
 * Nametag (github.com/mattogodoy/nametag), as its export route writes it: people with everything about them, groups as
 * CATEGORIES, relations as RELATED and `related`, what they are to the owner as `related` without another. Journal
 * entries, reminders and settings stay there; a photo is a file on its server and not in the export.
 */
export const nametagFormat: SourceFormat = {
  kinds: ['nametag'],
  recognise: (entry, reading) => {
    const because = /^\s*\{/.test(entry.head) ? HEAD.exec(entry.head)?.[0] : undefined;
    const isLikely = reading.kind === 'nametag' && /^\s*\{[^]*"people"/.test(entry.head);
    if (because === undefined && !isLikely) return undefined;
    return { kind: 'nametag', because: because ?? '', parse: () => parse(entry.text()) };
  },
};
