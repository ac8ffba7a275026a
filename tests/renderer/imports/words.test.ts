import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { KNOWN_PROPERTIES } from '#core/contacts/model.ts';
import { errors } from '#api/errors.ts';
import { Progress } from '#api/imports.ts';
import { Encoding } from '#core/formats/encodings.ts';
import {
  BatchState,
  EntryReport,
  ImportItem,
  IssueCode,
  ItemAction,
  SourceKind,
} from '#core/imports/model.ts';
import { detailWords, factWords, titleWords } from '#renderer/features/imports/item-words.ts';
import { problemFrom, problemOf } from '#renderer/features/imports/problems.ts';
import {
  broughtWords,
  CHOICES,
  entryWords,
  issueLineWords,
  issueWords,
  plannedWords,
  portion,
  sizeWords,
  tabsOf,
  usualChoice,
} from '#renderer/features/imports/words.ts';
import { timeLeftWords } from '#renderer/strings/time-left.ts';
import { EvidenceKind } from '#core/network/model.ts';
import { en } from '#renderer/strings/catalogues.ts';
import { i18n } from '#renderer/strings/i18n.ts';

const WHYS = [...errors.UNREADABLE_FILE.data.shape.why.options, 'file_gone'] as const;

describe('the words for a drop that cannot be read', () => {
  it.each(WHYS)('say for %s what happened, that nothing changed, and what to do', (why) => {
    const { title, text } = problemOf(why);
    expect(title).not.toContain('imports:');
    expect(title.split(' ').length).toBeGreaterThan(3);
    const kept = text.indexOf('Nothing in your book has changed.');
    expect(kept).toBeGreaterThan(0);
    expect(text.slice(kept + 'Nothing in your book has changed.'.length).trim()).toMatch(/^\p{Lu}.+\.$/u);
  });

  it('are different for every reason', () => {
    expect(new Set(WHYS.map((why) => problemOf(why).text)).size).toBe(WHYS.length);
  });

  const refused = (detail: string) =>
    new ORPCError('UNREADABLE_FILE', { data: { why: 'broken_zip', detail } });

  it.each([
    ['backup.pst', 'File › Open & Export'],
    ['mail.OST', 'File › Open & Export'],
    ['Archive.olm', 'Outlook for Mac'],
    ['people.numbers', 'Numbers'],
  ])(
    'say of %s what it is and what to do instead, whether it was looked at or too large for that',
    (name, word) => {
      for (const data of [
        { why: 'not_recognised', detail: name },
        { why: 'too_large', detail: '536870912' },
      ]) {
        const { title, text, detail } = problemFrom(new ORPCError('UNREADABLE_FILE', { data }), name);
        expect(title).toBe('This file cannot be read as it is');
        expect(text).toContain(word);
        expect(detail).toBeUndefined();
      }
      const inside = new ORPCError('UNREADABLE_FILE', {
        data: { why: 'not_recognised', detail: 'a.txt, b.txt' },
      });
      expect(problemFrom(inside, name)).toMatchObject(problemOf('not_recognised'));
    },
  );

  it('leave out what only the parser’s makers can read', () => {
    const said = 'broken_zip: outer.zip: End of central directory record signature not found.';
    expect(problemFrom(refused(said), 'outer.zip')).toEqual(problemOf('broken_zip'));
    expect(problemFrom(refused(said), 'folder').detail).toBe('outer.zip');
  });

  it('name the file inside the drop it was about', () => {
    expect(problemFrom(refused('inner.zip'), 'outer.zip')).toEqual({
      ...problemOf('broken_zip'),
      detail: 'inner.zip',
    });
  });

  it.each(['', '536870912', 'outer.zip'])('leave out a detail that says nothing (%j)', (detail) => {
    expect(problemFrom(refused(detail), 'outer.zip')).toEqual(problemOf('broken_zip'));
  });

  it.each(['NotFoundError', 'NotReadableError', 'SecurityError'])(
    'say the file has gone after a %s',
    (name) => {
      expect(problemFrom(new DOMException('', name), 'a.zip')).toEqual(problemOf('file_gone'));
    },
  );

  it.each([
    new ORPCError('UNREADABLE_FILE', { data: { why: 'new_reason' } }),
    new ORPCError('NOT_FOUND'),
    new Error('socket'),
  ])('stay calm about %s, which nobody planned for', (error) => {
    const { title, text } = problemFrom(error, 'a.zip');
    expect(title).toBe(i18n.t('imports:problem.other.title'));
    expect(text).toMatch(/\.$/);
  });
});

describe('the catalogue', () => {
  const keys = [
    ...IssueCode.options.map((code) => `issue.${code}`),
    ...EntryReport.shape.verdict.options.flatMap((verdict) => [
      `verdict.${verdict}`,
      `verdictWhy.${verdict}`,
    ]),
    ...SourceKind.options.map((kind) => `kind.${kind}`),
    ...Encoding.options.map((encoding) => `encoding.${encoding}`),
    ...BatchState.options.flatMap((state) => [`state.${state}`, `batch.${state}At`]),
    ...ItemAction.options.flatMap((action) => [`tabs.${action}`, `tabWhy.${action}`, `tabNone.${action}`]),
    ...ItemAction.options.flatMap((action) =>
      ImportItem.shape.choice.options.map((choice) => `choice.${action}.${choice}`),
    ),
    ...ImportItem.shape.subject.options.map((subject) => `inspector.${subject}`),
    ...['sending', ...Progress.shape.phase.options].map((phase) => `work.${phase}`),
  ];
  it.each(keys)('has words for %s', (key) => {
    expect(i18n.exists(`imports:${key}`)).toBe(true);
  });

  it.each(KNOWN_PROPERTIES)('has words for the property %s', (name) => {
    expect(i18n.exists(`people:properties.${name}`)).toBe(true);
  });

  it.each(EvidenceKind.options)('has words for the evidence %s', (kind) => {
    expect(i18n.exists(`people:evidence.${kind}`)).toBe(true);
  });

  it('is sure of nothing in per cent', () => {
    const all = JSON.stringify([en.imports, en.people]);
    expect(all).not.toMatch(/%|per ?cent|certain(?:ty)?|score/i);
  });

  it('offers joining only where the plan is to decide', () => {
    expect(ItemAction.options.filter((action) => CHOICES[action].includes('join'))).toEqual(['review']);
    expect(CHOICES.review).toHaveLength(3);
  });
});

describe('an issue in words', () => {
  it('says the value it stumbled over', () => {
    const words = issueWords({ line: 4, code: 'BAD_DATE', params: { value: '31 Feb 2024' } });
    expect(words).toContain('“31 Feb 2024”');
  });

  it('says how many columns there are and should be', () => {
    const words = issueWords({ line: 4, code: 'WRONG_COLUMN_COUNT', params: { found: 5, expected: 7 } });
    expect(words).toMatch(/5 columns.*7/);
  });

  it('shows markup in a value as it is written', () => {
    expect(issueWords({ line: 1, code: 'BAD_URL', params: { value: '<b>&amp;$t(x)' } })).toContain(
      '“<b>&amp;$t(x)”',
    );
  });

  it('says what the value was, and how often', () => {
    const long = issueWords({ line: 4, code: 'VALUE_TOO_LONG', params: { name: 'NOTE' } });
    expect(long).toBe('Note: A value is longer than the book takes; its end was cut off.');
    const many = issueWords({ line: 0, code: 'NOBODY_KNOWN', params: { count: 1200 } });
    expect(many).toMatch(/\(1,200 times\)$/);
    expect(issueWords({ line: 0, code: 'NOBODY_KNOWN', params: { count: 1 } })).not.toContain('1');
  });

  it('names its line only where that is not the record’s own', () => {
    const issue = { line: 1204, code: 'UNCLOSED_QUOTE' as const, params: {} };
    expect(issueLineWords(issue, 4)).toMatch(/^Line 1,204: /);
    expect(issueLineWords(issue, 1204)).toBe(issueWords(issue));
    expect(issueLineWords({ ...issue, line: 0 }, 4)).toBe(issueWords(issue));
  });
});

describe('an entry in words', () => {
  const entry: EntryReport = {
    entryName: 'C.csv',
    records: 3,
    verdict: 'recognised',
    because: 'First Name\tLast Name',
    encoding: 'utf-16le',
    kind: 'linkedin-connections',
  };

  it('says which columns gave it away, and an encoding that is not the usual one', () => {
    expect(entryWords(entry)).toBe('Recognised by its columns: First Name, Last Name · Written in UTF-16');
  });

  it('says by which words anything but a table was known', () => {
    const card: EntryReport = { ...entry, kind: 'vcard', because: 'BEGIN:VCARD', encoding: 'utf-8' };
    expect(entryWords(card)).toBe('Recognised by: BEGIN:VCARD');
  });

  it('shows the beginning of a header of a hundred columns', () => {
    const because = Array.from({ length: 100 }, (_, at) => `Column ${at}`).join(',');
    const words = entryWords({ ...entry, kind: 'google-csv', because, encoding: 'utf-8' });
    expect(words).toMatch(/^Recognised by its columns: Column 0, Column 1, .+…$/);
    expect(words.length).toBeLessThan(240);
  });

  it('says nothing of the usual encoding', () => {
    expect(entryWords({ ...entry, encoding: 'utf-8' })).toBe(
      'Recognised by its columns: First Name, Last Name',
    );
  });

  it('says why it was left out', () => {
    expect(entryWords({ ...entry, verdict: 'sensitive' })).toContain('nothing of it is kept');
  });
});

describe('a record in words', () => {
  it('says what happened, how often and when last', () => {
    const evidence = { kind: 'mail_two_way', on: '2024-05', count: 14, text: '', other: '' } as const;
    const record = { subject: 'evidence', detail: 'raw', evidence } as const;
    expect(detailWords(record)).toBe('14 letters both ways, the last in May 2024');
  });

  it('says with whom, where it is about two others, and no more than the file does', () => {
    const fact = { kind: 'related', text: 'spouse', count: 1, other: 'Bo Falk' } as const;
    expect(factWords(fact)).toBe('With Bo Falk: Related – spouse');
    expect(factWords({ ...fact, kind: 'mail_cc_together', text: '', count: 3 })).toBe(
      'With Bo Falk: 3 letters to both of them',
    );
  });

  it('says what the owner has written down', () => {
    const words = (diary: Parameters<typeof detailWords>[0]['diary']) =>
      detailWords({ subject: 'reminder', detail: 'raw', diary });
    expect(words({ what: 'reminder', kind: 'promise', dueOn: '2025-06-01', text: 'the atlas' })).toBe(
      'Promised, due Jun 1, 2025 · the atlas',
    );
    const settled = {
      what: 'reminder',
      kind: 'follow_up',
      dueOn: '2025-06-01',
      text: '',
      outcome: 'let_go',
    } as const;
    expect(words(settled)).toBe('Follow up, due Jun 1, 2025 · let go');
    expect(words({ what: 'cadence', days: 14 })).toBe('every 2 weeks');
    expect(words({ what: 'pair', other: 'Bo Falk', reason: 'old quarrel' })).toBe(
      'Not with Bo Falk · old quarrel',
    );
    expect(words({ what: 'encounter', on: '2024-05', location: '', note: 'maps' })).toBe('May 2024 · maps');
  });

  it('says what else our own file holds', () => {
    const words = (diary: Parameters<typeof detailWords>[0]['diary']) =>
      detailWords({ subject: 'entry', fn: 'Ana Ruiz', detail: 'raw', diary }).replaceAll(
        /[\u2066-\u2069]/g,
        '',
      );
    expect(words({ what: 'view', text: 'tag:maps' })).toBe('tag:maps');
    const letter = { what: 'template', kind: 'nudge', language: 'de', tone: 'short' } as const;
    expect(words({ ...letter, isNamed: false })).toBe(
      'Remind them once: German, Short · in place of the one that comes with Acquaint',
    );
    expect(words({ ...letter, isNamed: true })).toBe('Remind them once: German, Short');
    expect(words({ what: 'policy', words: ['acceptFrom'], before: 2 })).toBe(
      '1 sentence in your own choice of words · 2 sets of rules before',
    );
    expect(
      words({ what: 'introduction', other: 'Bo Falk', state: 'asked_a', steps: 1, purpose: 'old maps' }),
    ).toBe('With Bo Falk · Ana Ruiz has been asked · old maps');
    const invitation = { what: 'vetting', direction: 'incoming', state: 'accepted' } as const;
    expect(words({ ...invitation, mutuals: 2, decisions: 1, message: 'Hello!' })).toBe(
      'Received · Accepted · 2 mutual connections · 1 decision · Hello!',
    );
    expect(words({ ...invitation, mutuals: 0, decisions: 0, message: '' })).toBe('Received · Accepted');
    expect(words({ what: 'apart', other: 'Bo Falk' })).toBe('Not the same as Bo Falk');
    expect(titleWords({ subject: 'policy', fn: '' })).toBe('Your rules');
    expect(titleWords({ subject: 'view', fn: 'Maps' })).toBe('Maps');
    expect(titleWords({ subject: 'contact', fn: '' })).toBeUndefined();
  });

  it.each([
    ['event', '2024-05 · Porto', 'May 2024 · Porto'],
    ['event', 'Porto · Hall 2', 'Porto · Hall 2'],
    ['event', '', ''],
    ['contact', '2024-05 · Porto', '2024-05 · Porto'],
  ] as const)('shows of %s %j %j', (subject, detail, words) => {
    expect(detailWords({ subject, detail })).toBe(words);
  });
});

describe('counts and values', () => {
  const counts = { create: 1409, update: 3, same: 10, review: 0, unusable: 2, left: 0 };

  it('count what would happen and what has, and leave out what is nothing', () => {
    expect(plannedWords(counts)).toBe('1,409 new · 3 changed');
    expect(broughtWords(counts)).toBe('1,409 added · 3 changed');
  });

  it('say who is no longer there, who stays as they are unless something is decided', () => {
    expect(plannedWords({ ...counts, left: 2 })).toBe('1,409 new · 3 changed · 2 no longer there');
    expect(broughtWords({ ...counts, left: 2 })).toBe('1,409 added · 3 changed');
    expect(tabsOf({ ...counts, left: 2 }).at(-1)).toBe('left');
    expect(tabsOf(counts)).not.toContain('left');
    expect([usualChoice('left'), usualChoice('create')]).toEqual(['skip', 'take']);
  });

  it.each([
    [1000, ''],
    [4000, 'about 4 seconds left'],
    [40_000, 'about 40 seconds left'],
    [400_000, 'about 7 minutes left'],
    [8_000_000, 'about 2 hours left'],
  ])('say after half of the work and %d ms how long the rest takes', (ms, words) => {
    expect(timeLeftWords({ done: 50, total: 100 }, ms)).toBe(words);
  });

  it('do not say how long nothing takes', () => {
    expect(timeLeftWords({ done: 0, total: 100 }, 9000)).toBe('');
    expect(timeLeftWords({ done: 100, total: 100 }, 9000)).toBe('');
  });

  it.each([
    [0, '0 kB'],
    [999, '1 kB'],
    [1_400_000, '1.4 MB'],
  ])('write %d bytes as %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });

  it('know no portion of nothing, and never more than the whole', () => {
    expect([portion(0, 0), portion(1, 4), portion(9, 4)]).toEqual([undefined, 0.25, 1]);
  });
});
