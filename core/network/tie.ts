// What evidence about two people adds up to: a decision list, never a sum, so every level can be explained.
import type { DateTime, PartialDate } from '#core/shared/dates.ts';
import { atLeast, TIE_LEVELS } from './model.ts';
import type { Certainty, EvidenceKind, Tie, TieEvidence, TieLevel } from './model.ts';
import { levelOfRelation } from './relation.ts';

/** With more people than this an event is a crowd: having both been there is no meeting. */
const CROWD = 20;
/** Statements and closeness are taken as current for two years. */
export const CURRENT_YEARS = 2;

/** Whose tie: the owner's own, or one between two other people, of which the owner saw less. */
export type Between = 'owner' | 'others';

interface Rung {
  readonly level: TieLevel;
  readonly certainty: Certainty;
  /** The evidence this rung stands on; empty when the rung is not reached. */
  readonly basis: readonly TieEvidence[];
}

/**
 * How well two people know each other.
 * 1. A word said wins: the owner's newest statement, shown as unconfirmed once it is older than 24 months.
 * 2. Otherwise the highest rung reached of: `trusted` (recommended, or vouched for twice), `know_well` (three
 *    meetings, or three two-way contacts over two channels, the last within 24 months; family, partners, co-founders
 *    and friends), `know` (a meeting with a note and an exchange; introduced by somebody known; colleagues who also
 *    wrote; other relations, as `levelOfRelation` has them), `acquaintance` (an exchange, which is letters, LinkedIn
 *    messages or a chat in which both wrote; any relation in other words), `met_once`, `name_only` (a list both are
 *    on). A relation is a card's word or the owner's. A vouching answer counts as the level it states.
 * 3. What is only inferred (same employer, Cc, group chat, the same event for two others) is at most
 *    `acquaintance`, and only ever likely; the same employer at times of which nobody knows whether they overlap is
 *    `name_only`.
 * 4. "I don't really know them" caps the tie at `name_only`, unless the owner has said otherwise later; on the
 *    owner's own tie their statement always stands.
 *
 * `introduced_by` counts as `know` only where its `level`, the owner's tie to the introducer, is at least that;
 * between two others it says that the one who introduced the other is acquainted with them.
 * A crowd of more than 20 is a meeting only for somebody the owner wrote a note about. No evidence: `unknown`.
 */
export function tieOf(evidence: readonly TieEvidence[], now: DateTime, between: Between = 'owner'): Tie {
  const since = yearsBefore(now, CURRENT_YEARS);
  const statement = newest(
    evidence.filter((one) => one.kind === 'user_statement' && one.level !== undefined),
  );
  const disowned = newest(evidence.filter((one) => one.kind === 'disowned'));
  const lastOn = lastContact(evidence);
  const tie = (rung: Rung, setBy: Tie['setBy']): Tie => ({
    level: rung.level,
    certainty: rung.certainty,
    setBy,
    basis: strongestFirst(evidence, rung.basis),
    unconfirmed: setBy === 'owner' && statement?.on !== undefined && !isSince(statement.on, since),
    ...(lastOn === undefined ? {} : { lastOn }),
  });
  if (statement?.level !== undefined && (between === 'owner' || !isLater(disowned, statement))) {
    return tie({ level: statement.level, certainty: 'stated', basis: [statement] }, 'owner');
  }
  const rung = highestRung(evidence, since, between);
  if (disowned === undefined) return tie(rung, 'rule');
  return tie({ level: 'name_only', certainty: 'stated', basis: [disowned, ...rung.basis] }, 'rule');
}

const UNKNOWN: Rung = { level: 'unknown', certainty: 'recorded', basis: [] };
const CERTAINTIES: readonly Certainty[] = ['likely', 'recorded', 'stated'];

/** The highest rung; among equals the surest. */
function highestRung(evidence: readonly TieEvidence[], since: PartialDate, between: Between): Rung {
  const rungs = [
    ...recordedRungs(evidence, since, between),
    ...vouchedRungs(evidence),
    ...inferredRungs(evidence, between),
  ];
  const height = ({ level, certainty }: Rung): number =>
    TIE_LEVELS.indexOf(level) * CERTAINTIES.length + CERTAINTIES.indexOf(certainty);
  return rungs
    .filter((rung) => rung.basis.length > 0)
    .reduce((best, rung) => (best === UNKNOWN || height(rung) > height(best) ? rung : best), UNKNOWN);
}

function recordedRungs(evidence: readonly TieEvidence[], since: PartialDate, between: Between): Rung[] {
  const of = (...kinds: EvidenceKind[]): TieEvidence[] => evidence.filter((one) => kinds.includes(one.kind));
  const meetings = evidence.filter((one) => isMeeting(one, between));
  const exchanges = of('mail_two_way', 'chat_two_way', 'li_message_two_way');
  const related = (level: TieLevel) => of('related').filter((one) => relationLevel(one.text) === level);
  const introductions = of('introduced_by').filter((one) => atLeast(one.level ?? 'unknown', 'know'));
  const contacts = [...exchanges, ...meetings.filter((one) => one.kind === 'meeting')];
  const channels = new Set(contacts.map((one) => one.kind));
  const rung = (level: TieLevel, basis: readonly TieEvidence[]): Rung => ({
    level,
    certainty: 'recorded',
    basis,
  });
  const current = (basis: readonly TieEvidence[]): readonly TieEvidence[] =>
    basis.some((one) => one.on !== undefined && isSince(one.on, since)) ? basis : [];
  return [
    rung('trusted', of('li_recommended')),
    rung('know_well', timesApart(meetings) >= 3 ? current(meetings) : []),
    rung('know_well', contacts.length >= 3 && channels.size >= 2 ? current(contacts) : []),
    rung('know_well', related('know_well')),
    rung('know', related('know')),
    rung('acquaintance', related('acquaintance')),
    rung('know', introductions),
    rung(
      'know',
      both(
        meetings.filter((one) => one.hasNote === true),
        exchanges,
      ),
    ),
    rung('know', both(atOneTime(of('same_employer')), [...exchanges, ...meetings])),
    rung('acquaintance', exchanges),
    rung('acquaintance', between === 'others' ? of('introduced_by') : []),
    rung('met_once', meetings),
    rung('name_only', of('li_connected', 'li_mutual', 'li_endorsed', 'introduced_by')),
    rung('name_only', between === 'owner' ? of('met_at_event', 'meeting') : []),
  ];
}

/** Of several types, as `friend, co-worker`, the closest counts. */
function relationLevel(text: string): TieLevel {
  const levels = text.split(',').map(levelOfRelation);
  return levels.reduce((best, level) => (atLeast(level, best) ? level : best));
}

/** Somebody's own word about another: as good as what it states; without a level it says "I know them". */
function vouchedRungs(evidence: readonly TieEvidence[]): Rung[] {
  const vouches = evidence.filter((one) => one.kind === 'vouched');
  const positive = vouches.filter((one) => atLeast(one.level ?? 'know', 'know'));
  const single = vouches.map((one): Rung => ({
    level: one.level ?? 'know',
    certainty: 'stated',
    basis: [one],
  }));
  return timesApart(positive) >= 2
    ? [...single, { level: 'trusted', certainty: 'stated', basis: positive }]
    : single;
}

/** Of those at one organisation the ones that were there together, as far as anybody can know. */
const atOneTime = (colleagues: readonly TieEvidence[]): readonly TieEvidence[] =>
  colleagues.filter(({ isTimeUnknown }) => isTimeUnknown !== true);

const INFERRED: Partial<Record<EvidenceKind, TieLevel>> = {
  same_employer: 'acquaintance',
  mail_cc_together: 'acquaintance',
  group_chat: 'acquaintance',
};

function inferredRungs(evidence: readonly TieEvidence[], between: Between): Rung[] {
  return evidence.flatMap((one): Rung[] => {
    const sharedEvent = (one.crowd ?? 0) > CROWD ? 'name_only' : 'met_once';
    const level =
      one.kind === 'met_at_event' && between === 'others'
        ? sharedEvent
        : one.isTimeUnknown === true
          ? 'name_only'
          : INFERRED[one.kind];
    return level === undefined ? [] : [{ level, certainty: 'likely', basis: [one] }];
  });
}

/** Two others at the same event may never have spoken; a calendar entry with few people is a meeting for anyone. */
function isMeeting(one: TieEvidence, between: Between): boolean {
  if (one.kind !== 'meeting' && (one.kind !== 'met_at_event' || between === 'others')) return false;
  return (one.crowd ?? 0) <= CROWD || (between === 'owner' && one.hasNote === true);
}

const both = (some: readonly TieEvidence[], others: readonly TieEvidence[]): readonly TieEvidence[] =>
  some.length > 0 && others.length > 0 ? [...some, ...others] : [];

/** The same day is one time, though a calendar and a log may both hold it. */
const timesApart = (evidence: readonly TieEvidence[]): number =>
  new Set(evidence.map(({ on = '', text }) => (/^\d{4}-\d\d-\d\d$/.test(on) ? on : `${on} ${text}`))).size;

/** Evidence by itself, strongest first: what was said, then done together, then written, then listed. */
const STRENGTH: readonly EvidenceKind[] = [
  'user_statement',
  'disowned',
  'li_recommended',
  'vouched',
  'related',
  'introduced_by',
  'met_at_event',
  'meeting',
  'mail_two_way',
  'chat_two_way',
  'li_message_two_way',
  'same_employer',
  'group_chat',
  'mail_cc_together',
  'li_endorsed',
  'li_connected',
  'li_mutual',
];

/** All evidence: first what the level rests on, then the rest; by kind, newest first within one. */
function strongestFirst(evidence: readonly TieEvidence[], basis: readonly TieEvidence[]): TieEvidence[] {
  const decisive = new Set(basis);
  const place = (one: TieEvidence): number =>
    STRENGTH.indexOf(one.kind) + (decisive.has(one) ? 0 : STRENGTH.length);
  return evidence.toSorted((a, b) => place(a) - place(b) || byDate(b.on, a.on));
}

/**
 * What two people do together. A connection or an endorsement is a click, an employer or a mutual list a place both
 * stand in, a vouching answer or a statement somebody's word: none of them is contact on its day.
 */
const INTERACTIONS: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>([
  'introduced_by',
  'met_at_event',
  'meeting',
  'mail_two_way',
  'chat_two_way',
  'li_message_two_way',
  'li_recommended',
  'group_chat',
  'mail_cc_together',
]);

/** The newest day on which the two are known to have had to do with each other; undefined: no interaction data. */
const lastContact = (evidence: readonly TieEvidence[]): PartialDate | undefined =>
  newest(evidence.filter(({ kind, on }) => INTERACTIONS.has(kind) && isDated(on)))?.on;

/** The newest; of equally old or undated ones the last given. */
const newest = (evidence: readonly TieEvidence[]): TieEvidence | undefined =>
  evidence.reduce<TieEvidence | undefined>(
    (best, one) => (best === undefined || byDate(one.on, best.on) >= 0 ? one : best),
    undefined,
  );

const isLater = (one: TieEvidence | undefined, than: TieEvidence): boolean =>
  one !== undefined && byDate(one.on, than.on) >= 0;

const isDated = (on: PartialDate | undefined): boolean => on !== undefined && !on.startsWith('--');

/** Dates compare as text; without a year they say nothing about when, and count as oldest. */
function byDate(a: PartialDate | undefined, b: PartialDate | undefined): number {
  const one = isDated(a) ? a! : '';
  const other = isDated(b) ? b! : '';
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The day so many years before. */
export const yearsBefore = (now: DateTime, years: number): PartialDate =>
  `${String(Number(now.slice(0, 4)) - years).padStart(4, '0')}${now.slice(4, 10)}`;

/** Whether a date may lie on or after `since`: "2024" counts as long as any of its days does. */
export const isSince = (on: PartialDate, since: PartialDate): boolean =>
  isDated(on) && on >= since.slice(0, on.length);
