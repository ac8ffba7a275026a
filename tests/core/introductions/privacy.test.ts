// What must not leave the book with a letter: single cases first, then leaks sown into letters of seven languages.
import { describe, expect, it } from 'vitest';
import { ContactId } from '#core/contacts/model.ts';
import { nameKey } from '#core/contacts/names.ts';
import { privacyCheck, questionsOf } from '#core/introductions/privacy/check.ts';
import type { FlagSource, LetterContext, Party } from '#core/introductions/privacy/model.ts';
import { sentenceAround } from '#core/introductions/privacy/removal.ts';

const party = (fn: string, more: Partial<Party> = {}): Party => ({
  fn,
  given: fn.split(' ', 1)[0] ?? '',
  emails: [],
  tels: [],
  ...more,
});
const card = (id: number, fn: string): FlagSource => ({ contactId: ContactId.parse(id), fn, record: 'card' });
const note = (text: string) => ({ text, source: { ...card(2, 'Ana Ruiz'), record: 'note' as const } });

const nobody: LetterContext = {
  owner: party('Mara Lindqvist', { emails: ['mara@example.org'] }),
  readers: [party('Ana Ruiz', { emails: ['ana@example.com'], tels: ['491701234567'] })],
  about: [party('Bo Li')],
  people: new Map(),
  addresses: new Map(),
  streets: [],
  privateTexts: [],
  answers: [],
  drafted: '',
  commonplace: new Set(),
};
const check = (body: string, context: Partial<LetterContext> = {}, subject = '') =>
  privacyCheck({ subject, body }, { ...nobody, ...context });
const told = (body: string, context: Partial<LetterContext> = {}) =>
  check(body, context).map(({ kind, text }) => [kind, text]);

describe('what a letter should not say', () => {
  it.each([
    ['Write to bo@example.net today.', 'bo@example.net'],
    ['Write to bo [at] example [dot] net today.', 'bo [at] example [dot] net'],
    ['Call +49 30 901820-11 after six.', '+49 30 901820-11'],
    ['Call 0171 2345678.', '0171 2345678'],
    ['They live at 12 Baker Street, near the park.', '12 Baker Street'],
    ['Zu Hause in der Gartenstraße 7 b.', 'Gartenstraße 7 b'],
    ['Au 12 bis, rue de la Paix.', '12 bis, rue de la Paix'],
    ['Vive en la calle Mayor 5.', 'calle Mayor 5'],
    ['Abita in via Garibaldi 10.', 'via Garibaldi 10'],
    ['Mora na Rua das Flores, 100.', 'Rua das Flores, 100'],
    ['Woont op de Keizersgracht 123.', 'Keizersgracht 123'],
  ])('tells a third address: %s', (body, address) => {
    expect(told(body)).toEqual([['address', address]]);
  });

  it('leaves the owner’s and the reader’s own addresses, years, dates and links alone', () => {
    const body =
      'Write to mara@example.org, or shall I use ana@example.com or 0170 1234567? See https://example.org/a/1234567890 of 2026-03-12, 14:00.';
    expect(told(body)).toEqual([]);
  });

  it('says whose address it is', () => {
    const addresses = new Map([['bo@example.net', card(3, 'Bo Li')]]);
    expect(check('Write to Bo@Example.net.', { addresses })[0]?.source).toEqual(card(3, 'Bo Li'));
    expect(questionsOf({ subject: '', body: 'Bo@Example.net or +49 30 1234567' })).toMatchObject({
      emails: ['bo@example.net'],
      tels: ['49301234567'],
    });
  });

  it('tells the wording of a private note, with its source, and takes the sentence out', () => {
    const body =
      'Hi Ana,\n\nIt was good to meet you. I hear you cannot stand your boss. See you soon.\n\nMara';
    const [flag, ...more] = check(body, {
      privateTexts: [note('She cannot stand her boss; avoid. Cannot stand your boss!')],
    });
    expect(more).toEqual([]);
    expect(flag).toMatchObject({
      kind: 'private_note',
      text: 'cannot stand your boss',
      source: { fn: 'Ana Ruiz' },
    });
    expect(flag?.without).toBe('Hi Ana,\n\nIt was good to meet you. See you soon.\n\nMara');
  });

  it('does not take what the book itself drafts for a leak', () => {
    const context = {
      privateTexts: [note('Talked about old maps and paper')],
      drafted: 'I enjoyed talking about old maps and paper.',
    };
    expect(told('I enjoyed talking about old maps and paper.', context)).toEqual([]);
  });

  it('tells health, family, money and job words only where a note has one of the kind', () => {
    const divorced = { privateTexts: [note('In Scheidung, sagt Tom.')] };
    expect(told('Sorry about the divorce.', divorced)).toEqual([['sensitive', 'divorce']]);
    expect(told('Sorry about the divorce.')).toEqual([]);
    expect(told('Sorry you were laid off.', divorced)).toEqual([]);
  });

  it('tells who was asked and what they said', () => {
    const answers = [
      {
        author: party('Tom Weber'),
        quote: 'always pays late',
        source: { ...card(4, 'Tom Weber'), record: 'reference' as const },
      },
    ];
    expect(told('Tom says you are fine.', { answers })).toEqual([['reference_answer', 'Tom']]);
    expect(told('I heard your firm always pays late.', { answers })).toEqual([
      ['reference_answer', 'always pays late'],
    ]);
    expect(told('A tom cat.', { answers })).toEqual([]);
  });

  it('tells people of the book who are not in the thread', () => {
    const people = new Map(
      ['Carla Nunes', 'Ana Ruiz', '山田 太郎'].map((fn, at) => [nameKey(fn), card(at + 5, fn)]),
    );
    expect(told('Carla Nunes and Ana Ruiz and Bo Li.', { people })).toEqual([
      ['person_not_in_thread', 'Carla Nunes'],
    ]);
    expect(told('I met 山田 太郎 there.', { people })).toEqual([['person_not_in_thread', '山田 太郎']]);
  });

  it.each(['[name]', '{{ name }}', '{name}', '{% if x %}', '<first name>', '%NAME%', '____', 'XXX', 'TODO'])(
    'tells a place left to be filled in: %s',
    (place) => {
      expect(check(`Thank you for ${place} yesterday.`)).toMatchObject([
        { kind: 'placeholder', text: place, without: 'Thank you for yesterday.' },
      ]);
    },
  );

  it.each([
    ['Hi Carla,\n\nHello.', 'Carla', 'Hi Ana,\n\nHello.'],
    ['Guten Tag Frau Nunes,\n\nhallo.', 'Nunes', 'Guten Tag Frau Ana,\n\nhallo.'],
    ['Chère Carla Nunes,\n\nBonjour.', 'Carla Nunes', 'Chère Ana,\n\nBonjour.'],
    ['Hola, Carla:\n\nAdiós.', 'Carla', 'Hola, Ana:\n\nAdiós.'],
  ])('tells the wrong name in the greeting %j', (body, wrong, mended) => {
    expect(check(body)).toMatchObject([{ kind: 'wrong_name', text: wrong, without: mended }]);
  });

  it('knows whom the text to pass on greets', () => {
    expect(told('Hi Ana,\n\nPlease.\n\n* * *\n\nDear Bo Li,\n\nHello.')).toEqual([]);
    expect(told('Hi Ana,\n\nPlease.\n\n* * *\n\nDear Carla,\n\nHello.')).toEqual([['wrong_name', 'Carla']]);
    expect(told('Buenos días, Ana Ruiz:\n\nHola.')).toEqual([]);
    expect(told('Dear Dr. Ruiz,\n\nHello.')).toEqual([]);
  });

  it('takes what tracks out of a link, and only that', () => {
    const link = 'https://www.linkedin.com/in/ana/?trk=x&lipi=y&page=2#top';
    expect(check(`See ${link}.`)).toMatchObject([
      { kind: 'tracking', text: link, without: 'See https://www.linkedin.com/in/ana/?page=2#top.' },
    ]);
    expect(told('See https://example.org/?page=2.')).toEqual([]);
  });

  it.each([
    'On Mon, 2 Mar 2026 at 10:00, Tom Weber wrote:',
    'Am 2. März 2026 um 10:00 schrieb Tom Weber:',
    'Le lun. 2 mars 2026 à 10:00, Tom Weber a écrit :',
    '-----Original Message-----',
    '> I would not trust them.',
  ])('tells a letter quoted below: %s', (line) => {
    const [flag] = check(`Please pass this on.\n\n${line}\nsecret`);
    expect(flag).toMatchObject({ kind: 'quoted_thread', without: 'Please pass this on.' });
  });

  it('tells what the channel does not take', () => {
    expect(check('abcabcabcabc', { limit: 10 })).toEqual([
      { kind: 'over_limit', part: 'body', start: 10, end: 12, text: 'bc' },
    ]);
  });

  it('looks at the subject as well, and takes only the words out of it', () => {
    expect(check('', {}, 'Intro: bo@example.net and you')).toMatchObject([
      { kind: 'address', part: 'subject', without: 'Intro: and you' },
    ]);
  });

  it.each([
    ['One. Two Dr. Weber three. Four.', 'three', 'Two Dr. Weber three. '],
    ['One\ntwo three\nfour', 'two', 'two three'],
    ['Is it? Yes! No.', 'Yes', 'Yes! '],
  ])('knows where a sentence ends in %j', (text, word, sentence) => {
    const at = text.indexOf(word);
    const { start, end } = sentenceAround(text, { start: at, end: at + word.length });
    expect(text.slice(start, end)).toBe(sentence);
  });
});
