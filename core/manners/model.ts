// Good manners with one person: how the owner wants them introduced and written to, and what is nobody else's business.
import { z } from 'zod';
import { ContactId, TREATMENT_PROPERTIES } from '#core/contacts/model.ts';
import type { PropertyName } from '#core/contacts/model.ts';
import { PartialDate } from '#core/shared/dates.ts';
import { idOf } from '#core/shared/brand.ts';

/** Before they are introduced to somebody: they are asked, need not be asked, or it never happens. */
export const IntroductionPolicy = z.enum(['ask-first', 'just-send', 'never']);
export type IntroductionPolicy = z.infer<typeof IntroductionPolicy>;

/** How they like to be reached. */
export const PreferredChannel = z.enum(['email', 'phone', 'message', 'linkedin', 'in-person']);
export type PreferredChannel = z.infer<typeof PreferredChannel>;

/** How they are spoken to where a language has two ways: du or Sie, tu or vous. */
export const Address = z.enum(['informal', 'formal']);
export type Address = z.infer<typeof Address>;

const words = z.string().trim().max(2000);

/** The owner's word on one person. */
export const Manners = z.strictObject({
  /** Left out of exports unless they are asked for by name. */
  isConfidential: z.boolean(),
  introductionPolicy: IntroductionPolicy,
  /** Absent: not said. */
  channel: PreferredChannel.optional(),
  /** Absent: as the tone of the letter has it. */
  address: Address.optional(),
  /** What they could do for others, and what they are looking for, in the owner's words. */
  offers: words,
  seeks: words,
  /** They do not want to be asked about people who invite the owner. */
  isNotAsked: z.boolean(),
  /** When they were last thanked for what they did, where the owner says so. */
  thankedOn: PartialDate.optional(),
});
export type Manners = z.infer<typeof Manners>;

/** A part of it to be changed; `null` takes a channel, an address or a day back. */
export const MannersPatch = z.strictObject({
  isConfidential: z.boolean().optional(),
  introductionPolicy: IntroductionPolicy.optional(),
  channel: PreferredChannel.nullable().optional(),
  address: Address.nullable().optional(),
  offers: words.optional(),
  seeks: words.optional(),
  isNotAsked: z.boolean().optional(),
  thankedOn: PartialDate.nullable().optional(),
});
export type MannersPatch = z.infer<typeof MannersPatch>;

/** The properties that hold it. `CLASS` is vCard 3's (RFC 2426 §3.7.1); the others have no name in any standard. */
export const PREFERENCE_PROPERTIES = [
  'CLASS',
  ...TREATMENT_PROPERTIES,
] as const satisfies readonly PropertyName[];
export type PreferenceProperty = (typeof PREFERENCE_PROPERTIES)[number];

/** `X-REFERENCE-POLICY` of somebody who is not asked about others. */
export const NOT_ASKED = 'do-not-ask';

/** `CLASS` of somebody whom exports leave out. */
export const CONFIDENTIAL = 'CONFIDENTIAL';

export const DoNotIntroduceId = idOf('DoNotIntroduce');
export type DoNotIntroduceId = z.infer<typeof DoNotIntroduceId>;

/** Somebody this person is not to be introduced to, as one of the two pages shows it. */
export const KeptFrom = z.strictObject({
  id: DoNotIntroduceId,
  contactId: ContactId,
  fn: z.string(),
  /** Private, like a note. */
  reason: z.string(),
});
export type KeptFrom = z.infer<typeof KeptFrom>;
