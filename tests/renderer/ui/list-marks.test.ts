// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { markByKey, markByPress } from '#renderer/ui/list-marks.ts';

function list(isMarking = false, at = 2) {
  const did: unknown[] = [];
  const marks = {
    isMarking,
    onToggle: (index: number) => did.push(['toggle', index]),
    onMarkTo: (from: number, to: number) => did.push(['to', from, to]),
    onMarkAll: () => did.push(['all']),
    onClear: () => did.push(['clear']),
  };
  return { did, marks, moves: { at, moveTo: (index: number) => did.push(['move', index]) } };
}

const PLAIN = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('choosing several rows', () => {
  it.each([
    ['Space', { key: ' ' }, undefined, [['toggle', 2]]],
    [
      'Shift and an arrow',
      { key: 'ArrowDown', shiftKey: true },
      3,
      [
        ['to', 2, 3],
        ['move', 3],
      ],
    ],
    ['Ctrl A', { key: 'a', ctrlKey: true }, undefined, [['all']]],
    ['⌘ A', { key: 'A', metaKey: true }, undefined, [['all']]],
    ['an arrow alone', { key: 'ArrowDown' }, 3, []],
    ['Alt Space', { key: ' ', altKey: true }, undefined, []],
    ['Ctrl Shift A', { key: 'A', ctrlKey: true, shiftKey: true }, undefined, []],
    ['Ctrl and an arrow', { key: 'ArrowDown', ctrlKey: true }, 3, []],
    ['Escape, with nobody chosen', { key: 'Escape' }, undefined, []],
  ])('%s', (_name, event, target, expected) => {
    const { did, marks, moves } = list();
    expect(markByKey({ ...PLAIN, ...event }, marks, { ...moves, target })).toBe(expected.length > 0);
    expect(did).toEqual(expected);
  });

  it('ends with Escape, once somebody is chosen', () => {
    const { did, marks, moves } = list(true);
    expect(markByKey({ ...PLAIN, key: 'Escape' }, marks, { ...moves, target: undefined })).toBe(true);
    expect(did).toEqual([['clear']]);
  });

  it('begins with the row pressed where there is none to begin from', () => {
    const { did, marks, moves } = list(false, -1);
    const shift = { ...PLAIN, shiftKey: true };
    expect(markByKey({ ...shift, key: 'End' }, marks, { ...moves, target: 9 })).toBe(true);
    expect(markByKey({ ...PLAIN, key: ' ' }, marks, { ...moves, target: undefined })).toBe(false);
    expect(markByPress({ ...shift, target: null as never }, marks, { ...moves, index: 4 })).toBe(true);
    expect(did).toEqual([
      ['to', 9, 9],
      ['move', 9],
      ['to', 4, 4],
      ['move', 4],
    ]);
  });

  it.each([
    [
      { ctrlKey: true },
      [
        ['toggle', 5],
        ['move', 5],
      ],
    ],
    [
      { metaKey: true },
      [
        ['toggle', 5],
        ['move', 5],
      ],
    ],
    [
      { shiftKey: true },
      [
        ['to', 2, 5],
        ['move', 5],
      ],
    ],
    [{}, []],
  ])('a press with %j', (keys, expected) => {
    const { did, marks, moves } = list();
    markByPress({ ...PLAIN, ...keys, target: null as never }, marks, { ...moves, index: 5 });
    expect(did).toEqual(expected);
  });
});
