// What accepting writes into the book: the person, that they are a connection now, and who stood up for them.
import { ContactForm, ContactId } from '#core/contacts/model.ts';
import { linkedInKey } from '#core/contacts/identity.ts';
import { splitName } from '#core/contacts/names.ts';
import type { VettingCase } from '#core/invitations/evidence.ts';
import type { Invitation } from '#core/invitations/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { formOf } from '#db/contacts/properties.ts';
import { createContact, updateContact } from '#db/contacts/queries.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { recordConnected } from '#db/network/queries.ts';
import { personOf } from './read.ts';
import { sayAnswers } from './references.ts';

/** A card with what the invitation says; the book recognises them by their page from then on. */
function cardOf({ fn, org, headline, url, email }: Invitation): ContactForm {
  const { family, given, additional, prefix, suffix } = splitName(fn);
  const cut = (part: string) => part.slice(0, 200);
  return ContactForm.parse({
    prefix: cut(prefix),
    given: cut(given),
    additional: cut(additional),
    family: cut(family),
    suffix: cut(suffix),
    // A name that is nothing but signs still is what they are called.
    nickname: family === '' && given === '' ? cut(fn) : '',
    org,
    title: headline.slice(0, 300),
    urls: url === '' ? [] : [url],
    emails: email === '' ? [] : [email],
  });
}

const isConnected = (book: ReadBook, id: ContactId): boolean =>
  book
    .statement(
      `select 1 from evidence where contact_id = ? and kind = 'li_connected' and other_id is null and superseded_by is null`,
    )
    .get(id) !== undefined;

/** Whoever says yes says that it is them: somebody known without a page has one from now on. */
function keepPage(book: WriteBook, { invitation, identity, person }: VettingCase, now: DateTime): void {
  if (identity.outcome !== 'probable' || person === undefined || person.urlKeys.length > 0) return;
  if (linkedInKey(invitation.url) === undefined) return;
  const form = formOf(book, person.contactId);
  updateContact(book, person.contactId, { ...form, urls: [...form.urls, invitation.url] }, now);
}

/**
 * Takes whoever is accepted into the book, unless they are in it: by their page, or as the person the verdict was about.
 * Answers the card.
 */
export function takeIn(book: WriteBook, one: VettingCase, now: DateTime): ContactId {
  const { invitation, person } = one;
  // Asked again here: of several accepted at once, an earlier one may be the same person.
  const byKey = personOf(book, { urlKey: linkedInKey(invitation.url) ?? '', email: invitation.email });
  const id = byKey ?? person?.contactId ?? createContact(book, cardOf(invitation), now);
  if (byKey === undefined) {
    keepPage(book, one, now);
    // Answers about somebody in the book were noted when they came.
    sayAnswers(book, invitation.id, id, now);
  }
  if (!isConnected(book, id)) recordConnected(book, id, now.slice(0, 10), now);
  return id;
}

/** When the owner accepted invitations of a person, by their page, and who had stood up for them; the newest first. */
export function acceptancesOf(book: ReadBook, id: ContactId) {
  const rows = book
    .statement(
      `select max(d.decided_at) as at, (select json_group_array(coalesce(c.fn, m.name)) from mutual m
           left join contact c on c.id = m.contact_id
           where m.invitation_id = i.id and m.answer in ('knows_well', 'knows')) as vouchers
       from property p join invitation i on i.url_key = p.key and i.url_key <> '' and i.state = 'accepted'
       join decision d on d.invitation_id = i.id and d.decision = 'accept'
       where p.contact_id = ? and p.name = 'URL' and p.key <> '' group by i.id order by at desc`,
    )
    .all(id) as { readonly at: string; readonly vouchers: string }[]; // the columns named
  return rows.map(({ at, vouchers }) => ({
    on: at.slice(0, 10),
    // An array of texts, as SQLite has just put it together.
    vouchers: JSON.parse(vouchers) as string[],
  }));
}
