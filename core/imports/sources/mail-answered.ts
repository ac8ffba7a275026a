// Which letters of a correspondence can be answered in their thread: the newest one of each person to the owner.
import type { LetterDraft } from '../model.ts';
import { bestName } from './mail-names.ts';
import type { Placed } from './mailbox-drafts.ts';
import type { LastLetter, Tally } from './mailbox-tally.ts';

/** Whoever hands over so few letters as files of their own means these very letters, however old they are. */
const FEW = 20;

/**
 * The newest letter that each person wrote to the owner, as far as an answer to it can name it. One handed over by itself
 * comes with its subject, and is to the owner whatever mailbox of theirs it names; of all others it counts only where it
 * is to a mailbox known to be the owner's, and of a day not before `since`.
 */
export function lettersOf(tally: Tally, owners: ReadonlySet<number>, since: string): Placed<LetterDraft>[] {
  const areFew = tally.letters <= FEW;
  const isToOwner = ({ readers }: LastLetter) => readers.some((at) => owners.has(at));
  return tally.people.flatMap(({ key, address, names, last }, at): Placed<LetterDraft>[] => {
    if (last === undefined || owners.has(at)) return [];
    const { entryName, line, on, alone } = last;
    const isMeant = areFew && alone !== undefined;
    if (!isMeant && (on < since || !isToOwner(last))) return [];
    const thread = last.thread();
    if (thread === undefined) return [];
    const { fn } = bestName(names, key);
    const person = { fn: fn || address, email: address };
    return [{ entryName, draft: { line, person, on, ...thread, subject: isMeant ? alone.subject : '' } }];
  });
}
