// What each verdict advises to do, and whether somebody did it.
import type { Decision, Verdict } from './model.ts';

/** What each verdict advises; undefined where something else comes first. */
const ADVICE: Readonly<Record<Verdict, Decision | undefined>> = {
  ALREADY_CONNECTED: 'accept',
  VERIFY_IDENTITY: 'ask_mutuals',
  REPORT: 'report',
  ACCEPT_KNOWN: 'accept',
  ACCEPT_MET: 'accept',
  ACCEPT_INTRODUCED: 'accept',
  ACCEPT_VOUCHED: 'accept',
  ASK_INTRODUCER: 'ask_mutuals',
  ASK_INVITER: 'ask_inviter',
  ASK_MUTUALS: 'ask_mutuals',
  DECLINE: 'decline',
  DECLINE_POLITE: 'decline',
  IGNORE: 'ignore',
  NEED_MORE: undefined,
};

/** The decision a verdict advises; undefined: add what is missing first. */
export const advised = (verdict: Verdict): Decision | undefined => ADVICE[verdict];

/** Whether a decision goes against what the verdict advises, so that a reason is worth writing down. */
export const isOtherwise = (decision: Decision, verdict: Verdict): boolean =>
  decision !== 'reopen' && decision !== 'later' && decision !== advised(verdict);

const NO: readonly (Decision | undefined)[] = ['decline', 'ignore', 'report'];

/** Whether a yes followed a yes, or a no a no: how a no is said is left to the owner. */
export const isAsAdvised = (decision: Decision, verdict: Verdict): boolean =>
  NO.includes(decision) ? NO.includes(advised(verdict)) : decision === advised(verdict);
