// Where somebody has worked and as what: what the owner says with its dates, and what imports have shown over time.
import { z } from 'zod';
import { escaped, parted, unescaped } from '#core/formats/vcard/escapes.ts';
import { PartialDate } from '#core/shared/dates.ts';

/** One job as the owner tells it. */
export const PositionForm = z
  .strictObject({
    org: z.string().trim().max(300).default(''),
    title: z.string().trim().max(300).default(''),
    from: PartialDate.optional(),
    to: PartialDate.optional(),
  })
  .refine(({ org, title }) => org !== '' || title !== '')
  .refine(({ from, to }) => from === undefined || to === undefined || from.slice(0, to.length) <= to);
export type PositionForm = z.infer<typeof PositionForm>;

/**
 * The property a job is kept in: its organisation, title, first and last day as components (`Acme;CTO;2019-04;2021`).
 * vCard has no property for a job that is over; `ORG` and `TITLE` say what somebody does now (RFC 6350 §6.6).
 */
export const POSITION_PROPERTY = 'X-POSITION';

export const positionValue = ({ org, title, from = '', to = '' }: PositionForm): string =>
  [org, title, from, to].map(escaped).join(';');

/** Reads a value written by `positionValue`; undefined where there is no job in it. Dates that are none are left out. */
export function readPosition(value: string): PositionForm | undefined {
  const [org = '', title = '', from = '', to = ''] = parted(value, ';').map(unescaped);
  const date = (text: string) => PartialDate.safeParse(text).data;
  const parsed = PositionForm.safeParse({
    org,
    title,
    ...(date(from) && { from: date(from) }),
    ...(date(to) && { to: date(to) }),
  });
  return parsed.data;
}

/** What one source said of the job somebody has, and for how long nothing else was said. */
export interface Saying {
  readonly name: 'ORG' | 'TITLE';
  readonly value: string;
  /** When it was said (RFC 3339). */
  readonly from: string;
  /** When a later word of the same kind took its place; absent while it stands. */
  readonly until?: string | undefined;
}

/** A job that was seen: it may have begun earlier and ended later than the days on which files showed it. */
export interface SeenPosition {
  readonly org: string;
  readonly title: string;
  readonly seenFrom: string;
  /** Absent: it still stands. */
  readonly seenUntil?: string;
}

const FOREVER = '9999';
const endOf = ({ until = FOREVER }: Pick<Saying, 'until'>): string => until;

/** The jobs that follow from what was said: an organisation and a title go together where they were said at once. */
export function seenPositions(sayings: readonly Saying[]): SeenPosition[] {
  const bounds = [...new Set(sayings.flatMap((one) => [one.from, endOf(one)]))].toSorted();
  const found: { org: string; title: string; from: string; until: string }[] = [];
  for (const [at, from] of bounds.entries()) {
    const until = bounds[at + 1];
    if (until === undefined) break;
    // The last word counts, where several stand at once.
    const said = (name: Saying['name']): string =>
      sayings
        .filter((one) => one.name === name && one.from <= from && endOf(one) >= until)
        .reduce<Saying | undefined>((last, one) => (last && last.from > one.from ? last : one), undefined)
        ?.value ?? '';
    const [org, title] = [said('ORG'), said('TITLE')];
    const last = found.at(-1);
    if (last?.org === org && last.title === title && last.until === from) last.until = until;
    else if (org !== '' || title !== '') found.push({ org, title, from, until });
  }
  return found.toReversed().map(({ org, title, from, until }) => ({
    org,
    title,
    seenFrom: from,
    ...(until === FOREVER ? {} : { seenUntil: until }),
  }));
}

/** A job that is over, as far as the book knows. */
export interface FormerJob {
  readonly title: string;
  /** When it ended, or, where `isSeen`, the day of the first file that said something else. */
  readonly until?: string;
  /** Not said by the owner or a list of jobs: two files were compared. */
  readonly isSeen: boolean;
}

/**
 * The last job somebody had at an organisation, of which `isHere` tells whether a name is its own; a job with its dates
 * before one that only files show. Undefined where there was none that is over.
 */
export function lastJobAt(
  {
    positions,
    seen,
  }: { readonly positions: readonly PositionForm[]; readonly seen: readonly SeenPosition[] },
  isHere: (org: string) => boolean,
): FormerJob | undefined {
  const told = positions.filter(({ org, to }) => to !== undefined && isHere(org));
  const [said] = told.toSorted((a, b) => (a.to! < b.to! ? 1 : a.to! > b.to! ? -1 : 0));
  if (said !== undefined) return { title: said.title, until: said.to!, isSeen: false };
  const shown = seen.find(({ org, seenUntil }) => seenUntil !== undefined && isHere(org));
  return shown && { title: shown.title, until: shown.seenUntil!.slice(0, 10), isSeen: true };
}
