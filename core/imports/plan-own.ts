// Invitations with their decisions, introductions, letters, views and rules of our own file beside those of the book.
import { fold } from '#core/shared/fold.ts';
import { InvitationId } from '#core/invitations/model.ts';
import { differences, Policy, POLICY_WORDS, UNKNOWN_POLICY } from '#core/invitations/policy.ts';
import type { DiaryDraft } from './model.ts';
import type { InvitationOf, OwnOf } from './own-records.ts';
import { personKey } from './plan-people.ts';
import { invitationKey } from './planned.ts';
import type { BookLookup, EventAt, KnownOwn, PersonAt } from './planned.ts';

type Own = OwnOf<PersonAt, EventAt>;

/** Whether the book, or an earlier record, says it already; `bare`: it has the invitation and nothing about it. */
type KnownAs = 'none' | 'same' | 'other' | { readonly bare: InvitationId };

/** What a record is called, in the book as in a file: two of one key are the same thing, or one after the other. */
export function ownKey(said: Own): string {
  switch (said.what) {
    case 'view':
      return `view ${fold(said.name)}`;
    case 'template':
      return `template ${said.kind} ${said.language} ${said.tone} ${fold(said.name)}`;
    case 'policy':
      return 'policy';
    case 'introduction':
      return `introduction ${pairKey(said)} ${said.createdAt}`;
    case 'vetting':
      return `vetting ${invitationKey(said)}`;
    case 'apart':
      return `apart ${pairKey(said)}`;
  }
}

const pairKey = ({ a, b }: { readonly a: PersonAt; readonly b: PersonAt }): string =>
  [personKey(a), personKey(b)].toSorted().join(' ');

/** What it says, in one text: equal where nothing differs that the owner would see. */
function wordsOf(said: Own): string {
  switch (said.what) {
    case 'view':
      return said.text;
    case 'template':
      return `${said.subject}\n${said.body}`;
    case 'policy':
      return POLICY_WORDS.map((word) => said.policy[word]).join(' ');
    case 'introduction':
      return canonical(said);
    case 'vetting': {
      // When and how an invitation came into a book is that book's own affair.
      const { createdAt: _at, source: _source, known: _known, ...rest } = said;
      return canonical(rest);
    }
    case 'apart':
      return '';
  }
}

/** JSON with its keys in order: the same values in whatever order somebody wrote them. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

/** Of these a book holds one under a key; of the others several, each of which a record stands for. */
const ONCE: ReadonlySet<Own['what']> = new Set(['view', 'template', 'policy', 'apart']);

const isBare = ({ mutuals, decisions }: InvitationOf<PersonAt, EventAt>): boolean =>
  mutuals.length + decisions.length === 0;

/** Each row of the book stands for one record of a file; what an earlier file has said is not said again. */
export function ownMatching(book: BookLookup) {
  const open = new Map<string, KnownOwn[]>();
  const exact = new Set<Own>();
  const earlier = new Map<string, { readonly entry: number; readonly words: string }>();
  const take = (said: Own, isIt: (row: KnownOwn) => boolean): KnownOwn | undefined => {
    const key = ownKey(said);
    let rows = open.get(key);
    if (rows === undefined) open.set(key, (rows = [...(book.ownUnder?.(key) ?? [])]));
    const at = rows.findIndex(isIt);
    return at < 0 ? undefined : rows.splice(at, 1)[0];
  };
  return {
    /** Looks whether the book has exactly this. Before anything is asked of records that only resemble it. */
    note(said: Own): void {
      const words = wordsOf(said);
      if (take(said, (row) => wordsOf(row.said) === words) !== undefined) exact.add(said);
    },
    /** `entry` is the file that says it. */
    knownOf(said: Own, entry: number): KnownAs {
      const [key, words] = [ownKey(said), wordsOf(said)];
      const before = earlier.get(key);
      if (before !== undefined && (before.entry !== entry || ONCE.has(said.what)))
        return before.words === words ? 'same' : 'other';
      earlier.set(key, { entry, words });
      if (exact.has(said)) return 'same';
      const row = take(said, () => true);
      if (row === undefined) return 'none';
      const isNew =
        said.what === 'vetting' && row.said.what === 'vetting' && isBare(row.said) && !isBare(said);
      return isNew ? { bare: InvitationId.parse(row.id) } : 'other';
    },
  };
}

/**
 * Under which number the book has the rules that a file calls by one. A number of the file may mean other rules here, and a
 * decision is never to be shown beside rules it was not made by.
 */
export function policyNumbers(drafts: readonly DiaryDraft[], book: BookLookup): (version: number) => number {
  const own = book.ownUnder?.('policy')[0]?.said;
  // Rules of the file come in under their numbers.
  if (own?.what !== 'policy') return (version) => version;
  const ours = [...own.before, own.policy];
  const said = drafts.find((draft) => draft.what === 'policy');
  // Until somebody chooses, the rules are as they come.
  const theirs = [Policy.parse({}), ...(said === undefined ? [] : [...said.before, said.policy])];
  const withNumber = (all: readonly Policy[], version: number) =>
    all.findLast((one) => one.version === version);
  return (version) => {
    const [then, here] = [withNumber(theirs, version), withNumber(ours, version)];
    if (then === undefined) return here === undefined ? version : UNKNOWN_POLICY;
    const isSame = (one: Policy) => differences(one, then).length === 0;
    return here !== undefined && isSame(here) ? version : (ours.findLast(isSame)?.version ?? UNKNOWN_POLICY);
  };
}

/** An invitation whose decisions speak of the book's rules. */
export const withPolicies = (
  said: InvitationOf<PersonAt, EventAt>,
  numberOf: (version: number) => number,
) => ({
  ...said,
  decisions: said.decisions.map(({ vetting, ...decision }) => ({
    ...decision,
    vetting: { ...vetting, policyVersion: numberOf(vetting.policyVersion) },
  })),
});
