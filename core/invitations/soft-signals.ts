// Signals that never decide: each is shown with what it is, and the interface says what else may explain it.
import { linkedInKey } from '#core/contacts/identity.ts';
import { fold, tokens } from '#core/shared/fold.ts';
import { companyIn } from './company.ts';
import type { VettingCase } from './evidence.ts';
import type { Reason } from './model.ts';
import { INVITATION, reason } from './reasons.ts';

const SUPERLATIVE =
  /(?<![\p{L}\p{N}])(?:guru|ninja|rockstar|rock star|world[- ]class|visionary|thought leader|serial entrepreneur|best[- ]selling|award[- ]winning|top voice|unicorn|wizard|evangelist of success|millionaire|#1|number one)(?![\p{L}\p{N}])/giu;
const OPEN_NETWORKER =
  /(?<![\p{L}\p{N}])(?:LION|L\.I\.O\.N\.?|[Oo]pen [Nn]etworker|OPEN NETWORKER)(?![\p{L}\p{N}])/u;
const EMOJI = /\p{Extended_Pictographic}/gu;
/** Months below which a profile counts as new. */
const NEW_PROFILE_MONTHS = 6;
/** One is a fashion; three are a pattern. */
const MANY_EMOJI = 3;
const BURST = 2;

/** Soft signals of a case. Never about a name's origin, a gender or a country. */
export function softSignals(one: VettingCase): Reason[] {
  const { sameMessageFrom, nearMessageFrom, sameOrgInWeek, invitation } = one;
  const templates = [
    ...template('signal_same_message', sameMessageFrom),
    ...template('signal_near_message', nearMessageFrom),
  ];
  const burst =
    sameOrgInWeek >= BURST
      ? [
          reason('signal_company_burst', 'open', {
            params: { org: invitation.org || companyIn(invitation.headline), count: sameOrgInWeek },
          }),
        ]
      : [];
  return [...templates, ...burst, ...headlineSignals(one), ...slugSignal(one), ...profileSignals(one)];
}

function template(code: 'signal_same_message' | 'signal_near_message', from: readonly string[]): Reason[] {
  const [first] = from;
  return first === undefined ? [] : [reason(code, 'against', { params: { fn: first, count: from.length } })];
}

function headlineSignals({ invitation }: VettingCase): Reason[] {
  const { headline, fn } = invitation;
  const words = [...headline.matchAll(SUPERLATIVE)].map((match) =>
    reason('signal_headline_superlative', 'open', { params: { quote: match[0] }, source: INVITATION }),
  );
  const emoji = headline.match(EMOJI) ?? [];
  const open = OPEN_NETWORKER.exec(headline) ?? OPEN_NETWORKER.exec(fn);
  return [
    ...words,
    ...(emoji.length >= MANY_EMOJI
      ? [reason('signal_headline_emoji', 'open', { params: { quote: emoji.join('') }, source: INVITATION })]
      : []),
    ...(open
      ? [reason('signal_open_networker', 'open', { params: { quote: open[0] }, source: INVITATION })]
      : []),
  ];
}

/**
 * A profile address that shares nothing with the name. Only for names in the letters of an address: any other
 * script is transliterated in as many ways as there are people.
 */
function slugSignal({ invitation }: VettingCase): Reason[] {
  const slug = linkedInKey(invitation.url);
  const name = fold(invitation.fn);
  if (slug === undefined || !/^[\p{Script=Latin}\p{N}\p{P}\p{Zs}]+$/u.test(name)) return [];
  const letters = fold(slug).replace(/[^a-z]/g, '');
  const words = tokens(invitation.fn).filter((word) => word.length > 1);
  // Initials and member ids (`ACoAAB…`) prove nothing.
  if (letters.length < 5 || letters.startsWith('acoaa') || words.length === 0) return [];
  return words.some((word) => letters.includes(word.slice(0, 4)) || word.includes(letters.slice(0, 4)))
    ? []
    : [reason('signal_slug_mismatch', 'open', { params: { quote: slug }, source: INVITATION })];
}

const MONTH = /^(\d{4})(?:-(\d{2}))?/;

/** Months since year 0; a year alone is its January, so that "new" is only said of what surely is. */
function monthsOf(date: string): number | undefined {
  const [, year, month = '01'] = MONTH.exec(date) ?? [];
  return year === undefined ? undefined : Number(year) * 12 + Number(month);
}

/** What "About this profile" says: judged by the day the invitation was sent, not by the day it is read. */
function profileSignals({ invitation, today }: VettingCase): Reason[] {
  const { joined, verified } = invitation.aboutProfile;
  const [then, since] = [monthsOf(invitation.sentAt ?? today), monthsOf(joined ?? '')];
  const age = then === undefined || since === undefined ? undefined : then - since;
  const isNew = age !== undefined && age >= 0 && age < NEW_PROFILE_MONTHS;
  return [
    ...(isNew ? [reason('signal_new_profile', 'open', { on: joined })] : []),
    ...(verified === false ? [reason('signal_unverified', 'open')] : []),
  ];
}
