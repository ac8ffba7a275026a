// An answer names what it answers, for two parsers that know nothing of each other, whatever the answered letter says.
import * as fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { fieldText, headerFields } from '#core/formats/mail/header-fields.ts';
import { answerTo, messageIdsIn, threadOf } from '#core/formats/mail/message-ids.ts';
import { emlFile } from '#db/introductions/eml.ts';

const CASES = 2000;

const part = fc.string({
  unit: fc.constantFrom(...Array.from("abcXYZ019.-+=_/$%&!#{}|~^`?*':")),
  minLength: 1,
  maxLength: 110,
  size: 'max',
});
const sound = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(part, part).map(([left, right]) => `<${left}@${right}>`) },
  { weight: 1, arbitrary: part.map((right) => `<"a,(b)c;"@${right}>`) },
  { weight: 1, arbitrary: part.map((left) => `<${left}@[IPv6:2001:db8::1]>`) },
);
const hostile = fc.oneof(
  fc.constantFrom(
    '<a@b.test\r\nBcc: evil@example.test>',
    '<a@b.test>\r\nBcc: evil@example.test',
    '\r\n\r\n<html>',
    '<a\0@b.test>',
    'a@b.test',
    '<a b@c.test>',
    '(comment <x@y.test>)',
    '"<x@y.test>"',
    '<ü@b.test>',
    '<<x@y.test>>',
    '=?utf-8?q?=3Cx@y.test=3E?=',
    `<${'x'.repeat(10_000)}@b.test>`,
    '<',
    '>',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const ids = fc.array(fc.oneof({ weight: 3, arbitrary: sound }, { weight: 2, arbitrary: hostile }), {
  maxLength: 40,
});
const answered = fc.record({
  messageId: sound,
  references: ids,
  inReplyTo: ids,
  blank: fc.constantFrom(' ', '\n ', '\r\n\t', ''),
});

describe('the thread of an answer', () => {
  it(`is named as it was, in ${CASES} letters`, { timeout: 180_000 }, async () => {
    let long = 0;
    await fc.assert(
      fc.asyncProperty(answered, async ({ messageId, references, inReplyTo, blank }) => {
        const thread = threadOf({
          messageId: [messageId],
          references: references.join(blank),
          inReplyTo: inReplyTo.join(blank),
        });
        fc.pre(thread !== undefined);
        const expected = answerTo(thread);
        const { text } = await emlFile({
          to: [{ fn: 'Ana Ruiz', email: 'ana@example.org' }],
          cc: [],
          bcc: [],
          subject: 'Re: Old maps',
          body: 'Gladly.',
          answered: thread,
        });
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[^\x20-\x7e]/);
        const [head = ''] = text.split('\r\n\r\n', 1);
        for (const line of head.split('\r\n')) {
          expect(line.length).toBeLessThanOrEqual(998);
          // Longer than it should be only where one identifier is.
          if (line.length > 78) expect(line.trim().split(' ').length).toBeLessThanOrEqual(2);
          long += Number(line.length > 78);
        }
        const { fields } = headerFields(new TextEncoder().encode(text));
        expect(messageIdsIn(fieldText(fields, 'in-reply-to'))).toEqual([expected.inReplyTo]);
        expect(fieldText(fields, 'references').split(/\s+/)).toEqual(expected.references);
        const names = fields.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        expect(names).not.toContain('bcc');
        const read = await PostalMime.parse(text);
        expect(read.inReplyTo).toBe(expected.inReplyTo);
        expect(read.references?.split(/\s+/)).toEqual(expected.references);
        expect(read.subject).toBe('Re: Old maps');
      }),
      { numRuns: CASES },
    );
    expect(long).toBeGreaterThan(0);
  });

  it('is named nowhere in a letter that answers none', async () => {
    const { text } = await emlFile({ to: [], cc: [], bcc: [], subject: 'x', body: 'y' });
    expect(text).not.toMatch(/^(?:in-reply-to|references):/im);
  });
});
