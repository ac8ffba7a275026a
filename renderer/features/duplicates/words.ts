// Reasons, tiers and strengths in words: what the linkage found, never as a number.
import { CircleHelp, CopyX, UserCheck, UserSearch } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { linkedInUrl } from '#core/contacts/identity.ts';
import type { DuplicateKind, DuplicateReason, DuplicateTier } from '#core/contacts/duplicates/model.ts';
import { shownAddress } from '#renderer/people/property.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import type { Meaning } from '#renderer/ui/Badge.tsx';

/** The list's tabs: the three tiers, and second profiles, which are in none of them. */
export const TABS = ['surely', 'probably', 'possibly', 'clones'] as const;
export type Tab = (typeof TABS)[number];

export const isTab = (text: string | undefined): text is Tab => TABS.some((tab) => tab === text);

/** The tab a group stands under. */
export const tabOf = ({ kind, tier }: { readonly kind: DuplicateKind; readonly tier: DuplicateTier }): Tab =>
  kind === 'clone' ? 'clones' : tier;

const LOOKS = {
  surely: { icon: UserCheck, meaning: 'accept' },
  probably: { icon: UserSearch, meaning: 'ask' },
  possibly: { icon: CircleHelp, meaning: 'neutral' },
  clones: { icon: CopyX, meaning: 'caution' },
} satisfies Record<Tab, { readonly icon: LucideIcon; readonly meaning: Meaning }>;

export const tabLook = (tab: Tab): { readonly icon: LucideIcon; readonly meaning: Meaning } => LOOKS[tab];

/** "Surely the same", "Second profile". */
export const tierWords = (tab: Tab): string => i18n.t(`duplicates:tier.${tab}`);

/** How one comparison speaks; one that says nothing either way is no reason. */
export function stanceOf({ weight, agreement }: DuplicateReason): 'for' | 'against' | undefined {
  if (agreement === 'missing' || weight === 0) return undefined;
  return weight > 0 ? 'for' : 'against';
}

function valueText(field: DuplicateReason['field'], value: string): string {
  // A profile may come as its key alone.
  if (field === 'profile') return shownAddress(value.includes('/') ? value : linkedInUrl(value));
  if (field === 'bday') return dateWords(value);
  return isolated(value);
}

/** "The same e-mail address: ana@example.org", "Different given names: Ana and Bo". */
export function reasonWords({ field, agreement, values, isRare }: DuplicateReason): string {
  const [a = '', b = ''] = values.map((value) => valueText(field, value));
  // One name in two scripts, one number written in two ways: the reader sees both.
  const same = a === b ? a : i18n.t('duplicates:reasons.both', { a, b });
  const reason = i18n.t(
    `duplicates:reason.${field}.${agreement}`,
    agreement === 'same' ? { a: same, b } : { a, b },
  );
  return isRare ? i18n.t('duplicates:reasons.rare', { reason }) : reason;
}

const KEYS: ReadonlySet<DuplicateReason['field']> = new Set(['profile', 'email', 'tel', 'identifier']);

/** The one reason to name where there is room for one: a key that agrees, else the first that speaks for it. */
export function tellingReason(reasons: readonly DuplicateReason[]): DuplicateReason | undefined {
  const speakFor = reasons.filter((reason) => stanceOf(reason) === 'for');
  return speakFor.find(({ field }) => KEYS.has(field)) ?? speakFor[0] ?? reasons[0];
}

/** "speaks strongly for it". */
export const strengthWords = (reason: DuplicateReason): string =>
  i18n.t(`duplicates:strength.${stanceOf(reason) ?? 'for'}.${reason.strength}`);
