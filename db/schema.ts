// Every table of the book, for drizzle-kit and for the journal.
export { contact, property } from './contacts/tables.ts';
export { receivedLetter } from './correspondence/tables.ts';
export { keptApart, merge, mergeChange } from './duplicates/tables.ts';
export { attendee, encounter, event } from './events/tables.ts';
export { journalChange, journalEntry } from './history/tables.ts';
export { columnProfile, importBatch, importChoice, importPlan } from './imports/tables.ts';
export { doNotIntroduce, introduction, introductionStep } from './introductions/tables.ts';
export { decision, invitation, mutual } from './invitations/tables.ts';
export { letterTemplate } from './letters/tables.ts';
export { evidence } from './network/tables.ts';
export { reminder, tagCadence } from './reminders/tables.ts';
export { setting } from './settings/tables.ts';
export { tombstone } from './trash/tables.ts';
export { savedView } from './views/tables.ts';
