// People who may be one, as a list and side by side.
import type { z } from 'zod';
import type { duplicates, DuplicateGroupSummary, DuplicatePerson } from '#api/duplicates.ts';
import { mergeFields } from '#core/contacts/duplicates/merge-choices.ts';
import type { DuplicateGroup, DuplicateKind, DuplicateTier } from '#core/contacts/duplicates/model.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { ReadBook } from '#db/book.ts';
import { currentProperties } from '#db/contacts/properties.ts';
import { contactRow, summaries } from '#db/contacts/queries.ts';
import { invitationsWith } from '#db/invitations/queries.ts';
import { ownerId } from '#db/settings/queries.ts';
import type { Suggestions } from './suggestions.ts';

/** As many reasons as a list shows. */
const REASONS_LISTED = 3;

/** How many groups wait, by tier; clones apart. */
export function countGroups(book: ReadBook, suggestions: Suggestions) {
  const counts = { surely: 0, probably: 0, possibly: 0, clones: 0 };
  for (const { kind, tier } of suggestions.groups(book)) counts[kind === 'clone' ? 'clones' : tier] += 1;
  return { isReady: suggestions.isReady, ...counts };
}

interface Wanted {
  readonly tier?: DuplicateTier | undefined;
  readonly kind?: DuplicateKind | undefined;
  readonly page: { readonly offset: number; readonly limit: number };
}

/** One window of the groups in the order of review. */
export function listGroups(book: ReadBook, suggestions: Suggestions, { tier, kind, page }: Wanted) {
  const groups = suggestions
    .groups(book)
    .filter(
      (group) =>
        (tier === undefined || (group.tier === tier && group.kind === 'same')) &&
        (kind === undefined || group.kind === kind),
    );
  const window = groups.slice(page.offset, page.offset + page.limit);
  const people = new Map(
    summaries(
      book,
      window.flatMap(({ ids }) => ids),
    ).map((person) => [person.id, person]),
  );
  const toSummary = ({ key, kind: of, tier: at, ids, pairs }: DuplicateGroup): DuplicateGroupSummary => ({
    key,
    kind: of,
    tier: at,
    people: ids.flatMap((id) => people.get(id) ?? []),
    reasons: pairs[0]?.reasons.slice(0, REASONS_LISTED) ?? [],
  });
  return { total: groups.length, rows: window.map(toSummary) };
}

type Comparison = z.input<NonNullable<(typeof duplicates.compare)['~orpc']['outputSchema']>>;

/** People side by side, and what would stand if they were one. Throws NOT_FOUND when one of them is gone. */
export function compare(book: ReadBook, suggestions: Suggestions, asked: readonly ContactId[]): Comparison {
  const ids = [...new Set(asked)];
  const created = new Map(ids.map((id) => [id, contactRow(book, id).createdAt]));
  const people = summaries(book, ids).map((summary): DuplicatePerson => ({
    ...summary,
    createdAt: created.get(summary.id) ?? '',
    links: linksOf(book, summary.id),
  }));
  const survivorId = survivorOf(people, ownerId(book));
  const inOrder = [survivorId, ...ids.filter((id) => id !== survivorId)];
  return {
    people,
    pairs: suggestions.among(ids),
    fields: mergeFields(
      inOrder.map((contactId) => ({ contactId, properties: currentProperties(book, contactId) })),
    ),
    survivorId,
  };
}

const LINKS = {
  encounters: 'select count(*) from encounter where contact_id = @id',
  ties: 'select count(*) from evidence where (contact_id = @id or other_id = @id) and superseded_by is null',
  introductions: 'select count(*) from introduction where a_id = @id or b_id = @id',
  named: 'select count(*) from mutual where contact_id = @id',
  imports: 'select count(distinct batch_id) from property where contact_id = @id and batch_id is not null',
} as const;

function linksOf(book: ReadBook, id: ContactId): DuplicatePerson['links'] {
  const count = (query: keyof typeof LINKS) => Number(book.statement(LINKS[query]).pluck().get({ id }));
  return {
    encounters: count('encounters'),
    ties: count('ties'),
    invitations: invitationsWith(book, id).length + count('named'),
    introductions: count('introductions'),
    imports: count('imports'),
  };
}

/** The owner's own card, else the one with most behind it, else the oldest. */
function survivorOf(people: readonly DuplicatePerson[], owner: ContactId | undefined): ContactId {
  const behind = ({ links }: DuplicatePerson) => Object.values(links).reduce((sum, one) => sum + one, 0);
  const [first] = people.toSorted(
    (a, b) =>
      Number(b.id === owner) - Number(a.id === owner) ||
      behind(b) - behind(a) ||
      a.createdAt.localeCompare(b.createdAt) ||
      a.id - b.id,
  );
  return first!.id; // two people at least are compared
}
