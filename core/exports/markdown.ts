// People as a folder of Markdown files, one a person, with their properties in front (as Obsidian and its kind read it).
import { stringify } from 'yaml';
import { parted, unescaped } from '#core/formats/vcard/escapes.ts';
import type { ExportedPerson, ExportedProperty } from './model.ts';

export interface MarkdownFile {
  readonly name: string;
  readonly text: string;
}

/** What systems and links refuse in a file's name. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*#^[\]]/g;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const LONGEST_NAME = 120;

/** One file a person; two of one name are told apart by a number. */
export function toMarkdown(people: readonly ExportedPerson[]): MarkdownFile[] {
  const taken = new Map<string, number>();
  return people.map((person) => ({ name: `${freeName(safeName(person.fn), taken)}.md`, text: page(person) }));
}

/** Windows and macOS take two names that differ in case only for one. */
const keyOfName = (name: string): string => name.toLowerCase().normalize('NFC');

function freeName(name: string, taken: Map<string, number>): string {
  let number = taken.get(keyOfName(name)) ?? 1;
  let free = name;
  // Somebody may be called "Ana (2)".
  while (taken.has(keyOfName(free))) free = `${name} (${(number += 1)})`;
  taken.set(keyOfName(name), number);
  taken.set(keyOfName(free), taken.get(keyOfName(free)) ?? 1);
  return free;
}

function safeName(fn: string): string {
  const name = fn
    .toWellFormed()
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST_NAME)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/^[. ]+|[. ]+$/g, '');
  return name === '' || RESERVED.test(name) ? `Person ${name}`.trim() : name;
}

/** Front matter for what is looked up, the body for what is read. */
function page({ fn, properties }: ExportedPerson): string {
  const said: Record<string, unknown> = { name: fn };
  for (const [name, values] of Map.groupBy(properties, (property) => property.name)) {
    if (LEFT_TO_THE_BODY.has(name)) continue;
    const texts = values.map(textOf);
    said[keyOf(name)] = texts.length === 1 && name !== 'CATEGORIES' ? texts[0] : texts;
  }
  const notes = properties.filter(({ name }) => name === 'NOTE').map(({ value }) => value);
  return `---\n${stringify(said)}---\n\n# ${fn.replace(/\s+/g, ' ')}\n${notes.map((note) => `\n${note}\n`).join('')}`;
}

const LEFT_TO_THE_BODY: ReadonlySet<string> = new Set(['FN', 'N', 'NOTE', 'PHOTO', 'UID']);

/** Obsidian's own word for tags; otherwise vCard's names in small letters. */
const keyOf = (name: string): string => (name === 'CATEGORIES' ? 'tags' : name.toLowerCase());

function textOf({ name, value, type, parameters }: ExportedProperty): string {
  const label = parameters?.['X-ABLABEL']?.[0] ?? type;
  const text =
    name === 'ADR'
      ? parted(value, ';')
          .map((part) => unescaped(part))
          .filter(Boolean)
          .join(', ')
      : name === 'ORG'
        ? [value, ...(parameters?.['X-UNIT'] ?? [])].join(', ')
        : value;
  return label === '' || name === 'CATEGORIES' || name === 'URL' ? text : `${text} (${label})`;
}
