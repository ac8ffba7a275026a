import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bookContract } from '#api/contract.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import { en } from '#renderer/strings/catalogues.ts';
import { dateTimeWords, dateWords, spanWords } from '#renderer/strings/dates.ts';
import { historyWords } from '#renderer/strings/history.ts';
import { tieWords } from '#renderer/people/tie.ts';

const root = path.resolve(import.meta.dirname, '../../../renderer');

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
  .map((name) => ({ name, text: readFileSync(path.join(root, name), 'utf8') }));

/** Keys as `t` knows them: `app:sidebar.count`, without plural endings. */
function keysOf(branch: object, front: string): string[] {
  return Object.entries(branch).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${front}${name}.`) : [`${front}${name}`],
  );
}
const bare = (key: string) => key.replace(/_(?:zero|one|two|few|many|other)$/, '');
const exact = Object.entries(en).flatMap(([namespace, catalogue]) => keysOf(catalogue, `${namespace}:`));
const known = new Set(exact.map(bare));

/** Every text in quotes that may be a key, as a pattern: `${x}` in a template may be anything. */
const quoted = sources.flatMap(({ text }) =>
  [...text.matchAll(/'([\w:.-]+)'|`([\w:.-]*(?:\$\{[^}]*\}[\w:.-]*)+)`/g)].map((match) =>
    (match[1] ?? match[2] ?? '').split(/\$\{[^}]*\}/),
  ),
);
const patterns = quoted.map(
  (parts) =>
    new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('.+')}$`),
);

/** The namespaces a file opens under each name it gives `t`. */
function namespaces(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [, alias = 't', namespace = ''] of text.matchAll(
    /const \{ t(?:: (\w+))?[^}]*\} = useTranslation\('(\w+)'\)/g,
  )) {
    found.set(alias, [...(found.get(alias) ?? []), namespace]);
  }
  return found;
}

describe('the catalogues', () => {
  it('hold every key that is asked for', () => {
    const missing: string[] = [];
    for (const { name, text } of sources) {
      for (const [alias, spaces] of namespaces(text)) {
        for (const [, key = ''] of text.matchAll(new RegExp(`(?<![\\w.])${alias}\\(\\s*'([^']+)'`, 'g'))) {
          const candidates = key.includes(':') ? [key] : spaces.map((space) => `${space}:${key}`);
          if (!candidates.some((candidate) => known.has(candidate))) missing.push(`${name}: ${key}`);
        }
      }
      for (const [, key = ''] of text.matchAll(/i18n\.t\(\s*'([^']+)'/g)) {
        if (!known.has(key)) missing.push(`${name}: ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('hold no key that nobody asks for', () => {
    const unused = [...known].filter((key) => {
      const short = key.slice(key.indexOf(':') + 1);
      return !patterns.some((pattern) => pattern.test(key) || pattern.test(short));
    });
    expect(unused).toEqual([]);
  });

  it('give every plural its `other`', () => {
    const plural = exact.filter((key) => /_(?:zero|one|two|few|many)$/.test(key));
    expect(plural.filter((key) => !exact.includes(`${bare(key)}_other`))).toEqual([]);
  });

  it('have a sentence for every command that can be taken back', () => {
    const aboutItself = new Set([
      'book.setPreferences',
      'book.undo',
      'book.redo',
      'lock.lock',
      'lock.unlock',
      'lock.choose',
      'lock.configure',
      'lock.remove',
      'imports.choose',
      'imports.chooseAll',
      'imports.leaveOut',
      'imports.discard',
      'imports.revert',
      'trash.erase',
      'trash.forget',
    ]);
    const commands = Object.entries(bookContract).flatMap(([feature, procedures]) =>
      Object.entries(procedures)
        .filter(([, procedure]) => procedure['~orpc'].meta.lane === 'write')
        .map(([verb]) => `${feature}.${verb}`),
    );
    const silent = commands.filter(
      (code) => !aboutItself.has(code) && historyWords({ code, params: {} }) === 'A change',
    );
    expect(silent).toEqual([]);
  });

  it('say what was imported, and stay calm about a deed of a later version', () => {
    expect(historyWords({ code: 'imports.apply', params: { fileName: 'Connections.csv' } })).toBe(
      'Imported Connections.csv',
    );
    expect(historyWords({ code: 'moods.log', params: {} })).toBe('A change');
  });

  it('have a word for every level of acquaintance', () => {
    expect(new Set(TIE_LEVELS.map(tieWords)).size).toBe(TIE_LEVELS.length);
  });
});

describe('dates in words', () => {
  it.each([
    ['2024', '2024'],
    ['2024-09', 'September 2024'],
    ['--05', 'May'],
    ['not a date', 'not a date'],
  ])('%s is %s', (date, words) => {
    expect(dateWords(date)).toBe(words);
  });

  it('say the day without a year, and the year with it', () => {
    expect(dateWords('--02-29')).toMatch(/February 29|29 February/);
    expect(dateWords('2024-09-28')).toMatch(/28.*2024/);
  });

  it('show a span once where it is one day, and say nothing where nothing is known', () => {
    expect(spanWords('2024-05-12', '2024-05-12')).toBe(dateWords('2024-05-12'));
    expect(spanWords(undefined, undefined)).toBe('');
    expect(spanWords('2024', '2025')).toBe('2024 – 2025');
  });

  it('show a date-time without a zone as it was written', () => {
    expect(dateTimeWords('2024-05-01T12:34')).toContain('12:34');
    expect(dateTimeWords('soon')).toBe('soon');
  });
});
