// Two records that may be one person: what is compared, what a suggestion says, and why (record-linkage terms).
import { z } from 'zod';
import { ContactId } from '#core/contacts/model.ts';
import type { StructuredName } from '#core/contacts/model.ts';

/** A postal address as far as it is compared, vCard `ADR` components (RFC 6350 §6.3.1). */
export interface LinkageAddress {
  readonly street: string;
  /** Flat, building or company: what stands beside the street. */
  readonly extended: string;
  readonly locality: string;
  readonly region: string;
  readonly code: string;
}

/** What is known about one record, as the linkage compares it. Empty text and empty lists mean "not known". */
export interface LinkageRecord {
  readonly id: number;
  readonly n: StructuredName;
  /** Other names this person goes by: `NICKNAME`, former names; each as written. */
  readonly otherNames: readonly string[];
  /** `emailKey`s. */
  readonly emails: readonly string[];
  /** `telKey`s. */
  readonly tels: readonly string[];
  /** `linkedInKey`s of profiles this record has today. */
  readonly profiles: readonly string[];
  /** Numbers that name one person by themselves (passport, employee number), each as written. */
  readonly identifiers: readonly string[];
  /** `BDAY`: a partial date in vCard form, or empty. */
  readonly bday: string;
  readonly org: string;
  readonly title: string;
  readonly adr: readonly LinkageAddress[];
  /** The day a profile was connected to, as an export says it; two profiles of one name and day are one, renamed. */
  readonly connectedOn: string;
}

export const LINKAGE_FIELDS = [
  'profile',
  'email',
  'tel',
  'identifier',
  'given',
  'family',
  'bday',
  'street',
  'place',
  'org',
  'title',
] as const;
/** What two records are compared by; each is one comparison of the Fellegi–Sunter model. */
export const LinkageField = z.enum(LINKAGE_FIELDS);
export type LinkageField = z.infer<typeof LinkageField>;

/**
 * How two values of one field agree, best first. `equivalent`: another form of the same (Bob/Robert, Юлия/Yulia);
 * `initial`: one is the first letter of the other; `similar`: as far apart as a typo; `partial`: they share a part
 * (one of two family names, one of two towns); `renamed`: a second address of one profile; `missing`: one is not known.
 */
export const Agreement = z.enum([
  'same',
  'equivalent',
  'initial',
  'similar',
  'partial',
  'renamed',
  'different',
  'missing',
]);
export type Agreement = z.infer<typeof Agreement>;

/** How much a reason moves the balance: at least 6 bits, at least 2 bits, less. */
export const Strength = z.enum(['strong', 'clear', 'slight']);
export type Strength = z.infer<typeof Strength>;

/** One comparison in words: which field, how it agrees, the two values, and what that is worth. */
export const DuplicateReason = z.strictObject({
  field: LinkageField,
  agreement: Agreement,
  /** The values compared, of `a` and of `b`, as written. */
  values: z.tuple([z.string(), z.string()]),
  /** Match weight in bits (log2 of m/u): above zero speaks for one person, below zero for two. */
  weight: z.number(),
  strength: Strength,
  /** The shared value is rare in this book, so that sharing it says more. */
  isRare: z.boolean(),
});
export type DuplicateReason = z.infer<typeof DuplicateReason>;

/** `surely`: a strong key agrees and nothing contradicts; `probably`, `possibly`: by match weight alone. */
export const DuplicateTier = z.enum(['surely', 'probably', 'possibly']);
export type DuplicateTier = z.infer<typeof DuplicateTier>;

/** `clone`: same name and company under a second profile address – to be verified, not merged. */
export const DuplicateKind = z.enum(['same', 'clone']);
export type DuplicateKind = z.infer<typeof DuplicateKind>;

/** Two people of the book who may be one; `a` < `b`. */
export const DuplicatePair = z.strictObject({
  a: ContactId,
  b: ContactId,
  kind: DuplicateKind,
  tier: DuplicateTier,
  /** Sum of the match weights, prior included, in bits: 0 is even odds. */
  weight: z.number(),
  /** Most telling first, whichever way they speak. */
  reasons: z.array(DuplicateReason),
});
export type DuplicatePair = z.infer<typeof DuplicatePair>;

/** People who may all be one: a pair, or a cluster that respects what must stay apart. `ids` ascending. */
export interface DuplicateGroup {
  readonly key: string;
  readonly kind: DuplicateKind;
  /** The weakest tier among the pairs that hold it together. */
  readonly tier: DuplicateTier;
  readonly ids: readonly ContactId[];
  /** The suggested pairs within it, strongest first. */
  readonly pairs: readonly DuplicatePair[];
}
