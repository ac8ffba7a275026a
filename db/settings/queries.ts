// Facts about the book itself. Only this feature writes `setting`.
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { Preferences } from '#api/book.ts';
import { ContactId } from '#core/contacts/model.ts';
import { Policy } from '#core/invitations/policy.ts';
import type { ReadBook } from '#db/book.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { setting } from './tables.ts';

const SCHEMAS = {
  owner: ContactId,
  policy: Policy,
  /** What the policy was before, the oldest first. */
  policies: z.array(Policy),
  preferences: Preferences,
  /** 32 random bytes in hexadecimal: without them nobody can try out whom a tombstone is about. */
  tombstoneSalt: z.string().regex(/^[0-9a-f]{64}$/),
} as const;
type Key = keyof typeof SCHEMAS;

function read<K extends Key>(book: ReadBook, key: K): z.infer<(typeof SCHEMAS)[K]> | undefined {
  const text = book.statement('select value from setting where key = ?').pluck().get(key);
  if (typeof text !== 'string') return undefined;
  const parsed = SCHEMAS[key].safeParse(JSON.parse(text));
  // The schema of this very key has just accepted it.
  return parsed.success ? (parsed.data as z.infer<(typeof SCHEMAS)[K]>) : undefined;
}

function write<K extends Key>(book: WriteBook, key: K, value: z.infer<(typeof SCHEMAS)[K]>): void {
  const row = book.select().from(setting).where(eq(setting.key, key)).get();
  const text = JSON.stringify(value);
  if (row === undefined) book.insert(setting, { key, value: text });
  else book.update(setting, row.id, { value: text });
}

/** The person the owner is, if the book knows. */
export const ownerId = (book: ReadBook): ContactId | undefined => read(book, 'owner');
export const setOwnerId = (book: WriteBook, id: ContactId): void => write(book, 'owner', id);

export const policyOf = (book: ReadBook): Policy => read(book, 'policy') ?? Policy.parse({});

/** The policy in force and those before it, the newest first. */
export const policiesOf = (book: ReadBook): Policy[] => [
  policyOf(book),
  ...(read(book, 'policies') ?? []).toReversed(),
];

/**
 * Puts a policy in force and keeps the one before it. Its number is one that no policy has had and no decision was
 * made with: after an undo a number may have been used that the book no longer holds.
 */
export function setPolicy(book: WriteBook, policy: Policy): void {
  const before = policyOf(book);
  const decided = book.statement(`select max(vetting ->> '$.policyVersion') from decision`).pluck().get();
  write(book, 'policies', [...(read(book, 'policies') ?? []), before]);
  write(book, 'policy', { ...policy, version: Math.max(before.version, Number(decided ?? 0)) + 1 });
}

/** The policy the owner has chosen and those before it, the oldest first; undefined where they have never chosen one. */
export function keptPolicies(
  book: ReadBook,
): { readonly policy: Policy; readonly before: readonly Policy[] } | undefined {
  const policy = read(book, 'policy');
  return policy && { policy, before: read(book, 'policies') ?? [] };
}

/** Puts policies of another book in force as they are: decisions that come along say by which of them they were made. */
export function bringPolicies(book: WriteBook, policy: Policy, before: readonly Policy[]): void {
  if (before.length > 0) write(book, 'policies', [...before]);
  write(book, 'policy', policy);
}

export const preferencesOf = (book: ReadBook): Preferences =>
  read(book, 'preferences') ?? Preferences.parse({});
export const setPreferences = (book: WriteBook, preferences: Preferences): void =>
  write(book, 'preferences', preferences);

export const tombstoneSalt = (book: ReadBook): string | undefined => read(book, 'tombstoneSalt');
export const setTombstoneSalt = (book: WriteBook, salt: string): void => write(book, 'tombstoneSalt', salt);
