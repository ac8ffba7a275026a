// All that the page of one person shows first.
import type { ContactId } from '#core/contacts/model.ts';
import { howWeKnow } from '#core/network/how-we-know.ts';
import { tieOf } from '#core/network/tie.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { encountersWith } from '#db/events/encounters.ts';
import { acceptancesOf } from '#db/invitations/acceptance.ts';
import { invitationsWith } from '#db/invitations/queries.ts';
import { ownerEvidence } from '#db/network/queries.ts';
import { ownerId } from '#db/settings/queries.ts';
import { currentProperties, formOf } from './properties.ts';
import { contactRow, originOf, standingId } from './queries.ts';

/** Answers for whoever a merged card has become part of; throws NOT_FOUND where there is nobody. */
export function contactPage(book: ReadBook, asked: ContactId, now: DateTime) {
  const id = standingId(book, asked);
  const row = contactRow(book, id);
  const encounters = encountersWith(book, id);
  const evidence = ownerEvidence(book, id, now);
  const invitations = invitationsWith(book, id);
  const origin = originOf(book, row);
  return {
    id,
    fn: row.fn,
    org: row.org,
    title: row.title,
    isOwner: ownerId(book) === id,
    form: formOf(book, id),
    properties: currentProperties(book, id),
    howWeKnow: howWeKnow({
      encounters,
      evidence,
      invitations,
      acceptances: acceptancesOf(book, id),
      origin,
    }),
    encounters,
    tie: tieOf(evidence, now),
    invitations,
  };
}
