// Whoever waits in vain to be introduced reads the same letter, whatever the reason was and whomever they were to meet.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContactForm, ContactId } from '#core/contacts/model.ts';
import { LetterChannel, LetterLanguage, Tone } from '#core/introductions/model.ts';
import type { DraftRequest, IntroductionId } from '#core/introductions/model.ts';
import { Address } from '#core/manners/model.ts';
import { openWritable } from '#db/book.ts';
import type { OpenBook } from '#db/book.ts';
import { createContact } from '#db/contacts/queries.ts';
import { Recorder } from '#db/history/journal.ts';
import { advanceIntroduction, createIntroduction } from '#db/introductions/changes.ts';
import type { StepTaken } from '#db/introductions/changes.ts';
import { letter } from '#db/introductions/letters.ts';
import { checkLetter } from '#db/introductions/privacy.ts';
import { keepFrom } from '#db/manners/pairs.ts';
import { setManners } from '#db/manners/preferences.ts';
import { setOwnerId } from '#db/settings/queries.ts';
import { tempFolder } from './temp-folder.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));
const NOW = '2026-06-01T10:00:00Z';
const at = (day: string) => `2026-${day}T10:00:00Z`;

let book: OpenBook;
let writer: Recorder;
let asker: ContactId;

const person = (form: Partial<ContactForm>): ContactId =>
  ContactId.parse(createContact(writer, ContactForm.parse(form), NOW));

beforeEach(() => {
  book = openWritable(path.join(tempFolder(), 'no.acquaint'), MIGRATIONS);
  writer = new Recorder(book);
  setOwnerId(writer, person({ given: 'Mara', family: 'Lind', emails: ['mara@example.org'] }));
  asker = person({ given: 'Ana', family: 'Ruiz', emails: ['ana@example.org'] });
});
afterEach(() => book.close());

type Begun = 'incoming' | 'outgoing';
type Walk = readonly (readonly [StepTaken['step'], string, Partial<StepTaken>?])[];

/** Every way in which nothing comes of it. */
const ENDS: Readonly<Record<string, Walk>> = {
  'B said no': [
    ['ask_b', '06-02'],
    ['b_says_no', '06-03'],
  ],
  'B said not now, and then no': [
    ['ask_b', '06-02'],
    ['b_says_later', '06-03', { until: '2026-06-20' }],
    ['b_says_no', '06-20'],
  ],
  'B never answered': [
    ['ask_b', '06-02'],
    ['nudge_b', '06-12'],
    ['lapse', '06-22'],
  ],
  'the owner did not ask': [['decline', '06-02']],
  'the owner thought about it and did not ask': [
    ['check_fit', '06-02'],
    ['decline', '06-03'],
  ],
};

/** What precedes it where the owner thought of it. */
const SAID_YES: Walk = [
  ['check_fit', '06-01', { note: 'SECRET fit' }],
  ['ask_a', '06-01'],
  ['a_says_yes', '06-02'],
];

interface Plan {
  readonly end: string;
  readonly policy: string;
  readonly card: Pick<ContactForm, 'org' | 'title' | 'note' | 'emails'>;
  readonly purpose: string;
  readonly benefit: string;
  readonly why: string;
}

/** Ways in which it can end: an idea of the owner's that A said yes to is not declined, only let go by B. */
const endsOf = (direction: Begun): string[] =>
  Object.keys(ENDS).filter((end) => direction === 'incoming' || ENDS[end]?.[0]?.[0] === 'ask_b');

const planOf = (direction: Begun): fc.Arbitrary<Plan> =>
  fc.record({
    end: fc.constantFrom(...endsOf(direction)),
    policy: fc.constantFrom('none', 'kept apart', 'never', 'just-send'),
    card: fc.record({
      org: fc.constantFrom('', 'SECRET Works'),
      title: fc.constantFrom('', 'SECRETary'),
      note: fc.constantFrom('', 'SECRET: cannot stand mapmakers'),
      emails: fc.constantFrom<string[]>([], ['secret@example.org']),
    }),
    purpose: fc.constantFrom('', 'SECRET plans'),
    benefit: fc.constantFrom('', 'SECRET gain'),
    why: fc.constantFrom('', 'SECRET reason'),
  });

/** Somebody of that name is asked for, or was to be met, in vain. */
function inVain(
  { end, policy, card, purpose, benefit, why }: Plan,
  direction: Begun = 'incoming',
): IntroductionId {
  const b = person({ given: 'Ben', family: 'Zak', ...card });
  const form = { direction, a: asker, b, purpose, benefitA: benefit, benefitB: benefit };
  const isAsked = ENDS[end]?.[0]?.[0] === 'ask_b';
  const forbid = () => {
    if (policy === 'kept apart') keepFrom(writer, { a: asker, b, reason: why }, NOW);
    if (policy === 'never' || policy === 'just-send')
      setManners(writer, b, { introductionPolicy: policy }, NOW);
  };
  // What the owner forbids is said before they are asked, where they are not asked; that A has asked can be written down all the same.
  if (!isAsked) forbid();
  const id = createIntroduction(writer, form, NOW);
  const walk = [...(direction === 'outgoing' ? SAID_YES : []), ...(ENDS[end] ?? [])];
  for (const [step, day, more] of walk)
    advanceIntroduction(writer, id, { step, note: why, ...more }, at(day));
  if (isAsked) forbid();
  return id;
}

const styles = fc.record({
  language: fc.constantFrom(...LetterLanguage.options),
  tone: fc.constantFrom(...Tone.options),
  address: fc.constantFrom(...Address.options),
  channel: fc.constantFrom(...LetterChannel.options),
});

const request = (introductionId: IntroductionId, offer: string): DraftRequest => ({
  about: 'introduction',
  kind: 'decline_introduction',
  introductionId,
  offer,
});

describe('the letter that declines to introduce somebody', () => {
  it.each(['incoming', 'outgoing'] as const)(
    'reads the same for every reason, and knows of none: %s',
    (direction) => {
      const ends = new Set<string>();
      fc.assert(
        fc.property(
          planOf(direction),
          planOf(direction),
          styles,
          fc.constantFrom('', 'I can lend you my maps.'),
          (one, other, style, offer) => {
            const [first, second] = [one, other].map((each) =>
              letter(book, { ...request(inVain(each, direction), offer), style }, at('06-25')),
            );
            expect(first).toEqual(second);
            expect(JSON.stringify(first)).not.toMatch(/secret/i);
            expect(first?.to).toEqual([{ fn: 'Ana Ruiz', email: 'ana@example.org' }]);
            expect(first?.body.includes(offer)).toBe(true);
            ends.add(`${one.end} ${one.policy}`);
          },
        ),
        { numRuns: 120 },
      );
      // Every reason has been one of them.
      expect(ends.size).toBeGreaterThan(endsOf(direction).length * 2);
    },
  );

  it('promises nothing of its own', () => {
    const id = inVain({
      end: 'B said no',
      policy: 'none',
      card: { org: '', title: '', note: '', emails: [] },
      purpose: '',
      benefit: '',
      why: '',
    });
    for (const tone of Tone.options) {
      const { body } = letter(book, { ...request(id, ''), style: { language: 'en', tone } }, at('06-25'));
      expect(body).not.toMatch(/later|for now|one day|next time|instead|if you|can do|happy to/i);
    }
  });

  it('is told from what the owner noted of B, which an offer must not carry along', () => {
    const card = { org: '', title: '', note: 'Is moving the whole archive abroad soon', emails: [] };
    const why = 'Ben finds mapmakers rather tiring company';
    const id = inVain({ end: 'B said no', policy: 'none', card, purpose: '', benefit: '', why });
    const asked = request(id, 'Ben finds mapmakers rather tiring company, so I will send you my maps.');
    const { subject, body } = letter(book, asked, at('06-25'));
    expect(checkLetter(book, asked, { subject, body }, at('06-25')).map(({ kind }) => kind)).toContain(
      'private_note',
    );
    const kind = request(id, 'I will send you my maps.');
    const clean = letter(book, kind, at('06-25'));
    expect(checkLetter(book, kind, clean, at('06-25'))).toEqual([]);
  });

  it('is for nobody whose question is still open', () => {
    const b = person({ given: 'Ben', family: 'Zak' });
    const form = { direction: 'incoming', a: asker, b, purpose: '', benefitA: '', benefitB: '' } as const;
    const id = createIntroduction(writer, form, NOW);
    expect(() => letter(book, request(id, ''), NOW)).toThrow();
    advanceIntroduction(writer, id, { step: 'ask_b' }, NOW);
    expect(() => letter(book, request(id, ''), NOW)).toThrow();
  });
});
