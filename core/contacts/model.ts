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

/** How somebody is treated: the owner says one of each. No standard has names for them (core/manners/model.ts). */
export const TREATMENT_PROPERTIES = [
  'X-INTRODUCTION-POLICY',
  'X-PREFERRED-CHANNEL',
  'X-ADDRESS',
  'X-CADENCE',
  'X-OFFERS',
  'X-SEEKS',
  'X-REFERENCE-POLICY',
  'X-THANKED-ON',
] as const;

/** The properties the book does something with; every other one is kept as it came. Upper case, as vCard names them. */
export const KNOWN_PROPERTIES = [
  'N',
  'FN',
  'NICKNAME',
  'EMAIL',
  'TEL',
  'URL',
  'ORG',
  'TITLE',
  'ROLE',
  'NOTE',
  'ADR',
  'BDAY',
  'ANNIVERSARY',
  'DEATHDATE',
  'IMPP',
  'SOCIALPROFILE',
  'CATEGORIES',
  'LANG',
  'TZ',
  'GEO',
  'GENDER',
  'PRONOUNS',
  'RELATED',
  'PHOTO',
  'KIND',
  'UID',
  'CLASS',
  ...TREATMENT_PROPERTIES,
] as const;
export type KnownProperty = (typeof KNOWN_PROPERTIES)[number];

/**
 * What a program says about its own file rather than about the person (RFC 6350 §6.7.3, §6.7.4): kept, so that a card
 * goes out as it came, but never shown and never a change by itself – every export has another one.
 */
export const BOOKKEEPING_PROPERTIES: ReadonlySet<string> = new Set(['REV', 'PRODID', 'X-PRODID']);

/**
 * The name of a vCard property (RFC 6350 §6, RFC 9554), upper case; `X-…` and names of other products too.
 *
 * How values are written: `N` and `ADR` are their components joined by `;` with `\\` escapes, exactly as vCard writes
 * them. `ORG` is the organisation's name as plain text, its units the parameter `X-UNIT`. `BDAY`, `ANNIVERSARY` and
 * `DEATHDATE` are a PartialDate, or free text where the source wrote no date. `CATEGORIES` is one tag a property.
 * `PHOTO` is a `data:` URI (RFC 2397), or an address nobody ever opens. `GENDER` is vCard's `M;text`. `RELATED` is the
 * other person's name or URI, its relation the TYPE. The other known ones are plain text. An unknown property's value
 * stays as the source wrote it, escapes included, so that it can be written out again.
 */
export const PropertyName = z.string().regex(/^[A-Z0-9][A-Z0-9_-]{0,99}$/);
export type PropertyName = z.infer<typeof PropertyName>;

/**
 * Parameters of a property besides TYPE: vCard's own (`PREF`, `LANGUAGE`, `VALUE`, `GROUP` as in RFC 7095) and ours:
 * `X-ABLABEL`, a free label; `X-UNIT`, the units of an `ORG`; `X-VERBATIM`, the value as the source wrote it where
 * ours says less. Names upper case.
 */
export const Parameters = z.record(z.string(), z.array(z.string()));
export type Parameters = z.infer<typeof Parameters>;

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
  /** vCard TYPE, lower case, joined by commas: `work`, `home,fax`, `linkedin`; empty when the source names none. */
  type: z.string(),
  parameters: Parameters.optional(),
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
  /** The owner keeps to themselves that they know them; absent for everybody else. */
  isConfidential: z.literal(true).optional(),
});
export type ContactSummary = z.infer<typeof ContactSummary>;

/** The properties of which the form shows every value, in its order; besides them every `X-…` that has a label. */
export const FORM_PROPERTIES = [
  'EMAIL',
  'TEL',
  'URL',
  'ADR',
  'IMPP',
  'SOCIALPROFILE',
  'ROLE',
  'CATEGORIES',
  'ANNIVERSARY',
  'DEATHDATE',
  'RELATED',
  'PRONOUNS',
  'GENDER',
  'LANG',
  'TZ',
  'X-PHONETIC-FIRST-NAME',
  'X-PHONETIC-MIDDLE-NAME',
  'X-PHONETIC-LAST-NAME',
  'X-MAIDENNAME',
  'X-MAIDENNAME',
] as const;

/** Whether a value has a place on the form: the owner's own fields are those with a label. */
export const isOnForm = ({ name, label }: { readonly name: string; readonly label: string }): boolean =>
  (FORM_PROPERTIES as readonly string[]).includes(name) || (name.startsWith('X-') && label !== ''); // widened to be asked

/** The longest text of a property that has no limit of its own. */
const LONGEST = 20_000;
const text = (longest: number) => z.string().trim().max(longest);

/** One value on the form, written as PropertyName says, with what it is for. */
export const FormValue = z
  .strictObject({
    name: PropertyName,
    value: text(LONGEST),
    /** vCard TYPE, lower case, joined by commas. */
    type: text(LONGEST).default(''),
    /** A free label, `X-ABLABEL`. */
    label: text(LONGEST).default(''),
    /** `PREF=1`: the one to use. */
    preferred: z.boolean().default(false),
    /** The messenger or network of an `IMPP` or `SOCIALPROFILE`, `SERVICE-TYPE` (RFC 9554 §4.9). */
    service: text(LONGEST).default(''),
  })
  .refine(isOnForm);
export type FormValue = z.infer<typeof FormValue>;

/** A `data:` URI of a picture as the page makes them: 200 KB in base64, and room for another encoder. */
const Photo = z
  .string()
  .max(400_000)
  .regex(/^(?:data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2})?$/);

/**
 * What the owner says about a person; empty text means "not said". What is optional is left as it is where a form does
 * not ask about it. `more` holds every value of FORM_PROPERTIES and of the owner's own fields; of an address in
 * `emails`, `tels` or `urls` it says what it is for, and those three alone decide which ones there are.
 */
export const ContactForm = z.strictObject({
  prefix: text(200).optional(),
  given: text(200).default(''),
  additional: text(200).optional(),
  family: text(200).default(''),
  suffix: text(200).default(''),
  nickname: text(LONGEST).default(''),
  org: text(300).default(''),
  /** Departments and teams within `org`, the largest first. */
  units: z.array(text(LONGEST)).max(1000).optional(),
  title: text(300).default(''),
  /** A PartialDate, or the words an import had. */
  bday: text(LONGEST).optional(),
  emails: z.array(text(320)).max(1000).default([]),
  tels: z.array(text(60)).max(1000).default([]),
  urls: z.array(text(2000)).max(1000).default([]),
  more: z.array(FormValue).max(20_000).optional(),
  /** A new picture as a `data:` URI (RFC 2397), empty to remove the one there is; never told by the book. */
  photo: Photo.optional(),
  /** The notes of several people merged into one may be longer than any of them. */
  note: z.string().max(1_000_000).default(''),
});
export type ContactForm = z.infer<typeof ContactForm>;
