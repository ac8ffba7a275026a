// Values that name one person or one mailbox: e-mail addresses, telephone numbers, identifying numbers.
import { isTypoOf } from '#core/contacts/names/compare.ts';
import { DIFFERENT, EQUIVALENT, MISSING, PARTIAL, SAME, SIMILAR } from './agreement.ts';
import type { AgreementCode } from './agreement.ts';
import { isAlike } from './likeness.ts';
import type { Interner } from './vocabulary.ts';

type Compare = (a: number, b: number, values: Interner) => AgreementCode;

/** The best agreement of any value of one with any of the other. */
function best(a: readonly number[], b: readonly number[], values: Interner, compare: Compare): AgreementCode {
  if (a.length === 0 || b.length === 0) return MISSING;
  for (const one of a) if (b.includes(one)) return SAME;
  let code: AgreementCode = DIFFERENT;
  for (const one of a) {
    for (const other of b) {
      const next = compare(one, other, values);
      if (next < code) code = next;
    }
  }
  return code;
}

/** Local parts that belong to a desk, not to a person (RFC 2142 and what companies use). */
const ROLE_MAILBOX =
  /^(?:info|kontakt|contact|contacto|office|mail|email|post|hello|hallo|hi|team|sales|support|service|admin|webmaster|postmaster|jobs|hr|press|presse|news|noreply|no-reply|billing|buero|sekretariat|secretary|empfang|reception)$/;

export const isRoleMailbox = (email: string) => ROLE_MAILBOX.test(email.slice(0, email.indexOf('@')));

/** Local part of five characters and more: shorter ones (`info`, `anna`) are shared by strangers. */
const TELLING_LOCAL = 5;

/**
 * `same`: one mailbox; `equivalent`: one telling local part at two providers; `partial`: a local part that only repeats the
 * name both have, or one much like the other.
 */
export function compareEmails(a: Mailboxes, b: Mailboxes, values: Interner): AgreementCode {
  const code = best(a.emails, b.emails, values, compareEmail);
  // Whether it only repeats the name matters where it would otherwise tell something.
  return code === EQUIVALENT && isOnlyNamed(a, b, values) ? PARTIAL : code;
}

/** No local part that both have, without one that is made of their names at both ends. */
function isOnlyNamed(a: Mailboxes, b: Mailboxes, values: Interner): boolean {
  return !a.emails.some((one, at) =>
    b.emails.some(
      (other, place) =>
        compareEmail(one, other, values) === EQUIVALENT && !(a.isNamedMailbox[at] && b.isNamedMailbox[place]),
    ),
  );
}

interface Mailboxes {
  readonly emails: readonly number[];
  readonly isNamedMailbox: readonly boolean[];
}

function compareEmail(one: number, other: number, values: Interner): AgreementCode {
  const a = values.text(one).slice(1);
  const b = values.text(other).slice(1);
  const localA = a.slice(0, a.lastIndexOf('@'));
  const localB = b.slice(0, b.lastIndexOf('@'));
  if (localA === localB && localA.length >= TELLING_LOCAL && !isRoleMailbox(a)) return EQUIVALENT;
  if (Math.abs(a.length - b.length) > 3) return DIFFERENT;
  const domainA = a.slice(localA.length);
  const isNear = domainA === b.slice(localB.length) ? isTypoOf(localA, localB) : isAlike(a, b, 0.94);
  if (isNear) return SIMILAR;
  return localA.length >= TELLING_LOCAL && isAlike(localA, localB, 0.9) ? PARTIAL : DIFFERENT;
}

/** Digits that the national and the international way of writing a number share. */
export const telTail = (tel: string): string => tel.replace(/x\d+$/, '').replace(/\D/g, '').slice(-8);

export const compareTels = (a: readonly number[], b: readonly number[], values: Interner): AgreementCode =>
  best(a, b, values, compareTel);

function compareTel(one: number, other: number, values: Interner): AgreementCode {
  const a = values.text(one).slice(1);
  const b = values.text(other).slice(1);
  const tailA = telTail(a);
  const tailB = telTail(b);
  if (tailA === tailB && tailA.length === 8 && !(a.startsWith('+') && b.startsWith('+'))) return EQUIVALENT;
  return tailA.length >= 6 && isTypoOf(tailA, tailB) ? SIMILAR : DIFFERENT;
}

export const compareIdentifiers = (
  a: readonly number[],
  b: readonly number[],
  values: Interner,
): AgreementCode => best(a, b, values, compareIdentifier);

function compareIdentifier(one: number, other: number, values: Interner): AgreementCode {
  const a = values.text(one).slice(1);
  const b = values.text(other).slice(1);
  if (isTypoOf(a, b)) return SIMILAR;
  return a.length === b.length && isAlike(a, b, 0.9) ? PARTIAL : DIFFERENT;
}
