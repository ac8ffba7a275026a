// Records that name nobody: a line of signs is no name, and would be a new person with every import.
import type { ContactDraft, DraftProperty, ParsedEntry } from './model.ts';
import { issue } from './sources/table.ts';

const IN_A_NAME = /[\p{L}\p{N}]/u;
const SYMBOL = /\p{S}/u;

/** What somebody can be reached or known by, whatever they are called. */
const isKey = ({ name, value }: DraftProperty): boolean =>
  name === 'EMAIL' || name === 'URL' || name === 'UID' || (name === 'TEL' && /\d/.test(value));

/** A heart is a name where anything stands beside it, a full stop where it is a way to reach somebody. */
function isNobody({ fn, properties }: ContactDraft): boolean {
  if (IN_A_NAME.test(fn)) return false;
  return SYMBOL.test(fn) ? properties.every(({ name }) => name.startsWith('X-')) : !properties.some(isKey);
}

/** The entry with a NO_NAME issue in place of each person whose name has no letter and who is not to be known otherwise. */
export function withoutNobody(parsed: ParsedEntry): ParsedEntry {
  if (!parsed.contacts.some(isNobody)) return parsed;
  const contacts = parsed.contacts.filter((one) => !isNobody(one));
  const nobody = parsed.contacts.filter(isNobody).map(({ line }) => issue(line, 'NO_NAME'));
  return { ...parsed, contacts, issues: [...parsed.issues, ...nobody] };
}
