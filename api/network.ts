import { z } from 'zod';
import { ContactId } from '#core/contacts/model.ts';
import { MutualContact, NetworkPath, TieLevel } from '#core/network/model.ts';
import { command, query } from './base.ts';

const Target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('contact'), contactId: ContactId }),
  z.strictObject({ kind: z.literal('org'), org: z.string().trim().min(1).max(300) }),
]);

export const network = {
  /** Who in the book knows this person, on what basis, strongest first; at most two hundred. */
  mutuals: query.input(z.strictObject({ contactId: ContactId })).output(z.array(MutualContact)),
  /** The best ways from the owner to a person, or to anybody at an organisation, best first. */
  paths: query.input(z.strictObject({ to: Target })).output(z.array(NetworkPath)),
  /** Organisations whose name starts like this, for the field that asks for one. */
  findOrgs: query
    .input(z.strictObject({ text: z.string().max(200), limit: z.int().positive().max(50).default(8) }))
    .output(z.array(z.strictObject({ org: z.string(), people: z.int() }))),
  /** The owner's own word: how well I know them (`other` absent), or that they know each other. */
  stateTie: command
    .input(
      z.strictObject({
        contactId: ContactId,
        other: ContactId.optional(),
        level: TieLevel,
        note: z.string().max(2000).default(''),
      }),
    )
    .output(z.void()),
};
