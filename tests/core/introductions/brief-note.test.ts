// The note to somebody whom nobody can introduce: who I am, why you, what exactly, an easy no – and short enough.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Correspondent, DraftFacts } from '#core/introductions/facts.ts';
import { countWords } from '#core/introductions/wording.ts';
import { letterOf } from './letter.ts';

const someone = (fn: string, more: Partial<Correspondent> = {}): Correspondent => ({
  fn,
  given: fn.split(' ')[0]!,
  org: '',
  title: '',
  headline: '',
  email: '',
  ...more,
});
const owner = someone('Mara Lindqvist', { title: 'Editor', org: 'Lantern Press' });
const bo = someone('Bo Li', { org: 'Harbour Labs' });
const why = 'Your talk on tide mills is the best I have read on them';
const purpose = 'May I send you three questions about the mill at Harbour Labs?';
const note = (more: Partial<DraftFacts> = {}) => letterOf('brief_note', { owner, to: bo, ...more }, {}, 300);

describe('a brief note', () => {
  it('says who, why, what and how to say no, in one piece on LinkedIn', () => {
    const { channel, limit, subject, body } = note({ by: 'linkedin_note', why, purpose });
    expect({ channel, limit, subject }).toEqual({ channel: 'linkedin_note', limit: 300, subject: '' });
    expect(body).toBe(
      'Hi Bo,\nI am Mara Lindqvist, Editor at Lantern Press. Your talk on tide mills is the best I have read on them. May I send you three questions about the mill at Harbour Labs? If it does not suit, no reply is needed.\nMara',
    );
  });

  it('and as a letter in a mail', () => {
    const { channel, limit, subject, body } = note({ by: 'email', why, purpose });
    expect({ channel, limit, subject }).toEqual({
      channel: 'email',
      limit: undefined,
      subject: 'A question from Mara Lindqvist (Lantern Press)',
    });
    expect(body).toBe(`Hi Bo,

I am Mara Lindqvist, Editor at Lantern Press. We have not met, and nobody has introduced us, so I keep this brief.

Your talk on tide mills is the best I have read on them. May I send you three questions about the mill at Harbour Labs?

If it does not suit, a simple no is fine, and so is no reply at all.

Best wishes,
Mara`);
  });

  it('recalls a meeting, invents no reason, and does not say who I am to whoever knows', () => {
    const meeting = { event: 'Print Fair', on: '2026-03-12', note: 'Talked about her divorce' };
    const { body } = note({ by: 'email', meeting });
    expect(body).toContain(
      'Editor at Lantern Press. We met at Print Fair on 12 March 2026.\n\nWould a short',
    );
    expect(body).not.toContain('divorce');
    expect(note({ by: 'email', isKnown: true, purpose }).body).toMatch(/^Hi Bo,\n\nMay I send/);
    // Without a channel it goes as other letters do.
    expect(note().channel).toBe('linkedin_message');
    expect(note().limit).toBe(8000);
    expect(note({ to: { ...bo, email: 'bo@example.org' } }).channel).toBe('email');
  });

  it('leaves out the job before it cuts the owner’s words, and cuts between words', () => {
    const long = 'The way your yard keeps every plank of the old ferries is what I would like to write about';
    const { body } = note({
      by: 'linkedin_note',
      why: long,
      purpose: 'May I come and see it on a day in May that suits the yard?',
    });
    expect(body.length).toBeLessThanOrEqual(300);
    expect(body).toContain(`${long}.`);
    const cut = note({ by: 'linkedin_note', why: `${long} ${long} ${long}`, purpose: long }).body;
    expect(cut.length).toBeLessThanOrEqual(300);
    expect(cut).toContain('Hi Bo,\nI am Mara Lindqvist. The way');
    expect(cut).toMatch(/ \p{L}+… The way .* If it does not suit, no reply is needed\.\nMara$/u);
  });

  it('is never longer than its channel takes, and always has its no', () => {
    const text = fc.oneof(
      fc.constantFrom('', 'Ports.', '港'.repeat(200), '🚢 '.repeat(150)),
      fc.lorem({ maxCount: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    );
    const word = fc.oneof(
      fc.constantFrom('', 'Ana', '山田 太郎'),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    );
    const person = fc.record({
      fn: word,
      given: word,
      org: word,
      title: word,
      headline: word,
      email: fc.constant(''),
    });
    const any = fc.record({
      owner: person,
      to: person,
      why: text,
      purpose: text,
      isKnown: fc.boolean(),
      meeting: fc.record({ event: word, note: fc.constant('') }),
    });
    fc.assert(
      fc.property(any, (facts) => {
        const { body } = letterOf('brief_note', { ...facts, by: 'linkedin_note' }, {}, 300);
        expect(body.length).toBeLessThanOrEqual(300);
        expect(body).toContain('no reply is needed');
      }),
      { numRuns: 1000 },
    );
    const names = fc.constantFrom('', 'Ana Ruiz', 'María del Carmen de la Fuente y Gutiérrez');
    const job = fc.constantFrom('', 'Deputy Head of the Department of Inland Waterways and Harbours');
    const real = fc.record({
      fn: names,
      given: names,
      org: job,
      title: job,
      headline: job,
      email: fc.constant(''),
    });
    const mail = fc.record({
      owner: real,
      to: real,
      why: text,
      purpose: text,
      meeting: fc.record({ event: job, note: fc.constant('') }),
    });
    fc.assert(
      fc.property(mail, (facts) => {
        expect(countWords(letterOf('brief_note', { ...facts, by: 'email' }).body)).toBeLessThanOrEqual(120);
      }),
      { numRuns: 500 },
    );
  });
});
