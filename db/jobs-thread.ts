// Long work that only reads: building the search index and the network, comparing people, reading and planning imports.
// Results go to the others.
import type { MessagePort } from 'node:worker_threads';
import { buildSearchIndex } from '#core/contacts/search-index.ts';
import type { ImportBatchId } from '#core/imports/model.ts';
import { buffersOf } from '#core/network/graph.ts';
import type { OpenBook } from './book.ts';
import { searchDocs } from './contacts/search.ts';
import { DuplicateFinder } from './duplicates/finder.ts';
import type { SuggestedPairs } from './duplicates/suggestions.ts';
import type { StagedBatch, StagedItem } from './imports/staging.ts';
import { Uploads } from './imports/uploads.ts';
import { wholeNetwork } from './network/whole.ts';
import type {
  ChangedMessage,
  DuplicatesMessage,
  IndexMessage,
  NetworkMessage,
  StagedMessage,
  StageMessage,
} from './threads.ts';
import { BookUnavailable } from './trouble.ts';

/** Longer than the pause between two pieces of an upload or two steps of a plan. */
const ATTENTION_MS = 400;

export class JobsThread {
  readonly book: OpenBook;
  readonly uploads = new Uploads();
  readonly #writer: MessagePort;
  readonly #reader: MessagePort;
  readonly #duplicates: DuplicateFinder;
  readonly #staging = new Map<number, PromiseWithResolvers<ImportBatchId>>();
  #calls = 0;
  #busyUntil = 0;
  #networkVersion = 0;

  constructor(
    book: OpenBook,
    { writer, reader }: { writer: MessagePort; reader: MessagePort },
    log: (line: string) => void,
  ) {
    this.book = book;
    this.#writer = writer;
    this.#reader = reader;
    const send = (pairs: SuggestedPairs) => {
      const message: DuplicatesMessage = { kind: 'duplicates', ...pairs };
      reader.postMessage(message);
    };
    const isBusy = () => this.#staging.size > 0 || performance.now() < this.#busyUntil;
    this.#duplicates = new DuplicateFinder(book, { send, isBusy, log });
    writer.on('message', (message: ChangedMessage | StagedMessage) => this.#heard(message));
    // The reader says nothing but that it wants another network.
    reader.on('message', () => this.#sendNextNetwork());
  }

  /** Somebody waits for this thread, and will for a moment: what nobody waits for makes room. */
  attend(): void {
    this.#busyUntil = performance.now() + ATTENTION_MS;
  }

  /** Reads the whole book: search index and network go to the reader at once, who may be one person when that is known. */
  readAll(): void {
    this.#sendIndex();
    this.#sendNetwork();
    this.#duplicates.compareAll();
  }

  #sendIndex(): void {
    const index = buildSearchIndex(searchDocs(this.book));
    // Whatever is committed meanwhile reaches the reader on the writer's own line, and is applied on top.
    const message: IndexMessage = { kind: 'index', index };
    this.#reader.postMessage(message);
  }

  /** Reads every tie of the book and hands the network to the reader. */
  #sendNetwork(): void {
    const now = new Date().toISOString();
    const graph = wholeNetwork(this.book, now);
    // As with the index, what is committed meanwhile is applied on top.
    const message: NetworkMessage = {
      kind: 'network',
      graph,
      version: this.#networkVersion,
      day: now.slice(0, 10),
    };
    this.#reader.postMessage(message, buffersOf(graph));
  }

  #sendNextNetwork(): void {
    this.#networkVersion += 1;
    this.#sendNetwork();
  }

  /** Hands a finished plan to the writer, piece by piece; answers the batch's key once all of it is kept. */
  keepStaged(batch: StagedBatch, pieces: Iterable<readonly StagedItem[]>): Promise<ImportBatchId> {
    const call = (this.#calls += 1);
    const answer = Promise.withResolvers<ImportBatchId>();
    this.#staging.set(call, answer);
    const say = (message: StageMessage) => this.#writer.postMessage(message);
    say({ kind: 'stage', call, batch });
    for (const items of pieces) say({ kind: 'stage-items', items });
    say({ kind: 'stage-end' });
    return answer.promise;
  }

  #heard(message: ChangedMessage | StagedMessage): void {
    if (message.kind === 'changed') {
      if (message.contacts === 'all') {
        this.#networkVersion += 1;
        this.readAll();
      } else this.#duplicates.compareAgain(message.contacts);
      return;
    }
    const answer = this.#staging.get(message.call);
    this.#staging.delete(message.call);
    if (message.kind === 'staged') answer?.resolve(message.batchId);
    else
      answer?.reject(
        message.why === undefined ? new Error('the plan was not kept') : new BookUnavailable(message.why),
      );
  }
}
