// The whole list of what a window may ask.
import type { ContractRouterClient } from '@orpc/contract';
import { audit } from './audit.ts';
import { book } from './book.ts';
import { bulk } from './bulk.ts';
import { contacts } from './contacts.ts';
import { duplicates } from './duplicates.ts';
import { events } from './events.ts';
import { exports } from './exports.ts';
import { holdings } from './holdings.ts';
import { host } from './host.ts';
import { imports } from './imports.ts';
import { introductions } from './introductions.ts';
import { invitations } from './invitations.ts';
import { manners } from './manners.ts';
import { letters } from './letters.ts';
import { lock } from './lock.ts';
import { network } from './network.ts';
import { reminders } from './reminders.ts';
import { rules } from './rules.ts';
import { tags } from './tags.ts';
import { trash } from './trash.ts';
import { views } from './views.ts';

/** What the book's threads answer. */
export const bookContract = {
  book,
  contacts,
  duplicates,
  events,
  network,
  invitations,
  rules,
  audit,
  introductions,
  manners,
  reminders,
  imports,
  exports,
  holdings,
  trash,
  views,
  letters,
  bulk,
  tags,
  lock,
};
/** What the host answers. */
export const hostContract = { host };
export const contract = { ...bookContract, ...hostContract };

export type Client = ContractRouterClient<typeof contract>;
