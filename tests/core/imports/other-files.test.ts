// Files that hold contacts and cannot be read: by their first bytes, whatever they are called, else by their name.
import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDocumentZip, OtherFile, otherFile } from '#core/imports/other-files.ts';
import en from '#renderer/strings/en/imports.json';
import { read } from '#tests/fixtures/reading.ts';

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const NONE = new Uint8Array();
const zipOf = (...names: string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, latin1('<a/>')])), { level: 0 });
const openDocument = (kind: string) =>
  zipSync(
    { mimetype: latin1(`application/vnd.oasis.opendocument.${kind}`), 'content.xml': latin1('<a/>') },
    { level: 0 },
  );
const COMPOUND = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

describe('a file that is not read', () => {
  it.each<[OtherFile, string, Uint8Array]>([
    ['spreadsheet', 'contacts.csv', zipOf('[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml')],
    ['spreadsheet', 'contacts', zipOf('xl/_rels/workbook.xml.rels', '[Content_Types].xml')],
    ['spreadsheet', 'people.ods', openDocument('spreadsheet')],
    ['spreadsheet', 'people.xls', latin1(COMPOUND)],
    ['spreadsheet', 'people', latin1(COMPOUND)],
    ['numbers', 'people.zip', zipOf('Index/Document.iwa', 'Index/Tables/DataList.iwa')],
    ['numbers', 'people.numbers', NONE],
    ['document', 'people.zip', zipOf('[Content_Types].xml', 'word/document.xml')],
    ['document', 'people', openDocument('text')],
    ['document', 'list.txt', latin1('{\\rtf1\\ansi Ana')],
    ['pdf', 'badge', latin1('%PDF-1.7\n')],
    ['picture', 'card', latin1('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['picture', 'IMG_1.HEIC', latin1('\0\0\0\x18ftypheic')],
    ['outlook_store', 'archive', latin1('!BDN....')],
    ['outlook_store', 'me@example.org.ost', NONE],
    ['outlook_archive', 'Outlook for Mac.olm', zipOf('Categories.xml')],
    ['outlook_letter', 'hello.msg', latin1(COMPOUND)],
    ['outlook_letter', 'hello', latin1(`${COMPOUND}_\0_\0s\0u\0b\0s\0t\0g\x001`)],
    ['outlook_express', 'Inbox', latin1('\xcf\xad\x12\xfe')],
    ['windows_address_book', 'me.bak', latin1('\x9c\xcb\xcb\x8d\x13')],
    ['windows_contact', 'Ana.contact', latin1('<?xml version="1.0"?>\n<c:contact c:Version="1">')],
    ['apple_contacts', 'Contacts.abbu/AddressBook-v22.abcddb', latin1('SQLite format 3\0')],
    [
      'vcard_xml',
      'people.xml',
      latin1('<?xml version="1.0"?>\n<vcards xmlns="urn:ietf:params:xml:ns:vcard-4.0"><vcard>'),
    ],
    ['vcard_xml', 'people.xcard', NONE],
    ['notes_database', 'names.nsf', latin1('\x1a\0\0\x04\0\0')],
    ['database', 'contacts2.db', latin1('SQLite format 3\0')],
    ['old_mailbox', 'mbox', latin1('\x01\x01\x01\x01\nFrom: a@example.org\n')],
    ['old_mailbox', 'RMAIL', latin1('BABYL OPTIONS: -*- rmail -*-\n')],
    ['old_mailbox', 'INBOX', latin1('*mbx*\r\n4f8e2b1c00000001')],
    ['packed', 'all.7z', latin1('7z\xbc\xaf\x27\x1c')],
  ])('is a %s: %s', (what, name, bytes) => {
    expect(otherFile(name, bytes)).toBe(what);
  });

  it.each(['a.csv', 'a.vcf', 'notes', 'a.bin'])('is nothing when it may be anything: %s', (name) => {
    expect(otherFile(name, latin1('Name,Email\nAna,ana@example.org\n'))).toBeUndefined();
  });

  it('is told apart from what somebody has packed', () => {
    expect(isDocumentZip('a.zip', zipOf('Connections.csv', 'people.xlsx'))).toBe(false);
    expect(isDocumentZip('a.zip', zipOf('[Content_Types].xml', 'xl/workbook.xml'))).toBe(true);
  });

  it('says so in its report', () => {
    expect(read('%PDF-1.7\n1 0 obj', 'badge.txt').report).toMatchObject({ verdict: 'unknown', other: 'pdf' });
    expect(read('Name,Email\nAna,ana@example.org\n', 'people.csv').report.other).toBeUndefined();
  });

  it.each([
    [
      'MMDF',
      '\x01\x01\x01\x01\nFrom: a@example.org\nTo: b@example.org\nDate: Fri, 16 Sep 2016 22:26:51 +0000\n\nHi\n\x01\x01\x01\x01\n',
    ],
    [
      'Babyl',
      'BABYL OPTIONS: -*- rmail -*-\nVersion: 5\n\x1f\f\n0, unseen,,\n*** EOOH ***\nFrom: a@example.org\n\nHi\n\x1f',
    ],
  ])('is not taken for one letter, as %s would be', (_, text) => {
    expect(read(text, 'mbox').report).toMatchObject({ verdict: 'unknown', other: 'old_mailbox' });
  });

  it('has words for what to do instead, whatever it is', () => {
    expect(Object.keys(en.otherFile).toSorted()).toEqual([...OtherFile.options].toSorted());
  });

  it('is looked at without ever failing', () => {
    fc.assert(
      fc.property(fc.string(), fc.uint8Array({ maxLength: 6000 }), (name, bytes) => {
        expect([undefined, ...OtherFile.options]).toContain(otherFile(name, bytes));
      }),
    );
  });
});
