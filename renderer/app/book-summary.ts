import type { Client } from '#api/contract.ts';

/** Names and counts for the frame around every screen. */
export type BookSummary = Awaited<ReturnType<Client['book']['summary']>>;
