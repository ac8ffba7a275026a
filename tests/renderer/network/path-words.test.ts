import { describe, expect, it } from 'vitest';
import type { NetworkPath, PathStep, Tie, TieLevel } from '#core/network/model.ts';
import { pathSentence, weakestLink, weakestWords } from '#renderer/features/network/path-words.ts';
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
    expect(weakestLink(way).from?.fn).toBe('Tom');
    expect(weakestWords(way)).toBe(
      'Tom and Ada have met once. Nobody has said so; it only looks that way. Ask first whether they know each other.',
    );
    expect(weakestWords(path('met_once', step('Tom', 'met_once'), step('Ada', 'met_once')))).toBe(
      'You and Tom have met once. Remind them where.',
    );
  });
});

describe('whom to reach', () => {
  it.each([
    { kind: 'contact', contactId: 12 as PathStep['contactId'] },
    { kind: 'org', org: 'Müller & Söhne / 東京' },
  ] as const)('is kept in the address and read back: %j', (target) => {
    expect(targetOf(parseRoute(hashOf(routeTo(target))))).toEqual(target);
  });

  it('is nobody where the address names nobody', () => {
    expect(targetOf({ section: 'network' })).toBeUndefined();
    expect(targetOf({ section: 'network', params: { org: '  ' } })).toBeUndefined();
  });
});
