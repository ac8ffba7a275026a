// Leaks sown into every shipped letter: how many are found, and how often a clean letter is called unclean.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContactId } from '#core/contacts/model.ts';
import { nameKey } from '#core/contacts/names.ts';
import { channelsFor } from '#core/introductions/draft.ts';
import { DraftKind, LetterLanguage, Tone } from '#core/introductions/model.ts';
import type { Draft } from '#core/introductions/model.ts';
import { privacyCheck } from '#core/introductions/privacy/check.ts';
import type { FlagKind, FlagSource, LetterContext, Party } from '#core/introductions/privacy/model.ts';

import { commonplaces } from '#db/introductions/shipped-templates.ts';
import { fullFacts } from './known-facts.ts';
import { letterOf } from './letter.ts';
import { LEAKS } from './sown-leaks.ts';

const source = (fn: string, record: FlagSource['record']): FlagSource => ({
  contactId: ContactId.parse(7),
  fn,
  record,
});
const party = (fn: string): Party => ({
  fn,
  given: fn.split(' ', 1)[0] ?? '',
  emails: [`${fn.split(' ', 1)[0]?.toLowerCase()}@example.org`],
  tels: [],
});

/** Others in the book: some are called as words of letters are, as in every real address book. */
const OTHERS = [
  'Carla Nunes',
  'Jonas Brandt',
  '李 明',
  'Grace Best',
  'Frank Will',
  'Rose May',
  'Vera Danke',
  'Merci',
  'Ink',
  'Maps',
];

function contextOf(letter: Draft, language: LetterLanguage): LetterContext {
  const facts = fullFacts(letter.kind, language);
  const [mara, ana, bo, tom] = ['Mara Lindqvist', 'Ana Ruiz', 'Bo Li', 'Tom Weber'].map(party);
  const isBoth = letter.kind === 'introduction';
  return {
    owner: mara!,
    readers: isBoth ? [ana!, bo!] : [ana!],
    about: [bo!, tom!],
    people: new Map(OTHERS.map((fn) => [nameKey(fn), source(fn, 'card')])),
    addresses: new Map(),
    streets: [{ text: 'Am Alten Markt 5', source: source('Bo Li', 'card') }],
    privateTexts: [
      // What people really note: much of it in the words letters are made of.
      { text: facts.meeting?.note ?? '', source: source('Ana Ruiz', 'meeting') },
      {
        text: 'It was good to meet. Thank you card sent. Invitation on LinkedIn accepted.',
        source: source('Ana Ruiz', 'note'),
      },
      { text: LEAKS[language].note, source: source('Ana Ruiz', 'note') },
      {
        text: 'In touch since the Print Fair; would be glad to be introduced.',
        source: source('Bo Li', 'note'),
      },
    ],
    answers: [
      {
        author: party('Petra Vogel'),
        quote: LEAKS[language].quote,
        source: source('Petra Vogel', 'reference'),
      },
    ],
    drafted: [letter.subject, letter.body, facts.purpose, facts.benefit].join('\n'),
    commonplace: commonplaces(language),
    limit: 8000,
  };
}

const every = LetterLanguage.options.flatMap((language) =>
  DraftKind.options.flatMap((kind) => [
    ...Tone.options.map((tone) => ({
      language,
      letter: letterOf(kind, fullFacts(kind, language), { language, tone }),
    })),
    ...(channelsFor(kind).includes('linkedin_note')
      ? [
          {
            language,
            letter: letterOf(kind, fullFacts(kind, language), { language, channel: 'linkedin_note' }),
          },
        ]
      : []),
  ]),
);

/** Places in a letter where a sentence may be put: behind a sentence. */
const gaps = (body: string): number[] =>
  Array.from(body.matchAll(/[.!?](?=\s)/g), ({ index }) => index + 1).filter((at) => at > body.indexOf('\n'));

interface Sown {
  readonly kind: FlagKind;
  readonly sentence: string;
  /** The words that must be told. */
  readonly secret: string;
}

const sownIn = (language: LetterLanguage): Sown[] => {
  const { sensitive, borrowed, quote, names, places } = LEAKS[language];
  const plain = (kind: FlagKind, secrets: readonly string[], around: (secret: string) => string): Sown[] =>
    secrets.map((secret) => ({ kind, secret, sentence: around(secret) }));
  return [
    ...plain('address', places, (secret) => `${secret}.`),
    ...plain('private_note', borrowed, (secret) => `… ${secret}.`),
    ...plain('sensitive', sensitive, (secret) => `Ana: ${secret}.`),
    ...plain('reference_answer', [quote, 'Petra Vogel', 'Petra'], (secret) => `PS ${secret}.`),
    ...plain('person_not_in_thread', names, (secret) => `${secret}.`),
    ...plain('placeholder', ['[name]', '{{ name }}', '<Name>', '____'], (secret) => `PS ${secret}.`),
    ...plain(
      'tracking',
      ['https://example.org/a?utm_source=x', 'https://www.linkedin.com/in/bo?trk=y&lipi=z'],
      (secret) => `${secret}.`,
    ),
  ];
};

describe('the privacy check on letters of seven languages', () => {
  it('finds at least 98 of 100 leaks sown into them', () => {
    const missed: string[] = [];
    let sown = 0;
    const pick = fc.sample(fc.nat(), every.length * 4);
    for (const [at, { language, letter }] of every.entries()) {
      const leaks = sownIn(language);
      const places = gaps(letter.body);
      // A fourth of the leaks a letter, so that each is sown into many letters and the test stays short.
      for (let n = 0; n < 4; n += 1) {
        const chance = pick[at * 4 + n] ?? 0;
        const leak = leaks[chance % leaks.length]!;
        const place = places[chance % Math.max(1, places.length)] ?? letter.body.length;
        const body = `${letter.body.slice(0, place)} ${leak.sentence}${letter.body.slice(place)}`;
        const start = body.indexOf(leak.secret, place);
        const end = start + leak.secret.length;
        const flags = privacyCheck({ subject: letter.subject, body }, contextOf(letter, language));
        const hit = flags.find((flag) => flag.part === 'body' && flag.start < end && flag.end > start);
        sown += 1;
        if (hit?.without === undefined || hit.without.includes(leak.secret))
          missed.push(`${language} ${leak.kind}: ${leak.secret}`);
      }
    }
    expect(sown).toBeGreaterThanOrEqual(500);
    expect(1 - missed.length / sown, missed.join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  it('names each kind of leak by its kind', () => {
    for (const language of LetterLanguage.options) {
      const letter = letterOf('follow_up', fullFacts('follow_up', language), { language });
      for (const { kind, sentence, secret } of sownIn(language)) {
        const flags = privacyCheck(
          { subject: '', body: `${letter.body}\n\n${sentence}` },
          contextOf(letter, language),
        );
        expect(
          flags.map((flag) => flag.kind),
          `${language}: ${secret}`,
        ).toContain(kind);
      }
    }
  });

  it('calls at most 5 of 100 clean letters unclean', () => {
    const unclean = every.flatMap(({ language, letter }) =>
      privacyCheck(letter, contextOf(letter, language)).map(
        ({ kind, text }) => `${language} ${letter.kind} ${kind}: ${text}`,
      ),
    );
    expect(unclean.length / every.length, unclean.join('\n')).toBeLessThanOrEqual(0.05);
  });

  it('calls none unclean that somebody has written by hand', () => {
    const unclean = LetterLanguage.options.flatMap((language) => {
      const drafted = letterOf('follow_up', fullFacts('follow_up', language), { language });
      return LEAKS[language].clean.flatMap((body) =>
        privacyCheck({ subject: '', body }, contextOf(drafted, language)).map(
          ({ kind, text }) => `${language} ${kind}: ${text}`,
        ),
      );
    });
    expect(unclean).toEqual([]);
  });
});
