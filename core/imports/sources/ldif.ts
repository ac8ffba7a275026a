// LDIF (RFC 2849) of Thunderbird, Evolution, OpenLDAP, Active Directory, Domino: people, and groups that name them.
import { type Ldif, type LdifRecord, partsOfDn, readLdif } from '#core/formats/ldif.ts';
import type { DraftProperty, Issue, ParsedEntry } from '../model.ts';
import type { Entry, ReadingContext, SourceFormat } from '../source-format.ts';
import { entryKind } from './address-book/ldif-attributes.ts';
import { readPerson } from './address-book/ldif-person.ts';
import type { People } from './address-book/row.ts';
import { issue } from './table.ts';

const valuesOf = (record: LdifRecord, ...names: readonly string[]) =>
  record.attributes.filter(({ name }) => names.includes(name)).map(({ value }) => value.trim());

/** A person by their object classes; without any by what only people have. */
function kindOf(record: LdifRecord): 'person' | 'group' | 'thing' {
  const kind = entryKind(valuesOf(record, 'objectclass'));
  if (kind !== undefined) return kind;
  return valuesOf(record, 'mail', 'sn', 'givenname', 'telephonenumber', 'mobile').length > 0
    ? 'person'
    : 'thing';
}

const dnKey = (dn: string) =>
  partsOfDn(dn)
    .map(([name, value]) => `${name}=${value.toLowerCase()}`)
    .join(',');

/** Whom a group names: by the whole distinguished name, else by the mailbox or the name in it. */
class Members {
  readonly #byKey = new Map<string, DraftProperty[] | undefined>();

  /** A second one with the same key is nobody: `undefined` stays. */
  #remember(key: string, properties: DraftProperty[]): void {
    if (key !== '' && this.#byKey.get(key) !== properties)
      this.#byKey.set(key, this.#byKey.has(key) ? undefined : properties);
  }

  add(record: LdifRecord, properties: DraftProperty[]): void {
    if (record.dn !== '') this.#remember(`dn:${dnKey(record.dn)}`, properties);
    for (const mail of valuesOf(record, 'mail')) this.#remember(`mail:${mail.toLowerCase()}`, properties);
    for (const cn of valuesOf(record, 'cn')) this.#remember(`cn:${cn.toLowerCase()}`, properties);
    for (const uid of valuesOf(record, 'uid')) this.#remember(`uid:${uid.toLowerCase()}`, properties);
  }

  find(member: string): DraftProperty[] | undefined {
    const whole = this.#byKey.get(`dn:${dnKey(member)}`);
    if (whole) return whole;
    const parts = new Map(partsOfDn(member));
    for (const name of ['mail', 'cn', 'uid']) {
      const value = parts.get(name);
      const found = value === undefined ? undefined : this.#byKey.get(`${name}:${value.toLowerCase()}`);
      if (found) return found;
    }
    const bare = member.toLowerCase();
    return this.#byKey.get(`mail:${bare}`) ?? this.#byKey.get(`uid:${bare}`);
  }
}

/** Gives a group's members its name as a category; false when none of them is in the file. */
function applyGroup(record: LdifRecord, members: Members): boolean {
  const [name = partsOfDn(record.dn)[0]?.[1] ?? ''] = valuesOf(record, 'cn', 'displayname');
  let found = false;
  for (const member of valuesOf(record, 'member', 'uniquemember', 'memberuid', 'mozillaablistmember')) {
    const properties = members.find(member);
    if (!properties) continue;
    found = true;
    const isThere = properties.some(({ name: kind, value }) => kind === 'CATEGORIES' && value === name);
    if (name !== '' && !isThere) properties.push({ name: 'CATEGORIES', value: name.slice(0, 200), type: '' });
  }
  return found;
}

/** Active Directory names the groups in the person. */
function addMemberships(record: LdifRecord, properties: DraftProperty[]): void {
  for (const group of valuesOf(record, 'memberof')) {
    const name = partsOfDn(group)[0]?.[1] ?? '';
    if (name !== '') properties.push({ name: 'CATEGORIES', value: name.slice(0, 200), type: '' });
  }
}

/** Changes of a directory say what became of somebody, not who they are. */
const isChange = ({ changetype }: LdifRecord) => changetype !== 'add' && changetype !== '';

function readRecords({ records }: Ldif, people: People): number {
  const members = new Members();
  const groups: LdifRecord[] = [];
  let things = 0;
  for (const record of records) {
    const kind = kindOf(record);
    if (isChange(record))
      people.unusable.push(issue(record.line, 'BAD_LINE', { changetype: record.changetype.slice(0, 20) }));
    else if (kind === 'group') groups.push(record);
    else if (kind === 'thing') things++;
    else {
      const contact = readPerson(record, people);
      if (!contact) continue;
      // A draft of ours, whose list is still being filled.
      const properties = contact.properties as DraftProperty[];
      addMemberships(record, properties);
      members.add(record, properties);
    }
  }
  for (const group of groups) if (!applyGroup(group, members)) things++;
  return things;
}

const MOST_BAD_LINES = 100;

/** A file of another kind may be nothing but bad lines: a hundred are enough to say so. */
function badLines({ badLines: lines }: Ldif): Issue[] {
  const shown = lines
    .slice(0, MOST_BAD_LINES)
    .map(({ line, text }) => issue(line, 'BAD_LINE', { value: text }));
  const rest = lines.length - shown.length;
  return rest > 0 ? [...shown, issue(0, 'BAD_LINE', { count: rest })] : shown;
}

/** Reads a whole file. What is no person is one NOT_A_PERSON with its count: directories hold thousands of such. */
export function parseLdif(text: string, { now }: Pick<ReadingContext, 'now'>): ParsedEntry {
  const ldif = readLdif(text);
  const people: People = {
    contacts: [],
    evidence: [],
    unusable: badLines(ldif),
    thisYear: Number(now.slice(0, 4)),
  };
  const things = readRecords(ldif, people);
  const { contacts, evidence, unusable } = people;
  if (things > 0) unusable.push(issue(0, 'NOT_A_PERSON', { count: things }));
  if (contacts.length === 0 && unusable.length === 0) unusable.push(issue(0, 'NO_ROWS'));
  return {
    kind: 'ldif',
    contacts,
    invitations: [],
    ...(evidence.length > 0 && { evidence }),
    issues: unusable,
  };
}

const FIRST = /^(?:version[ \t]*:[ \t]*\d|dn[ \t]*:)/i;
const DN = /^dn[ \t]*::?[ \t]*\S/im;

/** The first line that is neither blank nor a comment. */
function firstLine(text: string): string {
  for (const line of text.slice(0, 65_536).split(/\r\n|\r|\n/))
    if (line.trim() !== '' && !line.startsWith('#')) return line.replace(/^\ufeff/, '');
  return '';
}

/** LDIF, by its version line or the distinguished name of its first record. */
export const ldifFormat: SourceFormat = {
  kinds: ['ldif'],
  recognise(entry: Entry, { kind }) {
    if (kind !== undefined && kind !== 'ldif') return undefined;
    const first = firstLine(entry.head);
    const isLdif = FIRST.test(first) && DN.test(entry.head);
    if (!isLdif && !(kind === 'ldif' && DN.test(entry.text()))) return undefined;
    return {
      kind: 'ldif',
      because: first.slice(0, 200),
      parse: (context) => parseLdif(entry.text(), context),
    };
  },
};
