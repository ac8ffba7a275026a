// LinkedIn's files in other languages, and as spreadsheets of other countries save them.
import { describe, expect, it } from 'vitest';
import { read } from '#tests/fixtures/reading.ts';
import { findHeader, isConnectionsHeader } from '#core/imports/header.ts';
import { numericOrder, readDate, usualOrder } from '#core/imports/sources/linkedin-dates.ts';

const URL = 'https://www.linkedin.com/in/ana-ruiz';
const ROW = `Ana,Ruiz,${URL},ana@example.org,Acme,CTO`;
const ANA = ['Ana Ruiz', '2024-03-05', `linkedin ${URL}`, ' ana@example.org', ' Acme', ' CTO'];

const connections = (text: string | Uint8Array) => {
  const { report, parsed } = read(text, 'Connections.csv');
  const people = parsed?.contacts.map(({ fn, connectedOn, properties }) => [
    fn,
    connectedOn,
    ...properties.map(({ type, value }) => `${type} ${value}`),
  ]);
  return { kind: report.kind, people, issues: parsed?.issues };
};

describe('Connections.csv in the language of its owner', () => {
  it.each<[string, string, string]>([
    ['de', 'Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am', '5. März 2024'],
    ['de, other words', 'Vorname,Nachname,URL,E-Mail-Adresse,Firma,Position,Zugefügt am', '05 Mär 2024'],
    ['fr', 'Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion', '05 mars 2024'],
    ['es', 'Nombre,Apellidos,URL,Correo electrónico,Empresa,Cargo,Conectado el', '5 de marzo de 2024'],
    ['it', 'Nome,Cognome,URL,Indirizzo email,Azienda,Qualifica,Collegato il', '05 mar 2024'],
    ['pt', 'Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em', '05 de mar. de 2024'],
    ['pt-PT', 'Nome próprio,Apelido,URL,Endereço de email,Empresa,Cargo,Ligação desde', '05/03/2024'],
    ['nl', 'Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op', '5 mrt. 2024'],
    ['pl', 'Imię,Nazwisko,URL,Adres e-mail,Firma,Stanowisko,Połączono dnia', '5 marca 2024'],
    ['ru', 'Имя,Фамилия,URL,Адрес эл. почты,Компания,Должность,Контакт с', '5 марта 2024 г.'],
    ['uk', "Ім'я,Прізвище,URL,Електронна пошта,Компанія,Посада,Дата контакту", '5 бер. 2024 р.'],
    ['ja', '名,姓,URL,メールアドレス,会社,役職,つながった日', '2024年3月5日'],
    ['ja, other words', '名前,名字,URL,メール,会社,役職,登録日', '2024/03/05'],
    ['zh-TW', '名字,姓氏,URL,電子郵件地址,公司,職位,建立關係日期', '2024 年 3 月 5 日'],
    ['ko', '이름,성,URL,이메일 주소,회사,직책,1촌 맺은 날짜', '2024년 3월 5일'],
    ['tr', 'Ad,Soyad,URL,E-posta adresi,Şirket,Unvan,Bağlantı tarihi', '5 Mart 2024'],
    ['sv', 'Förnamn,Efternamn,URL,E-postadress,Företag,Befattning,Kontakt sedan', '05 mar 2024'],
    ['fi', 'Etunimi,Sukunimi,URL,Sähköpostiosoite,Yritys,Asema,Verkostoitunut', '5. maaliskuuta 2024'],
    ['cs', 'Jméno,Příjmení,URL,E-mail,Společnost,Pozice,Spojeno', '5. března 2024'],
    ['hu', 'Keresztnév,Vezetéknév,URL,E-mail cím,Cég,Beosztás,Kapcsolat', '2024. márc. 5.'],
    ['ar', 'الاسم,العائلة,الرابط,البريد,الشركة,المنصب,تاريخ التواصل', '٥ مارس ٢٠٢٤'],
  ])('%s', (_, header, date) => {
    expect(connections(`${header}\n${ROW},${date}\n`)).toEqual({
      kind: 'linkedin-connections',
      people: [ANA],
      issues: [],
    });
  });
  it.each<[string, string]>([
    ['Naam,Van,LinkedIn,Mail,Firma,Rol,Verjaardag (birthday)', `${ROW},5 Mar 2024`],
    ['A,B,C,D,E,F,Last contact', `${ROW},5 Mar 2024`],
    ['A,B,C,D,E,F,G', `${ROW},soon`],
    ['A,B,C,D,E,F,G', 'Ana,Ruiz,https://example.org,ana@example.org,Acme,CTO,5 Mar 2024'],
    ['A,B,C,D,E,F,G', `Ana,Ruiz,${URL},Acme,CTO,x,5 Mar 2024`],
    [`Bo,Lind,${URL}-2,,Acme,CTO,4 Mar 2024`, `${ROW},5 Mar 2024`],
    ['A,B,C,D,E,Title,G,H', `${ROW},5 Mar 2024,x`],
    ['Title,B,C,D,E,F,G', `${ROW},5 Mar 2024`],
  ])('takes no other table for it: %s', (header, row) => {
    expect(findHeader(`${header}\n${row}\n`, isConnectionsHeader)).toBeUndefined();
  });
});

describe('Connections.csv out of a spreadsheet', () => {
  it.each<[string, string]>([
    ['semicolons mean a country that puts the day first', '05/03/2024'],
    ['with full stops', '05.03.2024'],
    ['the short month of Excel', '05-Mrz-24'],
  ])('%s', (_, date) => {
    const header = 'First Name;Last Name;URL;Email Address;Company;Position;Connected On';
    const text = `sep=;\r\n${header}\r\n${ROW.replaceAll(',', ';')};${date}\r\n`;
    expect(connections(text).people).toEqual([ANA]);
  });
  it('reads columns that somebody has added', () => {
    const header =
      'First Name,Last Name,URL,Email Address,Company,Position,Connected On,Phone,City,Notes,My rating';
    const { parsed } = read(
      `${header}\n${ROW},05 Mar 2024,+34 600,Madrid,"met, there",5\n`,
      'Connections.csv',
    );
    expect(parsed?.kind).toBe('linkedin-connections');
    expect(parsed?.contacts[0]?.connectedOn).toBe('2024-03-05');
    expect(parsed?.contacts[0]?.properties.slice(4)).toEqual([
      { name: 'TEL', value: '+34 600', type: '' },
      { name: 'NOTE', value: 'met, there', type: '' },
      { name: 'X-MY-RATING', value: '5', type: '', parameters: { 'X-ABLABEL': ['My rating'] } },
      { name: 'ADR', value: ';;;Madrid;;;', type: '' },
    ]);
  });
  it('reads the tags of 2018', () => {
    const header = 'First Name,Last Name,Email Address,Company,Position,Connected On,Tags';
    const text = `${header}\nAna,Ruiz,ana@example.org,,,"9/7/18, 3:05 PM","a; b"\n`;
    expect(connections(text).people).toEqual([['Ana Ruiz', '2018-09-07', ' ana@example.org', ' a', ' b']]);
  });
  it('leaves a list of profiles with a telephone to those who know one', () => {
    const { report, parsed } = read(`Name,LinkedIn,Company,Title,Phone\nAna Ruiz,${URL},Acme,CTO,+34 600\n`);
    expect(report.kind).toBe('csv');
    expect(parsed?.contacts[0]?.properties.map(({ name }) => name)).toContain('TEL');
  });
});

describe('numeric dates', () => {
  const header = (delimiter: ',' | ';', ...labels: string[]) => ({ delimiter, labels });
  it('are as usual where the table is from', () => {
    expect(usualOrder(header(',', 'First Name', 'Connected On'))).toBe('month-first');
    expect(usualOrder(header(';', 'First Name', 'Connected On'))).toBe('day-first');
    expect(usualOrder(header(',', 'Vorname', 'Verbunden am'))).toBe('day-first');
  });
  it('prove it themselves, and AM and PM are LinkedIn’s', () => {
    expect(numericOrder(['5/13/24'], 'day-first')).toBe('month-first');
    expect(numericOrder(['13/5/24'], 'month-first')).toBe('day-first');
    expect(numericOrder(['9/7/18, 3:05 PM'], 'day-first')).toBe('month-first');
    expect(numericOrder(['9/7/18'], 'day-first')).toBe('day-first');
  });
  it.each(['28. prosince 2023', '28 груд. 2023 р.', '2023. dec. 28.', '28. joulukuuta 2023', '28 dec. 2023'])(
    'reads %s',
    (date) => expect(readDate(date)).toBe('2023-12-28'),
  );
});

describe('Invitations.csv in the language of its owner', () => {
  it.each<[string, string, string]>([
    ['de', 'Von;An;Gesendet am;Nachricht;Richtung', 'Eingehend'],
    ['pl', 'Od;Do;Wysłano;Wiadomość;Kierunek', 'Przychodzące'],
    ['nl', 'Van;Aan;Verzonden op;Bericht;Richting', 'Inkomend'],
    ['sv', 'Från;Till;Skickat;Meddelande;Riktning', 'Inkommande'],
  ])('%s', (_, header, direction) => {
    const { parsed } = read(`${header}\r\nAna Ruiz;Olive Owner;05.03.2024 15:05;Hi;${direction}\r\n`);
    expect(parsed?.invitations).toEqual([
      {
        line: 2,
        direction: 'incoming',
        fn: 'Ana Ruiz',
        url: '',
        sentAt: '2024-03-05T15:05',
        message: 'Hi',
        issues: [],
      },
    ]);
  });
});
