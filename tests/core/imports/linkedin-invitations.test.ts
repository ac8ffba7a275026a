import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInvitations } from '#core/imports/sources/linkedin-invitations.ts';
import { parseProfile } from '#core/imports/sources/linkedin-profile.ts';
import {
  anInvitation,
  INVITATIONS_HEADER,
  invitationsCsv,
  OWNER,
  profile,
  profileCsv,
  row,
} from '#tests/fixtures/linkedin.ts';

const codes = (issues: readonly { line: number; code: string }[]) =>
  issues.map(({ line, code }) => `${line} ${code}`);
const BARE = 'From,To,Sent At,Message,Direction';

describe('parseInvitations', () => {
  it('L20: reads the other person’s side of both directions', () => {
    const { invitations, issues } = parseInvitations(
      invitationsCsv(
        anInvitation(),
        anInvitation({ direction: 'outgoing', fn: 'Bea', slug: 'bea', message: 'Hello' }),
      ),
    );
    expect(issues).toEqual([]);
    expect(invitations).toEqual([
      {
        line: 2,
        direction: 'incoming',
        fn: 'Charles Babbage',
        url: profile('charles-babbage'),
        message: '',
        sentAt: '2024-09-07T15:05',
        issues: [],
      },
      {
        line: 3,
        direction: 'outgoing',
        fn: 'Bea',
        url: profile('bea'),
        message: 'Hello',
        sentAt: '2024-09-07T15:05',
        issues: [],
      },
    ]);
  });
  it.each([
    ['URN columns', `${BARE},inviterProfileUrn,inviteeProfileUrn`, ',urn:li:member:1,urn:li:member:2'],
    ['no columns for either', BARE, ''],
    ['Date Sent', 'From,To,Date Sent,Message,Direction', ''],
  ])('L20: reads exports with %s', (_, header, tail) => {
    const { invitations, owner } = parseInvitations(
      `${header}\nCy,Olive Owner,"9/7/18, 3:05 PM",,INCOMING${tail}\n`,
    );
    expect(invitations.map(({ fn, url, sentAt }) => [fn, url, sentAt])).toEqual([
      ['Cy', '', '2018-09-07T15:05'],
    ]);
    expect(owner?.fn).toBe('Olive Owner');
    expect(owner?.url).toBe('');
  });
  it('L22: a blank note is no note', () => {
    const { invitations } = parseInvitations(invitationsCsv(anInvitation({ message: ' ' }), anInvitation()));
    expect(invitations.map(({ message }) => message)).toEqual(['', '']);
  });
  it('L23: a note of 300 characters with emoji and entities stays exactly as it was', () => {
    const note = `Hi &amp; "hello",\n${'👩🏽‍🚀'.repeat(12)}`.padEnd(300, 'x');
    const [invitation] = parseInvitations(invitationsCsv(anInvitation({ message: note }))).invitations;
    expect(invitation?.message).toBe(note);
    expect(note).toHaveLength(300);
  });
  it('L27: the owner is whoever stands on the owner’s side of most rows', () => {
    const stray = row(
      'Cy',
      'Somebody Else',
      '9/7/24, 3:05 PM',
      '',
      'INCOMING',
      profile('cy'),
      profile('somebody-else'),
    );
    const { owner } = parseInvitations(
      invitationsCsv(stray, anInvitation(), anInvitation({ direction: 'OUTGOING', slug: 'bea' })),
    );
    expect(owner).toMatchObject({
      fn: OWNER.fn,
      url: profile(OWNER.slug),
      n: { given: 'Olive', family: 'Owner' },
    });
  });
  it('L27: without addresses the name on the owner’s side is the owner', () => {
    const text = `${BARE}\nCy,Olive Owner,"9/7/18, 3:05 PM",,INCOMING\nOlive Owner,Bea,"9/8/18, 3:05 PM",,OUTGOING\nDi,Olive Owner,"9/9/18, 3:05 PM",,\n`;
    const { owner, invitations } = parseInvitations(text);
    expect(owner?.fn).toBe('Olive Owner');
    expect(invitations.map(({ fn, direction }) => [fn, direction])).toEqual([
      ['Cy', 'incoming'],
      ['Bea', 'outgoing'],
      ['Di', 'incoming'],
    ]);
    expect(codes(invitations[2]?.issues ?? [])).toEqual(['4 BAD_DIRECTION']);
  });
  it('puts a message together that lost its quotes', () => {
    const text = invitationsCsv(
      `Cy,${OWNER.fn},2024-09-07 15:05:00 UTC,Hello, it is me, Cy,INCOMING,${profile('cy')},${profile(OWNER.slug)}`,
    );
    const [invitation] = parseInvitations(text).invitations;
    expect([invitation?.message, invitation?.url, codes(invitation?.issues ?? [])]).toEqual([
      'Hello, it is me, Cy',
      profile('cy'),
      ['2 WRONG_COLUMN_COUNT'],
    ]);
  });
  it('says what is wrong with a row and goes on', () => {
    const { invitations, issues } = parseInvitations(
      invitationsCsv(
        anInvitation({ fn: 'Ann', sentAt: '13/45/24, 3:05 PM' }),
        row('', OWNER.fn, '9/7/24, 3:05 PM', '', 'INCOMING', '', profile(OWNER.slug)),
        row('LinkedIn Member', OWNER.fn, '9/7/24, 3:05 PM', '', 'INCOMING', '', profile(OWNER.slug)),
        row('Bea', 'Cy', '9/7/24, 3:05 PM', '', 'SIDEWAYS', profile('bea'), profile('cy')),
        'x,y,z,1,2,3,4,5,6,7,8,9',
        row('Ed', OWNER.fn, '9/7/24, 3:05 PM', '', 'INCOMING', 'https://example.org/ed', profile(OWNER.slug)),
      ),
    );
    expect(
      invitations.map(({ fn, url, sentAt, issues: found }) => [fn, url, sentAt, ...codes(found)]),
    ).toEqual([
      ['Ann', profile('charles-babbage'), undefined, '2 BAD_DATE'],
      ['Ed', '', '2024-09-07T15:05', '7 BAD_URL'],
    ]);
    expect(codes(issues).toSorted()).toEqual([
      '3 UNAVAILABLE_MEMBER',
      '4 UNAVAILABLE_MEMBER',
      '5 BAD_DIRECTION',
      '6 WRONG_COLUMN_COUNT',
    ]);
  });
  it('never throws, whatever stands below the header', () => {
    const anyText = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', 'INCOMING', ' ', '9/7/24', profile('x')),
    });
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { fn } of parseInvitations(`${INVITATIONS_HEADER}\n${text}`).invitations)
          expect(fn).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});

describe('parseProfile', () => {
  it('reads the owner’s card', () => {
    expect(parseProfile(profileCsv('Olive', 'Owner, PhD')).owner).toMatchObject({
      fn: 'Olive Owner, PhD',
      n: { given: 'Olive', family: 'Owner', additional: '', prefix: '', suffix: 'PhD' },
      url: '',
      headline: 'Keeper of an address book',
    });
  });
  it('is nobody’s without a name', () => {
    const { owner, issues } = parseProfile(profileCsv('', ''));
    expect([owner, codes(issues)]).toEqual([undefined, ['2 NO_NAME']]);
  });
});
