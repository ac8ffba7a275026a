// One entry of an archive, from its bytes to drafts and a line for the report.
import { decodeText } from '#core/formats/encoding.ts';
import { detectEntry, type Detection } from './detect.ts';
import type { EntryReport, ParsedEntry } from './model.ts';
import { parseConnections } from './sources/linkedin-connections.ts';
import { parseInvitations } from './sources/linkedin-invitations.ts';
import { parseProfile } from './sources/linkedin-profile.ts';
import { issue } from './sources/table.ts';

export interface ReadEntry {
  readonly report: EntryReport;
  /** Only for a recognised entry. */
  readonly parsed?: ParsedEntry;
}

/**
 * Decodes, recognises and parses one entry. `report.records` counts every record found, usable or not. Sensitive and
 * unknown entries are not parsed. Letters that could not be decoded are one UNDECODABLE_TEXT issue of the entry.
 */
export function readEntry(entryName: string, bytes: Uint8Array): ReadEntry {
  const { text, encoding, undecodable } = decodeText(bytes);
  const detection = detectEntry(entryName, text);
  const { verdict, because } = detection;
  const parsed = parse(detection, text);
  if (!parsed) return { report: { entryName, encoding, records: 0, verdict, because } };
  const issues =
    undecodable > 0
      ? [issue(0, 'UNDECODABLE_TEXT', { letters: undecodable }), ...parsed.issues]
      : parsed.issues;
  const lines = new Set(parsed.issues.filter(({ line }) => line > 0).map(({ line }) => line));
  const owner = parsed.kind === 'linkedin-profile' && parsed.owner ? 1 : 0;
  const records = parsed.contacts.length + parsed.invitations.length + lines.size + owner;
  return {
    report: { entryName, kind: parsed.kind, encoding, records, verdict, because },
    parsed: { ...parsed, issues },
  };
}

function parse({ kind, header }: Detection, text: string): ParsedEntry | undefined {
  switch (kind) {
    case 'linkedin-connections':
      return parseConnections(text, header);
    case 'linkedin-invitations':
      return parseInvitations(text, header);
    case 'linkedin-profile':
      return parseProfile(text, header);
    default:
      return undefined;
  }
}
