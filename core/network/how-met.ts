// How the owner came to know somebody, in one word: the strongest that is on record.
import { z } from 'zod';
import type { Channel } from '#core/events/model.ts';
import type { EvidenceKind } from './model.ts';

/** Weakest first; the first stands for nothing on record. */
export const HOW_MET = [
  'no_record',
  'listed',
  'corresponded',
  'work_or_school',
  'online',
  'in_person',
  'introduced',
] as const;
export const HowMet = z.enum(HOW_MET);
export type HowMet = z.infer<typeof HowMet>;

/** An encounter, by its channel. */
export const howByChannel = (channel: Channel, isIntroduced: boolean): HowMet => {
  if (isIntroduced || channel === 'introduced') return 'introduced';
  if (channel === 'work' || channel === 'school') return 'work_or_school';
  return channel === 'online' ? 'online' : 'in_person';
};

const BY_EVIDENCE: Readonly<Partial<Record<EvidenceKind, HowMet>>> = {
  met_at_event: 'in_person',
  meeting: 'in_person',
  introduced_by: 'introduced',
  same_employer: 'work_or_school',
  mail_two_way: 'corresponded',
  chat_two_way: 'corresponded',
  li_message_two_way: 'corresponded',
  li_connected: 'listed',
  li_endorsed: 'listed',
  li_recommended: 'work_or_school',
};

/** The owner's own evidence about somebody, by its kind. */
export const howByEvidence = (kind: EvidenceKind): HowMet => BY_EVIDENCE[kind] ?? 'no_record';
