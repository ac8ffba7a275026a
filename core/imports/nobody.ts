// Records that name nobody: a line of signs is no name, and would be a new person with every import.
import { nameKey } from '#core/contacts/names.ts';
import type { ContactDraft, DraftProperty, ParsedEntry } from './model.ts';
import { issue } from './sources/table.ts';

const IN_A_NAME = /[\p{L}\p{N}]/u;
/** What an eye can see: an accent over nothing is not. */
const TO_BE_SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Planning knows nobody by fewer digits (`plan-keys.ts`). */
const WHOLE_NUMBER = /(?:\d\D*){7}/;

/** What somebody can be reached or known by, whatever they are called. */
const isKey = ({ name, value }: DraftProperty): boolean =>
  name === 'EMAIL' || name === 'URL' || name === 'UID' || (name === 'TEL' && WHOLE_NUMBER.test(value));

/** A heart is a name where anything stands beside it, a full stop where it is a way to reach somebody. */
function isNobody({ fn, properties }: ContactDraft): boolean {
  if (IN_A_NAME.test(fn)) return false;
  return nameKey(fn) === '' ? !properties.some(isKey) : properties.every(({ name }) => name.startsWith('X-'));
}

const NO_PARTS = { family: '', given: '', additional: '', prefix: '', suffix: '' };

/** Somebody whose name cannot be seen goes by what they are reached by. */
function seen(draft: ContactDraft): ContactDraft {
  if (TO_BE_SEEN.test(draft.fn)) return draft;
  const fn = draft.properties.find(isKey)?.value;
  return fn === undefined ? draft : { ...draft, fn: fn.slice(0, 200), n: NO_PARTS };
}

const isOdd = ({ fn }: ContactDraft): boolean => !IN_A_NAME.test(fn);

/** The entry with a NO_NAME issue in place of each person whose name has no letter and who is not to be known otherwise. */
export function withoutNobody(parsed: ParsedEntry): ParsedEntry {
  if (!parsed.contacts.some(isOdd)) return parsed;
  const contacts = parsed.contacts.filter((one) => !isNobody(one)).map(seen);
  const nobody = parsed.contacts.filter(isNobody).map(({ line }) => issue(line, 'NO_NAME'));
  return { ...parsed, contacts, issues: [...parsed.issues, ...nobody] };
}
