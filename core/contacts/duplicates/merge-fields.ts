// What one card would say if several were one: property by property, with where each value comes from.
import { z } from 'zod';
import { ContactId, Property, PropertyName } from '#core/contacts/model.ts';

/** One value that one or more of the people have; equal spellings of a key (e-mail, profile, telephone) are one. */
export const MergeOption = z.strictObject({
  /** As the card that stands first writes it; of a name that stands, the spelling that does. */
  value: z.string(),
  type: z.string(),
  /** Every property that says so, with whose it is. */
  said: z.array(z.strictObject({ contactId: ContactId, property: Property })),
  /** Stands on the merged card unless the owner chooses otherwise. */
  stands: z.boolean(),
});
export type MergeOption = z.infer<typeof MergeOption>;

/** All values of one property. Of a single-valued one (`N`, `FN`, `ORG`, `TITLE`, `BDAY`) exactly one stands. */
export const MergeField = z.strictObject({
  name: PropertyName,
  isSingle: z.boolean(),
  /** The people say different things: shown highlighted. */
  differs: z.boolean(),
  options: z.array(MergeOption).min(1),
});
export type MergeField = z.infer<typeof MergeField>;
