// Tables as they once were: every whole line has become one quoted cell, or quotes are escaped in another way.
import { parseCsv } from '#core/formats/csv-rfc4180.ts';
import type { Entry } from '../../source-format.ts';

const SAMPLED = 20;
const WRAPPED =
  /^[\ufeff\s]{0,9}"[^"\r\n]{0,4000}(?:""[^"\r\n]{0,4000}){0,400}"[;,]{0,99}\s{0,9}(?:[\r\n]|$)/;
const SEVERAL = /[,;\t|]/;

const KNOWN = new WeakMap<Entry, Entry>();

/** Every line is one cell with delimiters in it; empty cells behind it do not count. */
function isWrapped(head: string): boolean {
  if (!WRAPPED.test(head)) return false;
  return [',', ';'].some((delimiter) => {
    // The list holds nothing else.
    const { records } = parseCsv(head.slice(0, 65_536), delimiter as ',' | ';');
    const sample = records.slice(0, Math.min(SAMPLED, Math.max(1, records.length - 1)));
    return (
      sample.length > 0 &&
      sample.every(({ fields: [first = '', ...rest] }) => SEVERAL.test(first) && !rest.some(Boolean))
    );
  });
}

const unwrap = (text: string) =>
  parseCsv(text, ',')
    .records.map(({ fields: [first = ''] }) => first)
    .join('\n');

/** A quote behind a backslash, in the middle of a quoted cell: MySQL's and others' way to escape it. */
const BACKSLASHED = /(?:^|[,;\t\n\r])"[^"\r\n]{0,2000}[^"\\\r\n]\\"[\p{L}\p{N}]/u;

/** The text with its quotes escaped as everybody else escapes them (RFC 4180 §2.7). */
const doubled = (text: string) => text.replace(/\\(["\\])/g, (_, sign) => (sign === '"' ? '""' : '\\'));

/** The entry with its lines as they once were; the same one where they are as they should be. */
export function unwrapped(entry: Entry): Entry {
  const known = KNOWN.get(entry);
  if (known) return known;
  let text: string | undefined;
  const mend = isWrapped(entry.head) ? unwrap : BACKSLASHED.test(entry.head) ? doubled : undefined;
  const own = mend ? { ...entry, head: mend(entry.head), text: () => (text ??= mend(entry.text())) } : entry;
  KNOWN.set(entry, own);
  return own;
}
