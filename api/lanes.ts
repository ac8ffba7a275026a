// Which of the four lanes a call takes, for a page that does not hold the contract: building its schemas takes a fifth of
// the way to the first screen (docs/adr/0047). The compiler demands that this says what the contract says, procedure by
// procedure.
import type { ContractProcedure } from '@orpc/contract';
import type { AnySchema, ErrorMap } from '@orpc/contract';
import type { contract } from './contract.ts';
import type { Lane } from './lane-names.ts';

type Contract = typeof contract;
type LaneIn<Procedure> =
  Procedure extends ContractProcedure<AnySchema, AnySchema, ErrorMap, infer Meta>
    ? Meta extends { lane: infer Given }
      ? Given
      : never
    : never;
type Table = {
  readonly [Feature in keyof Contract]: {
    readonly [Verb in keyof Contract[Feature]]: LaneIn<Contract[Feature][Verb]>;
  };
};

const TABLE: Table = {
  book: {
    summary: 'read',
    changes: 'read',
    replaying: 'read',
    history: 'read',
    undo: 'write',
    redo: 'write',
    preferences: 'read',
    setPreferences: 'write',
  },
  contacts: {
    list: 'read',
    facetValues: 'read',
    find: 'read',
    withAddress: 'read',
    get: 'read',
    positions: 'read',
    savePositions: 'write',
    timeline: 'read',
    create: 'write',
    update: 'write',
    delete: 'write',
    merge: 'write',
    merged: 'read',
    unmerge: 'write',
    setOwner: 'write',
  },
  duplicates: {
    summary: 'read',
    list: 'read',
    compare: 'read',
    keepApart: 'write',
  },
  events: {
    list: 'read',
    overview: 'read',
    facets: 'read',
    get: 'read',
    sheet: 'read',
    series: 'read',
    create: 'write',
    update: 'write',
    delete: 'write',
    merge: 'write',
    setSeries: 'write',
    renameSeries: 'write',
    setAttendee: 'write',
    removeAttendee: 'write',
    logEncounter: 'write',
    updateEncounter: 'write',
    deleteEncounter: 'write',
  },
  network: {
    mutuals: 'read',
    paths: 'read',
    lookUp: 'read',
    stranger: 'read',
    findOrgs: 'read',
    picture: 'read',
    overTime: 'read',
    sources: 'read',
    circles: 'read',
    names: 'read',
    stateTie: 'write',
    relations: 'read',
    addRelation: 'write',
    removeRelation: 'write',
  },
  invitations: {
    list: 'read',
    counts: 'read',
    verdicts: 'read',
    waitingFor: 'read',
    get: 'read',
    create: 'write',
    createMany: 'write',
    update: 'write',
    delete: 'write',
    matchMutual: 'write',
    peopleCalled: 'read',
    recordAsked: 'write',
    recordNudged: 'write',
    openReferences: 'read',
    references: 'read',
    recordAnswer: 'write',
    decide: 'write',
    decideMany: 'write',
    policy: 'read',
    setPolicy: 'write',
  },
  rules: {
    versions: 'read',
    simulate: 'jobs',
    due: 'read',
    answer: 'write',
    records: 'read',
  },
  audit: {
    summary: 'read',
    facets: 'read',
    list: 'read',
    get: 'read',
    part: 'write',
  },
  introductions: {
    list: 'read',
    get: 'read',
    create: 'write',
    update: 'write',
    advance: 'write',
    delete: 'write',
    doubts: 'read',
    suggestions: 'read',
    draft: 'read',
    check: 'read',
    eml: 'read',
  },
  manners: {
    get: 'read',
    set: 'write',
    keepFrom: 'write',
    allow: 'write',
  },
  reminders: {
    list: 'read',
    about: 'read',
    atEvent: 'read',
    promise: 'write',
    update: 'write',
    settle: 'write',
    snooze: 'write',
    setCadence: 'write',
    tagCadences: 'read',
    setTagCadence: 'write',
    dormant: 'read',
  },
  imports: {
    begin: 'jobs',
    chunk: 'jobs',
    look: 'jobs',
    stage: 'jobs',
    list: 'read',
    get: 'read',
    items: 'read',
    choose: 'write',
    chooseAll: 'write',
    leaveOut: 'write',
    apply: 'write',
    revert: 'write',
    discard: 'write',
  },
  exports: {
    people: 'jobs',
    events: 'jobs',
  },
  holdings: {
    get: 'jobs',
  },
  trash: {
    list: 'read',
    get: 'read',
    restore: 'write',
    erase: 'write',
    forgetting: 'jobs',
    forget: 'write',
  },
  views: {
    list: 'read',
    save: 'write',
    rename: 'write',
    delete: 'write',
  },
  letters: {
    list: 'read',
    shipped: 'read',
    preview: 'read',
    save: 'write',
    delete: 'write',
  },
  bulk: {
    ids: 'read',
    preview: 'jobs',
    addresses: 'jobs',
    tag: 'write',
    untag: 'write',
    edit: 'write',
    meet: 'write',
    classify: 'write',
    delete: 'write',
  },
  tags: {
    list: 'read',
    rename: 'write',
    merge: 'write',
    delete: 'write',
  },
  lock: {
    state: 'read',
    active: 'read',
    lock: 'write',
    unlock: 'write',
    choose: 'write',
    configure: 'write',
    remove: 'write',
  },
  host: {
    info: 'host',
    openLink: 'host',
    dragOut: 'host',
    printPdf: 'host',
    refusedRequests: 'host',
  },
};

/**
 * The lane of the procedure at `path` (`['contacts', 'list']` → `read`), as the contract's `lane` meta has it.
 * Throws for a path that is not in the contract: that is a bug, not a bad input.
 */
export function laneOf(path: readonly string[]): Lane {
  let node: unknown = TABLE;
  for (const name of path) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, name)) {
      throw new Error(`not in the contract: ${path.join('.')}`);
    }
    // True by the line above: `node` is an object that owns `name`.
    node = (node as Record<string, unknown>)[name];
  }
  if (typeof node !== 'string') throw new Error(`not a procedure: ${path.join('.')}`);
  return node as Lane; // every leaf of the table is one
}
