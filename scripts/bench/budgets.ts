// What must hold, as ratios between arms of one run: absolute times belong to a machine and prove nothing elsewhere.
import type { ArmName } from './arms.ts';
import type { Comparison } from './judge.ts';

const STORED = ['people', 'properties', 'connections', 'searchable'] as const;

/** A file into an empty book against the raw script of the same file, and the same file again. */
const importOf = (
  id: string,
  words: string,
  [ours, rival, again]: readonly [ArmName, ArmName, ArmName],
): readonly Comparison[] => [
  {
    id,
    title: `${words} import, planned, undoable and searchable ÷ raw script`,
    ours: { arm: ours, figure: 'ms' },
    rival: { arm: rival, figure: 'ms' },
    budget: 0.8,
    same: STORED,
    must: { people: 'n' },
  },
  {
    id: `${id}-memory`,
    title: `${words} import, peak memory ÷ raw script`,
    ours: { arm: ours, figure: 'rssMb' },
    rival: { arm: rival, figure: 'rssMb' },
    budget: 1,
    same: STORED,
  },
  {
    id: `${id}-again`,
    title: `The same ${words} file again ÷ the first time`,
    ours: { arm: again, figure: 'ms' },
    rival: { arm: ours, figure: 'ms' },
    budget: 0.35,
    same: STORED,
    must: { same: 'n' },
  },
];

/** Every ratio that is judged. */
export const BUDGETS: readonly Comparison[] = [
  ...importOf('import', 'LinkedIn', ['import-ours', 'import-raw', 'import-again']),
  ...importOf('import-google', 'Google', ['import-google', 'import-google-raw', 'import-google-again']),
  ...importOf('import-vcard', 'vCard', ['import-vcard', 'import-vcard-raw', 'import-vcard-again']),
  {
    id: 'import-revert',
    title: 'Taking the import back ÷ importing',
    ours: { arm: 'import-revert', figure: 'ms' },
    rival: { arm: 'import-ours', figure: 'ms' },
    budget: 0.5,
    must: { people: 0, properties: 0, connections: 0, removed: 'n' },
  },
  {
    id: 'search-scan',
    title: 'Search, slowest kind of key (p95) ÷ one linear scan (p50)',
    ours: { arm: 'search-index', figure: 'worstP95' },
    rival: { arm: 'search-scan', figure: 'p50' },
    budget: 0.5,
    same: ['keystrokes', 'exact'],
  },
  {
    id: 'search-fts5',
    title: 'Search by prefix (p95) ÷ FTS5, ranked (p95)',
    ours: { arm: 'search-index', figure: 'prefixP95' },
    rival: { arm: 'search-fts5', figure: 'prefixP95' },
    budget: 0.15,
    same: ['keystrokes'],
    noLess: ['exact'],
  },
  {
    id: 'search-door',
    title: 'Search through the door, fifty rows (p95) ÷ one linear scan (p50)',
    ours: { arm: 'search-door', figure: 'p95' },
    rival: { arm: 'search-scan', figure: 'p50' },
    budget: 2,
    same: ['keystrokes', 'exact'],
  },
  {
    id: 'search-facets',
    title: 'A word and two facets through the door, fifty rows (p95) ÷ one linear scan (p50)',
    ours: { arm: 'search-facets', figure: 'p95' },
    rival: { arm: 'search-scan', figure: 'p50' },
    budget: 3,
    must: { missed: 0 },
  },
  {
    id: 'vet',
    title: 'Vetting an invitation through the door (p95) ÷ the smallest question (p50)',
    ours: { arm: 'vet', figure: 'p95' },
    rival: { arm: 'door', figure: 'p50' },
    budget: 60,
    must: { vetted: 60, mutuals: 180, reasoned: 60 },
  },
  {
    id: 'reminders',
    title: 'What is due today through the door (p50) ÷ the smallest question (p50)',
    ours: { arm: 'reminders', figure: 'p50' },
    rival: { arm: 'door', figure: 'p50' },
    budget: 200,
    must: { answeredWithRows: 40 },
  },
  {
    id: 'vet-many',
    title: 'Each of ten thousand invitations vetted for the list ÷ the smallest question (p50)',
    ours: { arm: 'vet-many', figure: 'each' },
    rival: { arm: 'door', figure: 'p50' },
    budget: 2.5,
    must: { missed: 0 },
  },
  {
    id: 'ways',
    title: 'Best ways in memory, up to three ties (p95) ÷ recursive SQL over stated ties (p95)',
    ours: { arm: 'network-index', figure: 'pathP95' },
    rival: { arm: 'network-sql', figure: 'pathP95' },
    budget: 0.4,
    same: ['planted', 'ways', 'mutuals'],
  },
  {
    id: 'list',
    title: 'A page of a hundred people anywhere in the list (p95) ÷ the smallest question (p50)',
    ours: { arm: 'list-door', figure: 'p95' },
    rival: { arm: 'door', figure: 'p50' },
    budget: 20,
  },
  {
    id: 'undo',
    title: 'Undoing a change on a form (p95) ÷ the smallest question (p50)',
    ours: { arm: 'list-door', figure: 'undoP95' },
    rival: { arm: 'door', figure: 'p50' },
    budget: 40,
    must: { notBack: 0 },
  },
  {
    id: 'export',
    title: 'Everybody as vCards through the door ÷ a script that joins rows and writes lines',
    ours: { arm: 'export-ours', figure: 'ms' },
    rival: { arm: 'export-raw', figure: 'ms' },
    budget: 4,
    same: ['cards', 'emails', 'urls'],
    must: { cards: 'n' },
  },
  {
    id: 'path',
    title: 'Best way to a person through the door (p95) ÷ recursive SQL over stated ties (p95)',
    ours: { arm: 'network-door', figure: 'pathP95' },
    rival: { arm: 'network-sql', figure: 'pathP95' },
    budget: 20,
    same: ['planted', 'ways', 'mutuals'],
  },
  {
    id: 'mutuals',
    title: 'Mutual contacts through the door (p95) ÷ the smallest question (p50)',
    ours: { arm: 'network-door', figure: 'mutualsP95' },
    rival: { arm: 'door', figure: 'p50' },
    budget: 20,
  },
  {
    id: 'linkage',
    title: 'Everybody compared for duplicates ÷ LinkedIn import of as many',
    ours: { arm: 'linkage', figure: 'ms' },
    rival: { arm: 'import-ours', figure: 'ms' },
    budget: 1,
    must: { surelyWrong: 0, suggestsRight: 1 },
  },
  {
    id: 'linkage-edit',
    title: 'One edit compared with the book (p95) ÷ everybody compared',
    ours: { arm: 'linkage', figure: 'editP95' },
    rival: { arm: 'linkage', figure: 'ms' },
    budget: 0.005,
  },
  {
    id: 'reader',
    title: 'Slowest page of the list during an import ÷ the whole import',
    ours: { arm: 'reader-during-import', figure: 'slowest' },
    rival: { arm: 'reader-during-import', figure: 'ms' },
    budget: 0.05,
    must: { answeredWithoutRows: 0 },
  },
  {
    id: 'start',
    title: 'Program and browser started until the list is painted ÷ a blank page',
    ours: { arm: 'start-ours', figure: 'ms' },
    rival: { arm: 'start-blank', figure: 'ms' },
    budget: 1.15,
    must: { painted: 1 },
  },
];

/** A shared machine with one core busy elsewhere is no regression. */
export const QUICK_SLACK = 1.3;
