// Which files may hold contacts, by name and by their first bytes. Names sort out the bulk without unpacking it; what
// remains is decided by content.
import { validateFileName } from 'yauzl';
import { decodeText } from '#core/formats/encoding.ts';
import type { EntryReport } from '#core/imports/model.ts';
import { otherFile } from '#core/imports/other-files.ts';

export const LONGEST_LABEL = 500;
/** How much of a file is looked at before the rest is unpacked. */
export const HEAD_BYTES = 4096;

/** What operating systems leave in archives. */
const DROPPINGS = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._[^/]*$|Thumbs\.db$|desktop\.ini$)/i;
export const isDropping = (name: string) => DROPPINGS.test(name);

// SECURITY: a name is only ever a label, and one that tries to be a path elsewhere is refused all the same.
export const isUnsafe = (name: string) => name.includes('\0') || validateFileName(name) !== null;

/** A name as it stands in reports: with `/`, and of bearable length. */
export const labelOf = (name: string) => name.replaceAll('\\', '/').slice(0, LONGEST_LABEL);

export const reportOf = (name: string, verdict: EntryReport['verdict']): EntryReport => ({
  entryName: labelOf(name),
  records: 0,
  verdict,
  because: '',
});

/**
 * `read`: by its name a kind we read; `look`: only the content tells; `later`: a kind that is not read yet; `media`:
 * pictures and the like, and the files Google lays beside them.
 */
export type NameClass = 'read' | 'look' | 'later' | 'media';

const READ = /\.(?:csv|tsv|txt|tab|vcf|vcard|ics|ical|icalendar|ifb|ldif|ldi|json|mbox|mbs|emlx?)$/i;
const NO_EXTENSION = /(?:^|\/)[^/.]+$/;
const PACKED = /\.(?:zip|gz|gzip|tgz|tar)$/i;
/** Facebook's list of friends; its other pages are posts and chats. */
const FRIENDS = /(?:^|\/)(?:your_)?friends(?:_\d+)?\.html?$/i;
const LATER = /\.(?:html?|xlsx?|xlsm|ods|numbers|pst|ost|olm|msg|abbu|contact|xml)$/i;
const MEDIA =
  /\.(?:jpe?g|png|gif|heic|heif|webp|tiff?|bmp|svg|ico|mp[34]|m4[av]|mov|avi|mkv|webm|3gp|wav|ogg|opus|flac|aac|pdf|docx?|pptx?|rtf|exe|dll|dmg|iso|7z|rar|bz2|xz|css|js|woff2?|ttf|sqlite|db)$/i;
/** `IMG_1.jpg.json`, `IMG_1.jpg.supplemental-metadata.json`: Google Photos has one for each picture. */
const BESIDE_MEDIA =
  /\.(?:jpe?g|png|gif|heic|webp|tiff?|mp4|m4v|mov|avi|3gp)(?:\.[a-z-]{1,40})?(?:\(\d+\))?\.json$/i;

/** What a name says about a file. */
export function nameClass(name: string): NameClass {
  if (BESIDE_MEDIA.test(name) || MEDIA.test(name)) return 'media';
  if (READ.test(name) || PACKED.test(name) || NO_EXTENSION.test(name) || FRIENDS.test(name)) return 'read';
  return LATER.test(name) ? 'later' : 'look';
}

/** A file that is not read, and what its owner could do about it; `head` where it has been looked at. */
export function setAside(name: string, head: Uint8Array = NOTHING): EntryReport {
  const report = reportOf(name, LATER.test(name) ? 'not_supported_yet' : 'unknown');
  const other = otherFile(name, head);
  return other === undefined ? report : { ...report, other };
}
const NOTHING = new Uint8Array();

const isMailboxName = (name: string) => /(?:\.(?:mbox|mbs)|(?:^|\/)mbox)$/i.test(name);
const startsLikeMailbox = (head: Uint8Array) => /^(?:\u00ef\u00bb\u00bf)?\s{0,8}From \S/.test(ascii(head));
const ascii = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 200)).toString('latin1');

/** A file of letters, which may be larger than memory. */
export const isMailbox = (name: string, head: Uint8Array) =>
  head.length > 0 && (isMailboxName(name) || startsLikeMailbox(head));

/** How files of the kinds we read begin, whatever they are called. Maildir names have no extension at all. */
const BEGINNINGS: readonly RegExp[] = [
  /^\s*BEGIN:(?:VCARD|VCALENDAR)/i,
  /^\s*From \S/,
  /^\s*(?:#[^\n]*\n\s*)*(?:version:\s*1\s+)?dn::? /i,
  /^\s*[{[]/,
  /^(?:Return-Path|Received|Delivered-To|From|To|Date|Subject|Message-ID|MIME-Version|DKIM-Signature|Authentication-Results|ARC-[\w-]{1,40}|X-[\w-]{1,60}):/i,
];

/** Whether a file of an unknown name begins like one we read. */
export function beginsLikeOurs(head: Uint8Array): boolean {
  const { text } = decodeText(head.subarray(0, HEAD_BYTES));
  return BEGINNINGS.some((beginning) => beginning.test(text));
}

/** Zero bytes without a byte order mark, and not every second one as UTF-16 has them: no text. */
export function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, HEAD_BYTES);
  if ((sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)) return false;
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2]!++;
  const [even = 0, odd = 0] = zeros;
  return even + odd > 0 && Math.min(even, odd) > Math.max(even, odd) / 8;
}
