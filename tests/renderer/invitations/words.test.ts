import { describe, expect, it } from 'vitest';
import { Answer, Decision, InvitationState, MissingField, Verdict } from '#core/invitations/model.ts';
import { COUNTERFACTUAL_CODES, REASON_CODES } from '#core/invitations/reason-codes.ts';
import { Certainty, EvidenceKind, TIE_LEVELS } from '#core/network/model.ts';
import { counterfactualWords, reasonWords } from '#renderer/features/invitations/words.ts';
import { evidenceWords, tieWords } from '#renderer/people/tie.ts';
import { verdictWords } from '#renderer/people/verdict.ts';
import { i18n } from '#renderer/strings/i18n.ts';

/** A value for every parameter a sentence may use, easy to find again in it. */
const VALUES: Readonly<Record<string, string | number>> = {
  fn: 'Ada Example',
  name: 'Bo Example',
  introducer: 'Cy Example',
  org: 'Example Mill',
  event: 'LoomConf',
  location: 'Exampleton',
  quote: 'verbatim words',
  level: 'know_well',
  answer: 'knows',
  count: 3,
  days: 12,
  known: 1,
};
const paramsOf = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, VALUES[name] ?? '?']));
const SPOKEN_OTHERWISE = new Set(['level', 'answer', 'known']);
const missingWords = /\{\{|undefined|\bnull\b|later version/;

describe('the words of reasons', () => {
  it.each(Object.entries(REASON_CODES))('has a sentence for %s that uses all it is given', (code, names) => {
    const words = reasonWords({ code, params: paramsOf(names) });
    expect(words).not.toMatch(missingWords);
    expect(words.startsWith('invitations:')).toBe(false);
    for (const name of names.filter((one) => !SPOKEN_OTHERWISE.has(one))) {
      expect(words, `${code} says its ${name}`).toContain(String(VALUES[name]));
    }
  });

  it.each(Object.entries(REASON_CODES))(
    'has whole words for %s where texts are empty and counts are one',
    (code, names) => {
      const bare = names.map((name) => [name, typeof VALUES[name] === 'number' ? 1 : '']);
      const words = reasonWords({
        code,
        params: Object.fromEntries(bare.filter(([name]) => name !== 'days')),
      });
      expect(words).not.toMatch(missingWords);
      expect(words.length).toBeGreaterThan(5);
    },
  );

  it.each(TIE_LEVELS)('says the level %s in words, never as a code', (level) => {
    for (const code of ['tie_level', 'mutual_known', 'names_person', 'claimed_introducer_known']) {
      expect(reasonWords({ code, params: { fn: 'Ada', level } })).not.toMatch(/_|undefined|\{\{/);
    }
  });

  it('says where somebody was met as far as it is known', () => {
    const met = (event: string, location: string) =>
      reasonWords({ code: 'encounter', params: { fn: 'Ada', event, location } });
    expect(met('LoomConf', 'Exampleton')).toBe('You met Ada at LoomConf, Exampleton');
    expect(met('LoomConf', '')).toBe('You met Ada at LoomConf');
    expect(met('', 'Exampleton')).toBe('You met Ada in Exampleton');
    expect(met('', '')).toBe('You met Ada');
  });

  it('says there is no record of an event, and never that the claim is false', () => {
    const words = reasonWords({
      code: 'event_not_in_book',
      params: { event: 'LoomConf', quote: 'at LoomConf' },
    });
    expect(words).toContain('No record of that event');
    for (const [code, names] of Object.entries(REASON_CODES)) {
      expect(reasonWords({ code, params: paramsOf(names) })).not.toMatch(/\bfalse\b|\blie|%|score/i);
    }
  });

  it('isolates a right-to-left name so that it does not turn the sentence around', () => {
    expect(reasonWords({ code: 'introduced', params: { introducer: 'ليلى' } })).toBe(
      '\u2068ليلى\u2069 introduced you',
    );
  });

  it('has a calm sentence for evidence of a later version', () => {
    expect(reasonWords({ code: 'toString', params: {} })).toMatch(/later version/);
  });
});

describe('the words of what would change a verdict', () => {
  it.each(Object.entries(COUNTERFACTUAL_CODES))('has a sentence for %s', (code, names) => {
    const words = counterfactualWords({ code, params: paramsOf(names) });
    expect(words).toMatch(/^If /);
    expect(words).not.toMatch(missingWords);
    for (const name of names) expect(words).toContain(String(VALUES[name]));
  });
});

describe('the words of everything else that has a code', () => {
  it.each([
    ...Verdict.options.map((code) => `verdict.voice.${code}`),
    ...['clear', 'likely', 'open'].flatMap((code) => [
      `verdict.certainty.${code}`,
      `verdict.certaintyWhy.${code}`,
    ]),
    ...Decision.options.flatMap((code) => [`action.${code}`, `done.${code}`, `past.decision.${code}`]),
    ...Answer.options.flatMap((code) => [`answered.${code}`, `mutuals.choices.${code}`]),
    ...InvitationState.options.map((code) => `state.${code}`),
    ...MissingField.options.map((code) => `missing.${code}`),
    ...TIE_LEVELS.flatMap((code) => [`as.${code}`, `tieSentence.${code}`]),
  ])('has %s', (key) => {
    expect(i18n.exists(`invitations:${key}`)).toBe(true);
  });

  it.each([
    ...Certainty.options.flatMap((code) => [`certainty.${code}`, `certaintyWhy.${code}`]),
    ...TIE_LEVELS.flatMap((code) => [`level.${code}`, `weak.${code}`, `weakYou.${code}`]),
  ])('has network words for %s', (key) => {
    expect(i18n.exists(`network:${key}`)).toBe(true);
  });

  it('names every verdict and level differently, and every kind of evidence in words', () => {
    const kinds = EvidenceKind.options.map((kind) => evidenceWords({ kind, text: '', level: 'know' }));
    const named = [Verdict.options.map(verdictWords), TIE_LEVELS.map(tieWords)];
    for (const words of named) expect(new Set(words).size).toBe(words.length);
    for (const one of [...named.flat(), ...kinds]) expect(one).not.toMatch(/_|:\w+\.|\{\{/);
  });
});
