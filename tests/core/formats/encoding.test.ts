import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '#core/formats/encoding.ts';

const utf16 = (text: string, big = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

/** The bytes of a text in a code page of one byte a letter, by turning its decoder round. */
function inPage(encoding: string, text: string): Uint8Array {
  const bytes = new Map<string, number>();
  for (let byte = 128; byte < 256; byte++)
    bytes.set(new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from(text, (letter) => bytes.get(letter) ?? letter.charCodeAt(0));
}

const PAGES = [
  ['windows-1252', 'Vorname;Straße\nJürgen;Königstraße 5'],
  ['windows-1252', 'Prénom,Nom\nZoë,Lefèvre\nRenée,Côté'],
  ['windows-1252', 'Nome;Endereço\nJoão;Conceição'],
  ['windows-1252', 'Name\nJosé'],
  ['windows-1252', 'Navn;By\nÆrø;Søren'],
  ['windows-1250', 'Imię;Nazwisko\nŁukasz;Wiśniewski\nMałgorzata;Żółć'],
  ['windows-1250', 'Jméno;Příjmení\nJiří;Dvořák'],
  ['windows-1250', 'Ime;Priimek\nŽiga;Čeh'],
  ['windows-1254', 'Ad;Soyadı\nÇağrı;Yıldız\nŞule;Öztürk'],
  ['windows-1257', 'Vārds;Uzvārds\nJānis;Bērziņš'],
  ['windows-1251', 'Имя;Фамилия\nИван;Петров\nОльга;Смирнова'],
  ['windows-1251', 'Name;Company\nДмитрий;ООО'],
  ['windows-1253', 'Όνομα;Επώνυμο\nΓιώργος;Παπαδόπουλος'],
  ['windows-1255', 'שם;משפחה\nדוד;כהן'],
  ['windows-1256', 'الاسم;اللقب\nمحمد;أحمد'],
  ['iso-8859-2', 'Imię;Nazwisko\nŁukasz;Wiśniewski\nMałgorzata;Żółć'],
  ['koi8-r', 'Имя;Фамилия\nИван;Петров\nОльга;Смирнова'],
  ['koi8-r', 'Name,Email\nИван Петров,a@x.test\nЮлия Жукова,b@x.test'],
  ['windows-1256', 'Name,Email\nليلى حداد,a@x.test\nسارة الحسن,b@x.test\nليلى حداد,c@x.test'],
  ['windows-1257', 'Name\nJānis Bērziņš\nŽydrūnė Šukytė\nKęstutis Žukauskas'],
  ['windows-1250', 'Nume;Oraş\nŞtefan;Chişinău'],
  ['windows-874', 'ชื่อ;นามสกุล\nสมชาย;ใจดี'],
  ['windows-874', 'Name;City\nสมชาย;กรุงเทพ'],
  ['iso-8859-7', 'Όνομα;Πόλη\nΆννα;Άργος'],
  ['iso-8859-5', 'Имя;Фамилия\nИван;Петров\nОльга;Смирнова'],
  ['koi8-u', "Ім'я;Прізвище\nЇжак;Ґалаґан"],
  ['ibm866', 'Имя;Фамилия\nИван;Петров\nОльга;Смирнова'],
  ['windows-1252', 'Nome;Endereço\nMª José;1º andar'],
  ['macintosh', 'Vorname;Straße\nJürgen;Königstraße'],
] as const;

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from('Zoë,Ж,李'), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from('\ufeffZoë,Ж,李'), 'utf-8'],
    ['UTF-16LE with a mark', utf16('\ufeffZoë,Ж,李'), 'utf-16le'],
    ['UTF-16BE with a mark', utf16('\ufeffZoë,Ж,李', true), 'utf-16be'],
  ])('reads %s', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text: 'Zoë,Ж,李', encoding, undecodable: 0 });
  });
  it.each([
    ['utf-16le', false],
    ['utf-16be', true],
  ])('L19: knows %s by its zero bytes', (encoding, big) => {
    const text = 'First Name\tLast Name\nZoë\tŁ';
    expect(decodeText(utf16(text, big))).toEqual({ text, encoding, undecodable: 0 });
  });
  it('L30: takes what is not UTF-8 for windows-1252', () => {
    expect(decodeText(Uint8Array.of(0x5a, 0x6f, 0xeb, 0x20, 0x80, 0x20, 0x92))).toEqual({
      text: 'Zoë € ’',
      encoding: 'windows-1252',
      undecodable: 0,
    });
  });
  it.each(PAGES)('knows %s by what it spells: %s', (encoding, text) => {
    const found = decodeText(inPage(encoding, text));
    expect([found.encoding, found.text]).toEqual([encoding, text]);
  });
  it.each([
    ['shift_jis', '90a92c96bc0a8e5293632c91be9859', '姓,名\n山田,太郎'],
    ['euc-jp', 'c0ab2cccbe0abbb3c5c42cc2c0cfba', '姓,名\n山田,太郎'],
    ['gb18030', 'd0d5c3fb2cb9abcbbe0ad5c5ceb02cb2e2cad4', '姓名,公司\n张伟,测试'],
    ['big5', 'a96da6572ca4bda5710ab3afa46aa4e52cb4fab8d5', '姓名,公司\n陳大文,測試'],
    ['euc-kr', 'c0ccb8a72cc8b8bbe70ab1e8c3b6bcf62cbdc3c7e8', '이름,회사\n김철수,시험'],
  ])('knows %s', (encoding, hex, text) => {
    expect(decodeText(Buffer.from(hex, 'hex'))).toEqual({ text, encoding, undecodable: 0 });
  });
  it('takes the encoding that was chosen', () => {
    expect(decodeText(Uint8Array.of(0xc0, 0xe1), 'koi8-r')).toEqual({
      text: 'юА',
      encoding: 'koi8-r',
      undecodable: 0,
    });
  });
  it('reads UTF-8 around a cut in the last letter', () => {
    const bytes = Buffer.from('Zoë Ærø Łódź 李明 Ж');
    const { text, encoding, undecodable } = decodeText(bytes.subarray(0, -1));
    expect([text, encoding, undecodable]).toEqual(['Zoë Ærø Łódź 李明 \ufffd', 'utf-8', 1]);
  });
  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof decodeText(bytes).text === 'string'));
  });
});
