import type { events } from '#api/events.ts';
import type { HandlersFor } from '#db/handler.ts';
import { attendeesAt, removeAttendee, setAttendee } from './attendees.ts';
import { deleteEncounter, encountersAt, logEncounter, updateEncounter } from './encounters.ts';
import { mergeEvents } from './merge.ts';
import { createEvent, deleteEvent, eventById, listEvents, updateEvent } from './queries.ts';
import { eventFacets, overview, renameSeries, seriesByName, setSeries } from './series.ts';
import { sheetOf } from './sheet.ts';
import { similarEvents } from './similar.ts';

export const eventHandlers: HandlersFor<typeof events> = {
  list: ({ book, input }) => listEvents(book, input.text, input.page),
  overview: ({ book, input: { page, ...filter } }) => overview(book, filter, page),
  facets: ({ book }) => eventFacets(book),
  get: ({ book, input }) => ({
    event: eventById(book, input.id),
    encounters: encountersAt(book, input.id),
    attendees: attendeesAt(book, input.id),
    similar: similarEvents(book, input.id),
  }),
  sheet: ({ book, input }) => ({ event: eventById(book, input.id), ...sheetOf(book, input.id) }),
  series: ({ book, input }) => seriesByName(book, input.name),
  create: ({ book, input, now }) => ({ id: createEvent(book, input, now) }),
  update: ({ book, input }) => updateEvent(book, input.id, input.form),
  delete: ({ book, input }) => deleteEvent(book, input.id),
  merge: ({ book, input }) => mergeEvents(book, input.survivorId, input.absorbedIds),
  setSeries: ({ book, input }) => setSeries(book, input.ids, input.name),
  renameSeries: ({ book, input }) => renameSeries(book, input.from, input.to),
  setAttendee: ({ book, input, now }) => setAttendee(book, input, now),
  removeAttendee: ({ book, input }) => removeAttendee(book, input.eventId, input.contactId),
  logEncounter: ({ book, input, now }) => logEncounter(book, input, now),
  updateEncounter: ({ book, input }) => updateEncounter(book, input.id, input.form),
  deleteEncounter: ({ book, input }) => deleteEncounter(book, input.id),
};
