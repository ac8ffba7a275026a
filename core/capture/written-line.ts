// Writes what a chip says so that it is read as the same chip again.
import { type ChipKind, fitting } from './model.ts';

/** Something said, without a place in a line. */
export interface Said {
  readonly kind: ChipKind;
  readonly value: string;
}

const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;

/** A kind and its value, whatever stands around it: `title:"Head of R&D, EMEA"`. */
export const labelledText = ({ kind, value }: Said): string => `${kind}:${quoted(fitting(kind, value))}`;

/** As somebody would write it; read back as the same only where the line around it allows. */
export function naturalText({ kind, value }: Said): string {
  const text = fitting(kind, value);
  switch (kind) {
    case 'org':
      return /^[^\s"@,;]+$/.test(text) ? `@${text}` : `@${quoted(text)}`;
    case 'tag':
      return /^[\p{L}\p{N}_-]+$/u.test(text) ? `#${text}` : `#${quoted(text)}`;
    case 'event':
      return `met ${text}`;
    case 'place':
      return `in ${text}`;
    case 'introducer':
      return `via ${text}`;
    case 'note':
      return `– ${text}`;
    default:
      return text;
  }
}

/** One line of labels: read back as exactly these, whatever they hold. */
export const labelledLine = (said: readonly Said[]): string => said.map(labelledText).join(' ');

/** Kinds that read back as themselves whatever stands beside them, where their text allows. */
const FIRM: ReadonlyMap<ChipKind, RegExp> = new Map([
  ['email', /^[^\s<>()"',;:|[\]{}]+@[^\s<>()"',;:|[\]{}]+$/u],
  ['url', /^https?:\/\/[^\s<>()"',;|[\]{}“”„«»]+[\p{L}\p{N}/]$/iu],
  ['tel', /^\+[\d ()-]{8,24}\d$/],
]);

const isFirm = ({ kind, value }: Said) => FIRM.get(kind)?.test(fitting(kind, value)) === true;

/** A line for people, of what a card says: addresses as they are, the rest with its label. */
export const plainLine = (said: readonly Said[]): string =>
  said.map((one) => (isFirm(one) ? fitting(one.kind, one.value) : labelledText(one))).join(' ');
