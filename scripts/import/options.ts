// What `npm run import` is asked to do.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { REGIONS } from '#core/contacts/regions.ts';
import { Encoding } from '#core/formats/encodings.ts';
import { ImportBatchId, SourceKind } from '#core/imports/model.ts';

export interface ImportOptions {
  readonly book: string;
  /** Files and folders, as absolute paths; none when a batch is taken back. */
  readonly files: readonly string[];
  readonly undo?: ImportBatchId;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly encoding?: Encoding;
  readonly as?: SourceKind;
  /** ISO 3166-1 alpha-2. */
  readonly region?: string;
  readonly takeConflicts: boolean;
}

export const USAGE = `npm run import -- FILE… --book PATH [--dry-run] [--json] [--encoding NAME] [--as KIND]
  [--default-region CC] [--take-conflicts]
npm run import -- --undo BATCH --book PATH

Imports files, folders, zips and tars into a book without opening a window: what each file was taken for, what
would become of its records, and what became of them. The book must not be open in Acquaint; one that is not there
is made.

  --book PATH        the book
  --dry-run          only show the plan; the book stays as it is
  --json             JSON lines instead of words (below)
  --encoding NAME    how the text is written, where that is not recognised: windows-1251, shift_jis, …
  --as KIND          what the files are, where that is not recognised: vcard, csv, ldif, mailbox, …
  --default-region CC  where telephone numbers written without a country are dialled: DE, US, …
  --take-conflicts   join records with the person of the same name instead of making a second one
  --undo BATCH       take an earlier import back

JSON lines: first {"kind":"batch", "book", "created", "dryRun", "batch"}, where "batch" has the files ("entries") and
"counts"; then one {"kind":"item", "item"} for each record; at last {"kind":"result", "applied", "batchId", "counts"}.
With --undo a single {"kind":"undone", "batchId", "removed", "kept"}. When something fails, {"kind":"error", "message"}.

Exit code: 0 done; 1 not done, and the book as it was, for the reason that is printed; 2 these words were not understood.`;

/** Words that are not understood, with a sentence that says why. */
export class WrongWords extends Error {}

const OPTIONS = {
  book: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  encoding: { type: 'string' },
  as: { type: 'string' },
  'default-region': { type: 'string' },
  'take-conflicts': { type: 'boolean', default: false },
  undo: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function wordsOf(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new WrongWords(error instanceof Error ? error.message : String(error));
  }
}

/** One of a list of names; undefined when it is not asked for. */
function oneOf<Name extends string>(
  option: string,
  names: readonly Name[],
  value: string | undefined,
): Name | undefined {
  if (value === undefined) return undefined;
  const name = names.find((one) => one === value.toLowerCase());
  if (name === undefined) throw new WrongWords(`${option} knows ${names.join(', ')}; not “${value}”.`);
  return name;
}

function regionOf(value: string | undefined): string | undefined {
  const region = value?.toUpperCase();
  if (region !== undefined && !REGIONS.includes(region))
    throw new WrongWords(`--default-region needs a country in two letters, as in DE; not “${region}”.`);
  return region;
}

function batchOf(undo: string | undefined): ImportBatchId | undefined {
  if (undo === undefined) return undefined;
  const id = ImportBatchId.safeParse(Number(undo));
  if (!id.success) throw new WrongWords('--undo needs the number of an import.');
  return id.data;
}

/**
 * Reads the words after `npm run import --`; paths are taken from `directory`, where they were typed. Throws WrongWords.
 */
export function readImportOptions(words: readonly string[], directory: string): ImportOptions | 'help' {
  const { values, positionals } = wordsOf(words);
  if (values.help) return 'help';
  const encoding = oneOf('--encoding', Encoding.options, values.encoding);
  const as = oneOf('--as', SourceKind.options, values.as);
  const undo = batchOf(values.undo);
  const region = regionOf(values['default-region']);
  if (values.book === undefined || values.book === '')
    throw new WrongWords('Which book? --book needs the path of a file.');
  if (undo === undefined && positionals.length === 0)
    throw new WrongWords('Which files? Name at least one file or folder.');
  if (undo !== undefined && positionals.length > 0)
    throw new WrongWords('--undo takes an import back and reads no files.');
  return {
    book: path.resolve(directory, values.book),
    files: positionals.map((file) => path.resolve(directory, file)),
    dryRun: values['dry-run'],
    json: values.json,
    takeConflicts: values['take-conflicts'],
    ...(undo === undefined ? {} : { undo }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(as === undefined ? {} : { as }),
    ...(region === undefined ? {} : { region }),
  };
}
