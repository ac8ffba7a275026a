// Plans of every subject with clashing people, for properties that must hold whatever is imported into whatever book.
import fc from 'fast-check';
import { ContactId } from '#core/contacts/model.ts';
import type { DraftProperty, ItemChoice } from '#core/imports/model.ts';
import type { PersonAt } from '#core/imports/planned.ts';
import { item, person } from './planned-batch.ts';

/** People of `random-book.ts`. */
const known = fc.integer({ min: 1, max: 6 }).map((id) => ContactId.parse(id));
/** Any place of a plan, there or not. */
const place = fc.nat({ max: 14 });
const who: fc.Arbitrary<PersonAt> = fc.oneof(
  known.map((contactId) => ({ contactId })),
  place.map((at) => ({ item: at })),
);
const day = fc.constantFrom('2024-01-01', '2025-01-01', '2025-06');

const value = fc.constantFrom<DraftProperty>(
  { name: 'ORG', value: 'Acme', type: '' },
  { name: 'ORG', value: 'Globex', type: 'work' },
  { name: 'EMAIL', value: 'ada@example.org', type: 'home' },
  { name: 'URL', value: 'https://www.linkedin.com/in/ada', type: 'linkedin' },
  { name: 'PHOTO', value: 'data:image/png;base64,AAAA', type: '' },
  { name: 'X-ODD', value: '__proto__', type: '', parameters: { 'X-ABLABEL': ['Odd'] } },
);

const made = fc
  .record({
    fn: fc.constantFrom('Ada Byron', 'Bo Falk'),
    properties: fc.array(value, { maxLength: 4 }),
    action: fc.constantFrom('create' as const, 'review' as const),
    beside: fc.option(known, { nil: undefined }),
    connectedOn: fc.option(day, { nil: undefined }),
  })
  .map(({ fn, properties, action, beside, connectedOn }) =>
    person(fn, properties, {
      action,
      ...(action === 'review' && beside !== undefined && { contactId: beside }),
      ...(connectedOn !== undefined && { connectedOn }),
    }),
  );

const change = value.chain(({ value: after, ...rest }) =>
  fc.constantFrom('', 'Acme', 'Globex', 'ada@example.org').map((before) => ({ ...rest, before, after })),
);

const changed = fc
  .record({
    of: fc.oneof(
      known.map((contactId) => ({ contactId })),
      place.map((intoItem) => ({ intoItem })),
    ),
    changes: fc.array(change, { maxLength: 3 }),
    subject: fc.constantFrom('contact' as const, 'contact' as const, 'owner' as const),
  })
  .map(({ of, changes, subject }) => item(subject, 'update', { ...of, changes }));

const left = known.map((contactId) => item('contact', 'left', { contactId }));
const same = known.map((contactId) => item('contact', 'same', { contactId }));

const evidence = fc
  .record({
    kind: fc.constantFrom(
      'mail_two_way' as const,
      'related' as const,
      'group_chat' as const,
      'li_connected' as const,
    ),
    person: who,
    other: fc.option(who, { nil: undefined }),
    on: fc.option(day, { nil: undefined }),
    count: fc.nat({ max: 3 }),
    action: fc.constantFrom('create' as const, 'update' as const, 'same' as const),
  })
  .map(({ other, on, action, ...rest }) => {
    const planned = {
      ...rest,
      text: '',
      ...(other !== undefined && { other }),
      ...(on !== undefined && { on }),
    };
    return item('evidence', action, { evidence: planned });
  });

const letter = fc
  .record({
    person: who,
    on: fc.constantFrom('2024-01-01', '2025-01-01'),
    action: fc.constantFrom('create' as const, 'update' as const, 'same' as const),
  })
  .map(({ person: from, on, action }) => {
    const references = ['<0@example.org>'];
    return item('letter', action, {
      letter: { person: from, on, messageId: `<${on}@example.org>`, references, subject: 'Maps' },
    });
  });

const event = fc
  .array(fc.record({ person: who, on: fc.array(day, { maxLength: 2 }) }), { maxLength: 3 })
  .map((met) => {
    const draft = {
      uid: 'ev',
      summary: 'Fair',
      location: '',
      url: '',
      description: '',
      dtstart: '2025-01-01',
    };
    return item('event', 'create', { event: { draft, met } });
  });

const invitation = fc.constantFrom('create' as const, 'update' as const).map((action) =>
  item('invitation', action, {
    invitation: {
      line: 1,
      direction: 'incoming',
      fn: 'Cy Marsh',
      url: 'https://www.linkedin.com/in/ada',
      message: '',
      issues: [],
      key: 'k',
      state: action === 'create' ? 'pending' : 'accepted',
    },
  }),
);

const owner = fc.option(known, { nil: undefined }).map((contactId) =>
  item('owner', 'create', {
    ...(contactId !== undefined && { contactId }),
    owner: {
      fn: 'Me Myself',
      n: { family: 'Myself', given: 'Me', additional: '', prefix: '', suffix: '' },
      url: 'https://www.linkedin.com/in/me',
    },
  }),
);

/** A plan of a dozen records, and what the owner says of some of them. */
export const batchPlan = fc.record({
  planned: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: made },
      { weight: 3, arbitrary: changed },
      { weight: 3, arbitrary: evidence },
      { weight: 2, arbitrary: letter },
      { weight: 2, arbitrary: event },
      { weight: 1, arbitrary: left },
      { weight: 1, arbitrary: same },
      { weight: 1, arbitrary: invitation },
      { weight: 1, arbitrary: owner },
    ),
    { maxLength: 14 },
  ),
  choices: fc.array(
    fc.record({
      at: place,
      choice: fc.constantFrom<ItemChoice>('take', 'skip', 'join'),
      leftOut: fc.array(fc.nat({ max: 4 }), { maxLength: 2 }),
    }),
    { maxLength: 5 },
  ),
});
export type BatchPlan = typeof batchPlan extends fc.Arbitrary<infer Plan> ? Plan : never;
