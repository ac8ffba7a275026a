import { describe, expect, it } from 'vitest';
import { readVCardDate } from '#core/imports/sources/vcard-dates.ts';
import { LARGEST_PHOTO } from '#core/imports/sources/vcard-photos.ts';
import { contactOf, said } from './vcard-read.ts';

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ';
const LABEL = (label: string) => `item1.X-ABLabel:${label}`;

describe('values of a card', () => {
  it.each<[string, string[], string]>([
    // Text
    ['TITLE:Head\\, of\\; all', ['TITLE||Head, of; all'], '3.0'],
    ['NOTE:a\\nb\\Nc\\\\d', ['NOTE||a\nb\nc\\d'], '3.0'],
    ['NOTE;QUOTED-PRINTABLE:a=0D=0Ab', ['NOTE||a\nb'], '2.1'],
    ['NOTE:C:\\Users', ['NOTE||C:\\Users'], '3.0'],
    ['TITLE: ', [], '3.0'],
    // Addresses to write and to call to
    ['EMAIL;TYPE=INTERNET,WORK,pref:ana@example.org', ['EMAIL|work|ana@example.org|{"PREF":["1"]}'], '3.0'],
    ['EMAIL;INTERNET:mailto:ana@example.org', ['EMAIL||ana@example.org'], '2.1'],
    ['EMAIL:Ana Ruiz <ana@example.org>', ['EMAIL||ana@example.org'], '3.0'],
    ['TEL;VOICE:1', ['TEL||1'], '2.1'],
    ['TEL;WORK;FAX;PREF:+49 (0)30 1', ['TEL|work,fax|+49 (0)30 1|{"PREF":["1"]}'], '2.1'],
    [
      'TEL;VALUE=uri;PREF=2;TYPE="work,cell":tel:+1-418-656-9254;ext=102',
      ['TEL|work,cell|+1-418-656-9254 ext. 102|{"PREF":["2"]}'],
      '4.0',
    ],
    [
      'TEL;VALUE=uri:tel:7042;phone-context=example.com',
      ['TEL||7042|{"X-VERBATIM":["tel:7042;phone-context=example.com"]}'],
      '4.0',
    ],
    ['URL:http\\://example.com/a', ['URL||http://example.com/a'], '3.0'],
    [
      'URL;TYPE=WORK:https://www.linkedin.com/in/ana-ruiz',
      ['URL|linkedin|https://www.linkedin.com/in/ana-ruiz'],
      '3.0',
    ],
    // Organisations
    ['ORG:Acme\\, Inc.;Sales;Europe', ['ORG||Acme, Inc.|{"X-UNIT":["Sales","Europe"]}'], '3.0'],
    ['ORG:Company, The;Unit', ['ORG||Company, The|{"X-UNIT":["Unit"]}'], '2.1'],
    ['ORG:Acme;', ['ORG||Acme'], '3.0'],
    ['ORG:;Sales', ['ORG||Sales|{"X-VERBATIM":[";Sales"]}'], '3.0'],
    // Lists
    ['NICKNAME:Anita,Annie\\, B', ['NICKNAME||Anita, Annie, B'], '3.0'],
    [
      'CATEGORIES:Club,Work\\, old;Third',
      ['CATEGORIES||Club', 'CATEGORIES||Work, old', 'CATEGORIES||Third'],
      '3.0',
    ],
    ['CATEGORIES:myContacts', ['X-GROUP-MEMBERSHIP||myContacts'], '3.0'],
    // Postal addresses
    ['ADR;TYPE=home:;;Street 1;Berlin;;10115;DE', ['ADR|home|;;Street 1;Berlin;;10115;DE'], '3.0'],
    ['ADR:;;Street 1, back;Berlin', ['ADR||;;Street 1\\, back;Berlin;;;'], '2.1'],
    ['ADR:;;a,b;c\\;d;;;', ['ADR||;;a,b;c\\;d;;;'], '4.0'],
    ['ADR:;;;;;;', [], '3.0'],
    [
      'ADR;LABEL="Street 1\\nBerlin":;;Street 1;Berlin;;;',
      ['ADR||;;Street 1;Berlin;;;|{"LABEL":["Street 1\\nBerlin"]}'],
      '4.0',
    ],
    ['ADR;LABEL=Street:;;;;;;', ['ADR||;;Street;;;;|{"LABEL":["Street"]}'], '4.0'],
    ['GEO:37.386013;-122.082932', ['GEO||geo:37.386013,-122.082932'], '3.0'],
    ['GEO:geo:37.38,-122.08', ['GEO||geo:37.38,-122.08'], '4.0'],
    // People
    ['GENDER:M;Fellow', ['GENDER||M;Fellow'], '4.0'],
    ["GENDER:;it's complicated", ["GENDER||;it's complicated"], '4.0'],
    ['X-GENDER:Female', ['GENDER||F'], '3.0'],
    ['X-WAB-GENDER:2', ['GENDER||M'], '2.1'],
    ['PRONOUNS;LANGUAGE=en:she/her', ['PRONOUNS||she/her|{"LANGUAGE":["en"]}'], '4.0'],
    ['LANG;PREF=1:fr', ['LANG||fr|{"PREF":["1"]}'], '4.0'],
    ['KIND:Individual', ['KIND||individual'], '4.0'],
    ['UID:urn:uuid:1', ['UID||urn:uuid:1'], '4.0'],
    // As they came
    ['X-PHONETIC-FIRST-NAME:アナ', ['X-PHONETIC-FIRST-NAME||アナ'], '3.0'],
    ['g.X-FOO;TYPE=Home;X-P=1:a\\,b', ['X-FOO|home|a\\,b|{"X-P":["1"],"GROUP":["g"]}'], '3.0'],
    [
      'CREATED;VALUE=timestamp:20220705T093412Z',
      ['CREATED||20220705T093412Z|{"VALUE":["timestamp"]}'],
      '4.0',
    ],
    ['JSPROP;JSPTR="x":"y"', ['JSPROP||"y"|{"JSPTR":["x"]}'], '4.0'],
    ['GRAMGENDER:feminine', ['GRAMGENDER||feminine'], '4.0'],
    ['KEY;ENCODING=b:AAAA', ['KEY||AAAA|{"ENCODING":["b"]}'], '3.0'],
    ['X-ODD NAME:1', ['X-ODD-NAME||1'], '3.0'],
    // About the file: never a change, but written out again
    ['REV:20200101T000000Z', ['REV||20200101T000000Z'], '3.0'],
    ['REV;VALUE=timestamp:2020-01-01', ['REV||2020-01-01|{"VALUE":["timestamp"]}'], '4.0'],
    ['PRODID:-//Example\\, Inc.//EN', ['PRODID||-//Example\\, Inc.//EN'], '3.0'],
    ['X-PRODID:-//Example//EN', ['X-PRODID||-//Example//EN'], '2.1'],
    ['PROFILE:vcard', [], '3.0'],
  ])('%s', (line, expected, version) => {
    expect(said([line], version)).toEqual(expected);
  });
  it.each<[string, string[], string[]]>([
    ['Apple’s own label is a type', ['item1.TEL:1', LABEL('_$!<HomeFAX>!$_')], ['TEL|home,fax|1']],
    ['a mobile is a cell', ['item1.TEL:1', LABEL('_$!<Mobile>!$_')], ['TEL|cell|1']],
    ['a typed label is one', [LABEL('Cabin\\, old'), 'item1.TEL:1'], ['TEL||1|{"X-ABLABEL":["Cabin, old"]}']],
    ['an empty label is none', ['item1.TEL:1', LABEL('')], ['TEL||1']],
    ['a country code', ['item1.ADR:;;a;;;;', 'item1.X-ABADR:us'], ['ADR||;;a;;;;|{"X-ABADR":["us"]}']],
    [
      'a group of two stays one',
      ['item1.TEL:1', 'item1.EMAIL:a@example.org'],
      ['TEL||1|{"GROUP":["item1"]}', 'EMAIL||a@example.org|{"GROUP":["item1"]}'],
    ],
    [
      'LABEL joins its address',
      ['ADR;HOME:;;a;;;;', 'LABEL;HOME;POSTAL:a\\nb'],
      ['ADR|home|;;a;;;;|{"LABEL":["a\\nb"]}'],
    ],
    ['LABEL alone is an address', ['LABEL;WORK:a\\nb'], ['ADR|work|;;a\\nb;;;;|{"LABEL":["a\\nb"]}']],
    ['two notes are one', ['NOTE:a', 'NOTE:b', 'NOTE:a'], ['NOTE||a\n\nb']],
    ['two nicknames are one line', ['NICKNAME:a', 'NICKNAME:b'], ['NICKNAME||a, b']],
    ['the same twice is once', ['TEL:1', 'TEL:1'], ['TEL||1']],
  ])('%s', (_, lines, expected) => {
    expect(said(lines)).toEqual(expected);
  });
});

describe('accounts', () => {
  it.each<[string, string]>([
    ['IMPP:xmpp:ana@example.org', 'IMPP||xmpp:ana@example.org'],
    ['IMPP;X-SERVICE-TYPE=Skype;type=HOME:skype:ana.r', 'IMPP|home|skype:ana.r|{"SERVICE-TYPE":["Skype"]}'],
    ['IMPP;TYPE=SKYPE:ana.r', 'IMPP||skype:ana.r|{"SERVICE-TYPE":["Skype"]}'],
    ['X-AIM;TYPE=HOME:ana5', 'IMPP|home|aim:ana5|{"SERVICE-TYPE":["AIM"]}'],
    ['X-ICQ:12345', 'IMPP||icq:12345|{"SERVICE-TYPE":["ICQ"]}'],
    ['X-JABBER:ana@example.org', 'IMPP||xmpp:ana@example.org|{"SERVICE-TYPE":["Jabber"]}'],
    ['X-MSN:ana', 'IMPP||msnim:ana|{"SERVICE-TYPE":["MSN"]}'],
    ['X-YAHOO-ID:ana', 'IMPP||ymsgr:ana|{"SERVICE-TYPE":["Yahoo"]}'],
    ['X-SKYPE-USERNAME:ana.r', 'IMPP||skype:ana.r|{"SERVICE-TYPE":["Skype"]}'],
    ['X-GOOGLE-TALK:ana', 'IMPP||xmpp:ana|{"SERVICE-TYPE":["Google Talk"]}'],
    ['X-GOOGLE TALK:ana', 'IMPP||xmpp:ana|{"SERVICE-TYPE":["Google Talk"]}'],
    ['X-QQ:99', 'IMPP||99|{"SERVICE-TYPE":["QQ"]}'],
    ['X-GADUGADU:7', 'IMPP||gg:7|{"SERVICE-TYPE":["Gadu-Gadu"]}'],
    ['X-EVOLUTION-GROUPWISE:ana', 'IMPP||ana|{"SERVICE-TYPE":["GroupWise"]}'],
    ['X-TWITTER:@ana', 'IMPP||@ana|{"SERVICE-TYPE":["Twitter"]}'],
    ['X-MS-IMADDRESS:ana', 'IMPP||ana'],
    [
      'X-SOCIALPROFILE;type=twitter;x-user=ana:http://twitter.com/ana',
      'SOCIALPROFILE||http://twitter.com/ana|{"SERVICE-TYPE":["Twitter"],"USERNAME":["ana"]}',
    ],
    [
      'SOCIALPROFILE;SERVICE-TYPE=Mastodon;TYPE=home:https://example.com/@ana',
      'SOCIALPROFILE|home|https://example.com/@ana|{"SERVICE-TYPE":["Mastodon"]}',
    ],
    ['X-SOCIALPROFILE;type=newnet:x-apple:ana', 'SOCIALPROFILE||x-apple:ana|{"SERVICE-TYPE":["newnet"]}'],
    ['X-FACEBOOK:ana.ruiz', 'SOCIALPROFILE||ana.ruiz|{"SERVICE-TYPE":["Facebook"]}'],
    [
      'X-SOCIALPROFILE;type=linkedin;x-user=ana:http\\://www.linkedin.com/in/ana',
      'URL|linkedin|http://www.linkedin.com/in/ana',
    ],
    ['X-SOCIALPROFILE;type=linkedin;x-user=ana:', 'URL|linkedin|https://www.linkedin.com/in/ana'],
    ['X-LINKEDIN:https://linkedin.com/in/ana', 'URL|linkedin|https://linkedin.com/in/ana'],
  ])('%s', (line, expected) => {
    expect(said([line])).toEqual([expected]);
  });
  it('is one account, however often it is written', () => {
    expect(said(['X-SKYPE:ana.r', 'IMPP;X-SERVICE-TYPE=Skype:skype:ana.r'])).toHaveLength(1);
  });
});

describe('dates', () => {
  it.each<[string, string | undefined]>([
    ['1985-04-12', '1985-04-12'],
    ['19850412', '1985-04-12'],
    ['1985-04-12T10:22:00Z', '1985-04-12'],
    ['19850412T102200-0500', '1985-04-12'],
    ['1985-04-12 00:00:00', '1985-04-12'],
    ['1985-4-2', '1985-04-02'],
    ['1985-04', '1985-04'],
    ['1985', '1985'],
    ['--0412', '--04-12'],
    ['--04-12', '--04-12'],
    ['-4-12', '--04-12'],
    ['--04', '--04'],
    ['1604-04-15', '--04-15'],
    ['16040415', '--04-15'],
    ['0000-04-15', '--04-15'],
    ['1985-00-00', '1985'],
    ['1985-04-00', '1985-04'],
    ['2000-02-29', '2000-02-29'],
    ['--02-29', '--02-29'],
    ['12 April 1985', '1985-04-12'],
    ['12.04.1985', '1985-04-12'],
    ['---12', undefined],
    ['circa 1800', undefined],
    ['4/5/1985', undefined],
    ['1985-02-29', undefined],
    ['19723101', undefined],
    ['T102200', undefined],
  ])('reads %s', (written, expected) => {
    const date = readVCardDate(written, {});
    expect(date.kind === 'date' ? date.date : undefined).toBe(expected);
  });
  it.each(['4501-01-01', '1601-01-01', '00010101', '0000-00-00'])('%s is no date', (written) => {
    expect(said([`BDAY:${written}`])).toEqual([]);
  });
  it.each<[string[], string[]]>([
    [['BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-15'], ['BDAY||--04-15']],
    [['BDAY;X-APPLE-OMIT-YEAR=1896:1896-04-15'], ['BDAY||--04-15']],
    [['BDAY;VALUE=text:circa 1800'], ['BDAY||circa 1800']],
    [['BDAY:19531015T231000Z'], ['BDAY||1953-10-15|{"X-VERBATIM":["19531015T231000Z"]}']],
    [['BDAY:19531015T000000Z'], ['BDAY||1953-10-15']],
    [['X-ANNIVERSARY:2010-06-05'], ['ANNIVERSARY||2010-06-05']],
    [['X-EVOLUTION-ANNIVERSARY:2010-06-05'], ['ANNIVERSARY||2010-06-05']],
    [['X-WAB-WEDDING_ANNIVERSARY:20100605'], ['ANNIVERSARY||2010-06-05']],
    [['DEATHDATE:1990'], ['DEATHDATE||1990']],
    [
      ['item1.X-ABDATE;type=pref:2010-06-05', LABEL('_$!<Anniversary>!$_')],
      ['ANNIVERSARY||2010-06-05|{"PREF":["1"]}'],
    ],
    [
      ['item1.X-ABDATE:2010-06-05', LABEL('First day')],
      ['X-ABDATE||2010-06-05|{"X-ABLABEL":["First day"],"GROUP":["item1"]}'],
    ],
    [
      ['X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2010-06-05;1;;;;'],
      ['ANNIVERSARY||2010-06-05'],
    ],
    [['X-ALTBDAY;CALSCALE=chinese:x'], ['X-ALTBDAY||x|{"CALSCALE":["chinese"]}']],
  ])('%j', (lines, expected) => {
    expect(said(lines)).toEqual(expected);
  });
  it('says that a date cannot be', () => {
    expect(contactOf(['BDAY:19723101']).issues).toEqual([
      { line: 4, code: 'BAD_DATE', params: { value: '19723101' } },
    ]);
    expect(contactOf(['BDAY:---12', 'ANNIVERSARY:long ago']).issues).toEqual([]);
  });
});

describe('pictures', () => {
  it.each<[string, string]>([
    [`PHOTO;ENCODING=b;TYPE=JPEG:${PNG}`, `data:image/png;base64,${PNG}`],
    [`PHOTO;BASE64:${PNG}`, `data:image/png;base64,${PNG}`],
    [`PHOTO:${PNG}`, `data:image/png;base64,${PNG}`],
    [`PHOTO:data:image/jpeg;base64,${PNG}`, `data:image/png;base64,${PNG}`],
    [`PHOTO:data:image/png;base64\\,${PNG}`, `data:image/png;base64,${PNG}`],
    ['PHOTO;ENCODING=b:/9j/4AAQSkZJRgAB', 'data:image/jpeg;base64,/9j/4AAQSkZJRgAB'],
    ['PHOTO;ENCODING=b:R0lGODlhAQABAAAA', 'data:image/gif;base64,R0lGODlhAQABAAAA'],
    ['PHOTO;ENCODING=b:UklGRiQAAABXRUJQVlA4', 'data:image/webp;base64,UklGRiQAAABXRUJQVlA4'],
    ['PHOTO;VALUE=uri:https\\://example.com/a.png', 'https://example.com/a.png'],
  ])('%s', (line, expected) => {
    expect(said([line])).toEqual([`PHOTO||${expected}`]);
  });
  it.each<[string, string]>([
    ['PHOTO;ENCODING=b:PHN2Zz48L3N2Zz4=', 'X-ALT-PHOTO||PHN2Zz48L3N2Zz4=|{"ENCODING":["b"]}'],
    ['PHOTO;TYPE=BMP;ENCODING=b:Qk0eAAAA', 'X-ALT-PHOTO|bmp|Qk0eAAAA|{"ENCODING":["b"]}'],
    ['PHOTO:val\\nue', 'X-ALT-PHOTO||val\\nue'],
    ['PHOTO:data:image/svg+xml,<svg/>', 'X-ALT-PHOTO||data:image/svg+xml,<svg/>'],
    [`PHOTO;ENCODING=b:${PNG}*`, `X-ALT-PHOTO||${PNG}*|{"ENCODING":["b"]}`],
  ])('keeps %s, and never as a picture', (line, kept) => {
    expect(said([line, 'TEL:1'])).toEqual([kept, 'TEL||1']);
    expect(contactOf([line]).issues).toEqual([{ line: 4, code: 'PHOTO_LEFT_OUT', params: {} }]);
  });
  it('leaves out what is neither a picture nor short', () => {
    const { properties, issues } = contactOf([`PHOTO;ENCODING=b:${'A'.repeat(20_004)}`]);
    expect([properties, issues.map(({ code }) => code)]).toEqual([[], ['PHOTO_LEFT_OUT']]);
  });
  it('takes two mebibytes and no more', () => {
    const bytes = (count: number) => `${PNG.slice(0, 16)}${'A'.repeat(Math.ceil((count * 4) / 3) - 16)}`;
    const codes = (count: number) =>
      contactOf([`PHOTO;ENCODING=b:${bytes(count)}`]).issues.map(({ code }) => code);
    expect(codes(LARGEST_PHOTO)).toEqual([]);
    expect(codes(LARGEST_PHOTO + 1)).toEqual(['PHOTO_LEFT_OUT']);
  });
});
