import { describe, expect, it } from 'vitest';
import { mayBeCalled } from '#core/contacts/names/called.ts';
import { buildSearchIndex } from '#core/contacts/search-index.ts';
import { spellingsIn } from '#core/contacts/search/other-scripts.ts';

const called = (name: string, fn: string, nickname = '') => mayBeCalled(name, { fn, nickname });

describe('whether a name may be somebody’s', () => {
  it.each([
    ['Ana Ruiz', 'Ana Ruiz', '', 'same'],
    ['Ruiz, Ana', 'Ana Ruiz', '', 'same'],
    ['Ana Ruiz, PhD', 'Dr. Ana Ruiz', '', 'same'],
    ['Ana Ruiz (she/her)', 'ANA RUIZ', '', 'same'],
    ['Bob Miller', 'Robert Miller', '', 'form'],
    ['Julia Petrowa', 'Юлия Петрова', '', 'form'],
    ['Jürgen Müller', 'Juergen Mueller', '', 'form'],
    ['Anita Ruiz', 'Ana Ruiz', 'Anita', 'form'],
    ['A. Ruiz', 'Ana Ruiz', '', 'like'],
    ['Ana Ruis', 'Ana Ruiz', '', 'form'],
    ['Ana Ruizo', 'Ana Ruiz', '', 'like'],
    ['Ana', 'Ana Ruiz', '', 'like'],
    ['Tom Ruiz', 'Ana Ruiz', '', undefined],
    ['Ana Weber', 'Ana Ruiz', '', undefined],
    ['', 'Ana Ruiz', '', undefined],
    ['…', 'Ana Ruiz', '', undefined],
  ])('%s for %s (%s): %s', (name, fn, nickname, expected) => {
    expect(called(name, fn, nickname)).toBe(expected);
  });
});

describe('ways a word may stand in the index', () => {
  const index = buildSearchIndex(
    ['Юлия Петрова', 'Julia Weber', 'Юрий Орлов'].map((fn, at) => ({
      id: at + 1,
      fn,
      sortKey: fn,
      more: [],
    })),
  );
  it('finds other scripts from Latin letters, and Latin letters from other scripts', () => {
    expect(spellingsIn(index, 'julia')).toEqual(['julia', 'юлия']);
    expect(spellingsIn(index, 'петрова')).toContain('petrova');
    expect(spellingsIn(index, 'weber')).toEqual(['weber']);
  });
});
