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
import { pairWords } from './relation.ts';

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
export function evidenceWords(evidence: TieEvidence, between: 'owner' | 'others' = 'others'): string {
  const { kind, text, on, level } = evidence;
  if (kind === 'same_employer' && text !== '') return colleagueWords(evidence);
  const isMeeting = between === 'owner' && kind === 'met_at_event' && text !== '';
  const about = isMeeting ? i18n.t('people:evidence.metAt', { text }) : aboutWords(kind, text, level);
  if (on === undefined) return about;
  // A note that ends in a full stop goes on with the day.
  return i18n.t('people:evidence.when', { about: about.replace(/[.。]$/u, ''), on: dateWords(on) });
}

/** "Both at Acme, 2019–2021", or as much of it as is known. */
function colleagueWords({ text, years, isTimeUnknown }: TieEvidence): string {
  if (isTimeUnknown === true) return i18n.t('people:evidence.bothAtSomeTime', { text });
  if (years === undefined) return i18n.t('people:evidence.bothAt', { text });
  const { first, last } = years;
  if (last === undefined) return i18n.t('people:evidence.bothAtSince', { text, first });
  return first === last
    ? i18n.t('people:evidence.bothAtIn', { text, year: first })
    : i18n.t('people:evidence.bothAtFromTo', { text, first, last });
}

function aboutWords(kind: TieEvidence['kind'], text: string, level: TieLevel | undefined): string {
  if (kind === 'met_at_event' && text !== '') return i18n.t('people:evidence.bothAt', { text });
  if (kind === 'introduced_by' && text !== '') return i18n.t('people:evidence.introducedBy', { text });
  // The timeline knows that something was said and the note, not the level.
  if (kind === 'user_statement' && level === undefined)
    return text === '' ? i18n.t('people:evidence.stated') : i18n.t('people:evidence.statedNote', { text });
  const what =
    kind === 'user_statement' && level !== undefined
      ? i18n.t('people:evidence.user_statement', { level: tieWords(level) })
      : i18n.t(`people:evidence.${kind}`);
  if (text === '') return what;
  return i18n.t('people:evidence.about', { what, text: kind === 'related' ? pairWords(text) : text });
}

const COUNTED = {
  mail_two_way: 'mail_two_way',
  mail_cc_together: 'mail_cc_together',
  chat_two_way: 'chat_two_way',
  li_message_two_way: 'li_message_two_way',
  group_chat: 'group_chat',
  li_endorsed: 'li_endorsed',
} as const satisfies Readonly<Partial<Record<TieEvidence['kind'], string>>>;

const isCounted = (kind: TieEvidence['kind']): kind is keyof typeof COUNTED => Object.hasOwn(COUNTED, kind);

/**
 * One fact with how often it happened: "14 letters both ways, the last in May 2024". Without a count it is as
 * `evidenceWords` says it.
 */
export function countedWords(
  { count, ...evidence }: TieEvidence & { readonly count: number },
  between: 'owner' | 'others',
): string {
  const { kind, text, on } = evidence;
  if (count < 1 || !isCounted(kind)) return evidenceWords(evidence, between);
  const what = i18n.t(`people:evidence.counted.${kind}`, { count });
  const about = text === '' ? what : i18n.t('people:evidence.about', { what, text });
  if (on === undefined) return about;
  if (count === 1) return i18n.t('people:evidence.when', { about, on: dateWords(on) });
  const isDay = on.length === 10;
  return i18n.t(isDay ? 'people:evidence.lastDay' : 'people:evidence.last', { about, on: dateWords(on) });
}
