// Evidence that a later import has replaced is history: nobody may count it. Each reader is asked on a book where it is
// all there is, and on the same book before it was replaced, so that a reader who forgets gives itself away.
import { describe, expect, it } from 'vitest';
import { ContactForm, ContactId } from '#core/contacts/model.ts';
import { InvitationForm } from '#core/invitations/model.ts';
import type { OpenBook } from '#db/book.ts';
import { createContact } from '#db/contacts/queries.ts';
import { compare } from '#db/duplicates/queries.ts';
import { linkageRecords, readRecords } from '#db/duplicates/records.ts';
import { dropDoubleWords } from '#db/duplicates/relations.ts';
import { Suggestions } from '#db/duplicates/suggestions.ts';
import { mergeGroups } from '#db/duplicates/merge.ts';
import { mergedInto } from '#db/duplicates/merged.ts';
import { Recorder } from '#db/history/journal.ts';
import { bookLookup } from '#db/imports/lookup.ts';
import { settleAccepted } from '#db/invitations/import.ts';
import { createInvitation } from '#db/invitations/queries.ts';
import { invitationById } from '#db/invitations/read.ts';
import { vettingFacts } from '#db/invitations/vetting.ts';
import { neighboursOf, ownerEvidence } from '#db/network/queries.ts';
import { tiesNow, wholeNetwork } from '#db/network/whole.ts';
import { emptyBook, NOW } from './planned-batch.ts';

const [ana, tom] = [ContactId.parse(1), ContactId.parse(2)];

/** Ana is connected with the owner, and Tom with Ana; Ana has sent an invitation. */
function bookWith(supersededBy: number | null): OpenBook {
  const book = emptyBook();
  const recorder = new Recorder(book);
  const make = (form: object) => createContact(recorder, ContactForm.parse(form), NOW);
  make({ given: 'Ana', family: 'Ruiz', urls: ['https://www.linkedin.com/in/ana-ruiz'] });
  make({ given: 'Tom', family: 'Weber' });
  const form = { fn: 'Ana Ruiz', url: 'https://www.linkedin.com/in/ana-ruiz' };
  createInvitation(recorder, InvitationForm.parse(form), NOW);
  book.sqlite.exec(`insert into import_batch (id, file_name, state, staged_at, entries, counts)
    values (1, 'a.csv', 'applied', '${NOW}', '[{"kind":"linkedin-connections"}]', '{}')`);
  const insert = book.sqlite.prepare(
    `insert into evidence (kind, contact_id, other_id, "on", created_at, batch_id, superseded_by) values (?, ?, ?, '2025-01-01', ?, 1, ?)`,
  );
  insert.run('li_connected', ana, null, NOW, supersededBy);
  insert.run('group_chat', ana, tom, NOW, supersededBy);
  return book;
}

const drained = <Result>(steps: Generator<unknown, Result>): Result => {
  for (;;) {
    const { value, done } = steps.next();
    if (done === true) return value;
  }
};

const invitationId = (book: OpenBook) => invitationById(book, 1 as Parameters<typeof invitationById>[1], NOW);

/** What a reader makes of the two pieces of evidence: the same word for the same book. */
const READERS: readonly (readonly [string, (book: OpenBook) => unknown])[] = [
  ['the owner’s evidence', (book) => ownerEvidence(book, ana, NOW).length],
  ['the neighbours of somebody', (book) => neighboursOf(book, ana).size],
  ['the neighbours, from the other end', (book) => neighboursOf(book, tom).size],
  ['the whole network, between people', (book) => wholeNetwork(book, NOW).base.neighbours.length],
  ['the whole network, of the owner', (book) => wholeNetwork(book, NOW).own.some((link) => link !== 0)],
  ['the network kept up to date', (book) => JSON.stringify(tiesNow(book, [ana], NOW))],
  ['vetting', (book) => JSON.stringify(vettingFacts(book, invitationId(book), NOW))],
  [
    'settling invitations',
    (book) => {
      settleAccepted(new Recorder(book));
      return invitationId(book).state;
    },
  ],
  [
    'duplicates of the whole book',
    (book) => drained(readRecords(book)).map(({ connectedOn }) => connectedOn),
  ],
  ['duplicates of some', (book) => linkageRecords(book, [ana]).map(({ connectedOn }) => connectedOn)],
  [
    'comparing cards',
    (book) => compare(book, new Suggestions(), [ana, tom]).people.map(({ links }) => links.ties),
  ],
  ['planning: connected on', (book) => bookLookup(book).connectedOn(ana)],
  ['planning: connections', (book) => [...bookLookup(book).connections()].length],
  ['planning: evidence', (book) => bookLookup(book).evidenceBetween(ana, tom).length],
];

describe('evidence that has been replaced', () => {
  it.each(READERS)('is not counted by %s', (_, read) => {
    const [current, replaced] = [bookWith(null), bookWith(1)];
    const without = bookWith(null);
    without.sqlite.exec('delete from evidence');
    expect(read(replaced)).toEqual(read(without));
    // A reader that looks at nothing would pass the line above.
    expect(read(current)).not.toEqual(read(bookWith(1)));
    for (const book of [current, replaced, without]) book.close();
  });

  it('is not counted among what a merged card brought along, and no word of anybody’s is dropped for it', () => {
    const ties = (supersededBy: number | null) => {
      const book = bookWith(supersededBy);
      const lea = createContact(new Recorder(book), ContactForm.parse({ given: 'Lea' }), NOW);
      mergeGroups(new Recorder(book), [{ survivorId: lea, absorbedIds: [ana], hide: [], apart: [] }], NOW);
      const found = mergedInto(book, lea)[0]?.links.ties;
      book.close();
      return found;
    };
    expect([ties(null), ties(1)]).toEqual([2, 0]);
    const book = bookWith(null);
    const insert = book.sqlite.prepare(
      `insert into evidence (kind, contact_id, other_id, "on", created_at, superseded_by) values ('vouched', 1, 2, ?, ?, ?)`,
    );
    insert.run('2025-01-01', NOW, null);
    insert.run('2026-01-01', NOW, 1);
    dropDoubleWords(new Recorder(book), ana);
    expect(book.sqlite.prepare("select count(*) from evidence where kind = 'vouched'").pluck().get()).toBe(2);
    book.close();
  });
});
