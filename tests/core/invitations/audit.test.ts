import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditGroup, BEGINNINGS, type Connection, moreTelling } from '#core/invitations/audit.ts';

const bare: Connection = {
  beginning: 'unknown',
  height: 1,
  knownBy: 0,
  isKept: false,
  isParting: false,
};

describe('why a tie is hollow', () => {
  it.each([
    ['nothing but the list', {}, 'list_only'],
    ['no record at all', { height: 0 }, 'list_only'],
    ['accepted without a note', { beginning: 'no_note' }, 'no_note'],
    ['wrote a note', { beginning: 'note' }, 'note'],
    ['invited by the owner', { beginning: 'outgoing' }, 'outgoing'],
    ['somebody could say who they are', { beginning: 'no_note', knownBy: 2 }, 'known_to_others'],
    ['kept by name', { knownBy: 2, isKept: true }, 'kept'],
    ['marked to part', { height: 4, isKept: true, isParting: true }, 'parting'],
    ['met once: not hollow', { height: 2, beginning: 'no_note' }, undefined],
    ['known, as the owner says: not hollow', { height: 4, isKept: true }, undefined],
  ] as const)('%s', (_name, more, group) => {
    expect(auditGroup({ ...bare, ...more })).toBe(group);
  });

  it('takes the most telling of several invitations, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...BEGINNINGS), { minLength: 1 }),
        (list) => list.reduce(moreTelling) === list.toReversed().reduce(moreTelling),
      ),
    );
    expect(moreTelling('note', 'no_note')).toBe('note');
  });
});
