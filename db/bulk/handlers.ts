import type { bulk } from '#api/bulk.ts';
import { tagKey } from '#core/contacts/tags.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { editOne } from '#db/contacts/bulk-rows.ts';
import { deleteContact } from '#db/contacts/queries.ts';
import { keysFound } from '#db/contacts/search-people.ts';
import { selectedPeople } from '#db/contacts/selected-people.ts';
import { addTags, removeTags } from '#db/contacts/tag-rows.ts';
import { meetingAt } from '#db/events/meet-many.ts';
import { createEvent, eventById } from '#db/events/queries.ts';
import type { HandlersFor } from '#db/handler.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { setConfidential } from '#db/manners/preferences.ts';
import { conflict } from '#db/problems.ts';
import { ownerId } from '#db/settings/queries.ts';
import { inOneDeed } from './deed.ts';
import { addressesOf, countChanged } from './queries.ts';

/** More addresses than any letter is written to; each is one look at a card. */
const MOST_ADDRESSES = 5000;

export const bulkHandlers: HandlersFor<typeof bulk> = {
  ids: ({ reader, input, now }) => keysFound(reader, input, now),
  async preview({ jobs, input: { people, edit }, now }) {
    const ids = await selectedPeople(jobs, people, now);
    return { changed: countChanged(jobs.book, ids, edit), of: ids.length };
  },
  async addresses({ jobs, input, now }) {
    const ids = await selectedPeople(jobs, input.people, now);
    if (ids.length > MOST_ADDRESSES) throw conflict('too_many_people');
    return addressesOf(jobs.book, ids);
  },
  tag({ writer, now, signal, input: { people, tags } }) {
    // One tag in two spellings is one.
    const once = [...new Map(tags.toReversed().map((tag) => [tagKey(tag), tag])).values()].toReversed();
    return inOneDeed(
      { writer, now, signal },
      {
        code: 'bulk.tag',
        people,
        params: { tags: once.join(', ') },
        begin: (book) => (id) => addTags({ book, id, now }, once),
      },
    );
  },
  untag({ writer, now, signal, input: { people, tags } }) {
    const keys = new Set(tags.map(tagKey));
    return inOneDeed(
      { writer, now, signal },
      {
        code: 'bulk.untag',
        people,
        params: { tags: tags.join(', ') },
        begin: (book) => (id) => removeTags({ book, id, now }, keys),
      },
    );
  },
  edit: ({ writer, now, signal, input: { people, edit } }) =>
    inOneDeed(
      { writer, now, signal },
      {
        code: 'bulk.edit',
        people,
        params: { property: edit.property, value: edit.change.kind === 'clear' ? '' : edit.change.to },
        begin: (book) => (id) => editOne({ book, id, now }, edit.property, edit.change),
      },
    ),
  meet({ writer, now, signal, input: { people, event } }) {
    const params = { event: event.kind === 'new' ? event.form.summary : nameOf(writer.book, event.id) };
    return inOneDeed(
      { writer, now, signal },
      {
        code: 'bulk.meet',
        people,
        params,
        begin: (book) => {
          const eventId = event.kind === 'new' ? createEvent(book, event.form, now) : event.id;
          return butOwner(book, meetingAt(book, eventId, now));
        },
      },
    );
  },
  classify: ({ writer, now, signal, input: { people, confidential } }) =>
    inOneDeed(
      { writer, now, signal },
      {
        code: 'bulk.classify',
        people,
        params: { confidential: confidential ? 'yes' : 'no' },
        begin: (book) => butOwner(book, (id) => setConfidential(book, id, confidential, now)),
      },
    ),
  delete: ({ writer, now, signal, input: { people } }) =>
    inOneDeed(
      { writer, now, signal },
      {
        code: 'bulk.delete',
        people,
        params: {},
        begin: (book) =>
          butOwner(book, (id) => {
            deleteContact(book, id, now);
            return true;
          }),
      },
    ),
};

const nameOf = (book: Parameters<typeof eventById>[0], id: Parameters<typeof eventById>[1]): string =>
  eventById(book, id).summary;

/** Does it with everybody but the owner. */
function butOwner(book: WriteBook, change: (id: ContactId) => boolean): (id: ContactId) => boolean {
  const owner = ownerId(book);
  return (id) => id !== owner && change(id);
}
