// A curtain before the book: who walks past sees nothing and can ask nothing. The file itself is another matter.
import { z } from 'zod';
import { IDLE_MINUTES, SHORTEST_PASSPHRASE } from '#core/shared/lock.ts';
import { command, query } from './base.ts';

const Passphrase = z.string().min(1).max(200);
const NewPassphrase = z.string().min(SHORTEST_PASSPHRASE).max(200);

export const LockState = z.strictObject({
  /** A passphrase has been chosen. */
  isSet: z.boolean(),
  isLocked: z.boolean(),
  idleMinutes: z.literal(IDLE_MINUTES),
  /** Locked whenever Acquaint starts; a book that was locked when it was closed is so anyhow. */
  atStart: z.boolean(),
  /** Milliseconds until the next try is looked at. */
  waitMs: z.number().nonnegative(),
});
export type LockState = z.infer<typeof LockState>;

/** What a try came to. A wrong one says how long the next has to wait. */
const Try = z.strictObject({ isRight: z.boolean(), waitMs: z.number().nonnegative() });

/** While the book is locked all but these, and the news of what has changed, is refused with LOCKED. */
export const lock = {
  state: query.output(LockState),
  /** Somebody is there: puts the lock off. */
  active: query.output(z.void()),
  /** Locks at once; nothing happens where no passphrase has been chosen. */
  lock: command.output(z.void()),
  unlock: command.input(z.strictObject({ passphrase: Passphrase })).output(Try),
  /** Chooses a passphrase, or another one: then `current` is asked. It can never be read back. */
  choose: command
    .input(z.strictObject({ passphrase: NewPassphrase, current: Passphrase.optional() }))
    .output(Try),
  /** Says when the lock falls by itself. Throws CONFLICT `no_passphrase` where there is none. */
  configure: command
    .input(z.strictObject({ idleMinutes: LockState.shape.idleMinutes, atStart: z.boolean() }))
    .output(z.void()),
  /** No lock any more. */
  remove: command.input(z.strictObject({ passphrase: Passphrase })).output(Try),
};
