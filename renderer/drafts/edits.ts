// What the owner writes into a drafted letter by hand: it stays until they have it written anew, and comes back with a press.
import { useState } from 'react';
import type { Draft } from '#core/introductions/model.ts';
import type { Letter } from './letter.ts';

interface Edited {
  readonly letter: Letter;
  /** The text of the draft it was made from. */
  readonly from: string;
}

export interface Edits {
  /** As it stands: edited, or as the book writes it. */
  readonly letter: Letter;
  readonly isEdited: boolean;
  /** The book would write it otherwise by now. */
  readonly isOutdated: boolean;
  readonly change: (part: Partial<Letter>) => void;
  /** Keeps what stands, to be put back after a change. */
  readonly shelve: () => void;
  readonly writeAnew: () => void;
  /** Undefined where nothing was replaced. */
  readonly putBack: (() => void) | undefined;
}

const textOf = ({ subject, body }: Draft): string => `${subject}\n${body}`;

/** `subject`: of an answer another than the draft's. */
export function useEdits(draft: Draft, subject: string): Edits {
  // Undefined until something is typed: an unedited letter follows the book.
  const [edited, setEdited] = useState<Edited>();
  // What a press has replaced, to be put back by another.
  const [shelved, setShelved] = useState<Edited>();
  const from = edited?.from ?? textOf(draft);
  const letter: Letter = edited?.letter ?? { ...draft, subject };
  const shelve = () => setShelved({ letter, from });
  return {
    letter,
    isEdited: edited !== undefined,
    isOutdated: from !== textOf(draft),
    change: (part) => setEdited({ letter: { ...letter, ...part }, from }),
    shelve,
    writeAnew: () => {
      shelve();
      setEdited(undefined);
    },
    putBack:
      shelved === undefined
        ? undefined
        : () => {
            setEdited(shelved);
            setShelved(undefined);
          },
  };
}
