// Letters out of a plan: the newest one of each person, to be answered in its thread.
import type { PlannedLetter } from '#core/imports/planned.ts';
import type { Applying } from './applying.ts';
import type { KeptItem } from './kept.ts';

const INSERT = `insert into received_letter
  (contact_id, "on", message_id, "references", subject, created_at, batch_id, line) values (?, ?, ?, ?, ?, ?, ?, ?)`;

/** What an earlier import has kept of the same person stays for when this one is taken back. */
const SUPERSEDE = `update received_letter set superseded_by = @batchId
  where contact_id = @id and batch_id <> @batchId and superseded_by is null`;

/** Stores a letter in the place of an older one of the same person; nothing where the person has been left out. */
export function applyLetter(applying: Applying, planned: PlannedLetter, { line }: KeptItem): void {
  const { book, batchId, now } = applying;
  const { on, messageId, references, subject } = planned;
  const id = applying.personAt(planned.person);
  if (id === undefined) return;
  book.statement(SUPERSEDE).run({ batchId, id });
  book.statement(INSERT).run(id, on, messageId, references.join(' '), subject, now, batchId, line);
}
