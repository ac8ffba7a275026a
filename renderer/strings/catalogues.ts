// Every word of the page: one JSON catalogue per feature and language.
import app from './en/app.json';
import audit from './en/audit.json';
import bulk from './en/bulk.json';
import contacts from './en/contacts.json';
import drafts from './en/drafts.json';
import duplicates from './en/duplicates.json';
import events from './en/events.json';
import exports from './en/exports.json';
import holdings from './en/holdings.json';
import imports from './en/imports.json';
import introductions from './en/introductions.json';
import invitations from './en/invitations.json';
import letters from './en/letters.json';
import lock from './en/lock.json';
import manners from './en/manners.json';
import meetings from './en/meetings.json';
import network from './en/network.json';
import people from './en/people.json';
import pictures from './en/pictures.json';
import print from './en/print.json';
import references from './en/references.json';
import reminders from './en/reminders.json';
import rules from './en/rules.json';
import search from './en/search.json';
import tags from './en/tags.json';
import trash from './en/trash.json';
import ui from './en/ui.json';

export const en = {
  app,
  ui,
  people,
  pictures,
  print,
  references,
  search,
  contacts,
  duplicates,
  drafts,
  events,
  meetings,
  exports,
  imports,
  invitations,
  rules,
  audit,
  letters,
  lock,
  introductions,
  manners,
  network,
  reminders,
  bulk,
  tags,
  holdings,
  trash,
};
