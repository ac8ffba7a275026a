// How well the owner knows somebody, in words and with an icon; never a number.
import {
  CircleDashed,
  CircleDot,
  Handshake,
  HeartHandshake,
  ShieldCheck,
  User,
  UserCheck,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Meaning } from '#renderer/ui/Badge.tsx';
import { TIE_LEVELS } from '#core/network/model.ts';
import type { TieEvidence, TieLevel } from '#core/network/model.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { i18n } from '#renderer/strings/i18n.ts';

const LOOK: Readonly<Record<TieLevel, { readonly icon: LucideIcon; readonly meaning: Meaning }>> = {
  unknown: { icon: CircleDashed, meaning: 'neutral' },
  name_only: { icon: User, meaning: 'neutral' },
  met_once: { icon: Handshake, meaning: 'neutral' },
  acquaintance: { icon: CircleDot, meaning: 'neutral' },
  know: { icon: UserCheck, meaning: 'accept' },
  know_well: { icon: HeartHandshake, meaning: 'accept' },
  trusted: { icon: ShieldCheck, meaning: 'accept' },
};

export const tieLook = (level: TieLevel) => LOOK[level];

/** "Met once", "Know well"; unknown is "No record", which is not the same as weak. */
export const tieWords = (level: TieLevel): string => i18n.t(`people:tie.${level}`);

/** The levels an owner can state, weakest first. */
export const tieOptions = (): { value: TieLevel; label: string }[] =>
  TIE_LEVELS.map((value) => ({ value, label: tieWords(value) }));

/** One fact a tie rests on: "Met at PyLadies Meetup, May 2024", or between two others "Both at PyLadies Meetup". */
export function evidenceWords(
  { kind, text, on, level }: TieEvidence,
  between: 'owner' | 'others' = 'others',
): string {
  const isMeeting = between === 'owner' && kind === 'met_at_event' && text !== '';
  const about = isMeeting ? i18n.t('people:evidence.metAt', { text }) : aboutWords(kind, text, level);
  if (on === undefined) return about;
  // A note that ends in a full stop goes on with the day.
  return i18n.t('people:evidence.when', { about: about.replace(/[.。]$/u, ''), on: dateWords(on) });
}

function aboutWords(kind: TieEvidence['kind'], text: string, level: TieLevel | undefined): string {
  if (kind === 'met_at_event' && text !== '') return i18n.t('people:evidence.bothAt', { text });
  if (kind === 'introduced_by' && text !== '') return i18n.t('people:evidence.introducedBy', { text });
  const what =
    kind === 'user_statement'
      ? i18n.t('people:evidence.user_statement', { level: level === undefined ? '' : tieWords(level) })
      : i18n.t(`people:evidence.${kind}`);
  return text === '' ? what : i18n.t('people:evidence.about', { what, text });
}
