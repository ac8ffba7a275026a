// Labelled record-linkage data sets as they are published: CSV files whose columns say who is who.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import type { LinkageRecord } from '#core/contacts/duplicates/model.ts';
import { emailKey, linkedInKey, telKey } from '#core/contacts/identity.ts';
import { splitName } from '#core/contacts/names.ts';

export interface LabelledSet {
  readonly name: string;
  readonly records: readonly LinkageRecord[];
  /** True person of each record, in the order of `records`. */
  readonly people: readonly string[];
}

/** Which columns are read: all of them, or only what an address book has. */
export type Fields = 'all fields' | 'address-book fields';

type Role =
  | 'truth'
  | 'given'
  | 'additional'
  | 'family'
  | 'full'
  | 'nickname'
  | 'suffix'
  | 'bday'
  | 'identifier'
  | 'house'
  | 'street'
  | 'extended'
  | 'locality'
  | 'code'
  | 'region'
  | 'email'
  | 'tel'
  | 'org'
  | 'title'
  | 'url';

/** Header words, lower case and joined by `_`, as FEBRL, Splink, dedupe, recordlinkage and others write them. */
const ROLES: Readonly<Record<Role, RegExp>> = {
  truth:
    /^(?:cluster|cluster_id|true_id|trueid|entity_id|entityid|person_id|ent_id|identity|group_id|label)$/,
  given: /^(?:given_?names?|first_?names?|fore_?names?|fname|fname_c1)$/,
  additional: /^(?:middle_?names?|second_?name|additional_?names?|mname|middle_?initial)$/,
  family: /^(?:sur_?name|last_?name|family_?name|lname|lname_c1)$/,
  full: /^(?:full_?name|name|person_?name|display_?name)$/,
  nickname: /^(?:nick_?name|alias|also_known_as)$/,
  suffix: /^(?:suffix|name_?suffix|generation)$/,
  bday: /^(?:dob|date_?of_?birth|birth_?date|birth_?day|bday|born)$/,
  identifier:
    /^(?:soc_?sec_?id|ssn|social_security(?:_number)?|national_?(?:id|number)|nhs_?(?:no|number)|passport(?:_number)?)$/,
  house: /^(?:street_?(?:number|no)|house_?(?:number|no))$/,
  street: /^(?:street|address|address_?1|street_?(?:name|address)|addr(?:ess)?_?line_?1)$/,
  extended: /^(?:address_?2|addr(?:ess)?_?line_?2|unit|flat)$/,
  locality: /^(?:suburb|city|town|locality|birth_?place|place|place_of_birth)$/,
  code: /^(?:post_?code|postal_?code|zip|zip_?code|postcode_fake)$/,
  region: /^(?:state|region|province|county)$/,
  email: /^(?:e_?mail|e_?mail_?address)$/,
  tel: /^(?:phone|phone_?number|telephone|mobile|tel)$/,
  org: /^(?:org|organi[sz]ation|company|employer|site_name)$/,
  title: /^(?:title|job_?title|occupation|profession|position)$/,
  url: /^(?:url|linkedin|profile(?:_url)?)$/,
};

const NOT_IN_ADDRESS_BOOKS: ReadonlySet<Role> = new Set(['bday', 'identifier', 'title']);

/** The same set with only what an address book has. */
export const addressBookFields = ({ name, records, people }: LabelledSet): LabelledSet => ({
  name,
  people,
  records: records.map((record) => ({ ...record, bday: '', identifiers: [], title: '' })),
});

const FEBRL_ID = /^(rec-\d+)-(?:org|dup-\d+)$/;

type Row = Readonly<Record<string, string>>;

interface Table {
  readonly file: string;
  readonly rows: readonly Row[];
  readonly columns: readonly string[];
}

const headerKey = (header: string) =>
  header
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_');

function tableOf(file: string): Table {
  const { data, meta } = Papa.parse<Row>(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: headerKey,
    transform: (value) => value.trim(),
  });
  return { file, rows: data, columns: meta.fields ?? [] };
}

/** The true person of every row; undefined for a file that does not say. */
function truthOf({ rows, columns }: Table): string[] | undefined {
  const column = columns.find((name) => ROLES.truth.test(name));
  if (column !== undefined && rows.every((row) => row[column])) return rows.map((row) => row[column]!);
  const ids = columns.find((name) => rows.length > 0 && rows.every((row) => FEBRL_ID.test(row[name] ?? '')));
  return ids === undefined ? undefined : rows.map((row) => FEBRL_ID.exec(row[ids]!)![1]!);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(full);
      return /\.(?:csv|tsv)$/i.test(entry.name) ? [full] : [];
    });
}

/** `dataset4a.csv` and `dataset4b.csv` are two halves of one set, to be linked with each other. */
function setNameOf(file: string, all: readonly string[]): string {
  const half = /^(.*)([ab])(\.\w+)$/i.exec(file);
  if (half === null) return file;
  const [, stem = '', letter = '', ending = ''] = half;
  const other = `${stem}${letter.toLowerCase() === 'a' ? 'b' : 'a'}${ending}`;
  return all.includes(other) ? `${stem}a+b${ending}` : file;
}

/** Every labelled set below `folder`, in the order of its files; files without labels are named in `unlabelled`. */
export function labelledSets(folder: string, fields: Fields): { sets: LabelledSet[]; unlabelled: string[] } {
  const files = filesBelow(folder);
  const unlabelled: string[] = [];
  const sets = new Map<string, { records: LinkageRecord[]; people: string[] }>();
  for (const file of files) {
    const table = tableOf(file);
    const truth = truthOf(table);
    const name = path.relative(folder, setNameOf(file, files));
    if (truth === undefined) {
      unlabelled.push(name);
      continue;
    }
    const set = sets.get(name) ?? { records: [], people: [] };
    sets.set(name, set);
    const read = reader(table, fields);
    for (const [at, row] of table.rows.entries()) {
      set.records.push(read(row, set.records.length + 1));
      set.people.push(truth[at]!);
    }
  }
  return { sets: [...sets].map(([name, set]) => ({ name, ...set })), unlabelled };
}

function reader({ columns }: Table, fields: Fields) {
  const columnsOf = new Map<Role, string[]>();
  for (const [role, pattern] of Object.entries(ROLES) as [Role, RegExp][]) {
    if (fields === 'address-book fields' && NOT_IN_ADDRESS_BOOKS.has(role)) continue;
    columnsOf.set(
      role,
      columns.filter((column) => pattern.test(column)),
    );
  }
  return (row: Row, id: number): LinkageRecord => {
    const all = (role: Role) => (columnsOf.get(role) ?? []).flatMap((column) => row[column] || []);
    const one = (role: Role) => all(role).join(' ');
    const keys = (role: Role, key: (text: string) => string | undefined) =>
      all(role).flatMap((text) => key(text) ?? []);
    return {
      id,
      ...namesOf(one),
      emails: keys(
        'email',
        (text) => emailKey(text) ?? (text.includes('@') ? text.toLowerCase() : undefined),
      ),
      tels: keys('tel', telKey),
      profiles: keys('url', linkedInKey),
      identifiers: all('identifier'),
      bday: dateOf(one('bday')),
      org: one('org'),
      title: one('title'),
      adr: addressOf(one),
      connectedOn: '',
    };
  };
}

function namesOf(one: (role: Role) => string): Pick<LinkageRecord, 'n' | 'otherNames'> {
  const given = one('given');
  const family = one('family');
  const full = splitName(one('full'));
  const nickname = one('nickname');
  const n =
    given === '' && family === ''
      ? full
      : {
          given: given || full.given,
          additional: one('additional') || full.additional,
          family: family || full.family,
          prefix: full.prefix,
          suffix: one('suffix') || full.suffix,
        };
  return { n, otherNames: nickname === '' ? [] : [nickname] };
}

function addressOf(one: (role: Role) => string): LinkageRecord['adr'] {
  const street = [one('house'), one('street')].filter(Boolean).join(' ');
  const adr = {
    street,
    extended: one('extended'),
    locality: one('locality'),
    region: one('region'),
    code: one('code'),
  };
  return Object.values(adr).some(Boolean) ? [adr] : [];
}

/** `19560409`, `1956-04-09`, `09/04/1956` (day first) and years alone as a partial date; empty for anything else. */
function dateOf(text: string): string {
  const packed = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})\b/.exec(text);
  if (packed) return `${packed[1]}-${packed[2]}-${packed[3]}`;
  const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (dayFirst) return `${dayFirst[3]}-${dayFirst[2]!.padStart(2, '0')}-${dayFirst[1]!.padStart(2, '0')}`;
  return /^\d{4}(?:-\d{2})?$/.test(text) ? text : '';
}
