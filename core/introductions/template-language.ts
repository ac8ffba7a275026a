// The language letters are written in: a small part of Liquid, in which nothing can be run, read or looped
// (https://shopify.github.io/liquid; docs/adr/0040-letters-as-files.md).
import { Liquid } from 'liquidjs/dist/liquid.browser.mjs';
import type { Address } from '#core/manners/model.ts';

/** What is wrong with a template, and where: both count from 1. */
export interface TemplateProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export type Rendered =
  | { readonly text: string; readonly problem?: undefined }
  | { readonly text?: undefined; readonly problem: TemplateProblem };

/** Conditions and notes to oneself. No loops: a letter is as long as its template. */
const TAGS: ReadonlySet<string> = new Set(['if', 'unless', 'case', 'comment']);
const FILTERS: ReadonlySet<string> = new Set(['default', 'formally']);

/** SECURITY: no tag that reads a file, loops or keeps state, no filter that asks the clock; what is not listed is not there. */
function engineFor(address: Address): Liquid {
  const engine = new Liquid({
    jsTruthy: true,
    strictFilters: true,
    strictVariables: true,
    ownPropertyOnly: true,
    dynamicPartials: false,
    relativeReference: false,
    templates: {},
    parseLimit: LONGEST_TEMPLATE,
    // A range of numbers, "(1..99999999)", is made before anything is done with it.
    memoryLimit: MOST_MADE,
  });
  engine.registerFilter('formally', (informal: unknown, formal: unknown) =>
    String(address === 'formal' ? formal : informal),
  );
  for (const name of Object.keys(engine.tags)) if (!TAGS.has(name)) Reflect.deleteProperty(engine.tags, name);
  for (const name of Object.keys(engine.filters)) {
    if (!FILTERS.has(name)) Reflect.deleteProperty(engine.filters, name);
  }
  return engine;
}

/** In UTF-16 code units: no letter is longer. */
const LONGEST_TEMPLATE = 20_000;
/** As the engine counts: a letter of the longest template with the longest texts filled in is far below. */
const MOST_MADE = 2_000_000;

const engines: Partial<Record<Address, Liquid>> = {};
const engine = (address: Address): Liquid => (engines[address] ??= engineFor(address));

/**
 * The template with its variables filled in, or what is wrong with it. A variable that is not known is a mistake; one
 * that is known and empty is false in a condition.
 */
export function render(
  template: string,
  variables: Readonly<Record<string, string>>,
  address: Address,
): Rendered {
  try {
    const rendered: unknown = engine(address).parseAndRenderSync(template, { ...variables });
    return { text: tidied(String(rendered)) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

/** A variable a template names, as it is written there: `name`, or `name.size`, which no template of ours may. */
export interface NamedVariable {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** Every variable a template names, in whatever branch, in reading order; or what keeps it from being read. */
export function variablesNamed(
  template: string,
): { readonly named: readonly NamedVariable[] } | { readonly problem: TemplateProblem } {
  try {
    const liquid = engine('informal');
    const { variables } = liquid.analyzeSync(liquid.parse(template), { partials: false });
    const named = Object.values(variables)
      .flat()
      .map((one) => ({ name: String(one), line: one.location.row, column: one.location.col }));
    return { named: named.toSorted((a, b) => a.line - b.line || a.column - b.column) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

/** Liquid writes the place at the end of its message: ", line:3, col:7". */
function problemOf(error: unknown): TemplateProblem {
  const text = error instanceof Error ? error.message : String(error);
  const [, message = text, line = '1', column = '1'] = /^(.*?), line:(\d+), col:(\d+)/s.exec(text) ?? [];
  return { message, line: Number(line), column: Number(column) };
}

/** What is left where a fact is missing: no double space, no space before a full stop, no empty brackets, no hole. */
export function tidied(text: string): string {
  return text
    .replaceAll(/\( *\)/g, '')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/ +([.,;:!?)])/g, '$1')
    .replaceAll(/([.!?])\.(?!\.)/g, '$1')
    .replaceAll(/ *\n */g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** The words of a template, without its tags: what letters of its kind always say. */
export const plainWords = (template: string): string =>
  template
    .replaceAll(/^--- \w+$/gm, '')
    .replaceAll(/\{%[^%]*%\}/g, ' ')
    .replaceAll(/\{\{[^}]*\}\}/g, ' ');

/**
 * The sections of a template file by name; each starts with a line `--- name`. Empty lines stand before a section's text
 * in place of the lines above it, so that a mistake is told with its line in the file.
 */
export function sectionsOf(file: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string>();
  let name = '';
  let lines: string[] = [];
  const keep = () => {
    if (name !== '') sections.set(name, lines.join('\n').trimEnd());
  };
  for (const [at, line] of file.split(/\r?\n/).entries()) {
    const heading = /^--- (\w+)\s*$/.exec(line)?.[1];
    if (heading === undefined) lines.push(line);
    else {
      keep();
      name = heading;
      lines = Array.from({ length: at + 1 }, () => '');
    }
  }
  keep();
  return sections;
}
