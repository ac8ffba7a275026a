// What the book's threads say to their host and to each other. Everything a window says is opaque to this.
import type { MessagePort } from 'node:worker_threads';
import type { BookTrouble } from '#api/errors.ts';
import type { SearchIndex } from '#core/contacts/search-index.ts';
import type { FacetBase } from '#core/contacts/search/facet-index.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { NetworkGraph } from '#core/network/graph.ts';
import type { PackedStays } from './network/stays.ts';
import type { ImportBatchId } from '#core/imports/model.ts';
import type { SuggestedPairs } from './duplicates/suggestions.ts';
import type { Changes } from './history/journal.ts';
import type { StagedBatch, StagedPiece } from './imports/staging.ts';

export type Role = 'writer' | 'reader' | 'jobs';

/** How a thread is started. */
export interface ThreadOptions {
  readonly role: Role;
  readonly file: string;
  readonly isDemo: boolean;
  /** Of a LockFlag. */
  readonly lockMemory: SharedArrayBuffer;
  /** The program has just been started; these are not threads that came back after a crash. */
  readonly isStart: boolean;
  /** The owner has forgotten the passphrase. */
  readonly removesLock: boolean;
}

/** Host → thread. */
export type HostMessage =
  | { readonly kind: 'open'; readonly peers: Peers }
  /** To the writer, which has opened the file: somebody will write. */
  | { readonly kind: 'begin' }
  /** `first` has been read from the port already. */
  | { readonly kind: 'connect'; readonly port: MessagePort; readonly first?: unknown }
  /** The owner has left: lock the book where it has a passphrase. */
  | { readonly kind: 'lock' }
  | { readonly kind: 'close' };

/** Thread → host. */
export type ThreadMessage =
  | { readonly kind: 'opened' }
  /** The reader has answered what a window asks first, or waits for what the jobs thread knows. */
  | { readonly kind: 'settled' }
  | { readonly kind: 'unavailable'; readonly why: BookTrouble }
  | { readonly kind: 'log'; readonly line: string };

/** Direct lines between the threads: what one end posts, the other receives. */
export interface Peers {
  readonly writer?: MessagePort;
  readonly reader?: MessagePort;
  readonly jobs?: MessagePort;
}

/** Writer → reader and jobs, right after a commit and before the window hears of it. */
export interface ChangedMessage extends Changes {
  readonly kind: 'changed';
  /** Those who were said to be coming are in, and nobody else has changed. */
  readonly isAsForetold?: boolean;
}

/** Writer → jobs: people whose rows are ready are on their way into the book, behind those with keys up to `before`. */
export interface ComingMessage {
  readonly kind: 'coming';
  readonly file: string;
  readonly before: number;
}

/** Writer → reader, now and then while it puts many rows back or does them again: how far it has come. */
export interface ReplayingMessage {
  readonly kind: 'replaying';
  readonly done: number;
  readonly total: number;
}

/** Jobs → reader: a search index of the whole book, as it was when the building began. */
export interface IndexMessage {
  readonly kind: 'index';
  readonly index: SearchIndex;
}

/** Reader → jobs: so many have been edited that the facets are to be read anew, at leisure. */
export interface FacetsWantedMessage {
  readonly kind: 'facets-wanted';
  /** How often that was asked so far. */
  readonly asked: number;
}

/** Reader → jobs: somebody looks for people by a facet, and none are there yet. */
export interface FacetsAwaitedMessage {
  readonly kind: 'facets-awaited';
}

/** Jobs → reader: the facets of the whole book, as it was when the reading began or later. */
export interface FacetsMessage {
  readonly kind: 'facets';
  readonly base: FacetBase;
  /** How many times the jobs thread had been told of bulk work when it began. */
  readonly version: number;
  /** Of the asking it answers; 0 where nobody had asked. */
  readonly asked: number;
}

/** Jobs → reader: the network of the whole book, its memory handed over rather than copied. */
export interface NetworkMessage {
  readonly kind: 'network';
  readonly graph: NetworkGraph;
  readonly stays: PackedStays;
  /** How many times the jobs thread had been told of bulk work, or been asked for another, when it began. */
  readonly version: number;
  /** The date it was built for. */
  readonly day: string;
}

/** Reader → jobs: the network is to be built anew. */
export interface NetworkWantedMessage {
  readonly kind: 'network-wanted';
}

/** Reader → jobs: somebody asks about the network, and it is not there yet. */
export interface NetworkAwaitedMessage {
  readonly kind: 'network-awaited';
}

/** Writer or jobs → reader: whom does this query find? Answered once everything committed before it has been heard. */
export interface PeopleWantedMessage {
  readonly kind: 'people-wanted';
  readonly call: number;
  readonly text: string;
  readonly now: DateTime;
}

/** Reader → writer or jobs: them, best first; undefined where looking for them failed. */
export interface PeopleFoundMessage {
  readonly kind: 'people-found';
  readonly call: number;
  readonly ids: Int32Array | undefined;
}

/** Jobs → reader: who may be one person, of the whole book or of those whose cards have changed. */
export interface DuplicatesMessage extends SuggestedPairs {
  readonly kind: 'duplicates';
}

/**
 * Jobs → writer: a finished plan to be kept, in pieces, so that the writer stores one while the next is made and
 * neither holds it all twice. Answered, after `stage-end`, with the batch's key.
 */
export type StageMessage =
  | { readonly kind: 'stage'; readonly call: number; readonly batch: StagedBatch }
  | { readonly kind: 'stage-piece'; readonly piece: StagedPiece }
  /** With the file in which rows of its new people are ready, where there is one. */
  | { readonly kind: 'stage-end'; readonly ready: string | undefined };

export type StagedMessage =
  /** One more piece has arrived: there is room for another on the way. */
  | { readonly kind: 'stage-kept'; readonly call: number }
  | { readonly kind: 'staged'; readonly call: number; readonly batchId: ImportBatchId }
  | { readonly kind: 'not-staged'; readonly call: number; readonly why: BookTrouble | undefined };
