// Finding the row that names the columns, wherever it is and whatever language it is in.
import { parseCsv, type Delimiter } from '#core/formats/csv-rfc4180.ts';
import { fold } from '#core/shared/fold.ts';
import { connectionsByContent } from './header-content.ts';

/** The columns we understand, by what they mean. */
export type Column =
  | 'firstName'
  | 'lastName'
  | 'fullName'
  | 'url'
  | 'email'
  | 'company'
  | 'position'
  | 'connectedOn'
  | 'from'
  | 'to'
  | 'sentAt'
  | 'message'
  | 'direction'
  | 'inviterUrl'
  | 'inviteeUrl'
  | 'inviterUrn'
  | 'inviteeUrn'
  | 'maidenName'
  | 'headline'
  | 'summary'
  | 'industry';

export interface Header {
  /** 1-based physical line the header stands on. */
  readonly line: number;
  /** Where the text after the header's line starts. */
  readonly bodyAt: number;
  readonly delimiter: Delimiter;
  /** The labels as written. */
  readonly labels: readonly string[];
  readonly columns: ReadonlyMap<Column, number>;
}

// English is proven in every export seen; the others are what LinkedIn's interface calls these columns, or what a
// spreadsheet owner would. German `Name` beside `Vorname` is the family name: see `withFamilyName`.
const LABELS: Readonly<Record<Column, string>> = {
  firstName:
    'First Name|Firstname|Given Name|Vorname|Prénom|Nombre|Nombres|Nome|Primeiro nome|Nome próprio|Voornaam|Imię|Имя|名|名字|Förnamn|' +
    'Fornavn|Ad|Adı|Etunimi|Křestní jméno|Jméno|Prenume|Keresztnév|Utónév|Nama Depan|Ім’я|이름|الاسم الأول|שם פרטי|ชื่อ|Όνομα|Nom de pila',
  lastName:
    'Last Name|Lastname|Family Name|Surname|Nachname|Familienname|Nom|Nom de famille|Apellido|Apellidos|Cognome|Sobrenome|Apelido|' +
    'Último nome|Achternaam|Nazwisko|Фамилия|姓|姓氏|Efternamn|Etternavn|Efternavn|Soyadı|Soyad|Sukunimi|Příjmení|Nume de familie|' +
    'Vezetéknév|Nama Belakang|Прізвище|성|اسم العائلة|שם משפחה|นามสกุล|Επώνυμο',
  fullName:
    'Name|Full Name|Nom complet|Nombre completo|Nome completo|Vollständiger Name|Volledige naam|Naam|Полное имя|姓名|氏名|Namn|Navn|' +
    'Ad Soyad|Imię i nazwisko|Nimi|名前',
  url:
    'URL|Profile URL|LinkedIn URL|Public Profile URL|Profil-URL|URL du profil|URL del perfil|URL del profilo|URL do perfil|Profiel-URL|' +
    'Adres URL|URL-адрес|网址|個人檔案網址|Profil-URL-adress|LinkedIn|LinkedIn Profile|LinkedIn Profile URL|Profil URL’si',
  email:
    'Email Address|E-mail Address|Email|E-mail|E-Mail-Adresse|Adresse e-mail|Adresse email|Courriel|Dirección de correo electrónico|' +
    'Correo electrónico|Indirizzo e-mail|Indirizzo email|Endereço de e-mail|E-mailadres|Adres e-mail|Электронная почта|Адрес эл. почты|' +
    'Адрес электронной почты|メールアドレス|メール|电子邮件|电子邮件地址|電子郵件|電子郵件地址|邮箱|邮箱地址|E-postadress|E-post|' +
    'Mailadresse|E-mailadresse|E-postadresse|E-posta|E-posta adresi|Sähköposti|Sähköpostiosoite|E-mailová adresa|Adresă de e-mail|' +
    'E-mail cím|Alamat Email|Електронна пошта|이메일|이메일 주소|البريد الإلكتروني',
  company:
    'Company|Organization|Organisation|Unternehmen|Firma|Entreprise|Société|Empresa|Azienda|Società|Bedrijf|Компания|会社|会社名|公司|' +
    'Företag|Virksomhed|Bedrift|Firmanavn|Şirket|Yritys|Společnost|Companie|Vállalat|Cég|Perusahaan|Компанія|회사|الشركة',
  position:
    'Position|Title|Job Title|Poste|Fonction|Intitulé du poste|Cargo|Puesto|Posizione|Qualifica|Posição|Functie|Stanowisko|Должность|' +
    '役職|职位|職位|职务|Befattning|Stilling|Pozisyon|Unvan|Ünvan|Asema|Tehtävä|Pozice|Poziție|Funcție|Beosztás|Posisi|Посада|직책|직위|المنصب',
  connectedOn:
    'Connected On|Connected|Connection Date|Date Connected|Connected Since|Verbunden am|Verbunden seit|Vernetzt am|Vernetzt seit|' +
    'Verknüpft am|Kontakt seit|Kontaktdatum|Date de connexion|Date de la mise en relation|Connecté le|Connectée le|Connexion établie le|' +
    'En relation depuis|Relation depuis|Relation depuis le|Conectado el|Conectado desde|Fecha de conexión|Fecha de contacto|' +
    'Data di collegamento|Collegato il|Collegato dal|Data collegamento|Data di connessione|Conectado em|Conectado desde|' +
    'Data da conexão|Data de conexão|Ligado em|Data da ligação|Verbonden op|Verbonden sinds|Gekoppeld op|Connectie sinds|' +
    'Data nawiązania kontaktu|Połączono|W kontakcie od|Data połączenia|Дата установления контакта|Дата контакта|Контакт с|В контактах с|' +
    'Дата добавления|つながった日|つながりの日付|つながり日|接続日|连接日期|建立联系日期|建立关系日期|成为好友日期|建立關係日期|連結日期|' +
    'Kontakt sedan|Ansluten den|Anslöt den|Kontaktdatum|Forbundet den|Forbundet siden|Tilknyttet|Bağlantı tarihi|Bağlantı kurulma tarihi|' +
    'Bağlandı|Verkostoitunut|Verkostoiduttu|Spojeno dne|Conectat la|Kapcsolat dátuma|Terhubung Pada|1촌 맺은 날짜|연결 날짜',
  from: 'From|Von|De|Da|Van|Od|От|送信者|差出人|发件人|寄件者|Från|Fra',
  to: 'To|An|À|Para|A|Aan|Do|Кому|受信者|宛先|收件人|Till|Til',
  sentAt:
    'Sent At|Date Sent|Sent On|Sent|Gesendet am|Envoyé le|Date d’envoi|Enviado el|Fecha de envío|Inviato il|Data di invio|Enviado em|' +
    'Data de envio|Verzonden op|Wysłano|Data wysłania|Отправлено|Дата отправки|送信日時|送信日|发送时间|傳送時間|Skickat|Sendt',
  message:
    'Message|Nachricht|Mensaje|Messaggio|Mensagem|Bericht|Wiadomość|Сообщение|メッセージ|消息|訊息|Meddelande|Melding|Besked',
  direction:
    'Direction|Richtung|Sens|Dirección|Direzione|Direção|Richting|Kierunek|Направление|方向|Riktning|Retning',
  inviterUrl: 'inviterProfileUrl|Inviter Profile Url|Inviter Url',
  inviteeUrl: 'inviteeProfileUrl|Invitee Profile Url|Invitee Url',
  inviterUrn: 'inviterProfileUrn|Inviter Profile Urn|Inviter Urn',
  inviteeUrn: 'inviteeProfileUrn|Invitee Profile Urn|Invitee Urn',
  maidenName:
    'Maiden Name|Geburtsname|Nom de jeune fille|Apellido de soltera|Cognome da nubile|Nome de solteira|Meisjesnaam',
  headline:
    'Headline|Profil-Slogan|Titre du profil|Titular|Sommario|Título|Kopregel|Nagłówek|Заголовок|ヘッドライン|标题|Rubrik',
  summary:
    'Summary|Zusammenfassung|Résumé|Extracto|Riepilogo|Resumo|Samenvatting|Podsumowanie|Сводка|概要|摘要|Sammanfattning',
  industry: 'Industry|Branche|Secteur|Sector|Settore|Setor|Bedrijfstak|Branża|Отрасль|業種|行业|Bransch',
};

/** A label without case, accents, spaces and punctuation: `E-mail Address` is `emailaddress`. */
export const labelKey = (label: string) => fold(label).replace(/[^\p{L}\p{N}]+/gu, '');

const COLUMN_OF: ReadonlyMap<string, readonly Column[]> = (() => {
  const known = new Map<string, Column[]>();
  for (const column of Object.keys(LABELS)) {
    // Object.keys of a Record<Column, string> literal are exactly its columns.
    const name = column as Column;
    for (const label of LABELS[name].split('|'))
      known.set(labelKey(label), [...(known.get(labelKey(label)) ?? []), name]);
  }
  return known;
})();

/** Which column means what; a label that names two (Portuguese `Para`) goes to the first still free. */
export function columnsOf(labels: readonly string[]): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  for (const [at, label] of labels.entries()) {
    const column = COLUMN_OF.get(labelKey(label))?.find((name) => !columns.has(name));
    if (column !== undefined) columns.set(column, at);
  }
  return withFamilyName(columns);
}

/** `Vorname,Name,…` and `Name,Vorname,…`: beside a given name, "name" is the family name; `Nom,URL` alone is all of it. */
function withFamilyName(columns: Map<Column, number>): ReadonlyMap<Column, number> {
  const full = columns.get('fullName');
  const last = columns.get('lastName');
  if (columns.has('firstName') && last === undefined && full !== undefined) {
    columns.delete('fullName');
    columns.set('lastName', full);
  } else if (full === undefined && !columns.has('firstName') && last !== undefined) {
    columns.delete('lastName');
    columns.set('fullName', last);
  } else if (full === undefined && last === undefined && columns.has('firstName')) {
    columns.set('fullName', columns.get('firstName')!);
    columns.delete('firstName');
  }
  return columns;
}

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];
/** Real preambles have three lines; a header further down than this is not one. */
const SCANNED_LINES = 60;
const LONGEST_HEADER = 8192;

/** The first lines of a text with their number and where the next one starts. */
function* firstLines(text: string): Generator<{ line: number; content: string; next: number }> {
  const breaks = /\r\n|\r|\n/g;
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let line = 1; line <= SCANNED_LINES && start < text.length; line++) {
    breaks.lastIndex = start;
    const found = breaks.exec(text);
    const next = found ? breaks.lastIndex : text.length;
    yield {
      line,
      content: text.slice(start, Math.min(found ? found.index : text.length, start + LONGEST_HEADER)),
      next,
    };
    start = next;
  }
}

/**
 * Every row among the first sixty lines that could name columns, read with every delimiter that stands in it: the same
 * line may come several times. For recognisers that ask many questions of one text.
 */
export function* candidateHeaders(text: string): Generator<Header> {
  for (const { line, content, next } of firstLines(text)) {
    for (const delimiter of DELIMITERS) {
      if (!content.includes(delimiter)) continue;
      const labels = parseCsv(content, delimiter).records[0]?.fields.map((label) => label.trim()) ?? [];
      const header = { line, bodyAt: next, delimiter, labels, columns: columnsOf(labels) };
      yield { ...header, columns: connectionsByContent(text, header) ?? header.columns };
    }
  }
}

/**
 * The first row that `accepts`, looked for line by line: a preamble of any length, with or without balanced quotes,
 * is passed over, and so are `sep=;` and blank lines. Every delimiter is tried on every line, so no sniffing is
 * needed. Undefined when no line within the first sixty is such a header.
 */
export function findHeader(text: string, accepts: (header: Header) => boolean): Header | undefined {
  for (const header of candidateHeaders(text)) if (accepts(header)) return header;
  return undefined;
}

const has = ({ columns }: Header, ...names: Column[]) => names.every((name) => columns.has(name));
const hasName = (header: Header) => has(header, 'firstName', 'lastName') || has(header, 'fullName');
const labelled = ({ labels }: Header, pattern: RegExp) =>
  labels.some((label) => pattern.test(labelKey(label)));

/** Address books of other products carry these, LinkedIn's connections never do. */
const OTHER_PRODUCTS =
  /^(?:middlename|additionalname|nickname|namesuffix|phone\d|homephone|mobilephone|workphone|groupmembership|labels|birthday|notes|displayname|primaryemail|email\dvalue|emailaddress\d|fileas|fullnameyomi)/;

/** Nothing but columns of these: a telephone or a town is read by those who know what to do with it. */
const areAllKnown = ({ labels, columns }: Header) =>
  labels.filter((label) => label !== '').length === columns.size;

/** `Connections.csv` of any era, and the copies people keep in a spreadsheet. */
export const isConnectionsHeader = (header: Header) =>
  hasName(header) &&
  (has(header, 'url', 'connectedOn') || !labelled(header, OTHER_PRODUCTS)) &&
  (has(header, 'connectedOn') || (has(header, 'url', 'company', 'position') && areAllKnown(header)));

/** `Invitations.csv` with profile URLs, URNs or neither; `messages.csv` of 2018 has From and To as well, but a subject. */
export const isInvitationsHeader = (header: Header) =>
  has(header, 'from', 'to') &&
  !labelled(header, /^(?:subject|content|folder|conversationid)$/) &&
  (has(header, 'direction') || has(header, 'sentAt', 'inviterUrl', 'inviteeUrl'));

/** The owner's own `Profile.csv`. */
export const isProfileHeader = (header: Header) =>
  has(header, 'firstName', 'lastName', 'headline') &&
  (has(header, 'summary') || has(header, 'industry') || has(header, 'maidenName')) &&
  !has(header, 'connectedOn');
