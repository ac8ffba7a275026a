// vCard's lines: parameters quoted, values escaped, folded at 75 octets (RFC 6350 §3).
import type { Parameters } from '#core/contacts/model.ts';

export type VCardVersion = '3.0' | '4.0';

/** What is written verbatim must still be one line. */
export const oneLine = (text: string): string => text.replace(/\r\n|\r|\n/g, '\\n');

// Controls other than the tab may not stand in a card at all.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** A parameter value: RFC 6868's `^` escapes in 4.0; 3.0 has none, so what it cannot say becomes an apostrophe or a space. */
function parameterValue(text: string, version: VCardVersion): string {
  const safe =
    version === '4.0'
      ? text
          .replaceAll('^', '^^')
          .replaceAll('"', "^'")
          .replace(/\r\n|\r|\n/g, '^n')
      : text.replaceAll('"', "'").replace(/\r\n|\r|\n/g, ' ');
  return /[,;:\s]/.test(safe) ? `"${safe}"` : safe;
}

const parameterText = (parameters: Parameters, version: VCardVersion): string =>
  Object.entries(parameters)
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `;${name}=${values.map((value) => parameterValue(value, version)).join(',')}`)
    .join('');

export interface Line {
  readonly group?: string | undefined;
  readonly name: string;
  readonly parameters?: Parameters | undefined;
  /** Ready to be written: escaped as its property wants it. */
  readonly value: string;
}

/** One content line, folded, with its CRLF. */
export function writtenLine({ group, name, parameters = {}, value }: Line, version: VCardVersion): string {
  const head = `${group === undefined ? '' : `${group}.`}${name}${parameterText(parameters, version)}`;
  return `${folded(`${head}:${value}`.replace(CONTROL, '').toWellFormed())}\r\n`;
}

const OCTETS = 75;

/** Folded so that no line is longer than 75 octets and no letter is cut in two (RFC 6350 §3.2). */
export function folded(line: string): string {
  if (line.length <= OCTETS && /^\p{ASCII}*$/u.test(line)) return line;
  const pieces: string[] = [];
  let start = 0;
  let octets = 0;
  let at = 0;
  while (at < line.length) {
    const code = line.codePointAt(at)!;
    const size = code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4;
    if (octets + size > OCTETS) {
      pieces.push(line.slice(start, at));
      start = at;
      // The space that says "continued" counts.
      octets = 1;
    }
    octets += size;
    at += code > 0xff_ff ? 2 : 1;
  }
  pieces.push(line.slice(start));
  return pieces.join('\r\n ');
}
