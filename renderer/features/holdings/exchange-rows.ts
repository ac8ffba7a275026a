// Invitations, answers and introductions among what is held about somebody, in words.
import { loggedWords, stateWords, stepTimeWords } from '#renderer/people/introduction-words.ts';
import type { Held } from '#api/holdings.ts';
import type { HeldRow } from '#core/exports/held.ts';
import { provenanceWords } from '#renderer/people/property.ts';
import { dateTimeWords, dateWords } from '#renderer/strings/dates.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { joined } from './joined.ts';

export const invitationRows = ({ invitations }: Held): HeldRow[] =>
  invitations.map(({ direction, sentAt, headline, message, state, decisions, provenance }) => ({
    term: i18n.t(`contacts:invitations.${direction}`),
    text: joined(
      sentAt === '' ? '' : dateTimeWords(sentAt),
      i18n.t(`invitations:state.${state}`),
      headline,
      message,
      ...decisions.map(({ decision, reason, decidedAt }) =>
        joined(
          i18n.t('holdings:decision', {
            on: dateTimeWords(decidedAt),
            decision: i18n.t(`holdings:decided.${decision}`),
          }),
          reason,
        ),
      ),
    ),
    source: provenanceWords(provenance),
  }));

export const mutualRows = ({ mutuals }: Held): HeldRow[] =>
  mutuals.map(({ inviter, answer, askedOn, answeredOn }) => ({
    term: i18n.t('holdings:about', { fn: inviter }),
    text: joined(
      askedOn === '' ? '' : i18n.t('holdings:asked', { on: dateWords(askedOn) }),
      answer === undefined
        ? ''
        : i18n.t('holdings:answered', {
            on: answeredOn === '' ? '' : dateWords(answeredOn),
            answer: i18n.t(`invitations:answered.${answer}`),
          }),
    ),
    source: '',
  }));

export const introductionRows = ({ introductions }: Held): HeldRow[] =>
  introductions.map(({ direction, a, b, purpose, benefit, state, createdAt, steps }) => {
    const pair = { direction, fnA: a, fnB: b };
    return {
      term: joined(a, b),
      text: joined(
        stateWords(pair, state),
        purpose,
        benefit,
        ...steps.map(({ step, at, note }) => joined(loggedWords(pair, step), stepTimeWords(at), note)),
      ),
      source: dateTimeWords(createdAt),
    };
  });
