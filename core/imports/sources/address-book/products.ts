// Whose address book a table is, by columns only that product writes.
import type { SourceKind } from '../../model.ts';
import type { Columns } from './columns.ts';
import type { Target } from './targets.ts';

type Product = Extract<SourceKind, 'outlook-csv' | 'thunderbird-csv' | 'windows-mail-csv' | 'yahoo-csv'>;

/** Fields of Outlook that nobody else has. */
const OUTLOOK_ONLY: ReadonlySet<Target> = new Set([
  'X-BILLING-INFORMATION',
  'X-DIRECTORY-SERVER',
  'X-GOVERNMENT-ID-NUMBER',
  'X-ORGANIZATIONAL-ID-NUMBER',
  'X-INTERNET-FREE-BUSY',
  'X-MILEAGE',
  'X-SENSITIVITY',
  'X-REFERRED-BY',
  'X-EMAIL-TYPE',
  'X-EMAIL-DISPLAY-NAME',
  'X-USER-1',
  'X-PHONETIC-ORG',
  'X-OFFICE-LOCATION',
  'TEL callback',
  'TEL assistant',
  'TEL car',
  'TEL radio',
  'TEL telex',
  'TEL textphone',
  'TEL isdn',
  'TEL work,main',
  'ADR-STREET other',
]);

/** What every address book has. */
const USUAL: ReadonlySet<string> = new Set(['ORG', 'ORG-UNIT', 'TITLE', 'BDAY', 'NOTE', 'CATEGORIES', 'URL']);
const USUAL_TYPED = /^(?:TEL (?:work|home|cell)|ADR-(?:STREET|CITY) (?:work|home))$/;

const count = (targets: readonly Target[], accepts: (target: Target) => boolean) =>
  new Set(targets.filter(accepts)).size;

function isThunderbird({ targets, keys, layout }: Columns): boolean {
  if (layout === 'thunderbird-csv') return true;
  const has = (target: Target) => targets.includes(target);
  const emails = targets.filter((target) => target === 'EMAIL').length;
  const hasBirthday = has('BDAY-YEAR') && has('BDAY-MONTH') && has('BDAY-DAY');
  return (
    has('FULLNAME') &&
    emails > 0 &&
    ((hasBirthday && (has('X-CUSTOM-1') || emails > 1)) ||
      (keys.includes('primaryemail') && keys.includes('displayname')))
  );
}

const YAHOO = [
  'distributionlists',
  'messengerid',
  'yahoophone',
  'alternateemail1',
  'personalwebsite',
  'businesswebsite',
  'yahooid',
];

/** Yahoo's export is English only. */
const isYahoo = ({ keys }: Columns) =>
  count(keys, (key) => YAHOO.includes(key)) > 1 || (keys[0] === 'first' && keys.includes('alternateemail1'));

const hasOutlookMail = ({ keys, lexicon }: Pick<Columns, 'keys' | 'lexicon'>) =>
  lexicon.outlookMail.some((label) => keys.includes(label));

/** Outlook Express, Windows Mail and Windows Live Mail: a whole name beside its parts, and two kinds of web page. */
function isWindowsMail({ targets, keys, lexicon }: Columns): boolean {
  const has = (target: Target) => targets.includes(target);
  if (!has('FULLNAME') || !hasOutlookMail({ keys, lexicon }) || has('PREFIX') || has('SUFFIX')) return false;
  return (
    (has('URL home') && has('URL work')) ||
    (has('NICKNAME') && has('ADR-STREET home') && !targets.some((target) => target.startsWith('BDAY')))
  );
}

/** What English Outlook calls things others call otherwise. */
const OUTLOOK_KEYS = new Set(
  'businessphone mobilephone homephone businessfax homefax businessstreet businesscity homestreet email2address webpage businesspostalcode homepostalcode categories'.split(
    ' ',
  ),
);

function isOutlook({ targets, keys, lexicon, layout }: Columns): boolean {
  if (layout === 'outlook-csv') return true;
  if (!targets.includes('GIVEN') || !targets.includes('FAMILY')) return false;
  // Nobody is connected in an address book.
  if (targets.includes('CONNECTED-ON')) return false;
  if (count(targets, (target) => OUTLOOK_ONLY.has(target)) > 2) return true;
  const usual = count(targets, (target) => USUAL.has(target) || USUAL_TYPED.test(target));
  // In English half of the world calls it that.
  const isItsOwn = lexicon.language.code !== 'en' || keys.filter((key) => OUTLOOK_KEYS.has(key)).length > 1;
  return hasOutlookMail({ keys, lexicon }) && !targets.includes('FULLNAME') && usual > 2 && isItsOwn;
}

/** The product whose export has these columns; undefined for a table that anybody may have made. */
export function productOf(columns: Columns): Product | undefined {
  if (isThunderbird(columns)) return 'thunderbird-csv';
  if (isYahoo(columns)) return 'yahoo-csv';
  if (isWindowsMail(columns)) return 'windows-mail-csv';
  return isOutlook(columns) ? 'outlook-csv' : undefined;
}

/** Yahoo's bare words for telephones, which mean other things elsewhere. */
const YAHOO_TELEPHONES: ReadonlyMap<string, Target> = new Map([
  ['home', 'TEL home'],
  ['work', 'TEL work'],
  ['other', 'TEL other'],
  ['primary', 'TEL pref'],
  ['yahoophone', 'TEL'],
]);

/** The columns as the product means them. */
export function asMeantBy(product: Product | undefined, { targets, keys }: Columns): readonly Target[] {
  if (product !== 'yahoo-csv') return targets;
  return targets.map((target, at) => YAHOO_TELEPHONES.get(keys[at] ?? '') ?? target);
}

const REACHED = /^(?:EMAIL|TEL|BDAY|NICKNAME|IMPP|URL linkedin|ADR\S* home)/;
const FIELD =
  /^(?:EMAIL|TEL|BDAY|NICKNAME|IMPP|URL|ORG|TITLE|ROLE|ADR|NOTE|CATEGORIES|ANNIVERSARY|SOCIALPROFILE|GENDER|RELATED|ADDITIONAL|PREFIX|SUFFIX)/;
/** Columns of bank statements, bills and stock lists, folded, in a few languages. */
const MONEY =
  /^(?:iban|bic|amount|balance|debit|credit|price|unitprice|currency|transactionid|betrag|saldo|soll|haben|verwendungszweck|buchungstag|valuta|wahrung|montant|solde|devise|importe|saldo|importo|valor|kwota|сумма|金額|金额|quantity|qty|sku|menge|preis|gross|net|fee)$/;

/** Columns of password managers: whatever else they list, it is nobody's address book. */
const SECRET =
  /^(?:password|passwd|passwort|kennwort|motdepasse|contrasena|senha|palavrapasse|haslo|wachtwoord|losenord|adgangskode|passord|salasana|heslo|jelszo|sifre|пароль|パスワード|密码|密碼|비밀번호)$/;
/** Columns of what a shop sells and ships. */
const SALE =
  /^(?:lineitem|financialstatus|fulfillment|invoiceno|invoicenumber|rechnungsnummer|transactionid|trackingn)/;
/** Columns of maps: shops and sights have telephones, too. */
const MAP =
  /^(?:latitude|longitude|lat|lng|lon|latlng|coordinates|geolocation|openinghours|hours|placeid|breitengrad|langengrad|latitud|longitud|latitudine|longitudine)$/;
/** The page of a member, on a list of those who came. */
const MEMBER_PAGE = /^(?:urlofmemberprofile|memberprofile|profileurl|profilelink|memberurl|profile)$/;

const isSecret = (keys: readonly string[]) => keys.some((key) => SECRET.test(key));

/** Whether labels, folded, say that a table is about passwords, money, wares or places. */
export const isOfThings = (keys: readonly string[]) =>
  isSecret(keys) || keys.some((key) => MONEY.test(key) || SALE.test(key) || MAP.test(key));

/** Passwords; and money and places, unless there is a mailbox or a person's whole name beside them. */
function isAboutOthers({ targets, keys }: Pick<Columns, 'targets' | 'keys'>): boolean {
  if (isSecret(keys)) return true;
  const isThing = keys.some((key) => MONEY.test(key) || MAP.test(key));
  const isNamed = targets.includes('GIVEN') && targets.includes('FAMILY');
  const isSale = keys.some((key) => SALE.test(key));
  return !isNamed && (isSale || (isThing && !targets.includes('EMAIL')));
}

const mayBeReached = ({ targets, keys }: Pick<Columns, 'targets' | 'keys'>) =>
  targets.some((target) => REACHED.test(target)) || keys.some((key) => MEMBER_PAGE.test(key));

/**
 * Whether a table is one of people: the parts of a name, or a whole one, with something that is only a person's. A lone
 * `Name` may be anything's, so it needs a mailbox, a number or a birthday, and no sums of money.
 */
export function isOfPeople({ targets, meanings, keys }: Columns): boolean {
  const has = (target: Target) => targets.includes(target);
  const fields = count(targets, (target) => FIELD.test(target));
  if (isAboutOthers({ targets, keys })) return false;
  if (has('GIVEN') && has('FAMILY')) return fields > 0;
  const isReached = mayBeReached({ targets, keys });
  if (has('GIVEN') || has('FAMILY')) return isReached;
  if (!has('FULLNAME')) return false;
  const isSure = meanings.includes('FULLNAME');
  return isReached || (isSure && fields > 0) || (has('ORG') && has('TITLE'));
}
