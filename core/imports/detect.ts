// What one entry of a dropped archive is: by its content, never by its name alone.
import {
  columnsOf,
  findHeader,
  type Header,
  isConnectionsHeader,
  isInvitationsHeader,
  isProfileHeader,
  labelKey,
} from './header.ts';
import { isCoachChat, KNOWN_FILES, soundsSensitive } from './known-files.ts';
import type { EntryReport, SourceKind } from './model.ts';

export interface Detection {
  readonly kind?: SourceKind;
  /** Where the columns are, for the parser; only with a kind. */
  readonly header?: Header;
  readonly verdict: EntryReport['verdict'];
  /** For a recognised entry the header as written; else the name under which these columns are known, or ''. */
  readonly because: string;
}

const SOURCES: readonly { kind: SourceKind; accepts: (header: Header) => boolean }[] = [
  { kind: 'linkedin-connections', accepts: isConnectionsHeader },
  { kind: 'linkedin-invitations', accepts: isInvitationsHeader },
  { kind: 'linkedin-profile', accepts: isProfileHeader },
];

/**
 * Recognises LinkedIn's connections, invitations and profile; names the archive's other files, and says which of
 * them are sensitive and therefore never read. The entry's name only matters where the columns do not tell (chats
 * with an AI coach look like messages) and for entries nobody knows. Never throws.
 */
export function detectEntry(entryName: string, text: string): Detection {
  for (const { kind, accepts } of SOURCES) {
    const header = findHeader(text, accepts);
    if (header) return { kind, header, verdict: 'recognised', because: header.labels.join(header.delimiter) };
  }
  const known = knownFile(text);
  if (known) {
    const sensitive = known.verdict === 'sensitive' || isCoachChat(entryName);
    return { verdict: sensitive ? 'sensitive' : 'not_supported_yet', because: known.name };
  }
  return { verdict: soundsSensitive(entryName) ? 'sensitive' : 'unknown', because: '' };
}

function knownFile(text: string): (typeof KNOWN_FILES)[number] | undefined {
  let found: (typeof KNOWN_FILES)[number] | undefined;
  const matches = (header: Header) => {
    const labels = new Set(header.labels.map(labelKey));
    found = KNOWN_FILES.find((file) => file.labels.every((label) => labels.has(label)));
    return found !== undefined;
  };
  if (findHeader(text, matches)) return found;
  // Files of a single column have no delimiter to find: `Profile Summary`, `Search Query`.
  const labels = text.slice(0, 200).split(/\r\n|\r|\n/, 1);
  matches({ line: 1, bodyAt: 0, delimiter: ',', labels, columns: columnsOf(labels) });
  return found;
}
