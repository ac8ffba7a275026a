import type { Client } from '#api/contract.ts';

/** A person as their page shows them. */
export type Person = Awaited<ReturnType<Client['contacts']['get']>>;
