// Labelled notes read, and what they were taken for: the table, and the mistakes one by one.
import { readMessage } from '#core/invitations/message.ts';
import { kindOfNote, type NoteKind } from '#core/invitations/note-kind.ts';

export interface LabelledNote {
  readonly label: string;
  readonly text: string;
}

export interface Mistake extends LabelledNote {
  readonly read: NoteKind;
}

/** How often each label was read as what, and every note that was not read as its label says. */
export interface Confusion {
  readonly notes: number;
  readonly table: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly mistakes: readonly Mistake[];
  /** Notes labelled neither `pitch` nor `scam` (nor `spam`) that were read as one of them. */
  readonly falseAlarms: readonly Mistake[];
}

/** Labels of what nobody wants; `spam` is what collections of short messages call it. */
const UNWANTED = new Set(['pitch', 'scam', 'spam']);
const ALARMS: ReadonlySet<NoteKind> = new Set<NoteKind>(['pitch', 'scam']);

/** Lines of `label<TAB>text`; a backslash and an n is a new line. */
export const labelledNotes = (tsv: string): LabelledNote[] =>
  tsv.split('\n').flatMap((line) => {
    const [label, text] = line.split('\t');
    return label === undefined || text === undefined || (label === 'label' && text === 'text')
      ? []
      : [{ label: label.toLowerCase(), text: text.replaceAll(String.raw`\n`, '\n') }];
  });

/** Reads every note and compares. */
export function confusionOf(notes: readonly LabelledNote[]): Confusion {
  const table: Record<string, Record<string, number>> = {};
  const wrong: Mistake[] = [];
  for (const note of notes) {
    const read = kindOfNote(readMessage(note.text));
    const row = (table[note.label] ??= {});
    row[read] = (row[read] ?? 0) + 1;
    if (read !== note.label) wrong.push({ ...note, read });
  }
  return {
    notes: notes.length,
    table,
    mistakes: wrong,
    falseAlarms: wrong.filter(({ label, read }) => !UNWANTED.has(label) && ALARMS.has(read)),
  };
}
