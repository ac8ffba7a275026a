// LinkedIn's Invitations.csv: who asked whom, over the last months, pending and accepted alike.
import { linkedInKey } from '#core/contacts/identity.ts';
import { nameKey, splitName } from '#core/contacts/names.ts';
import { fold } from '#core/shared/fold.ts';
import { findHeader, type Header, isInvitationsHeader } from '../header.ts';
import type { InvitationDraft, Issue, OwnerDraft, ParsedEntry } from '../model.ts';
import { numericOrder, readDateTime, usualOrder } from './linkedin-dates.ts';
import {
  bodyOf,
  cellReader,
  issue,
  miscounted,
  rejoined,
  type Row,
  withoutHeader,
  wrongCount,
} from './table.ts';

type Direction = InvitationDraft['direction'];

interface Line {
  readonly row: Row;
  readonly fields: readonly string[];
  readonly direction: Direction | undefined;
  readonly inviter: Party;
  readonly invitee: Party;
}

interface Party {
  readonly fn: string;
  readonly url: string;
  /** What tells two parties apart: the profile, its URN, or the folded name. */
  readonly id: string;
}

/** LinkedIn's own words are INCOMING and OUTGOING; the others are what its interface or a translation makes of them. */
const INCOMING =
  'incoming|received|in|eingehend|erhalten|empfangen|entrant|entrante|reçue|reçu|recibida|recibido|recebida|recebido|in arrivo|' +
  'ricevuto|inkomend|ontvangen|przychodzące|otrzymane|входящее|входящие|受信|收到|接收|gelen|inkommande|mottagen|indgående|innkommende';
const OUTGOING =
  'outgoing|sent|out|ausgehend|gesendet|sortant|sortante|envoyée|envoyé|saliente|enviada|enviado|in uscita|inviato|uitgaand|' +
  'verzonden|wychodzące|wysłane|исходящее|исходящие|送信|发出|發出|已发送|giden|utgående|skickad|udgående';

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ...INCOMING.split('|').map((word) => [fold(word), 'incoming'] as const),
  ...OUTGOING.split('|').map((word) => [fold(word), 'outgoing'] as const),
]);

const directionOf = (text: string) => DIRECTIONS.get(fold(text.trim()));

/**
 * Reads Invitations.csv with profile URLs (2023 on), URNs or neither. The other person is the one who is not the owner;
 * the owner is whoever stands on the owner's side of most rows (LinkedIn names them nowhere else). A message is taken
 * exactly as written, up to its 300 characters, entities and emoji included; no message is ''. Never throws.
 */
export function parseInvitations(text: string, header = findHeader(text, isInvitationsHeader)): ParsedEntry {
  if (!header) return withoutHeader('linkedin-invitations');
  const { rows, issues: bodyIssues } = bodyOf(text, header);
  const issues: Issue[] = [...bodyIssues];
  const cell = cellReader(header);
  const lines: Line[] = [];
  for (const row of rows) {
    const line = lineOf(row, header);
    if (line) lines.push(line);
    else issues.push(wrongCount(row, header));
  }
  const owner = ownerOf(lines);
  const order = numericOrder(
    lines.map(({ fields }) => cell(fields, 'sentAt')),
    usualOrder(header),
  );
  const invitations: InvitationDraft[] = [];
  for (const line of lines) {
    const result = draftOf(line, owner, header, (sentAt) => readDateTime(sentAt, order));
    if ('code' in result) issues.push(result);
    else invitations.push(result);
  }
  return {
    kind: 'linkedin-invitations',
    contacts: [],
    invitations,
    ...(owner && { owner: ownerDraft(owner) }),
    issues,
  };
}

/** Cells under their columns; a message saved without quotes is put together again by where the direction stands. */
function aligned(row: Row, header: Header): readonly string[] | undefined {
  const { fields, last } = row;
  const extra = fields.length - header.labels.length;
  if (extra === 0) return fields;
  if (extra < 0) return last ? undefined : fields;
  const messageAt = header.columns.get('message');
  const directionAt = header.columns.get('direction');
  if (fields.slice(header.labels.length).every((field) => field.trim() === ''))
    return fields.slice(0, header.labels.length);
  const shifted = directionAt !== undefined && directionOf(fields[directionAt + extra] ?? '') !== undefined;
  if (shifted && messageAt !== undefined && messageAt < directionAt && sentAtFits(fields, header)) {
    const message = fields.slice(messageAt, messageAt + extra + 1).join(header.delimiter);
    return [...fields.slice(0, messageAt), message, ...fields.slice(messageAt + extra + 1)];
  }
  return rejoined(fields, header);
}

const sentAtFits = (fields: readonly string[], header: Header) =>
  readDateTime(cellReader(header)(fields, 'sentAt')) !== undefined;

function lineOf(row: Row, header: Header): Line | undefined {
  const fields = aligned(row, header);
  if (!fields) return undefined;
  const cell = cellReader(header);
  const party = (
    name: 'from' | 'to',
    url: 'inviterUrl' | 'inviteeUrl',
    urn: 'inviterUrn' | 'inviteeUrn',
  ): Party => {
    const fn = cell(fields, name);
    const address = cell(fields, url);
    return { fn, url: address, id: linkedInKey(address) ?? (cell(fields, urn) || nameKey(fn)) };
  };
  return {
    row,
    fields,
    direction: directionOf(cell(fields, 'direction')),
    inviter: party('from', 'inviterUrl', 'inviterUrn'),
    invitee: party('to', 'inviteeUrl', 'inviteeUrn'),
  };
}

const ownerDraft = ({ fn, url }: Party): OwnerDraft => ({
  fn,
  n: splitName(fn),
  url: linkedInKey(url) === undefined ? '' : url,
});

/** The side of a row on which the owner stands: inviter of outgoing, invitee of incoming invitations. */
function ownersSide({ direction, inviter, invitee }: Line): Party | undefined {
  const party = direction === 'outgoing' ? inviter : invitee;
  return direction === undefined || party.id === '' ? undefined : party;
}

/** Who stands most often on the owner's side; their first spelling that has a name (deleted names are blank). */
function ownerOf(lines: readonly Line[]): Party | undefined {
  const tally = new Map<string, { party: Party; times: number }>();
  for (const line of lines) {
    const party = ownersSide(line);
    if (!party) continue;
    const seen = tally.get(party.id);
    const known = seen && seen.party.fn !== '' ? seen.party : party;
    tally.set(party.id, { party: known, times: (seen?.times ?? 0) + 1 });
  }
  let best: { party: Party; times: number } | undefined;
  for (const candidate of tally.values()) {
    if (best === undefined || candidate.times > best.times) best = candidate;
  }
  return best?.party;
}

/** The direction as written, else by which side is the owner. */
function directionFor(
  { direction, inviter, invitee }: Line,
  owner: Party | undefined,
): Direction | undefined {
  if (direction !== undefined || owner === undefined) return direction;
  if (inviter.id === owner.id) return 'outgoing';
  return invitee.id === owner.id ? 'incoming' : undefined;
}

function draftOf(
  line: Line,
  owner: Party | undefined,
  header: Header,
  dateOf: (text: string) => string | undefined,
): InvitationDraft | Issue {
  const cell = cellReader(header);
  const { row, fields } = line;
  const at = row.line;
  const direction = directionFor(line, owner);
  if (!direction) return issue(at, 'BAD_DIRECTION', { value: cell(fields, 'direction').slice(0, 100) });
  const other = direction === 'incoming' ? line.inviter : line.invitee;
  const unusable = unusableParty(other, at);
  if (unusable) return unusable;
  const issues = rowIssues(line, header);
  const url = linkedInKey(other.url) === undefined ? '' : other.url;
  if (other.url !== url) issues.push(issue(at, 'BAD_URL', { value: other.url.slice(0, 200) }));
  const sent = cell(fields, 'sentAt');
  const sentAt = dateOf(sent);
  if (sent !== '' && sentAt === undefined) issues.push(issue(at, 'BAD_DATE', { value: sent.slice(0, 100) }));
  const message = messageOf(fields, header);
  return { line: at, direction, fn: other.fn, url, message, ...(sentAt !== undefined && { sentAt }), issues };
}

/** A deleted account is a blank name, or literally `LinkedIn Member` without an address. */
function unusableParty({ fn, url }: Party, at: number): Issue | undefined {
  if (url === '' && (fn === '' || fn === 'LinkedIn Member')) return issue(at, 'UNAVAILABLE_MEMBER');
  return fn === '' ? issue(at, 'NO_NAME') : undefined;
}

function rowIssues({ row, direction, fields }: Line, header: Header): Issue[] {
  const issues: Issue[] = [];
  if (row.broken) issues.push(issue(row.line, 'UNCLOSED_QUOTE'));
  if (miscounted(row, header)) issues.push(wrongCount(row, header));
  if (direction === undefined) {
    const value = cellReader(header)(fields, 'direction').slice(0, 100);
    issues.push(issue(row.line, 'BAD_DIRECTION', { value }));
  }
  return issues;
}

/** Exactly what was written, or '' when it is blank: no note and an empty note are the same. */
function messageOf(fields: readonly string[], header: Header): string {
  const at = header.columns.get('message');
  const message = at === undefined ? '' : (fields[at] ?? '');
  return message.trim() === '' ? '' : message;
}
