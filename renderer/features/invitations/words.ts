// Reasons and counterfactuals in words: core states codes and parameters, the catalogue has the sentences.
import { Answer } from '#core/invitations/model.ts';
import type { Counterfactual, Reason } from '#core/invitations/model.ts';
import { COUNTERFACTUAL_CODES, REASON_CODES } from '#core/invitations/reason-codes.ts';
import type { CounterfactualCode, ReasonCode } from '#core/invitations/reason-codes.ts';
import { TieLevel } from '#core/network/model.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { isolated } from '#renderer/strings/isolate.ts';

type Params = Readonly<Record<string, string | number>>;

/** A parameter as the sentence needs it: levels and answers are codes too. */
function spoken(params: Params): Record<string, string | number> {
  const level = TieLevel.safeParse(params['level']).data;
  const answer = Answer.safeParse(params['answer']).data;
  return {
    ...Object.fromEntries(Object.entries(params).map(([name, value]) => [name, isolatedText(value)])),
    // A mutual connection who is nobody in the book may have come without a name.
    ...(params['fn'] === '' ? { fn: i18n.t('invitations:somebody') } : {}),
    ...(level === undefined ? {} : { as: i18n.t(`invitations:as.${level}`) }),
    ...(answer === undefined ? {} : { answer: i18n.t(`invitations:answered.${answer}`) }),
  };
}

const isolatedText = (value: string | number) => (typeof value === 'string' ? isolated(value) : value);

/** Which of several sentences fits what is known: an encounter may have an event, a place, both or neither. */
function contextOf(code: string, params: Params): Record<string, string | number> {
  const has = (name: string) => params[name] !== undefined && params[name] !== '';
  if (code === 'encounter') {
    if (has('event'))
      return { context: has('location') && params['location'] !== params['event'] ? 'full' : 'event' };
    return has('location') ? { context: 'place' } : {};
  }
  if (code === 'identity_elsewhere') return has('org') ? {} : { context: 'bare' };
  if (code === 'reference_silent')
    return has('days') ? { context: 'days', count: Number(params['days']) } : {};
  return {};
}

/** One reason as a sentence. Negative words are always a quote from the invitation. */
export function reasonWords({ code, params }: Pick<Reason, 'code' | 'params'>): string {
  if (code === 'tie_level') {
    const level = TieLevel.safeParse(params['level']).data ?? 'unknown';
    return i18n.t(`invitations:tieSentence.${level}`, { fn: isolated(String(params['fn'] ?? '')) });
  }
  const options = { ...spoken(params), ...contextOf(code, params) };
  return isReason(code) ? i18n.t(`invitations:reason.${code}`, options) : i18n.t('invitations:reason.other');
}

/** Signals never decide and stand apart, whatever they speak for. */
export const isSign = ({ code, rule }: Pick<Reason, 'code' | 'rule'>): boolean =>
  rule === undefined && code.startsWith('signal_');

/** What else may explain a sign; undefined for evidence, and for signs of a later version. */
export function harmlessWords({ code }: Pick<Reason, 'code'>): string | undefined {
  return isReason(code) && isExplained(code) ? i18n.t(`invitations:harmless.${code}`) : undefined;
}

type SignCode = Extract<WordedReason, `signal_${string}`>;
const isExplained = (code: WordedReason): code is SignCode => code.startsWith('signal_');

// A book of a later version may hold decisions taken on evidence this one has no words for.
type WordedReason = Exclude<ReasonCode, 'tie_level'>;
const isReason = (code: string): code is WordedReason => Object.hasOwn(REASON_CODES, code);
const isCounterfactual = (code: string): code is CounterfactualCode =>
  Object.hasOwn(COUNTERFACTUAL_CODES, code);

/** "If Ana says she knows them well". */
export function counterfactualWords({ code, params }: Pick<Counterfactual, 'code' | 'params'>): string {
  return isCounterfactual(code)
    ? i18n.t(`invitations:change.${code}`, spoken(params))
    : i18n.t('invitations:change.other');
}
