// The four lanes by name; without the contract, so that who only pipes frames or picks a lane loads no schema.

/** `read` → reader thread, `write` → the one writer, `jobs` → long reading work, `host` → the host itself. */
export type Lane = 'read' | 'write' | 'jobs' | 'host';
export const LANES = ['read', 'write', 'jobs', 'host'] as const satisfies readonly Lane[];
