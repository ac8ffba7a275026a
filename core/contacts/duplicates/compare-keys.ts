// Values that name one person or one mailbox: e-mail addresses, telephone numbers, identifying numbers.
import { isTypoOf } from '#core/contacts/names/compare.ts';
import { jaroWinkler } from '#core/contacts/names/jaro-winkler.ts';
import { DIFFERENT, EQUIVALENT, MISSING, PARTIAL, SAME, SIMILAR } from './agreement.ts';
import type { AgreementCode } from './agreement.ts';
import { isAlike, likenessAtMost } from './likeness.ts';
import type { Values } from './values.ts';

type Compare = (a: number, b: number, values: Values) => AgreementCode;

/** The best agreement of any value of one with any of the other. */
function best(a: readonly number[], b: readonly number[], values: Values, compare: Compare): AgreementCode {
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
export function compareEmails(a: Mailboxes, b: Mailboxes, values: Values): AgreementCode {
  const code = best(a.emails, b.emails, values, compareEmail);
  // Whether it only repeats the name matters where it would otherwise tell something.
  return code === EQUIVALENT && isOnlyNamed(a, b, values) ? PARTIAL : code;
}

/** No local part that both have, without one that is made of their names at both ends. */
function isOnlyNamed(a: Mailboxes, b: Mailboxes, values: Values): boolean {
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

function compareEmail(one: number, other: number, values: Values): AgreementCode {
  const localA = values.part(one);
  const localB = values.part(other);
  if (localA === localB && localA.length >= TELLING_LOCAL && !ROLE_MAILBOX.test(localA)) return EQUIVALENT;
  const bound = likenessAtMost(localA, values.partLetters(one), localB, values.partLetters(other));
  if (bound < AKIN) return DIFFERENT;
  const a = values.text(one);
  const b = values.text(other);
  if (Math.abs(a.length - b.length) > 3) return DIFFERENT;
  const isOneDomain = a.endsWith(b.slice(localB.length + 1));
  if (isOneDomain ? isTypoOf(localA, localB) : isAlike(a, b, 0.94)) return SIMILAR;
  return localA.length >= TELLING_LOCAL && bound >= 0.9 && jaroWinkler(localA, localB) >= 0.9
    ? PARTIAL
    : DIFFERENT;
}

/** Local parts less alike than this belong to addresses that are. */
const AKIN = 0.8;

export const compareTels = (a: readonly number[], b: readonly number[], values: Values): AgreementCode =>
  best(a, b, values, compareTel);

function compareTel(one: number, other: number, values: Values): AgreementCode {
  const tailA = values.part(one);
  const tailB = values.part(other);
  if (tailA === tailB)
    return tailA.length === 8 && !(isInternational(one, values) && isInternational(other, values))
      ? EQUIVALENT
      : DIFFERENT;
  return tailA.length >= 6 && isTypoOf(tailA, tailB) ? SIMILAR : DIFFERENT;
}

const isInternational = (tel: number, values: Values) => values.text(tel).startsWith('t+');

export const compareIdentifiers = (
  a: readonly number[],
  b: readonly number[],
  values: Values,
): AgreementCode => best(a, b, values, compareIdentifier);

function compareIdentifier(one: number, other: number, values: Values): AgreementCode {
  const a = values.part(one);
  const b = values.part(other);
  if (isTypoOf(a, b)) return SIMILAR;
  return a.length === b.length && isAlike(a, b, 0.9) ? PARTIAL : DIFFERENT;
}
