// Whoever is forgotten, out of whatever book: no byte of them stays in its files, and nobody else is touched.
import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContactId } from '#core/contacts/model.ts';
import type { OpenBook } from '#db/book.ts';
import { mergeGroups } from '#db/duplicates/merge.ts';
import { unmerge } from '#db/duplicates/unmerge.ts';
import { Recorder } from '#db/history/journal.ts';
import { keepEntry, redo, undo } from '#db/history/queries.ts';
import { deleteContact } from '#db/contacts/queries.ts';
import { clearFile, fileHolds } from '#db/trash/clearing.ts';
import { erase } from '#db/trash/erase.ts';
import { emptyBook } from './planned-batch.ts';
import { bookPlan, fill, mergePlan } from './random-book.ts';
import { addTold, tokensOf } from './told-about.ts';
import { stateOf } from './state-hash.ts';

const NOW = '2026-03-01T00:00:00Z';
const PEOPLE = 6;

/** A deed as the writer keeps it. */
function deed(book: OpenBook, code: string, act: (recorder: Recorder) => void): void {
  const recorder = new Recorder(book);
  book.sqlite.exec('begin immediate');
  act(recorder);
  keepEntry(recorder, { code }, recorder.changes, NOW);
  book.sqlite.exec('commit');
}

const alive = (book: OpenBook): ContactId[] =>
  book.sqlite
    .prepare('select id from contact where deleted_at is null order by id')
    .pluck()
    .all()
    .map((id) => ContactId.parse(id));

const step = fc.oneof(
  fc.record({ kind: fc.constant('merge' as const), merge: mergePlan }),
  fc.record({ kind: fc.constant('unmerge' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('redo' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** What cannot be done now is refused, and changes nothing. */
function tried(book: OpenBook, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (book.sqlite.inTransaction) book.sqlite.exec('rollback');
    expect(error).toMatchObject({ code: 'CONFLICT' });
  }
}

function take(book: OpenBook, one: Step): void {
  const people = alive(book);
  const at = (place: number) => people[place % people.length]!;
  switch (one.kind) {
    case 'merge': {
      const survivorId = at(one.merge.survivor);
      const absorbedIds = [...new Set(one.merge.absorbed.map(at))].filter((id) => id !== survivorId);
      if (absorbedIds.length === 0) return;
      const group = { survivorId, absorbedIds, hide: [], apart: [] };
      return deed(book, 'contacts.merge', (recorder) => void mergeGroups(recorder, [group], NOW));
    }
    case 'unmerge': {
      const ids = book.sqlite.prepare('select id from merge order by id').pluck().all();
      if (ids.length === 0) return;
      const request = { mergeId: Number(ids[one.at % ids.length]), stays: [], keepApart: true };
      return deed(book, 'contacts.unmerge', (recorder) => void unmerge(recorder, request, NOW));
    }
    case 'delete':
      if (people.length < 2) return;
      return deed(book, 'contacts.delete', (recorder) => deleteContact(recorder, at(one.at), NOW));
    case 'undo':
    case 'redo':
      return tried(book, () => back(book, one.kind));
  }
}

/** Takes the newest deed back, or does the last one again; answers whether there was one. */
function back(book: OpenBook, kind: 'undo' | 'redo'): boolean {
  book.sqlite.exec('begin immediate');
  const recorder = new Recorder(book);
  const done = kind === 'undo' ? undo(recorder, undefined, () => undefined, NOW) : redo(recorder);
  book.sqlite.exec('commit');
  return done !== undefined;
}

function forgotten(book: OpenBook, id: ContactId): void {
  book.sqlite.exec('begin immediate');
  erase(new Recorder(book), [id], { clean: true });
  book.sqlite.exec('commit');
  expect(clearFile(book)).toBe(true);
}

/** The cards of everybody whom erasing somebody takes along. */
const cardsOf = (book: OpenBook, id: number): Set<number> =>
  new Set([
    id,
    ...book.sqlite
      .prepare(
        'select id from contact where merged_into_id = @id union select absorbed_id from merge where survivor_id = @id',
      )
      .pluck()
      .all({ id })
      .map(Number),
  ]);

/** What people's own rows say, keyed by table: rows of these people left out, and what names people no more. */
function withoutPeople(book: OpenBook, people: ReadonlySet<number>): Record<string, unknown[]> {
  const rows = (sql: string): Record<string, unknown>[] =>
    book.sqlite.prepare(sql).all() as Record<string, unknown>[];
  const others = (table: string, columns: readonly string[]) =>
    rows(`select * from "${table}" order by id`).filter((row) =>
      columns.every((column) => !people.has(Number(row[column]))),
    );
  return {
    contact: others('contact', ['id']),
    property: others('property', ['contact_id']).filter(({ name }) => name !== 'RELATED' && name !== 'NOTE'),
    encounter: others('encounter', ['contact_id']).map(({ note: _note, introduced_by_id: by, ...row }) => ({
      ...row,
      by: people.has(Number(by)) ? null : by,
    })),
    evidence: others('evidence', ['contact_id', 'other_id']),
    letters: others('received_letter', ['contact_id']),
    introduction: others('introduction', ['a_id', 'b_id']).map(({ id, state }) => ({ id, state })),
    kept_apart: others('kept_apart', ['a_id', 'b_id']),
    attendee: others('attendee', ['contact_id']),
    reminder: others('reminder', ['contact_id']).map(({ id, due_on: due }) => ({ id, due })),
    merge: others('merge', ['survivor_id', 'absorbed_id']),
  };
}

const holds = (book: OpenBook, tokens: readonly string[]): string[] =>
  [book.file, `${book.file}-wal`]
    .filter((file) => fs.existsSync(file))
    .flatMap((file) => tokens.filter((token) => fileHolds(file, [Buffer.from(token)])));

const RUNS = { numRuns: 25 };
const story = fc.tuple(bookPlan, fc.array(step, { maxLength: 6 }), fc.nat());

describe('forgetting anybody of any book', () => {
  it('leaves no byte of them in its files', () => {
    fc.assert(
      fc.property(story, ([plan, steps, who]) => {
        const book = emptyBook();
        try {
          deed(book, 'contacts.create', () => fill(book, plan));
          deed(book, 'contacts.update', (recorder) => addTold(recorder, PEOPLE));
          for (const one of steps) take(book, one);
          const people = alive(book);
          const id = people[who % people.length]!;
          const tokens = [...cardsOf(book, id)].flatMap(tokensOf);
          expect(holds(book, tokens)).not.toEqual([]);
          forgotten(book, id);
          expect(book.sqlite.pragma('foreign_key_check')).toEqual([]);
          expect(holds(book, tokens)).toEqual([]);
        } finally {
          book.close();
        }
      }),
      RUNS,
    );
  }, 120_000);

  it('leaves everybody else as they were', () => {
    fc.assert(
      fc.property(story, ([plan, steps, who]) => {
        const book = emptyBook();
        try {
          deed(book, 'contacts.create', () => fill(book, plan));
          deed(book, 'contacts.update', (recorder) => addTold(recorder, PEOPLE));
          for (const one of steps) take(book, one);
          const people = alive(book);
          const id = people[who % people.length]!;
          const cards = cardsOf(book, id);
          const before = withoutPeople(book, cards);
          forgotten(book, id);
          expect(withoutPeople(book, new Set())).toEqual(before);
        } finally {
          book.close();
        }
      }),
      RUNS,
    );
  }, 120_000);

  it('leaves a history that can be taken back and done again as far as it goes, and brings nobody back', () => {
    fc.assert(
      fc.property(story, ([plan, steps, who]) => {
        const book = emptyBook();
        try {
          fill(book, plan);
          deed(book, 'contacts.update', (recorder) => addTold(recorder, PEOPLE));
          for (const one of steps) take(book, one);
          const people = alive(book);
          const id = people[who % people.length]!;
          const cards = cardsOf(book, id);
          forgotten(book, id);
          const after = stateOf(book);
          let taken = 0;
          const isBack = (kind: 'undo' | 'redo'): boolean => {
            let isDone = false;
            tried(book, () => (isDone = back(book, kind)));
            return isDone;
          };
          while (isBack('undo')) taken += 1;
          expect(book.sqlite.pragma('foreign_key_check')).toEqual([]);
          const there = book.sqlite.prepare('select id from contact').pluck().all().map(Number);
          expect(there.filter((one) => cards.has(one))).toEqual([]);
          for (; taken > 0; taken -= 1) expect(isBack('redo')).toBe(true);
          expect(stateOf(book)).toEqual(after);
        } finally {
          book.close();
        }
      }),
      RUNS,
    );
  }, 120_000);
});
