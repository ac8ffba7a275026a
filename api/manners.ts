import { z } from 'zod';
import { ContactId } from '#core/contacts/model.ts';
import { DoNotIntroduceId, KeptFrom, Manners, MannersPatch } from '#core/manners/model.ts';
import { command, query } from './base.ts';

export const manners = {
  /** How the owner treats a person, and whom that person is not introduced to. */
  get: query
    .input(z.strictObject({ contactId: ContactId }))
    .output(Manners.extend({ keptFrom: z.array(KeptFrom) })),
  /** Changes what is given. Throws CONFLICT `is_owner` for the owner's own card. */
  set: command.input(z.strictObject({ contactId: ContactId, patch: MannersPatch })).output(z.void()),
  /** Says that two people are not to be introduced to each other; the reason is nobody else's business. */
  keepFrom: command
    .input(z.strictObject({ a: ContactId, b: ContactId, reason: z.string().trim().max(2000).default('') }))
    .output(z.strictObject({ id: DoNotIntroduceId })),
  /** Takes that back. */
  allow: command.input(z.strictObject({ id: DoNotIntroduceId })).output(z.void()),
};
