// People who were deleted, for thirty days; and people the owner wants forgotten for good.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { ContactId } from '#core/contacts/model.ts';
import { DateTime } from '#core/shared/dates.ts';
import { command, job, Page, paged, query } from './base.ts';

/** Somebody in the trash. */
export const Trashed = z.strictObject({
  id: ContactId,
  fn: z.string(),
  org: z.string(),
  title: z.string(),
  deletedAt: DateTime,
  /** Whole days until they are erased. */
  daysLeft: z.int().nonnegative(),
});
export type Trashed = z.infer<typeof Trashed>;

/** A text about somebody or something else that names the person. */
export const Naming = z.strictObject({
  place: z.enum([
    'related',
    'value',
    'encounter',
    'event',
    'tie',
    'received',
    'invitation',
    'mutual',
    'decision',
    'introduction',
    'pair',
    'reminder',
    'view',
    'letter',
    'tag',
    'import',
  ]),
  /** Whose or of what the text is. */
  of: z.string(),
  /** A few words around the name. */
  excerpt: z.string(),
});
export type Naming = z.infer<typeof Naming>;

/** A copy of the book beside it. */
export const Backup = z.strictObject({
  fileName: z.string(),
  madeAt: DateTime,
  /** The person's name or one of their addresses is in it. */
  holds: z.boolean(),
});
export type Backup = z.infer<typeof Backup>;

/** What forgetting somebody would take out of the book, and what it cannot. */
export const Forgetting = z.strictObject({
  fn: z.string(),
  counts: z.strictObject({
    values: z.int().nonnegative(),
    encounters: z.int().nonnegative(),
    ties: z.int().nonnegative(),
    /** That they wrote to the owner, and what an answer names. */
    letters: z.int().nonnegative(),
    invitations: z.int().nonnegative(),
    introductions: z.int().nonnegative(),
    reminders: z.int().nonnegative(),
    /** Times others named them as somebody they know. */
    mutuals: z.int().nonnegative(),
    /** Cards that have become part of theirs. */
    merged: z.int().nonnegative(),
    /** Deeds of the history that are about them. */
    deeds: z.int().nonnegative(),
  }),
  /** False where no later file could be known to mean them: there is nothing but a name. */
  isRecognisable: z.boolean(),
  /** The first fifty texts of others that name them, and how many there are. */
  named: z.strictObject({ total: z.int().nonnegative(), rows: z.array(Naming) }),
  backups: z.array(Backup),
});
export type Forgetting = z.infer<typeof Forgetting>;

/** How far an erasure has come: out of the tables, then out of the file's free room. */
export const ErasePhase = z.strictObject({ phase: z.enum(['erasing', 'clearing']) });

const Erased = z.strictObject({
  people: z.int().nonnegative(),
  /** False where the file's free room could not be cleared: there was no room on the disk, or somebody was reading. */
  isCleared: z.boolean(),
});

export const trash = {
  list: query
    .input(z.strictObject({ text: z.string().max(200).default(''), page: Page }))
    .output(paged(Trashed)),
  /** Throws NOT_FOUND when they are not in the trash. */
  get: query.input(z.strictObject({ id: ContactId })).output(Trashed),
  /** Takes people out of the trash; absent: everybody. Throws NOT_FOUND when one is not in it. */
  restore: command
    .input(z.strictObject({ ids: z.array(ContactId).min(1).max(10_000).optional() }))
    .output(z.strictObject({ people: z.int().nonnegative() })),
  /** Erases people in the trash for good; absent: everybody. Not undoable. Throws NOT_FOUND when one is not in it. */
  erase: command
    .input(z.strictObject({ ids: z.array(ContactId).min(1).max(10_000).optional() }))
    .output(eventIterator(ErasePhase, Erased)),
  /** What would go, and what cannot. Throws NOT_FOUND when there is no such person. */
  forgetting: job.input(z.strictObject({ id: ContactId })).output(Forgetting),
  /**
   * Erases somebody for good and remembers only that they are not to come back with an import. Not undoable. Throws
   * CONFLICT `name_differs` unless `name` is theirs, `owner_forgotten` for the owner; NOT_FOUND when they are not there.
   */
  forget: command
    .input(
      z.strictObject({
        id: ContactId,
        name: z.string().max(1000),
        /** Their name is taken out of texts about others as well. */
        clean: z.boolean(),
      }),
    )
    .output(eventIterator(ErasePhase, Erased)),
};
