// A verdict in words, with the icon and meaning that go with it everywhere.
import {
  BadgeCheck,
  CircleHelp,
  Eye,
  Flag,
  MessageCircleQuestion,
  ThumbsUp,
  UserX,
  Users,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Verdict } from '#core/invitations/model.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import type { Meaning } from '#renderer/ui/Badge.tsx';

const LOOK: Readonly<Record<Verdict, { readonly icon: LucideIcon; readonly meaning: Meaning }>> = {
  ALREADY_CONNECTED: { icon: BadgeCheck, meaning: 'neutral' },
  VERIFY_IDENTITY: { icon: Eye, meaning: 'caution' },
  REPORT: { icon: Flag, meaning: 'decline' },
  ACCEPT_KNOWN: { icon: ThumbsUp, meaning: 'accept' },
  ACCEPT_MET: { icon: ThumbsUp, meaning: 'accept' },
  ACCEPT_INTRODUCED: { icon: ThumbsUp, meaning: 'accept' },
  ACCEPT_VOUCHED: { icon: ThumbsUp, meaning: 'accept' },
  ASK_INTRODUCER: { icon: MessageCircleQuestion, meaning: 'ask' },
  ASK_INVITER: { icon: MessageCircleQuestion, meaning: 'ask' },
  ASK_MUTUALS: { icon: Users, meaning: 'ask' },
  DECLINE: { icon: UserX, meaning: 'decline' },
  DECLINE_POLITE: { icon: UserX, meaning: 'decline' },
  IGNORE: { icon: UserX, meaning: 'neutral' },
  NEED_MORE: { icon: CircleHelp, meaning: 'caution' },
};

export const verdictLook = (verdict: Verdict) => LOOK[verdict];

/** The verdict in a few words, in the owner's voice: "Accept – we have met". */
export const verdictWords = (verdict: Verdict): string => i18n.t(`people:verdict.${verdict}`);
