// A person as the book knows them: vCard properties, each with the place it came from (RFC 6350 names).
import { z } from 'zod';
import { idOf } from '#core/shared/brand.ts';
import { DateTime } from '#core/shared/dates.ts';

export const ContactId = idOf('Contact');
export type ContactId = z.infer<typeof ContactId>;

/** Structured name, vCard `N` (RFC 6350 §6.2.2), each component as written. */
export const StructuredName = z.strictObject({
  family: z.string().default(''),
  given: z.string().default(''),
  additional: z.string().default(''),
  prefix: z.string().default(''),
  suffix: z.string().default(''),
});
export type StructuredName = z.infer<typeof StructuredName>;

/**
 * The vCard properties the book understands today. `N` is stored as the five components joined by `;`
 * with `\` escapes, exactly as vCard writes it; the others as plain text.
 */
export const PropertyName = z.enum([
  'N',
  'FN',
  'NICKNAME',
  'EMAIL',
  'TEL',
  'URL',
  'ORG',
  'TITLE',
  'NOTE',
  'ADR',
  'BDAY',
]);
export type PropertyName = z.infer<typeof PropertyName>;

/** Who says so: the owner by hand, or one line of one import. The owner's word wins over any import. */
export const Provenance = z.discriminatedUnion('source', [
  z.strictObject({ source: z.literal('owner'), recordedAt: DateTime }),
  z.strictObject({
    source: z.literal('import'),
    recordedAt: DateTime,
    batchId: idOf('ImportBatch'),
    fileName: z.string(),
    line: z.int(),
  }),
]);
export type Provenance = z.infer<typeof Provenance>;

export const Property = z.strictObject({
  id: idOf('Property'),
  name: PropertyName,
  value: z.string(),
  /** vCard TYPE, lower case: `work`, `home`, `linkedin`; empty when the source names none. */
  type: z.string(),
  provenance: Provenance,
});
export type Property = z.infer<typeof Property>;

/** One row of a list: what is needed to recognise a person, nothing else. */
export const ContactSummary = z.strictObject({
  id: ContactId,
  fn: z.string(),
  org: z.string(),
  title: z.string(),
  /** Where we met, in a few words: the newest event's name, else empty. */
  metAt: z.string(),
  isOwner: z.boolean(),
});
export type ContactSummary = z.infer<typeof ContactSummary>;

/** What the owner types about a person; empty text means "not said". */
export const ContactForm = z.strictObject({
  given: z.string().trim().max(200).default(''),
  family: z.string().trim().max(200).default(''),
  suffix: z.string().trim().max(100).default(''),
  nickname: z.string().trim().max(200).default(''),
  org: z.string().trim().max(300).default(''),
  title: z.string().trim().max(300).default(''),
  emails: z.array(z.string().trim().max(320)).max(50).default([]),
  tels: z.array(z.string().trim().max(60)).max(50).default([]),
  urls: z.array(z.string().trim().max(2000)).max(50).default([]),
  note: z.string().max(20_000).default(''),
});
export type ContactForm = z.infer<typeof ContactForm>;
