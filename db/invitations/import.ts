// Invitations out of an archive: stored once each, and settled when the person turns out to be a connection.
import { linkedInKey } from '#core/contacts/identity.ts';
import { nameKey } from '#core/contacts/names.ts';
import type { ItemAction } from '#core/imports/model.ts';
import type { PlannedInvitation } from '#core/imports/plan.ts';
import { messageKey } from '#core/invitations/templates.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { invitation } from './tables.ts';

const INSERT = `insert into invitation
  (direction, fn, name_key, url, url_key, headline, message, message_key, sent_at, state, source, key, created_at,
   batch_id, line)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'archive', ?, ?, ?, ?)`;

/** Does what the plan says with one invitation; `same` and the like do nothing. */
export function applyInvitation(
  { book, batchId, now }: { book: WriteBook; batchId: number; now: DateTime },
  action: ItemAction,
  planned: PlannedInvitation,
): void {
  const { direction, fn, url, headline = '', message, sentAt, state, key, line } = planned;
  if (action === 'create') {
    book
      .statement(INSERT)
      .run(
        direction,
        fn,
        nameKey(fn),
        url,
        linkedInKey(url) ?? '',
        headline,
        message,
        gistOf(planned),
        sentAt ?? null,
        state,
        key,
        now,
        batchId,
        line,
      );
  }
  if (action === 'update') bringUpToDate(book, planned);
}

/** Of what others write to the owner. */
const gistOf = ({
  direction,
  message,
  fn,
}: Pick<PlannedInvitation, 'direction' | 'message' | 'fn'>): string =>
  direction === 'incoming' ? (messageKey(message, fn) ?? '') : '';

type Stored = Record<'id' | 'message' | 'headline' | 'url' | 'state', unknown>;

/** The stored one is accepted where it was pending, and gets what it has none of; what it says stands. */
function bringUpToDate(book: WriteBook, { id, key, ...told }: PlannedInvitation): void {
  const stored = book
    .statement(
      `select id, message, headline, url, state from invitation
       where ${id === undefined ? "key = ? and key <> '' and state = 'pending'" : 'id = ?'}`,
    )
    .get(id ?? key) as Stored | undefined; // the columns named
  if (stored === undefined) return;
  const { message, headline = '', url, state } = told;
  const changes = {
    ...(stored.state === 'pending' && { state }),
    ...(stored.message === '' && { message, messageKey: gistOf(told) }),
    ...(stored.headline === '' && { headline }),
    ...(stored.url === '' && { url, urlKey: linkedInKey(url) ?? '' }),
  };
  if (Object.keys(changes).length > 0) book.update(invitation, Number(stored.id), changes);
}

/** Whoever has become a connection since is no longer waiting for an answer, however their invitation came in. */
export function settleAccepted(book: WriteBook): void {
  const settled = book
    .statement(
      `select distinct i.id from invitation i
       join property p on p.key = i.url_key and p.key <> '' and p.name = 'URL'
       join evidence e on e.contact_id = p.contact_id and e.kind = 'li_connected' and e.other_id is null
         and e.superseded_by is null
       where i.direction = 'incoming' and i.state in ('pending', 'waiting_inviter', 'waiting_references') and i.url_key <> ''`,
    )
    .pluck()
    .all();
  for (const id of settled) book.update(invitation, Number(id), { state: 'accepted' });
}
