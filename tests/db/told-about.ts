// Everything a book can say about somebody in words that nobody else has, in every table that has words.
import type { Recorder } from '#db/history/journal.ts';
import { attendee, columnProfile, decision, doNotIntroduce, encounter, event } from '#db/schema.ts';
import { evidence, introduction, invitation, mutual } from '#db/schema.ts';
import { letterTemplate, property, reminder, savedView } from '#db/schema.ts';

const NOW = '2026-02-02T00:00:00Z';

const fnOf = (id: number) => `Given${id} Family${id}`;
const mailOf = (id: number) => `only-${id}@person-${id}.example`;
const noteOf = (id: number) => `whispered about ${id} under the elm`;
const urlOf = (id: number) => `https://www.linkedin.com/in/only-person-${id}`;
const photoOf = (id: number) => `data:image/png;base64,${`Photo${id}`.repeat(500)}`;

/** Words that only the person of this key is told about with. */
export const tokensOf = (id: number): string[] => [
  fnOf(id),
  mailOf(id),
  noteOf(id),
  `only-person-${id}`,
  `Photo${id}Photo${id}`,
  `+49 555 ${id}${id}${id}${id}${id}`,
  `promised to ${id} a map`,
  `family${id} given${id}`,
];

const said = (contactId: number, name: string, value: string, key = '') => ({
  contactId,
  name,
  value,
  key,
  recordedAt: NOW,
});

/** Adds it all, for the people of the keys 1 to `people`; each is also named in the texts about the next one. */
export function addTold(book: Recorder, people: number): void {
  const eventId = book.insert(event, { summary: 'Elm Fair', summaryKey: 'elm fair ', createdAt: NOW });
  for (let id = 1; id <= people; id++) {
    const other = (id % people) + 1;
    book.insert(property, said(id, 'EMAIL', mailOf(id), mailOf(id)));
    book.insert(property, said(id, 'URL', urlOf(id), `only-person-${id}`));
    book.insert(property, said(id, 'TEL', `+49 555 ${id}${id}${id}${id}${id}`));
    book.insert(property, said(id, 'PHOTO', photoOf(id), `photo-${id}`));
    book.insert(property, said(id, 'X-SECRET', noteOf(id)));
    book.insert(property, said(other, 'RELATED', fnOf(id)));
    book.insert(property, said(other, 'NOTE', `came with ${fnOf(id)} (${mailOf(id)})`));
    book.insert(encounter, {
      contactId: other,
      eventId,
      channel: 'in_person',
      note: `${fnOf(id)} was there, too`,
      introducedById: id,
      createdAt: NOW,
    });
    book.insert(evidence, {
      kind: 'user_statement',
      contactId: id,
      text: noteOf(id),
      createdAt: NOW,
    });
    book.insert(attendee, { eventId, contactId: id, partstat: 'ACCEPTED', createdAt: NOW });
    book.insert(reminder, {
      contactId: id,
      kind: 'promise',
      dueOn: '2026-05-05',
      text: `promised to ${id} a map`,
      createdAt: NOW,
    });
    // Named by what was promised to somebody else, as an organiser, and as why two others are kept apart.
    const [due, third] = [{ kind: 'promise', dueOn: '2026-05-06', createdAt: NOW }, (other % people) + 1];
    book.insert(reminder, { ...due, contactId: other, text: `ask ${fnOf(id)} first` });
    const fair = { summary: `Fair ${other}`, summaryKey: `fair ${other} `, createdAt: NOW };
    book.insert(event, { ...fair, organizer: fnOf(id), series: `At ${fnOf(id)}’s` });
    const [a, b] = other < third ? [other, third] : [third, other];
    book.insert(doNotIntroduce, { a, b, reason: `${fnOf(id)} would mind`, createdAt: NOW });
    book.insert(property, said(id, 'X-POSITION', `2017;2019;Mill of ${mailOf(id)};`));
    addInvitation(book, id, other);
    addPair(book, id, other);
    addPlan(book, id);
  }
}

function addInvitation(book: Recorder, id: number, other: number): void {
  const invitationId = book.insert(invitation, {
    direction: 'incoming',
    fn: fnOf(id),
    nameKey: `family${id} given${id}`,
    url: urlOf(id),
    urlKey: `only-person-${id}`,
    message: noteOf(id),
    state: 'pending',
    source: 'typed',
    createdAt: NOW,
  });
  book.insert(mutual, { invitationId, name: fnOf(other), contactId: other, answer: 'knows' });
  book.insert(mutual, { invitationId, name: fnOf(other) });
  book.insert(decision, {
    invitationId,
    decision: 'accept',
    reason: `because ${fnOf(other)} says so`,
    decidedAt: NOW,
    vetting: {
      reasons: [
        { code: 'VOUCHED', params: { fn: fnOf(other) }, source: { kind: 'contact', contactId: other } },
      ],
      askWhom: [{ contactId: other, fn: fnOf(other) }],
    },
  });
}

function addPair(book: Recorder, id: number, other: number): void {
  book.insert(introduction, {
    a: id,
    b: other,
    purpose: noteOf(id),
    state: 'idea',
    createdAt: NOW,
  });
  const [a, b] = id < other ? [id, other] : [other, id];
  book.insert(doNotIntroduce, { a, b, reason: noteOf(id), createdAt: NOW });
  book.insert(savedView, { summary: `Like ${fnOf(id)}`, query: `"${fnOf(id)}"`, createdAt: NOW });
  const style = { kind: 'reconnect', language: 'en', tone: 'warm', summary: `For ${fnOf(id)}` };
  book.insert(letterTemplate, { ...style, body: `Greet ${fnOf(id)}, too`, createdAt: NOW });
  book
    .statement('insert into column_profile (header, mapping, saved_at) values (?, ?, ?)')
    .run(`${fnOf(id)},${mailOf(id)}`, '{}', NOW);
  book.touch(columnProfile);
}

function addPlan(book: Recorder, id: number): void {
  const entries = JSON.stringify([{ entryName: `${fnOf(id)}.vcf` }]);
  const batchId = book
    .statement(
      `insert into import_batch (file_name, state, staged_at, entries, counts) values (?, ?, ?, ?, '{}')`,
    )
    .run(`${fnOf(id)}.vcf`, id % 2 === 0 ? 'staged' : 'applied', NOW, entries).lastInsertRowid;
  const items = [
    {
      at: 0,
      entry: 0,
      line: 1,
      fn: fnOf(id),
      says: [
        ['FN', fnOf(id)],
        ['EMAIL', mailOf(id)],
        ['NOTE', noteOf(id)],
      ],
    },
    { at: 1, entry: 0, line: 2, fn: 'Somebody Else', detail: `knows ${fnOf(id)}` },
  ];
  // As the writer keeps it: past the history, from which a plan is never put back.
  book
    .statement(
      `insert into import_plan (batch_id, subject, action, records, first, last, items) values (?, 'contact', 'create', 2, 0, 1, ?)`,
    )
    .run(batchId, JSON.stringify(items));
  book
    .statement('insert into import_choice (batch_id, ordinal, choice, left_out) values (?, 0, ?, ?)')
    .run(batchId, 'take', '[]');
}
