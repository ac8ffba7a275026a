// Which letters of a correspondence can be answered in their thread: the newest one of each person to the owner.
import type { LetterDraft } from '../model.ts';
import { bestName } from './mail-names.ts';
import type { Placed } from './mailbox-drafts.ts';
import type { LastLetter, Tally } from './mailbox-tally.ts';

/** Whoever hands over so few letters as files of their own means these very letters, however old they are. */
const FEW = 20;

/**
 * The newest letter that each person wrote to the owner, as far as an answer to it can name it. Of letters handed over
 * one by one it comes with its subject; of all others only if it is of a day `since`. Who the owner is, is a guess of last
 * resort where no mailbox of theirs is known: then only letters handed over one by one count, and the book says whose
 * they are.
 */
export function lettersOf(tally: Tally, owners: ReadonlySet<number>, since: string): Placed<LetterDraft>[] {
  const areFew = tally.letters <= FEW;
  const isTheirs = ({ readers, alone }: LastLetter) =>
    owners.size === 0 ? areFew && alone !== undefined : readers.some((at) => owners.has(at));
  return tally.people.flatMap(({ key, address, names, last }, at): Placed<LetterDraft>[] => {
    if (last === undefined || owners.has(at) || !isTheirs(last)) return [];
    const { entryName, line, on, thread, alone } = last;
    const isMeant = areFew && alone !== undefined;
    if (!isMeant && on < since) return [];
    const { fn } = bestName(names, key);
    const person = { fn: fn || address, email: address };
    return [{ entryName, draft: { line, person, on, ...thread, subject: isMeant ? alone.subject : '' } }];
  });
}
