import type { Client } from '#api/contract.ts';

/** An invitation as its page shows it: as received, its vetting, and what was decided. */
export type InvitationPage = Awaited<ReturnType<Client['invitations']['get']>>;
