import type { events } from '#api/events.ts';
import type { HandlersFor } from '#db/handler.ts';
import {
  createEvent,
  deleteEncounter,
  deleteEvent,
  encountersAt,
  eventById,
  listEvents,
  logEncounter,
  updateEvent,
} from './queries.ts';

export const eventHandlers: HandlersFor<typeof events> = {
  list: ({ book, input }) => listEvents(book, input.text, input.page),
  get: ({ book, input }) => ({ event: eventById(book, input.id), encounters: encountersAt(book, input.id) }),
  create: ({ book, input, now }) => ({ id: createEvent(book, input, now) }),
  update: ({ book, input }) => updateEvent(book, input.id, input.form),
  delete: ({ book, input }) => deleteEvent(book, input.id),
  logEncounter: ({ book, input, now }) => logEncounter(book, input, now),
  deleteEncounter: ({ book, input }) => deleteEncounter(book, input.id),
};
