// One invitation told of by e-mail, by its reminders, by the archive: once in the book, with all that is known of it.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkedInKey } from '#core/contacts/identity.ts';
import type { InvitationDraft, ParsedEntry } from '#core/imports/model.ts';
import type { PlannedItem } from '#core/imports/plan.ts';
import { planImport } from '#core/imports/plan.ts';
import { anEntry } from './plan-drafts.ts';
import { applyAll, modelBook, named } from './plan-model-book.ts';

const PROFILE = 'https://www.linkedin.com/in/ana-ruiz-2';

const invitation = (more: Partial<InvitationDraft> = {}): InvitationDraft => ({
  line: 1,
  direction: 'incoming',
  fn: 'Ana Ruiz',
  url: PROFILE,
  message: '',
  sentAt: '2026-03-02T09:00',
  issues: [],
  ...more,
});
const table = (...invitations: InvitationDraft[]): ParsedEntry =>
  anEntry('linkedin-invitations', [], { invitations });
const mail = (...invitations: InvitationDraft[]): ParsedEntry => anEntry('mailbox', [], { invitations });

type Book = ReturnType<typeof modelBook>;
const plan = (book: Book, ...parsed: ParsedEntry[]) => planImport(named(parsed), book.lookup);
const apply = (book: Book, ...parsed: ParsedEntry[]) => {
  const items = plan(book, ...parsed);
  applyAll(book, items, parsed);
  return items;
};
const actions = (items: readonly PlannedItem[]) => items.map(({ action }) => action);

describe('an invitation that is told of twice', () => {
  it.each([
    [
      'by the archive and by e-mail',
      table(invitation()),
      mail(invitation({ sentAt: '2026-03-02T09:00:41Z' })),
    ],
    [
      'by e-mail in another time zone',
      table(invitation()),
      mail(invitation({ sentAt: '2026-03-03T01:00:41Z' })),
    ],
    [
      'by a letter that names no profile',
      table(invitation()),
      mail(invitation({ url: '', sentAt: '2026-03-02T09:01:00Z' })),
    ],
    [
      'by a reminder ten days later',
      mail(invitation()),
      mail(invitation({ sentAt: '2026-03-12T09:00:00Z' })),
    ],
    ['in one mailbox', mail(), mail(invitation(), invitation({ line: 9, sentAt: '2026-03-09T09:00:00Z' }))],
  ])('is one: %s', (_how, first, second) => {
    expect(actions(plan(modelBook(), first, second))).toEqual(['create', 'same']);
    expect(actions(plan(modelBook(), second, first)).toSorted()).toEqual(['create', 'same']);
    const book = modelBook();
    apply(book, first);
    const later = actions(plan(book, second));
    expect(later).toEqual(first.invitations.length === 0 ? ['create', 'same'] : ['same']);
  });

  it.each([
    ['two profiles of one name', {}, { url: 'https://www.linkedin.com/in/ana-ruiz-3' }],
    ['one a month later', {}, { sentAt: '2026-04-02T09:00:00Z' }],
    ['one to them', {}, { direction: 'outgoing' }],
    ['two notes of one name', { message: 'We met in Leeds.' }, { url: '', message: 'I sell glazes.' }],
    ['one without a day', {}, { url: '', sentAt: undefined }],
  ] as const)('is two: %s', (_how, one, other) => {
    const first = table(invitation(one));
    const second = mail(invitation({ sentAt: '2026-03-02T09:00:41Z', ...other } as Partial<InvitationDraft>)); // undefined takes the day away
    expect(actions(plan(modelBook(), first, second))).toEqual(['create', 'create']);
    const book = modelBook();
    apply(book, first);
    expect(actions(plan(book, second))).toEqual(['create']);
  });

  it('stays two where LinkedIn lists two', () => {
    const rows = table(invitation(), invitation({ line: 2, sentAt: '2026-03-04T09:00' }));
    expect(actions(plan(modelBook(), rows))).toEqual(['create', 'create']);
    // Also where a letter before them would fit both.
    const letter = mail(invitation({ sentAt: '2026-03-02T09:00:41Z' }));
    expect(actions(plan(modelBook(), letter, rows))).toEqual(['create', 'same', 'create']);
  });

  it('has the note of the one and the profile of the other', () => {
    const bare = mail(invitation({ url: '', sentAt: '2026-03-02T09:00:41Z', headline: 'Potter' }));
    const row = table(invitation({ message: 'We met in Leeds.' }));
    const whole = { url: PROFILE, message: 'We met in Leeds.', headline: 'Potter' };
    expect(plan(modelBook(), bare, row)[0]).toMatchObject({ detail: 'We met in Leeds.', invitation: whole });
    const book = modelBook();
    apply(book, bare);
    const [later] = apply(book, row);
    expect(later).toMatchObject({ action: 'update', invitation: { id: 1, message: 'We met in Leeds.' } });
    expect(actions(plan(book, bare, row))).toEqual(['same', 'same']);
    expect(book.lookup.invitationsOf('incoming', linkedInKey(PROFILE)!, '')).toMatchObject([whole]);
  });

  it('is settled by whichever file has the connection', () => {
    const book = modelBook();
    apply(book, mail(invitation({ sentAt: '2026-03-02T09:00:41Z' })));
    const person = {
      line: 2,
      fn: 'Ana Ruiz',
      n: { family: 'Ruiz', given: 'Ana', additional: '', prefix: '', suffix: '' },
    };
    const connected = anEntry('linkedin-connections', [
      { ...person, properties: [{ name: 'URL', value: PROFILE, type: 'linkedin' }], issues: [] },
    ]);
    const items = plan(book, connected, table(invitation()));
    expect(items.find(({ subject }) => subject === 'invitation')).toMatchObject({
      action: 'update',
      invitation: { id: 1, state: 'accepted' },
    });
  });

  it('comes again with any file and changes nothing', () => {
    const draft = fc.record({
      line: fc.nat(1000),
      direction: fc.constantFrom('incoming' as const, 'outgoing' as const),
      fn: fc.constantFrom('Ana Ruiz', 'ANA RUIZ', 'Bo Li', ''),
      url: fc.constantFrom('', PROFILE, 'https://linkedin.com/in/bo-li'),
      message: fc.constantFrom('', 'We met in Leeds.', 'We met in Leeds. It rained.', 'I sell glazes.'),
      sentAt: fc.constantFrom(
        '2026-03-02T09:00',
        '2026-03-02T09:00:41Z',
        '2026-03-12T09:00',
        '2026-05-01T09:00',
      ),
      issues: fc.constant([]),
    });
    const file = fc
      .tuple(fc.boolean(), fc.array(draft, { maxLength: 5 }))
      .map(([isTable, drafts]) => (isTable ? table(...drafts) : mail(...drafts)));
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 3 }), (files) => {
        const book = modelBook();
        apply(book, ...files);
        const again = actions(plan(book, ...files));
        expect(again.filter((action) => action !== 'same' && action !== 'unusable')).toEqual([]);
      }),
    );
  });
});
