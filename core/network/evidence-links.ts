// Links of a great many pairs at once: most evidence is like some other, so what it comes to is worked out once.
import type { DateTime } from '#core/shared/dates.ts';
import { linkOf } from './link.ts';
import type { TieEvidence } from './model.ts';
import { tieOf } from './tie.ts';
import type { Between } from './tie.ts';

export interface EvidenceLinks {
  /** A number for this piece of evidence, the same for all that say the same about a tie. */
  readonly codeOf: (evidence: TieEvidence) => number;
  /** The link that pieces of evidence about one pair, given by number, come to; 0 for none. */
  readonly linkOf: (codes: readonly number[]) => number;
}

/** A step on the way from what evidence says to its number: many times faster than putting it into one text. */
interface Branch {
  readonly next: Map<string | number | boolean | undefined, Branch>;
  code: number;
}
const branch = (): Branch => ({ next: new Map(), code: -1 });

/** Reads evidence about pairs of people as `tieOf` does. */
export function evidenceLinks(now: DateTime, between: Between): EvidenceLinks {
  const known: TieEvidence[] = [];
  const alone: number[] = [];
  const root = branch();
  const links = (evidence: readonly TieEvidence[]): number => linkOf(tieOf(evidence, now, between));
  return {
    codeOf(evidence) {
      let at = root;
      for (const part of whatCounts(evidence)) {
        let next = at.next.get(part);
        if (next === undefined) at.next.set(part, (next = branch()));
        at = next;
      }
      if (at.code < 0) {
        at.code = known.push(evidence) - 1;
        alone.push(links([evidence]));
      }
      return at.code;
    },
    linkOf: (given) => (given.length === 1 ? alone[given[0]!]! : links(given.map((code) => known[code]!))),
  };
}

/** All that `tieOf` looks at. Words tell apart times of which the day is not known, and are what a relation is. */
function whatCounts({ kind, on, level, text, crowd, hasNote, isTimeUnknown }: TieEvidence) {
  const isDay = on?.length === '2000-01-01'.length;
  return [kind, on, level, isDay && kind !== 'related' ? '' : text, crowd, hasNote, isTimeUnknown];
}
