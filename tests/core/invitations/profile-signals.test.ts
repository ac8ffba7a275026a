import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AboutProfile } from '#core/invitations/model.ts';
import { Policy } from '#core/invitations/policy.ts';
import { standingOf } from '#core/invitations/waiting.ts';
import { parsePastedInvitations } from '#core/invitations/pasted-invitation.ts';
import { vet, verdictOf } from '#core/invitations/vet.ts';
import { aCase, aMutual, FULL, TODAY } from './cases.ts';

const codes = (aboutProfile: AboutProfile, sentAt?: string) =>
  vet(aCase({ invitation: { ...FULL, aboutProfile, ...(sentAt === undefined ? {} : { sentAt }) } }))
    .reasons.map(({ code }) => code)
    .filter((code) => code === 'signal_new_profile' || code === 'signal_unverified');

describe('what "About this profile" says', () => {
  it.each([
    ['five months before', '2025-10', ['signal_new_profile']],
    ['six months before', '2025-09', []],
    ['the same month', '2026-03', ['signal_new_profile']],
    ['later than the invitation, which cannot be', '2026-04', []],
    ['the year before, without a month', '2025', []],
    ['the same year, which is new from its January on', '2026', ['signal_new_profile']],
    ['no year', '--03-01', []],
  ])('joined %s', (_name, joined, expected) => {
    expect(codes({ joined }, '2026-03-02T10:00')).toEqual(expected);
  });

  it('is judged by the day it was sent, and by today where that is not known', () => {
    expect(codes({ joined: '2025-10' }, '2026-09-02T10:00')).toEqual([]);
    expect(TODAY.slice(0, 7)).toBe('2026-03');
    expect(codes({ joined: '2025-10' })).toEqual(['signal_new_profile']);
  });

  it('counts an absent word about verification as nothing', () => {
    expect(codes({ verified: false })).toEqual(['signal_unverified']);
    expect(codes({ verified: true })).toEqual([]);
    expect(codes({})).toEqual([]);
  });

  it('never decides: whatever it says, the verdict is the same, and no sign is decisive', () => {
    const panel: fc.Arbitrary<AboutProfile> = fc.record(
      {
        joined: fc.constantFrom('2010', '2025-12', '2026-03'),
        verified: fc.boolean(),
        contactUpdated: fc.string({ maxLength: 20 }),
      },
      { requiredKeys: [] },
    );
    const message = fc.constantFrom('', 'I help CEOs scale to 7 figures, got 15 min?', 'We met at DevConf');
    fc.assert(
      fc.property(panel, message, (aboutProfile, text) => {
        const invitation = { ...FULL, message: text };
        const one = aCase({ invitation: { ...invitation, aboutProfile } });
        expect(verdictOf(one)).toBe(verdictOf(aCase({ invitation })));
        const signs = vet(one).reasons.filter(({ code }) => code.startsWith('signal_'));
        expect(signs.every(({ decisive, rule }) => decisive === undefined && rule === undefined)).toBe(true);
      }),
    );
  });

  it('is kept as the model takes it, however long the pasted line is', () => {
    const text = [
      'Mia Novak',
      'Engineer',
      'About this profile',
      'Joined March 2011',
      'Contact information',
      'x'.repeat(900),
    ];
    const [found] = parsePastedInvitations(text.join('\n'));
    expect(found?.about?.joined).toBe('2011-03');
    expect(AboutProfile.safeParse(found?.about).success).toBe(true);
  });
});

describe('every rule that matches', () => {
  it('is listed in order, the deciding one first, with the verdict it would give alone', () => {
    const vetting = vet(
      aCase({ invitation: { ...FULL, message: 'I help CEOs scale to 7 figures, got 15 min?' } }),
    );
    expect(vetting.matching?.[0]).toEqual({ rule: vetting.rule, verdict: vetting.verdict });
    expect(vetting.matching?.map(({ rule }) => rule)).toEqual(['R14', 'R15']);
  });
});

describe('how those asked stand', () => {
  it('counts who is to answer, silent and has answered; nobody who was not asked', () => {
    const mutuals = [
      aMutual(1, 'know'),
      aMutual(2, 'know', { askedOn: '2026-03-19' }),
      aMutual(3, 'know', { askedOn: '2026-03-01' }),
      aMutual(4, 'know', { askedOn: '2026-03-01', answer: 'not_really' }),
      aMutual(5, 'know', { askedOn: '2026-03-01', answer: 'no_reply' }),
    ];
    expect(standingOf(mutuals, { today: TODAY, policy: Policy.parse({}) })).toEqual({
      waiting: 1,
      silent: 2,
      answered: 1,
    });
  });
});
