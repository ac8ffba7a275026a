import { describe, expect, it } from 'vitest';
import type { NetworkPath, PathStep, Tie, TieLevel } from '#core/network/model.ts';
import type { LookUp } from '#api/network.ts';
import { adviceOn } from '#core/network/advice.ts';
import {
  adviceWords,
  favourWords,
  pathSentence,
  staleWords,
  strangerWords,
  weakestWords,
} from '#renderer/features/network/path-words.ts';
import { routeTo, targetOf } from '#renderer/features/network/target.ts';
import { parseRoute, hashOf } from '#renderer/store/navigation.ts';

const step = (fn: string, level: TieLevel, certainty: Tie['certainty'] = 'recorded'): PathStep => ({
  contactId: fn.length as PathStep['contactId'], // any id will do
  fn,
  org: '',
  tie: { level, certainty, setBy: 'rule', basis: [], unconfirmed: false },
});
const path = (weakest: TieLevel, ...steps: PathStep[]): NetworkPath => ({ steps, weakest });

describe('a way to somebody in words', () => {
  it('says so when the owner knows them', () => {
    expect(pathSentence(path('know', step('Ada', 'know')))).toBe('You can write to Ada yourself.');
    expect(pathSentence(path('name_only', step('Ada', 'name_only')))).toMatch(/hardly know/);
  });

  it('names who can introduce, and only says "can" where nothing is inferred', () => {
    const sure = path('know', step('Tom', 'know_well'), step('Ada', 'know'));
    const inferred = path('acquaintance', step('Tom', 'know_well'), step('Ada', 'acquaintance', 'likely'));
    expect(pathSentence(sure)).toBe('Tom can introduce you to Ada.');
    expect(pathSentence(inferred)).toBe('Tom may be able to introduce you to Ada.');
  });

  it('says whom to ask first on a longer way', () => {
    const long = path('know', step('Tom', 'know'), step('Ana', 'know'), step('Ada', 'know'));
    expect(pathSentence(long)).toBe('Tom can ask Ana, and so you come to Ada.');
  });

  it('explains the first of its weakest links', () => {
    const way = path('met_once', step('Tom', 'know_well'), step('Ada', 'met_once', 'likely'));
    expect(weakestWords(way)).toBe(
      'Tom and Ada have met once. Nobody has said so; it only looks that way. Ask first whether they know each other.',
    );
    expect(weakestWords(path('met_once', step('Tom', 'met_once'), step('Ada', 'met_once')))).toBe(
      'You and Tom have met once. Remind them where.',
    );
  });
});

describe('what to do in words', () => {
  const ada = { kind: 'contact', contactId: 3 as PathStep['contactId'] } as const;
  const acme = { kind: 'org', org: 'Acme' } as const;
  const found = (...ways: readonly NetworkPath[]): LookUp => ({
    advice: adviceOn(ways),
    paths: ways.map((way) => ({ ...way, stale: [], favours: { taken: 0, given: 0 } })),
    total: 1,
    known: [],
    knownCount: 0,
    former: [],
    introducers: [],
  });
  const knows = path('know', step('Tom', 'know_well'), step('Ada', 'know'));

  it('is one sentence, of a person and of a company', () => {
    expect(adviceWords(found(path('know', step('Ada', 'know'))), ada, 'Ada')).toBe(
      'Write to Ada yourself: you know each other.',
    );
    expect(adviceWords(found(knows), acme, 'Acme')).toBe('Ask Tom to introduce you to Ada.');
    const likely = path('know', step('Tom', 'know'), step('Ada', 'know', 'likely'));
    expect(adviceWords(found(likely), ada, 'Ada')).toBe('Ask Tom whether they can introduce you to Ada.');
    expect(adviceWords(found(), ada, 'Ada')).toBe('Send Ada a brief note saying why.');
    expect(adviceWords(found(), acme, 'Acme')).toBe('Send a brief note to “Acme”, saying why.');
    expect(adviceWords(found(path('met_once', step('Ada', 'met_once'))), ada, 'Ada')).toMatch(
      /do not know each other well/,
    );
    const listed = path('name_only', step('Tom', 'know'), step('Ada', 'name_only'));
    expect(adviceWords(found(listed), ada, 'Ada')).toMatch(/^Send Ada a brief note .* names on a list/);
    const via = step('Tom', 'know');
    const named = { fn: 'Ada', org: 'Acme' };
    expect(strangerWords({ code: 'mutual', via }, named)).toMatch(/^Ask Tom whether .* Ada: you have them/);
    expect(strangerWords({ code: 'through', via }, named)).toMatch(/lead to somebody at Acme\.$/);
    expect(strangerWords({ code: 'colleague', via }, named)).toMatch(/they are at Acme too\.$/);
    expect(strangerWords({ code: 'note' }, named)).toMatch(/^Send Ada a brief note/);
  });

  it('names links that have gone cold, and what was asked lately', () => {
    expect(staleWords(knows, { at: 0, lastOn: '2021' })).toBe(
      'Your last contact with Tom: 2021 – warm up first.',
    );
    expect(staleWords(knows, { at: 1, lastOn: '2021-05' })).toBe(
      'Last contact of Tom and Ada on record: May 2021 – ask first whether they are still in touch.',
    );
    const asked = (taken: number, given: number) =>
      favourWords({ ...knows, stale: [], favours: { taken, given } });
    expect(asked(0, 0)).toBeUndefined();
    expect(asked(2, 0)).toBe('You have asked something of Tom 2 times within twelve months.');
    expect(asked(1, 1)).toBe(
      'You have asked something of Tom once within twelve months. You have introduced Tom to somebody once within twelve months.',
    );
  });
});

describe('whom to reach', () => {
  it.each([
    { kind: 'contact', contactId: 12 as PathStep['contactId'] },
    { kind: 'org', org: 'Müller & Söhne / 東京' },
    { kind: 'found', text: 'title:="CTO, acting" place:Berlin' },
    { kind: 'stranger', fn: 'Ada & Söhne', org: '' },
    { kind: 'stranger', fn: 'Ada', org: '東京 GmbH' },
  ] as const)('is kept in the address and read back: %j', (target) => {
    expect(targetOf(parseRoute(hashOf(routeTo(target))))).toEqual(target);
  });

  it('is nobody where the address names nobody', () => {
    expect(targetOf({ section: 'network' })).toBeUndefined();
    expect(targetOf({ section: 'network', params: { org: '  ' } })).toBeUndefined();
  });
});
