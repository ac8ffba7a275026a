// When the lock of a book falls, and how long one waits after guessing wrong.

/** Minutes without a key or a pointer after which the book locks; 0: never by itself. */
export const IDLE_MINUTES = [0, 1, 5, 15, 60] as const;
export type IdleMinutes = (typeof IDLE_MINUTES)[number];

/** A passphrase is at least this long: what a passer-by can try in a minute is not enough. */
export const SHORTEST_PASSPHRASE = 4;

/** Typing errors that cost nothing. */
const FREE_TRIES = 3;
const FIRST_WAIT_MS = 5000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** Milliseconds to wait after so many wrong tries in a row: none for three, then 5 s, 10 s, 20 s … to a quarter of an hour. */
export function waitAfter(failures: number): number {
  if (failures < FREE_TRIES) return 0;
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(30, failures - FREE_TRIES));
}

/**
 * What is still left of that wait at `now`, in milliseconds since 1970. A clock that has been turned back leaves the
 * whole wait, never more.
 */
export function waitLeft(
  { failures, failedAt }: { failures: number; failedAt: number },
  now: number,
): number {
  const whole = waitAfter(failures);
  return Math.max(0, Math.min(whole, failedAt + whole - now));
}

/** Whether nobody has been there for long enough. */
export const isIdle = (idleMinutes: IdleMinutes, lastActive: number, now: number): boolean =>
  idleMinutes > 0 && now - lastActive >= idleMinutes * 60_000;
