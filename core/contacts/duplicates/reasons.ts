// A match weight in words: which field agrees or does not, with the values as they are written.
import { AGREEMENTS, fieldAt, FIELD_COUNT, MISSING } from './agreement.ts';
import type { Comparison } from './agreement.ts';
import { LINKAGE_FIELDS } from './model.ts';
import type { DuplicateReason, LinkageAddress, LinkageField, LinkageRecord, Strength } from './model.ts';

const STRONG_BITS = 6;
const CLEAR_BITS = 2;

function strengthOf(weight: number): Strength {
  const bits = Math.abs(weight);
  if (bits >= STRONG_BITS) return 'strong';
  return bits >= CLEAR_BITS ? 'clear' : 'slight';
}

export interface Reasoning {
  readonly comparison: Comparison;
  /** Bits by field. */
  readonly weights: Float64Array;
  readonly isSwapped: boolean;
  readonly isRare: (field: number) => boolean;
}

/** Every comparison that says something, the most telling first, whichever way it speaks. */
export function reasonsFor(
  a: LinkageRecord,
  b: LinkageRecord,
  { comparison, weights, isSwapped, isRare }: Reasoning,
): DuplicateReason[] {
  const reasons: DuplicateReason[] = [];
  for (let field = 0; field < FIELD_COUNT; field++) {
    const code = comparison[field]!;
    if (code === MISSING) continue;
    const name = LINKAGE_FIELDS[field]!;
    const weight = Math.round(weights[field]! * 10) / 10;
    reasons.push({
      field: name,
      agreement: AGREEMENTS[code]!,
      values: isSwapped && isName(name) ? [asTyped(a), asTyped(b)] : [...valuesOf(a, b, name)],
      weight,
      strength: strengthOf(weight),
      isRare: isRare(field),
    });
  }
  return reasons.sort(
    (x, y) => Math.abs(y.weight) - Math.abs(x.weight) || fieldAt(x.field) - fieldAt(y.field),
  );
}

const isName = (field: LinkageField) => field === 'given' || field === 'family';

/** Both fields in their order, for names that agree only crosswise. */
const asTyped = ({ n }: LinkageRecord) => joined(n.given, n.family);

const joined = (...parts: readonly string[]) => parts.filter(Boolean).join(' ');
const streetOf = ({ street }: LinkageAddress) => street;
const placeOf = ({ code, locality, region }: LinkageAddress) => joined(code, locality) || region;

function valuesOf(a: LinkageRecord, b: LinkageRecord, field: LinkageField): readonly [string, string] {
  switch (field) {
    case 'profile':
      return closest(a.profiles, b.profiles);
    case 'email':
      return closest(a.emails, b.emails);
    case 'tel':
      return closest(a.tels, b.tels);
    case 'identifier':
      return closest(a.identifiers, b.identifiers);
    case 'given':
      return [givenOf(a), givenOf(b)];
    case 'family':
      return [a.n.family, b.n.family];
    case 'bday':
      return [a.bday, b.bday];
    case 'street':
      return closest(a.adr.map(streetOf), b.adr.map(streetOf));
    case 'place':
      return closest(a.adr.map(placeOf), b.adr.map(placeOf));
    case 'org':
      return [a.org, b.org];
    case 'title':
      return [a.title, b.title];
  }
}

const givenOf = ({ n, otherNames }: LinkageRecord) => joined(n.given, n.additional) || (otherNames[0] ?? '');

/** A value both have, else the first of each. */
function closest(a: readonly string[], b: readonly string[]): [string, string] {
  const shared = a.find((value) => value !== '' && b.includes(value));
  return shared === undefined ? [a.find(Boolean) ?? '', b.find(Boolean) ?? ''] : [shared, shared];
}
