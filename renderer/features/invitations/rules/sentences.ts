// The owner's rules as sentences: which words stand in each, and what each says.
import { MOST_ASKED, Policy, Reception } from '#core/invitations/policy.ts';
import type { PolicyWord } from '#core/invitations/policy.ts';
import { i18n } from '#renderer/strings/i18n.ts';

/** What a policy can say at one place. */
export type Said = Policy[PolicyWord];

const DAYS = [3, 5, 7, 10, 14, 21, 30, 60] as const;
const upTo = (most: number): number[] => Array.from({ length: most }, (_, at) => at + 1);

const CHOICES: Readonly<Record<PolicyWord, readonly Said[]>> = {
  acceptFrom: Policy.shape.acceptFrom.unwrap().options,
  introducerFrom: Policy.shape.introducerFrom.unwrap().options,
  oneWhoKnowsWell: [true, false],
  vouchersWanted: upTo(3),
  mutualsAsked: upTo(MOST_ASKED),
  silenceDays: DAYS,
  nobodyVouches: Reception.options,
  weakMutuals: Reception.options,
  salesPitch: Reception.options,
  namedRecruiter: Policy.shape.namedRecruiter.unwrap().options,
  silentStranger: Reception.options,
  connectionsVisible: [true, false],
};

/** The choices at a place; what the policy says now is among them, wherever it came from. */
export const choicesOf = (word: PolicyWord, now: Said): readonly Said[] =>
  CHOICES[word].includes(now) ? CHOICES[word] : [...CHOICES[word], now];

const RECEPTIONS: readonly PolicyWord[] = [
  'nobodyVouches',
  'weakMutuals',
  'salesPitch',
  'namedRecruiter',
  'silentStranger',
];

/** A choice in the words that stand in the sentence. */
export function choiceWords(word: PolicyWord, said: Said): string {
  if (word === 'silenceDays') return i18n.t('rules:days', { count: Number(said) });
  const key = RECEPTIONS.includes(word) ? 'reception' : word;
  // The catalogue has a text for every choice listed above, which the catalogues' test sees.
  return i18n.t(`rules:choice.${key}.${String(said)}` as 'rules:choice.reception.IGNORE');
}

/** Stands in a sentence where the choice goes. */
const PLACE = '\u{FFFC}';

/** The sentence before and after its choice. */
export function partsOf(word: PolicyWord): readonly [string, string] {
  const [before = '', after = ''] = i18n.t(`rules:sentence.${word}`, { choice: PLACE }).split(PLACE);
  return [before, after];
}

/** The whole sentence as a policy has it. */
export const sentenceOf = (word: PolicyWord, policy: Policy): string =>
  i18n.t(`rules:sentence.${word}`, { choice: choiceWords(word, policy[word]) });

/** The sentences as paragraphs, in reading order. */
export const PARAGRAPHS = [
  { title: 'accept', words: ['acceptFrom', 'introducerFrom', 'oneWhoKnowsWell', 'vouchersWanted'] },
  { title: 'ask', words: ['mutualsAsked', 'silenceDays', 'nobodyVouches'] },
  { title: 'strangers', words: ['weakMutuals', 'salesPitch', 'namedRecruiter', 'silentStranger'] },
  { title: 'see', words: ['connectionsVisible'] },
] as const satisfies readonly { readonly title: string; readonly words: readonly PolicyWord[] }[];
