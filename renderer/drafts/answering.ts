// Whether the letter at hand answers one of its reader's: as the book has it, until its owner says otherwise.
import { useState } from 'react';
import type { Draft } from '#core/introductions/model.ts';
import type { ReceivedLetterId } from '#core/introductions/reply.ts';
import { useEdits } from './edits.ts';
import type { Edits } from './edits.ts';
import { mayAnswer } from './letter.ts';

interface Answering extends Edits {
  readonly isAnswer: boolean;
  /** It goes to the one whose letter it answers, and to nobody else. */
  readonly isPossible: boolean;
  /** The letter its file names. */
  readonly replyTo: ReceivedLetterId | undefined;
  /** The owner says whether it is one; a subject they have not touched follows. */
  readonly choose: (isAnswer: boolean) => void;
}

/** An answer stands under the subject of what it answers, where the book has kept that. */
const subjectOf = ({ subject, reply }: Draft, isAnswer: boolean): string =>
  (isAnswer && reply?.subject) || subject;

/** A letter that is being written, which may be an answer. */
export function useAnswering(draft: Draft): Answering {
  const [chosen, choose] = useState<boolean>();
  const { reply } = draft;
  const isAnswer = reply !== undefined && (chosen ?? reply.isUsual);
  const subject = subjectOf(draft, isAnswer);
  const edits = useEdits(draft, subject);
  const { letter, isEdited, change } = edits;
  const isPossible = reply !== undefined && mayAnswer(letter, reply);
  return {
    ...edits,
    isAnswer,
    isPossible,
    replyTo: isAnswer && isPossible ? reply.id : undefined,
    choose(next) {
      choose(next);
      if (isEdited && letter.subject === subject) change({ subject: subjectOf(draft, next) });
    },
  };
}
