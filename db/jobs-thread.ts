// Long work that only reads: building the search index and the network, comparing people, reading and planning imports.
// Results go to the others.
import { setTimeout as pause } from 'node:timers/promises';
import { receiveMessageOnPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { buffersOfIndex, buildSearchIndex } from '#core/contacts/search-index.ts';
import type { SearchIndex } from '#core/contacts/search-index.ts';
import type { FacetBase } from '#core/contacts/search/facet-index.ts';
import type { ImportBatchId } from '#core/imports/model.ts';
import { buffersOf } from '#core/network/graph.ts';
import { isDamaged } from './book.ts';
import type { OpenBook } from './book.ts';
import { searchDocs } from './contacts/search.ts';
import { FacetReader } from './contacts/facet-reader.ts';
import { DuplicateFinder } from './duplicates/finder.ts';
import type { SuggestedPairs } from './duplicates/suggestions.ts';
import type { KeptPiece } from './imports/kept.ts';
import type { StagedBatch } from './imports/staging.ts';
import { readyDocs } from './imports/ready-docs.ts';
import { spoolFolderOf } from './imports/spool.ts';
import { Uploads } from './imports/uploads.ts';
import { allStays, packedStays, Stays } from './network/stays.ts';
import { wholeNetwork } from './network/whole.ts';
import { PeopleFinder } from './people-finder.ts';
import type {
  ChangedMessage,
  ComingMessage,
  DuplicatesMessage,
  FacetsAwaitedMessage,
  FacetsMessage,
  FacetsWantedMessage,
  IndexMessage,
  NetworkAwaitedMessage,
  NetworkMessage,
  NetworkWantedMessage,
  PeopleFoundMessage,
  StagedMessage,
  StageMessage,
} from './threads.ts';
import { BookUnavailable } from './trouble.ts';

type FromWriter = ChangedMessage | StagedMessage | ComingMessage;
type FromReader =
  | NetworkWantedMessage
  | NetworkAwaitedMessage
  | FacetsWantedMessage
  | FacetsAwaitedMessage
  | PeopleFoundMessage;
type UploadKey = Parameters<Uploads['drop']>[0];

/** Longer than the pause between two pieces of an upload or two steps of a plan. */
const ATTENTION_MS = 400;
/** How long the network waits before it sees whether it may be built. */
const LOOK_AGAIN_MS = 100;
/** Pieces of a plan on their way to the writer: enough that neither thread waits, few enough to hold. */
const ON_THE_WAY = 8;

/** A plan on its way to the writer. */
interface Staging {
  readonly answer: PromiseWithResolvers<ImportBatchId>;
  room: PromiseWithResolvers<void>;
  onTheWay: number;
}

export class JobsThread {
  readonly book: OpenBook;
  readonly uploads: Uploads;
  readonly finder: PeopleFinder;
  readonly #writer: MessagePort;
  readonly #reader: MessagePort;
  readonly #duplicates: DuplicateFinder;
  readonly #facets: FacetReader;
  readonly #staging = new Map<number, Staging>();
  #calls = 0;
  #busyUntil = 0;
  /** The search index as it will be once those are in who are on their way. */
  #coming: SearchIndex | undefined;
  #networkVersion = 0;
  /** How many times everything has changed. */
  #bulkVersion = 0;
  /** The last time the reader asked for other facets. */
  #facetsAsked = 0;
  /** Runs while a network is due. */
  #networkTimer: NodeJS.Timeout | undefined;
  /** The upload last staged, and as what: it can be read again, differently, for as long as that is a plan. */
  #stagedUpload: { readonly id: UploadKey; readonly batchId: ImportBatchId } | undefined;

  constructor(
    book: OpenBook,
    { writer, reader }: { writer: MessagePort; reader: MessagePort },
    log: (line: string) => void,
  ) {
    this.book = book;
    this.uploads = new Uploads(spoolFolderOf(book.file));
    this.#writer = writer;
    this.#reader = reader;
    this.finder = new PeopleFinder(reader);
    const send = (pairs: SuggestedPairs) => {
      const message: DuplicatesMessage = { kind: 'duplicates', ...pairs };
      reader.postMessage(message);
    };
    this.#facets = new FacetReader(book, {
      send: (base) => this.#sendFacets(base),
      isBusy: () => this.#isBusy(),
    });
    // Facets are asked for by the owner, and read in less time.
    const isBusy = () => this.#isBusy() || this.#facets.isReading;
    this.#duplicates = new DuplicateFinder(book, { send, isBusy, log });
    writer.on('message', (message: FromWriter) => this.#heard(message));
    reader.on('message', (message: FromReader) => this.#asked(message));
  }

  #asked(message: FromReader): void {
    switch (message.kind) {
      case 'network-wanted':
        return this.#sendNextNetwork();
      case 'network-awaited':
        return this.#networkTimer === undefined ? undefined : this.#sendNetwork();
      case 'facets-wanted':
        this.#facetsAsked = message.asked;
        return this.#facets.begin();
      case 'facets-awaited':
        return this.#facets.hurry();
      case 'people-found':
        // What the finder has asked is the finder's.
        return undefined;
    }
  }

  /** Somebody waits for this thread, and will for a moment: what nobody waits for makes room. */
  attend(): void {
    this.#busyUntil = performance.now() + ATTENTION_MS;
  }

  /** News that is in the port already, perhaps not yet delivered: what begins now is not to be ended by it. */
  hearAll(): void {
    for (let next = receiveMessageOnPort(this.#writer); next; next = receiveMessageOnPort(this.#writer)) {
      this.#heard(next.message as FromWriter); // the writer posts nothing else
    }
  }

  #isBusy(): boolean {
    return this.#staging.size > 0 || performance.now() < this.#busyUntil;
  }

  /**
   * Reads the whole book: the search index goes to the reader at once, the facets a moment later, the network as soon as nobody waits for anything
   * else or somebody asks for it, who may be one person when that is known.
   */
  readAll(): void {
    this.#sendIndex();
    this.#facets.begin();
    this.#sendNetworkSoon();
    this.#duplicates.compareAll();
  }

  /** Looks the whole file through as soon as nobody waits for anything else; answers when that is done. */
  async isDamaged(): Promise<boolean> {
    do await pause(LOOK_AGAIN_MS, undefined, { ref: false });
    while (this.#isBusy() || this.#networkTimer !== undefined || this.#facets.isReading);
    return this.book.sqlite.open && isDamaged(this.book.sqlite);
  }

  /** Builds the index while the writer still writes: whoever looks for people afterwards does not have to wait for it. */
  #foresee({ file, before }: ComingMessage): void {
    this.#coming = undefined;
    // They may be in already by the time this is heard.
    const there = searchDocs(this.book).filter(({ id }) => id <= before);
    const coming = readyDocs(file, before);
    if (coming !== undefined) this.#coming = buildSearchIndex([...there, ...coming]);
  }

  #sendIndex(): void {
    const index = this.#coming ?? buildSearchIndex(searchDocs(this.book));
    this.#coming = undefined;
    // Whatever is committed meanwhile reaches the reader on the writer's own line, and is applied on top.
    const message: IndexMessage = { kind: 'index', index };
    this.#reader.postMessage(message, buffersOfIndex(index));
  }

  #sendFacets(base: FacetBase): void {
    const message: FacetsMessage = {
      kind: 'facets',
      base,
      version: this.#bulkVersion,
      asked: this.#facetsAsked,
    };
    this.#reader.postMessage(message);
  }

  #sendNetworkSoon(): void {
    clearTimeout(this.#networkTimer);
    this.#networkTimer = setTimeout(() => {
      if (this.#isBusy()) this.#sendNetworkSoon();
      else this.#sendNetwork();
    }, LOOK_AGAIN_MS);
  }

  /** Reads every tie of the book and hands the network to the reader. */
  #sendNetwork(): void {
    clearTimeout(this.#networkTimer);
    this.#networkTimer = undefined;
    const now = new Date().toISOString();
    const rows = allStays(this.book);
    const graph = wholeNetwork(this.book, now, Stays.of(rows));
    const stays = packedStays(rows);
    // As with the index, what is committed meanwhile is applied on top.
    const message: NetworkMessage = {
      kind: 'network',
      graph,
      stays,
      version: this.#networkVersion,
      day: now.slice(0, 10),
    };
    this.#reader.postMessage(message, [...buffersOf(graph), stays.numbers.buffer as ArrayBuffer]); // as it was made
  }

  #sendNextNetwork(): void {
    this.#networkVersion += 1;
    this.#sendNetwork();
  }

  /** Remembers what an upload was staged as: it ends with that batch, unless it is being staged as another. */
  uploadStagedAs(id: UploadKey, batchId: ImportBatchId | undefined): void {
    this.#stagedUpload = batchId === undefined ? undefined : { id, batchId };
  }

  /** The upload is over once its batch has been applied or discarded. */
  #dropSettledUpload(): void {
    if (this.#stagedUpload === undefined) return;
    const { id, batchId } = this.#stagedUpload;
    const state = this.book.statement('select state from import_batch where id = ?').pluck().get(batchId);
    if (state === 'staged') return;
    this.uploads.drop(id);
    this.#stagedUpload = undefined;
  }

  /**
   * Hands a finished plan to the writer, piece by piece; answers the batch's key once all of it is kept. `ready` is the
   * path of a file as `readyRows` makes it.
   */
  async keepStaged(
    batch: StagedBatch,
    pieces: Iterable<KeptPiece>,
    ready: string | undefined,
  ): Promise<ImportBatchId> {
    const call = (this.#calls += 1);
    const staging: Staging = { answer: Promise.withResolvers(), room: Promise.withResolvers(), onTheWay: 0 };
    this.#staging.set(call, staging);
    const say = (message: StageMessage, transferred: ArrayBuffer[] = []) =>
      this.#writer.postMessage(message, transferred);
    say({ kind: 'stage', call, batch });
    const encoder = new TextEncoder();
    for (const { items: text, ...rest } of pieces) {
      const items = encoder.encode(text);
      say({ kind: 'stage-piece', piece: { ...rest, items } }, [items.buffer]);
      if (++staging.onTheWay < ON_THE_WAY) continue;
      staging.room = Promise.withResolvers();
      await staging.room.promise;
    }
    say({ kind: 'stage-end', ready });
    return staging.answer.promise;
  }

  #changed({ contacts, topics, isErasure, isAsForetold }: ChangedMessage): void {
    if (isAsForetold !== true) this.#coming = undefined;
    if (isErasure === true) this.uploads.close();
    if (topics.includes('imports')) this.#dropSettledUpload();
    if (contacts === 'all') {
      this.#networkVersion += 1;
      this.#bulkVersion += 1;
      this.readAll();
    } else this.#duplicates.compareAgain(contacts);
  }

  #heard(message: FromWriter): void {
    if (message.kind === 'coming') return this.#foresee(message);
    if (message.kind === 'changed') return this.#changed(message);
    const staging = this.#staging.get(message.call);
    if (message.kind === 'stage-kept') {
      if (staging === undefined) return;
      staging.onTheWay -= 1;
      staging.room.resolve();
      return;
    }
    this.#staging.delete(message.call);
    if (message.kind === 'staged') staging?.answer.resolve(message.batchId);
    else
      staging?.answer.reject(
        message.why === undefined ? new Error('the plan was not kept') : new BookUnavailable(message.why),
      );
  }
}
