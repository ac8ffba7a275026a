// People of the book whom a message names.
import { ContactId } from '#core/contacts/model.ts';
import type { NamedPerson } from '#core/invitations/evidence.ts';
import { isFiller } from '#core/invitations/message.ts';
import { phraseIndex, phrasesIn } from '#core/invitations/phrase-index.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { tokens } from '#core/shared/fold.ts';
import type { ReadBook } from '#db/book.ts';
import { ownerTie } from '#db/network/queries.ts';

/** Words of a message that are looked up as names of people, two or three at a time. */
const MOST_WORDS = 300;

/**
 * People a message names, and what is on record between each and a candidate. Looks up every two and three words as a
 * name: the book may hold 100 000, a note holds fifty words.
 */
export function peopleNamedIn(
  book: ReadBook,
  message: string,
  { now, candidates }: { readonly now: DateTime; readonly candidates: readonly ContactId[] },
): NamedPerson[] {
  const keys = nameKeysIn(message);
  if (keys.size === 0) return [];
  const rows = book
    .statement(
      'select id, fn from contact where deleted_at is null and name_key in (select value from json_each(?)) limit 20',
    )
    .all(JSON.stringify([...keys])) as { id: number; fn: string }[]; // the columns named
  const found = new Set(
    phrasesIn(
      phraseIndex(
        rows.map(({ id, fn }) => ({ id, name: fn })),
        'people',
      ),
      message,
    ),
  );
  return rows
    .filter(({ id }) => found.has(id))
    .map(({ id, fn }) => {
      const contactId = ContactId.parse(id);
      const about = saysOf(book, contactId, candidates);
      return {
        contactId,
        fn,
        ownerLevel: ownerTie(book, contactId, now).level,
        ...(about === undefined ? {} : { aboutInviter: about }),
      };
    });
}

/** What a person has said of the candidates, or the owner about the two of them; inferred ties say nothing here. */
function saysOf(
  book: ReadBook,
  id: ContactId,
  candidates: readonly ContactId[],
): NamedPerson['aboutInviter'] {
  if (candidates.length === 0) return undefined;
  const kinds = book
    .statement(
      `select kind from evidence where contact_id = @id and other_id in (select value from json_each(@all))
         and superseded_by is null and kind in ('vouched', 'disowned', 'user_statement', 'li_recommended')
       union all
       select kind from evidence where other_id = @id and contact_id in (select value from json_each(@all))
         and superseded_by is null and kind in ('user_statement', 'li_recommended')`,
    )
    .pluck()
    .all({ id, all: JSON.stringify(candidates) });
  if (kinds.includes('disowned')) return 'disowns';
  return kinds.length > 0 ? 'knows' : undefined;
}

const CAPITAL = /^[\p{Lu}\p{Lt}]/u;

/** Keys (`nameKey`) of every two and three words that could be a name: those of greetings alone could not. */
function nameKeysIn(message: string): Set<string> {
  const words = (message.match(/[\p{L}\p{M}'’.-]+/gu)?.slice(0, MOST_WORDS) ?? []).map((written) => ({
    folded: tokens(written),
    named: CAPITAL.test(written),
  }));
  const keys = new Set<string>();
  for (const at of words.keys()) {
    for (const length of [2, 3]) {
      const span = words.slice(at, at + length);
      const folded = span.flatMap((word) => word.folded);
      const may = span.some((word) => word.named) || !folded.some(isFiller);
      if (may && folded.length > 1) keys.add(folded.sort().join(' '));
    }
  }
  return keys;
}
