// Our own export read back: every record is checked by itself, so that one broken record costs nothing else.
import type { z } from 'zod';
import { linkedInKey } from '#core/contacts/identity.ts';
import { splitName } from '#core/contacts/names.ts';
import { formattedName } from '#core/contacts/structured-name.ts';
import { readJson } from '#core/formats/json-lenient.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import type {
  ContactDraft,
  EvidenceDraft,
  EventDraft,
  Issue,
  ListedDraft,
  OwnerDraft,
  ParsedEntry,
} from '../model.ts';
import type { SourceFormat } from '../source-format.ts';
import { Document } from './acquaint-document.ts';
import type { Known, Located } from './acquaint-document.ts';
import {
  AcquaintAttendee,
  AcquaintEvent,
  AcquaintEvidence,
  AcquaintPerson,
  AcquaintProperty,
} from './acquaint-schema.ts';
import { diaryIn } from './acquaint-diary.ts';
import { lettersIn, ownIn } from './acquaint-own.ts';
import { clipped, contactBuilder, personRef } from './contact-builder.ts';
import { issue } from './table.ts';

type Person = z.infer<typeof AcquaintPerson>;

/** An id is a word of its document: another document has other people under it. */
const refOf = (id: string): string => `#${id}`;

function contactOf({ line, record }: Located<Person>, document: Document): ContactDraft | Issue {
  const person = contactBuilder(line);
  for (const value of record.properties) {
    const property = document.checked(value, AcquaintProperty, line);
    if (property === undefined) continue;
    person.add(property.name, property.value, property.type, property.parameters);
  }
  const n = record.n ?? splitName(record.fn);
  const { connectedOn } = record;
  const draft = person.done(
    record.fn || formattedName(n),
    n,
    connectedOn === undefined ? {} : { connectedOn },
  );
  return 'code' in draft ? draft : { ...draft, ref: refOf(record.id) };
}

function ownerDraft(contact: ContactDraft): OwnerDraft {
  const isProfile = ({ name, value }: ContactDraft['properties'][number]) =>
    name === 'URL' && linkedInKey(value) !== undefined;
  const url = contact.properties.find(isProfile)?.value ?? '';
  const properties = contact.properties.filter((property) => property.name !== 'UID' && !isProfile(property));
  return { fn: contact.fn, n: contact.n, url, properties };
}

interface People {
  readonly contacts: ContactDraft[];
  readonly known: Known;
  readonly owner: OwnerDraft | undefined;
}

function peopleIn(document: Document): People {
  const contacts: ContactDraft[] = [];
  const known = new Map<string, ReturnType<typeof personRef>>();
  const ownerId = document.text('owner');
  let owner: OwnerDraft | undefined;
  for (const located of document.list('people', AcquaintPerson)) {
    const result = contactOf(located, document);
    if ('code' in result) document.issues.push(result);
    else if (located.record.id === ownerId) owner = ownerDraft(result);
    else {
      contacts.push(result);
      known.set(located.record.id, personRef(result.fn, { uid: refOf(located.record.id) }));
    }
  }
  return { contacts, known, owner };
}

const dated = (on: PartialDate | undefined) => (on === undefined ? {} : { on });

/** Facts whose people are all there; one about somebody who is missing is NOBODY_KNOWN. */
function evidenceIn(document: Document, { known }: People): EvidenceDraft[] {
  return document.list('evidence', AcquaintEvidence).flatMap(({ line, record }): EvidenceDraft[] => {
    const { kind, on, count, level, text } = record;
    const person = known.get(record.person);
    const other = record.other === undefined ? undefined : known.get(record.other);
    if (!person || (record.other !== undefined && !other)) {
      document.issues.push(issue(line, 'NOBODY_KNOWN'));
      return [];
    }
    return [
      {
        line,
        kind,
        person,
        ...(other && { other }),
        ...dated(on),
        ...(count !== undefined && { count }),
        ...(level !== undefined && { level }),
        text,
      },
    ];
  });
}

type RawEvent = z.infer<typeof AcquaintEvent>;

const uidOf = ({ uid, id }: RawEvent): string => uid || id;

/** Who is on the list and in the document. */
const listOf = ({ line, record }: Located<RawEvent>, document: Document, { known }: People): ListedDraft[] =>
  record.attendees.flatMap((value) => {
    const listed = document.checked(value, AcquaintAttendee, line);
    const person = listed && known.get(listed.person);
    return person ? [{ person, partstat: listed.partstat, role: listed.role }] : [];
  });

function eventOf({ line, record }: Located<RawEvent>, listed: readonly ListedDraft[]): EventDraft {
  const { summary, location, url, description, dtstart, dtend } = record;
  const { kind, organizer, series } = record;
  return {
    line,
    uid: uidOf(record),
    summary: clipped(summary, 300),
    location: clipped(location, 300),
    url: clipped(url, 2000),
    description: clipped(description, 20_000),
    ...(dtstart !== undefined && { dtstart }),
    ...(dtend !== undefined && { dtend }),
    ...(kind !== undefined && { kind }),
    organizer: clipped(organizer, 300),
    series: clipped(series.trim(), 300),
    listed,
    // Meetings are read one by one, with all that is said of each.
    met: [],
    issues: [],
  };
}

function parse(text: string): ParsedEntry {
  const document = new Document(readJson(text));
  const people = peopleIn(document);
  const events = document.list('events', AcquaintEvent);
  const evidence = evidenceIn(document, people);
  const uids = new Map(events.map(({ record }) => [record.id, uidOf(record)]));
  const { contacts, owner, known } = people;
  const diary = [...diaryIn(document, known, uids), ...ownIn(document, known, uids)];
  const letters = lettersIn(document, known);
  if (contacts.length === 0 && events.length === 0) document.issues.push(issue(0, 'NO_ROWS'));
  return {
    kind: 'acquaint',
    contacts,
    invitations: [],
    events: events.map((event) => eventOf(event, listOf(event, document, people))),
    evidence,
    ...(letters.length > 0 && { letters }),
    ...(diary.length > 0 && { diary }),
    ...(owner && { owner }),
    issues: document.issues,
  };
}

const HEAD = /^\s*\{[^{}[\]]{0,500}?"acquaint"\s*:\s*1\s*[,}]/;

/** Our own document (see acquaint-schema.ts): what was exported comes back as it was. */
export const acquaintFormat: SourceFormat = {
  kinds: ['acquaint'],
  recognise: (entry, reading) => {
    const because = HEAD.test(entry.head) ? '"acquaint": 1' : undefined;
    const isLikely = reading.kind === 'acquaint' && /^\s*\{[^]*"people"/.test(entry.head);
    if (because === undefined && !isLikely) return undefined;
    return { kind: 'acquaint', because: because ?? '', parse: () => parse(entry.text()) };
  },
};
