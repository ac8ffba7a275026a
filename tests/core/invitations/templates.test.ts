import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CompanyWeeks, companyOf } from '#core/invitations/company.ts';
import { gistOf, likeness } from '#core/invitations/shingles.ts';
import { messageKey, ReceivedNotes } from '#core/invitations/templates.ts';

const notesOf = (notes: readonly (readonly [string, string])[]) => {
  const received = new ReceivedNotes();
  for (const [at, [fn, message]] of notes.entries())
    received.keep(at + 1, { fn, inviter: fn, key: messageKey(message, fn) ?? '' });
  return received;
};
const TEMPLATE = (name: string, org: string, count: string) =>
  `Hi ${name}, I saw how ${org} ships its parcels and wondered who plans the routes. We took ${count} days off the ` +
  'planning of a firm like yours last winter, without new lorries. Shall I tell you how they did it?';

describe('a template with other names filled in', () => {
  const received = notesOf([
    ['Ana Silva', TEMPLATE('Tom', 'Acme', '12')],
    ['Bo Lind', TEMPLATE('Tom', 'Acme', '12')],
    ['Cy Ott', TEMPLATE('Mr Weber', 'Globex Shipping', '31')],
    [
      'Di Roy',
      'We met at DevConf, remember the taxi to the station? You told me about the moss on the roof of your boat.',
    ],
  ]);
  it('is found word for word and nearly so, and an honest note by nobody else', () => {
    expect(received.sendersOf(1)).toEqual({ same: ['Bo Lind'], nearly: ['Cy Ott'] });
    expect(received.sendersOf(3)).toEqual({ same: [], nearly: ['Ana Silva', 'Bo Lind'] });
    expect(received.sendersOf(4)).toEqual({ same: [], nearly: [] });
    expect(received.sendersOf(99)).toEqual({ same: [], nearly: [] });
  });

  it('is forgotten with the invitation', () => {
    received.remove(3);
    expect(received.sendersOf(1)).toEqual({ same: ['Bo Lind'], nearly: [] });
  });

  it('is not claimed of the same inviter writing twice', () => {
    const twice = notesOf([['Ana Silva', TEMPLATE('Tom', 'Acme', '12')]]);
    twice.keep(2, {
      fn: 'Ana Silva',
      inviter: 'Ana Silva',
      key: messageKey(TEMPLATE('Tom', 'Acme', '13'), 'Ana Silva') ?? '',
    });
    expect(twice.sendersOf(2)).toEqual({ same: [], nearly: [] });
  });
});

const word = fc.constantFrom(
  ...'moss boat roof lorry parcel route winter canal bridge stone loom tide map bell clock bread'.split(' '),
);
const text = fc.array(word, { minLength: 12, maxLength: 40 }).map((words) => words.join(' '));

describe('likeness', () => {
  it('is one with itself, equal both ways, and within bounds', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [x, y] = [gistOf(a), gistOf(b)];
        if (!x || !y) return;
        expect(likeness(x, x)).toBe(1);
        expect(likeness(x, y)).toBe(likeness(y, x));
        expect(likeness(x, y)).toBeGreaterThanOrEqual(0);
        expect(likeness(x, y)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('keeps notes the same whatever the order they come in, and after one has gone and come back', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 8 }), (texts) => {
        const keep = (notes: ReceivedNotes, at: number) =>
          notes.keep(at, { fn: `N${at}`, inviter: `N${at}`, key: texts[at] ?? '' });
        const [one, other] = [new ReceivedNotes(), new ReceivedNotes()];
        for (const at of texts.keys()) keep(one, at);
        for (const at of [...texts.keys()].toReversed()) keep(other, at);
        other.remove(0);
        keep(other, 0);
        for (const at of texts.keys()) {
          const sorted = ({ same, nearly }: ReturnType<ReceivedNotes['sendersOf']>) => [
            [...same].sort(),
            [...nearly].sort(),
          ];
          expect(sorted(other.sendersOf(at))).toEqual(sorted(one.sendersOf(at)));
        }
      }),
    );
  });
});

describe('a company’s week', () => {
  it.each([
    [{ org: 'Acme Ltd', headline: '' }, 'acme ltd'],
    [{ org: '', headline: 'Engineer at Acme' }, 'acme'],
    [{ org: '', headline: 'Leiterin bei Globex | Logistik' }, 'globex'],
    [{ org: '', headline: 'CTO @ Initech' }, 'initech'],
    [{ org: '', headline: 'good at chess' }, ''],
  ])('%j is %s', (inviter, company) => expect(companyOf(inviter)).toBe(company));

  it('counts the others within seven days, not those of other weeks or companies', () => {
    const weeks = new CompanyWeeks(
      [
        ['acme', '2026-03-01T09:00:00.000Z'],
        ['acme', '2026-03-04T09:00:00.000Z'],
        ['acme', '2026-03-08T09:00:00.000Z'],
        ['acme', '2026-03-20T09:00:00.000Z'],
        ['globex', '2026-03-02T09:00:00.000Z'],
      ].map(([company = '', sentAt]) => ({ company, sentAt })),
    );
    expect(weeks.othersInWeek('acme', '2026-03-01T09:00:00.000Z')).toBe(2);
    expect(weeks.othersInWeek('globex', '2026-03-02T09:00:00.000Z')).toBe(0);
    expect(weeks.othersInWeek('acme', undefined)).toBe(0);
  });
});
