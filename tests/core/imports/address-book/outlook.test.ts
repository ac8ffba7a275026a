import { describe, expect, it } from 'vitest';
import { only, propertiesOf, read, recognised, table } from './reading.ts';

/** Desktop Outlook, the part every language has in this order. */
const DESKTOP =
  'Title|First Name|Middle Name|Last Name|Suffix|Company|Department|Job Title|Business Street|Business Street 2|Business Street 3|' +
  'Business City|Business State|Business Postal Code|Business Country/Region|Home Street|Home Street 2|Home Street 3|Home City|' +
  'Home State|Home Postal Code|Home Country/Region|Other Street|Other Street 2|Other Street 3|Other City|Other State|' +
  "Other Postal Code|Other Country/Region|Assistant's Phone|Business Fax|Business Phone|Business Phone 2|Callback|Car Phone|" +
  'Company Main Phone|Home Fax|Home Phone|Home Phone 2|ISDN|Mobile Phone|Other Fax|Other Phone|Pager|Primary Phone|Radio Phone|' +
  "TTY/TDD Phone|Telex|Account|Anniversary|Assistant's Name|Billing Information|Birthday|Business Address PO Box|Categories|" +
  'Children|Company Yomi|Directory Server|E-mail Address|E-mail Type|E-mail Display Name|E-mail 2 Address|E-mail 2 Type|' +
  'E-mail 2 Display Name|Gender|Given Yomi|Government ID Number|Hobby|Initials|Internet Free Busy|Keywords|Language|Location|' +
  "Manager's Name|Mileage|Notes|Office Location|Organizational ID Number|Priority|Private|Profession|Referred By|Sensitivity|" +
  'Spouse|User 1|User 2|Web Page';

const TELEPHONES: readonly (readonly [label: string, shown: string])[] = [
  ["Assistant's Phone", 'TEL;assistant'],
  ['Business Fax', 'TEL;work,fax'],
  ['Business Phone', 'TEL;work'],
  ['Business Phone 2', 'TEL;work'],
  ['Callback', 'TEL;callback'],
  ['Car Phone', 'TEL;car'],
  ['Company Main Phone', 'TEL;work,main'],
  ['Home Fax', 'TEL;home,fax'],
  ['Home Phone', 'TEL;home'],
  ['Home Phone 2', 'TEL;home'],
  ['ISDN', 'TEL;isdn'],
  ['Mobile Phone', 'TEL;cell'],
  ['Other Fax', 'TEL;other,fax'],
  ['Other Phone', 'TEL;other'],
  ['Pager', 'TEL;pager'],
  ['Primary Phone', 'TEL;PREF=1'],
  ['Radio Phone', 'TEL;radio'],
  ['TTY/TDD Phone', 'TEL;textphone'],
  ['Telex', 'TEL;telex'],
];

describe('Outlook', () => {
  it('O01, O05: reads the desktop export, where a title stands before the name and a job title does not', () => {
    const parsed = read(
      table(DESKTOP, [
        {
          Title: 'Dr.',
          'First Name': 'Ana',
          'Middle Name': 'María',
          'Last Name': 'Ruiz',
          Suffix: 'Jr.',
          Company: 'Bakery',
          Department: 'Ovens',
          'Job Title': 'Owner',
          'Business Street': 'Calle Mayor',
          'Business Street 2': '7b',
          'Business Street 3': '2º izq.',
          'Business City': 'Madrid',
          'Business Postal Code': '28001',
          'Business Country/Region': 'Spain',
          'Business Address PO Box': 'Ap. 7',
          'Home Street': 'Calle Menor 1\nbajo',
          'Other City': 'Cádiz',
          Anniversary: '12/30/2001',
          Birthday: '5/7/1980',
          Categories: 'Friends;Choir',
          Children: 'Eva; Tom',
          'Company Yomi': 'ベーカリー',
          'E-mail Address': 'ana@example.org',
          'E-mail Type': 'SMTP',
          'E-mail Display Name': 'Dr. Ana María Ruiz Jr. (ana@example.org)',
          'E-mail 2 Address': '/o=Bakery/ou=First/cn=Recipients/cn=ana',
          'E-mail 2 Type': 'EX',
          'E-mail 2 Display Name': 'Ana at work',
          Gender: 'Female',
          'Given Yomi': 'アナ',
          Language: 'es',
          "Assistant's Name": 'Ada Example',
          "Manager's Name": 'Max Example',
          Notes: 'Line one\r\nline two',
          'Office Location': 'B 12',
          Profession: 'Baker',
          Spouse: 'Ben Ruiz',
          'User 1': 'field one',
          'Web Page': 'http://bakery.test',
        },
      ]),
    );
    const contact = only(parsed);
    expect(parsed.kind).toBe('outlook-csv');
    expect(contact.fn).toBe('Dr. Ana María Ruiz Jr.');
    expect(contact.n).toEqual({
      family: 'Ruiz',
      given: 'Ana',
      additional: 'María',
      prefix: 'Dr.',
      suffix: 'Jr.',
    });
    expect(contact.issues).toEqual([]);
    expect(propertiesOf(contact)).toEqual([
      'TITLE: Owner',
      'ANNIVERSARY: 2001-12-30',
      'RELATED;X-ABLABEL=assistant: Ada Example',
      'BDAY: 1980-05-07',
      'CATEGORIES: Friends',
      'CATEGORIES: Choir',
      'RELATED;child: Eva',
      'RELATED;child: Tom',
      'X-PHONETIC-ORG;X-ABLABEL=Company Yomi: ベーカリー',
      'EMAIL: ana@example.org',
      'X-MS-EX-ADDRESS: /o=Bakery/ou=First/cn=Recipients/cn=ana',
      'X-EMAIL-TYPE;X-ABLABEL=E-mail 2 Type: EX',
      'X-EMAIL-DISPLAY-NAME;X-ABLABEL=E-mail 2 Display Name: Ana at work',
      'GENDER: F',
      'X-PHONETIC-FIRST-NAME;X-ABLABEL=Given Yomi: アナ',
      'LANG: es',
      'RELATED;X-ABLABEL=manager: Max Example',
      'NOTE: Line one\nline two',
      'X-OFFICE-LOCATION;X-ABLABEL=Office Location: B 12',
      'ROLE: Baker',
      'RELATED;spouse: Ben Ruiz',
      'X-USER-1;X-ABLABEL=User 1: field one',
      'URL: http://bakery.test',
      'ORG;X-UNIT=Ovens: Bakery',
      'ADR;work: Ap. 7;;Calle Mayor 7b\\n2º izq.;Madrid;;28001;Spain',
      'ADR;home: ;;Calle Menor 1\\nbajo;;;;',
      'ADR;other: ;;;Cádiz;;;',
    ]);
    expect(parsed.evidence?.map(({ other, text }) => `${text}: ${other?.fn}`)).toEqual([
      'assistant: Ada Example',
      'child: Eva',
      'child: Tom',
      'manager: Max Example',
      'spouse: Ben Ruiz',
    ]);
  });
  it.each(TELEPHONES)('calls %s %s', (label, shown) => {
    const parsed = read(table(DESKTOP, [{ 'Last Name': 'Ruiz', [label]: '+34 600 000 001' }]));
    expect(propertiesOf(only(parsed))).toEqual([`${shown}: +34 600 000 001`]);
  });
  it('does not name somebody else’s number when it says whose husband a person is', () => {
    const row = {
      'First Name': 'Ana',
      "Assistant's Phone": '111 111',
      'Mobile Phone': '222 222',
      Spouse: 'Ben',
    };
    expect(read(table(DESKTOP, [row])).evidence?.[0]?.person).toEqual({ fn: 'Ana', tel: '222 222' });
  });
  it.each(['0/0/00', '00/00/0000', '0.0.00', '0000-00-00', '1/1/4501', '01.01.4501 00:00', '12/31/4500'])(
    'O04: takes %s for no date at all',
    (none) => {
      const parsed = read(table(DESKTOP, [{ 'Last Name': 'Ruiz', Birthday: none, Anniversary: none }]));
      expect(only(parsed)).toMatchObject({ properties: [], issues: [] });
    },
  );
  it('O02: reads outlook.com and new Outlook, with columns in another order', () => {
    const header =
      'First Name|Middle Name|Last Name|Title|Suffix|Nickname|Given Yomi|Surname Yomi|E-mail Address|E-mail 2 Address|E-mail 3 Address|' +
      'Home Phone|Business Phone|Mobile Phone|IMAddress|Job Title|Department|Company|Office Location|Business Street|Business City|' +
      'Business State|Business Postal Code|Business Country/Region|Personal Web Page|Spouse|Schools|Hobby|Location|Web Page|Birthday|Notes';
    const parsed = read(
      table(header, [
        {
          'First Name': 'Ana',
          'Last Name': 'Ruiz',
          Title: 'Ms.',
          Nickname: 'Anita',
          'E-mail 3 Address': 'ana@example.org',
          IMAddress: 'ana.ruiz',
          'Job Title': 'Owner',
          'Business State': 'M',
          'Personal Web Page': 'http://ana.test',
          Birthday: '1980-05-17',
        },
      ]),
    );
    expect(parsed.kind).toBe('outlook-csv');
    expect(only(parsed).n.prefix).toBe('Ms.');
    expect(propertiesOf(only(parsed))).toEqual([
      'NICKNAME: Anita',
      'EMAIL: ana@example.org',
      'IMPP: ana.ruiz',
      'TITLE: Owner',
      'URL;home: http://ana.test',
      'BDAY: 1980-05-17',
      'ADR;work: ;;;;M;;',
    ]);
  });
  it('reads what Google writes for Outlook, where an address comes whole and in parts', () => {
    const header =
      'First Name|Middle Name|Last Name|Title|Suffix|Initials|Web Page|Gender|Birthday|Anniversary|Location|Language|Internet Free Busy|' +
      'Notes|E-mail Address|E-mail 2 Address|Primary Phone|Home Phone|Mobile Phone|Home Address|Home Street|Home Street 2|' +
      'Home Address PO Box|Home City|Home State|Home Postal Code|Home Country|Spouse|Company|Job Title|Department|Mileage|' +
      'Billing Information|Directory Server|Sensitivity|Priority|Private|Categories';
    const parsed = read(
      table(header, [
        {
          'First Name': 'Ana',
          'Home Address': 'Calle 1\nMadrid',
          'Home Street': 'Calle 1',
          'Home City': 'Madrid',
          'Job Title': 'Owner',
        },
      ]),
    );
    expect(parsed.kind).toBe('outlook-csv');
    expect(propertiesOf(only(parsed))).toEqual([
      'TITLE: Owner',
      'ADR;home;LABEL=Calle 1\nMadrid: ;;Calle 1;Madrid;;;',
    ]);
  });
});

/** One row of a desktop export: what is asked for in every language. */
const PERSON = ['Dr.', 'Ana', 'María', 'Ruiz', '', 'Bakery', 'Ovens', 'Owner'] as const;
const EXPECTED = {
  n: { family: 'Ruiz', given: 'Ana', additional: 'María', prefix: 'Dr.', suffix: '' },
  properties: [
    'TITLE: Owner',
    'TEL;work: 111 111',
    'TEL;home: 222 222',
    'TEL;cell: 333 333',
    'TEL;work,fax: 444 444',
    'EMAIL: ana@example.org',
    'EMAIL: ana@bakery.test',
    'URL: http://bakery.test',
    'BDAY: 1980-05-17',
    'NOTE: a note',
    'CATEGORIES: Choir',
    'ORG;X-UNIT=Ovens: Bakery',
    'ADR;work: ;;Calle 1;Madrid;MD;28001;Spain',
    'ADR;home: ;;Calle 2;Cádiz;CA;11001;Spain',
  ],
} as const;
const VALUES = [
  'Calle 1',
  'Madrid',
  'MD',
  '28001',
  'Spain',
  'Calle 2',
  'Cádiz',
  'CA',
  '11001',
  'Spain',
  '111 111',
  '222 222',
  '333 333',
  '444 444',
  'ana@example.org',
  'ana@bakery.test',
  'http://bakery.test',
] as const;

/**
 * Title, given, middle, family, suffix, company, department, job · business street, city, state, code, country · home ones ·
 * business, home, mobile telephone, business fax · two addresses of mail, page · birthday, notes, categories.
 */
const LOCALISED: readonly (readonly [language: string, header: string, birthday: string])[] = [
  [
    'de',
    'Anrede|Vorname|Weitere Vornamen|Nachname|Suffix|Firma|Abteilung|Position|Straße geschäftlich|Ort geschäftlich|Region geschäftlich|Postleitzahl geschäftlich|Land/Region geschäftlich|Straße privat|Ort privat|Bundesland/Kanton privat|Postleitzahl privat|Land/Region privat|Telefon geschäftlich|Telefon (privat)|Mobiltelefon|Fax geschäftlich|E-Mail-Adresse|E-Mail 2: Adresse|Webseite|Geburtstag|Notizen|Kategorien',
    '17.05.1980',
  ],
  [
    'fr',
    'Titre|Prénom|Deuxième prénom|Nom|Suffixe|Société|Service|Titre|Rue (bureau)|Ville (bureau)|Dép/Région (bureau)|Code postal (bureau)|Pays/Région (bureau)|Rue (domicile)|Ville (domicile)|Dép/Région (domicile)|Code postal (domicile)|Pays/Région (domicile)|Téléphone (bureau)|Téléphone (domicile)|Tél. mobile|Télécopie (bureau)|Adresse de messagerie|Adresse de messagerie 2|Page Web|Anniversaire|Notes|Catégories',
    '17/05/1980',
  ],
  [
    'es',
    'Tratamiento|Nombre|Segundo nombre|Apellidos|Sufijo|Organización|Departamento|Puesto|Calle del trabajo|Ciudad de trabajo|Provincia o estado de trabajo|Código postal del trabajo|País o región del trabajo|Calle particular|Ciudad particular|Provincia o estado particular|Código postal particular|País o región del domicilio|Teléfono del trabajo|Particular|Teléfono móvil|Fax del trabajo|Dirección de correo electrónico|Dirección de correo electrónico 2|Página web|Cumpleaños|Notas|Categorías',
    '17/5/1980',
  ],
  [
    'it',
    'Titolo|Nome|Secondo nome|Cognome|Titolo straniero|Società|Reparto|Posizione|Via (uff.)|Città (uff.)|Provincia (uff.)|CAP (uff.)|Paese/area geografica (uff.)|Via (ab.)|Città (ab.)|Provincia (ab.)|CAP (ab.)|Paese/area geografica (ab.)|Ufficio|Abitazione|Cellulare|Fax (uff.)|Indirizzo posta elettronica|Indirizzo posta elettronica 2|Pagina Web|Compleanno|Notes|Categorie',
    '17/05/1980',
  ],
  [
    'pt-BR',
    'Título|Nome|Segundo nome|Sobrenome|Sufixo|Empresa|Departamento|Cargo|Rua do endereço comercial|Cidade do endereço comercial|Estado do endereço comercial|CEP do endereço comercial|País do endereço comercial|Rua do endereço residencial|Cidade do endereço residencial|Estado do endereço residencial|CEP do endereço residencial|País do endereço residencial|Telefone comercial|Telefone residencial|Telefone celular|Fax comercial|Endereço de email|Endereço de email 2|Página da Web|Aniversário|Anotações|Categorias',
    '17/05/1980',
  ],
  [
    'pt-PT',
    'Título|Nome próprio|Nomes do meio|Apelido|Sufixo|Empresa|Departamento|Cargo|Rua da empresa|Localidade da empresa|Distrito da empresa|Código postal da empresa|País da empresa|Rua da residência|Localidade da residência|Distrito da residência|Código postal da residência|País da residência|Telefone da empresa (2)|Telefone da residência|Telemóvel|Fax da empresa|Endereço de correio electrónico|Endereço de correio electrónico 2|Página Web|Aniversário|Notas|Categorias',
    '17-05-1980',
  ],
  [
    'pl',
    'Tytuł|Imię|Drugie imię|Nazwisko|Sufiks|Firma|Dział|Stanowisko|Adres służbowy - ulica|Adres służbowy - miejscowość|Adres służbowy - województwo|Adres służbowy - kod pocztowy|Adres służbowy - kraj/region|Adres domowy - ulica|Adres domowy - miejscowość|Adres domowy - województwo|Adres domowy - kod pocztowy|Adres domowy - kraj/region|Telefon służbowy|Telefon domowy|Telefon komórkowy|Faks służbowy|Adres e-mail|Adres e-mail 2|Strona sieci Web|Urodziny|Notatki|Kategorie',
    '17.05.1980',
  ],
  [
    'nl',
    'Titel|Voornaam|Middelste naam|Achternaam|Achtervoegsel|Bedrijf|Afdeling|Functie|Werkadres straat|Werkadres plaats|Werkadres provincie|Werkadres postcode|Werkadres land|Huisadres straat|Huisadres plaats|Huisadres provincie|Huisadres postcode|Huisadres land|Telefoon op werk|Telefoon thuis|Mobiele telefoon|Fax op werk|E-mailadres|E-mailadres 2|Webpagina|Verjaardag|Notities|Categorieën',
    '17-5-1980',
  ],
  [
    'ru',
    'Обращение|Имя|Отчество|Фамилия|Суффикс|Организация|Отдел|Должность|Улица (раб. адрес)|Город (раб. адрес)|Область (раб. адрес)|Индекс (раб. адрес)|Страна или регион (раб. адрес)|Улица (дом. адрес)|Город (дом. адрес)|Область (дом. адрес)|Почтовый код (дом.)|Страна или регион (дом. адрес)|Рабочий телефон|Домашний телефон|Телефон переносной|Рабочий факс|Адрес эл. почты|Адрес 2 эл. почты|Веб-страница|День рождения|Заметки|Категории',
    '17.05.1980',
  ],
  [
    'ja',
    '肩書き|名|ミドル ネーム|姓|敬称|会社名|部署|役職|番地 (会社)|市区町村 (会社)|都道府県 (会社)|郵便番号 (会社)|国 (会社)/地域|番地 (自宅)|市区町村 (自宅)|都道府県 (自宅)|郵便番号 (自宅)|国 (自宅)/地域|会社電話|自宅電話|携帯電話|会社 FAX|電子メール アドレス|電子メール 2 アドレス|Web ページ|誕生日|メモ|分類',
    '1980/5/17',
  ],
  [
    'zh-CN',
    '称谓|名|中间名|姓|中文称谓|单位|部门|职务|商务地址 街道|商务地址 市/县|商务地址 省/市/自治区|商务地址 邮政编码|商务地址 国家/地区|住宅地址 街道|住宅地址 市/县|住宅地址 省/市/自治区|住宅地址 邮政编码|住宅地址 国家/地区|单位电话|住宅电话|移动电话|商务传真|电子邮件地址|电子邮件 2 地址|网页|生日|附注|类别',
    '1980/5/17',
  ],
  [
    'zh-TW',
    '稱謂|名字|中間名|姓氏|稱謂 (後)|公司|部門|職稱|商務地址 - 街道|商務地址 - 市鎮|商務地址 - 縣市|商務地址 - 郵遞區號|商務地址 - 國家/地區|住家地址 - 街道|住家地址 - 市鎮|住家地址 - 縣市|住家地址 - 郵遞區號|住家地址 - 國家/地區|商務電話|住家電話|行動電話|商務傳真|電子郵件地址|電子郵件 2 地址|網頁|生日|備註|類別',
    '1980/5/17',
  ],
  [
    'sv',
    'Titel|Förnamn|Mellannamn|Efternamn|Suffix|Företag|Avdelning|Befattning|Gatuadress (arbete)|Ort (arbete)|Delstat (arbete)|Postnummer (arbete)|Land/Region (arbete)|Gatuadress (bostad)|Ort (bostad)|Delstat (bostad)|Postnummer (bostad)|Land/Region (bostad)|Telefon (arbete)|Telefon (bostad)|Mobiltelefon|Fax (arbete)|E-postadress|E-postadress 2|Webbsida|Födelsedag|Anteckningar|Kategorier',
    '1980-05-17',
  ],
  [
    'da',
    'Titel|Fornavn|Mellemnavn|Efternavn|Suffiks|Firma|Afdeling|Stilling|Arbejdsadresse - gade|Arbejdsadresse - by|Arbejdsadresse - område|Arbejdsadresse - postnummer|Arbejdsadresse - land/område|Privatadresse - gade|Privatadresse - by|Privatadresse - område|Privatadresse - postnummer|Privatadresse - land/område|Telefon (arbejde)|Telefon (privat)|Mobiltelefon|Fax (arbejde)|E-mail-adresse|E-mail-adresse 2|Webside|Fødselsdag|Noter|Kategorier',
    '17-05-1980',
  ],
  [
    'no',
    'Tittel|Fornavn|Mellomnavn|Etternavn|Suffiks|Firma|Avdeling|Stilling|Gate (arbeid)|Poststed (arbeid)|Fylke (arbeid)|Postnummer (arbeid)|Land/region (arbeid)|Gate (privat)|Poststed (privat)|Fylke (privat)|Postnummer (privat)|Land/region (privat)|Telefon (arbeid)|Telefon (privat)|Mobiltelefon|Telefaks (arbeid)|E-postadresse|E-postadresse 2|Webside|Fødselsdag|Notater|Kategorier',
    '17.05.1980',
  ],
  [
    'fi',
    'Puhuttelu|Etunimi|Toinen nimi|Sukunimi|Jälkiliite|Yritys|Osasto|Tehtävänimike|Työosoitteen katuosoite|Työosoitteen postitoimipaikka|Työosoitteen lääni|Työosoitteen postinumero|Työosoitteen maa|Kotiosoitteen katuosoite|Kotiosoitteen postitoimipaikka|Kotiosoitteen lääni|Kotiosoitteen postinumero|Kotiosoitteen maa|Työpuhelin|Kotipuhelin|Matkapuhelin|Työfaksi|Sähköpostiosoite|Sähköpostiosoite 2|WWW-sivu|Syntymäpäivä|Muistiinpanot|Luokat',
    '17.5.1980',
  ],
  [
    'cs',
    'Oslovení|Jméno|Další jméno|Příjmení|Přípona|Společnost|Oddělení|Funkce|Ulice (zaměstnání)|Město (zaměstnání)|Kraj (zaměstnání)|PSČ (zaměstnání)|Země (zaměstnání)|Ulice (domů)|Město (domů)|Kraj (domů)|PSČ (domů)|Země (domů)|Telefon do zaměstnání|Telefon domů|Mobilní telefon|Fax do zaměstnání|E-mailová adresa|E-mailová adresa 2|Webová stránka|Narozeniny|Poznámky|Kategorie',
    '17.5.1980',
  ],
  [
    'tr',
    'Unvan|Ad|İkinci Ad|Soyadı|Sonek|Şirket|Bölüm|İş Unvanı|İş Adresi Sokak|İş Adresi Şehir|İş Adresi Eyalet|İş Adresi Posta Kodu|İş Adresi Ülke|Ev Adresi Sokak|Ev Adresi Şehir|Ev Adresi Eyalet|Ev Adresi Posta Kodu|Ev Adresi Ülke|İş Telefonu|Ev Telefonu|Cep Telefonu|İş Faksı|E-posta Adresi|E-posta 2 Adresi|Web Sayfası|Doğum Günü|Notlar|Kategoriler',
    '17.05.1980',
  ],
  [
    'hu',
    'Megszólítás|Utónév|Második utónév|Vezetéknév|Utótag|Cég|Osztály|Beosztás|Munkahelyi cím – utca|Munkahelyi cím – város|Munkahelyi cím – megye|Munkahelyi cím – irányítószám|Munkahelyi cím – ország|Lakcím – utca|Lakcím – város|Lakcím – megye|Lakcím – irányítószám|Lakcím – ország|Munkahelyi telefon|Otthoni telefon|Mobiltelefon|Munkahelyi fax|E-mail cím|E-mail cím 2|Weblap|Születésnap|Jegyzetek|Kategóriák',
    '1980. 05. 17.',
  ],
  [
    'uk',
    'Звертання|Ім’я|По батькові|Прізвище|Суфікс|Організація|Відділ|Посада|Вулиця (роб. адреса)|Місто (роб. адреса)|Область (роб. адреса)|Індекс (роб. адреса)|Країна (роб. адреса)|Вулиця (дом. адреса)|Місто (дом. адреса)|Область (дом. адреса)|Індекс (дом. адреса)|Країна (дом. адреса)|Робочий телефон|Домашній телефон|Мобільний телефон|Робочий факс|Адреса електронної пошти|Адреса електронної пошти 2|Веб-сторінка|День народження|Нотатки|Категорії',
    '17.05.1980',
  ],
  [
    'ko',
    '호칭|이름|중간 이름|성|접미사|회사|부서|직함|번지(회사)|구/군/시(회사)|시/도(회사)|우편 번호(회사)|국가(회사)|번지(집)|구/군/시(집)|시/도(집)|우편 번호(집)|국가(집)|근무지 전화|집 전화|휴대폰|근무지 팩스|전자 메일 주소|전자 메일 주소 2|웹 페이지|생일|메모|범주',
    '1980-05-17',
  ],
];

describe('Outlook in other languages (O03)', () => {
  it.each(LOCALISED)('%s', (_, header, birthday) => {
    const labels = header.split('|');
    const cells = [...PERSON, ...VALUES, birthday, 'a note', 'Choir'];
    expect(cells).toHaveLength(labels.length);
    const text = `${labels.join(';')}\r\n${cells.join(';')}\r\n`;
    const parsed = read(text);
    expect(only(parsed).n).toEqual(EXPECTED.n);
    expect(propertiesOf(only(parsed))).toEqual(EXPECTED.properties);
    expect(parsed.kind).toBe('outlook-csv');
  });
  it('reads the fixed part of a language nobody has listed by its order', () => {
    const parts = ['α', 'β', 'γ', 'δ', 'ε', 'ζ', 'η', 'θ'];
    const address = (name: string) => [
      name,
      `${name} 2`,
      `${name} 3`,
      ...['a', 'b', 'c', 'd'].map((part) => `${name}${part}`),
    ];
    const rest = Array.from({ length: 19 }, (__, at) => `τ${'ι'.repeat(at)}`);
    const labels = [...parts, ...address('κ'), ...address('λ'), ...address('μ'), ...rest, 'E-mail'];
    const cells = labels.map((__, at) =>
      at === 1 ? 'Ana' : at === 3 ? 'Ruiz' : at === 40 ? '600 000' : at === 48 ? 'ana@example.org' : '',
    );
    const parsed = read(`${labels.join(',')}\n${cells.join(',')}\n`);
    expect(parsed.kind).toBe('outlook-csv');
    expect(propertiesOf(only(parsed))).toEqual(['TEL;cell: 600 000', 'EMAIL: ana@example.org']);
  });
  it('reads windows-1252 with sep=; as Excel saves it', () => {
    const text =
      'sep=;\r\nVorname;Nachname;E-Mail-Adresse;Straße geschäftlich;Ort geschäftlich;Telefon geschäftlich\r\nJürg;Müßig;j@example.org;Gäßli 1;Zürich;044 000\r\n';
    const parsed = read(new Uint8Array(Buffer.from(text, 'latin1')));
    expect(only(parsed).fn).toBe('Jürg Müßig');
    expect(only(parsed).line).toBe(3);
    expect(recognised(text)?.mapping).toMatchObject({ delimiter: ';', headerLine: 2, dateOrder: 'dmy' });
  });
});
