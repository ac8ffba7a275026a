import { describe, expect, it } from 'vitest';
import { Agreement, LINKAGE_FIELDS, Strength } from '#core/contacts/duplicates/model.ts';
import { en } from '#renderer/strings/catalogues.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import {
  reasonWords,
  stanceOf,
  strengthWords,
  TABS,
  tabOf,
  tierWords,
} from '#renderer/features/duplicates/words.ts';
import { aReason } from './builders.ts';

const every = LINKAGE_FIELDS.flatMap((field) =>
  Agreement.options.map((agreement) => ({ field, agreement }) as const),
);

describe('reasons in words', () => {
  it.each(every)('say how $field is $agreement, as a sentence of its own', ({ field, agreement }) => {
    expect(i18n.exists(`duplicates:reason.${field}.${agreement}`)).toBe(true);
    const words = reasonWords(aReason({ field, agreement, values: ['xxleft', 'xxright'] }));
    expect(words).not.toContain('reason.');
    expect(words).not.toContain('{{');
    for (const value of ['xxleft', 'xxright']) expect(words.includes(value)).toBe(agreement !== 'missing');
  });

  it('differ for every field and agreement', () => {
    const words = every.map((one) => reasonWords(aReason({ ...one, values: ['Left', 'Right'] })));
    expect(new Set(words).size).toBe(every.length);
  });

  it('show one name in two scripts in both, and a value both write alike once', () => {
    expect(reasonWords(aReason({ field: 'given', values: ['明', 'Ming'] }))).toBe(
      'The same given name: 明 and Ming',
    );
    expect(reasonWords(aReason({ field: 'given', values: ['Ana', 'Ana'] }))).toBe('The same given name: Ana');
  });

  it('say that a shared value is rare, and show addresses and days as people read them', () => {
    expect(reasonWords(aReason({ field: 'family', values: ['Oyelowo', 'Oyelowo'], isRare: true }))).toBe(
      'The same family name: Oyelowo – rare in your book',
    );
    const url = 'https://www.linkedin.com/in/ada-example/';
    expect(reasonWords(aReason({ field: 'profile', values: [url, url] }))).toBe(
      'The same LinkedIn page: linkedin.com/in/ada-example',
    );
    expect(reasonWords(aReason({ field: 'bday', values: ['1815-12-10', '1815-12-10'] }))).toMatch(/10|Dec/);
  });

  it('keep a name written from right to left from turning the sentence', () => {
    expect(reasonWords(aReason({ field: 'given', agreement: 'different', values: ['ليلى', 'Leila'] }))).toBe(
      'Different given names: \u2068ليلى\u2069 and Leila',
    );
  });

  it('say how strongly each speaks, for or against, and never by a number', () => {
    const words = Strength.options.flatMap((strength) =>
      [12, -12].map((weight) => strengthWords(aReason({ strength, weight }))),
    );
    expect(new Set(words).size).toBe(words.length);
    for (const text of words) expect(text).not.toMatch(/\d|%/);
    expect(strengthWords(aReason({ weight: -3, strength: 'clear' }))).toBe('speaks clearly against it');
  });

  it('are none where a value is missing or nothing follows from it', () => {
    expect(stanceOf(aReason({ agreement: 'missing', weight: -0.2 }))).toBeUndefined();
    expect(stanceOf(aReason({ weight: 0 }))).toBeUndefined();
  });
});

describe('the words of the review', () => {
  it('hold no percentage and no score', () => {
    expect(JSON.stringify(en.duplicates)).not.toMatch(/%|\bscore|percent|\bbits?\b|weight|probabilit/i);
  });

  it('name every tier and second profiles', () => {
    expect(TABS.map(tierWords)).toEqual([
      'Surely the same',
      'Probably the same',
      'Possibly the same',
      'Second profile',
    ]);
    expect(tabOf({ kind: 'clone', tier: 'surely' })).toBe('clones');
    expect(tabOf({ kind: 'same', tier: 'possibly' })).toBe('possibly');
  });
});
