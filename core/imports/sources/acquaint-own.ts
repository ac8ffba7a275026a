// What our own document holds besides people and the diary, read back record by record.
import type { z } from 'zod';
import { isMessageId } from '#core/formats/mail/message-ids.ts';
import type { Policy } from '#core/invitations/policy.ts';
import type { DiaryDraft, LetterDraft, PersonRef } from '../model.ts';
import type { DecisionOf, MutualOf, InvitationOf, Translation } from '../own-records.ts';
import { translated } from '../own-translated.ts';
import type { Document, Known } from './acquaint-document.ts';
import {
  AcquaintApart,
  AcquaintDecision,
  AcquaintIntroduction,
  AcquaintInvitation,
  AcquaintLetter,
  AcquaintMutual,
  AcquaintPolicy,
  AcquaintTemplate,
  AcquaintView,
} from './acquaint-own-schema.ts';
import { issue } from './table.ts';

/**
 * All of it but letters. A record about two people of whom one is missing is NOBODY_KNOWN; an invitation is the inviter's
 * and stays whoever is missing. `uids`: what the document's events are called, by their ids.
 */
export function ownIn(document: Document, known: Known, uids: ReadonlyMap<string, string>): DiaryDraft[] {
  const to = { person: (id: string) => known.get(id), event: (id: string) => uids.get(id) };
  return [
    ...document
      .list('savedViews', AcquaintView)
      .map(({ line, record }) => ({ what: 'view' as const, line, ...record })),
    ...document
      .list('letterTemplates', AcquaintTemplate)
      .map(({ line, record }) => ({ what: 'template' as const, line, ...record })),
    ...policyIn(document),
    ...introductionsIn(document, known),
    ...document
      .list('invitations', AcquaintInvitation)
      .map(({ line, record }) => ({ line, ...invitationOf(document, { line, record }, to) })),
    ...apartIn(document, known),
  ];
}

/** One record for all policies; without one in force they say nothing. */
function policyIn(document: Document): DiaryDraft[] {
  const all = document.list('policies', AcquaintPolicy);
  const found = all.find(({ record }) => record.inForce);
  if (found === undefined) return [];
  const policyOf = ({ inForce: _is, ...policy }: AcquaintPolicy): Policy => policy;
  const before = all.filter(({ record }) => !record.inForce).map(({ record }) => policyOf(record));
  return [{ what: 'policy', line: found.line, policy: policyOf(found.record), before }];
}

function introductionsIn(document: Document, known: Known): DiaryDraft[] {
  return document.list('introductions', AcquaintIntroduction).flatMap(({ line, record }): DiaryDraft[] => {
    const [a, b] = [known.get(record.a), known.get(record.b)];
    return a && b ? [{ what: 'introduction', line, ...record, a, b }] : strange(document, line);
  });
}

function apartIn(document: Document, known: Known): DiaryDraft[] {
  return document.list('keptApart', AcquaintApart).flatMap(({ line, record }): DiaryDraft[] => {
    const [a, b] = [known.get(record.a), known.get(record.b)];
    return a && b ? [{ what: 'apart', line, a, b, decidedAt: record.decidedAt }] : strange(document, line);
  });
}

function strange(document: Document, line: number): [] {
  document.issues.push(issue(line, 'NOBODY_KNOWN'));
  return [];
}

function invitationOf(
  document: Document,
  { line, record }: { readonly line: number; readonly record: AcquaintInvitation },
  to: Translation<string, string, PersonRef, string>,
): InvitationOf<PersonRef, string> {
  const checked = <Value>(values: readonly unknown[], schema: z.ZodType<Value>): Value[] =>
    values.flatMap((value) => {
      const one = document.checked(value, schema, line);
      return one === undefined ? [] : [one];
    });
  const mutuals: MutualOf<string>[] = checked(record.mutuals, AcquaintMutual);
  const decisions: DecisionOf<string, string>[] = checked(record.decisions, AcquaintDecision);
  return translated({ ...record, what: 'vetting', mutuals, decisions }, to);
}

/** Letters that can be answered. */
// SECURITY: what a file gives for an identifier of a letter goes into headers; anything that is none is left out.
export function lettersIn(document: Document, known: Known): LetterDraft[] {
  return document.list('letters', AcquaintLetter).flatMap(({ line, record }): LetterDraft[] => {
    const person = known.get(record.person);
    if (person === undefined) return strange(document, line);
    if (!isMessageId(record.messageId)) {
      document.issues.push(issue(line, 'BAD_LINE', { value: 'messageId' }));
      return [];
    }
    const { on, messageId, subject } = record;
    return [{ line, person, on, messageId, references: record.references.filter(isMessageId), subject }];
  });
}
