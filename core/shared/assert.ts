// Broken invariants are bugs: say which one, loudly.

/** Closes a switch over a union: a new member that nobody handles is a compile error. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}

/** Throws when something that must hold does not; `why` names the rule that was broken. */
export function invariant(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`broken invariant: ${why}`);
}
