// Whose archive this is: pieced together from all files that say something about the owner.
import { emailKey, linkedInKey } from '#core/contacts/identity.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { DraftProperty, FieldChange, OwnerDraft, SourceKind } from './model.ts';
import { changesOf, knownOf, rememberChanges } from './plan-changes.ts';
import type { DecidedPeople } from './plan-contacts.ts';
import type { Keyed } from './plan-keys.ts';
import { wordsOf } from './plan-settle.ts';
import { normalForm } from './plan-values.ts';
import type { BookLookup, PlannedEntry, PlannedItem } from './planned.ts';

interface Source {
  readonly entryName: string;
  readonly kind: SourceKind;
  readonly owner: OwnerDraft;
}

interface FoundOwner {
  readonly entryName: string;
  readonly owner: OwnerDraft;
  /** Each with only what it says itself. */
  readonly sources: readonly Source[];
}

/** The owner as all entries together describe them: the name from Profile.csv, the address from Invitations.csv. */
function ownerOf(entries: readonly PlannedEntry[], card: Keyed | undefined): FoundOwner | undefined {
  const sources = sourcesOf(entries, card);
  const named = sources.find(({ owner }) => owner.fn !== '') ?? sources[0];
  if (!named) return undefined;
  const { fn, n } = named.owner;
  const url = sources.find(({ owner }) => owner.url !== '')?.owner.url ?? '';
  const own = sources.map((source) => ({ ...source, owner: onlyCurrent(source.owner, source === named) }));
  const properties = unique(own.flatMap(({ owner }) => owner.properties ?? []));
  const owner = { fn, n, url, ...(properties.length > 0 && { properties }) };
  const headline = headlineOf(sources, properties);
  return {
    entryName: named.entryName,
    owner: headline === undefined ? owner : { ...owner, headline },
    sources: own,
  };
}

/** The profile first, a card of the owner's last. */
function sourcesOf(entries: readonly PlannedEntry[], card: Keyed | undefined): Source[] {
  const sources: Source[] = [];
  for (const { entryName, parsed } of entries) {
    if (!parsed.owner) continue;
    const source = { entryName, kind: parsed.kind, owner: parsed.owner };
    if (parsed.kind === 'linkedin-profile') sources.unshift(source);
    else sources.push(source);
  }
  if (card !== undefined) {
    const { fn, n } = card.draft;
    const { entryName } = entries[card.entry]!;
    sources.push({ entryName, kind: card.kind, owner: { fn, n, url: '' } });
  }
  return sources;
}

/** What they do now says more than a headline. */
function headlineOf(sources: readonly Source[], properties: readonly DraftProperty[]): string | undefined {
  if (properties.some(({ name }) => name === 'TITLE')) return undefined;
  return sources.find(({ owner }) => (owner.headline ?? '') !== '')?.owner.headline;
}

const NAMELESS = { fn: '', n: { family: '', given: '', additional: '', prefix: '', suffix: '' } };

/** Without positions and schools that are over; the name only of the source that names the owner. */
function onlyCurrent(owner: OwnerDraft, isNamed: boolean): OwnerDraft {
  const properties = owner.properties?.filter(({ parameters }) => parameters?.['X-TO'] === undefined);
  return { ...owner, ...(!isNamed && NAMELESS), ...(properties !== undefined && { properties }) };
}

function unique(properties: readonly DraftProperty[]): DraftProperty[] {
  const forms = new Map<string, DraftProperty>();
  for (const property of properties) {
    const form = `${property.name}:${normalForm(property.name, property.value)}`;
    if (!forms.has(form)) forms.set(form, property);
  }
  return [...forms.values()];
}

/**
 * The owner's item: create when the book has no owner card yet, from somebody in the book or from a record of the batch
 * where one of them is the owner; review when the archive is another member's.
 */
export function planOwner(
  entries: readonly PlannedEntry[],
  book: BookLookup,
  people: DecidedPeople,
): PlannedItem | undefined {
  const card = people.ownersCard;
  const found = ownerOf(entries, card);
  if (!found) return undefined;
  const { entryName, owner } = found;
  const ownerId = book.ownerId();
  const known = ownerId ?? card?.contactId ?? inBook(owner, book);
  if (known === undefined && card === undefined && isNobody(owner)) return undefined;
  const isSomebodyElse = isAnother(owner, ownerId, book);
  const changes = isSomebodyElse ? [] : changesOfOwner(found, known, card, book);
  const item = {
    entryName,
    line: 0,
    subject: 'owner',
    action: actionOf(ownerId, isSomebodyElse, changes),
    fn: owner.fn,
    detail: owner.headline ?? owner.url,
    changes,
    issues: [],
    owner,
  } as const;
  if (known !== undefined) return { ...item, contactId: known };
  return card === undefined ? item : { ...item, intoItem: card.place };
}

/** A mailbox without a name is not enough for a card. */
const isNobody = ({ fn, url }: OwnerDraft): boolean => fn === '' && url === '';

const actionOf = (
  ownerId: ContactId | undefined,
  isSomebodyElse: boolean,
  changes: readonly FieldChange[],
) => {
  if (ownerId === undefined) return 'create';
  if (isSomebodyElse) return 'review';
  return changes.length > 0 ? 'update' : 'same';
};

function isAnother({ url }: OwnerDraft, ownerId: ContactId | undefined, book: BookLookup): boolean {
  const key = linkedInKey(url);
  const keys = ownerId === undefined ? [] : book.linkedInKeysOf(ownerId);
  return key !== undefined && keys.length > 0 && !keys.includes(key);
}

/** The person in the book who is the owner: by profile, or by a mailbox that nobody else has. */
function inBook({ url, properties = [] }: OwnerDraft, book: BookLookup): ContactId | undefined {
  const key = linkedInKey(url);
  const [known] = key === undefined ? [] : book.contactsByKey('url', key);
  if (known !== undefined) return known;
  for (const { name, value } of properties) {
    const email = name === 'EMAIL' ? emailKey(value) : undefined;
    const [person, other] = email === undefined ? [] : book.contactsByKey('email', email);
    if (person !== undefined && other === undefined) return person;
  }
  return undefined;
}

/** What the owner's card is given; nothing for a card that is made from the draft. */
function changesOfOwner(
  { owner, sources }: FoundOwner,
  id: ContactId | undefined,
  card: Keyed | undefined,
  book: BookLookup,
): readonly FieldChange[] {
  if (id === undefined && card === undefined) return [];
  const known = knownOf(
    id === undefined ? [] : book.importedValues(id),
    card === undefined ? [] : wordsOf(card),
  );
  const changes: FieldChange[] = [];
  for (const { kind, owner: said } of sources) {
    const { headline } = said;
    const properties: DraftProperty[] = [
      ...(said.url === '' ? [] : [{ name: 'URL', value: said.url, type: 'linkedin' }]),
      ...(headline === undefined || headline !== owner.headline
        ? []
        : [{ name: 'TITLE', value: headline, type: '' }]),
      ...(said.properties ?? []),
    ].filter((property) => id === undefined || !isTheirsAlready(property, id, book));
    const found = changesOf({ draft: { ...said, properties }, kind, replaces: true }, known);
    rememberChanges(known, found.changes, kind);
    changes.push(...found.changes);
  }
  return changes;
}

/** A key the owner has typed. */
function isTheirsAlready({ name, value }: DraftProperty, id: ContactId, book: BookLookup): boolean {
  if (name === 'EMAIL') return book.contactsByKey('email', emailKey(value) ?? '').includes(id);
  const profile = name === 'URL' ? linkedInKey(value) : undefined;
  return profile !== undefined && book.linkedInKeysOf(id).includes(profile);
}
