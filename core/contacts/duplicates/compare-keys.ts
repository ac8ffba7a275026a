// Values that name one person or one mailbox: e-mail addresses, telephone numbers, identifying numbers.
import { isTypoOf } from '#core/contacts/names/compare.ts';
import { jaroWinkler } from '#core/contacts/names/jaro-winkler.ts';
import { DIFFERENT, EQUIVALENT, MISSING, PARTIAL, SAME, SIMILAR } from './agreement.ts';
import type { AgreementCode } from './agreement.ts';
import type { Interner } from './vocabulary.ts';

/** The best agreement of any value of one with any of the other. */
function best(
  a: readonly number[],
  b: readonly number[],
  compare: (a: number, b: number) => AgreementCode,
): AgreementCode {
  if (a.length === 0 || b.length === 0) return MISSING;
  for (const one of a) if (b.includes(one)) return SAME;
  let code: AgreementCode = DIFFERENT;
  for (const one of a) {
    for (const other of b) {
      const next = compare(one, other);
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
  return best(a.emails, b.emails, (one, other) => {
    const code = compareEmail(values.text(one).slice(1), values.text(other).slice(1));
    const named = a.isNamedMailbox[a.emails.indexOf(one)] && b.isNamedMailbox[b.emails.indexOf(other)];
    return code === EQUIVALENT && named ? PARTIAL : code;
  });
}

interface Mailboxes {
  readonly emails: readonly number[];
  readonly isNamedMailbox: readonly boolean[];
}

function compareEmail(a: string, b: string): AgreementCode {
  const localA = a.slice(0, a.lastIndexOf('@'));
  const localB = b.slice(0, b.lastIndexOf('@'));
  if (localA === localB && localA.length >= TELLING_LOCAL && !isRoleMailbox(a)) return EQUIVALENT;
  if (Math.abs(a.length - b.length) > 3) return DIFFERENT;
  const domainA = a.slice(localA.length);
  const isNear = domainA === b.slice(localB.length) ? isTypoOf(localA, localB) : jaroWinkler(a, b) >= 0.94;
  if (isNear) return SIMILAR;
  return localA.length >= TELLING_LOCAL && jaroWinkler(localA, localB) >= 0.9 ? PARTIAL : DIFFERENT;
}

/** Digits that the national and the international way of writing a number share. */
export const telTail = (tel: string): string => tel.replace(/x\d+$/, '').replace(/\D/g, '').slice(-8);

export const compareTels = (a: readonly number[], b: readonly number[], values: Interner): AgreementCode =>
  best(a, b, (one, other) => compareTel(values.text(one).slice(1), values.text(other).slice(1)));

function compareTel(a: string, b: string): AgreementCode {
  const tailA = telTail(a);
  const tailB = telTail(b);
  if (tailA === tailB && tailA.length === 8 && !(a.startsWith('+') && b.startsWith('+'))) return EQUIVALENT;
  return tailA.length >= 6 && isTypoOf(tailA, tailB) ? SIMILAR : DIFFERENT;
}

export const compareIdentifiers = (
  a: readonly number[],
  b: readonly number[],
  values: Interner,
): AgreementCode =>
  best(a, b, (one, other) => {
    const textA = values.text(one).slice(1);
    const textB = values.text(other).slice(1);
    if (isTypoOf(textA, textB)) return SIMILAR;
    return textA.length === textB.length && jaroWinkler(textA, textB) >= 0.9 ? PARTIAL : DIFFERENT;
  });
