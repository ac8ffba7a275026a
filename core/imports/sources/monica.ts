// Monica's JSON export (Settings → Export as JSON, versions 3 and 4): people, how they are related, what was done with them.
import { formattedName } from '#core/contacts/structured-name.ts';
import {
  isJsonObject,
  type JsonObject,
  type JsonReading,
  type JsonValue,
  listOf,
  memberOf,
  objectsOf,
  readJson,
  textOf,
} from '#core/formats/json-lenient.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import type {
  ContactDraft,
  EvidenceDraft,
  EventDraft,
  Issue,
  OwnerDraft,
  ParsedEntry,
  PersonRef,
} from '../model.ts';
import type { SourceFormat } from '../source-format.ts';
import {
  addressValue,
  clipped,
  type ContactBuilder,
  contactBuilder,
  NO_NAME,
  personRef,
} from './contact-builder.ts';
import { isoDay } from './json-dates.ts';
import { relationType } from './relations.ts';
import { issue } from './table.ts';

/**
 * The values of one collection: `{"type":"contact","count":2,"values":[…]}` in a list called `data` (version 4), or the same
 * without a type under its plural name (version 3: `contacts`).
 */
function collection(owner: JsonObject, type: string): readonly JsonValue[] {
  const typed = objectsOf(owner['data']).find((part) => textOf(part, 'type') === type);
  if (typed) return listOf(typed['values']);
  const plural = type.endsWith('y') ? `${type.slice(0, -1)}ies` : `${type}s`;
  const older = owner[plural] ?? memberOf(owner['properties'], plural);
  return isJsonObject(older) && older['values'] !== undefined ? listOf(older['values']) : listOf(older);
}

const propertiesOf = (value: JsonValue | undefined) => memberOf(value, 'properties') ?? value;

/** A special date: age-based ones are guesses from an age, year-less ones are marked; version 3 nests them once more. */
function specialDate(value: JsonValue | undefined): PartialDate | undefined {
  const inner = memberOf(value, 'date') === undefined ? propertiesOf(value) : value;
  const day = isoDay(textOf(inner, 'date'));
  if (day === undefined) return undefined;
  if (memberOf(inner, 'is_age_based') === true) return day.slice(0, 4);
  return memberOf(inner, 'is_year_unknown') === true ? `-${day.slice(4)}` : day;
}

interface Account {
  readonly reading: JsonReading;
  readonly account: JsonObject;
  /** Contact field types by uuid. */
  readonly fieldTypes: ReadonlyMap<string, JsonValue>;
  readonly people: ReadonlyMap<string, PersonRef>;
}

const isMailbox = (kind: string, protocol: string, data: string) =>
  kind === 'email' || /^mailto/i.test(protocol) || (kind === '' && data.includes('@') && !/\s/.test(data));

function addField(person: ContactBuilder, field: JsonValue, fieldTypes: Account['fieldTypes']): void {
  const properties = propertiesOf(field);
  const data = textOf(properties, 'data');
  const reference = memberOf(properties, 'type');
  const type = fieldTypes.get(typeof reference === 'string' ? reference : '') ?? reference;
  const [kind, protocol, name] = [textOf(type, 'type'), textOf(type, 'protocol'), textOf(type, 'name')];
  if (isMailbox(kind, protocol, data)) person.email(data);
  else if (kind === 'phone' || /^tel:?$/i.test(protocol)) person.add('TEL', data);
  else if (/^https?:\/\//i.test(data)) person.url(data, name.toLowerCase());
  else person.add('SOCIALPROFILE', data, '', name === '' ? undefined : { 'SERVICE-TYPE': [name] });
}

function addAddress(person: ContactBuilder, address: JsonValue): void {
  const properties = propertiesOf(address);
  const of = (key: string) => textOf(properties, key);
  const value = addressValue({
    street: of('street'),
    city: of('city'),
    region: of('province'),
    code: of('postal_code'),
    country: of('country'),
  });
  const label = of('name');
  person.add('ADR', value, '', label === '' ? undefined : { 'X-ABLABEL': [label] });
}

function addFacts(person: ContactBuilder, properties: JsonValue | undefined): void {
  const of = (key: string) => textOf(properties, key);
  person.add('NICKNAME', of('nickname'));
  person.add('TITLE', of('job'));
  person.add('ORG', of('company'));
  const gender = memberOf(properties, 'gender');
  const letter = typeof gender === 'string' ? gender : textOf(propertiesOf(gender), 'type');
  if (/^[MFONU]$/.test(letter)) person.add('GENDER', letter);
  person.add('BDAY', specialDate(memberOf(properties, 'birthdate')) ?? '');
  person.add('DEATHDATE', specialDate(memberOf(properties, 'deceased_date')) ?? '');
  for (const tag of listOf(memberOf(properties, 'tags'))) {
    const name = typeof tag === 'string' ? tag : textOf(tag, 'name');
    person.add('CATEGORIES', name);
  }
  person.add('NOTE', of('description'));
  person.add('X-FOOD-PREFERENCES', of('food_preferences'));
  person.add('X-FIRST-MET', specialDate(memberOf(properties, 'first_met_date')) ?? '');
  person.add('X-LAST-CONTACT', isoDay(of('last_talked_to')) ?? '');
}

function nameOf(properties: JsonValue | undefined) {
  const n = {
    ...NO_NAME,
    given: textOf(properties, 'first_name'),
    additional: textOf(properties, 'middle_name'),
    family: textOf(properties, 'last_name'),
  };
  return [formattedName(n) || textOf(properties, 'nickname'), n] as const;
}

function contactOf(contact: JsonObject, { reading, fieldTypes }: Account): ContactDraft | Issue {
  const person = contactBuilder(reading.lineOf(contact));
  const properties = propertiesOf(contact);
  person.add('UID', textOf(contact, 'uuid'));
  addFacts(person, properties);
  for (const field of collection(contact, 'contact_field')) addField(person, field, fieldTypes);
  for (const address of collection(contact, 'address')) addAddress(person, address);
  for (const note of collection(contact, 'note')) person.add('NOTE', textOf(propertiesOf(note), 'body'));
  return person.done(...nameOf(properties));
}

/** Relations, both ways round in the file, are one fact each: `contact_is` is the `type` of `of_contact`. */
function relations({ account, people, reading }: Account): EvidenceDraft[] {
  return collection(account, 'relationship').flatMap((relationship) => {
    const properties = propertiesOf(relationship);
    const person = people.get(textOf(properties, 'of_contact'));
    const other = people.get(textOf(properties, 'contact_is'));
    if (!person || !other || !isJsonObject(relationship)) return [];
    const text = relationType(textOf(properties, 'type'));
    return [{ line: reading.lineOf(relationship), kind: 'related', person, other, text }];
  });
}

/** Who introduced whom to the owner. */
function introductions({ account, people, reading }: Account): EvidenceDraft[] {
  return objectsOf(collection(account, 'contact')).flatMap((contact) => {
    const properties = propertiesOf(contact);
    const person = people.get(textOf(properties, 'first_met_through'));
    const other = people.get(textOf(contact, 'uuid'));
    if (!person || !other) return [];
    const on = specialDate(memberOf(properties, 'first_met_date'));
    return [
      { line: reading.lineOf(contact), kind: 'introduced_by', person, other, ...(on && { on }), text: '' },
    ];
  });
}

/** Activities with the people who are listed under them; the day is when it happened. */
function activities({ account, people, reading }: Account): EventDraft[] {
  const met = new Map<string, PersonRef[]>();
  for (const contact of objectsOf(collection(account, 'contact'))) {
    const person = people.get(textOf(contact, 'uuid'));
    for (const activity of collection(contact, 'activity')) {
      const uuid = typeof activity === 'string' ? activity : textOf(activity, 'uuid');
      const there = met.get(uuid) ?? [];
      met.set(uuid, there);
      if (person) there.push(person);
    }
  }
  return objectsOf(collection(account, 'activity')).map((activity) => {
    const properties = propertiesOf(activity);
    const uid = textOf(activity, 'uuid');
    const on = isoDay(textOf(properties, 'happened_at'));
    return {
      line: reading.lineOf(activity),
      uid,
      summary: clipped(textOf(properties, 'summary'), 300),
      location: '',
      url: '',
      description: clipped(textOf(properties, 'description'), 20_000),
      ...(on !== undefined && { dtstart: on }),
      met: (met.get(uid) ?? []).map((person) => ({ person, on: on === undefined ? [] : [on] })),
      issues: [],
    };
  });
}

function ownerOf(account: JsonObject): { owner?: OwnerDraft; me: string } {
  const [user] = objectsOf(collection(account, 'user'));
  if (!user) return { me: '' };
  const [fn, n] = nameOf(user);
  const email = textOf(user, 'email');
  const properties = email === '' ? [] : [{ name: 'EMAIL', value: email, type: '' }];
  return { owner: { fn, n, url: '', properties }, me: textOf(propertiesOf(user), 'me_contact') };
}

function typesIn(root: JsonValue | undefined, account: JsonObject): Account['fieldTypes'] {
  const lists = [memberOf(account, 'instance'), memberOf(root, 'instance'), account].flatMap((part) =>
    objectsOf(memberOf(part, 'contact_field_types') ?? memberOf(part, 'contactFieldTypes')),
  );
  return new Map(lists.map((type) => [textOf(type, 'uuid'), propertiesOf(type) ?? null]));
}

function parse(text: string): ParsedEntry {
  const reading = readJson(text);
  const found = memberOf(reading.value, 'account');
  const issues: Issue[] = reading.troubles.map(({ line, code }) => issue(line, code));
  if (!isJsonObject(found))
    return { kind: 'monica', contacts: [], invitations: [], issues: [...issues, issue(0, 'NO_ROWS')] };
  const { owner, me } = ownerOf(found);
  const listed = objectsOf(collection(found, 'contact')).filter(
    (contact) => me === '' || textOf(contact, 'uuid') !== me,
  );
  const contacts: ContactDraft[] = [];
  const people = new Map<string, PersonRef>();
  const account: Account = { reading, account: found, fieldTypes: typesIn(reading.value, found), people };
  for (const contact of listed) {
    const result = contactOf(contact, account);
    const uid = textOf(contact, 'uuid');
    if ('code' in result) issues.push(result);
    else {
      contacts.push(result);
      people.set(uid, personRef(result.fn, { uid }));
    }
  }
  return {
    kind: 'monica',
    contacts,
    invitations: [],
    evidence: [...relations(account), ...introductions(account)],
    events: activities(account),
    ...(owner && { owner }),
    issues,
  };
}

const HEAD = /"account"\s*:\s*\{/;
const MONICA =
  /"(?:app_version|export_date|number_of_invitations_sent|default_gender|me_contact|is_partial|metric|reminder_rules|activity_types)"|"type"\s*:\s*"user"|"users"\s*:\s*\{/;

/**
 * Monica (monicahq.com), as its own sources write it (app/ExportResources): contacts with fields, addresses, notes, tags and
 * dates; relationships as `related`, "first met through" as `introduced_by`, activities as events with who was there. The
 * account's user is the owner, and the contact that is them no contact. Calls, debts, gifts, reminders and tasks stay there.
 */
export const monicaFormat: SourceFormat = {
  kinds: ['monica'],
  recognise: (entry, reading) => {
    const { head } = entry;
    const because = /^\s*\{/.test(head) && MONICA.test(head) ? HEAD.exec(head)?.[0] : undefined;
    const isLikely = reading.kind === 'monica' && /^\s*\{[^]*"(?:account|contacts)"/.test(head);
    if (because === undefined && !isLikely) return undefined;
    return { kind: 'monica', because: because ?? '', parse: () => parse(entry.text()) };
  },
};
