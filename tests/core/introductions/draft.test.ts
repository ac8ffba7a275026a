import { describe, expect, it } from 'vitest';
import type { Correspondent, DraftFacts } from '#core/introductions/facts.ts';
import { whenPhrase } from '#core/introductions/language-words.ts';
import { countWords, topicOf } from '#core/introductions/wording.ts';
import { letterOf as draft } from './letter.ts';

const someone = (fn: string, more: Partial<Correspondent> = {}): Correspondent => ({
  fn,
  given: fn.split(' ')[0]!,
  org: '',
  title: '',
  headline: '',
  email: '',
  ...more,
});
const owner = someone('Mara Lindqvist', { title: 'Editor', org: 'Lantern Press', email: 'mara@example.org' });
const ana = someone('Ana Ruiz', { title: 'Architect', org: 'Studio Norte', email: 'ana@example.com' });
const bo = someone('Bo Li', { org: 'Harbour Labs', email: 'bo.li@example.net' });
const facts = (more: Partial<DraftFacts> = {}): DraftFacts => ({ owner, to: ana, other: bo, ...more });

describe('letters', () => {
  it('asks a mutual contact for one word that stays between us', () => {
    expect(draft('reference_request', facts({ shownAsMutual: true }))).toMatchObject({
      kind: 'reference_request',
      channel: 'email',
      to: [{ fn: 'Ana Ruiz', email: 'ana@example.com' }],
      subject: 'How well do you know Bo Li?',
      body: `Hi Ana,

Bo Li (Harbour Labs) has invited me to connect on LinkedIn. LinkedIn shows that you know each other.

How well do you know Bo: well, a little, or not really? A one-word answer is perfect, and it stays between us.

Thank you,
Mara`,
    });
  });

  it('follows a meeting up with where it was and who introduced them, and never with the owner’s note', () => {
    const meeting = { event: 'Print Fair', on: '2026-03-12', note: 'Talked about her divorce' };
    expect(draft('follow_up', facts({ meeting, introducer: { person: bo, quotable: true } }))).toMatchObject({
      kind: 'follow_up',
      channel: 'email',
      to: [{ fn: 'Ana Ruiz', email: 'ana@example.com' }],
      subject: 'Good to meet you at Print Fair',
      body: `Hi Ana,

It was good to meet you at Print Fair on 12 March 2026. Thank you to Bo Li for introducing us.

I would be glad to stay in touch.

Best wishes,
Mara`,
    });
    expect(draft('follow_up', facts()).body).toContain('It was good to meet you.');
  });

  it('writes to a name on a list without reproach and without asking for anything', () => {
    expect(draft('reintroduce', facts())).toMatchObject({
      kind: 'reintroduce',
      channel: 'linkedin_message',
      body: `Hi Ana,

We are connected on LinkedIn, and I am sorry to say that I do not remember that we have met. I would rather know the people I am connected with.

I am Mara Lindqvist, Editor at Lantern Press. What do you do, and what brought us together? There is no hurry, and no answer is fine too.

Best wishes,
Mara`,
    });
  });

  it('does not say that somebody agreed who was not asked, nor what came of what nobody has told', () => {
    expect(draft('introduction', facts()).body).toContain('You both said yes');
    expect(draft('introduction', facts({ isUnasked: true })).body).not.toMatch(/said yes|agreed/);
    expect(draft('consent_b', facts({ isUnasked: true })).body).not.toContain('would be glad to meet you');
    expect(draft('outcome_report', facts({ outcome: 'met' })).body).toContain('we have met.');
    expect(draft('outcome_report', facts()).body).toContain('there is no news yet.');
  });

  it('asks the inviter without accepting', () => {
    expect(draft('ask_inviter', facts())).toMatchObject({
      channel: 'linkedin_message',
      subject: '',
      body: `Hi Ana,

Thank you for the invitation. I only connect here with people I have met or was introduced to. Could you remind me where we met, or who could introduce us?

Best wishes,
Mara`,
    });
  });

  it.each([
    [{}, 'If we meet one day, I’d be glad to connect.'],
    [{ nextEvent: 'Print Fair' }, 'If we meet at Print Fair, I’d be glad to connect.'],
    [{ mutual: bo }, 'If Bo Li introduces us, I’d be glad to connect.'],
    [
      { nextEvent: 'Print Fair', mutual: bo },
      'If we meet at Print Fair or Bo Li introduces us, I’d be glad to connect.',
    ],
  ])('declines politely with a way back: %j', (more, line) => {
    expect(draft('decline_polite', facts(more)).body).toContain(line);
  });

  it.each<[Partial<DraftFacts>, string]>([
    [{ because: 'known' }, 'Thank you for the invitation. It is good to be connected here too.'],
    [
      {
        because: 'met',
        meeting: { event: 'Print Fair', on: '2025-03-14', note: 'Talked about risograph inks. Knows Bo.' },
      },
      'It was good to meet you at Print Fair on 14 March 2025. I enjoyed talking about risograph inks. I am glad to be connected here too.',
    ],
    [
      { because: 'met', meeting: { event: '', note: 'a bit loud' } },
      'It was good to meet you. I am glad to be connected here too.',
    ],
    [{ because: 'met' }, 'It was good to meet you. I am glad to be connected here too.'],
    [
      { because: 'introduced', introducer: { person: bo, quotable: false } },
      'I am glad that Bo Li introduced us.',
    ],
    [{ because: 'introduced' }, 'I am glad that we were introduced.'],
    [
      { because: 'vouched', introducer: { person: bo, quotable: true } },
      'Bo Li speaks highly of you, and I am glad to connect.',
    ],
  ])('accepts with what is true: %j', (more, line) => {
    expect(draft('acceptance', facts(more)).body).toContain(line);
  });

  it('does not name who vouched unless they agreed to be quoted', () => {
    const { body } = draft(
      'acceptance',
      facts({ because: 'vouched', introducer: { person: bo, quotable: false } }),
    );
    expect(body).toContain('I am glad to connect.');
    expect(body).not.toContain('Bo');
  });

  it('checks a claimed introduction with one question', () => {
    expect(draft('ask_introducer', facts()).body).toContain(
      'Bo Li (Harbour Labs) has invited me to connect on LinkedIn and says you suggested it. Is that right?',
    );
  });

  it('asks about a second profile away from LinkedIn, with a link that does not track', () => {
    const profileUrl = 'http://de.linkedin.com/in/ana-ruiz-2?trk=x';
    const letter = draft('verify_identity', facts({ profileUrl, to: { ...ana, email: '' } }));
    expect(letter.channel).toBe('email');
    expect(letter.body).toContain('This is its address: https://www.linkedin.com/in/ana-ruiz-2/');
    expect(draft('verify_identity', facts({ profileUrl: 'javascript:alert(1)' })).body).not.toContain(
      'address',
    );
  });

  it('asks for an introduction with a text that can be passed on', () => {
    const letter = draft(
      'introduction_request',
      facts({ purpose: 'I am editing a book on harbours and hope to hear how yours works' }),
    );
    expect(letter.subject).toBe('Intro: Mara Lindqvist (Lantern Press) ↔ Bo Li (Harbour Labs)');
    expect(letter.body).toBe(`Hi Ana,

Would you introduce me to Bo Li (Harbour Labs)? If you don’t know each other well enough, or would rather not, just say so; that is completely fine. Otherwise the text below is ready to pass on.

Thank you,
Mara

* * *

Hi Bo,

I am Mara Lindqvist, Editor at Lantern Press. I am editing a book on harbours and hope to hear how yours works. Would a short exchange suit you? If not, no reply is needed.

Best wishes,
Mara`);
    expect(countWords(letter.body)).toBeLessThan(120);
    expect(
      countWords(draft('introduction_request', facts({ purpose: 'One more word here. '.repeat(90) })).body),
    ).toBeLessThan(120);
  });

  it('asks A and B separately, and introduces both at once', () => {
    expect(
      draft('consent_a', facts({ purpose: 'You both care about quiet ports', benefit: 'A site to measure.' }))
        .body,
    ).toBe(`Hi Ana,

I would like to introduce you to Bo Li (Harbour Labs). Shall I ask whether it suits them too?

Why I think of it: You both care about quiet ports.

What could be in it for you: A site to measure.

If it does not suit, a simple no is fine: no reason needed, and it stays with me. I pass nothing of yours on before you say yes.

Best wishes,
Mara`);
    expect(draft('consent_b', { owner, to: bo, other: ana }).body).toContain(
      'Ana Ruiz (Architect at Studio Norte) would be glad to meet you. May I introduce you?',
    );
    const letter = draft('introduction', facts({ purpose: 'You both care about quiet ports.' }));
    expect(letter.subject).toBe('Intro: Ana Ruiz (Studio Norte) ↔ Bo Li (Harbour Labs)');
    expect(letter.to.map(({ email }) => email)).toEqual(['ana@example.com', 'bo.li@example.net']);
    expect(letter.body).toContain('Hi Ana and Bo,');
    expect(letter.body).toContain('Ana Ruiz: Architect at Studio Norte\nBo Li: Harbour Labs');
  });

  it('leaves addresses and numbers out of a letter that asks for consent', () => {
    const purpose =
      'Both build boats. Write to bo.li@example.net today! Or call +49 30 901820-11. They sail.';
    const { body } = draft('consent_a', facts({ purpose, benefit: 'Tel. 030/12345678' }));
    expect(body).toContain('Why I think of it: Both build boats. They sail.');
    expect(body).not.toMatch(/@|\d{3}/);
    expect(body).not.toContain('in it for you');
    const byAddress = someone('bo.li@example.net', { given: '', headline: 'Sailor, call 0171 2345678' });
    expect(draft('consent_a', facts({ other: byAddress })).body).not.toMatch(/@|\d{3}/);
  });

  it('greets a mononym by it and a stranger without a name', () => {
    expect(draft('ask_inviter', facts({ to: someone('Sukarni', { given: '' }) })).body).toMatch(
      /^Hi Sukarni,/,
    );
    expect(draft('ask_inviter', facts({ to: someone('', { given: '' }) })).body).toMatch(/^Hello,/);
  });
});

describe('wording', () => {
  it.each([
    ['2025-03-04', 'on 4 March 2025'],
    ['2025-12', 'in December 2025'],
    ['2025', 'in 2025'],
    ['--05-17', 'on 17 May'],
    ['--05', 'in May'],
    [undefined, ''],
  ])('says %s as %j', (on, words) => {
    expect(whenPhrase(on, 'en')).toBe(words);
  });

  it.each([
    ['Talked about type design', 'type design'],
    ['We spoke for an hour about night trains, and more.', 'night trains, and more'],
    ['Discussed open archives; shy.', 'open archives'],
    ['Nice scarf. Talked about nothing', ''],
    ['Boring. Avoid.', ''],
    ['talked about her new number 030 1234567', ''],
    ['', ''],
  ])('reads the topic out of %j', (note, topic) => {
    expect(topicOf(note, 'en')).toBe(topic);
  });

  it.each([
    ['Wir haben über alte Karten gesprochen.', 'de', 'alte Karten'],
    ['Gesprochen über alte Karten, lange', 'de', 'alte Karten, lange'],
    ['Parlé de cartes anciennes', 'fr', 'cartes anciennes'],
    ['Hablamos sobre mapas antiguos.', 'es', 'mapas antiguos'],
    ['Parlato di mappe antiche', 'it', 'mappe antiche'],
    ['Falamos sobre mapas antigos', 'pt', 'mapas antigos'],
    ['Gepraat over oude kaarten', 'nl', 'oude kaarten'],
    ['Talked about old maps', 'de', ''],
  ] as const)('reads the topic out of %j', (note, language, topic) => {
    expect(topicOf(note, language)).toBe(topic);
  });
});
