// Whose mailbox it is, where the book does not know it yet.
import { fold } from '#core/shared/fold.ts';
import { personName } from './mail-names.ts';
import type { Person, Tally } from './mailbox-tally.ts';

export interface KnownOwner {
  /** `emailKey`s. */
  readonly emails: ReadonlySet<string>;
  /** `fold`ed. */
  readonly names: ReadonlySet<string>;
}

const mostly = (part: number, whole: number) => part > 0 && part * 2 >= whole;

/** Most of what they wrote lies among what the owner sent. */
const isSentByOwner = ({ sent, sentByOwner }: Person) => mostly(sentByOwner, sent);

/** Where letters are delivered is the owner's mailbox: the most frequent one, and others that get a fair share. */
function deliveredTo(people: readonly Person[]): Person[] {
  const most = people.reduce((sum, { delivered }) => Math.max(sum, delivered), 0);
  return people.filter(
    ({ delivered }) => delivered > 0 && delivered * 10 >= most && (most > 1 || delivered === most),
  );
}

/** How many different people somebody wrote to, and how many wrote to them. */
function reach({ people, pairs }: Tally): number[] {
  const partners = people.map(() => 0);
  for (const { a, b, aToB, bToA } of pairs.values()) {
    if (aToB > 0) partners[a]!++;
    if (bToA > 0) partners[b]!++;
  }
  return partners;
}

/** Somebody on as many letters as another is told apart by writing to several people. */
const SEVERAL = 2;

/**
 * Without labels and folders: the owner stands on (nearly) every letter, and writes to the most different people.
 * Nobody where that does not tell: the letters of two people may be either's, and a letter alone is anybody's.
 */
function byPresence(tally: Tally): Person[] {
  const { people, letters } = tally;
  const partners = reach(tally);
  const ranked = people
    .map((person, at) => ({ person, partners: partners[at] ?? 0 }))
    .filter(({ person }) => mostly(person.present, letters))
    .sort((x, y) => y.person.present - x.person.present || y.partners - x.partners);
  const [first, second] = ranked;
  if (!first) return [];
  if (letters < 2 || !second || first.person.present > second.person.present)
    return letters < 2 ? [] : [first.person];
  return first.partners >= SEVERAL && first.partners > second.partners ? [first.person] : [];
}

/** Mailboxes whose display name is the owner's. */
const named = (people: readonly Person[], names: ReadonlySet<string>) =>
  names.size === 0
    ? []
    : people.filter(({ names: spelled, key }) =>
        [...spelled.keys()].some((name) => names.has(fold(personName(name, key).fn))),
      );

/**
 * Numbers of the people who are the owner: known mailboxes first; senders of what lies in the folder of sent mail;
 * mailboxes that letters are delivered to; the owner's name; and only when none of these tells, the one who is on
 * most letters. Several mailboxes of one owner are common.
 */
export function ownersOf(tally: Tally, known: KnownOwner): Set<number> {
  const { people } = tally;
  const numbers = new Map(people.map((person, at) => [person, at] as const));
  const sure = people.filter((person) => known.emails.has(person.key) || isSentByOwner(person));
  const found = new Set([...sure, ...deliveredTo(people), ...named(people, known.names)]);
  const chosen = found.size > 0 ? found : new Set(byPresence(tally));
  return new Set([...chosen].map((person) => numbers.get(person)!));
}
