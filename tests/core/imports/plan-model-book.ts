// A book in memory that applies plans the way plan.ts says, for tests of planning.
import { linkedInKey, propertyKey } from '#core/contacts/identity.ts';
import { ContactId } from '#core/contacts/model.ts';
import type { PropertyName } from '#core/contacts/model.ts';
import { nameKey } from '#core/contacts/names.ts';
import { serialiseN } from '#core/contacts/structured-name.ts';
import { EventId } from '#core/events/model.ts';
import type {
  ContactDraft,
  FieldChange,
  ItemChoice,
  OwnerDraft,
  ParsedEntry,
  SourceKind,
} from '#core/imports/model.ts';
import type {
  BookLookup,
  KeyKind,
  KnownEvidence,
  KnownInvitation,
  PersonAt,
  PlannedEntry,
  PlannedEvent,
  PlannedEvidence,
  PlannedInvitation,
  PlannedItem,
} from '#core/imports/planned.ts';
import { fold } from '#core/shared/fold.ts';

interface Said {
  readonly name: PropertyName;
  readonly value: string;
  /** Absent: the owner typed it. */
  readonly kinds?: ReadonlySet<SourceKind>;
  superseded?: boolean;
}

interface Person {
  readonly said: Said[];
  readonly days: Set<string>;
  isConnection: boolean;
  cards: number;
  /** Has become part of somebody else, or was thrown away. */
  isGone?: boolean;
  mergedInto?: ContactId;
}

interface StoredEvidence extends KnownEvidence {
  readonly one: ContactId;
  readonly other: ContactId | undefined;
  superseded?: boolean;
}

interface StoredEvent {
  readonly uid: string;
  readonly summary: string;
  readonly dtstart: string;
  readonly met: { readonly id: ContactId; readonly day: string }[];
  readonly listed: Map<ContactId, string>;
}

const DIRECTED = new Set(['li_recommended', 'related', 'introduced_by', 'vouched', 'disowned']);
const KIND_OF: Readonly<Record<KeyKind, PropertyName>> = {
  url: 'URL',
  email: 'EMAIL',
  tel: 'TEL',
  uid: 'UID',
};

/** What is typed about somebody. */
export type Typed = Pick<Said, 'name' | 'value'>;

export function modelBook() {
  const people = new Map<ContactId, Person>();
  const invitations: PlannedInvitation[] = [];
  const asKnown = (one: PlannedInvitation, at: number): KnownInvitation => ({
    id: at + 1,
    fn: one.fn,
    url: one.url,
    message: one.message,
    headline: one.headline ?? '',
    on: one.sentAt ?? '',
    pending: one.state === 'pending',
  });
  const events: StoredEvent[] = [];
  const evidence: StoredEvidence[] = [];
  let owner: ContactId | undefined;
  const of = (id: ContactId): Person => people.get(id)!;
  const idsWhere = (test: (said: Said) => boolean) =>
    [...people].filter(([, { said, isGone }]) => isGone !== true && said.some(test)).map(([id]) => id);
  const keyOf = ({ name, value }: Said) => (name === 'UID' ? value : propertyKey(name, value));
  const imported = (id: ContactId, superseded: boolean) =>
    of(id).said.flatMap((said) =>
      said.kinds !== undefined && (said.superseded === true) === superseded
        ? [{ ...said, kinds: said.kinds }]
        : [],
    );
  const lookup: BookLookup = {
    contactsByKey: (kind, key) => idsWhere((said) => said.name === KIND_OF[kind] && keyOf(said) === key),
    contactsByName: (key) =>
      idsWhere(({ name, value }) => name === 'FN' && nameKey(value) === key).filter((id) => id !== owner),
    namesOf: (id) => of(id).said.flatMap(({ name, value }) => (name === 'FN' ? [value] : [])),
    linkedInKeysOf: (id) =>
      of(id).said.flatMap((said) => (said.name === 'URL' && keyOf(said) !== '' ? [keyOf(said)] : [])),
    importedValues: (id) => imported(id, false),
    formerValues: (id) => imported(id, true),
    importedFrom: (id) => new Set(of(id).said.flatMap(({ kinds }) => [...(kinds ?? [])])),
    connectedOn: (id) => [...of(id).days],
    connections: () =>
      [...people].flatMap(([contactId, { isConnection, isGone, said }]) =>
        isConnection && isGone !== true
          ? [{ contactId, fn: said.findLast(({ name }) => name === 'FN')?.value ?? '' }]
          : [],
      ),
    cardsOf: (id) => of(id).cards,
    invitationByKey: (key) => invitations.map(asKnown).find((_, at) => invitations[at]!.key === key),
    invitationsOf: (direction, urlKey, key) =>
      invitations
        .map(asKnown)
        .filter(
          ({ url, fn }, at) =>
            invitations[at]!.direction === direction &&
            ((urlKey !== '' && linkedInKey(url) === urlKey) || (key !== '' && nameKey(fn) === key)),
        ),
    eventByUid: (uid) => eventId(events.findIndex((event) => event.uid === uid)),
    eventByName: (summaryKey, dtstart) =>
      eventId(events.findIndex((event) => fold(event.summary) === summaryKey && event.dtstart === dtstart)),
    daysMet: (event, id) => events[event - 1]!.met.flatMap((met) => (met.id === id ? [met.day] : [])),
    partstatOf: (event, id) => events[event - 1]!.listed.get(id),
    evidenceBetween: (id, other) => evidence.filter((one) => isAbout(one, id, other)),
    // Only our own file has these: tests/db/exports-diary.test.ts brings it into a real book.
    encountersOf: () => [],
    remindersOf: () => [],
    tagCadence: () => undefined,
    pairKept: () => undefined,
    ownerId: () => owner,
  };
  const eventId = (at: number) => (at < 0 ? undefined : EventId.parse(at + 1));
  const isAbout = (one: StoredEvidence, a: ContactId, b: ContactId | undefined): boolean =>
    one.superseded !== true &&
    ((one.one === a && one.other === b) || (!DIRECTED.has(one.kind) && one.one === b && one.other === a));

  const add = (fn: string, typed: readonly Typed[] = []) => {
    const id = ContactId.parse(people.size + 1);
    people.set(id, {
      said: [{ name: 'FN', value: fn }, ...typed],
      days: new Set(),
      isConnection: false,
      cards: 1,
    });
    return id;
  };
  const addDraft = (
    { fn, n, properties }: Pick<ContactDraft, 'fn' | 'n' | 'properties'>,
    kind: SourceKind,
  ) => {
    const id = ContactId.parse(people.size + 1);
    const kinds = new Set([kind]);
    const said = [{ name: 'FN', value: fn }, { name: 'N', value: serialiseN(n) }, ...properties];
    people.set(id, {
      said: said.map(({ name, value }) => ({ name, value, kinds })),
      days: new Set(),
      isConnection: false,
      cards: 1,
    });
    return id;
  };
  const change = (id: ContactId, changes: readonly FieldChange[], kind: SourceKind) => {
    const { said } = of(id);
    for (const { name, before, after } of changes) {
      for (const one of said)
        if (
          before !== '' &&
          one.name === name &&
          one.value === before &&
          one.kinds &&
          one.superseded !== true
        )
          one.superseded = true;
      said.push({ name, value: after, kinds: new Set([kind]) });
    }
  };
  const connect = (id: ContactId, { connectedOn }: ContactDraft, kind: SourceKind) => {
    if (kind === 'linkedin-connections') of(id).isConnection = true;
    if (connectedOn !== undefined) of(id).days.add(connectedOn);
  };
  const standing = (id: ContactId): ContactId => {
    const { mergedInto } = of(id);
    return mergedInto === undefined ? id : standing(mergedInto);
  };

  /** Applies a plan; `kindOf` says what each entry is, `choose` what the owner wants where it is not the usual. */
  const apply = (
    items: readonly PlannedItem[],
    kindOf: (entryName: string) => SourceKind,
    choose: (item: PlannedItem) => ItemChoice = ({ usual = 'take' }) => usual,
  ) => {
    const who = new Map<number, ContactId>();
    const personAt = (person: PersonAt) =>
      'item' in person ? who.get(person.item) : standing(person.contactId);
    const isMade = (item: PlannedItem) => makesSomebody(item, choose(item));
    // A record that is joined stands for whom it joins, wherever that stands.
    const meant = ({ contactId, intoItem }: PlannedItem): ContactId | undefined => {
      if (contactId !== undefined) return standing(contactId);
      const into = intoItem === undefined ? undefined : items[intoItem];
      return into && (isMade(into) ? who.get(intoItem!) : meant(into));
    };
    const applyContact = (item: PlannedItem, at: number) => {
      const kind = kindOf(item.entryName);
      const { contact, action, changes } = item;
      if (contact && isMade(item)) {
        const id = addDraft(contact, kind);
        who.set(at, id);
        return connect(id, contact, kind);
      }
      const target = meant(item);
      if (target === undefined) return;
      who.set(at, target);
      if (action === 'left') of(target).isConnection = false;
      if (contact === undefined || action === 'same') return;
      change(target, changes, kind);
      connect(target, contact, kind);
    };
    const applyOwner = (item: PlannedItem, card: OwnerDraft) => {
      if (item.action !== 'create' && item.action !== 'update') return;
      const kind = kindOf(item.entryName);
      const known = meant(item);
      if (known !== undefined) change(known, item.changes, kind);
      owner = known ?? addDraft({ ...card, properties: ownerValues(card) }, kind);
    };
    const applyInvitation = (told: PlannedInvitation) => {
      const known = invitations.find(({ key }, at) => told.id === at + 1 || key === told.key);
      if (known === undefined) invitations.push({ ...told });
      else
        Object.assign(known, {
          message: known.message || told.message,
          headline: known.headline || told.headline,
          url: known.url || told.url,
          state: known.state === 'pending' ? told.state : known.state,
        });
    };
    const applyEvent = (event: PlannedEvent) => {
      const { uid, summary, dtstart = '' } = event.draft;
      const stored =
        event.eventId === undefined
          ? { uid, summary, dtstart, met: [], listed: new Map<ContactId, string>() }
          : events[event.eventId - 1]!;
      if (event.eventId === undefined) events.push(stored);
      for (const { person, partstat } of event.listed ?? []) {
        const id = personAt(person);
        if (id !== undefined) stored.listed.set(id, partstat);
      }
      for (const { person, on } of event.met) {
        const id = personAt(person);
        if (id !== undefined) for (const day of on) stored.met.push({ id, day });
      }
    };
    const applyEvidence = ({ person, other: second, kind, on = '', count, text }: PlannedEvidence) => {
      const one = personAt(person);
      const other = second && personAt(second);
      if (one === undefined || one === other || (second && other === undefined)) return;
      if (kind === 'li_connected' && other === undefined) return void of(one).days.add(on);
      for (const old of evidence) if (old.kind === kind && isAbout(old, one, other)) old.superseded = true;
      evidence.push({ one, other, kind, on, count, text });
    };
    // Whoever is made comes before whatever is said about them; all that is added comes in the order of the plan.
    const entries = [...items.entries()];
    const inOrder = [
      ...entries.filter(([, item]) => isMade(item)),
      ...entries.filter(([, item]) => !isMade(item)),
    ];
    const applyItem = (item: PlannedItem, at: number) => {
      const isNews = item.action === 'create' || item.action === 'update';
      if (item.subject === 'contact') applyContact(item, at);
      if (item.owner) applyOwner(item, item.owner);
      if (item.invitation && isNews) applyInvitation(item.invitation);
      if (item.event && isNews) applyEvent(item.event);
      if (item.evidence && isNews) applyEvidence(item.evidence);
    };
    for (const subject of ['contact', 'owner', 'invitation', 'event', 'evidence'])
      for (const [at, item] of inOrder)
        if (item.subject === subject && choose(item) !== 'skip') applyItem(item, at);
  };

  /** The second card becomes part of the first. */
  const merge = (into: ContactId, from: ContactId) => {
    const survivor = of(into);
    const gone = of(from);
    survivor.said.push(...gone.said);
    for (const day of gone.days) survivor.days.add(day);
    survivor.cards += gone.cards;
    survivor.isConnection ||= gone.isConnection;
    people.set(from, {
      said: [],
      days: new Set(),
      isConnection: false,
      cards: 1,
      isGone: true,
      mergedInto: into,
    });
    for (const [at, one] of evidence.entries())
      evidence[at] = {
        ...one,
        one: one.one === from ? into : one.one,
        other: one.other === from ? into : one.other,
      };
  };

  const isOwner = (id: ContactId) => (owner = id);
  return { lookup, apply, add, merge, people, evidence, events, isOwner };
}

/** Whoever is not found is made, even where a join was wanted. */
function makesSomebody({ action, contactId, intoItem }: PlannedItem, choice: ItemChoice): boolean {
  if (action !== 'review') return action === 'create';
  return choice === 'take' || (contactId === undefined && intoItem === undefined);
}

const ownerValues = ({ url, headline, properties = [] }: OwnerDraft) => [
  ...(url === '' ? [] : [{ name: 'URL', value: url, type: 'linkedin' }]),
  ...(headline === undefined ? [] : [{ name: 'TITLE', value: headline, type: '' }]),
  ...properties,
];

export type ModelBook = ReturnType<typeof modelBook>;

/** Entries with names of their own. */
export const named = (parsed: readonly ParsedEntry[]): PlannedEntry[] =>
  parsed.map((entry, at) => ({ entryName: `${at}.csv`, parsed: entry }));

/** Applies a plan of these entries. */
export function applyAll(
  book: ModelBook,
  items: readonly PlannedItem[],
  parsed: readonly ParsedEntry[],
  choose?: (item: PlannedItem) => ItemChoice,
): void {
  const kinds = new Map(named(parsed).map(({ entryName, parsed: { kind } }) => [entryName, kind]));
  book.apply(items, (entryName) => kinds.get(entryName)!, choose);
}
