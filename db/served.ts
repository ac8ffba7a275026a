// The features of the book, each loaded when it is asked for first: its part of the contract and its handlers.
import type { bookContract } from '#api/contract.ts';

type Contract = typeof bookContract;
export type Feature = keyof Contract;

/** A feature as it is loaded. Its handlers are checked against its part of the contract where they are written (HandlersFor). */
export interface Loaded {
  readonly contract: Contract[Feature];
  readonly handlers: object;
}

type Load<Name extends Feature> = () => Promise<{
  readonly contract: Contract[Name];
  readonly handlers: object;
}>;

/**
 * Building the schemas of the whole contract takes longer than everything else a thread does before its first answer
 * (docs/adr/0047), and most of them are not asked for on most days.
 */
export const FEATURES: { readonly [Name in Feature]: Load<Name> } = {
  book: async () => ({
    contract: (await import('#api/book.ts')).book,
    handlers: (await import('./settings/handlers.ts')).bookHandlers,
  }),
  contacts: async () => ({
    contract: (await import('#api/contacts.ts')).contacts,
    handlers: (await import('./contacts/handlers.ts')).contactHandlers,
  }),
  duplicates: async () => ({
    contract: (await import('#api/duplicates.ts')).duplicates,
    handlers: (await import('./duplicates/handlers.ts')).duplicateHandlers,
  }),
  events: async () => ({
    contract: (await import('#api/events.ts')).events,
    handlers: (await import('./events/handlers.ts')).eventHandlers,
  }),
  network: async () => ({
    contract: (await import('#api/network.ts')).network,
    handlers: (await import('./network/handlers.ts')).networkHandlers,
  }),
  invitations: async () => ({
    contract: (await import('#api/invitations.ts')).invitations,
    handlers: (await import('./invitations/handlers.ts')).invitationHandlers,
  }),
  rules: async () => ({
    contract: (await import('#api/rules.ts')).rules,
    handlers: (await import('./invitations/rule-handlers.ts')).ruleHandlers,
  }),
  audit: async () => ({
    contract: (await import('#api/audit.ts')).audit,
    handlers: (await import('./invitations/audit-handlers.ts')).auditHandlers,
  }),
  introductions: async () => ({
    contract: (await import('#api/introductions.ts')).introductions,
    handlers: (await import('./introductions/handlers.ts')).introductionHandlers,
  }),
  manners: async () => ({
    contract: (await import('#api/manners.ts')).manners,
    handlers: (await import('./manners/handlers.ts')).mannersHandlers,
  }),
  reminders: async () => ({
    contract: (await import('#api/reminders.ts')).reminders,
    handlers: (await import('./reminders/handlers.ts')).reminderHandlers,
  }),
  imports: async () => ({
    contract: (await import('#api/imports.ts')).imports,
    handlers: (await import('./imports/handlers.ts')).importHandlers,
  }),
  exports: async () => ({
    contract: (await import('#api/exports.ts')).exports,
    handlers: (await import('./exports/handlers.ts')).exportHandlers,
  }),
  holdings: async () => ({
    contract: (await import('#api/holdings.ts')).holdings,
    handlers: (await import('./holdings/handlers.ts')).holdingsHandlers,
  }),
  trash: async () => ({
    contract: (await import('#api/trash.ts')).trash,
    handlers: (await import('./trash/handlers.ts')).trashHandlers,
  }),
  views: async () => ({
    contract: (await import('#api/views.ts')).views,
    handlers: (await import('./views/handlers.ts')).viewHandlers,
  }),
  letters: async () => ({
    contract: (await import('#api/letters.ts')).letters,
    handlers: (await import('./letters/handlers.ts')).letterHandlers,
  }),
  bulk: async () => ({
    contract: (await import('#api/bulk.ts')).bulk,
    handlers: (await import('./bulk/handlers.ts')).bulkHandlers,
  }),
  tags: async () => ({
    contract: (await import('#api/tags.ts')).tags,
    handlers: (await import('./tags/handlers.ts')).tagHandlers,
  }),
  lock: async () => ({
    contract: (await import('#api/lock.ts')).lock,
    handlers: (await import('./lock/handlers.ts')).lockHandlers,
  }),
};
