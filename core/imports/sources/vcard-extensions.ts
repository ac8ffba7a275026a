// Properties of single products, and whole families of them: Apple's, Android's, Outlook's, Evolution's, KDE's.
import { formattedName, parseN } from '#core/contacts/structured-name.ts';
import { escaped, escapedOnce, parted } from '#core/formats/vcard/escapes.ts';
import { addAccount, addProfile } from './vcard-accounts.ts';
import type { VCardProperty } from '#core/formats/vcard/model.ts';
import { add, type Building, type Handler, isOld, plainText, shape } from './vcard-building.ts';
import { addDate, addRelated, gender, KNOWN, unknown } from './vcard-properties.ts';
import { ANDROID_RELATIONS, type Relation, relationNamed, relationOfProperty } from './vcard-relations.ts';
import { serviceOfProperty } from './vcard-services.ts';
import { plainLabel, type Shape, shapedWith } from './vcard-shape.ts';

const drop: Handler = () => undefined;

/**
 * Left out, because whatever writes the card out again says it anew: where it begins and ends, and its format (RFC 2425
 * §6.1 PROFILE). Which program wrote it and when (PRODID, REV) stays, although it is about the file and not about the
 * person: the book keeps it as it came and never takes it for a change (BOOKKEEPING_PROPERTIES).
 */
const FRAME = ['BEGIN', 'END', 'VERSION', 'PROFILE'];

const abDate: Handler = (property, building) => {
  const written = building.groups?.get(property.group.toLowerCase())?.label ?? '';
  const label = plainLabel(written).toLowerCase();
  const shaped = shape(property, { ...building, groups: undefined });
  if (label === 'anniversary') return addDate(building, 'ANNIVERSARY', property, shaped);
  if (label === 'birthday') return addDate(building, 'BDAY', property, shaped);
  unknown(property, building);
};

const abShowAs: Handler = (property, building) => {
  if (/^\s*company\s*$/i.test(property.value)) building.isCompany = true;
  else unknown(property, building);
};

const evolutionList: Handler = (property, building) => {
  if (/^\s*true\s*$/i.test(property.value)) building.isList = true;
  else unknown(property, building);
};

/** Windows Address Book counts: 1 female, 2 male. */
const wabGender: Handler = (property, building) => {
  const sex = ['', 'F', 'M'][Number(property.value.trim())] ?? '';
  if (sex === '') unknown(property, building);
  else add(building, 'GENDER', sex, shape(property, building));
};

/** Outlook 2007's relatives say who they are after `N=`, family name first; the words behind it are no types. */
const withoutName = ({ type, parameters }: Shape): Shape => {
  const { N: name, ...rest } = parameters ?? {};
  return {
    type: name === undefined ? type : '',
    parameters: Object.keys(rest).length > 0 ? rest : undefined,
  };
};

const relative =
  ({ type, label }: Relation): Handler =>
  (property, building) => {
    const shaped = withoutName(shape(property, building));
    const kept = { type: [shaped.type, type].filter(Boolean).join(','), parameters: shaped.parameters };
    const more = label === '' ? kept : shapedWith(kept, { 'X-ABLABEL': [label] });
    // Outlook's field for children is one line for all of them.
    const parts = type === 'child' ? /[\n,;]/ : '\n';
    for (const name of plainText(property.value).split(parts))
      addRelated(building, name.trim(), property.line, more);
  };

/** vCard 2.1's and 3.0's assistant, who may be a whole card (RFC 6350 §6.6.6 calls them an agent). */
const agent: Handler = (property, building) => {
  const nested = property.nested?.properties ?? [];
  const named = (name: string) => plainText(nested.find((other) => other.name === name)?.value ?? '').trim();
  const fn = named('FN') || formattedName(parseN(named('N')));
  if (fn !== '') addRelated(building, fn, property.line, { type: 'agent', parameters: undefined });
  if (fn === '' || property.value !== '') unknown(property, building);
};

const ANDROID_TYPE = /^vnd\.[a-z.]+\/(nickname|relation|contact_event)$/i;

/** Android's rows that vCard has no line for (VCardBuilder): kind, value, number of the type, its label. */
const androidCustom: Handler = (property, building) => {
  const [mime = '', value = '', number = '', label = ''] = parted(property.value, ';').map((part) =>
    plainText(part).trim(),
  );
  const kind = ANDROID_TYPE.exec(mime)?.[1]?.toLowerCase() ?? '';
  const meant = androidRow(kind, Number(number), label);
  if (meant === undefined) unknown(property, building);
  else meant({ ...property, parameters: {}, value: escaped(value) }, building);
};

function androidRow(kind: string, number: number, label: string): Handler | undefined {
  if (kind === 'nickname') return handlers.get('NICKNAME');
  if (kind === 'relation') return relative(relationNamed(label || (ANDROID_RELATIONS[number] ?? '')));
  if (kind !== 'contact_event') return undefined;
  if (number === 1) return dateNamed('ANNIVERSARY');
  return number === 3 ? dateNamed('BDAY') : dateLabelled(label);
}

const dateLabelled =
  (label: string): Handler =>
  (property, building) =>
    addDate(building, 'X-ABDATE', property, {
      type: '',
      parameters: label === '' ? undefined : { 'X-ABLABEL': [label.slice(0, 200)] },
    });

const dateNamed =
  (name: string): Handler =>
  (property, building) =>
    addDate(building, name, property, shape(property, building));

/** How a Japanese telephone says a name is spoken (IrMC 1.1): the parts of N, in half-width kana. */
const sound: Handler = (property, building) => {
  const isName = property.parameters['TYPE']?.some((type) => /^x-irmc-n$/i.test(type)) === true;
  if (!isName) return unknown(property, building);
  const [family = '', given = ''] = parted(property.value, ';').map((part) => plainText(part).trim());
  const plain: Shape = { type: '', parameters: undefined };
  add(building, 'X-PHONETIC-LAST-NAME', family, plain);
  add(building, 'X-PHONETIC-FIRST-NAME', given, plain);
};

const EXTENSIONS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['AGENT', agent],
  ['X-ABLABEL', drop],
  ['X-ABDATE', abDate],
  ['X-ABSHOWAS', abShowAs],
  ['SOUND', sound],
  ['X-IM', (property, building) => KNOWN.get('IMPP')?.(property, building)],
  ['X-SNS', (property, building) => KNOWN.get('SOCIALPROFILE')?.(property, building)],
  ['X-ADDRESSBOOKSERVER-KIND', (property, building) => KNOWN.get('KIND')?.(property, building)],
  ['X-ANDROID-CUSTOM', androidCustom],
  ['X-EVOLUTION-LIST', evolutionList],
  ['X-GENDER', gender],
  ['X-WAB-GENDER', wabGender],
  ['X-NICKNAME', (property, building) => KNOWN.get('NICKNAME')?.(property, building)],
  ['X-PRONOUNS', (property, building) => KNOWN.get('PRONOUNS')?.(property, building)],
  // Symbian's second name is the one friends use.
  ['X-EPOCSECONDNAME', (property, building) => KNOWN.get('NICKNAME')?.(property, building)],
  ['X-MS-TEL', (property, building) => KNOWN.get('TEL')?.(property, building)],
]);

/** The country of an address is a parameter of it; one without its address stays as it came. */
const abAdr: Handler = (property, building) => {
  const facts = building.groups?.get(property.group.toLowerCase());
  if (facts?.hasAddress !== true) unknown(property, building);
};

const IM_ADDRESS = /^X-(?:MS-|KADDRESSBOOK-X-|ZIMBRA-)IMADDRESS\d{0,2}$/;

/** By the words a name is made of; undefined for a name of no family. */
function familyOf(name: string): Handler | undefined {
  if (!name.startsWith('X-')) return undefined;
  const relation = relationOfProperty(name);
  if (relation) return relative(relation);
  if (/[-_]ANNIVERSARY$/.test(name)) return dateNamed('ANNIVERSARY');
  // A day of the lunar calendar is another day every year, and no second birthday.
  if (/^X-(?!LUNAR-)(?:[A-Z]+-)?(?:BDAY|BIRTHDAY)$/.test(name)) return dateNamed('BDAY');
  if (/^X-(?:[A-Z]+-)?DEATHDATE$/.test(name)) return dateNamed('DEATHDATE');
  if (/^X-(?:[A-Z]+-)?(?:X-)?PROFESSION$/.test(name)) return KNOWN.get('ROLE');
  const service = serviceOfProperty(name);
  if (service === undefined)
    return IM_ADDRESS.test(name)
      ? (property, building) =>
          addAccount(building, plainText(property.value), undefined, shape(property, building))
      : undefined;
  return service.kind === 'chat'
    ? (property, building) =>
        addAccount(building, plainText(property.value), service, shape(property, building))
    : (property, building) =>
        addProfile(building, plainText(property.value).trim(), service, shape(property, building));
}

const handlers = new Map<string, Handler>([...KNOWN, ...EXTENSIONS, ['X-ABADR', abAdr]]);
for (const name of FRAME) handlers.set(name, drop);
/** SECURITY: names come from files. */
const MOST_NAMES = 2000;

/** How a property of that name (upper case) is read. */
export function handlerOf(name: string): Handler {
  const known = handlers.get(name);
  if (known) return known;
  const found = familyOf(name) ?? unknown;
  if (handlers.size < MOST_NAMES) handlers.set(name, found);
  return found;
}

/** Whether a value of these is one text, or made of components. */
const WRITTEN: ReadonlyMap<string, boolean> = new Map([
  ['NOTE', true],
  ['TITLE', true],
  ['ROLE', true],
  ['LABEL', true],
  ['ORG', false],
  ['ADR', false],
]);

/** The line with its escapes undone where they were written twice. */
function once(property: VCardProperty): VCardProperty {
  const isText = WRITTEN.get(property.name);
  if (isText === undefined) return property;
  const value = escapedOnce(property.value, isText);
  return value === property.value ? property : { ...property, value };
}

/** Reads all lines of a card. */
export function readLines(building: Building): void {
  const isPlain = isOld(building);
  for (const property of building.card.properties) {
    const isSuspect = !isPlain && property.value.includes('\\\\');
    handlerOf(property.name)(isSuspect ? once(property) : property, building);
  }
}
