// Every letter in every language and tone: read once by hand (golden/), and whole whatever the book does not know.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelsFor, limitOf } from '#core/introductions/draft.ts';
import type { Correspondent, DraftFacts } from '#core/introductions/facts.ts';
import { DraftKind, LetterChannel, LetterLanguage, Tone } from '#core/introductions/model.ts';
import { whenPhrase } from '#core/introductions/language-words.ts';
import { countWords } from '#core/introductions/wording.ts';
import { Address } from '#core/manners/model.ts';
import { shippedTemplate } from '#db/introductions/shipped-templates.ts';
import { fullFacts } from './known-facts.ts';
import { letterOf } from './letter.ts';

describe('golden letters', () => {
  it.each(LetterLanguage.options)('reads as it was read by hand: %s', async (language) => {
    const letters = DraftKind.options.flatMap((kind) => [
      ...Tone.options.map((tone) => shown(kind, fullFacts(kind, language), { language, tone })),
      ...(channelsFor(kind).includes('linkedin_note')
        ? [shown(kind, fullFacts(kind, language), { language, channel: 'linkedin_note' })]
        : []),
      shown(kind, { owner: fullFacts(kind).owner, to: fullFacts(kind).to }, { language }),
      ...(kind === 'decline_introduction' ? suggested(language) : []),
    ]);
    await expect(`${letters.join('\n\n')}\n`).toMatchFileSnapshot(`golden/${language}.txt`);
  });
});

/** A no to what was the owner's own idea: friends among the readers as well as strangers. */
const suggested = (language: LetterLanguage): string[] =>
  Tone.options.map((tone) => {
    const facts: DraftFacts = { ...fullFacts('decline_introduction', language), isSuggested: true };
    const address = tone === 'formal' ? 'formal' : 'informal';
    return shown('decline_introduction', facts, { language, tone, address });
  });

function shown(kind: DraftKind, facts: DraftFacts, asked: Parameters<typeof letterOf>[2]): string {
  const { style, subject, body } = letterOf(kind, facts, asked);
  const isBare = facts.purpose === undefined ? ', nothing known' : '';
  const isSuggested = facts.isSuggested === true ? ', an idea of the owner' : '';
  const heading = `##### ${kind}, ${style.channel === 'linkedin_note' ? 'note' : style.tone}${isBare}${isSuggested}`;
  return [heading, ...(subject === '' ? [] : [`Subject: ${subject}`]), body].join('\n');
}

const word = fc.oneof(
  fc.constantFrom(
    '',
    '',
    'Ana',
    'Ana María',
    '山田 太郎',
    'محمد',
    'Åsa',
    'O’Hara-Weiß',
    'Nguyễn Thị Minh Khai',
  ),
  fc.constantFrom(
    'Zoë [she/her]',
    '{{name}}',
    '[name]',
    '{% if',
    'Acme Inc.',
    'Engineer, ',
    '( )',
    '??',
    '- -',
  ),
);
const person: fc.Arbitrary<Correspondent> = fc.record({
  fn: word,
  given: word,
  org: word,
  title: word,
  headline: word,
  email: fc.constantFrom('', 'third@example.org'),
});
const text = fc.constantFrom(
  '',
  'To talk',
  'Ask [topic] first. Then sail.',
  'Mail third@example.org',
  'We talked about paper boats, and more…',
  'x '.repeat(900),
  'Why? Because it floats!',
  'One more word here. '.repeat(90),
);
const facts: fc.Arbitrary<DraftFacts> = fc.record(
  {
    owner: person,
    to: person,
    other: person,
    because: fc.constantFrom('known', 'met', 'introduced', 'vouched'),
    meeting: fc.record({
      event: word,
      place: word,
      on: fc.constantFrom('2025', '2025-03', '2025-03-14', '2024-08-08', '--05', '--02-29'),
      note: text,
    }),
    introducer: fc.record({ person, quotable: fc.boolean() }),
    nextEvent: word,
    mutual: person,
    profileUrl: fc.constantFrom('', 'http://de.linkedin.com/in/ana-2?trk=x', 'javascript:alert(1)'),
    shownAsMutual: fc.boolean(),
    purpose: text,
    benefit: text,
    offer: text,
    bcc: person,
  },
  { requiredKeys: ['owner', 'to'] },
);
const kinds = fc.constantFrom(...DraftKind.options);
const styles = fc.record({
  language: fc.constantFrom(...LetterLanguage.options),
  tone: fc.constantFrom(...Tone.options),
  address: fc.constantFrom(...Address.options),
  channel: fc.constantFrom(...LetterChannel.options),
});

/** What a letter never has in it, wherever a fact was missing. */
const BROKEN: readonly (readonly [string, RegExp])[] = [
  ['a placeholder', /[[\]{}]|\b(?:undefined|null|NaN)\b/],
  ['a third address', /@/],
  ['a double space', / {2}| \n|\n /],
  ['a space before a point or comma', / [.,;:!?)]|\( /],
  [
    'a greeting of nobody',
    /^(?:Hi|Dear|Hallo|Guten Tag|Bonjour|Hola|Buenos días|Ciao|Buongiorno|Olá|Bom dia|Hoi|Beste) [,:]/,
  ],
  ['empty brackets', /\(\s*\)/],
  ['punctuation left over', /[,;:]\s*[.,;:!?]|[.!?]\.(?!\.)|(?<!…)\.\.|^[.,;:!?]/m],
  ['a colon with nothing behind it', /.:\u00A0?\n\n(?!\S)|:$/],
  ['a hole', /\n{3}/],
];

describe('a letter of which anything may be missing', () => {
  it('is whole in every language, tone and address', () => {
    fc.assert(
      fc.property(kinds, facts, styles, (kind, known, style) => {
        const { subject, body } = letterOf(kind, known, style);
        for (const [what, pattern] of BROKEN) {
          expect(`${subject}\n${body}`.trim(), what).not.toMatch(pattern);
        }
        expect(subject).toBe(subject.trim());
        expect(body).toBe(body.trim());
        expect(countWords(body)).toBeGreaterThan(3);
      }),
      { numRuns: 1500 },
    );
  });

  it('stays under what its channel takes, and the text to be passed on under 120 words', () => {
    const request = fc.record({
      language: styles.map(({ language }) => language),
      tone: fc.constantFrom(...Tone.options),
    });
    fc.assert(
      fc.property(facts, styles, fc.constantFrom(200, 300), request, (known, style, noteLimit, asked) => {
        for (const kind of ['brief_note', 'follow_up', 'reconnect'] as const) {
          const { body, limit } = letterOf(kind, known, { ...style, channel: 'linkedin_note' }, noteLimit);
          expect(limit).toBe(noteLimit);
          expect(body.length).toBeLessThanOrEqual(noteLimit);
        }
        const inmail = letterOf('brief_note', known, { ...style, channel: 'inmail' });
        expect(inmail.body.length).toBeLessThanOrEqual(1900);
        expect(inmail.subject.length).toBeLessThanOrEqual(200);
        const [, forwardable = ''] = letterOf('introduction_request', known, asked).body.split('* * *');
        expect(countWords(forwardable)).toBeGreaterThan(3);
        expect(countWords(forwardable)).toBeLessThan(120);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a shipped template', () => {
  const all = LetterLanguage.options.flatMap((language) =>
    DraftKind.options.map((kind) => [language, kind, shippedTemplate(kind, language)] as const),
  );

  it.each(all)('has a subject and every tone: %s %s', (_language, kind, template) => {
    const names = [...template.matchAll(/^--- (\w+)$/gm)].map(([, name]) => name);
    const note = channelsFor(kind).includes('linkedin_note') ? ['note'] : [];
    expect(names).toEqual(['subject', ...Tone.options, ...note]);
  });

  // Somebody's gender is not the book's business: no "Liebe/r", no "ravi(e)", no slash or dot in the middle of a word.
  it.each(all)('does not say who is a man or a woman: %s %s', (_language, _kind, template) => {
    const words = template.replaceAll(/\{[{%].*?[%}]\}/gs, ' ');
    expect(words).not.toMatch(/\p{L}[/·*]\p{L}|\p{L}\(\p{L}{1,2}\)/u);
    expect(words).not.toMatch(
      /\b(?:obrigad[oa]|encantad[oa]|liebe|geehrte[rs]?|estimad[oa]s?|car[oa]|gentile|ravie?|heureu(?:x|se)|enchantée?|contento|contenta|querid[oa])\b/i,
    );
  });
});

describe('when and where', () => {
  it.each([
    ['2025-03-14', 'de', 'am 14. März 2025'],
    ['2025-03-01', 'fr', 'le 1er mars 2025'],
    ['2025-03', 'fr', 'en mars 2025'],
    ['2025-03-14', 'es', 'el 14 de marzo de 2025'],
    ['2025-03-08', 'it', 'l’8 marzo 2025'],
    ['2025', 'it', 'nel 2025'],
    ['2025-03-14', 'pt', 'no dia 14 de março de 2025'],
    ['--05-17', 'nl', 'op 17 mei'],
    ['--02-29', 'en', 'on 29 February'],
  ] as const)('says %s in %s as %s', (on, language, words) => {
    expect(whenPhrase(on, language)).toBe(words);
  });

  it('knows no limit for a messenger', () => expect(limitOf('messenger')).toBeUndefined());
});
