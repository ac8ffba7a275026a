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
    const gist = direction === 'incoming' ? (messageKey(message, fn) ?? '') : '';
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
        gist,
        sentAt ?? null,
        state,
        key,
        now,
        batchId,
        line,
      );
  }
  if (action === 'update') {
    const id = book
      .statement(`select id from invitation where key = ? and key <> '' and state = 'pending'`)
      .pluck()
      .get(key);
    if (typeof id === 'number') book.update(invitation, id, { state });
  }
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
