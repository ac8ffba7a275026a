// Addresses as they are copied out of a letter: `Ana Ruiz <ana@example.org>; Ben …`, all in a line or one to a line.
import { emailKey, looksLikeEmail } from '#core/contacts/identity.ts';
import { mailboxesIn, parseAddressList } from '#core/formats/mail/addresses.ts';
import type { ContactDraft, ParsedEntry } from '../../model.ts';
import type { Entry, Recognised } from '../../source-format.ts';
import { personName } from '../mail-names.ts';

/** Lines looked at to know a list by. */
const SAMPLED = 50;
const LONGEST_SAMPLE = 65_536;

/** mutt's address book: a short name for each address, which is nobody's name. */
const ALIAS = /^alias\s+(?:-group\s+\S{1,100}\s+){0,9}\S{1,100}\s+(?=\S)/;

const linesOf = (text: string) =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(ALIAS, ''));

/** How many people a line lists; 0 when anything on it is not an address with or without its name. */
function listed(line: string): number {
  const mailboxes = parseAddressList(line).flatMap((group) => (group.isGroup ? [] : group.mailboxes));
  const named = mailboxesIn(line);
  const addresses = mailboxes.filter(({ address }) => address !== '');
  const isClean =
    addresses.length === named.length &&
    named.every(({ address }) => looksLikeEmail(address)) &&
    line.split('@').length - 1 >= named.length;
  // A name alone is the first half of `Ruiz, Ana <…>`; one that belongs to nobody is a cell of a table.
  const isNamed = mailboxes.every(
    ({ address }, at) => address !== '' || (mailboxes[at + 1]?.address !== '' && line.includes('<')),
  );
  return isClean && isNamed ? named.length : 0;
}

/** A table of two columns of addresses has the same number on every line, and nobody's name beside them. */
const isTable = (counts: readonly number[], text: string) =>
  counts.length > 1 && !text.includes('<') && new Set(counts).size === 1;

function isMailList(head: string): boolean {
  const sample = head.slice(0, LONGEST_SAMPLE);
  const lines = linesOf(sample)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLED);
  // The last line may be cut off in the middle of an address.
  const whole = sample.length < head.length || lines.length === SAMPLED ? lines.slice(0, -1) : lines;
  const counts = whole.map(listed);
  if (counts.length === 0 || counts.includes(0)) return false;
  return ALIAS.test(sample) || (Math.max(...counts) > 1 && !isTable(counts, sample));
}

function parse(text: string): ParsedEntry {
  const people = new Map<string, ContactDraft>();
  for (const [at, line] of linesOf(text).entries()) {
    for (const { name, address } of mailboxesIn(line)) {
      const key = emailKey(address);
      if (key === undefined || people.has(key)) continue;
      const { fn, n } = personName(name, address);
      const properties = [{ name: 'EMAIL', value: address, type: '' }];
      people.set(key, { line: at + 1, fn: fn || address, n, properties, issues: [] });
    }
  }
  return { kind: 'csv', contacts: [...people.values()], invitations: [], issues: [] };
}

/** A list of people as letters write it (RFC 5322 §3.4), several to a line; undefined for anything else. */
export function mailListIn(entry: Entry): Recognised | undefined {
  if (!isMailList(entry.head)) return undefined;
  const [first = ''] = linesOf(entry.head.trimStart().slice(0, 200));
  return { kind: 'csv', because: first, parse: () => parse(entry.text()) };
}
