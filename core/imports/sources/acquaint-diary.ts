// What the owner has written down of people, read back out of our own document, record by record.
import type { DiaryDraft } from '../model.ts';
import type { Document, Known } from './acquaint-document.ts';
import { AcquaintEncounter, AcquaintPair, AcquaintReminder, AcquaintTagCadence } from './acquaint-schema.ts';
import { clipped } from './contact-builder.ts';
import { issue } from './table.ts';

/** What the book takes from its owner, and so from a file. */
const MOST_NOTED = 20_000;
const MOST_PLACE = 300;
const MOST_PROMISED = 500;
const MOST_REASON = 2000;

/**
 * What is said of people who are all in the document; a record about somebody who is missing is NOBODY_KNOWN. `uids`:
 * what its events are called, by their ids; of an event that is not there only the
 * meeting or the reminder is left.
 */
export function diaryIn(document: Document, known: Known, uids: ReadonlyMap<string, string>): DiaryDraft[] {
  return [
    ...encountersIn(document, known, uids),
    ...remindersIn(document, known, uids),
    ...document
      .list('tagCadences', AcquaintTagCadence)
      .map(({ line, record }) => ({ what: 'cadence' as const, line, ...record })),
    ...pairsIn(document, known),
  ];
}

function encountersIn(document: Document, known: Known, uids: ReadonlyMap<string, string>): DiaryDraft[] {
  return document.list('encounters', AcquaintEncounter).flatMap(({ line, record }): DiaryDraft[] => {
    const person = known.get(record.person);
    if (person === undefined) return strange(document, line);
    const { on, location, channel = 'in_person', note } = record;
    const event = uids.get(record.event ?? '');
    const introducedBy = known.get(record.introducedBy ?? '');
    return [
      {
        what: 'encounter',
        line,
        person,
        ...(event !== undefined && { event }),
        ...(on !== undefined && { on }),
        location: clipped(location, MOST_PLACE),
        channel,
        note: clipped(note, MOST_NOTED),
        ...(introducedBy !== undefined && { introducedBy }),
      },
    ];
  });
}

function remindersIn(document: Document, known: Known, uids: ReadonlyMap<string, string>): DiaryDraft[] {
  return document.list('reminders', AcquaintReminder).flatMap(({ line, record }): DiaryDraft[] => {
    const person = known.get(record.person);
    if (person === undefined) return strange(document, line);
    const { kind, dueOn, text, createdAt, settledAt, outcome } = record;
    const event = uids.get(record.event ?? '');
    return [
      {
        what: 'reminder',
        line,
        person,
        kind,
        dueOn,
        text: clipped(text, MOST_PROMISED),
        createdAt,
        ...(event !== undefined && { event }),
        ...(settledAt !== undefined && { settledAt }),
        // One without the other says nothing.
        ...(settledAt !== undefined && { outcome: outcome ?? 'done' }),
      },
    ];
  });
}

function pairsIn(document: Document, known: Known): DiaryDraft[] {
  return document.list('doNotIntroduce', AcquaintPair).flatMap(({ line, record }): DiaryDraft[] => {
    const [a, b] = [known.get(record.a), known.get(record.b)];
    if (a === undefined || b === undefined) return strange(document, line);
    return [{ what: 'pair', line, a, b, reason: clipped(record.reason, MOST_REASON) }];
  });
}

function strange(document: Document, line: number): [] {
  document.issues.push(issue(line, 'NOBODY_KNOWN'));
  return [];
}
