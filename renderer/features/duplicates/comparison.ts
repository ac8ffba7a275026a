// What a comparison asks for and leads to, for the screen and the deeds.
import type { Client } from '#api/contract.ts';
import type { ContactId, Property } from '#core/contacts/model.ts';

export type Comparison = Awaited<ReturnType<Client['duplicates']['compare']>>;

/** One person of several, and what of theirs shall not stand. */
export interface MergeRequest {
  readonly survivorId: ContactId;
  readonly absorbedIds: ContactId[];
  readonly hide: Property['id'][];
  /** Those of the group who are somebody else. */
  readonly apart: ContactId[];
}
