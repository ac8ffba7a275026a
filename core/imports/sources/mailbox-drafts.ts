// What a mailbox proves: who the owner really corresponds with, and which of these people were copied together.
import type { ContactDraft, DraftProperty, EvidenceDraft, OwnerDraft, PersonRef } from '../model.ts';
import { bestName, type PersonName } from './mail-names.ts';
import { isRoleAccount } from './mail-roles.ts';
import type { Pair, Person, Tally } from './mailbox-tally.ts';

interface Exchange {
  sent: number;
  received: number;
  on: string;
}

/** A draft and the file its line is of. */
export interface Placed<Draft> {
  readonly entryName: string;
  readonly draft: Draft;
}

export interface MailboxDrafts {
  readonly contacts: readonly Placed<ContactDraft>[];
  readonly evidence: readonly Placed<EvidenceDraft>[];
  readonly owner: OwnerDraft | undefined;
}

/** Named together this often, two people know each other though the owner may not write to both. */
const OFTEN = 3;

const emailOf = ({ address }: Person): DraftProperty => ({ name: 'EMAIL', value: address, type: '' });

/** Letters between the owner's mailboxes and each other person. */
function exchanges(tally: Tally, owners: ReadonlySet<number>): Map<number, Exchange> {
  const found = new Map<number, Exchange>();
  for (const { a, b, aToB, bToA, exchangedOn } of tally.pairs.values()) {
    if (aToB + bToA === 0 || owners.has(a) === owners.has(b)) continue;
    const [other, sent, received] = owners.has(a) ? [b, aToB, bToA] : [a, bToA, aToB];
    const known = found.get(other) ?? { sent: 0, received: 0, on: '' };
    known.sent += sent;
    known.received += received;
    if (exchangedOn > known.on) known.on = exchangedOn;
    found.set(other, known);
  }
  for (const [other, { sent, received }] of found) {
    const isTwoWay = sent > 0 && received > 0;
    if (!isTwoWay || isRoleAccount(tally.people[other]!.key)) found.delete(other);
  }
  return found;
}

const dated = (on: string) => (on === '' ? {} : { on });

function knowEachOther(
  { a, b, together }: Pair,
  owners: ReadonlySet<number>,
  twoWay: ReadonlyMap<number, Exchange>,
): boolean {
  if (together === 0 || owners.has(a) || owners.has(b)) return false;
  return (twoWay.has(a) && twoWay.has(b)) || together >= OFTEN;
}

/**
 * The drafts of a mailbox: a contact and `mail_two_way` (count: letters both ways; on: the newest day) for everybody who
 * wrote to the owner and was written to; `mail_cc_together` for two people on the same letters of few, who both
 * correspond with the owner or were named together three times. One-way senders make nobody. Without an owner, nothing.
 */
export function draftsOf(tally: Tally, owners: ReadonlySet<number>): MailboxDrafts {
  if (owners.size === 0) return { contacts: [], evidence: [], owner: undefined };
  const names = new Map<number, PersonName>();
  const nameOf = (at: number): PersonName => {
    const name = names.get(at) ?? bestName(tally.people[at]!.names, tally.people[at]!.key);
    names.set(at, name);
    return name;
  };
  const ref = (at: number): PersonRef => ({ fn: nameOf(at).fn, email: tally.people[at]!.address });
  const twoWay = exchanges(tally, owners);
  const contacts: Placed<ContactDraft>[] = [];
  const evidence: Placed<EvidenceDraft>[] = [];
  for (const at of [...twoWay.keys()].sort((x, y) => x - y)) {
    const person = tally.people[at]!;
    const { sent, received, on } = twoWay.get(at)!;
    const { fn, n } = nameOf(at);
    // A mailbox without a name is shown by its address; that is no name, so it has no parts.
    const { line, entryName } = person;
    contacts.push({
      entryName,
      draft: { line, fn: fn || person.address, n, properties: [emailOf(person)], issues: [] },
    });
    const count = sent + received;
    evidence.push({
      entryName,
      draft: { line, kind: 'mail_two_way', person: ref(at), ...dated(on), count, text: '' },
    });
  }
  for (const pair of tally.pairs.values()) {
    if (!knowEachOther(pair, owners, twoWay)) continue;
    const { a, b, together, togetherOn } = pair;
    // People are numbered as they appear: the second of the two is where both are known.
    const { line, entryName } = tally.people[b]!;
    evidence.push({
      entryName,
      draft: {
        line,
        kind: 'mail_cc_together',
        person: ref(a),
        other: ref(b),
        ...dated(togetherOn),
        count: together,
        text: '',
      },
    });
  }
  return { contacts, evidence, owner: ownerDraft(tally, owners) };
}

/** The owner's name over all their mailboxes, and the mailboxes, the most used first. */
function ownerDraft({ people }: Tally, owners: ReadonlySet<number>): OwnerDraft | undefined {
  const own = [...owners].map((at) => people[at]!).sort((x, y) => y.sent - x.sent || y.present - x.present);
  const [main] = own;
  if (!main) return undefined;
  const names = new Map<string, number>();
  for (const person of own) {
    for (const [name, times] of person.names) names.set(name, (names.get(name) ?? 0) + times);
  }
  return { ...bestName(names, main.key), url: '', properties: own.map(emailOf) };
}
