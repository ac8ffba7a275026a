// What would change the verdict: the same rules on the case as it would be if one thing were known.
import { ContactId } from '#core/contacts/model.ts';
import type { Tie } from '#core/network/model.ts';
import { referenceOf } from './case-questions.ts';
import { askWhom } from './ask-whom.ts';
import type { CandidateFacts, VettingCase } from './evidence.ts';
import { HARD_CUES } from './cues/cue-list.ts';
import { scamCues } from './note-kind.ts';
import type { Answer, Counterfactual, Mutual, Verdict } from './model.ts';
import { ACCEPTING, type CounterfactualCode } from './reason-codes.ts';

interface Alteration {
  readonly code: CounterfactualCode;
  readonly params: Counterfactual['params'];
  readonly altered: VettingCase;
}

const NO_TIE: Tie = { level: 'unknown', certainty: 'likely', setBy: 'rule', basis: [], unconfirmed: false };

/** Alterations that lead `decide` to another verdict than `now`, in a fixed order, each code and person once. */
export function wouldChange(
  one: VettingCase,
  now: Verdict,
  decide: (altered: VettingCase) => Verdict,
): Counterfactual[] {
  const accepted = ACCEPTING.some((verdict) => verdict === now);
  return alterations(one, accepted).flatMap(({ code, params, altered }) => {
    const verdict = decide(altered);
    return verdict === now ? [] : [{ code, params, verdict }];
  });
}

function alterations(one: VettingCase, accepted: boolean): Alteration[] {
  const person = identityAlterations(one);
  const harmless = scamCues(one.reading)
    .slice(0, 1)
    .map((cue) => ({
      code: 'if_quote_harmless' as const,
      params: { quote: cue.quote },
      altered: { ...one, reading: { ...one.reading, cues: withoutScam(one) } },
    }));
  if (accepted) return [...person, ...harmless, ...warning(one)];
  return [
    ...person,
    ...harmless,
    ...meeting(one),
    ...introduction(one),
    ...references(one),
    ...additions(one),
  ];
}

const withoutScam = ({ reading }: VettingCase) =>
  reading.cues.filter((cue) => !HARD_CUES.some((kind) => kind === cue.kind));

/** The person the case is about, or somebody of whom nothing is known yet. */
const personOf = (one: VettingCase): CandidateFacts =>
  one.person ?? {
    contactId: ContactId.parse(Number.MAX_SAFE_INTEGER),
    fn: one.invitation.fn,
    org: one.invitation.org,
    urlKeys: [],
    emailKeys: [],
    connected: false,
    tie: NO_TIE,
    encounters: [],
    introductions: [],
  };

function identityAlterations(one: VettingCase): Alteration[] {
  const { identity, candidates } = one;
  const unknown: VettingCase = { ...one, identity: { outcome: 'unknown' }, person: undefined };
  if (identity.outcome === 'unknown' || identity.outcome === 'same') return [];
  const ids = identity.outcome === 'possible' ? identity.contactIds : [identity.contactId];
  const same = candidates
    .filter((candidate) => ids.includes(candidate.contactId))
    .slice(0, 3)
    .map((person): Alteration => {
      const by = { outcome: 'same', by: 'url', contactId: person.contactId } as const;
      return { code: 'if_same_person', params: { fn: person.fn }, altered: { ...one, identity: by, person } };
    });
  const [first] = same;
  return first === undefined
    ? []
    : [...same, { code: 'if_another_person', params: first.params, altered: unknown }];
}

function meeting(one: VettingCase): Alteration[] {
  const person = personOf(one);
  const encounter = { eventSummary: '', location: '', note: '' };
  return [
    {
      code: 'if_met',
      params: {},
      altered: { ...one, person: { ...person, encounters: [encounter, ...person.encounters] } },
    },
  ];
}

function introduction(one: VettingCase): Alteration[] {
  const claimed = one.reading.introducer;
  if (claimed === undefined) return [];
  const person = personOf(one);
  const fact = {
    introducerId: person.contactId,
    introducer: claimed.name,
    ownerLevel: 'know',
    consented: true,
  } as const;
  return [
    {
      code: 'if_introducer_confirms',
      params: { name: claimed.name },
      altered: { ...one, person: { ...person, introductions: [fact, ...person.introductions] } },
    },
  ];
}

const answering = (one: VettingCase, who: (mutual: Mutual) => boolean, answer: Answer): VettingCase => ({
  ...one,
  invitation: {
    ...one.invitation,
    mutuals: one.invitation.mutuals.map((mutual) => (who(mutual) ? { ...mutual, answer } : mutual)),
  },
});

function references(one: VettingCase): Alteration[] {
  const { mutuals } = one.invitation;
  const next = new Set(askWhom(mutuals, one.today, one.policy).map((person) => person.contactId));
  const open = mutuals.filter(
    (mutual) =>
      mutual.contactId !== undefined &&
      (next.has(mutual.contactId) || referenceOf(mutual, one) === 'waiting'),
  );
  const good = open.slice(0, 3).map((mutual): Alteration => ({
    code: 'if_knows_well',
    params: { fn: mutual.fn },
    altered: answering(one, (other) => other.id === mutual.id, 'knows_well'),
  }));
  if (open.length === 0) return [];
  const ids = new Set(open.map((mutual) => mutual.id));
  const nobody = answering(one, (mutual) => ids.has(mutual.id), 'not_really');
  return [...good, { code: 'if_nobody_knows', params: {}, altered: nobody }];
}

/** For what rests on references: the next answer may be a warning. */
function warning(one: VettingCase): Alteration[] {
  const [open] = one.invitation.mutuals.filter(
    (mutual) => mutual.answer === undefined || mutual.answer === 'no_reply',
  );
  return open
    ? [
        {
          code: 'if_warns',
          params: { fn: open.fn },
          altered: answering(one, (mutual) => mutual.id === open.id, 'warns'),
        },
      ]
    : [];
}

function additions(one: VettingCase): Alteration[] {
  const { invitation, reading } = one;
  const mutual: Mutual = {
    // Ids only tell mutuals apart here; the largest is nobody's.
    id: Number.MAX_SAFE_INTEGER as Mutual['id'],
    name: '',
    contactId: ContactId.parse(Number.MAX_SAFE_INTEGER),
    fn: '',
    ownerLevel: 'know',
    quoteShareable: false,
  };
  const known: Alteration[] =
    invitation.mutuals.length > 0 || invitation.mutualCount === 0
      ? []
      : [
          {
            code: 'if_known_mutual',
            params: {},
            altered: { ...one, invitation: { ...invitation, mutuals: [mutual] } },
          },
        ];
  const silent: Alteration[] =
    reading.note === 'own'
      ? []
      : [
          {
            code: 'if_note_says_where',
            params: {},
            altered: {
              ...one,
              reading: { ...reading, note: 'own', cues: [{ kind: 'met', quote: '', start: 0 }] },
            },
          },
        ];
  return [...known, ...silent];
}
