// Looking through one's connections: which are names on a list only, and what is known of how they came to be.
import { z } from 'zod';
import { heightOf } from '#core/network/link.ts';
import { tiesOf } from '#core/network/graph.ts';
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

/** The nodes of people the owner has met or knows, as ones; the owner's own card is none of them. */
function metNodes({ own, ids }: NetworkGraph, owner: ContactId | undefined): Uint8Array {
  const met = new Uint8Array(own.length);
  for (let node = 0; node < own.length; node += 1)
    met[node] = Number(heightOf(own[node]!) >= MET && ids[node] !== owner);
  return met;
}

/**
 * By node, how many people the owner has met or knows are tied to it. One run through all ties: some milliseconds
 * for millions of them, so it is asked again whenever the network has changed.
 */
export function knownByOf(graph: NetworkGraph, owner: ContactId | undefined): Int32Array {
  const { starts, neighbours } = graph.base;
  const met = metNodes(graph, owner);
  const knownBy = new Int32Array(graph.own.length);
  for (let node = 0; node + 1 < starts.length; node += 1) {
    let count = 0;
    for (let at = starts[node]!; at < starts[node + 1]!; at += 1) count += met[neighbours[at]!]!;
    knownBy[node] = count;
  }
  for (const [node, ties] of graph.changed) {
    let count = 0;
    for (const other of ties.neighbours) count += met[other]!;
    knownBy[node] = count;
  }
  return knownBy;
}

/** The owner's own tie to a node: a place on the ladder, 0 to 6; 0 for somebody the network does not have. */
export const heightAt = (graph: NetworkGraph, node: number): number => heightOf(graph.own[node] ?? 0);

/** Those of whom `knownByOf` counts, by node, best known first. */
export function whoKnow(graph: NetworkGraph, node: number, owner: ContactId | undefined): number[] {
  if (node < 0) return [];
  const own = (other: number): number => graph.own[other] ?? 0;
  return Array.from(tiesOf(graph, node).neighbours)
    .filter((other) => heightOf(own(other)) >= MET && graph.ids[other] !== owner)
    .toSorted((a, b) => own(b) - own(a) || a - b);
}
