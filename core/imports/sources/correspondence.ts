// All the mail of one import as one correspondence: what was received and what was sent lie in different files.
import type { ContactDraft, EvidenceDraft, Issue, LetterDraft, OwnerDraft } from '../model.ts';
import type { ReadingContext } from '../source-format.ts';
import { lettersOf } from './mail-answered.ts';
import { draftsOf } from './mailbox-drafts.ts';
import { answeredSince } from './mailbox-letter.ts';
import { ownersOf } from './mailbox-owner.ts';
import { MOST_PAIRS, newTally, type Tally } from './mailbox-tally.ts';
import { issue } from './table.ts';

/** What one file adds to the people of all of them: whoever first appears in it. */
export interface CorrespondencePart {
  readonly contacts: readonly ContactDraft[];
  readonly evidence: readonly EvidenceDraft[];
  readonly letters: readonly LetterDraft[];
  readonly owner?: OwnerDraft;
  readonly issues: readonly Issue[];
}

export interface Correspondence {
  readonly tally: Tally;
  /** After the last letter: people and ties by the name of the file they first appear in. */
  end(): ReadonlyMap<string, CorrespondencePart>;
}

/** An empty correspondence; every mailbox and letter read with it is added to it. */
export function newCorrespondence({
  ownerEmails,
  ownerNames,
  now,
}: Pick<ReadingContext, 'ownerEmails' | 'ownerNames' | 'now'>): Correspondence {
  const tally = newTally(ownerEmails);
  return {
    tally,
    end() {
      const owners = ownersOf(tally, { emails: ownerEmails, names: ownerNames });
      const { contacts, evidence, owner } = draftsOf(tally, owners);
      const letters = lettersOf(tally, owners, answeredSince(now));
      const contactsIn = Map.groupBy(contacts, ({ entryName }) => entryName);
      const evidenceIn = Map.groupBy(evidence, ({ entryName }) => entryName);
      const lettersIn = Map.groupBy(letters, ({ entryName }) => entryName);
      const [first = ''] = tally.people.map(({ entryName }) => entryName);
      const names = new Set([first, ...contactsIn.keys(), ...evidenceIn.keys(), ...lettersIn.keys()]);
      return new Map(
        [...names].map((name) => [
          name,
          {
            contacts: contactsIn.get(name)?.map(({ draft }) => draft) ?? [],
            evidence: evidenceIn.get(name)?.map(({ draft }) => draft) ?? [],
            letters: lettersIn.get(name)?.map(({ draft }) => draft) ?? [],
            ...(name === first && owner && { owner }),
            issues:
              name === first && tally.isFull ? [issue(0, 'TOO_MANY_RECORDS', { most: MOST_PAIRS })] : [],
          },
        ]),
      );
    },
  };
}
