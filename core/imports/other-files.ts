// Files people drop that hold contacts and cannot be read: what each of them is, so that its owner hears what to do instead.
import { z } from 'zod';

/** What a file is that is not read, by what its owner has to do instead. */
export const OtherFile = z.enum([
  'spreadsheet',
  'numbers',
  'document',
  'pdf',
  'picture',
  /** Outlook's own files: everything (.pst, .ost), everything on a Mac (.olm), one letter (.msg). */
  'outlook_store',
  'outlook_archive',
  'outlook_letter',
  'outlook_express',
  'windows_address_book',
  'windows_contact',
  'apple_contacts',
  /** xCard (RFC 6351). */
  'vcard_xml',
  'notes_database',
  'database',
  /** MMDF, Babyl, UW-IMAP's mbx: mailboxes of programs of the eighties and nineties. */
  'old_mailbox',
  'packed',
]);
export type OtherFile = z.infer<typeof OtherFile>;

/** First bytes, as Latin-1; as in each format's own description. */
const BEGINNINGS: readonly (readonly [string, OtherFile])[] = [
  ['%PDF-', 'pdf'],
  ['\xff\xd8\xff', 'picture'],
  ['\x89PNG', 'picture'],
  ['GIF8', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['!BDN', 'outlook_store'],
  ['\xcf\xad\x12\xfe', 'outlook_express'],
  ['\x9c\xcb\xcb\x8d', 'windows_address_book'],
  ['\x1a\0\0\x04\0\0', 'notes_database'],
  ['SQLite format 3\0', 'database'],
  ['\x01\x01\x01\x01\n', 'old_mailbox'],
  ['\x01\x01\x01\x01\r\n', 'old_mailbox'],
  ['BABYL OPTIONS', 'old_mailbox'],
  ['*mbx*\r\n', 'old_mailbox'],
  ['{\\rtf', 'document'],
  ['Rar!', 'packed'],
  ['7z\xbc\xaf', 'packed'],
  ['\xfd7zXZ', 'packed'],
];

/** Those that say what they are further on. */
const INSIDES: readonly (readonly [RegExp, OtherFile])[] = [
  [/^(?:BM[^]{4}[^ -~]{4}|RIFF[^]{4}WEBP|[^]{4}ftyp(?:hei|mif1|avif))/, 'picture'],
  [/^BZh\d1AY&SY/, 'packed'],
  [/^[^]{0,600}<c:contact\b/, 'windows_contact'],
  [/^[^]{0,1000}(?:urn:ietf:params:xml:ns:vcard-4\.0|<vcards?[\s>])/i, 'vcard_xml'],
];

const EXTENSIONS: readonly (readonly [RegExp, OtherFile])[] = [
  [/\.(?:xlsx?|xlsm|xlsb|ods|fods|wks|gsheet)$/i, 'spreadsheet'],
  [/\.numbers$/i, 'numbers'],
  [/\.(?:docx?|odt|rtf|pages|pptx?)$/i, 'document'],
  [/\.pdf$/i, 'pdf'],
  [/\.(?:jpe?g|png|gif|heic|heif|webp|tiff?|bmp|avif)$/i, 'picture'],
  [/\.(?:pst|ost)$/i, 'outlook_store'],
  [/\.olm$/i, 'outlook_archive'],
  [/\.(?:msg|oft)$/i, 'outlook_letter'],
  [/\.dbx$/i, 'outlook_express'],
  [/\.wab$/i, 'windows_address_book'],
  [/\.contact$/i, 'windows_contact'],
  [/\.(?:abbu|abcddb|abcdp|abcdg)$/i, 'apple_contacts'],
  // A bundle is a folder: its files come one by one.
  [/(?:^|\/)[^/]{1,200}\.abbu\//i, 'apple_contacts'],
  [/\.xcard$/i, 'vcard_xml'],
  [/\.nsf$/i, 'notes_database'],
  [/\.(?:sqlite3?|db|mdb|accdb)$/i, 'database'],
  [/\.(?:7z|rar|bz2|xz)$/i, 'packed'],
];

const ZIP = 'PK\x03\x04';
const FIRST_NAME_AT = 30;
/** The name of the first member says it; LibreOffice and Excel begin differently. */
const OFFICE = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/|xl\/|word\/|ppt\/)/;
const OPEN_DOCUMENT = /^mimetypeapplication\/vnd\.oasis\.opendocument\.(spreadsheet|\w+)/;

/** Documents are zips as well, but not ones that anybody packed. `head`: at least their first 100 bytes. */
function zippedDocument(head: string, name: string): OtherFile | undefined {
  if (!head.startsWith(ZIP)) return undefined;
  const first = head.slice(FIRST_NAME_AT);
  const open = OPEN_DOCUMENT.exec(first)?.[1];
  if (open !== undefined) return open === 'spreadsheet' ? 'spreadsheet' : 'document';
  if (/^(?:Index\/|Data\/|Metadata\/)[^]{0,4000}\.iwa/.test(first))
    return /\.pages$/i.test(name) ? 'document' : 'numbers';
  if (!OFFICE.test(first)) return undefined;
  return /word\/|ppt\//.test(first) && !/xl\//.test(first) ? 'document' : 'spreadsheet';
}

/** Microsoft's compound files (.xls, .doc, .msg): which of them, hardly more than the name tells. */
const COMPOUND = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const OF_A_LETTER = ['_\0_\0s\0u\0b\0s\0t\0g\0', '_\0_\0n\0a\0m\0e\0i\0d'];

const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes.subarray(0, 4096)) text += String.fromCharCode(byte);
  return text;
};

function byBeginning(head: string): OtherFile | undefined {
  const begun = BEGINNINGS.find(([beginning]) => head.startsWith(beginning));
  return begun?.[1] ?? INSIDES.find(([inside]) => inside.test(head))?.[1];
}

/**
 * What a file that is not read is, by its first bytes (as many as there are, 4 KiB tell more), else by its name;
 * undefined when it is nothing anybody has contacts in. For files of which no format of ours knows anything.
 */
export function otherFile(name: string, bytes: Uint8Array): OtherFile | undefined {
  const head = latin1(bytes);
  const byName = EXTENSIONS.find(([extension]) => extension.test(name))?.[1];
  // An Apple bundle holds databases and pictures, of which its name says more.
  if (byName === 'apple_contacts') return byName;
  const byBytes = zippedDocument(head, name) ?? byBeginning(head);
  if (byBytes !== undefined || !head.startsWith(COMPOUND)) return byBytes ?? byName;
  return byName ?? (OF_A_LETTER.some((sign) => head.includes(sign)) ? 'outlook_letter' : 'spreadsheet');
}

/** A mailbox that would look like one letter, whose body all others are. */
export const isOldMailbox = (bytes: Uint8Array): boolean =>
  byBeginning(latin1(bytes.subarray(0, 100))) === 'old_mailbox';

/** Whether a zip is a document of an office program, to be left closed. */
export const isDocumentZip = (name: string, head: Uint8Array): boolean =>
  zippedDocument(latin1(head), name) !== undefined;
