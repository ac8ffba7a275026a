// Everything held about a person as a Markdown document (CommonMark): the page's own words, section by section.

/** One line of a section: what it is, what is said, and who says so. */
export interface HeldRow {
  readonly term: string;
  readonly text: string;
  readonly source: string;
}

export interface HeldSection {
  readonly title: string;
  readonly rows: readonly HeldRow[];
}

/** Signs that would begin markup anywhere in a line, or a list, a heading or a number at its start. */
const MARKUP = /[\\`*_[\]<>#|~&]/g;
const escaped = (text: string): string =>
  text.replace(MARKUP, String.raw`\$&`).replace(/^(\s*)([-+]|\d+[.)])(?=\s|$)/gm, String.raw`$1\$2`);

/** A text of several lines stays within its item. */
const indented = (text: string): string =>
  escaped(text)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .join('  \n  ');

/** The document: a title, a word about it, and a list for each section that has something to say. */
export function heldMarkdown(
  { title, intro }: { readonly title: string; readonly intro: readonly string[] },
  sections: readonly HeldSection[],
): string {
  const head = [`# ${escaped(title)}`, ...intro.map(escaped)].join('\n\n');
  const body = sections.map(
    (section) => `## ${escaped(section.title)}\n\n${section.rows.map(lineOf).join('\n')}`,
  );
  return `${[head, ...body].join('\n\n')}\n`;
}

function lineOf({ term, text, source }: HeldRow): string {
  const said = text === '' ? '' : ` ${indented(text)}`;
  const from = source === '' ? '' : ` *(${escaped(source)})*`;
  return `- **${escaped(term)}**${said}${from}`;
}
