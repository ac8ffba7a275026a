// Which of the four lanes a call takes: the contract says so, nothing else does.
import { isContractProcedure } from '@orpc/contract';
import type { Lane } from './base.ts';
import { contract } from './contract.ts';

/**
 * The lane of the procedure at `path` (`['contacts', 'list']` → `read`), from the contract's `lane` meta.
 * Throws for a path that is not in the contract: that is a bug, not a bad input.
 */
export function laneOf(path: readonly string[]): Lane {
  let node: unknown = contract;
  for (const name of path) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, name)) {
      throw new Error(`not in the contract: ${path.join('.')}`);
    }
    // True by the line above: `node` is an object that owns `name`.
    node = (node as Record<string, unknown>)[name];
  }
  if (!isContractProcedure(node)) throw new Error(`not a procedure: ${path.join('.')}`);
  // Every procedure is built from one of the four bases in base.ts, which set exactly this meta.
  return (node['~orpc'].meta as { lane: Lane }).lane;
}
