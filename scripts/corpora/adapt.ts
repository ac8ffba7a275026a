// The reports of the measurers, each in its own words, as figures of one shape. A measurer that answers anything else is
// an error here, not a figure that silently goes missing.
import { z } from 'zod';
import type { CorpusReport, Figure } from './report.ts';

const Count = z.number().nonnegative();
/** Measurers say NaN or nothing where a corpus does not know. */
const Expected = z.union([z.number(), z.nan()]).optional();

/** measureVCards: by producer. */
const Groups = z.object({
  groups: z.array(
    z.object({
      producer: z.string(),
      files: Count,
      filesWithAllCards: Count,
      cards: Count,
      expectedCards: Count,
      properties: Count,
      represented: Count,
    }),
  ),
  misses: z.array(z.string()),
});

/** measureTables and measureLinkedIn: by file. */
const Files = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      kind: z.string().optional(),
      rows: Count,
      expected: Expected,
      cells: Count,
      found: Count,
    }),
  ),
  misses: z.array(z.string()),
});

/** measureMail and measureCalendars: by what is compared. */
const Measures = z.array(
  z.object({ what: z.string(), total: Count, equal: Count, misses: z.array(z.string()) }),
);

type Adapted = Omit<CorpusReport, 'kind'>;

const fromGroups = ({ groups, misses }: z.infer<typeof Groups>): Adapted => ({
  figures: groups.flatMap((group): Figure[] => {
    const { producer } = group;
    return [
      { producer, what: 'files', right: group.filesWithAllCards, total: group.files },
      // More cards than there are is as wrong as fewer.
      { producer, what: 'records', ...nearest(group.cards, group.expectedCards) },
      { producer, what: 'property lines', right: group.represented, total: group.properties },
    ];
  }),
  misses,
});

/** `got` of `expected`, where too many count against it as well. */
const nearest = (got: number, expected: number) => ({
  right: Math.max(0, expected - Math.abs(expected - got)),
  total: expected,
});

/** `csv/folkerkinzel/Google.csv` is folkerkinzel's; a file that lies in no folder is its own producer. */
function producerOf(file: string): string {
  const parts = file.split('/');
  return parts.length > 2 ? (parts[1] ?? file) : file;
}

/** Of an archive whose files are not all about people, those nobody recognised are only named; elsewhere they count. */
function fromFiles({ files, misses }: z.infer<typeof Files>, kind: string): Adapted {
  const unknown = files.filter((file) => file.kind === undefined);
  const counted = kind === 'linkedin' ? files.filter((file) => file.kind !== undefined) : files;
  const figures = counted.flatMap(({ file, rows, expected, cells, found }): Figure[] => {
    const producer = producerOf(file);
    const isKnown = expected !== undefined && !Number.isNaN(expected);
    return [
      ...(isKnown ? [{ producer, what: 'rows', ...nearest(rows, expected) }] : []),
      { producer, what: 'cells', right: found, total: cells },
    ];
  });
  const recognised = files.map((file): Figure => {
    const right = file.kind === undefined ? 0 : 1;
    return { producer: producerOf(file.file), what: 'recognised', right, total: 1 };
  });
  const named = unknown.map(({ file }) => `${file}: not recognised`);
  return { figures: [...recognised, ...figures], misses: [...misses, ...named] };
}

const fromMeasures = (measures: z.infer<typeof Measures>): Adapted => ({
  figures: measures.map(({ what, total, equal }) => ({ producer: 'all', what, right: equal, total })),
  misses: measures.flatMap(({ what, misses }) => misses.map((miss) => `${what}: ${miss}`)),
});

/** Figures of one producer and one name are added up. */
function summed(figures: readonly Figure[]): Figure[] {
  const sums = new Map<string, Figure>();
  for (const figure of figures) {
    const key = JSON.stringify([figure.producer, figure.what]);
    const sum = sums.get(key) ?? { ...figure, right: 0, total: 0 };
    sums.set(key, { ...sum, right: sum.right + figure.right, total: sum.total + figure.total });
  }
  return [...sums.values()];
}

function adapted(kind: string, report: unknown): Adapted | undefined {
  const groups = Groups.safeParse(report);
  if (groups.success) return fromGroups(groups.data);
  const files = Files.safeParse(report);
  if (files.success) return fromFiles(files.data, kind);
  const measures = Measures.safeParse(report);
  return measures.success ? fromMeasures(measures.data) : undefined;
}

/** A measurer's report as figures. Throws when it is of no known shape. */
export function adapt(kind: string, report: unknown): CorpusReport {
  const known = adapted(kind, report);
  if (known === undefined) throw new Error(`The report about ${kind} is of no known shape.`);
  return { kind, figures: summed(known.figures), misses: known.misses };
}
