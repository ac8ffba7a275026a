// Every format an import reads, in the order in which they are asked: the one that is surest of itself first.
import {
  findHeader,
  type Header,
  isConnectionsHeader,
  isInvitationsHeader,
  isProfileHeader,
} from './header.ts';
import type { ParsedEntry, Reading, SourceKind } from './model.ts';
import type { Entry, Recognised, SourceFormat } from './source-format.ts';
import { acquaintFormat } from './sources/acquaint.ts';
import { acquaintTableFormat } from './sources/acquaint-table.ts';
import { addressBookFormat, csvFormat } from './sources/address-book/formats.ts';
import { googleFormat } from './sources/address-book/google.ts';
import { contrackFormat } from './sources/contrack.ts';
import { facebookFormat } from './sources/facebook.ts';
import { icalendarFormat } from './sources/icalendar.ts';
import { ldifFormat } from './sources/ldif.ts';
import { parseConnections } from './sources/linkedin-connections.ts';
import { linkedInContactsFormat } from './sources/linkedin-contacts.ts';
import { linkedInEventsFormat } from './sources/linkedin-events.ts';
import { parseInvitations } from './sources/linkedin-invitations.ts';
import { linkedInMessagesFormat } from './sources/linkedin-messages.ts';
import { linkedInNotesFormat } from './sources/linkedin-notes.ts';
import {
  linkedInCompanyFollowsFormat,
  linkedInEducationFormat,
  linkedInEmailAddressesFormat,
  linkedInPhoneNumbersFormat,
  linkedInPositionsFormat,
  linkedInRegistrationFormat,
} from './sources/linkedin-owner-facts.ts';
import { linkedInEndorsementsFormat, linkedInRecommendationsFormat } from './sources/linkedin-praise.ts';
import { parseProfile } from './sources/linkedin-profile.ts';
import { mailboxFormat, mailMessageFormat } from './sources/mailbox.ts';
import { monicaFormat } from './sources/monica.ts';
import { nametagFormat } from './sources/nametag.ts';
import { telegramFormat } from './sources/telegram.ts';
import { vcardFormat, vcardsWithinFormat } from './sources/vcard.ts';
import { whatsAppFormat } from './sources/whatsapp.ts';

/** A LinkedIn table that is known by its header alone. */
const linkedInTable = (
  kind: SourceKind,
  accepts: (header: Header) => boolean,
  parse: (text: string, header: Header) => ParsedEntry,
): SourceFormat => ({
  kinds: [kind],
  recognise(entry) {
    const header = findHeader(entry.head, accepts);
    return (
      header && {
        kind,
        because: header.labels.join(header.delimiter),
        parse: () => parse(entry.text(), header),
      }
    );
  },
});

export const FORMATS: readonly SourceFormat[] = [
  icalendarFormat,
  mailboxFormat,
  mailMessageFormat,
  vcardFormat,
  ldifFormat,
  acquaintFormat,
  acquaintTableFormat,
  monicaFormat,
  contrackFormat,
  nametagFormat,
  facebookFormat,
  telegramFormat,
  linkedInTable('linkedin-connections', isConnectionsHeader, parseConnections),
  linkedInTable('linkedin-invitations', isInvitationsHeader, parseInvitations),
  linkedInTable('linkedin-profile', isProfileHeader, parseProfile),
  linkedInMessagesFormat,
  linkedInContactsFormat,
  linkedInPositionsFormat,
  linkedInEducationFormat,
  linkedInRecommendationsFormat,
  linkedInEndorsementsFormat,
  linkedInEventsFormat,
  linkedInRegistrationFormat,
  linkedInEmailAddressesFormat,
  linkedInPhoneNumbersFormat,
  linkedInCompanyFollowsFormat,
  linkedInNotesFormat,
  googleFormat,
  addressBookFormat,
  whatsAppFormat,
  // Any table of people, once nobody knows it better.
  csvFormat,
  vcardsWithinFormat,
];

/** Whatever the entry is; with a `reading` that names a kind only what can be read as that. Undefined: nothing we know. */
export function recognise(entry: Entry, reading: Reading = {}): Recognised | undefined {
  const { kind } = reading;
  for (const format of FORMATS) {
    if (kind !== undefined && !format.kinds.includes(kind)) continue;
    const recognised = format.recognise(entry, reading);
    if (recognised && (kind === undefined || recognised.kind === kind)) return recognised;
  }
  return undefined;
}

/** All an entry could be read as, the likeliest first. */
export function readableAs(entry: Entry, reading: Reading = {}): SourceKind[] {
  const usual = recognise(entry, { ...reading, kind: undefined })?.kind;
  const kinds = FORMATS.flatMap((format) =>
    format.kinds.filter((kind) => format.recognise(entry, { ...reading, kind })?.kind === kind),
  );
  return [...new Set(usual === undefined ? kinds : [usual, ...kinds])];
}
