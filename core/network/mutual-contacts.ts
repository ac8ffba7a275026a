// Whom to ask about somebody: the people who know them, best first.
import { TIE_LEVELS } from './model.ts';
import type { Certainty, MutualContact, Tie } from './model.ts';

const SURENESS: readonly Certainty[] = ['likely', 'recorded', 'stated'];
const height = ({ level }: Tie): number => TIE_LEVELS.indexOf(level);

/**
 * The candidates, strongest first: by the weaker of the two ties (mine to them, theirs to the other person),
 * then by mine, by theirs, by how sure theirs is, by how recently we had to do with each other, by name.
 */
export function rankMutuals(candidates: readonly MutualContact[]): MutualContact[] {
  const weaker = (one: MutualContact): number => Math.min(height(one.ownerTie), height(one.tie));
  return candidates.toSorted(
    (a, b) =>
      weaker(b) - weaker(a) ||
      height(b.ownerTie) - height(a.ownerTie) ||
      height(b.tie) - height(a.tie) ||
      SURENESS.indexOf(b.tie.certainty) - SURENESS.indexOf(a.tie.certainty) ||
      byText(b.ownerTie.lastOn ?? '', a.ownerTie.lastOn ?? '') ||
      byText(a.fn, b.fn) ||
      a.contactId - b.contactId,
  );
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
