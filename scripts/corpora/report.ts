// What every measurer's figures become: how many of how many, by producer, with the share that is wanted of them.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** How many of how many. */
export interface Figure {
  /** Whose files: a folder of the corpus, or the file itself. */
  readonly producer: string;
  /** What is counted: `files`, `records`, `property lines`, … */
  readonly what: string;
  readonly right: number;
  readonly total: number;
}

export interface CorpusReport {
  readonly kind: string;
  readonly figures: readonly Figure[];
  /** What is missing or differs, one line each. */
  readonly misses: readonly string[];
}

/** The least share of right ones, 0–1, over all producers together. */
export interface Bar {
  /** The figure it is about; absent: each figure of the kind; `all`: the sum of all of them. */
  readonly what?: string;
  readonly least: number;
}

/** One kind of files: where a corpus keeps them, what is wanted, and how the measurer's own report is read. */
export interface Kind {
  readonly kind: string;
  readonly title: string;
  /** Folders of a corpus, and how names of files end in them. */
  readonly folders: readonly { readonly name: string; readonly ending: RegExp }[];
  /** Loaded when it is needed: each brings its reference readers. */
  readonly measure: (directory: string) => Promise<unknown>;
  readonly bars: readonly Bar[];
}

export const KINDS: readonly Kind[] = [
  {
    kind: 'vcard',
    title: 'vCards',
    folders: [{ name: 'vcard', ending: /\.vcf$/i }],
    measure: async (directory) => (await import('./vcard.ts')).measureVCards(directory),
    bars: [
      { what: 'files', least: 0.99 },
      { what: 'property lines', least: 0.98 },
    ],
  },
  {
    kind: 'tables',
    title: 'Tables and LDIF',
    folders: [
      { name: 'csv', ending: /\.(?:csv|tsv|txt)$/i },
      { name: 'ldif', ending: /\.ldi?f?$/i },
    ],
    measure: async (directory) => (await import('./tables.ts')).measureTables(directory),
    // How many were recognised is said without a bar: a corpus has tables of bare numbers as well.
    bars: [
      { what: 'rows', least: 1 },
      { what: 'cells', least: 1 },
    ],
  },
  {
    kind: 'linkedin',
    title: 'LinkedIn',
    folders: [{ name: 'linkedin', ending: /\.csv$/i }],
    measure: async (directory) => (await import('./linkedin.ts')).measureLinkedIn(directory),
    // An archive holds files that are about nobody, so not all of them have to be recognised.
    bars: [
      { what: 'rows', least: 1 },
      { what: 'cells', least: 1 },
    ],
  },
  {
    kind: 'icalendar',
    title: 'Calendars',
    folders: [{ name: 'ics', ending: /\.ics$/i }],
    measure: async (directory) => (await import('./calendar.ts')).measureCalendars(directory),
    bars: [{ least: 1 }],
  },
  {
    kind: 'mail',
    title: 'Mail',
    folders: [
      { name: 'eml', ending: /\.eml$/i },
      { name: 'mailconf', ending: /\.json$/i },
    ],
    measure: async (directory) => (await import('./mail.ts')).measureMail(directory),
    bars: [{ what: 'all', least: 0.99 }],
  },
];

/** Whether a corpus has files of a kind. */
export const hasFilesOf = ({ folders }: Kind, directory: string): boolean =>
  folders.some(({ name, ending }) => {
    const folder = path.join(directory, name);
    return (
      existsSync(folder) &&
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((file) => ending.test(file))
    );
  });

/** A figure over all producers together, with its bar. */
export interface Total {
  readonly what: string;
  readonly right: number;
  readonly total: number;
  /** 0–1, or undefined where nothing particular is wanted. */
  readonly least: number | undefined;
  readonly passed: boolean;
}

/** 0–1; undefined of nothing at all, which is neither right nor wrong. */
export const shareOf = ({ right, total }: { right: number; total: number }): number | undefined =>
  total === 0 ? undefined : right / total;

/** The figures of a kind added up, each against its bar; a bar with nothing to be measured by is not passed. */
export function totalsOf({ bars }: Kind, { figures }: CorpusReport): Total[] {
  const named = bars.flatMap(({ what }) => (what === undefined ? [] : [what]));
  const whats = [...new Set([...figures.map(({ what }) => what), ...named])];
  const totals = whats.map((what) => {
    const own = figures.filter((figure) => what === 'all' || figure.what === what);
    const right = own.reduce((sum, figure) => sum + figure.right, 0);
    const total = own.reduce((sum, figure) => sum + figure.total, 0);
    const bar = bars.find((one) => one.what === undefined || one.what === what);
    const share = shareOf({ right, total });
    // Cc of letters without a Cc says nothing; a bar that was set by name does, when there is nothing behind it.
    const passed = bar === undefined || (share === undefined ? bar.what === undefined : share >= bar.least);
    return { what, right, total, least: bar?.least, passed };
  });
  return totals.some(({ total }) => total > 0) ? totals : totals.map((one) => ({ ...one, passed: false }));
}
