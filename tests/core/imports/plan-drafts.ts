// Records as a parser would give them, for tests of planning.
import { splitName } from '#core/contacts/names.ts';
import type {
  ContactDraft,
  DraftProperty,
  EventDraft,
  EvidenceDraft,
  ParsedEntry,
  SourceKind,
} from '#core/imports/model.ts';

let line = 1;

/** A person; properties as `NAME: value` or `NAME;type: value`. */
export function aDraft(fn: string, properties: readonly string[] = [], connectedOn?: string): ContactDraft {
  return {
    line: line++,
    fn,
    n: splitName(fn),
    properties: properties.map(aProperty),
    ...(connectedOn !== undefined && { connectedOn }),
    issues: [],
  };
}

function aProperty(text: string): DraftProperty {
  const at = text.indexOf(': ');
  const [name = '', type = ''] = text.slice(0, at).split(';');
  return { name, value: text.slice(at + 2), type };
}

/** An entry of a kind with these people, and whatever else. */
export const anEntry = (
  kind: SourceKind,
  contacts: readonly ContactDraft[] = [],
  more: Partial<ParsedEntry> = {},
): ParsedEntry => ({ kind, contacts, invitations: [], issues: [], ...more });

export const evidence = (
  kind: EvidenceDraft['kind'],
  person: EvidenceDraft['person'],
  more: Partial<EvidenceDraft> = {},
): EvidenceDraft => ({ line: line++, kind, person, text: '', ...more });

export const anEvent = (summary: string, more: Partial<EventDraft> = {}): EventDraft => ({
  line: line++,
  uid: '',
  summary,
  location: '',
  url: '',
  description: '',
  met: [],
  issues: [],
  ...more,
});
