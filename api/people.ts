// Many people at once, as a window names them: by key, or as a query and the few it does not mean.
import { z } from 'zod';
import { ContactId } from '#core/contacts/model.ts';
import { QueryText } from './contacts.ts';
import { MOST_PICKED } from './limits.ts';

/** These people, or everybody whom a query finds (everybody at all, where it is empty) but these. */
export const People = z.union([
  z.strictObject({ ids: z.array(ContactId).min(1).max(MOST_PICKED) }),
  z.strictObject({ query: QueryText, except: z.array(ContactId).max(MOST_PICKED).default([]) }),
]);
export type People = z.infer<typeof People>;

/** How far a deed about many people has come. */
export const PeopleProgress = z.strictObject({
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
});

/** How many of how many people it changed; the others were like that already, or are not for it. */
export const PeopleChanged = z.strictObject({ changed: z.int().nonnegative(), of: z.int().nonnegative() });
export type PeopleChanged = z.infer<typeof PeopleChanged>;
