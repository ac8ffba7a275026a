import { afterEach, describe, expect, it, vi } from 'vitest';
import { dateWords } from '#renderer/strings/dates.ts';
import { locale } from '#renderer/strings/i18n.ts';

afterEach(() => vi.unstubAllGlobals());

describe('the owner’s habit of writing dates', () => {
  it.each([
    [['en-GB', 'en'], 'en-GB'],
    [['de-DE', 'en-AU'], 'en-AU'],
    [['de-DE'], 'en'],
    // A machine without a locale: every date on every screen once threw a RangeError there.
    [['en-US@posix'], 'en'],
    [['en-US@posix', 'en-IE'], 'en-IE'],
    [['c', 'en_US.UTF-8', ''], 'en'],
    [[], 'en'],
  ])('of %j is %s', (languages, expected) => {
    vi.stubGlobal('navigator', { languages });
    expect(locale()).toBe(expected);
    expect(dateWords('2024-09-28')).toContain('2024');
  });
});
