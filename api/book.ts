import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { ContactId } from '#core/contacts/model.ts';
import { DateTime } from '#core/shared/dates.ts';
import { command, query } from './base.ts';

/** What a change can be about; every cached answer names the topics it depends on. */
export const Topic = z.enum([
  'contacts',
  'duplicates',
  'events',
  'network',
  'invitations',
  'introductions',
  'imports',
  'reminders',
  'lock',
  'book',
]);
export type Topic = z.infer<typeof Topic>;

export const Preferences = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  density: z.enum(['comfortable', 'compact']).default('comfortable'),
  sidebar: z.enum(['full', 'icons']).default('full'),
  /** ISO 3166-1 alpha-2: where telephone numbers written without a country are dialled. */
  region: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** Months after a decision about an invitation Today asks whether it was right. */
  asksHindsight: z.boolean().default(true),
  /** What LinkedIn lets the owner write beside an invitation: 200 characters, or 300 with Premium. */
  noteLimit: z.literal([200, 300]).default(200),
});
export type Preferences = z.infer<typeof Preferences>;

/** Something the owner did that can be taken back; `code` is the procedure's name, for the catalogue. */
export const HistoryEntry = z.strictObject({
  id: z.int().positive(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  at: DateTime,
  undone: z.boolean(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const book = {
  /** Names and counts for the frame around every screen. */
  summary: query.output(
    z.strictObject({
      name: z.string(),
      path: z.string(),
      isDemo: z.boolean(),
      owner: z.strictObject({ id: ContactId, fn: z.string() }).optional(),
      counts: z.strictObject({
        contacts: z.int(),
        events: z.int(),
        /** For the owner, not for others' answers. */
        invitationsWaiting: z.int(),
        introductionsOpen: z.int(),
        importsStaged: z.int(),
      }),
      undo: HistoryEntry.optional(),
      redo: HistoryEntry.optional(),
    }),
  ),
  /** Says, for as long as it is listened to, which topics have changed. */
  changes: query.output(eventIterator(z.strictObject({ topics: z.array(Topic) }))),
  /**
   * Says, for as long as it is listened to, how many of its changes a deed about many people has been taken back or done
   * again. An import is taken back by few statements about all of its rows, and has no numbers to say.
   */
  replaying: query.output(
    eventIterator(z.strictObject({ done: z.int().positive(), total: z.int().positive() })),
  ),
  /**
   * The newest 200 deeds; of those whose name or file has every word of `find`, or whose code is one of `codes`: a window
   * knows the words for codes, the book the names.
   */
  history: query
    .input(
      z
        .strictObject({
          find: z.string().max(200).default(''),
          codes: z.array(z.string().max(100)).max(500).default([]),
        })
        .optional(),
    )
    .output(z.array(HistoryEntry)),
  /** Takes the newest thing back, or the named one where nothing later stands on it. */
  undo: command.input(z.strictObject({ id: z.int().positive().optional() })).output(HistoryEntry.optional()),
  redo: command.output(HistoryEntry.optional()),
  preferences: query.output(Preferences),
  setPreferences: command.input(Preferences).output(z.void()),
};
