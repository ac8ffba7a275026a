import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { PropertyName } from '#core/contacts/model.ts';
import { errors } from '#api/errors.ts';
import { Progress } from '#api/imports.ts';
import {
  BatchState,
  Encoding,
  EntryReport,
  ImportItem,
  IssueCode,
  ItemAction,
  SourceKind,
} from '#core/imports/model.ts';
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
  valueWords,
} from '#renderer/features/imports/words.ts';
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
    ...PropertyName.options.map((name) => `field.${name}`),
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
  };

  it('says which columns gave it away, and an encoding that is not the usual one', () => {
    expect(entryWords(entry)).toBe('Recognised by its columns: First Name, Last Name · Written in UTF-16');
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

describe('counts and values', () => {
  const counts = { create: 1409, update: 3, same: 10, review: 0, unusable: 2 };

  it('count what would happen and what has, and leave out what is nothing', () => {
    expect(plannedWords(counts)).toBe('1,409 new · 3 changed');
    expect(broughtWords(counts)).toBe('1,409 added · 3 changed');
  });

  it('write the five parts of a name as a name', () => {
    expect(valueWords({ name: 'N' }, 'Lovelace;Ada;King;Lady;PhD')).toBe('Lady Ada King Lovelace PhD');
    expect(valueWords({ name: 'ORG' }, 'A;B')).toBe('A;B');
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
