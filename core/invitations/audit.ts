// Looking through one's connections: which are names on a list only, and what is known of how they came to be.
import { z } from 'zod';
import { heightOf } from '#core/network/link.ts';
import { nodeOf, tiesOf } from '#core/network/graph.ts';
import type { NetworkGraph } from '#core/network/graph.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import type { ContactId } from '#core/contacts/model.ts';

/**
 * Why a tie is hollow, each person in one group: the owner marked them to part with, or keeps them by name; people
 * the owner has met or knows are on record as tied to them, and could say who they are; they invited the owner without a
 * note, or with one; the owner invited them; nothing but the list.
 */
export const AuditGroup = z.enum([
  'no_note',
  'note',
  'outgoing',
  'list_only',
  'known_to_others',
  'kept',
  'parting',
]);
export type AuditGroup = z.infer<typeof AuditGroup>;

/** How a connection began, as far as invitations say; the most telling of several, in this order. */
export const BEGINNINGS = ['unknown', 'outgoing', 'no_note', 'note'] as const;
export type Beginning = (typeof BEGINNINGS)[number];

/** The more telling of two. */
export const moreTelling = (one: Beginning, other: Beginning): Beginning =>
  BEGINNINGS.indexOf(one) >= BEGINNINGS.indexOf(other) ? one : other;

/**
 * The tag of whoever the owner has marked to part with: a tag like any other, so that it can be searched, printed,
 * exported and taken away like one. It is data, the same in every language of the page.
 */
export const PARTING_TAG = 'to part';

/** One connection as the audit looks at it. */
export interface Connection {
  readonly beginning: Beginning;
  /** The owner's own tie: a place on the ladder, 0 to 6. */
  readonly height: number;
  /** How many people the owner has met or knows are tied to them. */
  readonly knownBy: number;
  /** The owner has said that they know them by name only, and keeps them. */
  readonly isKept: boolean;
  readonly isParting: boolean;
}

const NAME_ONLY = TIE_LEVELS.indexOf('name_only');
const MET = TIE_LEVELS.indexOf('met_once');

/** The group of a connection; undefined where there is more to the tie than a list both are on. */
export function auditGroup(one: Connection): AuditGroup | undefined {
  if (one.isParting) return 'parting';
  if (one.height > NAME_ONLY) return undefined;
  if (one.isKept) return 'kept';
  if (one.knownBy > 0) return 'known_to_others';
  return one.beginning === 'unknown' ? 'list_only' : one.beginning;
}

/** What the network says of somebody: the owner's own tie, and how many the owner has met or knows are tied to them. */
export function tieInNetwork(
  graph: NetworkGraph,
  id: ContactId,
  owner: ContactId | undefined,
): Pick<Connection, 'height' | 'knownBy'> {
  const node = nodeOf(graph, id);
  if (node < 0) return { height: 0, knownBy: 0 };
  let knownBy = 0;
  for (const other of tiesOf(graph, node).neighbours) {
    if (heightOf(graph.own[other] ?? 0) >= MET && graph.ids[other] !== owner) knownBy += 1;
  }
  return { height: heightOf(graph.own[node] ?? 0), knownBy };
}
