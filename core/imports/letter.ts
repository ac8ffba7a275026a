// A letter that was received, as far as an answer to it in its thread has to name it.
import type { Thread } from '#core/formats/mail/message-ids.ts';
import type { PartialDate } from '#core/shared/dates.ts';

/** The newest letter somebody wrote to the owner (RFC 5322 §3.6.4). */
export interface LetterOf<Person> extends Thread {
  readonly person: Person;
  readonly on: PartialDate;
  /** Empty but for letters handed over one by one. */
  readonly subject: string;
}
