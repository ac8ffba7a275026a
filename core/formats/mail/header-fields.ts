// Header fields (RFC 5322 §2.2): where a name ends, and what its bytes say.
import { guessedText } from './charsets.ts';

export interface HeaderField {
  /** Lower case. */
  readonly name: string;
  /** The value as it stands, folds as LF and white space. */
  readonly bytes: Uint8Array;
}

/** Longer than any name of a field that is looked at. */
const LONGEST_NAME = 60;
const COLON = 58;

/** The name of the field a line begins, lower case, and where its value starts; undefined for a line that begins none. */
export function headerOf(
  bytes: Uint8Array,
  start: number,
  end: number,
): { readonly name: string; readonly valueStart: number } | undefined {
  const stop = Math.min(end, start + LONGEST_NAME);
  let i = start;
  let name = '';
  for (let code = bytes[i]; i < stop && isNameLetter(code); code = bytes[++i])
    name += String.fromCharCode(code > 64 && code < 91 ? code + 32 : code);
  // Obsolete: white space between the name and its colon (RFC 5322 §4.5).
  while (i < stop && (bytes[i] === 32 || bytes[i] === 9)) i++;
  return name !== '' && i < stop && bytes[i] === COLON ? { name, valueStart: i + 1 } : undefined;
}

const isNameLetter = (code: number | undefined): code is number =>
  code !== undefined && code > 32 && code < 127 && code !== COLON;

/** The fields of a block of headers that has been cut out already, up to the first blank line, all of them. */
export function headerFields(bytes: Uint8Array): { readonly fields: HeaderField[]; readonly bodyAt: number } {
  const fields: HeaderField[] = [];
  let from = 0;
  let current: { name: string; start: number; end: number } | undefined;
  const close = () => {
    if (current) fields.push({ name: current.name, bytes: bytes.subarray(current.start, current.end) });
    current = undefined;
  };
  while (from < bytes.length) {
    const lf = bytes.indexOf(10, from);
    const next = lf < 0 ? bytes.length : lf + 1;
    const lineEnd = lf < 0 ? bytes.length : lf;
    const end = lineEnd > from && bytes[lineEnd - 1] === 13 ? lineEnd - 1 : lineEnd;
    if (end === from) {
      close();
      return { fields, bodyAt: next };
    }
    if (bytes[from] === 32 || bytes[from] === 9) {
      if (current) current.end = end;
    } else {
      close();
      const name = headerOf(bytes, from, end);
      if (name) current = { name: name.name, start: name.valueStart, end };
    }
    from = next;
  }
  close();
  return { fields, bodyAt: bytes.length };
}

/** The raw text of the first field of a name, '' when there is none; `suspected` is the charset raw bytes may be in. */
export function fieldText(fields: readonly HeaderField[], name: string, suspected = ''): string {
  const field = fields.find((one) => one.name === name);
  return field === undefined ? '' : guessedText(field.bytes, suspected).trim();
}
