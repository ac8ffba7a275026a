import { describe, expect, it } from 'vitest';
import { howWeKnowWords } from '#renderer/features/contacts/how-we-know.ts';
import { splitName } from '#renderer/people/names.ts';
import { dateWords } from '#renderer/strings/dates.ts';

const met = { event: 'GopherCon 2025', place: 'Berlin', since: 0, channel: 'in_person', introducer: '' };

describe('how we know each other, as a sentence', () => {
  it.each([
    [{ code: 'met' as const, params: met }, 'Met at GopherCon 2025, Berlin'],
    [
      { code: 'met' as const, params: { ...met, since: 1 } },
      'Met at GopherCon 2025, Berlin – once more since',
    ],
    [{ code: 'met' as const, params: { ...met, since: 2 } }, 'Met at GopherCon 2025, Berlin – twice since'],
    [{ code: 'met' as const, params: { ...met, since: 5 } }, 'Met at GopherCon 2025, Berlin – 5 times since'],
    [{ code: 'met' as const, params: { ...met, event: 'Berlin Buzzwords' } }, 'Met at Berlin Buzzwords'],
    [
      { code: 'met' as const, params: { ...met, event: '', channel: 'online', place: '' }, on: '2024-05' },
      'Met online, May 2024',
    ],
    [
      { code: 'introduced' as const, params: { ...met, introducer: 'Tom Weber' }, on: '2025' },
      'Introduced by Tom Weber at GopherCon 2025, Berlin, 2025',
    ],
    [{ code: 'said' as const, params: { level: 'know_well', note: '' } }, 'You said: Know well'],
    [
      { code: 'said' as const, params: { level: 'know', note: 'from school' } },
      'You said: Know – “from school”',
    ],
    [{ code: 'connected' as const, params: {}, on: '2019' }, 'Connected on LinkedIn, 2019'],
    [{ code: 'imported' as const, params: { fileName: 'a.csv' } }, 'From a.csv, nothing else on record'],
    [{ code: 'typed' as const, params: {} }, 'Added by hand, nothing else on record'],
  ])('%j', (way, words) => {
    expect(howWeKnowWords(way)).toBe(words);
  });

  it('says the day where it is known', () => {
    expect(howWeKnowWords({ code: 'invited_me', params: {}, on: '2024-09-28' })).toBe(
      `They invited you to connect, ${dateWords('2024-09-28')}`,
    );
  });

  it('shows names as they are, not as HTML', () => {
    const words = howWeKnowWords({ code: 'met', params: { ...met, event: 'R&D <b>day</b>', place: '' } });
    expect(words).toBe('Met at R&D <b>day</b>');
  });
});

describe('a typed name in two parts', () => {
  it.each([
    ['Ana Ruiz', 'Ana', 'Ruiz'],
    ['  Ana   Ruiz ', 'Ana', 'Ruiz'],
    ['Ana', 'Ana', ''],
    ['Lovelace, Ada', 'Ada', 'Lovelace'],
    ['Jan van der Berg', 'Jan', 'van der Berg'],
    ['Ludwig van Beethoven', 'Ludwig', 'van Beethoven'],
    ['Mary Ann Evans', 'Mary Ann', 'Evans'],
    ['田中美咲', '田中美咲', ''],
    ['', '', ''],
  ])('%j is %j and %j', (name, given, family) => {
    expect(splitName(name)).toEqual({ given, family });
  });
});
