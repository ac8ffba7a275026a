// Everything about reaching somebody on one page: the advice, the ways, whom the owner knows there, and who knows one.
import type { LookUp, Target } from '#api/network.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { lastJobAt } from '#core/contacts/positions.ts';
import { queryText } from '#core/contacts/search/query-text.ts';
import { UNTOUCHED } from '#core/introductions/goodwill.ts';
import { adviceOn, staleLinks } from '#core/network/advice.ts';
import { closestFirst, introducersTo } from '#core/network/introducers.ts';
import { isLikely, lastOnOf, levelOf } from '#core/network/link.ts';
import type { Acquainted, Introducer } from '#core/network/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { fold } from '#core/shared/fold.ts';
import type { ReadBook } from '#db/book.ts';
import { positionsOf } from '#db/contacts/positions.ts';
import { contactRow, namesOf, summaries } from '#db/contacts/queries.ts';
import { idsFound } from '#db/contacts/search-people.ts';
import type { ReaderThread } from '#db/reader-thread.ts';
import { ownerId } from '#db/settings/queries.ts';
import { recentLedgers, standing } from './goodwill.ts';
import { pathsTo } from './paths.ts';
import type { Asked } from './paths.ts';
import { ownerTies, peopleAt } from './queries.ts';

/** Ways are looked for to this many, those closest to the owner: more would not make the best ones better. */
const MOST_TARGETS = 2000;
const PEOPLE_SHOWN = 50;

/** What is asked on the reader's thread. */
export interface Reading {
  readonly book: ReadBook;
  readonly reader: ReaderThread;
  readonly now: DateTime;
}

interface Targets {
  /** Whom to reach, those closest to the owner first. */
  readonly targets: ContactId[];
  readonly total: number;
  /** How many of all the owner has to do with. */
  readonly tied: number;
}

/** Who is meant, without the owner. Throws NOT_FOUND for a person who is not in the book. */
export async function targetsOf({ book, reader, graph, now }: Reading & Asked, to: Target): Promise<Targets> {
  if (to.kind === 'contact') {
    contactRow(book, to.contactId);
    return { targets: [to.contactId], total: 1, tied: 0 };
  }
  const ids = to.kind === 'org' ? peopleAt(book, to.org) : await idsFound(reader, to.text, now);
  const exclude = ownerId(book);
  const { ids: targets, tied } = closestFirst(graph, ids, { limit: MOST_TARGETS, exclude });
  return { targets, tied, total: ids.length - Number(exclude !== undefined && has(ids, exclude)) };
}

const has = (ids: ArrayLike<number>, one: number): boolean => Array.prototype.includes.call(ids, one);

export async function lookUp({ book, reader, now }: Reading, to: Target): Promise<LookUp> {
  const graph = await reader.network(now);
  const asked = { book, reader, graph, now };
  const { targets, total, tied } = await targetsOf(asked, to);
  const ledgers = recentLedgers(book, now);
  const paths = pathsTo({ ...asked, stays: reader.stays() }, targets, standing(ledgers)).map((path) => {
    const { taken, given } = ledgers.get(path.steps[0]!.contactId) ?? UNTOUCHED;
    return { ...path, stale: staleLinks(path.steps, now), favours: { taken, given } };
  });
  const isOne = to.kind === 'contact';
  return {
    advice: adviceOn(paths),
    paths,
    total,
    known: isOne ? [] : acquaintedOf(asked, targets.slice(0, Math.min(tied, PEOPLE_SHOWN))),
    knownCount: tied,
    former: to.kind === 'org' ? await formerlyAt(asked, to.org, targets) : [],
    introducers: isOne ? [] : introducers(asked, targets),
  };
}

/** People with the owner's tie to them, in the order given. */
export function acquaintedOf({ book, now }: Omit<Asked, 'graph'>, ids: readonly ContactId[]): Acquainted[] {
  const ties = ownerTies(book, ids, now);
  return summaries(book, ids).flatMap(({ id, fn, org, title }) => {
    const tie = ties.get(id);
    return tie === undefined ? [] : [{ contactId: id, fn, org, title, tie }];
  });
}

/** Whom the owner has to do with of those who have left an organisation, and since when they are elsewhere. */
async function formerlyAt(
  asked: Reading & Asked,
  org: string,
  present: readonly ContactId[],
): Promise<LookUp['former']> {
  const { book, reader, graph, now } = asked;
  const text = queryText({ kind: 'facet', name: 'former', values: [{ text: org, exact: true }] });
  const here = new Set<number>(present);
  const gone = (await idsFound(reader, text, now)).filter((id) => !here.has(id));
  const { ids, tied } = closestFirst(graph, gone, { limit: PEOPLE_SHOWN, exclude: ownerId(book) });
  const isHere = (name: string): boolean => fold(name) === fold(org);
  return acquaintedOf(asked, ids.slice(0, tied)).map((person) => {
    const {
      title = '',
      until,
      isSeen = false,
    } = lastJobAt(positionsOf(book, person.contactId), isHere) ?? {};
    return { ...person, was: title, isSeen, ...(until !== undefined && { until }) };
  });
}

function introducers({ book, graph }: Asked, targets: readonly ContactId[]): Introducer[] {
  const found = introducersTo(graph, targets, { limit: PEOPLE_SHOWN, exclude: ownerId(book) });
  const names = namesOf(
    book,
    found.flatMap(({ id, knows }) => [id, knows]),
  );
  return found.flatMap(({ id, own, knows, link, count }) => {
    const [person, target] = [names.get(id), names.get(knows)];
    if (person === undefined || target === undefined) return [];
    return [
      {
        contactId: id,
        ...person,
        ...linkWords(own),
        knows: { contactId: knows, fn: target.fn, ...linkWords(link), isLikely: isLikely(link) },
        others: count - 1,
      },
    ];
  });
}

function linkWords(link: number): Pick<Introducer, 'level' | 'lastOn'> {
  const lastOn = lastOnOf(link);
  return { level: levelOf(link), ...(lastOn !== undefined && { lastOn }) };
}
