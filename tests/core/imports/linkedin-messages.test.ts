import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkedInMessagesFormat } from '#core/imports/sources/linkedin-messages.ts';
import { expectLinear } from '#tests/linear.ts';
import { codes, readAs, recognises } from '#tests/fixtures/import-entry.ts';
import { OWNER, profile, row } from '#tests/fixtures/linkedin.ts';

const HEADER =
  'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT';

interface Said {
  id?: string;
  title?: string;
  from?: string;
  to?: string;
  date?: string;
  content?: string;
  folder?: string;
  draft?: string;
}
const slugOf = (fn: string) => fn.toLowerCase().replaceAll(' ', '-').replaceAll(',', '');
const urlOf = (fn: string) => (fn === '' || fn === 'LinkedIn Member' ? '' : profile(slugOf(fn)));
const me = OWNER.fn;

const said = ({ id = 'c1', title = '', from = me, to = 'Ana Ruiz', ...more }: Said = {}) => {
  const urls = to.split('; ').map(urlOf).join(',');
  const { date = '2024-05-01 12:34:56 UTC', content = 'Secret words', folder = 'INBOX', draft = 'No' } = more;
  const names = to.replaceAll('; ', ', ');
  return row(id, title, from, urlOf(from), names, urls, date, '', content, folder, '', draft);
};
const csv = (...rows: string[]) => [HEADER, ...rows, ''].join('\n');
const read = (text: string, ownerNames: string[] = []) =>
  readAs(linkedInMessagesFormat, 'messages.csv', text, { ownerNames: new Set(ownerNames) });
const facts = (text: string, ownerNames: string[] = []) =>
  (read(text, ownerNames).evidence ?? []).map(({ kind, person, other, on, count }) =>
    [kind, person.fn, other?.fn ?? '', on ?? '', count].join(' | '),
  );

/** The owner also writes to Bo, so that it can be told whose archive it is. */
const withBo = (...rows: string[]) => csv(...rows, said({ id: 'c9', to: 'Bo Li' }));

describe('linkedInMessagesFormat', () => {
  it('counts messages both ways and keeps the newest day, and not a word', () => {
    const parsed = read(
      withBo(
        said({ from: 'Ana Ruiz', to: me, date: '2024-06-02 08:00:00 UTC' }),
        said({ date: '2024-06-01 08:00:00 UTC', content: 'Secret "words",\nin two lines' }),
      ),
    );
    expect(parsed.evidence).toEqual([
      {
        line: 2,
        kind: 'li_message_two_way',
        person: { fn: 'Ana Ruiz', url: profile('ana-ruiz') },
        on: '2024-06-02',
        count: 2,
        text: '',
      },
    ]);
    expect(JSON.stringify(parsed)).not.toContain('Secret');
    expect(parsed.issues).toEqual([]);
  });
  it('finds them in two conversations as well as in one', () => {
    expect(facts(withBo(said({ from: 'Ana Ruiz', to: me }), said({ id: 'c2' })))).toHaveLength(1);
  });
  it('makes nothing of messages one way', () => {
    expect(facts(withBo(said(), said(), said({ from: 'Cy Doe', to: me, id: 'c3' })))).toEqual([]);
  });
  it.each([
    ['a draft', { draft: 'Yes' }],
    ['the spam folder', { folder: 'SPAM' }],
    ['a paid message', { title: 'Sponsored Conversation' }],
    ['somebody who left', { to: 'LinkedIn Member' }],
  ])('L24: passes over %s', (_, different) => {
    expect(facts(withBo(said({ from: 'Ana Ruiz', to: me }), said(different)))).toEqual([]);
  });
  it('L24: a sender without an address is a company that paid, where others have one', () => {
    const paid = row(
      'c1',
      '',
      'Ana Ruiz Ltd',
      '',
      me,
      profile(OWNER.slug),
      '2024-05-01 12:00:00 UTC',
      '',
      '',
      'INBOX',
      '',
      'No',
    );
    const reply = row(
      'c1',
      '',
      me,
      profile(OWNER.slug),
      'Ana Ruiz Ltd',
      '',
      '2024-05-01 12:00:00 UTC',
      '',
      '',
      'INBOX',
      '',
      'No',
    );
    expect(facts(withBo(said({ to: 'Cy Doe', id: 'c4' }), paid, reply))).toEqual([]);
  });
  it.each([
    'LinkedIn Member',
    'Utente LinkedIn',
    'Membre de LinkedIn',
    'LinkedIn 会员',
    'LinkedInメンバー',
    'Участник LinkedIn',
  ])('L24: %s is nobody, and counted once for the entry', (gone) => {
    const line = (from: string, to: string, fromUrl: string, toUrl: string) =>
      row('c5', '', from, fromUrl, to, toUrl, '2024-05-01 12:00:00 UTC', '', '', 'INBOX', '', 'No');
    const { evidence, issues } = read(
      withBo(line(gone, me, '', profile(OWNER.slug)), line(me, gone, profile(OWNER.slug), '')),
    );
    expect(evidence ?? []).toEqual([]);
    expect(issues).toEqual([{ line: 0, code: 'UNAVAILABLE_MEMBER', params: { count: 2 } }]);
  });
  it('L24: conversations with machines are refused by their name', () => {
    const text = csv(said());
    expect(recognises(linkedInMessagesFormat, 'export/messages.csv', text)).toBe('linkedin-messages');
    for (const name of [
      'coach_messages.csv',
      'learning_coach_messages.csv',
      'learning_role_play_messages.csv',
      'guide_messages.csv',
    ])
      expect(recognises(linkedInMessagesFormat, name, text)).toBeUndefined();
  });
  it('L24: entities and HTML in a message do not matter', () => {
    const html = '<p>Tom &amp; I, "quoted"</p>\n<spinmail-quill-editor>x</spinmail-quill-editor>';
    expect(
      facts(withBo(said({ content: html }), said({ from: 'Ana Ruiz', to: me, content: html }))),
    ).toHaveLength(1);
  });
  it('ties everybody of a small room in which everybody wrote, but not the owner', () => {
    const room = (from: string) =>
      said({ id: 'room', from, to: [me, 'Ana Ruiz', 'Cy Doe'].filter((fn) => fn !== from).join('; ') });
    expect(facts(withBo(room(me), room('Ana Ruiz'), room('Cy Doe')))).toEqual([
      'group_chat | Ana Ruiz | Cy Doe | 2024-05-01 | 3',
    ]);
    expect(facts(withBo(room(me), room('Ana Ruiz')))).toEqual([]);
  });
  it('makes nothing of a room of nine', () => {
    const all = [me, ...'ABCDEFGH'.split('').map((letter) => `${letter} Doe`)];
    const rows = all.map((from) =>
      said({ id: 'room', from, to: all.filter((fn) => fn !== from).join('; ') }),
    );
    expect(facts(withBo(...rows))).toEqual([]);
  });
  it('L27: the owner is whoever stands on every message', () => {
    const { owner } = read(
      csv(...['Ana Ruiz', 'Bo Li', 'Cy Doe'].map((to, at) => said({ to, id: `c${at}` }))),
    );
    expect(owner).toMatchObject({ fn: me, url: profile(OWNER.slug), n: { given: 'Olive', family: 'Owner' } });
  });
  it('L27: a single conversation does not tell, unless the owner’s name is known', () => {
    const text = csv(said(), said({ from: 'Ana Ruiz', to: me }));
    expect(facts(text)).toEqual([]);
    expect(facts(text, ['olive owner'])).toEqual(['li_message_two_way | Ana Ruiz |  | 2024-05-01 | 2']);
  });
  it.each<[string, string]>([
    ['a draft is the owner’s', said({ id: 'c2', to: 'Bo Li', draft: 'Yes' })],
    ['whoever was written to by somebody who is gone', said({ id: 'c2', from: 'LinkedIn Member', to: me })],
    ['whoever wrote to somebody who is gone', said({ id: 'c2', to: 'LinkedIn Member' })],
    [
      'whoever is advertised to',
      row('c2', 'Sponsored', 'Acme', '', me, urlOf(me), '', '', 'x', 'INBOX', '', 'No'),
    ],
  ])('L27: of two who stand on every message the owner is told by one more row: %s', (_, hint) => {
    const both = [said({ from: 'Ana Ruiz', to: me }), said()];
    expect(facts(csv(...both))).toEqual([]);
    expect(facts(csv(...both, hint))).toEqual(['li_message_two_way | Ana Ruiz |  | 2024-05-01 | 2']);
    expect(facts(csv(...both, said({ id: 'c3', to: 'LinkedIn Member', from: 'Ana Ruiz' }), hint))).toEqual(
      [],
    );
  });
  it('reads exports without the receivers’ addresses, names with commas included', () => {
    const header =
      'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER';
    const line = (from: string, to: string) =>
      row('c1', '', from, urlOf(from), to, '2024-05-01 12:00:00 UTC', '', 'x', 'INBOX');
    const text = [header, line('Ana Ruiz, PhD', me), line(me, 'Ana Ruiz, PhD'), line(me, 'Bo Li')].join('\n');
    expect(facts(text)).toEqual(['li_message_two_way | Ana Ruiz, PhD |  | 2024-05-01 | 2']);
  });
  it('reads Messages.csv of 2018 by names and direction', () => {
    const text = [
      'From,To,Date,Subject,Content,Direction,Folder',
      'Ana Ruiz,Olive Owner,"9/7/18, 3:05 PM",,Hi,INCOMING,INBOX',
      'Olive Owner,Ana Ruiz,"9/8/18, 3:05 PM",,Hi,OUTGOING,INBOX',
    ].join('\r\n');
    expect(facts(text)).toEqual(['li_message_two_way | Ana Ruiz |  | 2018-09-08 | 2']);
  });
  it('L19: reads UTF-16 with tabs', () => {
    const text = csv(said(), said({ from: 'Ana Ruiz', to: me }), said({ to: 'Bo Li', id: 'c2' }))
      .replaceAll('"', '')
      .replaceAll(',', '\t');
    const bytes = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, 'utf16le')]);
    expect(readAs(linkedInMessagesFormat, 'Messages.csv', bytes).evidence).toHaveLength(1);
  });
  it('reports what is wrong and reads on', () => {
    const { evidence, issues } = read(
      withBo(said({ date: 'yesterday' }), 'x,y,z,"', said({ from: 'Ana Ruiz', to: me })),
    );
    expect(evidence).toHaveLength(1);
    expect(codes(issues)).toEqual(['2 BAD_DATE', '3 UNCLOSED_QUOTE', '3 WRONG_COLUMN_COUNT']);
  });
  it('never throws, and keeps no content, whatever stands below the header', () => {
    const piece = fc.constantFrom(
      'a',
      '"',
      ',',
      '\n',
      me,
      'Ana Ruiz',
      profile('x'),
      '2024-05-01 12:00:00 UTC',
      'No',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        for (const { text } of read(`${HEADER}\n${pieces.join('')}`).evidence ?? []) expect(text).toBe('');
      }),
      { numRuns: 300 },
    );
  });
  it('takes time in proportion to the number of messages', () => {
    expectLinear((times) => {
      const rows = Array.from({ length: times }, (_, at) =>
        said({ id: `c${at}`, to: `P${at} Doe`, from: me }),
      );
      return read(csv(...rows));
    }, 40);
  });
});
